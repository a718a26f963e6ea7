"""Knowing everyone: from the store to the bonds that suggesting looks at."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from tasks.learn import farewells_of
from tasks.wiring import House
from worker.core.bond import Bond, PastNudge
from worker.core.judge import once_each
from worker.core.knowing import parted, with_farewells
from worker.core.person import Person
from worker.core.prior import SHIPPED, Prior
from worker.core.rhythm import State, rhythm_of
from worker.core.touch import Touch
from worker.core.user_prior import prior_of
from worker.store import nudges, people, touches, users
from worker.store.people import KnownPerson

_PRIOR_KEY = "rhythm prior"
_PRIOR_DAYS = 7
"""A user's own prior is fitted anew at most weekly (docs/rhythm.md)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Everyone:
    """All bonds of one user, ordered by key, and which row each person is."""

    bonds: tuple[Bond, ...]
    ids: Mapping[str, int]
    """Person's key → row."""
    before: Mapping[str, State | None]
    """Person's key → state at the last look."""


def everyone(house: House, conn: Connection, user_id: int, prior: Prior = SHIPPED) -> Everyone:
    """Everyone with at least one touch, past or ahead."""
    known = people.all_people(conn, user_id)
    met = touches.of_people(conn, user_id, [each.id for each in known])
    said = nudges.of_people(conn, user_id, [each.id for each in known])
    today, farewells = house.today().date(), farewells_of(conn, user_id)
    bonds = [
        _bond(each, with_farewells(each.person, farewells), met[each.id], said.get(each.id, ()), today, prior)
        for each in known
        if any(not touch.is_cold for touch in met.get(each.id, ()))
    ]
    return Everyone(
        bonds=tuple(sorted(bonds, key=lambda bond: bond.person.key)),
        ids={each.person.key: each.id for each in known},
        before={each.person.key: each.state for each in known},
    )


def _bond(
    known: KnownPerson,
    person: Person,
    found: tuple[Touch, ...],
    said: tuple[PastNudge, ...],
    today: date,
    prior: Prior,
) -> Bond:
    past, ahead = parted(once_each(found))
    rhythm = rhythm_of(known.tie, today, prior=prior, before=known.state, answered_on=known.answered_on)
    return Bond(
        person=person,
        tie=known.tie,
        rhythm=rhythm,
        touches=past,
        ahead=ahead,
        nudges=said,
        rest_until=known.rest_until,
        seen_in_crowd_on=known.seen_in_crowd_on,
        is_pinned=known.is_pinned,
    )


def prior_for(house: House, conn: Connection, user_id: int) -> Prior:
    """The user's own prior, fitted anew when it is a week old; needs `write()`."""
    today = house.today().date()
    kept = json.loads(users.value_of(conn, user_id, _PRIOR_KEY) or "{}")
    if kept and (today - date.fromisoformat(kept["fitted_on"])).days < _PRIOR_DAYS:
        return Prior(mu0=kept["mu0"], a=kept["a"])
    ties = [each.tie for each in people.all_people(conn, user_id) if each.tie.visits]
    prior = prior_of(ties, today)
    if prior is not SHIPPED:
        users.keep_value(
            conn,
            user_id,
            _PRIOR_KEY,
            json.dumps({"mu0": prior.mu0, "a": prior.a, "fitted_on": today.isoformat()}),
        )
    return prior
