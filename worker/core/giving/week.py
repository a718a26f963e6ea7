"""A week is how many nudges an ISO week still takes, and on which of its days they come.

Beside step 5 of 5: candidates → week. The budget is a ceiling: silences do not hurry, and leave the last place of
a week to what belongs to its days, or to nobody. An occasion is one a week at most; where silences fill theirs, one
a fortnight, and only one that would pass; but birthdays of those who are well known take what places are left
(docs/decisions/0008-giving.md, 0016-a-year-and-a-decade.md, 0024-a-birthday-is-its-own-reason.md). Pure.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby
from math import ceil

from worker.core.bond import Bond, PastNudge
from worker.core.giving.agenda import Agenda
from worker.core.giving.candidate import Candidate
from worker.core.giving.catalogue import Occasion
from worker.core.giving.spread import spread
from worker.core.rhythm import MIN_VISITS

Moment = tuple[tuple[str, datetime], ...]
"""The event and the start of somebody's last meeting; () where there was none."""
_SAME_CIRCLE_FACTOR = 0.7
"""Each person of the same circle in the same week makes another one that much less fitting."""
_ANOTHER_LONG_FACTOR = 0.3
"""Whoever has been silent for long has time: beside one voice from long ago others go first."""
_WARM_UP_ROOM = 2
_EASED = timedelta(weeks=4)
"""So long an easy word helps: before the next long silence none is needed."""
_WORK_DAYS = 5
_WEEK = timedelta(days=7)
_SHARED_ROOM = 2
"""A budget of one is for the one who is missed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Week:
    """One ISO week of one user."""

    days: tuple[date, ...]
    """The days that may be used, in order; not empty."""
    room: int
    """Nudges that its days still take."""
    left: int
    """Nudges that its budget still takes; not less than `room`."""
    standing: Mapping[date, int]
    """Nudges already standing, by day."""
    reasons: frozenset[str]
    """The reasons of nudges already in this week."""
    together: Collection[Moment] = frozenset()
    """Where those of these nudges were met last."""
    is_shared: bool = True
    """Whether its last place is no silence's."""
    is_occasions_turn: bool = False
    """Whether an occasion may have it beside silences: none had one in the week before, or in this."""
    is_eased: bool = False
    """Whether an easy word stands in this week or in the four before it."""

    @property
    def monday(self) -> date:
        return self.days[0] - timedelta(days=self.days[0].weekday())


def weeks_of(
    days: Sequence[date],
    bonds: Iterable[Bond],
    *,
    weekly_budget: int,
    planned: Mapping[tuple[int, int], int],
    agenda: Agenda,
) -> list[Week]:
    """The weeks of some days (in order, user's zone), earliest first, each with the room left in it."""
    standing = [(bond, nudge) for bond in bonds for nudge in bond.nudges if nudge.was_said]
    return [
        _week(
            tuple(in_week),
            standing,
            budget=agenda.budget_in(iso, weekly_budget),
            planned=planned.get(iso, 0),
        )
        for iso, in_week in groupby(days, key=iso_week)
    ]


def _week(
    days: tuple[date, ...], standing: Sequence[tuple[Bond, PastNudge]], *, budget: int, planned: int
) -> Week:
    """The budget is for five days: where fewer are left, fewer nudges fit, so that none of them is crowded."""
    monday = days[0] - timedelta(days=days[0].weekday())
    here = [(bond, nudge) for bond, nudge in standing if monday <= nudge.on < monday + _WEEK]
    lately = {nudge.reason for _, nudge in standing if monday - _WEEK <= nudge.on < monday + _WEEK}
    eased = {nudge.reason for _, nudge in standing if monday - _EASED <= nudge.on < monday + _WEEK}
    by_day = Counter(nudge.on for _, nudge in here)
    a_day = ceil(budget / _WORK_DAYS)
    fits = a_day * len(days) - sum(by_day[day] for day in days)
    return Week(
        days=days,
        room=max(0, min(budget - planned, fits)),
        left=max(0, budget - planned),
        standing=by_day,
        reasons=frozenset(nudge.reason for _, nudge in here),
        together=frozenset(_met_last(bond) for bond, _ in here),
        is_shared=budget >= _SHARED_ROOM,
        is_occasions_turn=budget >= _SHARED_ROOM and not lately & _BY_OCCASION,
        is_eased=Occasion.WARM_UP in eased,
    )


