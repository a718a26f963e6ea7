"""A candidate is someone who may be suggested: a bond, its occasion, and how much speaks for it.

Beside step 5 of 5: bond → candidate → week. Pure.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import log1p

from worker.core.bond import Bond
from worker.core.giving.birthday import birthday_near
from worker.core.giving.catalogue import Occasion
from worker.core.giving.occasion import SEEN_DAYS, best_day, is_missed, last_day, occasion_on
from worker.core.giving.telling import Telling
from worker.core.giving.tender_time import is_tender_time
from worker.core.giving.trip import Trip
from worker.core.rhythm import MIN_VISITS, State

_CURRENT_DAYS = 91
"""A friend whom one saw within a quarter is easy to reach."""
_MOMENT_FACTOR = 4.0
"""A birthday makes this the right week: it goes before others who are missed, who can wait for the next one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """One person who may be suggested."""

    bond: Bond
    occasion: Occasion
    value: float
    """risk x ln(1 + n): how unusual the silence, how much was shared. Orders; never shown."""
    news_value: float = 0.0
    """How much this person would care for what is new with the user; 0 where there is nothing to tell them."""
    until: date | None = None
    """The last day on which the occasion holds; None where it stays."""
    wants_on: date | None = None
    """The one day that suits the occasion; None where any day does."""
    on: date | None = None
    """The day that the week gave; None until then."""

    @property
    def is_long(self) -> bool:
        """Whether a long silence would be broken."""
        rhythm = self.bond.rhythm
        return self.occasion.is_rhythm and rhythm is not None and rhythm.state is State.LONG_DORMANT

    def order(self) -> tuple[float, str]:
        """Most first; the key decides between equals."""
        return (-self.value, self.bond.person.key)


def candidate_of(
    bond: Bond,
    days: Sequence[date],
    *,
    zone: str,
    wish_on: date | None = None,
    trips: Sequence[Trip] = (),
    telling: Telling | None = None,
) -> Candidate | None:
    """The person as a candidate for some days (user's zone, in order, not empty); None where nothing speaks for it.

    `wish_on` is the day that their birthday wants (`birthday.wish_day`). Where it comes after all of these, neither a
    silence nor an easy word goes before it.
    """
    wants_on = best_day(bond, days, zone=zone, wish_on=wish_on)
    on = wants_on or days[0]
    occasion = occasion_on(bond, on, zone=zone, trips=trips, is_wish_day=wants_on == wish_on)
    if occasion is None:
        return _easy(bond, days, telling) if wish_on is None else None
    until = last_day(bond, occasion, on, zone=zone, trips=trips)
    is_their_day = wish_on is not None and wants_on == wish_on
    return Candidate(
        bond=bond, occasion=occasion, value=_value(bond, is_their_day), wants_on=wants_on, until=until
    )


def by_birthday(candidate: Candidate, *, zone: str) -> Candidate | None:
    """Whoever is missed, for their birthday alone; None where none is near the candidate's day.

    A silence that is usual between two holds no wish back (docs/decisions/0024-a-birthday-is-its-own-reason.md).
    """
    on = candidate.wants_on
    birthday = birthday_near(candidate.bond.person.birthday, on) if on else None
    if on is None or birthday is None or not candidate.occasion.is_rhythm:
        return None
    occasion = Occasion.BELATED if birthday < on else Occasion.BIRTHDAY
    until = last_day(candidate.bond, occasion, on, zone=zone)
    return replace(candidate, occasion=occasion, until=until)


def _value(bond: Bond, is_their_day: bool) -> float:
    risk = bond.rhythm.risk if bond.rhythm else 0.0
    moment = _MOMENT_FACTOR if is_their_day and is_missed(bond) else 1.0
    return risk * log1p(bond.tie.visits) * moment


def is_friend(bond: Bond) -> bool:
    """An easy, current friend, well known and in rhythm, seen within the quarter, though not in the last three weeks.

    Whoever is seen more often than that by custom is close, and needs no word from here.
    """
    rhythm = bond.rhythm
    return (
        rhythm is not None
        and rhythm.state is State.ACTIVE
        and SEEN_DAYS < rhythm.silence_days <= _CURRENT_DAYS
        and rhythm.usual_gap_days >= SEEN_DAYS
        and bond.tie.visits >= MIN_VISITS
    )


def _easy(bond: Bond, days: Sequence[date], telling: Telling | None) -> Candidate | None:
    """Somebody whom nothing speaks for but a light hello, or what is new; not seen for three weeks, nor in sorrow."""
    rhythm = bond.rhythm
    if rhythm is None or rhythm.silence_days <= SEEN_DAYS or not days:
        return None
    news_value = telling.value_for(bond) if telling is not None else 0.0
    if not (is_friend(bond) or news_value) or is_tender_time(bond, min(days)):
        return None
    return Candidate(
        bond=bond,
        occasion=Occasion.WARM_UP if is_friend(bond) else Occasion.NEWS,
        value=(1.0 - rhythm.risk) * log1p(bond.tie.visits),
        news_value=news_value,
    )
