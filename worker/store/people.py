"""A person here is one human with their addresses, the running numbers of the tie, and the user's wishes.

Step 3: touch → person → rhythm. Learning writes the tie; only the user writes rest, pin and card.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, func, select, update

from worker.core.identity.meant import keys_meant
from worker.core.person import NAME_KEY, Person, name_without_words
from worker.core.rest import Rest, RestKind
from worker.core.rhythm import State, Tie
from worker.errors import PermanentError
from worker.store.columns import birthday_in
from worker.store.tables.people import addresses, people
from worker.store.upsert import chunks_of, insert_new

_NUMBERS = tuple(each.name for each in fields(Tie))
"""Each has a column of its name."""


class NoSuchPersonError(PermanentError):
    """The user knows no such person."""


class ManyPeopleError(PermanentError):
    """More than one person may be meant."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """An address, or "name:…", with the name that stands beside it ("" where none does)."""

    address: str
    name: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownPerson:
    """One person and all that is kept about them."""

    id: int
    person: Person
    tie: Tie
    state: State | None
    """As last learnt; None before that."""
    rest: Rest | None
    """As the user wished; it may be over."""
    is_pinned: bool
    answered_on: date | None
    """The last day the user said to have been in touch."""
    seen_in_crowd_on: date | None
    card_circle: str = ""
    """As the groups of the address book tell; "" where they do not."""

    @property
    def rest_until(self) -> date | None:
        """Inclusive; date.max means until the user says otherwise."""
        return self.rest.until if self.rest else None


@dataclass(frozen=True, kw_only=True, slots=True)
class LearntTie:
    """What learning found out about one person."""

    person_id: int
    tie: Tie
    state: State | None
    seen_in_crowd_on: date | None = None
    circle: str | None = None
    """None leaves the circle as it is."""


def ids_of_addresses(conn: Connection, user_id: int, wanted: Iterable[str]) -> Mapping[str, int]:
    """The people behind these addresses or "name:…" keys; unknown ones are left out."""
    found: dict[str, int] = {}
    for some in chunks_of(dict.fromkeys(wanted)):
        query = select(addresses.c.address, addresses.c.person_id)
        rows = conn.execute(query.where(addresses.c.user_id == user_id, addresses.c.address.in_(some)))
        found.update((address, person_id) for address, person_id in rows)
    return found


def ensure_people(conn: Connection, user_id: int, named: Iterable[Named]) -> Mapping[str, int]:
    """Everyone behind these addresses, made where unknown; the first real name that is seen stays."""
    names: dict[str, str] = {}
    for each in named:
        names[each.address] = names.get(each.address) or each.name
    known = ids_of_addresses(conn, user_id, names)
    made = _make(conn, user_id, {address: name for address, name in names.items() if address not in known})
    _name(
        conn, user_id, {known[address]: name for address, name in names.items() if name and address in known}
    )
    return {**known, **made}


_Asked = tuple[Select[*tuple[Any, ...]], Select[int, str]]
"""Their rows, and their addresses beside their numbers."""


def _asked(*chosen: ColumnElement[bool]) -> _Asked:
    theirs = people.c.user_id == bindparam("user")
    joined = (people.c.user_id == addresses.c.user_id) & (people.c.id == addresses.c.person_id)
    beside = select(addresses.c.person_id, addresses.c.address).join(people, joined)
    return select(people).where(theirs, *chosen).order_by(people.c.id), beside.where(theirs, *chosen)


_EVERYONE = _asked()
_SOME = _asked(people.c.id.in_(bindparam("ids", expanding=True)))
"""Put together once: every actor asks."""


def all_people(conn: Connection, user_id: int) -> tuple[KnownPerson, ...]:
    """Everyone, by row id."""
    return _people(conn, _EVERYONE, user=user_id)


def in_short(conn: Connection, user_id: int) -> tuple[KnownPerson, ...]:
    """Everyone, by row id, without addresses and phones: twice as quick where only the numbers are looked at."""
    query = select(*(column for column in people.c if column is not people.c.phones))
    rows = conn.execute(query.where(people.c.user_id == user_id).order_by(people.c.id))
    return tuple(_known_in(row, [], ()) for row in rows)


def ties_met(conn: Connection, user_id: int) -> Mapping[int, Tie]:
    """By row id, the ties of all who were met: quicker still, where nothing else is looked at."""
    query = select(people.c.id, *(people.c[number] for number in _NUMBERS))
    rows = conn.execute(query.where(people.c.user_id == user_id, people.c.visits > 0).order_by(people.c.id))
    return {row.id: _tie_in(row) for row in rows}


def of_ids(conn: Connection, user_id: int, person_ids: Iterable[int]) -> tuple[KnownPerson, ...]:
    """These people, by row id; unknown ids are left out."""
    ids = sorted(set(person_ids))
    return tuple(each for some in chunks_of(ids) for each in _people(conn, _SOME, user=user_id, ids=some))


def get(conn: Connection, user_id: int, person_id: int) -> KnownPerson:
    """Raises NoSuchPersonError."""
    found = _people(conn, _SOME, user=user_id, ids=[person_id])
    if not found:
        raise NoSuchPersonError(f"There is no person {person_id}; `snowdrop people` lists them")
    return found[0]


def find(conn: Connection, user_id: int, text: str) -> tuple[KnownPerson, ...]:
    """The one with exactly this key or address; else all who may be meant (`core/identity/meant.py`)."""
    address = text.strip().casefold()
    if owner := ids_of_addresses(conn, user_id, [address]).get(address):
        return of_ids(conn, user_id, [owner])
    everyone = all_people(conn, user_id)
    keys = keys_meant([each.person for each in everyone], text)
    return tuple(each for each in everyone if each.person.key in keys)


def save_ties(conn: Connection, user_id: int, learnt: Iterable[LearntTie]) -> None:
    """Writes what was learnt; the user's own wishes stay untouched."""
    rows = [_tie_row(each) for each in sorted(learnt, key=lambda each: each.person_id)]
    chosen = (people.c.user_id == user_id, people.c.id == bindparam("row_id"))
    circle: ColumnElement[str] = func.coalesce(bindparam("new_circle"), people.c.circle)
    if rows:
        names = [name for name in rows[0] if name not in ("row_id", "new_circle")]
        values: dict[str, ColumnElement[object]] = {name: bindparam(name) for name in names}
        conn.execute(update(people).where(*chosen).values(**values, circle=circle), rows)


