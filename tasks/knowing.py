"""Knowing everyone: from the store to the bonds that suggesting looks at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from tasks.away import away_of, unseen_of
from tasks.farewells import farewells_of
from tasks.wiring import House
from worker.core.away import Away
from worker.core.batch import Look, rhythms_of
from worker.core.bond import Bond, PastNudge
from worker.core.judge import once_each
from worker.core.knowing import parted, with_farewells
from worker.core.person import Person
from worker.core.prior import SHIPPED, Prior
from worker.core.rest import RestKind
from worker.core.rhythm import Rhythm, State
from worker.core.touch import Touch
from worker.store import notes, nudges, people, touches
from worker.store.people import KnownPerson


@dataclass(frozen=True, kw_only=True, slots=True)
class Everyone:
    """All bonds of one user, ordered by key, and which row each person is."""

    bonds: tuple[Bond, ...]
    ids: Mapping[str, int]
    """Person's key → row."""
    before: Mapping[str, State | None]
    """Person's key → state at the last look."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _View:
    """From where everyone is looked at."""

    today: date
    prior: Prior
    away: Away


def everyone(house: House, conn: Connection, user_id: int, prior: Prior = SHIPPED) -> Everyone:
    """Everyone with at least one touch, past or ahead."""
    known = people.all_people(conn, user_id)
    met = touches.of_people(conn, user_id, [each.id for each in known])
    said = nudges.of_people(conn, user_id, [each.id for each in known])
    farewells, unseen = farewells_of(conn, user_id), unseen_of(house, conn, user_id)
    marked = notes.of_people(conn, user_id)
    view = _View(today=house.today().date(), prior=prior, away=away_of(conn, user_id))
    warm = [each for each in known if any(not touch.is_cold for touch in met.get(each.id, ()))]
    rhythms = _rhythms(warm, unseen, view)
    bonds = [
        _bond(
            each,
            with_farewells(each.person, farewells),
            met[each.id],
            said.get(each.id, ()),
            unseen.get(each.id, ()),
            rhythms[each.id],
        )
        for each in warm
    ]
    bonds = [
        replace(bond, notes=marked[each.id]) if each.id in marked else bond
        for each, bond in zip(warm, bonds, strict=True)
    ]
    return Everyone(
        bonds=tuple(sorted(bonds, key=lambda bond: bond.person.key)),
        ids={each.person.key: each.id for each in known},
        before={each.person.key: each.state for each in known},
    )


def _rhythms(
    known: Iterable[KnownPerson], unseen: Mapping[int, Away], view: _View
) -> dict[int, Rhythm | None]:
    """Each one's rhythm: in one go for all whose days away are the same."""
    alike: dict[Away, list[KnownPerson]] = {}
    for each in known:
        alike.setdefault((*view.away, *unseen.get(each.id, ())), []).append(each)
    found: dict[int, Rhythm | None] = {}
    for away, some in alike.items():
        looks = [Look(tie=each.tie, before=each.state, answered_on=each.answered_on) for each in some]
        rhythms = rhythms_of(looks, view.today, prior=view.prior, away=away)
        found.update((each.id, rhythm) for each, rhythm in zip(some, rhythms, strict=True))
    return found


def _bond(
    known: KnownPerson,
    person: Person,
    found: tuple[Touch, ...],
    said: tuple[PastNudge, ...],
    unseen: Away,
    rhythm: Rhythm | None,
) -> Bond:
    is_once_each = len({touch.started_at for touch in found}) == len(found)
    past, ahead = parted(found if is_once_each else once_each(found))
    rest = known.rest
    has_died = rest is not None and rest.kind is RestKind.DECEASED
    return Bond(
        person=replace(person, is_deceased=True) if has_died else person,
        tie=known.tie,
        rhythm=rhythm,
        touches=past,
        ahead=ahead,
        nudges=said,
        rest_until=known.rest_until,
        rest_kind=rest.kind if rest else RestKind.RESTING,
        seen_in_crowd_on=known.seen_in_crowd_on,
        is_pinned=known.is_pinned,
        unseen=unseen,
    )
