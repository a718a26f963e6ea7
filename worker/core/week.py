"""A week is how many nudges an ISO week still takes, and on which of its days they come.

Beside step 5 of 5: candidates → week. The budget is a ceiling that only a missed rhythm may fill; everything
else is one a week at most. Pure.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from math import ceil

from worker.core.bond import Bond, PastNudge
from worker.core.candidate import Candidate
from worker.core.catalogue import Occasion
from worker.core.nudge import NudgeState
from worker.core.rhythm import State

_SAME_CIRCLE_FACTOR = 0.7
"""Each person of the same circle in the same week makes another one that much less fitting."""
_WARM_UP_ROOM = 2
_WORK_DAYS = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Week:
    """One ISO week of one user."""

    days: tuple[date, ...]
    """The days that may be used, in order; not empty."""
    room: int
    """Nudges that it still takes."""
    standing: Mapping[date, int]
    """Nudges already standing, by day."""
    reasons: frozenset[str]
    """The reasons of nudges already in this week."""


def weeks_of(
    days: Sequence[date],
    bonds: Iterable[Bond],
    *,
    weekly_budget: int,
    planned: Mapping[tuple[int, int], int],
) -> list[Week]:
    """The weeks of some days (in order, user's zone), earliest first, each with the room left in it."""
    standing = [nudge for bond in bonds for nudge in bond.nudges if nudge.state is not NudgeState.WITHDRAWN]
    return [
        _week(
            tuple(in_week),
            [nudge for nudge in standing if iso_week(nudge.on) == iso],
            weekly_budget=weekly_budget,
            planned=planned.get(iso, 0),
        )
        for iso, in_week in groupby(days, key=iso_week)
    ]


def _week(days: tuple[date, ...], standing: Sequence[PastNudge], *, weekly_budget: int, planned: int) -> Week:
    """The budget is for five days: where fewer are left, fewer nudges fit, so that none of them is crowded."""
    by_day = Counter(nudge.on for nudge in standing)
    a_day = ceil(weekly_budget / _WORK_DAYS)
    fits = a_day * len(days) - sum(by_day[day] for day in days)
    return Week(
        days=days,
        room=max(0, min(weekly_budget - planned, fits)),
        standing=by_day,
        reasons=frozenset(nudge.reason for nudge in standing),
    )


def iso_week(day: date) -> tuple[int, int]:
    """The ISO year and week of a day: 29 December 2025 is in (2026, 1)."""
    return day.isocalendar()[:2]


def filled(week: Week, waiting: Sequence[Candidate]) -> list[Candidate]:
    """Those who are suggested in this week, each with its day; never more than there is room."""
    if week.room <= 0:
        return []
    here = [
        candidate for candidate in waiting if candidate.wants_on is None or candidate.wants_on in week.days
    ]
    missed = _varied([candidate for candidate in here if candidate.occasion.is_rhythm], week.room)
    warmed = _with_warm_up(missed, here, week)
    return _with_days(_with_occasion(warmed, here, week), week)


def _varied(waiting: Sequence[Candidate], room: int) -> list[Candidate]:
    """The first of the order, with a preference for different circles."""
    left, picked = sorted(waiting, key=Candidate.order), list[Candidate]()
    while left and len(picked) < room:
        circles = Counter(candidate.bond.person.circle for candidate in picked)
        best = max(
            left, key=lambda each: each.value * _SAME_CIRCLE_FACTOR ** circles[each.bond.person.circle]
        )
        left.remove(best)
        picked.append(best)
    return picked


def _with_warm_up(missed: list[Candidate], here: Iterable[Candidate], week: Week) -> list[Candidate]:
    """Before a long silence is broken, an easy word to a current friend; a full week's last one waits."""
    has_long = any(_is_long(candidate) for candidate in missed)
    if not has_long or week.room < _WARM_UP_ROOM or len(week.days) < _WARM_UP_ROOM:
        return missed
    friends = [candidate for candidate in here if candidate.occasion is Occasion.WARM_UP]
    if not friends or Occasion.WARM_UP in week.reasons:
        return missed
    friend = min(friends, key=Candidate.order)
    return [friend, *_shortened(missed, week.room - 1)]


def _shortened(missed: list[Candidate], room: int) -> list[Candidate]:
    """At most `room` of them, a long silence among them in any case."""
    kept = missed[:room]
    if any(_is_long(candidate) for candidate in kept):
        return kept
    return [*kept[:-1], next(candidate for candidate in missed if _is_long(candidate))]


def _is_long(candidate: Candidate) -> bool:
    rhythm = candidate.bond.rhythm
    return candidate.occasion.is_rhythm and rhythm is not None and rhythm.state is State.LONG_DORMANT


def _with_occasion(picked: list[Candidate], here: Iterable[Candidate], week: Week) -> list[Candidate]:
    """After the rhythm's: one more by occasion, where there is room and none stands yet; thanks first."""
    asked = [candidate for candidate in here if _is_by_occasion(candidate)]
    if not asked or len(picked) >= week.room or week.reasons & _BY_OCCASION:
        return picked
    return [*picked, min(asked, key=lambda each: (each.occasion is not Occasion.THANKS, *each.order()))]


_BY_OCCASION = frozenset({Occasion.THANKS.value, Occasion.BIRTHDAY.value})


def _is_by_occasion(candidate: Candidate) -> bool:
    return not candidate.occasion.is_rhythm and candidate.occasion is not Occasion.WARM_UP


def _with_days(picked: list[Candidate], week: Week) -> list[Candidate]:
    """Spread over the week: a wished day first of all, then the emptiest one nearest to an even spread.

    The warm-up comes first and long silences last, so that the easy word always comes before.
    """
    in_order = sorted(picked, key=lambda each: (each.occasion is not Occasion.WARM_UP, _is_long(each)))
    load = Counter(week.standing)
    placed: list[Candidate] = []
    for index, candidate in enumerate(in_order):
        ideal = week.days[(2 * index + 1) * len(week.days) // (2 * len(in_order))]
        days = _after_the_easy_word(week.days, candidate, placed)
        on = candidate.wants_on or min(days, key=lambda day: (load[day], abs((day - ideal).days), day))
        load[on] += 1
        placed.append(replace(candidate, on=on))
    return placed


def _after_the_easy_word(
    days: tuple[date, ...], candidate: Candidate, placed: Sequence[Candidate]
) -> tuple[date, ...]:
    """For a long silence the days after the warm-up, where there are any; else all days."""
    if not _is_long(candidate):
        return days
    easy_on = next((each.on for each in placed if each.occasion is Occasion.WARM_UP), None)
    return tuple(day for day in days if easy_on is not None and day > easy_on) or days
