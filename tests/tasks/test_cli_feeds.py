"""What is said of one calendar: it alone is listed, and adding it again tells what that changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.inbox.fetch_server import serving
from tests.prepared import prepare
from tests.tasks.running import Said, environ
from tests.tasks.worked import met_long_ago


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return environ(prepare(tmp_path / "data"))


def test_one_calendar_is_shown_alone(tmp_path: Path, run: Callable[..., Said]) -> None:
    """By its number or its name; one that is not there is told."""
    for name in ("work.ics", "home.ics"):
        (tmp_path / name).write_bytes(met_long_ago())
        run("add", tmp_path / name)

    both = run("feeds").lines
    assert [run("feeds", each).lines for each in ("1", "home.ics")] == [both[:1], both[1:]]
    assert "There is no feed called sport" in run("feeds", "sport").err


def test_who_adds_an_address_with_another_login_is_told_that_it_is_replaced(
    tmp_path: Path, run: Callable[..., Said]
) -> None:
    """A feed that was never read takes the login that it lacked; the password is the only other thing that changes."""
    password = tmp_path / "password"
    with serving() as site:
        site.pages["/a.ics"] = lambda handler: handler.answer(body=met_long_ago())
        address = f"{site.address}/a.ics"
        told = [run("add", address)]
        for each in ("one", "two", "two"):
            password.write_text(each)
            told.append(run("add", address, "--user", "ada", "--password-file", password))

    there = "127.0.0.1 is there already, as feed 1"
    new = f"{there}: it is read with the new login from now on"
    assert [each.out.decode().rpartition(". ")[0] for each in told] == [
        *("Added 127.0.0.1 as feed 1", new, new, there)
    ]


def test_several_are_added_at_once_and_the_rest_goes_on(tmp_path: Path, run: Callable[..., Said]) -> None:
    """As a shell hands over `*.ics`; one that is not there is one sentence, and the exit code tells."""
    for name in ("work.ics", "home.ics"):
        (tmp_path / name).write_bytes(met_long_ago())

    told = run("add", *(tmp_path / name for name in ("work.ics", "lost.ics", "home.ics", "work.ics")))

    assert told.code == 1
    assert [each.partition(". ")[0] for each in told.lines] == [
        "Added work.ics as feed 1",
        "Added home.ics as feed 2",
    ]
    assert told.err.count("\n") == 1
    assert told.err.startswith("There is no file or folder lost.ics")
    assert [each["label"] for each in run("feeds", "--format", "json").body] == ["work.ics", "home.ics"]


def test_several_address_books_are_imported_at_once(tmp_path: Path, run: Callable[..., Said]) -> None:
    """The wrong one among them stops none of the others."""
    for name in ("Ada", "Ben"):
        card = f"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:{name}\r\nEMAIL:{name}@example.org\r\nEND:VCARD\r\n"
        (tmp_path / f"{name}.vcf").write_text(card)

    told = run("import", *(tmp_path / f"{name}.vcf" for name in ("Ada", "Cai", "Ben")))

    assert told.code == 1
    assert told.lines == ["1 person in Ada.vcf.", "1 person in Ben.vcf."]
    assert "Cai.vcf" in told.err
