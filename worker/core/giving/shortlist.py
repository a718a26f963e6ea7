"""A shortlist is those few whose whole history has to be read before planning: nobody else could be chosen.

Beside step 5 of 5: bonds without their meetings → whole bonds → plan. A plan over a shortlist has the nudges that a
plan over everybody has (`tests/core/test_shortlist.py`). People for whom the same speaks differ in nothing but how
much of it: of each such queue the first who are free are enough to fill every place there is. Pure.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import log1p

from worker.core.bond import Bond
from worker.core.giving.birthday import BIRTHDAY_AHEAD_DAYS, BIRTHDAY_BEHIND_DAYS, BIRTHDAY_WAIT_DAYS
from worker.core.giving.candidate import is_friend
from worker.core.giving.catalogue import Occasion
from worker.core.giving.everybody import may_be_named
from worker.core.giving.hold import because
from worker.core.giving.look import Look
from worker.core.giving.occasion import SEEN_DAYS, is_missed
from worker.core.giving.subject import FIRST_MEETING_DAYS
from worker.core.rhythm import MIN_VISITS
from worker.core.words import Words

Details = Callable[[Collection[str]], Mapping[str, Bond]]
"""Gives whole bonds by their keys; left out is who has none."""
Queue = tuple[object, ...]
"""What speaks for those who stand in it."""
MonthDay = tuple[int, int]
_BIRTHDAY = "birthday"
_AT_ONCE = 2
"""So many times the places are read at once: some of them will be held back."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """What is to be filled: places on some days, seen from today. Days are in the user's zone."""

    days: Sequence[date]
    """Those on which a nudge may come, in order."""
    places: int
    """Nudges that all their weeks could take."""
    today: date
    zone: str
    words: Words
    has_news: bool = False
    """Whether there is news for anyone well known."""

    @property
    def last(self) -> date:
        return max(self.days, default=self.today)

    def is_free(self, bond: Bond, queue: Queue) -> bool:
        """Whether nothing is against a nudge for what the queue is of.

        Whoever is missed is wished well for the birthday alone where their silence is held back.
        """
        occasion = Occasion.RHYTHM if is_missed(bond) else Occasion.WARM_UP
        look = Look(bond=bond, today=self.today, zone=self.zone, occasion=occasion, words=self.words)
        is_free = because(look) is None
        if queue[0] == _BIRTHDAY and is_missed(bond):
            wishes = (replace(look, occasion=each) for each in (Occasion.BIRTHDAY, Occasion.BELATED))
            is_free = not is_free and all(because(each) is None for each in wishes)
        return may_be_named(bond) and is_free


def shortlist(
    sketches: Iterable[Bond], always: Collection[str], details: Details, wanted: Wanted
) -> tuple[Bond, ...]:
    """Whole bonds of everyone who could be chosen, by key.

    `sketches` are bonds of all people without their meetings. `always` are the keys of those about whom these do not
    tell enough: whoever has a nudge, a note or an ask, was met in the place of a trip, or shares a topic with news.
    """
    kept = list(sketches)
    fresh = (bond.person.key for bond in kept if _may_be_fresh(bond, wanted))
    found = dict(details({*always, *fresh}))
    queues = _queues((bond for bond in kept if bond.person.key not in found), wanted)
    taken = 0
    while queues and wanted.places:
        until = taken + _AT_ONCE * wanted.places
        found.update(details([key for keys in queues.values() for key in keys[taken:until]]))
        queues = {
            queue: keys
            for queue, keys in queues.items()
            if len(keys) > until and not _is_enough(queue, keys[:until], found, wanted)
        }
        taken = until
    return tuple(found[key] for key in sorted(found))


def _is_enough(queue: Queue, read: Sequence[str], found: Mapping[str, Bond], wanted: Wanted) -> bool:
    free = (key for key in read if key in found and wanted.is_free(found[key], queue))
    return sum(1 for _ in free) >= wanted.places


def _queues(sketches: Iterable[Bond], wanted: Wanted) -> dict[Queue, list[str]]:
    """The keys of those for whom the same speaks, most first."""
    near, later = _birthdays(wanted)
    queues: dict[Queue, list[tuple[float, str]]] = {}
    for bond in sketches:
        if _born(bond) in later:  # they wait for their day
            continue
        for queue, value in _places_of(bond, near, wanted):
            queues.setdefault(queue, []).append((-value, bond.person.key))
    return {queue: [key for _, key in sorted(some)] for queue, some in queues.items()}


def _places_of(bond: Bond, near: Collection[MonthDay], wanted: Wanted) -> Iterator[tuple[Queue, float]]:
    """In which queues somebody stands, and with how much; values as in `candidate.py`."""
    rhythm, person = bond.rhythm, bond.person
    born = day if (day := _born(bond)) in near else None
    on = wanted.last + timedelta(days=BIRTHDAY_AHEAD_DAYS) if born else wanted.today
    if rhythm is None or person.is_deceased or _is_held(bond, wanted.today, on):
        return
    missed, value = is_missed(bond), rhythm.risk * log1p(bond.tie.visits)
    if missed:
        yield ("missed", rhythm.state, person.circle, born), value
    if born is not None:
        yield (_BIRTHDAY, born, missed, bond.tie.visits >= MIN_VISITS), value
    if missed or born is not None:
        return
    if is_friend(bond):
        yield ("friend",), (1.0 - rhythm.risk) * log1p(bond.tie.visits)
    if wanted.has_news and bond.tie.visits >= MIN_VISITS and rhythm.silence_days > SEEN_DAYS:
        yield ("hearer", person.circle), log1p(bond.tie.visits)


def _is_held(bond: Bond, today: date, on: date) -> bool:
    """What holds somebody back whatever their history: the user's wish, or that they were just seen before `on`."""
    seen = (bond.tie.last_met_on, bond.seen_in_crowd_on)
    return (bond.rest_until is not None and bond.rest_until >= today) or any(
        day is not None and (on - day).days <= SEEN_DAYS for day in seen
    )


def _may_be_fresh(bond: Bond, wanted: Wanted) -> bool:
    """Whether a first meeting may still be followed; a single meeting of longer ago is followed no more."""
    first = bond.tie.first_met_on
    since = wanted.today - timedelta(days=FIRST_MEETING_DAYS)
    return bond.tie.visits == 1 and first is not None and first >= since


def _born(bond: Bond) -> MonthDay | None:
    birthday = bond.person.birthday
    return (birthday.month, birthday.day) if birthday else None


def _birthdays(wanted: Wanted) -> tuple[frozenset[MonthDay], frozenset[MonthDay]]:
    """Those near one of the days, and those for which a silence waits beyond them."""
    first, until = min(wanted.days, default=wanted.today), wanted.last + timedelta(days=BIRTHDAY_AHEAD_DAYS)
    near = _between(first - timedelta(days=BIRTHDAY_BEHIND_DAYS), until)
    return near, _between(until + timedelta(days=1), wanted.last + timedelta(days=BIRTHDAY_WAIT_DAYS)) - near


def _between(first: date, last: date) -> frozenset[MonthDay]:
    """29 February is kept on the 28th."""
    days = (first + timedelta(days=step) for step in range((last - first).days + 1))
    found = {(day.month, day.day) for day in days}
    return frozenset(found | ({(2, 29)} if (2, 28) in found else set()))
