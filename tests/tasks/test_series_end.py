"""A standing appointment that ended says so, however its calendar puts it — through a real preview."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tasks.preview import Preview, preview_of
from tasks.reading import Zoned, library_of, met_in
from tests.tasks.home import ME, calendar, event
from worker.inbox.reading.window import Window

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
FIRST = datetime(2025, 1, 7, 9, tzinfo=UTC)
LAST = FIRST + timedelta(weeks=70)
"""A Tuesday in May 2026."""
ANA = "ana@example.com"


def weekly(*more: str) -> str:
    return event("call", FIRST, ANA, title="Weekly call", more="".join(f"{line}\r\n" for line in more))


def member(week: int, *more: str) -> str:
    """One member of the series, spelt out."""
    at = FIRST + timedelta(weeks=week)
    lines = (f"RECURRENCE-ID:{at:%Y%m%dT%H%M%SZ}", *more)
    return event("call", at, ANA, title="Weekly call", more="".join(f"{line}\r\n" for line in lines))


def until(week: int) -> str:
    return f"RRULE:FREQ=WEEKLY;UNTIL={FIRST + timedelta(weeks=week):%Y%m%dT%H%M%SZ}"


ENDED = {
    "by UNTIL": [weekly(until(70))],
    "by COUNT": [weekly("RRULE:FREQ=WEEKLY;COUNT=71")],
    "its last members cancelled": [
        weekly(until(75)),
        *(member(week, "STATUS:CANCELLED") for week in range(71, 76)),
    ],
    "its last members left out": [
        weekly(until(73), *(f"EXDATE:{LAST + timedelta(weeks=n):%Y%m%dT%H%M%SZ}" for n in (1, 2, 3)))
    ],
    "its members without a master": [member(week) for week in range(71)],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def preview(folder: Path, *events: str) -> Preview:
    file = folder / "work.ics"
    file.write_bytes(calendar(*events))
    zoned = Zoned(said=BERLIN, fallback=BERLIN)
    library = library_of([str(file)], now=NOW, zoned=zoned, window=Window(None, NOW + timedelta(days=365)))
    met = met_in(library, me=[ME], cards=(), now=NOW)
    return preview_of(library, met, now=NOW, zone=BERLIN, lang="en", budget=3)


@pytest.mark.parametrize("events", ENDED.values(), ids=ENDED.keys())
def test_a_series_that_ended_has_its_own_reason(folder: Path, events: list[str]) -> None:
    """A6: nobody chose to part; the appointment ended in May."""
    seen = preview(folder, *events)

    (nudge,) = seen.plan.nudges
    assert nudge.why == (
        "Your regular calls with ana@example.com, about every week, ended in May. It has been seven months."
    )
    assert seen.bonds[0].tie.is_series
    assert all(touch.is_in_series for touch in seen.bonds[0].touches)


def test_single_meetings_at_a_steady_pace_are_no_series(folder: Path) -> None:
    """Only the calendar says what recurs: RRULE, RDATE or RECURRENCE-ID."""
    singles = [event(f"call-{week}", FIRST + timedelta(weeks=week), ANA) for week in range(71)]

    seen = preview(folder, *singles)

    assert not seen.bonds[0].tie.is_series
    assert "about every week" in seen.plan.nudges[0].why
    assert "regular" not in seen.plan.nudges[0].why


def test_dates_of_their_own_make_a_series_too(folder: Path) -> None:
    """RDATE without a rule (RFC 5545, 3.8.5.2)."""
    dates = ",".join(f"{FIRST + timedelta(weeks=4 * n):%Y%m%dT%H%M%SZ}" for n in range(1, 12))

    seen = preview(folder, weekly(f"RDATE:{dates}"))

    assert seen.bonds[0].tie.is_series
    assert "ended in November 2025" in seen.plan.nudges[0].why


def test_a_series_that_was_cancelled_before_it_was_ever_read_is_no_history(folder: Path) -> None:
    """Its calendar says of every member, past ones too, that it did not take place."""
    seen = preview(folder, weekly(until(70), "STATUS:CANCELLED"))

    assert seen.plan.nudges == ()
    assert not seen.bonds
