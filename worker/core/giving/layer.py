"""A layer is how close two are, by time really shared: for spacing alone, never shown, never a rank.

Beside step 5 of 5 (docs/why.md, B6, B10). An hour among five is a fifth of an hour for each, and a day counts
once. Pure.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from worker.core.bond import Bond
from worker.core.day import day_of
from worker.core.touch import Touch

WITHIN_DAYS = 730
"""Time shared longer ago says what was, not what is."""
_LONGEST = timedelta(hours=4)
"""A whole day together is no more than one long talk."""
_CLOSE_DAYS, _CLOSE_HOURS = 24, 30.0
"""About once a month over two years, and more than an hour each time, as if alone."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Shared:
    """Time that two really had for each other."""

    days: int
    """Distinct days in the user's zone."""
    hours: float
    """Each divided by the people who shared it."""


def shared_in(touches: Iterable[Touch], zone: str) -> Shared:
    """What these meetings come to; one that stands in two calendars counts once."""
    there = ZoneInfo(zone)
    met = {touch.started_at: touch for touch in touches if not touch.is_cold}
    lengths = (min(touch.ended_at - at, _LONGEST) / max(touch.others, 1) for at, touch in met.items())
    return Shared(
        days=len({day_of(touch, there) for touch in met.values()}),
        hours=sum(length.total_seconds() / 3600 for length in lengths),
    )


def is_close(bond: Bond, *, today: date, zone: str) -> bool:
    """Whether this is one of the few closest, who are not used again and again."""
    since = today - timedelta(days=WITHIN_DAYS)
    lately = (touch for touch in bond.touches if touch.started_at.date() >= since)
    shared = shared_in(lately, zone)
    return shared.days >= _CLOSE_DAYS and shared.hours >= _CLOSE_HOURS