def save_states(conn: Connection, user_id: int, states: Mapping[int, State]) -> None:
    """Writes the states seen at a look; the ties stay, since one may have been learnt on meanwhile."""
    chosen = (people.c.user_id == user_id, people.c.id == bindparam("row_id"))
    rows = [{"row_id": person_id, "seen": states[person_id].value} for person_id in sorted(states)]
    if rows:
        conn.execute(update(people).where(*chosen).values(state=bindparam("seen")), rows)


def set_rest(conn: Connection, user_id: int, person_id: int, rest: Rest | None) -> None:
    """None ends it. Raises NoSuchPersonError."""
    _set(conn, user_id, person_id, **rest_columns(rest))


def rest_columns(rest: Rest | None) -> dict[str, object]:
    """Within the store: how a rest is kept."""
    return {"rest_until": rest and rest.until, "rest_kind": rest and rest.kind}


def rest_in(until: date | None, kind: str | None) -> Rest | None:
    """Within the store: what two columns say; a rest without a kind was wished without a reason."""
    return None if until is None else Rest(until=until, kind=RestKind(kind or RestKind.RESTING))


def pin(conn: Connection, user_id: int, person_id: int, *, is_pinned: bool = True) -> None:
    """Raises NoSuchPersonError."""
    _set(conn, user_id, person_id, is_pinned=is_pinned)


def set_alive(conn: Connection, user_id: int, person_id: int, *, is_alive: bool) -> None:
    """Whatever titles and cards tell of a death. Raises NoSuchPersonError."""
    _set(conn, user_id, person_id, is_alive=is_alive or None)


