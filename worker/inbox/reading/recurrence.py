"""A recurrence is the run of starts that a rule gives from its DTSTART on (RFC 5545, 3.3.10 and 3.8.5.3).

Part of step 1 of 5: feed → occurrence. Pure, lazy, in whole numbers: days are ordinals (date.toordinal), and
spans without a match are leapt over, not walked through. Why our own: docs/decisions/0005-own-recurrence.md.

An interval is one turn of the frequency (a week, a month …). BYSETPOS counts in the full set of an interval,
DTSTART's own included, and only then are the starts before DTSTART dropped.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import chain, dropwhile, groupby, islice, takewhile

from worker.inbox.reading.day_times import UNITS_PER_DAY, indices, picked, times_of_day, within_days
from worker.inbox.reading.rule import ByDay, Freq, Rule
from worker.inbox.reading.year_days import DayParts, days_by_year, week_year_of

EMPTY_STEPS = 50_000
"""So many days or intervals in a row without a match, and a rule counts as over (136 years, 30 ms)."""

_MAX_ORDINAL = date.max.toordinal()


def starts(
    rule: Rule,
    first: datetime | date,
    *,
    until_local: datetime | None = None,
    since: datetime | None = None,
    limit_steps: int = EMPTY_STEPS,
) -> Iterator[datetime]:
    """The starts that the rule gives: naive local times, strictly ascending; midnights if `first` is a date.

    `first` is DTSTART, naive. It comes out only where it matches the rule: the caller adds it in any case.
    Where it does not match, it uses up none of COUNT (why not: see the decision page).
    `until_local` is UNTIL in local time, inclusive; None: the rule's own, as local time or whole day.
    Nothing before `since` (local, inclusive) comes out; without COUNT the way there costs nothing.
    Ends at COUNT, at UNTIL, in the year 9999, or after `limit_steps` days or intervals without a match.
    Never raises.
    """
    if not isinstance(first, datetime):
        rule, first = _by_days_only(rule), datetime.combine(first, time.min)
    last = until_local or _last_of(rule)
    begin = max(first, since or first) if rule.count is None else first
    stream = _stream(rule, first, begin, last, limit_steps)
    found: Iterator[datetime] = takewhile(last.__ge__, dropwhile(begin.__gt__, stream))
    if rule.count is not None:
        found = islice(found, rule.count)
    return dropwhile(since.__gt__, found) if since else found


def _by_days_only(rule: Rule) -> Rule:
    """For an all-day DTSTART the time parts do not hold (RFC 5545, 3.3.10); a day is the smallest step."""
    per_day = UNITS_PER_DAY.get(rule.freq, 0)
    if per_day:
        rule = replace(rule, freq=Freq.DAILY, interval=max(1, rule.interval // per_day), by_set_pos=())
    return replace(rule, by_hour=(), by_minute=(), by_second=())


def _last_of(rule: Rule) -> datetime:
    match rule.until:
        case datetime() as until:
            return until.replace(tzinfo=None)
        case date() as until:
            return datetime.combine(until, time.max)
        case _:
            return datetime.max  # noqa: DTZ901 - naive on purpose: wall-clock time


def _stream(rule: Rule, first: datetime, begin: datetime, last: datetime, limit: int) -> Iterator[datetime]:
    """All that matches from the interval of `begin` on; more may come before `begin`, and after `last`."""
    low, high = begin.toordinal(), last.toordinal()
    parts = _day_parts(rule, first)
    if rule.freq in UNITS_PER_DAY:
        return within_days(rule, first, _days(parts, low, high), limit)
    times = times_of_day(rule, first)
    if rule.freq is Freq.DAILY:
        days = _days(parts, low, high, rule.interval, first.toordinal(), limit)
        return _at_times(days, picked(times, rule.by_set_pos))
    intervals = _intervals(rule, parts, first.toordinal(), low, high, limit)
    if rule.by_set_pos:
        return _at_positions(intervals, times, rule.by_set_pos, low, limit)
    listed = dropwhile(low.__gt__, chain.from_iterable(intervals))
    return _at_times(takewhile(high.__ge__, listed), times)


def _day_parts(rule: Rule, first: datetime) -> DayParts:
    """The day parts, completed from DTSTART where the rule leaves the day open (RFC 5545, 3.3.10)."""
    months, month_days, weekdays = rule.by_month, rule.by_month_day, rule.by_day
    is_open = not (weekdays or month_days or rule.by_year_day)
    if is_open and (
        rule.freq is Freq.WEEKLY or (rule.by_week_no and rule.freq in {Freq.MONTHLY, Freq.YEARLY})
    ):
        weekdays = (ByDay(weekday=first.weekday()),)
    elif is_open and rule.freq in {Freq.MONTHLY, Freq.YEARLY}:
        month_days = (first.day,)
        months = months or ((first.month,) if rule.freq is Freq.YEARLY else ())
    if rule.freq not in {Freq.MONTHLY, Freq.YEARLY}:
        weekdays = tuple({by.weekday: ByDay(weekday=by.weekday) for by in weekdays}.values())
    return DayParts(
        months=months,
        week_nos=rule.by_week_no,
        year_days=rule.by_year_day,
        month_days=month_days,
        weekdays=weekdays,
        is_nth_of_month=rule.freq is Freq.MONTHLY or bool(rule.by_month),
        week_start=rule.week_start if rule.by_week_no else 0,
    )


def _at_times(days: Iterable[int], times: Sequence[timedelta]) -> Iterator[datetime]:
    if not times:
        return
    from_ordinal = datetime.fromordinal
    for day in days:
        midnight = from_ordinal(day)
        for at in times:
            yield midnight + at


def _days(
    parts: DayParts, low: int, high: int, interval: int = 1, anchor: int = 0, limit: int = EMPTY_STEPS
) -> Iterator[int]:
    """The days from low to high that the parts let through and that lie whole intervals from the anchor."""
    if parts.are_none:
        return iter(range(low + (anchor - low) % interval, high + 1, interval))
    days = takewhile(high.__ge__, dropwhile(low.__gt__, _matching_days(parts, low, high)))
    return days if interval == 1 else _in_phase(days, interval, anchor, limit)


def _in_phase(days: Iterator[int], interval: int, anchor: int, limit: int) -> Iterator[int]:
    empty = 0
    for day in days:
        if (day - anchor) % interval == 0:
            yield day
            empty = 0
        elif (empty := empty + 1) >= limit:
            return


def _matching_days(parts: DayParts, low: int, high: int) -> Iterator[int]:
    """The days of all years from low's to high's, those of weeks that belong to a neighbour year included."""
    beyond = 1 if parts.week_nos else 0
    from_year, to_year = _year_number(low) - beyond, _year_number(high) + beyond
    return chain.from_iterable(days_by_year(parts, max(from_year, 1), to_year))


def _intervals(
    rule: Rule, parts: DayParts, anchor: int, low: int, high: int, limit: int
) -> Iterator[Sequence[int]]:
    """The days of each interval from the one of `low` on, whole, and only intervals that have days."""
    if rule.freq is Freq.YEARLY:
        return _years(parts, rule.interval, anchor, low, high)
    if rule.freq is Freq.WEEKLY and parts.are_only_weekdays:
        return _weeks(rule, parts, anchor, low, high)
    if rule.freq is Freq.MONTHLY:
        return _grouped(_matching_days(parts, low, high), _month_number, rule.interval, anchor, limit)
    days = _matching_days(parts, max(low - 7, 1), min(high + 7, _MAX_ORDINAL))
    return _grouped(days, partial(_week_number, rule.week_start), rule.interval, anchor, limit)


def _years(parts: DayParts, interval: int, anchor: int, low: int, high: int) -> Iterator[list[int]]:
    year_of = partial(week_year_of, week_start=parts.week_start) if parts.week_nos else _year_number
    first = year_of(anchor)
    passed = (year_of(low) - first) // interval
    return days_by_year(parts, first + passed * interval, year_of(high), interval)


def _weeks(rule: Rule, parts: DayParts, anchor: int, low: int, high: int) -> Iterator[list[int]]:
    """The days of each interval of a rule that names nothing but weekdays: no calendar is needed."""
    in_week = sorted((by.weekday - rule.week_start) % 7 for by in parts.weekdays)
    step = 7 * rule.interval
    first = anchor - (anchor + 6 - rule.week_start) % 7
    for week in range(first + (low - first) // step * step, high + 1, step):
        yield [week + day for day in in_week]


def _grouped(
    days: Iterator[int], number_of: Callable[[int], int], interval: int, anchor: int, limit: int
) -> Iterator[list[int]]:
    first, empty = number_of(anchor), 0
    for number, group in groupby(days, number_of):
        if (number - first) % interval == 0:
            yield list(group)
            empty = 0
        elif (empty := empty + 1) >= limit:
            return


def _year_number(day: int) -> int:
    return date.fromordinal(day).year


def _month_number(day: int) -> int:
    at = date.fromordinal(day)
    return at.year * 12 + at.month


def _week_number(week_start: int, day: int) -> int:
    return (day + 6 - week_start) // 7


def _at_positions(
    intervals: Iterable[Sequence[int]],
    times: Sequence[timedelta],
    positions: Sequence[int],
    low: int,
    limit: int,
) -> Iterator[datetime]:
    """The starts at the positions (BYSETPOS) among all those of their interval, from day `low` on."""
    empty, per_day = 0, len(times)
    for days in intervals:
        chosen = [divmod(index, per_day) for index in indices(len(days) * per_day, positions)]
        for day, at in chosen:
            if low <= days[day] <= _MAX_ORDINAL:
                yield datetime.fromordinal(days[day]) + times[at]
        empty = 0 if chosen else empty + 1
        if empty >= limit:
            return
