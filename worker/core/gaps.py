"""Gaps are the days between the visits of one tie: what words are made from, never what decides.

Beside step 4 of 5: the model explains itself with a tie's own gaps. Pure.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from statistics import median, quantiles

from worker.core.away import Away
from worker.core.tie import VISIT_DAYS, MetDay, gap_between

BURSTY_RATIO = 6
"""Where the 90th percentile of the gaps is more than this many medians, two people meet in bursts."""


def visit_starts(days: Iterable[MetDay]) -> tuple[date, ...]:
    """The first day of each visit, oldest first; meetings in any order, duplicates welcome."""
    starts: list[date] = []
    for start in sorted({day.starts_on for day in days}):
        if not starts or (start - starts[-1]).days >= VISIT_DAYS:
            starts.append(start)
    return tuple(starts)


def gaps_of(days: Iterable[MetDay], *, away: Away = ()) -> tuple[int, ...]:
    """Days from the start of each visit to the start of the next, oldest first; one fewer than visits."""
    starts = visit_starts(days)
    return tuple(gap_between(a, b, away) for a, b in pairwise(starts))


def median_gap(gaps: Sequence[int]) -> float | None:
    """The middle gap in days; None where there is none."""
    return float(median(gaps)) if gaps else None


def longest_gap(gaps: Sequence[int]) -> int | None:
    """The longest break so far in days; None where there is none."""
    return max(gaps, default=None)


def is_bursty(gaps: Sequence[int]) -> bool:
    """True when the 90th percentile (linear between ranks) is over six medians; never with less than two."""
    if len(gaps) < 2:
        return False
    return quantiles(gaps, n=10, method="inclusive")[8] > BURSTY_RATIO * median(gaps)
