"""Gaps are the days between the visits of one tie: what words are made from, never what decides.

Beside step 4 of 5: the model explains itself with a tie's own gaps. Pure.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce
from itertools import groupby, pairwise
from operator import attrgetter
from statistics import median, quantiles

from worker.core.away import Away, days_between
from worker.core.tie import VISIT_DAYS, MetDay, gap_between

_START = attrgetter("starts_on")
_LATELY = 5
"""So many gaps in a row are no chance."""
_A_WHILE, _BREAKS_SHARE = 12, 6
"""Of so many gaps two long ones may be holidays; one in six is a habit."""
_SHORTEST_DAYS = 42
_TWO = 2
"""Of so few gaps none is the usual one."""
_OFTEN_DAYS = 35
"""A time of meeting often has three visits at least, about a month apart or less."""
_WEEK_DAYS = 10
"""Visits that follow each other so soon are no stays apart: who meets three times a week is not met once by each."""
_PACE_TIMES = 2
"""A pace that changed by so much is another one."""
BURSTY_RATIO = 6
"""Where the 90th percentile of the gaps is more than this many medians, two people meet in bursts."""


def visits_of(days: Iterable[MetDay]) -> tuple[MetDay, ...]:
    """Each visit from its first day to its last, oldest first; meetings in any order, duplicates welcome."""
    visits: list[MetDay] = []
    for day in _in_order(days):
        if not visits or (day.starts_on - visits[-1].starts_on).days >= VISIT_DAYS:
            visits.append(day)
        else:
            visits[-1] = _joined(visits[-1], day)
    return tuple(visits)


def _in_order(days: Iterable[MetDay]) -> list[MetDay]:
    whole = (replace(day, ends_on=max(day.starts_on, day.ends_on)) for day in days)
    return sorted(whole, key=_START)


def _joined(visit: MetDay, day: MetDay) -> MetDay:
    return MetDay(
        starts_on=visit.starts_on,
        ends_on=max(visit.ends_on, day.ends_on),
        is_in_series=visit.is_in_series or day.is_in_series,
    )


def gaps_of(days: Iterable[MetDay], *, away: Away = ()) -> tuple[int, ...]:
    """Days from the start of each visit to the start of the next, oldest first; one fewer than visits."""
    return tuple(gap_between(a.starts_on, b.starts_on, away) for a, b in pairwise(visits_of(days)))


def median_gap(gaps: Sequence[int]) -> float | None:
    """The middle gap in days; None where there is none."""
    return float(median(gaps)) if gaps else None


def typical_gap(gaps: Sequence[int]) -> float | None:
    """What is usual by now, in days: the middle of the last few gaps where it is twice or half that of all.

    Who met weekly at work for years, and has lunch every two months since, meets every two months.
    """
    usual, lately = median_gap(gaps), median_gap(gaps[-_LATELY:])
    if usual is None or lately is None or len(gaps) <= _LATELY:
        return usual
    return lately if max(usual, lately) >= _PACE_TIMES * min(usual, lately) else usual


def has_pace(gaps: Sequence[int]) -> bool:
    """Whether the last few gaps are like each other: of some days, five months and two years, none is usual.

    Nor is one where long breaks return: four times in May and four in November are not "about twice a week". What is
    over within some weeks is no pace, and another one than before takes more than a few gaps that happen to be alike.
    """
    latest, since = gaps[-_LATELY:], gaps[-_A_WHILE:]
    if len(latest) <= _TWO:
        return True
    if sum(gaps) < _SHORTEST_DAYS:
        return False
    middle, always = median(latest), median(gaps)
    breaks = sum(gap > BURSTY_RATIO * median(since) for gap in since)
    if breaks >= _TWO and breaks * _BREAKS_SHARE > len(since):
        return False
    alike = sum(middle <= _PACE_TIMES * gap and gap <= _PACE_TIMES * middle for gap in latest)
    is_another = max(middle, always) >= _PACE_TIMES * min(middle, always)
    return alike >= len(latest) - 1 if is_another else 2 * alike > len(latest)


def tells_pace(gaps: Sequence[int]) -> bool:
    """Whether how often two met can be told: by a pace, or as times of meeting often."""
    return has_pace(gaps) or is_bursty(gaps)


def days_of(days: Iterable[MetDay]) -> tuple[MetDay, ...]:
    """Each day on which they met, oldest first: what is counted, as a list of meetings shows it."""
    return tuple(reduce(_joined, same) for _, same in groupby(_in_order(days), key=_START))


def occasions_of(days: Iterable[MetDay], *, away: Away = ()) -> tuple[MetDay, ...]:
    """What a pace goes by, oldest first: visits; where those follow each other all through the weeks, each day.

    A conference of three days is one occasion, three hours in one week of many are three.
    """
    found = tuple(days)
    visits = visits_of(found)
    gaps = gaps_of(found, away=away)
    usual = typical_gap(gaps) if has_pace(gaps) else median_gap(gaps)
    if usual is None or usual > _WEEK_DAYS:
        return visits
    return days_of(found)


def steps_of(days: Iterable[MetDay], *, away: Away = ()) -> tuple[int, ...]:
    """Days from the start of each occasion to the start of the next, oldest first; without the days away."""
    occasions = occasions_of(days, away=away)
    return tuple(days_between(a.starts_on, b.starts_on, away) for a, b in pairwise(occasions))


def typical_step(days: Iterable[MetDay], *, away: Away = ()) -> float | None:
    """What is usual by now from one occasion to the next, in days: what is told as a pace.

    The typical gap between visits; where visits follow each other all through the weeks, by the days of the last few.
    """
    found = tuple(days)
    usual, occasions = typical_gap(gaps_of(found, away=away)), occasions_of(found, away=away)
    if usual is None:
        return None
    visits = visits_of(found)[-_LATELY - 1 :]
    return usual * len(visits) / sum(each.starts_on >= visits[0].starts_on for each in occasions)


def longest_gap(gaps: Sequence[int]) -> int | None:
    """The longest break so far in days; None where there is none."""
    return max(gaps, default=None)


def is_bursty(gaps: Sequence[int]) -> bool:
    """True when the 90th percentile (linear between ranks) is over six medians, and there were several such times.

    Never with less than two gaps; two meetings, or one alone years before, are no time of meeting often, and nor are
    meetings half a year apart.
    """
    if len(gaps) < _TWO:
        return False
    longest_usual = BURSTY_RATIO * median(gaps)
    runs = [tuple(run) for is_usual, run in groupby(gaps, key=lambda gap: gap <= longest_usual) if is_usual]
    often = [len(run) >= _TWO and median(run) <= _OFTEN_DAYS for run in runs]
    return sum(often) > 1 and often[-1] and quantiles(gaps, n=10, method="inclusive")[8] > longest_usual
