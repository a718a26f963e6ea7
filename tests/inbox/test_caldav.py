"""CalDAV: the same promises on Radicale (sync tokens), Xandikos (the same, otherwise), and a server with ctags only."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import httpx2
import pytest

from tests.inbox.caldav_servers import Server, radicale, small, xandikos
from tests.inbox.fetch_server import OPEN
from worker.inbox.fetching.catch import DEFAULT_LIMITS, Fetched, Limits, NotModified
from worker.inbox.fetching.client import http_client
from worker.inbox.fetching.fetch import fetch
from worker.inbox.fetching.guard import Guard, RefusedAddressError
from worker.inbox.fetching.pace import HostGate
from worker.inbox.fetching.sheet import Catch, Known
from worker.inbox.fetching.source import source_of
from worker.inbox.fetching.visit import visit

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
_STARTED: dict[str, Callable[[Path], AbstractContextManager[Server]]] = {
    "radicale": radicale,
    "xandikos": xandikos,
    "small": small,
}


class Reader:
    """One who visits a calendar again and again, and remembers what a visit has left."""

    def __init__(self, client: httpx2.Client) -> None:
        self.client, self.known, self.asked = client, Known(), list[httpx2.Request]()
        client.event_hooks = {"request": [self.asked.append], "response": []}

    def visit(self, address: str, limits: Limits = DEFAULT_LIMITS) -> Catch | NotModified:
        self.asked.clear()
        gate = HostGate()
        caught = visit(
            source_of(address), known=self.known, client=self.client, gate=gate, now=NOW, limits=limits
        )
        if isinstance(caught, Catch):
            fresh = {sheet.name for sheet in caught.fresh}
            there = {name: mark for name, mark in self.known.marks.items() if name in caught.kept | fresh}
            self.known = replace(self.known, etag=caught.etag, marks={**there, **caught.marks})
        else:
            self.known = replace(self.known, etag=caught.etag)
        return caught

    def catch(self, address: str, limits: Limits = DEFAULT_LIMITS) -> Catch:
        caught = self.visit(address, limits)
        assert isinstance(caught, Catch)
        return caught

    @property
    def methods(self) -> list[str]:
        return [request.method for request in self.asked]


def names(caught: Catch) -> list[str]:
    return sorted(sheet.name for sheet in caught.fresh)


@pytest.fixture
def reader() -> Iterator[Reader]:
    with http_client(OPEN, version="0.1.0") as client:
        yield Reader(client)


@pytest.fixture(
    scope="module", params=["radicale", "small", pytest.param("xandikos", marks=pytest.mark.slow)]
)
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with _STARTED[request.param](tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture
def server(running: Server, request: pytest.FixtureRequest) -> Server:
    """The same server for all tests, with an empty calendar for each."""
    name = hashlib.sha256(request.node.name.encode()).hexdigest()[:12]
    return replace(running, address=running.make(name))


def address_of(server: Server) -> str:
    return server.with_password if server.with_login else f"caldav+{server.address}"


def test_the_first_visit_brings_all_and_the_next_one_nothing(server: Server, reader: Reader) -> None:
    """An unchanged calendar costs one request."""
    server.put("a", "b", "c")

    first = reader.catch(address_of(server))
    second = reader.visit(address_of(server))

    assert names(first) == ["a.ics", "b.ics", "c.ics"]
    assert all(b"BEGIN:VEVENT" in sheet.body.whole() for sheet in first.fresh)
    assert isinstance(second, NotModified)
    assert reader.methods == ["PROPFIND"]


def test_one_changed_object_is_one_fetched(server: Server, reader: Reader) -> None:
    """And the others are not even named in what is asked."""
    server.put(*(f"e{number}" for number in range(20)))
    reader.visit(address_of(server))
    server.put("e7", title="Tea with Ada")

    caught = reader.catch(address_of(server))

    assert names(caught) == ["e7.ics"]
    assert b"Tea with Ada" in caught.fresh[0].body.whole()
    assert len(caught.kept) == 19
    assert len(reader.methods) == 3
    assert reader.asked[-1].content.count(b"<d:href>") == 1


def test_a_deleted_object_is_noticed(server: Server, reader: Reader) -> None:
    """It is neither fresh nor kept; nothing is fetched."""
    server.put("a", "b", "c")
    reader.visit(address_of(server))
    server.delete("b")

    caught = reader.catch(address_of(server))

    assert (caught.fresh, caught.kept) == ((), {"a.ics", "c.ics"})
    assert isinstance(reader.visit(address_of(server)), NotModified)


def test_what_came_and_went_between_two_visits_is_nothing(server: Server, reader: Reader) -> None:
    """Only the state of the whole is new, and remembered."""
    server.put("a")
    reader.visit(address_of(server))
    server.put("b")
    server.delete("b")

    assert isinstance(reader.visit(address_of(server)), NotModified)
    assert isinstance(reader.visit(address_of(server)), NotModified)
    assert reader.methods == ["PROPFIND"]


def test_a_state_that_the_server_forgot_costs_a_full_look(server: Server, reader: Reader) -> None:
    """What changed meanwhile is found all the same, and what is unchanged is not fetched again."""
    server.put("a", "b", "c")
    reader.visit(address_of(server))
    server.put("a", title="Tea")
    server.delete("b")
    reader.known = replace(reader.known, etag="sync http://example.org/forgotten/1")

    caught = reader.catch(address_of(server))

    assert (names(caught), caught.kept) == (["a.ics"], {"c.ics"})


def test_an_empty_calendar_is_a_calendar(server: Server, reader: Reader) -> None:
    """Nothing is new in it, and nothing is wrong."""
    assert isinstance(reader.visit(address_of(server)), NotModified)


def test_a_collection_comes_as_one_body_where_nobody_remembers(server: Server, reader: Reader) -> None:
    """For the commands that read once."""
    server.put("a", "b")

    caught = fetch(source_of(address_of(server)), client=reader.client, gate=HostGate(), now=NOW)

    assert isinstance(caught, Fetched)
    assert caught.body.whole().count(b"BEGIN:VEVENT") == 2


def test_a_small_limit_takes_several_visits_and_loses_nothing(server: Server, reader: Reader) -> None:
    """Each brings what fits; the state is kept only with the last."""
    uids = [f"e{number:03}" for number in range(120)]
    server.put(*uids, title="x" * 2_000)
    limits = Limits(body_bytes=100_000)

    first = reader.catch(address_of(server), limits)
    second = reader.catch(address_of(server), limits)

    assert (first.is_complete, first.etag) == (False, None)
    assert second.is_complete
    assert sorted(names(first) + names(second)) == [f"{uid}.ics" for uid in uids]
    assert isinstance(reader.visit(address_of(server), limits), NotModified)


@pytest.mark.slow
@pytest.mark.parametrize("start", [radicale, small])
def test_a_thousand_objects_come_in_batches(
    start: Callable[[Path], AbstractContextManager[Server]], tmp_path: Path, reader: Reader
) -> None:
    """Ten requests for a thousand objects, and two to know which."""
    with start(tmp_path) as server:
        server.fill(1_000)

        caught = reader.catch(address_of(server))

    assert len(caught.fresh) == 1_000
    assert len(reader.methods) == 12


def test_a_private_address_is_refused_unless_the_owner_gave_it(server: Server) -> None:
    """The same guard as for every address: nothing is sent at all."""
    with (
        http_client(Guard(), version="0.1.0") as client,
        pytest.raises(RefusedAddressError, match="ALLOW_PRIVATE"),
    ):
        Reader(client).visit(address_of(server))
