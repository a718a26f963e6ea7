"""To spread is to give each who is suggested in a week one of its days.

Beside step 5 of 5, the end of `week.py`. Pure.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from worker.core.giving.candidate import Candidate
from worker.core.giving.catalogue import Occasion


def spread(
    picked: Iterable[Candidate], days: Sequence[date], standing: Mapping[date, int]
) -> list[Candidate]:
    """Each with its day: a wished one first of all, then the emptiest one nearest to an even spread.

    The warm-up comes first and long silences last, so that the easy word always comes before.
    """
    in_order = sorted(picked, key=lambda each: (each.occasion is not Occasion.WARM_UP, each.is_long))
    load = Counter(standing)
    load.update(each.wants_on for each in in_order if each.wants_on is not None)
    placed: list[Candidate] = []
    for index, candidate in enumerate(in_order):
        ideal = days[(2 * index + 1) * len(days) // (2 * len(in_order))]
        fitting = _after_the_easy_word(days, candidate, placed)
        on = candidate.wants_on
        if on is None:
            on = min(fitting, key=lambda day: (load[day], abs((day - ideal).days), day))
            load[on] += 1
        placed.append(replace(candidate, on=on))
    return placed


def _after_the_easy_word(
    days: Sequence[date], candidate: Candidate, placed: Sequence[Candidate]
) -> Sequence[date]:
    """For a long silence the days after the warm-up, where there are any; else all days."""
    if not candidate.is_long:
        return days
    easy_on = next((each.on for each in placed if each.occasion is Occasion.WARM_UP), None)
    return tuple(day for day in days if easy_on is not None and day > easy_on) or days
