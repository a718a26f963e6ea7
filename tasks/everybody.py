"""Everybody is what planning asks of all people together, looked up in the store without reading all their lives.

Beside step 5 of 5, for `suggest.py`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from tasks.knowing import Known
from worker.core.bond import Bond
from worker.core.fold import folded
from worker.core.giving.ask import AFTER_EVENT_DAYS, is_ask
from worker.core.giving.everybody import has_in_title, names_in
from worker.core.giving.shelf import Thing, may_be_about
from worker.core.giving.telling import is_going_round
from worker.core.giving.trip import HOME_DAYS, LONGEST_DAYS, Trip, home_in, places_in
from worker.core.rhythm import MIN_VISITS
from worker.store import concordance

_AT_ONCE = 50
"""So many of those who share a word are read at once: the first that fits ends the search."""


@dataclass(frozen=True, kw_only=True)
class Stored:
    """Everybody (`core/giving/everybody.py`), as the store tells at this moment."""

    conn: Connection
    user_id: int
    known: Known
    today: date
    zone: str
    me: tuple[str, ...]
    """What the user is called."""

    @cached_property
    def names(self) -> frozenset[str]:
        known = self.known.by_id.values()
        met = (
            name for each in known if self.known.rhythms[each.id] is not None for name in each.person.names
        )
        return names_in((*self.me, *met))

    def home(self) -> frozenset[str]:
        return self._home

    @cached_property
    def _home(self) -> frozenset[str]:
        always, lately = (
            concordance.places_since(
                self.conn, self.user_id, _midnight(self.today - timedelta(days=days), "UTC")
            )
            for days in (HOME_DAYS, LONGEST_DAYS)
        )
        return home_in(always, lately)

    def sharing(self, word: str) -> Iterator[Bond]:
        titles = [title for title in self._titles if word in folded(title)]
        ids = concordance.people_of_titles(self.conn, self.user_id, titles)
        keys = sorted(self.known.keys_of(each for each in ids if self._is_well_known(each)))
        for start in range(0, len(keys), _AT_ONCE):
            some = self.known.whole(self.conn, self.user_id, keys[start : start + _AT_ONCE])
            yield from (some[key] for key in sorted(some) if has_in_title(some[key], word))

    def set_apart(self, shelf: Iterable[Thing], trips: Iterable[Trip]) -> frozenset[str]:
        """The keys of all of whom their numbers do not tell enough (`shortlist.py`)."""
        ids = self.known.nudges.keys() | self.known.notes.keys() | self._asked()
        ids |= self._met_at(trips) | self._who_care(shelf)
        return self.known.keys_of(ids)

    @cached_property
    def _titles(self) -> tuple[str, ...]:
        return concordance.titles(self.conn, self.user_id)

    def _is_well_known(self, person_id: int) -> bool:
        known = self.known.by_id.get(person_id)
        return known is not None and known.tie.visits >= MIN_VISITS

    def _asked(self) -> frozenset[int]:
        day = self.today - timedelta(days=AFTER_EVENT_DAYS)
        latest = concordance.latest_titles(self.conn, self.user_id, _midnight(day, self.zone), day)
        return frozenset(who for who, title in latest if is_ask(title))

    def _met_at(self, trips: Iterable[Trip]) -> frozenset[int]:
        there = {place for trip in trips for place in places_in(trip.place)}
        if not there:
            return frozenset()
        places = concordance.places(self.conn, self.user_id)
        named = [place for place in places if not there.isdisjoint(places_in(place))]
        return concordance.people_of_places(self.conn, self.user_id, named)

    def _who_care(self, shelf: Iterable[Thing]) -> frozenset[int]:
        news = [thing.about for thing in shelf if is_going_round(thing, self.today)]
        if not news:
            return frozenset()
        named = [title for title in self._titles if any(may_be_about(title, about) for about in news)]
        return concordance.people_of_titles(self.conn, self.user_id, named)


def _midnight(day: date, zone: str) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone))
