"""No way into the house: every private address by every way that leads to one; nothing is connected to."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.inbox.fetch_server import NOW, PATIENT, getting, serving
from worker.inbox.fetching.client import http_client
from worker.inbox.fetching.guard import Guard, RefusedAddressError, guard_of
from worker.inbox.fetching.pace import HostGate
from worker.inbox.fetching.sheet import Known
from worker.inbox.fetching.source import source_of
from worker.inbox.fetching.visit import visit

REFUSED = (Path(__file__).parent / "guard_refused.txt").read_text().split()
Way = Callable[[list[str]], None]


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every place that anything in this process connects to, by address and port."""
    seen: list[object] = []
    connect = socket.socket.connect

    def watched(self: socket.socket, place: object) -> None:
        seen.append(place)
        connect(self, place)  # type: ignore[arg-type]  # as the caller gave it

    monkeypatch.setattr(socket.socket, "connect", watched)
    return seen


def directly(addresses: list[str]) -> None:
    """The name itself leads there."""
    place = [""]
    with getting(Guard(), lambda *_: place) as get:
        for place[0] in addresses:
            with pytest.raises(RefusedAddressError):
                get("http://feeds.example.org/c.ics")


def by_redirect(addresses: list[str]) -> None:
    """An allowed server sends us to a name that leads there."""
    with led_on("inner.example.org") as (lead, inner):
        for inner[0] in addresses:
            lead()


def by_rebinding(addresses: list[str]) -> None:
    """The same name leads there at the second look-up."""
    with led_on("first.example.org") as (lead, inner):
        for inner[0] in addresses:
            lead()


@contextmanager
def led_on(to: str) -> Iterator[tuple[Callable[[], None], list[str]]]:
    """A server at first.example.org, allowed by name and port, whose answer leads to the host `to`."""
    inner = [""]
    with serving() as site:
        site.pages["/c.ics"] = lambda handler: handler.answer(302, Location=f"http://{to}:1/c.ics")

        def resolve(host: str, port: int) -> list[str]:
            return ["127.0.0.1"] if (host, port) == ("first.example.org", site.port) else inner

        with getting(guard_of([f"first.example.org:{site.port}"]), resolve) as get:

            def lead() -> None:
                with pytest.raises(RefusedAddressError):
                    get(f"http://first.example.org:{site.port}/c.ics")

            yield lead, inner
        assert len(site.requests) > 0


def by_caldav(addresses: list[str]) -> None:
    """The other kind of question, over the same guard."""
    place = [""]
    source = source_of("caldav+http://ada:word@dav.example.org/cal/")
    with http_client(Guard(), version="0.1.0", resolve=lambda *_: place) as client:
        for place[0] in addresses:
            with pytest.raises(RefusedAddressError):
                visit(source, known=Known(), client=client, gate=HostGate(), now=NOW, limits=PATIENT)


@pytest.mark.parametrize(
    "way", [directly, by_redirect, pytest.param(by_rebinding, marks=pytest.mark.slow), by_caldav]
)
def test_no_way_leads_into_the_house(way: Way, connections: list[object]) -> None:
    """Two hundred addresses and more by each way; only the server that the test allows is ever connected to."""
    way(REFUSED)

    assert len(REFUSED) >= 200
    assert bool(connections) is (way in (by_redirect, by_rebinding))  # what is allowed is seen
    assert not [place for place in connections if not _is_the_tests_own(place)]


def _is_the_tests_own(place: object) -> bool:
    """The allowed server listens at a high port; each refused address is asked at port 80 or 1."""
    return isinstance(place, tuple) and place[0] == "127.0.0.1" and place[1] > 1023
