"""When is a day or a time as the user types it."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from tasks.wiring import UsageError

if TYPE_CHECKING:
    from worker.inbox.reading.window import Window

HORIZON = timedelta(days=365)
"""How far ahead calendars are read unless told otherwise."""
_YEARS = range(1900, 2200)
"""Around them there is room for every zone, and for looking a year back and ahead."""


def instant_in(text: str, zone: tzinfo) -> datetime:
    """ISO 8601 → aware UTC; a time or day without a zone is read in `zone`. Raises UsageError."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise UsageError(f"{text!r} is no time: write it like 2026-11-22 or 2026-11-22T09:00:00Z") from None
    believable(moment)
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)


def day_in(text: str) -> date:
    """A day. Raises UsageError."""
    try:
        return believable(date.fromisoformat(text.strip()))
    except ValueError:
        raise UsageError(f"{text!r} is no day: write it like 2026-11-22") from None


def window_in(since: str | None, until: str | None, now: datetime, zone: tzinfo) -> "Window":
    """From one day to another, as they are typed. Raises UsageError where nothing lies between them."""
    from worker.inbox.reading.window import Window

    first = instant_in(since, zone) if since else None
    end = instant_in(until, zone) if until else now + HORIZON
    if first and end <= first:
        if until:
            raise UsageError(f"--until {until} does not come after --since {since}: name the first day first")
        raise UsageError(f"--since {since} is more than a year ahead: name the end as well, with --until")
    return Window(first, end)


def believable(day: date) -> date:
    """The same day, of a year in which anybody lives: "26" in a form is the year 26. Raises UsageError."""
    if day.year not in _YEARS:
        raise UsageError(f"{day:%Y-%m-%d} is too far away: name a day between {_YEARS[0]} and {_YEARS[-1]}")
    return day
