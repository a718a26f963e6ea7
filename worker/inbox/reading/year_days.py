"""A year's days that a rule's day parts let through; recurrence.py strings them together.

Part of step 1 of 5: feed → occurrence. Pure. There are only some thirty shapes of a year (its first weekday,
which of it and its neighbours are leap years), so a set of day parts is worked out once per shape and kept.
"""

from calendar import isleap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import accumulate

from worker.inbox.reading.rule import ByDay

KEPT_SHAPES = 4096
"""How many (day parts, shape) pairs are remembered in a process: about 2 MB where each is a monthly rule."""
CYCLE_YEARS = 400
"""The Gregorian calendar repeats after 400 years (146,097 days, a whole number of weeks)."""
LAST_YEAR = date.max.year

_LENGTHS = {
    False: (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31),
    True: (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31),
}
_FIRSTS = {leap: tuple(accumulate(lengths, initial=0)) for leap, lengths in _LENGTHS.items()}


@dataclass(frozen=True, kw_only=True, slots=True)
class DayParts:
    """The parts of a rule that choose days, completed from DTSTART. All must hold; empty ones always do."""

    months: tuple[int, ...] = ()
    week_nos: tuple[int, ...] = ()
    year_days: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    weekdays: tuple[ByDay, ...] = ()
    is_nth_of_month: bool = False
    """Whether "the 2nd Friday" counts in each month, or in the year."""
    week_start: int = 0

    @property
    def are_only_weekdays(self) -> bool:
        return not (self.months or self.week_nos or self.year_days or self.month_days)

    @property
    def are_none(self) -> bool:
        return self.are_only_weekdays and not self.weekdays


@dataclass(frozen=True, slots=True)
class _Shape:
    """All of a year that matters for its days: the weekday of 1 January (0 is Monday), and leap years."""

    weekday: int
    is_leap: bool
    is_leap_before: bool
    is_leap_after: bool

    @property
    def length(self) -> int:
        return 366 if self.is_leap else 365


def days_by_year(parts: DayParts, first_year: int, last_year: int, step: int = 1) -> Iterator[list[int]]:
    """The days (ordinals as of date.toordinal, ascending) of every step-th year that has some.

    Where `parts` name week numbers, a year is the year of its weeks: 30 December 2024 is in week 1 of 2025.
    Ends after 400 visited years in a row without a day: there will never be another one.
    """
    empty = 0
    for year in range(first_year, min(last_year, LAST_YEAR) + 1, step):
        offsets = _offsets(parts, _shape_of(year))
        if offsets:
            first = date(year, 1, 1).toordinal()
            yield [first + offset for offset in offsets]
            empty = 0
        elif (empty := empty + 1) >= CYCLE_YEARS:
            return


def week_year_of(ordinal: int, week_start: int) -> int:
    """The year to whose weeks this day belongs (RFC 5545, 3.3.10: week 1 has four days or more of its year).

    The years 1 and 9999 keep the days that would fall out of the calendar.
    """
    in_week = ((ordinal + 6) % 7 - week_start) % 7
    middle = ordinal - in_week + 3
    return date.fromordinal(min(max(middle, 1), date.max.toordinal())).year


def _shape_of(year: int) -> _Shape:
    weekday = date(year, 1, 1).weekday()
    return _Shape(weekday, isleap(year), isleap(year - 1), isleap(year + 1))


@lru_cache(maxsize=KEPT_SHAPES)
def _offsets(parts: DayParts, shape: _Shape) -> tuple[int, ...]:
    """Days after 1 January, ascending; negative or beyond the year's end only where weeks are numbered."""
    days = _in_year(parts, shape.weekday, shape.is_leap)
    if parts.week_nos:
        days = (days | _in_neighbours(parts, shape)) & _in_weeks(parts, shape)
    return tuple(sorted(days))


def _in_neighbours(parts: DayParts, shape: _Shape) -> set[int]:
    before = 366 if shape.is_leap_before else 365
    earlier = _in_year(parts, (shape.weekday - before) % 7, shape.is_leap_before)
    later = _in_year(parts, (shape.weekday + shape.length) % 7, shape.is_leap_after)
    return {day - before for day in earlier} | {day + shape.length for day in later}


def _in_weeks(parts: DayParts, shape: _Shape) -> set[int]:
    start = _first_week(shape.weekday, parts.week_start)
    end = shape.length + _first_week((shape.weekday + shape.length) % 7, parts.week_start)
    weeks = (end - start) // 7
    numbers = {number if number > 0 else weeks + 1 + number for number in parts.week_nos}
    return {start + 7 * (n - 1) + day for n in numbers if 1 <= n <= weeks for day in range(7)}


def _first_week(weekday: int, week_start: int) -> int:
    """The offset of the first day of week 1, from -3 to 3."""
    offset = (week_start - weekday) % 7
    return offset - 7 if offset > 3 else offset


def _in_year(parts: DayParts, weekday: int, is_leap: bool) -> set[int]:
    days = _in_months(parts, is_leap)
    length = 366 if is_leap else 365
    if parts.year_days:
        days &= {number - 1 if number > 0 else length + number for number in parts.year_days}
    if parts.weekdays:
        days &= _on_weekdays(parts, weekday, is_leap)
    return days


def _in_months(parts: DayParts, is_leap: bool) -> set[int]:
    """The days that BYMONTH and BYMONTHDAY let through; the 30th of February is none."""
    firsts = _FIRSTS[is_leap]
    if not parts.month_days:
        return {day for start, end in _spans(parts.months, is_leap) for day in range(start, end)}
    days = set()
    for month in parts.months or range(1, 13):
        start, end = firsts[month - 1], firsts[month]
        days |= {start + n - 1 if n > 0 else end + n for n in parts.month_days if abs(n) <= end - start}
    return days


def _spans(months: tuple[int, ...], is_leap: bool) -> list[tuple[int, int]]:
    """From (inclusive) and to (exclusive), as offsets; the whole year where no month is named."""
    firsts = _FIRSTS[is_leap]
    return [(firsts[month - 1], firsts[month]) for month in months] or [(0, firsts[12])]


def _on_weekdays(parts: DayParts, weekday: int, is_leap: bool) -> set[int]:
    months = (parts.months or tuple(range(1, 13))) if parts.is_nth_of_month else ()
    days: set[int] = set()
    for by in parts.weekdays:
        first = (by.weekday - weekday) % 7
        if not by.nth:
            days.update(range(first, 366, 7))
            continue
        for start, end in _spans(months, is_leap):
            days.update(_nth(by.nth, first, start, end))
    return days


def _nth(nth: int, first: int, start: int, end: int) -> list[int]:
    """The n-th of the days first, first + 7 … that lie from start to end (exclusive), if there is one."""
    from_start = start + (first - start) % 7 + 7 * (nth - 1)
    from_end = end - 1 - (end - 1 - first) % 7 + 7 * (nth + 1)
    at = from_start if nth > 0 else from_end
    return [at] if start <= at < end else []
