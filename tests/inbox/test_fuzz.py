"""Fuzzing the reader: whatever bytes come, a calendar or one sentence. Regressions are kept as examples."""

# ruff: noqa: T201 - what was done is printed

import os
import re
import time
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.inbox.calendars import BERLIN, FEEDS, UNTIL, calendar, event, whose
from tests.inbox.fuzzing import fuzz
from worker.core.judge import judged, without_cold
from worker.core.touch import once_each
from worker.errors import SnowdropError
from worker.inbox.body import Held
from worker.inbox.reading.entry import group_in, written
from worker.inbox.reading.extent import extent_of
from worker.inbox.reading.raw import groups_in, raw_in
from worker.inbox.reading.read import Calendar, calendar_in
from worker.inbox.reading.window import Window

SECONDS = float(os.environ.get("SNOWDROP_FUZZ_SECONDS", "60"))
SAMPLES = [path.read_bytes() for path in sorted(FEEDS.glob("*.ics"))]
WORDS = sorted({word for body in SAMPLES for word in re.findall(rb"[A-Za-z0-9+-]+|[:;=,\"\r\n ]+", body)})
ODD_PIECES = [
    *(
        b"\0",
        b"\r",
        b"\n ",
        b"\xff\xfe",
        b"\xc3",
        b"\xe2\x80\xa8",
        b'"',
        b"^n",
        b"\\",
        b":",
        b";",
        b"=",
        b",",
        b"%",
        b"<>",
    ),
    *(
        b"99991231T235959Z",
        b"00010101T000000",
        b"-P999999999W",
        b"P",
        b"/",
        b"FREQ=SECONDLY",
        b"BEGIN:",
        b"END:VEVENT",
    ),
    *(
        b"TZID=",
        b"RANGE=THISANDFUTURE",
        b"RECURRENCE-ID:20240304T090000Z",
        b"CHARSET=idna;ENCODING=QUOTED-PRINTABLE",
    ),
]
PIECES = st.sampled_from(WORDS + ODD_PIECES) | st.binary(max_size=4)
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]")
NOW = datetime(2025, 1, 1, tzinfo=UTC)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A sample in which some places were overwritten, doubled or taken out."""
    body = bytearray(draw(st.sampled_from(SAMPLES)))
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, len(body)))
        body[at : at + draw(st.sampled_from([0, 0, 1, 4, 30]))] = draw(PIECES)
    return bytes(body)


def read_whole_way(body: bytes) -> None:
    """Bytes to touches, on both ways: at once, and by way of the store."""
    try:
        found = calendar_in(
            Held(body), source="x", default_zone=None, fallback_zone=BERLIN, window=Window(None, UNTIL)
        )
    except SnowdropError as error:
        refused = str(error)
    else:
        check(found, body)
        refused = ""
    assert not CONTROL.search(refused)


def check(found: Calendar, body: bytes) -> None:
    once_each(without_cold(judged(found.occurrences, whose(found), NOW)).touches)
    assert not any(CONTROL.search(p.what + p.where) for p in found.problems)
    assert all(o.started_at <= o.ended_at and o.started_at < UNTIL for o in found.occurrences)
    assert not any(CONTROL.search(o.title + o.event_uid + o.event_key) for o in found.occurrences)
    raw = raw_in(Held(body), "x")
    for group in groups_in(raw):
        assert group_in(group.key, written(group)) == group
        extent_of(group)
    written_out = repr(raw.fingerprints()) + repr(found.occurrences)
    assert written_out.encode("utf-8")


@settings(max_examples=200, suppress_health_check=list(HealthCheck))
@given(mutated() | st.binary() | st.lists(PIECES, max_size=40).map(b"".join))
@example(calendar(event("EXDATE:00010101T000000+0100")))
@example(calendar(event("SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=idna:x")))
@example(calendar(event("SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=unicode_escape:=5Cud800")))
@example(calendar(event("RECURRENCE-ID:00010101T000000", "RRULE:FREQ=DAILY;COUNT=2"), event()))
@example(calendar(event("DTEND;TZID=Asia/Tokyo:00010101T000000")))
def test_whatever_comes_is_a_calendar_or_a_sentence(body: bytes) -> None:
    """Never any other exception, nothing that cannot be stored or shown."""
    read_whole_way(body)


@pytest.mark.slow
@pytest.mark.timeout(0)
def test_whatever_is_made_to_reach_new_lines_is_a_calendar_or_a_sentence() -> None:
    """One minute, guided by what was reached; `./run fuzz` takes ten. A failure shows the body and the seed."""
    seed = int(os.environ.get("SNOWDROP_FUZZ_SEED", time.time_ns() % 1_000_000))
    print(f"\nseed {seed}, {SECONDS:.0f} seconds")

    bodies, kept = fuzz(read_whole_way, SAMPLES, [*WORDS, *ODD_PIECES], SECONDS, seed)

    print(f"{bodies:,} bodies read, {kept:,} of them reached something new")
    assert bodies > 0