def set_answered(conn: Connection, user_id: int, person_id: int, on: date | None) -> None:
    """The last day the user said to have been in touch. Raises NoSuchPersonError."""
    _set(conn, user_id, person_id, answered_on=on)


def _make(conn: Connection, user_id: int, names: Mapping[str, str]) -> Mapping[str, int]:
    new = sorted(names)
    rows = [{"user_id": user_id, "key": each, "name": names[each], "phones": []} for each in new]
    insert_new(conn, people, rows, ["user_id", "key"])
    ids: dict[str, int] = {}
    for some in chunks_of(new):
        query = select(people.c.key, people.c.id).where(people.c.user_id == user_id, people.c.key.in_(some))
        ids.update((key, id_) for key, id_ in conn.execute(query))
    links = [{"user_id": user_id, "address": each, "person_id": ids[each]} for each in new]
    insert_new(conn, addresses, links, ["user_id", "address"])
    return ids


def _name(conn: Connection, user_id: int, names: Mapping[int, str]) -> None:
    chosen = (people.c.user_id == user_id, people.c.id == bindparam("row_id"), people.c.name == "")
    rows = [{"row_id": id_, "name": names[id_]} for id_ in sorted(names)]
    if rows:
        conn.execute(update(people).where(*chosen).values(name=bindparam("name")), rows)


def _set(conn: Connection, user_id: int, person_id: int, **values: object) -> None:
    chosen = (people.c.user_id == user_id, people.c.id == person_id)
    if conn.execute(update(people).where(*chosen).values(**values)).rowcount == 0:
        raise NoSuchPersonError(f"There is no person {person_id}; `snowdrop people` lists them")


def _people(conn: Connection, asked: _Asked, **which: object) -> tuple[KnownPerson, ...]:
    rows = conn.execute(asked[0], which).all()
    emails: dict[int, list[str]] = {}
    for person_id, address in conn.execute(asked[1], which):
        if not address.startswith(NAME_KEY):
            emails.setdefault(person_id, []).append(address)
    return tuple(_known_in(row, emails.get(row.id, []), row.phones) for row in rows)


def _known_in(row: Row[*tuple[object, ...]], emails: list[str], phones: Sequence[str]) -> KnownPerson:
    return KnownPerson(
        id=row.id,
        person=_person_in(row, emails, phones),
        tie=_tie_in(row),
        state=None if row.state is None else State(row.state),
        rest=rest_in(row.rest_until, row.rest_kind),
        is_pinned=row.is_pinned,
        answered_on=row.answered_on,
        seen_in_crowd_on=row.seen_in_crowd_on,
        card_circle=row.card_circle or "",
    )


def _person_in(row: Row[*tuple[object, ...]], emails: list[str], phones: Sequence[str]) -> Person:
    return Person(
        key=row.key,
        name=row.name or name_without_words(row.key),
        emails=tuple(sorted(emails, key=lambda each: (each != row.first_email, each != row.key, each))),
        phones=tuple(phones),
        birthday=birthday_in(row),
        circle=row.circle,
        is_deceased=row.is_deceased and not row.is_alive,
        is_alive=bool(row.is_alive),
        zone=row.zone or "",
        also=tuple(row.also or ()),
        given=row.given or "",
    )


def _tie_in(row: Row[*tuple[object, ...]]) -> Tie:
    return Tie(
        visits=row.visits,
        sum_y=row.sum_y,
        sum_y2=row.sum_y2,
        series_visits=row.series_visits,
        days_met=row.days_met,
        first_met_on=row.first_met_on,
        visit_started_on=row.visit_started_on,
        last_met_on=row.last_met_on,
        latest_started_on=row.latest_started_on,
        is_visit_in_series=row.is_visit_in_series,
    )


def _tie_row(learnt: LearntTie) -> Mapping[str, object]:
    return {
        "row_id": learnt.person_id,
        "new_circle": learnt.circle,
        "state": learnt.state,
        "seen_in_crowd_on": learnt.seen_in_crowd_on,
        **{number: getattr(learnt.tie, number) for number in _NUMBERS},
    }
