"""Times within a day: at which times, or at which hours, minutes and seconds, the days of a rule start.

Part of step 1 of 5: feed → occurrence. Pure. recurrence.py chooses the days.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta

from worker.inbox.reading.rule import Freq, Rule

UNITS_PER_DAY = {Freq.HOURLY: 24, Freq.MINUTELY: 1440, Freq.SECONDLY: 86400}
DAY_SECONDS = 86400


def times_of_day(rule: Rule, first: datetime) -> list[timedelta]:
    """The times of day of a rule of whole days, ascending; what the rule leaves open is DTSTART's."""
    hours = rule.by_hour or (first.hour,)
    minutes = rule.by_minute or (first.minute,)
    seconds = rule.by_second or (first.second,)
    return [timedelta(hours=h, minutes=m, seconds=s) for h in hours for m in minutes for s in seconds]


def within_days(rule: Rule, first: datetime, days: Iterator[int], limit: int) -> Iterator[datetime]:
    """HOURLY and below: on each day the hours, minutes or seconds that lie whole intervals from DTSTART."""
    per_day, interval = UNITS_PER_DAY[rule.freq], rule.interval
    unit = timedelta(seconds=DAY_SECONDS // per_day)
    anchor = first.toordinal() * per_day + (first - datetime.combine(first, time.min)) // unit
    by_phase = _units_by_phase(rule)
    times = picked(_times_in_unit(rule, first), rule.by_set_pos)
    empty = 0
    for day in days if times else ():
        phase = (anchor - day * per_day) % interval
        units = range(phase, per_day, interval) if by_phase is None else by_phase.get(phase, ())
        midnight = datetime.fromordinal(day)
        for number in units:
            start = midnight + number * unit
            for at in times:
                yield start + at
        empty = 0 if units else empty + 1
        if empty >= limit:
            return


def _units_by_phase(rule: Rule) -> dict[int, list[int]] | None:
    """The units of a day that BYHOUR, BYMINUTE, BYSECOND let through, by remainder; None: all of them."""
    hours, minutes, seconds = rule.by_hour, rule.by_minute, rule.by_second
    limits = {Freq.HOURLY: (hours,), Freq.MINUTELY: (hours, minutes)}.get(
        rule.freq, (hours, minutes, seconds)
    )
    if not any(limits):
        return None
    if rule.freq is Freq.HOURLY:
        units = list(hours)
    else:
        units = [h * 60 + m for h in hours or range(24) for m in minutes or range(60)]
    if rule.freq is Freq.SECONDLY:
        units = [minute * 60 + second for minute in units for second in seconds or range(60)]
    found = defaultdict(list)
    for unit in units:
        found[unit % rule.interval].append(unit)
    return found


def _times_in_unit(rule: Rule, first: datetime) -> list[timedelta]:
    """Where in its hour, minute or second each unit starts; what the rule leaves open is DTSTART's."""
    minutes = (rule.by_minute or (first.minute,)) if rule.freq is Freq.HOURLY else (0,)
    seconds = (0,) if rule.freq is Freq.SECONDLY else rule.by_second or (first.second,)
    return [timedelta(minutes=minute, seconds=second) for minute in minutes for second in seconds]


def picked(times: Sequence[timedelta], positions: Sequence[int]) -> Sequence[timedelta]:
    return [times[index] for index in indices(len(times), positions)] if positions else times


def indices(length: int, positions: Sequence[int]) -> list[int]:
    """Positions 1, 2 … and -1, -2 … as indices, ascending, each once; what does not exist is left out."""
    indices = {position - 1 if position > 0 else length + position for position in positions}
    return sorted(index for index in indices if 0 <= index < length)
