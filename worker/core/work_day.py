"""A work day is one on which a nudge may come: a Monday to Friday that is no feast, and not off.

Beside step 5 of 5, and after it. Pure; what is off besides (holidays of a country, full days) is told by who asks.
"""

from collections.abc import Callable
from datetime import date, timedelta

IsDayOff = Callable[[date], bool]
_FEASTS = frozenset({(1, 1), (12, 25)})
"""Days off wherever one of our six languages is spoken."""
_WITHIN_DAYS = 366


def never(_: date) -> bool:
    """No day is off."""
    return False


def is_work_day(day: date, is_day_off: IsDayOff = never) -> bool:
    return day.isoweekday() <= 5 and (day.month, day.day) not in _FEASTS and not is_day_off(day)


def work_day_from(day: date, is_day_off: IsDayOff = never) -> date:
    """The first work day from `day` on; `day` itself if a year has none."""
    days = (day + timedelta(days=step) for step in range(_WITHIN_DAYS))
    return next((each for each in days if is_work_day(each, is_day_off)), day)
