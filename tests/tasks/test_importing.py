"""Importing: files, folders and servers, any number of times, with the forgotten left out."""

from pathlib import Path

import pytest

from tasks.forgetting import forget
from tasks.importing import import_cards, import_from
from tasks.login import Login
from tasks.wiring import UsageError
from tests.inbox.caldav_servers import PASSWORD, USER, radicale
from tests.inbox.test_carddav import make_book, put_card
from tests.tasks.home import Home
from worker.errors import PermanentError
from worker.store import people

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nEMAIL:{email}\r\nEND:VCARD\r\n"


def names(home: Home) -> list[str]:
    with home.house.database.read() as conn:
        return sorted(each.person.name for each in people.all_people(conn, home.user_id))


def folder_of_cards(home: Home) -> Path:
    """As vdirsyncer keeps it: a file for each, in folders, beside hidden ones."""
    folder = home.folder / "contacts"
    (folder / "work").mkdir(parents=True)
    (folder / ".trash").mkdir()
    for name, written in (
        ("ada.vcf", CARD.format(name="Ada", email="ada@example.org")),
        ("work/bo.vcf", CARD.format(name="Bo", email="bo@example.org")),
        ("work/broken.vcf", "nothing"),
        ("work/notes.txt", "no address book"),
        (".trash/zoe.vcf", CARD.format(name="Zoë", email="zoe@example.org")),
    ):
        (folder / name).write_text(written, "utf-8")
    return folder


def test_a_folder_is_one_address_book(home: Home) -> None:
    """Each file counts, a broken one costs itself and is named; who left the folder leaves."""
    folder, told = folder_of_cards(home), list[str]()

    book = import_cards(home.house, folder, told.append)

    assert names(home) == ["Ada", "Bo"]
    assert [loss.partition(":")[0] for loss in book.losses] == ["contacts, work/broken.vcf"]
    assert told == ["1 of 3 files", "2 of 3 files", "3 of 3 files", "contacts: keeping 2 people"]

    (folder / "ada.vcf").unlink()
    import_cards(home.house, folder)
    assert names(home) == ["Bo"]


def test_a_folder_without_address_books_says_so(home: Home) -> None:
    """One sentence."""
    (home.folder / "empty").mkdir()

    with pytest.raises(PermanentError, match="holds no address book"):
        import_cards(home.house, home.folder / "empty")


def test_nobody_forgotten_comes_back_with_a_folder(home: Home) -> None:
    """However often it is imported."""
    folder = folder_of_cards(home)
    import_cards(home.house, folder)
    forget(home.house, "ada@example.org")

    for _ in range(2):
        import_cards(home.house, folder)
        assert names(home) == ["Bo"]


def test_a_server_is_asked_once_for_what_has_not_changed(home: Home) -> None:
    """With name and password; what is deleted there goes here, and a card that came, comes."""
    with radicale(home.folder) as server:
        book = make_book(server, "friends")
        put_card(server, book, "1", "Ada Lovelace", "ada@example.org")
        address, login = book.replace("http://", "carddav+http://"), Login(user=USER, password=PASSWORD)

        told = [list(import_from(home.house, address, login, lambda _: None)) for _ in range(2)]
        assert [(each.label, len(each.cards), each.is_unchanged) for (each,) in told] == [
            ("127.0.0.1: Friends", 1, False),
            ("127.0.0.1: Friends", 0, True),
        ]

        server.request("DELETE", f"{book}1.vcf")
        put_card(server, book, "2", "Bo Roe", "bo@example.org")
        list(import_from(home.house, address, login, lambda _: None))
    assert names(home) == ["Bo Roe"]


def test_a_file_needs_no_user(home: Home) -> None:
    """Nor does standard input hold an address book."""
    for text, login in (("book.vcf", Login(user="a", password="b")), ("-", None)):
        with pytest.raises(UsageError):
            list(import_from(home.house, text, login, lambda _: None))
