"""CardDAV: the address books of a server come in whole, and only when they changed. On Radicale."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx2
import pytest

from tests.inbox.caldav_servers import Server, radicale
from tests.inbox.fetch_server import OPEN
from worker.inbox.cards.addressbook import cards_in
from worker.inbox.fetching.carddav import ServedBook, visit_books
from worker.inbox.fetching.catch import UnreadableError
from worker.inbox.fetching.client import http_client
from worker.inbox.fetching.pace import HostGate
from worker.inbox.fetching.source import source_of

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
_MKCOL = (
    '<d:mkcol xmlns:d="DAV:" xmlns:k="urn:ietf:params:xml:ns:carddav"><d:set><d:prop><d:resourcetype>'
    "<d:collection/><k:addressbook/></d:resourcetype><d:displayname>{name}</d:displayname></d:prop></d:set></d:mkcol>"
)


def make_book(server: Server, name: str) -> str:
    """A new address book; gives its address."""
    address = f"{server.home}{name}/"
    server.request(
        "MKCOL", address, _MKCOL.format(name=name.title()).encode(), **{"Content-Type": "text/xml"}
    )
    return address


def put_card(server: Server, book: str, uid: str, name: str, email: str) -> None:
    lines = ("BEGIN:VCARD", "VERSION:3.0", f"UID:{uid}", f"FN:{name}", f"EMAIL:{email}", "END:VCARD", "")
    server.request("PUT", f"{book}{uid}.vcf", "\r\n".join(lines).encode(), **{"Content-Type": "text/vcard"})


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with radicale(tmp_path) as running:
        yield running


@pytest.fixture
def client() -> Iterator[httpx2.Client]:
    with http_client(OPEN, version="0") as made:
        yield made


def visit(client: httpx2.Client, address: str, known: dict[str, str] | None = None) -> list[ServedBook]:
    states = known or {}
    books = visit_books(source_of(address), known=states.get, client=client, gate=HostGate(), now=NOW)
    return list(books)


def with_password(server: Server, address: str) -> str:
    return address.replace("http://", server.with_password.partition("@")[0] + "@")


def test_an_address_book_comes_in_whole(server: Server, client: httpx2.Client) -> None:
    """All its cards, with name and password as CalDAV has them."""
    address = make_book(server, "friends")
    put_card(server, address, "1", "Ada Lovelace", "ada@example.org")
    put_card(server, address, "2", "Zoë Kravic", "zoe@example.org")

    (book,) = visit(client, with_password(server, address))

    assert book.body is not None
    assert {card.name for card in cards_in(book.body, name="x").cards} == {"Ada Lovelace", "Zoë Kravic"}
    assert (book.address, book.label) == (address, "127.0.0.1: Friends")


def test_all_books_of_whoever_lives_there_are_found(server: Server, client: httpx2.Client) -> None:
    """By the server's own address; the calendar beside them is none, and an empty one is a book."""
    friends, work = make_book(server, "friends"), make_book(server, "work-people")
    put_card(server, friends, "1", "Ada Lovelace", "ada@example.org")
    root = server.home.removesuffix("ada/")

    found = visit(client, with_password(server, root))

    assert {book.address: bool(book.body) for book in found} == {friends: True, work: False}


def test_an_unchanged_book_is_not_fetched_again(server: Server, client: httpx2.Client) -> None:
    """The server's own mark of its state says so; one more card is news."""
    address = make_book(server, "friends")
    put_card(server, address, "1", "Ada Lovelace", "ada@example.org")
    (first,) = visit(client, with_password(server, address))
    assert first.state
    known = {first.address: first.state}

    (again,) = visit(client, with_password(server, address), known)
    assert again.body is None

    put_card(server, address, "2", "Bo", "bo@example.org")
    (changed,) = visit(client, with_password(server, address), known)
    assert changed.body is not None
    assert b"bo@example.org" in changed.body


def test_what_is_no_address_book_says_so(server: Server, client: httpx2.Client) -> None:
    """A calendar, an unknown place, a wrong password."""
    for address, what in (
        (with_password(server, server.address), "has no address book"),
        (with_password(server, server.home + "nowhere/"), "does not speak CardDAV|no address book"),
        (server.address.replace("http://", "caldav+http://ada:wrong@"), "does not accept"),
    ):
        with pytest.raises(UnreadableError, match=what):
            visit(client, address)
