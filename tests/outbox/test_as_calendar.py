"""The calendar that goes out: valid, stable, and harmless whatever a feed put into it."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from tests.outbox.examples import ADA, LINUS, ZOE, links, published, said, words
from worker.core.nudge import WAITING, NudgeState, Published
from worker.outbox.as_calendar import etag_of, subscription, tasks, uid_of
from worker.outbox.as_lines import no_links
from worker.outbox.plain import one_line, plain

GOLDEN = Path(__file__).parents[1] / "golden"
WEEK = [published(ADA), published(ZOE, sequence=2), published(LINUS, NudgeState.WITHDRAWN, sequence=1)]
NASTY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from('\r\n\x00\x0b\x0c\x1b\x85\u2028\u2029\ud800;:,\\"ä漢🌱'),
    ),
    max_size=200,
) | st.sampled_from(
    [
        "\\N\\n\\;",
        "x\r\nATTENDEE:mailto:a@example.org",
        "x\nEND:VEVENT",
        "\u2028BEGIN:VALARM",
        "=HYPERLINK()",
        "ä" * 300,
    ]
)


def _written(*entries: Published) -> bytes:
    return subscription(entries, name="Snowdrop", words=words(), links=links)


@pytest.mark.parametrize(("file", "write"), [("subscription.ics", subscription), ("tasks.ics", tasks)])
def test_a_week_is_written_as_it_always_was(file: str, write: Callable[..., bytes]) -> None:
    """Every byte that subscribers see is on record; a change of it is a decision."""
    written = write(WEEK, name="Snowdrop", words=words(), links=links)

    assert written == (GOLDEN / file).read_bytes()


def test_an_empty_calendar_is_valid() -> None:
    """A quiet week is a calendar without components, not an error."""
    calendar = Calendar.from_ical(_written())

    assert calendar["VERSION"] == "2.0"
    assert calendar["METHOD"] == "PUBLISH"
    assert calendar.subcomponents == []


def test_equal_input_gives_equal_bytes_and_a_change_another_etag() -> None:
    """Unchanged data is byte-identical, so that 304 is true."""
    before, again, after = _written(published()), _written(published()), _written(published(sequence=1))

    assert before == again
    assert etag_of(before) == etag_of(again)
    assert etag_of(before) != etag_of(after)


def test_an_event_takes_no_time_and_names_nobody_as_invited() -> None:
    """All-day, free, silent; the contact is only in the summary."""
    event = Calendar.from_ical(_written(published())).events[0]

    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1)
    assert (event["transp"], event["x-microsoft-cdo-busystatus"]) == ("TRANSPARENT", "FREE")
    assert not {"ATTENDEE", "ORGANIZER", "CATEGORIES"} & set(event)
    assert event.subcomponents == []
    assert event["uid"] == uid_of(ADA.id)


@pytest.mark.parametrize(
    ("state", "event_status", "todo_status"),
    [
        (NudgeState.OPEN, "CONFIRMED", "NEEDS-ACTION"),
        (NudgeState.LATER, "CONFIRMED", "NEEDS-ACTION"),
        (NudgeState.DONE, "CANCELLED", "COMPLETED"),
        (NudgeState.LET_GO, "CANCELLED", "CANCELLED"),
        (NudgeState.RESTED, "CANCELLED", "CANCELLED"),
        (NudgeState.WITHDRAWN, "CANCELLED", "CANCELLED"),
    ],
)
def test_what_is_over_no_longer_stands_in_the_calendar(
    state: NudgeState, event_status: str, todo_status: str
) -> None:
    """Each state of a nudge's life has one meaning for events and one for to-dos."""
    entry = published(state=state)

    event = Calendar.from_ical(_written(entry)).events[0]
    todo = Calendar.from_ical(tasks([entry], name="", words=words(), links=links)).todos[0]

    assert (event["status"], todo["status"]) == (event_status, todo_status)


@pytest.mark.parametrize("state", [state for state in NudgeState if state not in WAITING])
@pytest.mark.parametrize("write", [subscription, tasks])
def test_what_is_over_says_no_more_than_that(state: NudgeState, write: Callable[..., bytes]) -> None:
    """No draft, no number and no link: some programs show for days what is cancelled. It is the same entry still."""
    entries = [published(sequence=2), published(state=state, sequence=3)]

    before, after = (
        Calendar.from_ical(write([each], name="", words=words(), links=links)).subcomponents[0]
        for each in entries
    )

    assert after["description"] == "This suggestion is settled."
    assert [after[name] for name in ("uid", "summary", "dtstart")] == [
        before[name] for name in ("uid", "summary", "dtstart")
    ]
    assert after["sequence"] > before["sequence"]
    assert "dtstamp" in after


def test_a_todo_is_never_late() -> None:
    """A to-do starts on its day and has no DUE."""
    todo = Calendar.from_ical(tasks([published()], name="", words=words(), links=links)).todos[0]

    assert todo.decoded("dtstart") == ADA.on
    assert "DUE" not in todo


def test_the_name_stands_in_the_summary_even_if_the_headline_forgot_it() -> None:
    """Who it is about can be read from the day's cell alone."""
    entry = published(replace(ADA, headline="A hello"))

    event = Calendar.from_ical(_written(entry)).events[0]

    assert event["summary"] == "Ada Lovelace: A hello"


def test_a_backslash_stays_a_backslash() -> None:
    """A path such as C:\\New is no line break."""
    event = Calendar.from_ical(_written(said(r"C:\New\north; a, b \\"))).events[0]

    assert event["summary"] == r"C:\New\north; a, b \\"


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(NASTY)
def test_no_text_breaks_out_of_its_line(text: str) -> None:
    """What we write, we read back; lines are whole, short, and of known kinds."""
    _check_calendar_of(text)


@pytest.mark.slow
@pytest.mark.timeout(900)
@settings(max_examples=10_000, suppress_health_check=[HealthCheck.too_slow])
@given(NASTY)
def test_ten_thousand_texts_do_not_break_out_of_a_calendar(text: str) -> None:
    """The promise in full."""
    _check_calendar_of(text)


def _check_calendar_of(text: str) -> None:
    written = _written(said(text))

    lines = written.split(b"\r\n")
    assert b"\n" not in written.replace(b"\r\n", b"")
    assert not re.search(rb"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xa8\xa9]", written)
    assert all(len(line) <= 75 and line.decode() is not None for line in lines)
    assert [line for line in lines if line.startswith((b"BEGIN", b"END"))] == [
        b"BEGIN:VCALENDAR", b"BEGIN:VEVENT", b"END:VEVENT", b"END:VCALENDAR",
    ]  # fmt: skip
    event = Calendar.from_ical(written).events[0]
    assert event["summary"] == one_line(text)
    assert plain(text) in event["description"] + "\n" or not text.strip()


def test_a_preview_has_no_answers() -> None:
    """Where nothing is stored, nothing can be answered."""
    written = subscription([published()], name="Snowdrop", words=words(), links=no_links)

    assert b"/a/" not in written
