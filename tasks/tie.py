"""Ties are kept up: a later meeting is added in O(1); anything else is counted anew from all touches.

Step 4 of 5, its first half: touch → tie (→ rhythm). Whoever changes touches calls here in the same transaction.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from tasks.away import away_of, unseen_of
from tasks.prior import kept_prior
from tasks.wiring import House
from worker.core.away import Away
from worker.core.circle import Told, calendar_named, circle_of, told_by
from worker.core.knowing import tie_from, tie_with
from worker.core.prior import Prior
from worker.core.rhythm import State, rhythm_of
from worker.core.tie import Tie
from worker.core.touch import Meeting, Touch
from worker.store import concordance, feeds, meetings, people, users
from worker.store.people import KnownPerson, LearntTie

_BASIS_KEY = "ties stand on"
_COUNTING = 3
"""Counted up when other days come to count as met than did before: every tie is then made anew."""
_MEETINGS_AT_ONCE = 20_000
"""Some 10 MB; one person may have more."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Basis:
    """What all ties and states of one user are made with."""

    house: House
    away: Away
    unseen: Mapping[int, Away]
    prior: Prior
    crowds: Mapping[int, date]
    """Person → the last day on which both were in a crowd, as just learnt."""

    def learnt(self, known: KnownPerson, tie: Tie, circle: str | None) -> LearntTie:
        """The tie with its state, and the later of two crowds."""
        crowds = [day for day in (self.crowds.get(known.id), known.seen_in_crowd_on) if day is not None]
        return LearntTie(
            person_id=known.id,
            tie=tie,
            state=self._state(known, tie),
            seen_in_crowd_on=max(crowds, default=None),
            circle=circle,
        )

    def _state(self, known: KnownPerson, tie: Tie) -> State | None:
        rhythm = rhythm_of(
            tie,
            self.house.today().date(),
            prior=self.prior,
            before=known.state if tie == known.tie else None,
            answered_on=known.answered_on,
            away=(*self.away, *self.unseen.get(known.id, ())),
        )
        return rhythm.state if rhythm else None


def tie_again(
    house: House,
    conn: Connection,
    user_id: int,
    person_ids: Iterable[int],
    *,
    crowds: Mapping[str, date] | None = None,
) -> None:
    """Rebuilds ties and states of these people from their touches; the user's own wishes stay."""
    basis = _basis(house, conn, user_id, crowds or {})
    known = people.of_ids(conn, user_id, {*person_ids, *basis.crowds})
    _rebuild(conn, user_id, known, basis)


def tie_on(
    house: House,
    conn: Connection,
    user_id: int,
    added: Mapping[int, Sequence[Touch | Meeting]],
    *,
    again: Collection[int] = (),
    crowds: Mapping[str, date] | None = None,
) -> None:
    """Adds past touches to the ties of their people, without reading any history where they only come later.

    `again` are people whose history is read in any case: something past of theirs is gone. So is that of people with as
    many new meetings as they had days before, since another calendar may well tell another circle.
    """
    if not (added or again or crowds):
        return
    basis = _basis(house, conn, user_id, crowds or {})
    advanced: list[LearntTie] = []
    to_rebuild: list[KnownPerson] = []
    for known in people.of_ids(conn, user_id, {*added, *again, *basis.crowds}):
        later = added.get(known.id, ())
        is_little = known.id not in again and len(later) < known.tie.days_met
        tie = tie_with(known.tie, later, house.zone, basis.away) if is_little else None
        if tie is None:
            to_rebuild.append(known)
        else:
            advanced.append(basis.learnt(known, tie, circle=None))
    people.save_ties(conn, user_id, advanced)
    _rebuild(conn, user_id, to_rebuild, basis)


def keep_ties(house: House, conn: Connection, user_id: int) -> bool:
    """Rebuilds every tie where what they all stand on changed: the zone, the days away, or how days are counted."""
    away = [[first.isoformat(), last.isoformat()] for first, last in away_of(conn, user_id)]
    basis = json.dumps({"zone": house.zone.key, "away": away, "days": _COUNTING})
    kept = users.value_of(conn, user_id, _BASIS_KEY)
    has_changed = bool(away) if kept is None else kept != basis
    if has_changed:
        tie_again(house, conn, user_id, [each.id for each in people.all_people(conn, user_id)])
    if kept != basis:
        users.keep_value(conn, user_id, _BASIS_KEY, basis)
    return has_changed


def _basis(house: House, conn: Connection, user_id: int, crowds: Mapping[str, date]) -> Basis:
    seen = people.ids_of_addresses(conn, user_id, crowds)
    days: dict[int, date] = {}
    for address, person_id in seen.items():
        days[person_id] = max(crowds[address], days.get(person_id, crowds[address]))
    return Basis(
        house=house,
        away=away_of(conn, user_id),
        unseen=unseen_of(house, conn, user_id),
        prior=kept_prior(conn, user_id),
        crowds=days,
    )


def _rebuild(conn: Connection, user_id: int, known: Sequence[KnownPerson], basis: Basis) -> None:
    if not known:
        return
    zone, own = basis.house.zone, own_addresses(basis.house, conn, user_id)
    told = circles_told(conn, user_id, known)
    for some in _with_few_meetings(known, meetings.counts_of(conn, user_id, [each.id for each in known])):
        met = meetings.of_people(conn, user_id, [each.id for each in some])
        learnt = []
        for each in some:
            found = met.get(each.id, ())
            warm = () if all(meeting.is_cold for meeting in found) else found
            circle = circle_of(each.person.emails, warm, own, zone, told[each.id])
            learnt.append(basis.learnt(each, tie_from(warm, zone, basis.away), circle))
        people.save_ties(conn, user_id, learnt)


def _with_few_meetings(
    known: Iterable[KnownPerson], counts: Mapping[int, int]
) -> Iterator[Sequence[KnownPerson]]:
    """The same people, so many at a time that what is read of them stays small."""
    some, size = list[KnownPerson](), 0
    for each in known:
        some.append(each)
        size += counts.get(each.id, 0)
        if size >= _MEETINGS_AT_ONCE:
            yield some
            some, size = [], 0
    if some:
        yield some


def circles_told(conn: Connection, user_id: int, known: Iterable[KnownPerson]) -> Mapping[int, Told]:
    """Person → what the user's own words tell of their circle: an address book, and the names of calendars."""
    people_of = {each.id: each for each in known}
    own = (feed for feed in feeds.all_feeds(conn, user_id) if not feed.is_theirs)
    names = {feed.id: feed.name for feed in own if calendar_named(feed.name)}
    met = concordance.meetings_by_feed(conn, user_id, people_of, names.keys())
    return {
        person_id: told_by(_by_name(names, met.get(person_id, {})), each.card_circle, each.person.names)
        for person_id, each in people_of.items()
    }


def _by_name(names: Mapping[int, str], times: Mapping[int, int]) -> Counter[str]:
    """Two calendars of one name are one."""
    return sum((Counter({names[feed_id]: many}) for feed_id, many in times.items()), Counter[str]())


def own_addresses(house: House, conn: Connection, user_id: int) -> frozenset[str]:
    """As the user says them, else as they were inferred."""
    return house.me or frozenset(own for feed in feeds.all_feeds(conn, user_id) for own in feed.owners)
