"""Gaps are the days between the visits of one tie: what words are made from, never what decides.

Beside step 4 of 5: the model explains itself with a tie's own gaps. Pure.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median, quantiles

from worker.core.away import Away
from worker.core.tie import VISIT_DAYS, MetDay, gap_between

_LATELY = 5
"""So many gaps in a row are no chance."""
_PACE_TIMES = 2
"""A pace that changed by so much is another one."""
BURSTY_RATIO = 6
"""Where the 90th percentile of the gaps is more than this many medians, two people meet in bursts."""


def visits_of(days: Iterable[MetDay]) -> tuple[MetDay, ...]:
    """Each visit from its first day to its last, oldest first; meetings in any order, duplicates welcome."""
    visits: list[MetDay] = []
    for day in sorted(days, key=attrgetter("starts_on")):
        end = max(day.starts_on, day.ends_on)
        if not visits or (day.starts_on - visits[-1].starts_on).days >= VISIT_DAYS:
            visits.append(MetDay(starts_on=day.starts_on, ends_on=end))
        elif end > visits[-1].ends_on:
            visits[-1] = MetDay(starts_on=visits[-1].starts_on, ends_on=end)
    return tuple(visits)


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


def longest_gap(gaps: Sequence[int]) -> int | None:
    """The longest break so far in days; None where there is none."""
    return max(gaps, default=None)


def is_bursty(gaps: Sequence[int]) -> bool:
    """True when the 90th percentile (linear between ranks) is over six medians; never with less than two."""
    if len(gaps) < 2:
        return False
    return quantiles(gaps, n=10, method="inclusive")[8] > BURSTY_RATIO * median(gaps)
