"""Servers that are slow, broken or mean: a fetch is over in time, small, and says nothing secret."""

import logging
import struct
import time
import tracemalloc
import zlib

import pytest

from tests.inbox.fetch_server import CALENDAR, Get, Handler, Page, Site
from worker.errors import SnowdropError
from worker.inbox.fetching.catch import Fetched, Limits, TooLargeError, UnavailableError, UnreadableError
from worker.inbox.fetching.source import source_of

HASTY = Limits(total_seconds=0.3)


def bomb(size_gib: int) -> bytes:
    """A valid gzip body of zeros, made of one packed stretch of 16 MiB over and over."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    stretch = packer.compress(bytes(1 << 24)) + packer.flush(zlib.Z_FULL_FLUSH)
    tail = b"\x03\x00" + struct.pack("<II", 0, (size_gib << 30) & 0xFFFFFFFF)
    return b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03" + stretch * (size_gib * 64) + tail


def test_a_bomb_of_one_gibibyte_stays_small(site: Site, get: Get) -> None:
    """It is unpacked in pieces and dropped at the limit of 15 MiB: less than 32 MB are ever held."""
    body = bomb(1)
    site.pages["/c.ics"] = lambda handler: handler.answer(body=body, Content_Encoding="gzip")
    tracemalloc.start()

    with pytest.raises(TooLargeError, match="holds more than 16 MB"):
        get(f"http://127.0.0.1:{site.port}/c.ics")

    peak_bytes = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak_bytes < 32_000_000


def test_a_bomb_within_a_bomb_stays_small(site: Site, get: Get) -> None:
    """Two layers are two small stretches; a third is refused unopened."""
    body = zlib.compress(bomb(1))
    site.pages["/two"] = lambda handler: handler.answer(body=body, Content_Encoding="gzip, deflate")
    site.pages["/three"] = lambda handler: handler.answer(body=body, Content_Encoding="gzip, gzip, deflate")

    with pytest.raises(TooLargeError):
        get(f"http://127.0.0.1:{site.port}/two")
    with pytest.raises(UnreadableError, match="not read here"):
        get(f"http://127.0.0.1:{site.port}/three")


def test_the_limit_itself_is_still_allowed(site: Site, get: Get) -> None:
    """A body of exactly the limit comes in, one byte more does not."""
    site.pages["/c.ics"] = lambda handler: handler.answer(body=b"x" * 1000)

    caught = get(f"http://127.0.0.1:{site.port}/c.ics", Limits(body_bytes=1000))
    assert isinstance(caught, Fetched)
    with pytest.raises(TooLargeError, match="holds more than 999 bytes"):
        get(f"http://127.0.0.1:{site.port}/c.ics", Limits(body_bytes=999))


@pytest.mark.parametrize(
    "page",
    [
        lambda handler: handler.server.site.is_over.wait(5),
        lambda handler: handler.drip(b"HTTP/1.1 200 OK\r\nX-Slow: "),
        lambda handler: handler.drip(b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n"),
        lambda handler: handler.drip(
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8b\x08\x08aaaaaa"
        ),
    ],
    ids=["silence", "header", "body", "packed body"],
)
def test_a_dripping_server_is_left_in_time_and_the_next_is_served(site: Site, get: Get, page: Page) -> None:
    """One wall clock over all: a byte now and then does not buy time, nor hold the next feed up."""
    site.pages["/slow.ics"] = page
    began = time.monotonic()

    with pytest.raises(UnavailableError, match=r"took longer than 0\.3 seconds"):
        get(f"http://127.0.0.1:{site.port}/slow.ics", HASTY)

    assert time.monotonic() - began < 2
    assert isinstance(get(f"http://127.0.0.1:{site.port}/c.ics"), Fetched)


def test_redirects_share_one_clock(site: Site, get: Get) -> None:
    """Each hop alone would be quick enough."""

    def page(handler: Handler) -> None:
        time.sleep(0.12)
        handler.answer(302, Location="/c.ics")

    site.pages["/c.ics"] = page

    with pytest.raises(UnavailableError, match="took longer"):
        get(f"http://127.0.0.1:{site.port}/c.ics", HASTY)


def test_a_slow_look_up_is_left_in_time(get: Get) -> None:
    """The system's resolver has no limit of its own that fits."""
    began = time.monotonic()

    with pytest.raises(UnavailableError, match=r"slow\.example\.org took longer"):
        get("http://slow.example.org/c.ics", HASTY)

    assert time.monotonic() - began < 2


