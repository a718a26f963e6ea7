"""Redirects and names: where a fetch lets itself be led, and what it takes along."""

import pytest

from tests.inbox.fetch_server import NOW, OPEN, Get, Site, getting, serving
from worker.errors import PermanentError
from worker.inbox.fetching.catch import Fetched, UnavailableError
from worker.inbox.fetching.client import Clients
from worker.inbox.fetching.fetch import fetch
from worker.inbox.fetching.guard import Guard, RefusedAddressError, guard_of
from worker.inbox.fetching.pace import HostGate
from worker.inbox.fetching.source import source_of
from worker.inbox.fetching.wire import system_addresses


@pytest.mark.parametrize(
    ("before", "after"), [(301, "c.ics"), (302, "/c.ics"), (307, "?"), (308, "//127.0.0.1")]
)
def test_a_redirect_is_followed(site: Site, get: Get, before: int, after: str) -> None:
    """Absolute, relative to the folder, to the host, or only another query."""
    place = {"?": "/c.ics?token=2", "//127.0.0.1": f"//127.0.0.1:{site.port}/c.ics"}.get(after, after)
    site.pages["/old.ics"] = lambda handler: handler.answer(before, Location=place)

    caught = get(f"{site.address}/old.ics", etag='"7"')

    assert isinstance(caught, Fetched)
    assert site.last_headers(place if "?" in place else "/c.ics")["If-None-Match"] == '"7"'


def test_a_redirect_loop_ends_after_five(site: Site, get: Get) -> None:
    """The first request and five more."""
    site.pages["/c.ics"] = lambda handler: handler.answer(302, Location="/c.ics")

    with pytest.raises(UnavailableError, match="sends us on and on"):
        get(f"{site.address}/c.ics")

    assert site.visits()["/c.ics"] == 6


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://example.org/", "https:", "http://a:b/"])
def test_a_redirect_to_something_else_is_refused(site: Site, get: Get, place: str) -> None:
    """Only web addresses, and whole ones."""
    site.pages["/c.ics"] = lambda handler: handler.answer(302, Location=place)

    with pytest.raises(PermanentError, match=r"^(127\.0\.0\.1|The calendar's address)"):
        get(f"{site.address}/c.ics")


@pytest.mark.parametrize("inner", ["127.0.0.2", "10.0.0.1", "[::1]", "169.254.169.254", "0x7f.2"])
def test_a_redirect_into_the_house_is_refused(site: Site, inner: str) -> None:
    """Though the first address was allowed: by its exact host and port."""
    guard = guard_of([f"127.0.0.1:{site.port}"])
    site.pages["/c.ics"] = lambda handler: handler.answer(302, Location=f"http://{inner}:{site.port}/")

    with getting(guard, system_addresses) as get, pytest.raises(RefusedAddressError, match="private network"):
        get(f"{site.address}/c.ics")

    assert site.visits() == {"/c.ics": 1}


def test_what_the_owner_typed_may_lie_in_the_house_but_not_where_it_leads(site: Site) -> None:
    """A calendar outside, or a hacked one inside, would else look around the house."""
    with serving("127.0.0.2") as other:
        site.pages["/in.ics"] = lambda handler: handler.answer(
            302, Location=f"http://127.0.0.2:{other.port}/c.ics"
        )
        site.pages["/same.ics"] = lambda handler: handler.answer(302, Location="/c.ics")
        found = {}
        for page in ("c.ics", "same.ics", "in.ics"):
            source = source_of(f"http://127.0.0.1:{site.port}/{page}")
            with Clients(Guard(), version="0.1.0").of(source, is_trusted=True) as client:
                try:
                    caught = fetch(source, client=client, gate=HostGate(), now=NOW)
                    found[page] = isinstance(caught, Fetched)
                except RefusedAddressError:
                    found[page] = False

        assert found == {"c.ics": True, "same.ics": True, "in.ics": False}
        assert other.requests == []


@pytest.mark.parametrize("host", ["nas", "NAS.", "müller.example", "0x7f.1"])
def test_a_typed_host_is_known_in_every_spelling(site: Site, host: str) -> None:
    """As the connection spells it."""
    source, clients = source_of(f"http://{host}:{site.port}/c.ics"), Clients(Guard(), version="0.1.0")

    with clients.of(source, is_trusted=True, resolve=lambda *_: ["127.0.0.1"]) as client:
        assert client.get(source.text).status_code == 200


def test_what_was_not_typed_by_the_owner_gains_nothing(site: Site) -> None:
    """The page adds addresses as well."""
    clients = Clients(Guard(), version="0.1.0")
    source = source_of(f"{site.address}/c.ics")

    with pytest.raises(RefusedAddressError):
        fetch(source, client=clients.of(source, is_trusted=False), gate=HostGate(), now=NOW)


def test_a_name_that_changes_its_address_gains_nothing(site: Site) -> None:
    """DNS rebinding: one look-up per connection, and each answer is judged before it is used."""
    answers = iter(["127.0.0.1", "127.0.0.2"])
    guard = guard_of(["127.0.0.1/32"])
    with serving("127.0.0.2") as canary, getting(guard, lambda *_: [next(answers)]) as get:
        again = f"http://rebinding.example.org:{canary.port}/c.ics"
        site.pages["/c.ics"] = lambda handler: handler.answer(302, Location=again)

        with pytest.raises(RefusedAddressError):
            get(f"http://rebinding.example.org:{site.port}/c.ics")

        assert (len(site.requests), len(canary.requests)) == (1, 0)


def test_the_address_that_was_judged_is_the_one_connected_to(site: Site) -> None:
    """The name is not looked up a second time, and the server still hears it in Host."""
    asked = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append((host, port))
        return ["127.0.0.1"]

    with getting(guard_of(["feeds.example.org"]), resolve) as get:
        get(f"http://feeds.example.org:{site.port}/c.ics")

    assert asked == [("feeds.example.org", site.port)]
    assert site.last_headers("/c.ics")["Host"] == f"feeds.example.org:{site.port}"


def test_a_dead_first_address_does_not_hide_the_second(site: Site) -> None:
    """As with hosts whose IPv6 does not answer."""
    with getting(OPEN, lambda *_: ["127.0.0.3", "127.0.0.1"]) as get:
        caught = get(f"http://feeds.example.org:{site.port}/c.ics")

    assert isinstance(caught, Fetched)


def test_name_and_password_reach_their_own_host_only(site: Site, get: Get) -> None:
    """Sent to the host they were given for, dropped on the way elsewhere, not picked up on the way back."""
    with serving() as other:
        site.pages["/a"] = lambda handler: handler.answer(302, Location="/b")
        site.pages["/b"] = lambda handler: handler.answer(
            302, Location=f"http://x:y@127.0.0.1:{other.port}/o"
        )
        other.pages["/o"] = lambda handler: handler.answer(302, Location=f"{site.address}/c.ics")

        get(f"http://ada:p%C3%A4ss@127.0.0.1:{site.port}/a")

        assert site.last_headers("/a")["Authorization"] == "Basic YWRhOnDDpHNz"
        assert site.last_headers("/b")["Authorization"] == "Basic YWRhOnDDpHNz"
        assert "Authorization" not in other.last_headers("/o")
        assert "Authorization" not in site.last_headers("/c.ics")
