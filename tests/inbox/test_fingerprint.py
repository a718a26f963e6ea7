"""Fingerprints: what makes an event another one, and what a server may write anew without changing anything."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inbox.calendars import calendar, event, feed, zone
from worker.inbox.body import Held
from worker.inbox.reading import decode
from worker.inbox.reading.decode import entry_in
from worker.inbox.reading.fingerprint import STAMPS, UNREAD, VERSIONS, fingerprint_of, telling_lines
from worker.inbox.reading.losses import Losses
from worker.inbox.reading.raw import raw_in
from worker.inbox.reading.split import Chunk, Splitter
from worker.inbox.reading.text import normal_bytes

SAYING = [
    *(
        "SUMMARY:Tea",
        "LOCATION:Harbour",
        "RRULE:FREQ=DAILY;COUNT=3",
        "EXDATE:20240305T090000Z",
        "STATUS:TENTATIVE",
    ),
    *("ATTENDEE;CN=Ada:mailto:ada@example.org", "ATTENDEE;PARTSTAT=DECLINED:mailto:bea@example.org"),
    *("ORGANIZER:mailto:cleo@example.org", "CLASS:PRIVATE", "TRANSP:TRANSPARENT", "DTEND:20240304T100000Z"),
    "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
]


def events(*parts: str) -> list[Chunk]:
    return list(Splitter(Losses()).events_in([normal_bytes(calendar(*parts))]))


def mark(*lines: str) -> str:
    return fingerprint_of(events(event(*lines)))


@pytest.mark.parametrize(
    "line",
    [
        "DTSTAMP:20240102T000000Z",
        "DTSTAMP:2024\r\n 0102T000000Z",
        "CREATED:20240102T000000Z",
        "LAST-MODIFIED:20240102T000000Z",
        "SEQUENCE:1709543000",
        "DESCRIPTION;LANGUAGE=en:Last synchronised at 9:00.\\nJoin at\r\n  https://example.org/j/1",
        "URL:https://example.org/?session=2",
        "CATEGORIES:Work",
        "X-MICROSOFT-CDO-OWNERAPPTID:-12345",
        "X-MOZ-LASTACK:20240102T000000Z",
        'X-ALT-DESC;FMTTYPE="text/html":<p>9:00</p>',
        "BEGIN:VALARM\r\nUID:alarm@example.org\r\nTRIGGER:-PT5M\r\nEND:VALARM",
    ],
)
def test_what_a_server_writes_anew_is_no_change(line: str) -> None:
    """When it answered, a count of its own, texts that nobody reads, alarms; folded lines go as a whole."""
    assert mark("SUMMARY:x", line) == mark("SUMMARY:x")


@pytest.mark.parametrize(
    "line", [*SAYING, "summary:y", "SUMMARY:DTSTAMP:1\r\n DTSTAMP:2", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"]
)
def test_whatever_is_read_is_a_change(line: str) -> None:
    """In small letters too, and where it only looks like noise."""
    assert mark("COMMENT:x", line) != mark("COMMENT:x")


def test_nothing_is_passed_over_that_is_read() -> None:
    """What decides between two versions is read, and counts where there are two."""
    assert decode._WANTED & {*STAMPS, *UNREAD, *VERSIONS} == {"DTSTAMP", *VERSIONS}


@given(st.lists(st.sampled_from(SAYING), unique=True), st.randoms())
def test_the_order_of_properties_is_no_change(lines: list[str], dice: random.Random) -> None:
    """Some servers list them as their tables hash; and the event that is read is the same."""
    shuffled = dice.sample(lines, len(lines))
    (one,), (other,) = events(event(*lines)), events(event("DTSTAMP:20240102T000000Z", *shuffled))

    assert fingerprint_of([one]) == fingerprint_of([other])
    a, b = entry_in(one.raw)[0], entry_in(other.raw)[0]
    assert set(a.attendees) == set(b.attendees)
    assert (a.title, a.start, a.end, a.rules, a.status) == (b.title, b.start, b.end, b.rules, b.status)


def test_the_order_of_a_series_and_its_overrides_is_no_change() -> None:
    """But one more of them is."""
    one, two = events(event("SUMMARY:a"), event("SUMMARY:b"))

    assert fingerprint_of([one, two]) == fingerprint_of([two, one]) != fingerprint_of([one])


@pytest.mark.parametrize("line", ["SEQUENCE:2", "LAST-MODIFIED:20240102T000000Z"])
def test_between_two_versions_a_count_is_a_change(line: str) -> None:
    """It decides which of them counts (RFC 5545, 3.8.7)."""
    both = [events(event("SUMMARY:a"), event("SUMMARY:b", *more)) for more in ((), (line,))]

    assert fingerprint_of(both[0]) != fingerprint_of(both[1])


def test_an_event_without_uid_keeps_its_key_under_another_stamp() -> None:
    """Its key is what it says."""
    keys = [
        list(raw_in(Held(calendar(event(stamp, uid=""))), "x").fingerprints())
        for stamp in ("CREATED:1", "CREATED:2")
    ]

    assert keys[0] == keys[1]


def test_a_definition_that_says_the_same_changes_no_event() -> None:
    """A stamp inside it, or a whole new text for a zone that is known anyway."""
    marks = [
        raw_in(
            Held(calendar(zone(tzid, more), event(start=f";TZID={tzid}:20240304T090000"))), "x"
        ).fingerprints()
        for tzid in ("Own", "Europe/Berlin")
        for more in ("LAST-MODIFIED:20240101T000000Z", "TZNAME:CET\r\nX-NEW:1")
    ]

    assert (marks[0], marks[2]) == (marks[1], marks[3])


def test_a_definition_that_says_something_else_changes_its_events() -> None:
    """The same name for another offset."""
    marks = [
        raw_in(Held(feed(f"customized_time_zone_{side}")), "x").fingerprints() for side in ("east", "west")
    ]

    assert set(marks[0].values()) != set(marks[1].values())


def test_a_million_vendor_lines_cost_a_moment() -> None:
    """Neither a line without colon nor folds without end are gone through twice."""
    for raw in (b"\nX-" + b"A" * 1_000_000, b"\nX" * 500_000, b"\nDESCRIPTION:" + b"\n x" * 300_000):
        assert len(telling_lines(raw)) <= len(raw)
