"""Everybody is what planning asks of all people together: names, where life takes place, who shares a word.

Beside step 5 of 5. Whoever plans in memory remembers them all; whoever plans from a store asks it, since a large
address book would take seconds to be read for the sake of three nudges. Pure.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from worker.core.bond import Bond
from worker.core.fold import folded, folded_words
from worker.core.giving.farewell import is_departed
from worker.core.giving.trip import HOME_DAYS, LONGEST_DAYS, home_in
from worker.core.rhythm import MIN_VISITS


class Everybody(Protocol):
    """All people of one user, in question or not."""

    @property
    def names(self) -> frozenset[str]:
        """The folded words of all their names, and of the user's own."""

    def home(self) -> frozenset[str]:
        """Where the user's life takes place; asked only where there is a trip."""

    def sharing(self, word: str) -> Iterable[Bond]:
        """Those who are well known and in whose titles, past or ahead, this folded word stands, by key."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Remembered:
    """Everybody, in memory."""

    bonds: Sequence[Bond]
    """By key."""
    names: frozenset[str]
    today: date

    def home(self) -> frozenset[str]:
        places: dict[datetime, str] = {}
        for touch in (touch for bond in self.bonds for touch in bond.touches):
            if touch.place and not touch.is_cold:
                known = places.setdefault(touch.started_at, touch.place)
                places[touch.started_at] = min(known, touch.place)
        always, lately = (
            [place for at, place in places.items() if at.date() >= self.today - timedelta(days=days)]
            for days in (HOME_DAYS, LONGEST_DAYS)
        )
        return home_in(always, lately)

    def sharing(self, word: str) -> Iterable[Bond]:
        return (bond for bond in self.bonds if bond.tie.visits >= MIN_VISITS and has_in_title(bond, word))


def has_in_title(bond: Bond, word: str) -> bool:
    """Whether this folded word stands in a title of theirs, past or ahead, that may be brought up."""
    return any(word in folded(touch.title) for touch in bond.touches + bond.ahead)


def remembered(bonds: Iterable[Bond], today: date, me: Iterable[str] = ()) -> Remembered:
    """These are all; `me` is what the user is called."""
    known = sorted(bonds, key=lambda bond: bond.person.key)
    names = names_in(
        (*me, *(name for bond in known if bond.rhythm is not None for name in bond.person.names))
    )
    return Remembered(bonds=known, names=names, today=today)


def names_in(names: Iterable[str]) -> frozenset[str]:
    """The folded words of some names. An address is no name: its parts may be any word."""
    return frozenset(
        word for name in names if "@" not in name for word in folded_words(name) if len(word) > 1
    )


def may_be_named(bond: Bond) -> bool:
    """Not of the dead, not of strangers, and not without a shared past."""
    return (
        bond.rhythm is not None
        and any(not touch.is_cold for touch in bond.touches)
        and not is_departed(bond.person, (touch.title for touch in bond.touches + bond.ahead))
    )
