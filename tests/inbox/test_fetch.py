"""Fetching from a real server: what comes back, what is sent, and what a failure says."""

import gzip
import threading
import zlib
from collections.abc import Callable

import pytest

from tests.inbox.fetch_server import CALENDAR, OPEN, Get, Handler, Site, getting
from worker.errors import TemporaryError
from worker.inbox.body import Held
from worker.inbox.fetching.catch import Fetched, NotModified, UnavailableError, UnreadableError


def test_a_calendar_comes_with_all_that_the_next_visit_needs(site: Site, get: Get) -> None:
    """Body, validators and time in the cache."""
    site.pages["/c.ics"] = lambda handler: handler.answer(
        body=CALENDAR,
        ETag='"7"',
        Last_Modified="Sun, 22 Nov 2026 10:00:00 GMT",
        Content_Type="text/calendar; charset=utf-8",
        Cache_Control="private, max-age=7200",
    )

    caught = get(f"{site.address}/c.ics")

    assert caught == Fetched(
        body=Held(CALENDAR),
        etag='"7"',
        last_modified="Sun, 22 Nov 2026 10:00:00 GMT",
        cache_seconds=7200,
    )


def test_a_visitor_says_who_it_is(site: Site, get: Get) -> None:
    """Name and version in User-Agent; no cookie, no name of a user."""
    get(f"{site.address}/c.ics")

    headers = site.last_headers("/c.ics")
    assert headers["User-Agent"] == "Snowdrop/0.1.0"
    assert not {"Cookie", "Authorization", "Referer"} & set(headers)


def test_an_unchanged_calendar_is_not_sent_again(site: Site, get: Get) -> None:
    """Both validators go back, and a 304 says that nothing is new."""

    def page(handler: Handler) -> None:
        is_known = (
            handler.headers["If-None-Match"] == '"7"' and handler.headers["If-Modified-Since"] == "then"
        )
        handler.answer(304 if is_known else 500, Cache_Control="max-age=60")

    site.pages["/c.ics"] = page

    caught = get(f"{site.address}/c.ics", etag='"7"', last_modified="then")

    assert caught == NotModified(etag='"7"', last_modified="then", cache_seconds=60)


def test_a_304_that_nobody_asked_for_is_no_calendar(site: Site, get: Get) -> None:
    """Without validators there is nothing that could be unchanged."""
    site.pages["/c.ics"] = lambda handler: handler.answer(304)

    with pytest.raises(UnavailableError, match=r"\(304\)"):
        get(f"{site.address}/c.ics")


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda body: zlib.compress(body, wbits=-15)),
        ("gzip, gzip", lambda body: gzip.compress(gzip.compress(body))),
        ("identity", gzip.compress),
        ("", lambda body: gzip.compress(body[:20]) + gzip.compress(body[20:]) + b"\0" * 9),
    ],
)
def test_a_packed_calendar_is_unpacked(
    site: Site, get: Get, coding: str, pack: Callable[[bytes], bytes]
) -> None:
    """gzip and deflate in all their dialects, also where the header forgets to say so."""
    site.pages["/c.ics"] = lambda handler: handler.answer(body=pack(CALENDAR), Content_Encoding=coding)

    caught = get(f"{site.address}/c.ics")

    assert isinstance(caught, Fetched)
    assert caught.body == Held(CALENDAR)


def test_one_feeds_cookie_is_not_shown_to_the_next(site: Site, get: Get) -> None:
    """The client is shared by all users' feeds, so it keeps nothing."""
    site.pages["/c.ics"] = lambda handler: handler.answer(body=CALENDAR, Set_Cookie="who=ada; Path=/")

    get(f"{site.address}/c.ics")
    get(f"{site.address}/c.ics")

    assert "Cookie" not in site.last_headers("/c.ics")


def test_no_connection_is_kept_for_the_next_fetch(site: Site, get: Get) -> None:
    """It would go past the guard, and past the wall clock of the next."""
    ports = []

    def page(handler: Handler) -> None:
        ports.append(handler.client_address[1])
        handler.protocol_version, handler.close_connection = "HTTP/1.1", False
        handler.answer(body=CALENDAR)

    site.pages["/c.ics"] = page
    get(f"{site.address}/c.ics")
    get(f"{site.address}/c.ics")

    assert len(set(ports)) == 2


def test_a_proxy_in_the_environment_is_ignored(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would connect for us, past the guard."""
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")

    with getting(OPEN) as get:
        caught = get(f"{site.address}/c.ics")

    assert isinstance(caught, Fetched)


def test_a_host_is_asked_one_thing_at_a_time(site: Site, get: Get) -> None:
    """Four threads, one host: they queue."""

    def page(handler: Handler) -> None:
        site.is_over.wait(0.05)
        handler.answer(body=CALENDAR)

    site.pages["/c.ics"] = page
    threads = [threading.Thread(target=get, args=(f"{site.address}/c.ics",)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (site.visits()["/c.ics"], site.most_at_once) == (4, 1)


def test_webcal_reaches_a_plain_server_in_the_house(site: Site, get: Get) -> None:
    """webcal is https outside; inside, servers seldom have a certificate."""
    caught = get(f"webcal://127.0.0.1:{site.port}/c.ics")

    assert isinstance(caught, Fetched)


@pytest.mark.parametrize("status", [404, 410, 401, 403, 400, 451])
def test_what_only_the_user_can_mend_is_permanent(site: Site, get: Get, status: int) -> None:
    """One sentence with the host's name, the number and what to do."""
    site.pages["/c.ics"] = lambda handler: handler.answer(status, body=b"<html>no</html>")

    with pytest.raises(UnreadableError, match=rf"127\.0\.0\.1 .*\({status}\): .*\.$"):
        get(f"{site.address}/c.ics")


def test_a_closed_calendar_is_added_with_a_name_and_no_password_in_the_command(site: Site, get: Get) -> None:
    """Everyone on a machine can see its command lines."""
    site.pages["/c.ics"] = lambda handler: handler.answer(401)

    with pytest.raises(UnreadableError, match=r"secret or public address, or add it with --user\.$"):
        get(f"{site.address}/c.ics")


def test_a_login_that_is_turned_down_is_what_has_to_be_checked(site: Site, get: Get) -> None:
    """Whoever gave one is not told to give one."""
    site.pages["/c.ics"] = lambda handler: handler.answer(401)

    with pytest.raises(UnreadableError, match=r"does not accept the user name or the password \(401\)"):
        get(f"http://me:secret@127.0.0.1:{site.port}/c.ics")


@pytest.mark.parametrize(
    ("wish", "seconds"),
    [
        ("120", 120),
        ("Sun, 22 Nov 2026 12:02:00 GMT", 120),
        ("Sun, 22 Nov 2026 11:00:00 GMT", 0),
        ("soon", None),
        ("9" * 5000, None),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_a_servers_wish_for_rest_is_heard(
    site: Site, get: Get, status: int, wish: str, seconds: int | None
) -> None:
    """Retry-After as seconds or as a date, which is counted on the server's clock where it shows one."""

    def page(handler: Handler) -> None:
        handler.send_response_only(status)
        handler.send_header("Date", "Sun, 22 Nov 2026 12:00:00 GMT")
        handler.send_header("Retry-After", wish)
        handler.end_headers()

    site.pages["/c.ics"] = page

    with pytest.raises(UnavailableError) as caught:
        get(f"{site.address}/c.ics")

    assert caught.value.retry_after_seconds == seconds
    assert isinstance(caught.value, TemporaryError)
