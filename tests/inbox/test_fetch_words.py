"""The pure parts of fetching: sources, paces, headers, unpacking."""

import gzip
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.errors import PermanentError
from worker.inbox.fetching.catch import UnavailableError
from worker.inbox.fetching.pace import HostGate, next_poll_seconds
from worker.inbox.fetching.reply import cache_seconds, retry_after_seconds, validator
from worker.inbox.fetching.source import Source, SourceKind, source_of
from worker.inbox.fetching.unpack import PIECE_BYTES, UnpackError, unpacked

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HOUR, DAY = 3600, 86400


@pytest.mark.parametrize(
    ("text", "address", "label"),
    [
        ("https://example.org/a/b.ics?key=1", "https://example.org/a/b.ics?key=1", "example.org"),
        ("HTTPS://Example.ORG/A", "https://Example.ORG/A", "example.org"),
        ("http://example.org", "http://example.org", "example.org"),
        ("  webcal://example.org/c.ics\n", "https://example.org/c.ics", "example.org"),
        ("webcals://nas.local/c.ics", "https://nas.local/c.ics", "nas.local"),
        ("webcal://nas.local/c.ics", "http://nas.local/c.ics", "nas.local"),
        ("webcal://radicale:5232/c.ics", "http://radicale:5232/c.ics", "radicale"),
        ("webcal://127.0.0.1:80/c.ics", "http://127.0.0.1:80/c.ics", "127.0.0.1"),
        ("webcal://[::1]:80/c.ics", "http://[::1]:80/c.ics", "::1"),
        ("webcal://8.8.8.8/c.ics", "https://8.8.8.8/c.ics", "8.8.8.8"),
        ("https://ada:word@example.org:8443/", "https://ada:word@example.org:8443/", "example.org"),
    ],
)
def test_an_address_is_understood_and_shown_as_its_host(text: str, address: str, label: str) -> None:
    """webcal is https, but http within the house; only the host's name may be shown."""
    source = source_of(text)

    assert source == Source(kind=SourceKind.ADDRESS, text=address, label=label)
    assert source.label == label
    assert address not in repr(source)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "a\0b",
        "a\ud800b",
        "https://example.org/secret\ud800",
        "ftp://example.org/secret",
        "file:///secret",
        "https:example.org/secret",
        "webcal:/secret",
        "https://",
        "https:///secret",
        "https://example.org:port/secret",
        "https://example.org:99999/secret",
        "https://exa mple.org/secret",
        "https://good.example.org\\@evil.example.org/secret",
        "https://[::1/secret",
    ],
)
def test_what_is_no_source_is_refused_without_showing_it(text: str) -> None:
    """One sentence with the remedy."""
    with pytest.raises(PermanentError, match=r"^[A-Z].+: .+\.$") as caught:
        source_of(text)

    assert "secret" not in str(caught.value)


@given(st.text(st.sampled_from("webcaltps:/@[]%.?#\\0129é\x80①-_~\n\0 "), max_size=30))
def test_whatever_is_typed_is_a_source_or_a_sentence(text: str) -> None:
    """No other error."""
    try:
        shown = source_of(text).label
    except PermanentError as error:
        shown = str(error)

    assert shown.isprintable()