def after(week: Week, chosen: Iterable[Candidate]) -> Week:
    """The week with what this same plan has chosen for the weeks before it."""
    placed = [(each.on, each) for each in chosen if each.on is not None]
    had = any(is_by_occasion(each) and week.monday - _WEEK <= on < week.monday for on, each in placed)
    eased = any(
        each.occasion is Occasion.WARM_UP and week.monday - _EASED <= on < week.monday for on, each in placed
    )
    return replace(
        week,
        is_occasions_turn=week.is_occasions_turn and not had,
        is_eased=week.is_eased or eased,
    )


def iso_week(day: date) -> tuple[int, int]:
    """The ISO year and week of a day: 29 December 2025 is in (2026, 1)."""
    return day.isocalendar()[:2]


def filled(week: Week, waiting: Sequence[Candidate]) -> list[Candidate]:
    """Those who are suggested in this week, each with its day; never more than there is room, but for birthdays: these
    take what the budget leaves."""
    if week.left <= 0:
        return []
    here = [
        candidate for candidate in waiting if candidate.wants_on is None or candidate.wants_on in week.days
    ]
    picked = _picked(here, week) if week.room > 0 else []
    picked += _on_their_day(here, picked, week.left - len(picked))
    return spread(picked, week.days, week.standing)


def _picked(here: Sequence[Candidate], week: Week) -> list[Candidate]:
    asked = _occasion_of(here, week)
    has_turn = week.is_occasions_turn and asked is not None and _would_pass(asked, week)
    is_kept_free = week.is_shared and not week.reasons & _BY_OCCASION
    room = min(week.room - has_turn, week.left - is_kept_free)
    missed = _varied([candidate for candidate in here if candidate.occasion.is_rhythm], room, week.together)
    picked = _with_warm_up(missed, here, replace(week, room=week.room - has_turn))
    if asked is not None and len(picked) < (week.room if is_known_birthday(asked) else room + has_turn):
        picked = [*(each for each in picked if each.bond.person.key != asked.bond.person.key), asked]
    return picked


def _on_their_day(here: Iterable[Candidate], picked: Collection[Candidate], room: int) -> list[Candidate]:
    """Whoever is missed and has a birthday, or is well known, belongs to that day: what the budget leaves is theirs, in
    a week that is nearly over, too."""
    taken = {each.bond.person.key for each in picked}
    rest = [
        each
        for each in here
        if each.bond.person.key not in taken
        and (is_known_birthday(each) or (each.occasion.is_rhythm and each.wants_on))
    ]
    return sorted(rest, key=Candidate.order)[: max(room, 0)]


def _varied(waiting: Sequence[Candidate], room: int, together: Collection[Moment]) -> list[Candidate]:
    """The first of the order, with a preference for different circles and lengths of silence.

    Of those who were met last at one table, as a couple mostly is, one a week: a word to one reaches the other, too.
    """
    left, picked, taken = sorted(waiting, key=Candidate.order), list[Candidate](), {*together}
    while len(picked) < room:
        left = [each for each in left if _met_last(each.bond) not in taken]
        if not left:
            break
        picked.append(max(left, key=lambda each: _beside(each, picked)))
        taken.add(_met_last(picked[-1].bond))
    return picked


def _met_last(bond: Bond) -> Moment:
    return tuple((touch.event_uid, touch.started_at) for touch in bond.touches[-1:])