def test_endless_headers_are_cut(site: Site, get: Get) -> None:
    """At 100 KiB, long before the time is over."""

    def page(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for _ in range(1000):
            handler.wfile.write(b"X-More: " + b"x" * 1000 + b"\r\n")

    site.pages["/c.ics"] = page

    with pytest.raises(UnavailableError, match="broke the connection off"):
        get(f"http://127.0.0.1:{site.port}/c.ics")


@pytest.mark.parametrize(
    ("headers", "sentence"),
    [
        ({"Content_Length": "999"}, "broke the connection off"),
        ({"Content_Encoding": "gzip"}, "damaged calendar"),
        ({"Content_Encoding": "br"}, "not read here"),
    ],
)
def test_a_damaged_body_is_never_half_a_calendar(
    site: Site, get: Get, headers: dict[str, str], sentence: str
) -> None:
    """Cut short, packed wrongly, or packed as nobody asked: an error, so that the last good one stays."""
    site.pages["/c.ics"] = lambda handler: handler.answer(body=CALENDAR, **headers)

    with pytest.raises(SnowdropError, match=sentence):
        get(f"http://127.0.0.1:{site.port}/c.ics")


def test_a_cut_gzip_stream_is_damaged(site: Site, get: Get) -> None:
    """Though HTTP itself ended well."""
    body = zlib.compress(CALENDAR, wbits=31)[:-12]
    site.pages["/c.ics"] = lambda handler: handler.answer(body=body, Content_Encoding="gzip")

    with pytest.raises(UnavailableError, match="damaged calendar"):
        get(f"http://127.0.0.1:{site.port}/c.ics")


def test_what_keeps_us_away_is_told_plainly(get: Get) -> None:
    """A name that is none, and a door where nobody opens."""
    with pytest.raises(UnavailableError, match=r"^nowhere\.example\.org was not found: .+\.$"):
        get("https://nowhere.example.org/c.ics")
    with pytest.raises(UnavailableError, match=r"^closed\.example\.org refused the connection: .+\.$"):
        get("http://closed.example.org:1/c.ics")


SECRETS = ("planted-user", "planted-word", "planted-path", "planted-query", "planted-next")


@pytest.mark.parametrize(
    "page",
    [
        *(
            lambda handler, status=status: handler.answer(status)
            for status in (204, 302, 304, 400, 401, 404, 429, 500)
        ),
        lambda handler: handler.answer(302, Location="https://planted-next:bad/planted-next"),
        lambda handler: handler.answer(302, Location="http://127.0.0.1:1/planted-next"),
        lambda handler: handler.answer(302, Location="/planted-path/planted-next"),
        lambda handler: handler.wfile.write(b"planted-next\r\n\r\n"),
        lambda handler: handler.drip(b"HTTP/1.1 200 OK\r\n"),
        lambda handler: handler.answer(body=CALENDAR, Content_Encoding="gzip"),
    ],
)
def test_no_failure_shows_the_address(
    site: Site, get: Get, page: Page, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither the sentence nor the source's repr nor any log line holds user, password, path or query."""
    caplog.set_level(logging.DEBUG)
    site.pages.update(
        {"/planted-path": page, "/planted-path/planted-next": lambda handler: handler.answer(404)}
    )
    address = f"http://planted-user:planted-word@127.0.0.1:{site.port}/planted-path?planted-query"

    with pytest.raises(SnowdropError) as caught:
        get(address, HASTY)

    shown = " ".join([str(caught.value), repr(caught.value), repr(source_of(address)), caplog.text])
    assert not [secret for secret in SECRETS if secret in shown]
