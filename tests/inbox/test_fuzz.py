"""Fuzzing the reader: whatever bytes come, a calendar or one sentence. Regressions are kept as examples."""

import os
import re
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.inbox.calendars import BERLIN, FEEDS, UNTIL, calendar, event
from worker.core.judge import judged, once_each, without_cold
from worker.core.owner import Owners, owner_of, presence_in
from worker.errors import SnowdropError
from worker.inbox.reading.entry import group_in, written
from worker.inbox.reading.extent import extent_of
from worker.inbox.reading.read import Calendar, calendar_in, groups_in, raw_in
from worker.inbox.reading.window import Window

EXAMPLES = int(os.environ.get("SNOWDROP_FUZZ_EXAMPLES", "3000"))
SAMPLES = [path.read_bytes() for path in sorted(FEEDS.glob("*.ics"))]
WORDS = sorted({word for body in SAMPLES for word in re.findall(rb"[A-Za-z0-9+-]+|[:;=,\"\r\n ]+", body)})
ODD = st.sampled_from(
    [
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
)
PIECES = st.sampled_from(WORDS) | ODD | st.binary(max_size=4)
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
            body, source="x", default_zone=None, fallback_zone=BERLIN, window=Window(None, UNTIL)
        )
    except SnowdropError as error:
        refused = str(error)
    else:
        check(found, body)
        refused = ""
    assert not CONTROL.search(refused)


def check(found: Calendar, body: bytes) -> None:
    owners = Owners(inferred={"x": owner_of(presence_in(found.occurrences), found.name)})
    once_each(without_cold(judged(found.occurrences, owners, NOW)).touches)
    assert not any(CONTROL.search(p.what + p.where) for p in found.problems)
    assert all(o.started_at <= o.ended_at and o.started_at < UNTIL for o in found.occurrences)
    assert not any(CONTROL.search(o.title + o.event_uid + o.event_key) for o in found.occurrences)
    raw = raw_in(body, "x")
    for group in groups_in(raw):
        assert group_in(group.key, written(group)) == group
        extent_of(group)
    written_out = repr(raw.fingerprints()) + repr(found.occurrences)
    assert written_out.encode("utf-8")


def fuzz(examples: int) -> settings:
    return settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))


@fuzz(200)
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
@pytest.mark.timeout(900)
def test_whatever_comes_for_long_is_a_calendar_or_a_sentence() -> None:
    """The same with more examples; SNOWDROP_FUZZ_EXAMPLES sets how many."""
    fuzz(EXAMPLES)(given(mutated() | st.lists(PIECES, max_size=60).map(b"".join))(read_whole_way))()
