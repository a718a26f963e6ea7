"""A day is where a touch stands in a calendar: of hours, the reader's own day; of whole days, the one that is written.

Beside step 2 of 5. A whole day is kept as the instant of its midnight, in a zone that nobody remembers; read in another
zone, it would begin on the day before. Pure.
"""

from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Protocol

_INSTANT = timedelta(microseconds=1)
_NIGHT = timedelta(hours=6)
"""What ends so soon after midnight was the evening before."""
_EASTMOST = timedelta(hours=13, minutes=59)
"""A day begins as early as 13 hours and three quarters before it does in UTC (Chatham), and as late as ten hours after
(Hawaii): what begins within these is that day. Only the few who live beyond are told by their own midnight alone."""


class Timed(Protocol):
    """An occurrence, a touch, a meeting, or whatever else of them was left out."""

    @property
    def started_at(self) -> datetime: ...
    @property
    def ended_at(self) -> datetime: ...
    @property
    def all_day(self) -> bool: ...


def day_of(timed: Timed, zone: tzinfo) -> date:
    """The day on which it starts, to somebody in this zone."""
    here = timed.started_at.astimezone(zone)
    if timed.all_day and (here.hour or here.minute):
        return (timed.started_at.astimezone(UTC) + _EASTMOST).date()
    return here.date()


def days_of(timed: Timed, zone: tzinfo) -> tuple[date, date]:
    """The first and the last day that it touches; its end is exclusive, and a night goes with its evening."""
    first = day_of(timed, zone)
    if timed.all_day:
        days = round((timed.ended_at - timed.started_at) / timedelta(days=1))  # one may have 23 hours, or 25
        return first, first + timedelta(days=max(days, 1) - 1)
    end = (timed.ended_at - _INSTANT).astimezone(zone)
    return first, max(first, (end.replace(tzinfo=None) - _NIGHT).date())
