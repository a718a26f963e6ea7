"""Discovery: what a typed address turns out to be, asked of real servers."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx2
import pytest

from tests.inbox.caldav_servers import PASSWORD, USER, Server, Small, radicale, small
from tests.inbox.fetch_server import OPEN
from worker.inbox.fetching.catch import UnreadableError
from worker.inbox.fetching.client import http_client
from worker.inbox.fetching.discovery import recognised
from worker.inbox.fetching.pace import HostGate
from worker.inbox.fetching.source import Source, SourceKind, kept_text, source_of, with_credentials

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with radicale(tmp_path_factory.mktemp("radicale")) as running:
        running.make("home")
        running.make("errands", component="VTODO")
        yield running


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Small]:
    with small(tmp_path) as running:
        yield running  # type: ignore[misc]


@pytest.fixture
def client() -> Iterator[httpx2.Client]:
    with http_client(OPEN, version="0.1.0") as client:
        yield client


def found(client: httpx2.Client, source: Source) -> Source:
    return recognised(source, client=client, gate=HostGate(), now=NOW)


def logged_in(address: str, password: str = PASSWORD) -> Source:
    return with_credentials(source_of(address), USER, password)


def test_a_plain_address_of_a_calendar_is_recognised(client: httpx2.Client, server: Server) -> None:
    """It becomes a collection under the calendar's own name, and is one wherever it is read again."""
    source = found(client, logged_in(server.address))

    assert (source.kind, source.label) == (SourceKind.COLLECTION, "127.0.0.1: Work")
    again = source_of(kept_text(source))
    assert (again.kind, again.text) == (source.kind, source.text)


@pytest.mark.parametrize("path", ["", "/", f"/{USER}/", "/.well-known/caldav"])
def test_where_calendars_are_kept_one_sentence_lists_them(
    client: httpx2.Client, server: Server, path: str
) -> None:
    """Those with events, by name and address; no password in it."""
    root = server.address.removesuffix(f"/{USER}/work/")

    with pytest.raises(UnreadableError) as caught:
        found(client, logged_in(root + path))

    assert f"Work: {server.address}" in str(caught.value)
    assert f"Home: {server.home}home/" in str(caught.value)
    assert "errands" not in str(caught.value)
    assert PASSWORD not in str(caught.value)


def test_a_list_of_tasks_is_no_calendar_with_events(client: httpx2.Client, server: Server) -> None:
    """Nobody is met in it."""
    with pytest.raises(UnreadableError, match="only tasks"):
        found(client, logged_in(f"{server.home}errands/"))


def test_a_wrong_password_is_said_at_once(client: httpx2.Client, server: Server) -> None:
    """Not an hour later."""
    with pytest.raises(UnreadableError, match=r"user name or the password \(401\)"):
        found(client, logged_in(server.address, "wrong"))


def test_an_address_that_speaks_no_caldav_is_left_as_it_is(client: httpx2.Client, site: Small) -> None:
    """Its first reading will say what it is."""
    for status in (200, 401, 403, 404, 405, 501, 503):
        site.status = status
        source = source_of(site.address)

        assert found(client, source) == source


def test_an_explicit_address_that_is_no_calendar_is_refused(client: httpx2.Client, site: Small) -> None:
    """Who writes caldav:// means it."""
    site.status = 404

    with pytest.raises(UnreadableError, match="no calendar at this address"):
        found(client, source_of(f"caldav+{site.address}"))


@pytest.mark.parametrize("tail", ["basic.ics", "?token=1", "a/b.ICS"])
def test_a_file_on_the_web_is_not_asked_what_it_is(client: httpx2.Client, site: Small, tail: str) -> None:
    """Nor is a program."""
    source = source_of(site.address + tail)

    assert found(client, source) == source
    assert site.requests == []


def test_a_silent_server_is_left_for_the_first_reading(client: httpx2.Client) -> None:
    """The calendar is added all the same."""
    source = source_of("caldav+http://127.0.0.1:1/work/")

    assert found(client, source) == source


def test_caldav_addresses_are_web_addresses_underneath() -> None:
    """Encrypted, but for the own house and where plain http is written out."""
    expected = {
        "caldavs://dav.example.org/w/": "https://dav.example.org/w/",
        "caldav://dav.example.org/w/": "https://dav.example.org/w/",
        "CALDAV://nas.local/w/": "http://nas.local/w/",
        "caldavs://nas.local/w/": "https://nas.local/w/",
        "caldav+http://dav.example.org/w/": "http://dav.example.org/w/",
    }

    assert {typed: source_of(typed).text for typed in expected} == expected
    assert {source_of(typed).kind for typed in expected} == {SourceKind.COLLECTION}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("https://dav.example.org/w/", "https://a%40b:x%2Fy%3A@dav.example.org/w/"),
        ("https://old:pw@dav.example.org:8443?q=@", "https://a%40b:x%2Fy%3A@dav.example.org:8443?q=@"),
    ],
)
def test_name_and_password_go_into_the_address(typed: str, expected: str) -> None:
    """Instead of those that stood there; whatever letters they have. Nothing of it is in the repr."""
    source = with_credentials(source_of(typed), "a@b", "x/y:")

    assert source.text == expected
    assert "x%2Fy" not in repr(source)


@pytest.mark.parametrize(
    ("owner", "principal", "is_anothers"),
    [
        ("/principals/anna/", "/principals/me/", True),
        ("http://127.0.0.1/principals/me", "/principals/me/", False),
        ("/principals/m%65/", "/principals/me/", False),
        ("", "/principals/me/", False),
        ("/principals/anna/", "", False),
        ("http://[", "/principals/me/", False),
    ],
)
def test_a_server_tells_whose_a_shared_calendar_is(
    client: httpx2.Client, site: Small, owner: str, principal: str, is_anothers: bool
) -> None:
    """Where it says whose it is, and who asks (RFC 3744, 5.1; RFC 5397)."""
    told = (
        f"<d:owner><d:href>{owner}</d:href></d:owner>"
        f"<d:current-user-principal><d:href>{principal}</d:href></d:current-user-principal>"
    )
    site.edit = lambda text: text.replace("<d:displayname>", f"{told}<d:displayname>")

    assert found(client, source_of(site.address)).is_anothers is is_anothers