def _beside(candidate: Candidate, picked: Collection[Candidate]) -> float:
    """How much speaks for somebody beside those who are picked."""
    same = sum(each.bond.person.circle == candidate.bond.person.circle for each in picked)
    long = sum(each.is_long for each in picked) if candidate.is_long else 0
    return float(candidate.value * _SAME_CIRCLE_FACTOR**same * _ANOTHER_LONG_FACTOR**long)


def _with_warm_up(missed: list[Candidate], here: Iterable[Candidate], week: Week) -> list[Candidate]:
    """Before a long silence is broken, an easy word to a current friend.

    Where two are enough, one silence waits; where there is no day or place for both, the long one waits. So it does
    where somebody else would miss their birthday for it.
    """
    friends = [candidate for candidate in here if candidate.occasion is Occasion.WARM_UP]
    if not friends or week.is_eased or not week.is_shared or not any(each.is_long for each in missed):
        return missed
    friend = min(friends, key=Candidate.order)
    if min(week.room, len(week.days)) < _WARM_UP_ROOM:
        return [each for each in missed if each.wants_on] or [friend]
    kept = _shortened(missed, max(len(missed), _WARM_UP_ROOM) - 1)
    unheard = [each for each in missed if each.wants_on and each not in kept]
    if len(unheard) > week.room - 1 - len(kept):
        return [each for each in missed if not each.is_long or each.wants_on]
    return [friend, *kept]


def _shortened(missed: list[Candidate], room: int) -> list[Candidate]:
    """At most `room` of them, a long silence among them in any case."""
    kept = missed[:room]
    if any(candidate.is_long for candidate in kept):
        return kept
    return [*kept[:-1], next(candidate for candidate in missed if candidate.is_long)]


def _occasion_of(here: Sequence[Candidate], week: Week) -> Candidate | None:
    """The one that the week may have by occasion; None where one stands, or nobody has any.

    What would pass goes first; an ask does not wait, then come thanks, then whoever is worth most; a wish that is late
    already goes after one that would be. News is told where nothing else is on.
    """
    if week.reasons & _BY_OCCASION:
        return None
    asked = [each for each in here if is_by_occasion(each) and each.occasion is not Occasion.NEWS]
    if asked:
        return min(
            asked,
            key=lambda each: (
                not _would_pass(each, week),
                _URGENCY.get(each.occasion, len(_URGENCY)),
                each.occasion is Occasion.BELATED,
                not is_known_birthday(each),
                *each.order(),
            ),
        )
    hearers = [each for each in here if each.news_value]
    if not hearers:
        return None
    best = min(hearers, key=lambda each: (-each.news_value, each.bond.person.key))
    return replace(best, occasion=Occasion.NEWS)


_URGENCY = {Occasion.ASK: 0, Occasion.THANKS: 1, Occasion.ASKED: 2}


def _would_pass(candidate: Candidate, week: Week) -> bool:
    """Whether its last day lies in this week or the next, whose turn it will not be."""
    return candidate.until is not None and candidate.until < week.monday + 2 * _WEEK


_BY_OCCASION = frozenset(
    occasion.value
    for occasion in (
        Occasion.THANKS,
        Occasion.BIRTHDAY,
        Occasion.ASK,
        Occasion.ASKED,
        Occasion.TRIP,
        Occasion.NEWS,
    )
)
"""What a nudge remembers as its reason (`hold.reason_of`)."""


def is_known_birthday(candidate: Candidate) -> bool:
    """Whether it is the birthday of somebody well known: that goes into any week with a place for it."""
    return candidate.occasion is Occasion.BIRTHDAY and candidate.bond.tie.visits >= MIN_VISITS


def is_by_occasion(candidate: Candidate) -> bool:
    """Whether neither a silence nor the ease of a friendship speaks for it."""
    return not candidate.occasion.is_rhythm and candidate.occasion is not Occasion.WARM_UP