def test_a_path_is_shown_as_its_last_part() -> None:
    """Without the folders before it, and without what a terminal would obey."""
    assert source_of("/home/ada/work.ics").label == "work.ics"
    assert source_of("C:work.ics").kind is SourceKind.PATH
    assert source_of("a\x1b[2J.ics").label == "a\N{REPLACEMENT CHARACTER}[2J.ics"
    assert source_of("~0/work.ics").label == "work.ics"
    assert source_of(".").label


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ({}, HOUR),
        ({"cache_seconds": 60}, HOUR),
        ({"cache_seconds": 2 * HOUR}, 2 * HOUR),
        ({"cache_seconds": 90 * DAY}, DAY),
        ({"failures": 1}, HOUR),
        ({"failures": 2}, 2 * HOUR),
        ({"failures": 5}, 16 * HOUR),
        ({"failures": 6}, DAY),
        ({"failures": 10**9}, DAY),
        ({"failures": 1, "retry_after_seconds": 30}, HOUR),
        ({"failures": 1, "retry_after_seconds": 5 * HOUR}, 5 * HOUR),
        ({"failures": 1, "retry_after_seconds": 2 * DAY}, 2 * DAY),
        ({"failures": 1, "retry_after_seconds": 10**9}, 7 * DAY),
        ({"failures": 3, "cache_seconds": DAY}, 4 * HOUR),
        ({"usual_seconds": 2 * DAY, "failures": 9}, 2 * DAY),
    ],
)
def test_the_next_visit_is_neither_pushy_nor_never(said: dict[str, int], seconds: int) -> None:
    """Hourly; a cache up to a day; failures twice as long each time up to a day; Retry-After up to a week."""
    assert next_poll_seconds(**said) == seconds


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"cache-control": "max-age=60"}, 60),
        ({"cache-control": 'Public , MAX-AGE = "60"'}, 60),
        ({"cache-control": "max-age=60, no-cache"}, 0),
        ({"cache-control": "max-age=soon"}, None),
        ({"cache-control": "max-age=-1"}, None),
        ({"expires": "Sun, 22 Nov 2026 13:00:00 GMT"}, HOUR),
        ({"expires": "Sun, 22 Nov 2026 13:00:00 GMT", "date": "Sun, 22 Nov 2026 12:59:00 GMT"}, 60),
        ({"expires": "Sun, 22 Nov 2026 13:00:00 GMT", "cache-control": "max-age=5"}, 5),
        ({"expires": "0"}, None),
        ({"expires": "Thu, 01 Jan 1970 00:00:00 GMT"}, 0),
    ],
)
def test_a_servers_caching_is_read_as_it_is_written(headers: dict[str, str], seconds: int | None) -> None:
    """RFC 9111: max-age before Expires, Expires on the server's clock."""
    assert cache_seconds(headers, NOW) == seconds


@given(st.text(), st.text())
def test_no_header_breaks_the_reading(one: str, other: str) -> None:
    """Whatever stands there is seconds or nothing."""
    said = {"retry-after": one, "cache-control": f"max-age={one}", "expires": other, "date": other}

    for seconds in (retry_after_seconds(said, NOW), cache_seconds(said, NOW)):
        assert seconds is None or seconds >= 0


def test_a_validator_that_cannot_be_sent_back_is_dropped() -> None:
    """It costs a 304, not the calendar."""
    assert validator('W/"7"') == 'W/"7"'
    assert [validator(value) for value in (None, '"ä"', '"a\r\nX: y"', "x" * 9999)] == [None] * 4


@given(
    st.binary(max_size=300),
    st.integers(1, 7),
    st.sampled_from(["gzip", "deflate", "raw", "twice", "members"]),
)
def test_a_body_is_unpacked_however_it_is_cut(body: bytes, size: int, dialect: str) -> None:
    """Pieces of one byte and up; two members in a row are one body."""
    if body.startswith(b"\x1f\x8b"):
        return  # this would be unpacked once more
    packed, coding = {
        "gzip": (gzip.compress(body), "gzip"),
        "deflate": (zlib.compress(body), "deflate"),
        "raw": (zlib.compress(body, wbits=-15), "deflate"),
        "twice": (zlib.compress(gzip.compress(body)), "gzip, deflate"),
        "members": (gzip.compress(body[:9]) + gzip.compress(body[9:]) + b"\0\0\0", "x-gzip"),
    }[dialect]
    pieces = [packed[start : start + size] for start in range(0, len(packed), size)]

    assert b"".join(unpacked(pieces, coding)) == body


@given(st.binary(min_size=1, max_size=200), st.data())
def test_a_cut_body_is_never_taken_for_a_whole_one(body: bytes, data: st.DataObject) -> None:
    """At whatever byte it ends."""
    packed = gzip.compress(body)
    end = data.draw(st.integers(1, len(packed) - 1))

    with pytest.raises(UnpackError):
        list(unpacked([packed[:end]], "gzip"))


def test_pieces_stay_small() -> None:
    """However much is in one packed piece."""
    pieces = list(unpacked([gzip.compress(bytes(10_000_000))], "gzip"))

    assert max(map(len, pieces)) <= PIECE_BYTES
    assert sum(map(len, pieces)) == 10_000_000


def test_an_empty_body_is_empty() -> None:
    """Also where it calls itself packed."""
    nothing: Iterator[bytes] = iter(())

    assert b"".join(unpacked(nothing, "gzip")) == b""


def test_a_busy_host_is_waited_for_and_then_left() -> None:
    """Another host is free meanwhile, and the same one afterwards."""
    gate = HostGate()

    with gate.held("a.example.org", wait_seconds=0), gate.held("b.example.org", wait_seconds=0):
        again = gate.held("a.example.org", wait_seconds=0.01)
        with pytest.raises(UnavailableError, match=r"^a\.example\.org is busy"):
            again.__enter__()
    with gate.held("a.example.org", wait_seconds=0):
        pass
