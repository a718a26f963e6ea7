"""A merge keeps how two people stood before, so that taking it back is exact.

Beside step 3 of 5.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, Date, Table, insert, select, update

from worker.store.tables.events import touches
from worker.store.tables.giving import notes, nudges
from worker.store.tables.people import addresses, people

_REST = ("rest_until", "rest_kind")
_BIRTHDAY = ("birthday_month", "birthday_day", "birthday_year")
"""Columns that say one thing together: half of it would be another."""
_LEARNT = ("state", "last_met_on")
"""Columns from which a tie is learnt anew: as deep a silence as before, unless they met meanwhile."""
_LISTS: Mapping[str, tuple[str, ...]] = {"phones": (), "also": ("name",)}
"""Columns that say several things, and what a merge adds to them besides."""


def snapshot(conn: Connection, user_id: int, keep_id: int, other_id: int) -> dict[str, Any]:
    """Both rows, the addresses of either, and what else is the other's: as JSON."""
    return {
        "kept": _row(conn, user_id, keep_id),
        "other": _row(conn, user_id, other_id),
        "mine": _theirs(conn, user_id, addresses, "address", keep_id),
        "addresses": _theirs(conn, user_id, addresses, "address", other_id),
        "nudges": _theirs(conn, user_id, nudges, "id", other_id),
        "notes": _theirs(conn, user_id, notes, "id", other_id),
    }


def restore(conn: Connection, user_id: int, person_id: int, before: Mapping[str, Any]) -> int:
    """The other comes back with what was theirs, and the kept one is as before; gives the other's row.

    Wishes that were made while the two were one stay with the kept one: a rest, a pin.
    """
    other_id = _row_again(conn, user_id, before["other"])
    move_addresses(conn, user_id, person_id, other_id, before["addresses"])
    for table, name in ((nudges, "nudges"), (notes, "notes")):
        of_other = (table.c.user_id == user_id, table.c.id.in_(before[name]))
        conn.execute(update(table).where(*of_other).values(person_id=other_id))
    _as_before(conn, user_id, person_id, before)
    return other_id


def _row_again(conn: Connection, user_id: int, row: Mapping[str, Any]) -> int:
    """With the number that it had, unless a record older than the twelfth step gave that to somebody else since."""
    is_taken = (
        conn.scalar(select(people.c.id).where(people.c.user_id == user_id, people.c.id == row["id"]))
        is not None
    )
    new = {name: value for name, value in row.items() if name != "id" or not is_taken}
    made = insert(people).values(user_id=user_id, **_values(new)).returning(people.c.id)
    return int(conn.execute(made).scalar_one())


def move_addresses(conn: Connection, user_id: int, from_id: int, to_id: int, moved: Iterable[str]) -> None:
    """These addresses, and what was seen under them, are another person's."""
    some = list(moved)
    for table in (addresses, touches):
        theirs = (table.c.user_id == user_id, table.c.person_id == from_id, table.c.address.in_(some))
        conn.execute(update(table).where(*theirs).values(person_id=to_id))


def _as_before(conn: Connection, user_id: int, person_id: int, before: Mapping[str, Any]) -> None:
    """What the merge gave to the kept one goes again, unless it was changed since."""
    now, kept, other = _row(conn, user_id, person_id), before["kept"], before["other"]
    came: dict[str, Any] = {name: kept.get(name) for name in _LEARNT}
    alone = now.keys() - {"id", *_LEARNT, *_LISTS, *_REST, *_BIRTHDAY}
    for names in (_REST, _BIRTHDAY, *((name,) for name in alone)):
        here, theirs, old = ([row.get(name) for name in names] for row in (now, other, kept))
        if here == theirs and here != old:
            came |= dict(zip(names, old, strict=True))
    for name, more in _LISTS.items():
        here, old, theirs = ([*(row.get(name) or ())] for row in (now, kept, other))
        left = _without_theirs(here, old, [*theirs, *(other[each] for each in more)])
        came[name] = left or (None if people.c[name].nullable else [])
    chosen = (people.c.user_id == user_id, people.c.id == person_id)
    conn.execute(update(people).where(*chosen).values(**_values(came)))


def _without_theirs(here: list[str], old: list[str], theirs: list[str]) -> list[str]:
    """What was there before and still is, then what came since."""
    return [each for each in old if each in here] + [each for each in here if each not in (*old, *theirs)]


def _row(conn: Connection, user_id: int, person_id: int) -> dict[str, Any]:
    query = select(people).where(people.c.user_id == user_id, people.c.id == person_id)
    row = conn.execute(query).mappings().one()
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in row.items()
        if name != "user_id"
    }


def _values(row: Mapping[str, Any]) -> dict[str, Any]:
    """Back from JSON; a column that left the table since is left out."""
    return {
        name: date.fromisoformat(value) if value and isinstance(people.c[name].type, Date) else value
        for name, value in row.items()
        if name in people.c
    }


def _theirs(conn: Connection, user_id: int, table: Table, column: str, person_id: int) -> list[Any]:
    query = select(table.c[column]).where(table.c.user_id == user_id, table.c.person_id == person_id)
    return sorted(conn.scalars(query))
