"""A birthday is wished well on its day, or on the last work day before it; rather late than days too early.

Beside step 5 of 5: birthday → the day of its wish (docs/decisions/0024-a-birthday-is-its-own-reason.md). Pure.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta

from worker.core.person import Birthday
from worker.core.work_day import IsDayOff, is_work_day, never

BIRTHDAY_AHEAD_DAYS = 6
"""Within these "on Friday" means one day alone."""
BIRTHDAY_BEHIND_DAYS = 10
"""Late wishes hurt far less than the late one fears."""
BIRTHDAY_WAIT_DAYS = 21
"""So long before a birthday no silence is told: a nudge now would leave no wish for the day itself."""


def birthday_near(birthday: Birthday | None, on: date) -> date | None:
    """The birthday that lies at most six days after or ten days before `on`; None where none does."""
    return _birthday_in(birthday, on, -BIRTHDAY_BEHIND_DAYS, BIRTHDAY_AHEAD_DAYS)


def birthday_ahead(birthday: Birthday | None, on: date, within_days: int = 366) -> date | None:
    """The next birthday from the day `on` on; None where none is known, or none comes within so many days."""
    return _birthday_in(birthday, on, 0, within_days)


def wish_day(
    birthday: Birthday | None,
    days: Sequence[date],
    today: date,
    *,
    offered: Collection[date] = (),
    is_day_off: IsDayOff = never,
) -> date | None:
    """The day on which a birthday wants its wish; None where none is near.

    `days` are those that may be used, in order, not empty. A birthday before all of them does not wait for them: its
    wish takes one of `offered`, from today on, itself where no work day is left. Of one that comes after all of them,
    within three weeks, the wish does, too: it is not in view yet. A birthday that is over is wished late.
    """
    until = (days[-1] - today).days + BIRTHDAY_WAIT_DAYS
    coming = birthday_ahead(birthday, today, until)
    if coming is None or coming < days[0]:
        soon = next(_work_days_until(coming, today, is_day_off), coming) if coming else None
        return soon if soon in offered else _late(birthday, days)
    later = _work_days_until(coming, days[-1] + timedelta(days=1), is_day_off)
    before = (day for day in reversed(days) if 0 <= (coming - day).days <= BIRTHDAY_AHEAD_DAYS)
    return next(later, None) or next(before, coming)


def birthday_day(birthday: Birthday | None, days: Iterable[date]) -> date | None:
    """Of some days the birthday, else the nearest before it, else the first after it; None where none is near any."""
    near = [(day, its_day) for day in days if (its_day := birthday_near(birthday, day))]
    return min(near, key=lambda pair: (pair[0] > pair[1], abs(pair[0] - pair[1])))[0] if near else None


def _late(birthday: Birthday | None, days: Sequence[date]) -> date | None:
    return next((day for day in days if (its_day := birthday_near(birthday, day)) and its_day < day), None)


def _work_days_until(birthday: date, first: date, is_day_off: IsDayOff) -> Iterator[date]:
    """Those from `first` on, the latest first: the birthday itself, and six days before it at most."""
    ahead = (birthday - timedelta(days=step) for step in range(BIRTHDAY_AHEAD_DAYS + 1))
    return (day for day in ahead if day >= first and is_work_day(day, is_day_off))


def _birthday_in(birthday: Birthday | None, on: date, first: int, last: int) -> date | None:
    if birthday is None:
        return None
    days = (in_year(birthday, on.year + step) for step in (-1, 0, 1))
    return next((day for day in days if first <= (day - on).days <= last), None)


def in_year(birthday: Birthday, year: int) -> date:
    """29 February is kept on the 28th in common years."""
    try:
        return date(year, birthday.month, birthday.day)
    except ValueError:
        return date(year, birthday.month, 28)
