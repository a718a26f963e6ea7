"""Untied are those whose touches a large learning has saved and whose ties still wait: kept, lest a kill lose them.

Between steps 3 and 4 of 5. Tied with every few thousand events, everybody would be tied again and again.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import Connection

from tasks.tie import tie_again
from tasks.wiring import House
from worker.store import users
from worker.store.duties import Claim

_AT_ONCE = 200
"""People per transaction: thousands of histories in one would keep all other writers waiting."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Untied:
    """Who waits."""

    person_ids: frozenset[int] = frozenset()
    crowds: Mapping[str, date] = field(default_factory=dict)
    """Address → the last day in a crowd."""
    tied: frozenset[int] = frozenset()
    """Who waits no more."""

    def __bool__(self) -> bool:
        return bool(self.person_ids or self.crowds)

    def joined(self, person_ids: frozenset[int], crowds: Mapping[str, date]) -> "Untied":
        days = {who: max(day, self.crowds.get(who, day)) for who, day in crowds.items()}
        return replace(self, person_ids=self.person_ids | person_ids, crowds={**self.crowds, **days})


def untied_of(conn: Connection, claim: Claim) -> Untied:
    """What earlier transactions of this learning left, in this attempt or in one that was killed."""
    ids, crowds, tied = json.loads(users.value_of(conn, claim.user_id, _key(claim)) or "[[], {}, []]")
    days = {who: date.fromisoformat(day) for who, day in crowds.items()}
    return Untied(person_ids=frozenset(ids), crowds=days, tied=frozenset(tied))


def keep_untied(conn: Connection, claim: Claim, untied: Untied) -> None:
    """They are tied by `tie_some_untied`, later."""
    days = {who: day.isoformat() for who, day in untied.crowds.items()}
    value = json.dumps([sorted(untied.person_ids), days, sorted(untied.tied)]) if untied else None
    users.keep_value(conn, claim.user_id, _key(claim), value)


def tie_some_untied(house: House, conn: Connection, claim: Claim) -> frozenset[int] | None:
    """Ties some of those who wait; once nobody waits any more, everybody who did, and None before."""
    untied = untied_of(conn, claim)
    some = frozenset(sorted(untied.person_ids)[:_AT_ONCE])
    rest = untied.person_ids - some
    tie_again(house, conn, claim.user_id, some, crowds=None if rest else untied.crowds)
    tied = untied.tied | some
    keep_untied(conn, claim, Untied(person_ids=rest, crowds=untied.crowds, tied=tied) if rest else Untied())
    return None if rest else tied


def _key(claim: Claim) -> str:
    return f"untied:{claim.subject_id}"
