"""Standing is which row each human has: rows are joined and parted until every human has one, and says who they are.

Beside step 3 of 5, for `settling.py`: what is decided there is written here, and only where it differs.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, or_, select, update

from worker.core.circle import OTHER
from worker.core.person import Person, name_without_words
from worker.store.columns import birthday_columns
from worker.store.identity import join
from worker.store.merging import move_addresses
from worker.store.tables.events import touches
from worker.store.tables.giving import notes, nudges
from worker.store.tables.people import addresses, people
from worker.store.upsert import chunks_of, insert_new

Group = frozenset[str]
"""The addresses of one human."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Seated:
    """Every human with one row."""

    homes: Mapping[Group, int]
    moved: frozenset[int]
    """Rows that gained or lost addresses."""


def seat(conn: Connection, user_id: int, owners: Mapping[str, int], groups: Sequence[Group]) -> Seated:
    """One row for each group; `owners` is address → row as it was.

    Of several rows the first stays. One that held addresses of several humans stays with whom it has the key of.
    """
    rows = _rows_of(conn, user_id, owners, groups)
    homes = _homes(conn, user_id, {group: rows[group] for group in groups})
    new, moved = list[dict[str, object]](), set[int]()
    for group, home in homes.items():
        for address in sorted(group):
            owner = owners.get(address)
            if owner is None:
                new.append({"user_id": user_id, "address": address, "person_id": home, "name": ""})
            elif owner not in (home, *rows[group]):
                move_addresses(conn, user_id, owner, home, [address])
                moved |= {owner, home}
    insert_new(conn, addresses, new, ["user_id", "address"])
    for group, home in homes.items():
        for other in rows[group][1:]:
            join(conn, user_id, home, other)
            moved.add(home)
    return Seated(homes=homes, moved=frozenset(moved))


def _rows_of(
    conn: Connection, user_id: int, owners: Mapping[str, int], groups: Sequence[Group]
) -> Mapping[Group, Sequence[int]]:
    """The rows that may stay with each group, by number."""
    held: dict[int, list[Group]] = defaultdict(list)
    for group in groups:
        for row in {owners[each] for each in group if each in owners}:
            held[row].append(group)
    several = [row for row, some in held.items() if len(some) > 1]
    keys = _keys(conn, user_id, several)
    found: dict[Group, list[int]] = {group: [] for group in groups}
    for row, some in sorted(held.items()):
        found[next((group for group in some if keys.get(row) in group), some[0])].append(row)
    return found


def _homes(conn: Connection, user_id: int, rows: Mapping[Group, Sequence[int]]) -> Mapping[Group, int]:
    keys = {min(group): group for group, some in rows.items() if not some}
    new = [{"user_id": user_id, "key": key, "name": "", "phones": []} for key in sorted(keys)]
    insert_new(conn, people, new, ["user_id", "key"])
    made: dict[Group, int] = {}
    for some in chunks_of(sorted(keys)):
        query = select(people.c.key, people.c.id).where(people.c.user_id == user_id, people.c.key.in_(some))
        made.update((keys[key], row) for key, row in conn.execute(query))
    return {group: some[0] if some else made[group] for group, some in rows.items()}


def write(conn: Connection, user_id: int, wanted: Mapping[int, Person]) -> frozenset[int]:
    """Row → who they are now. Gives those who have other names than before.

    A key that nudges stand on stays, or the same silence would be another one.
    """
    before: dict[int, Mapping[str, Any]] = {}
    for some in chunks_of(sorted(wanted)):
        rows = conn.execute(select(people).where(people.c.user_id == user_id, people.c.id.in_(some)))
        before.update((row["id"], dict(row)) for row in rows.mappings())
    changed = {row: new for row, person in wanted.items() if (new := _changes(before[row], person))}
    kept = _with(conn, user_id, nudges, [row for row, new in changed.items() if "key" in new])
    for row in kept:
        if before[row]["key"] in (*wanted[row].emails, wanted[row].key):
            del changed[row]["key"]
            changed[row]["first_email"] = _first_email(wanted[row], before[row]["key"])
    mine = (people.c.user_id == user_id, people.c.id == bindparam("row"))
    rekeyed = [{"row": row, "to": f"moving {row}"} for row, new in changed.items() if "key" in new]
    if rekeyed:  # two may change places
        conn.execute(update(people).where(*mine).values(key=bindparam("to")), rekeyed)
    for row, new in changed.items():
        if new:
            conn.execute(update(people).where(people.c.user_id == user_id, people.c.id == row).values(**new))
    return frozenset(row for row, new in changed.items() if not new.keys().isdisjoint(("name", "also")))


def _first_email(person: Person, key: str) -> str | None:
    """Where to write to first, if that is another address than the key."""
    return next((each for each in person.emails[:1] if each != key), None)


def _changes(row: Mapping[str, Any], person: Person) -> dict[str, Any]:
    values = {
        "key": person.key,
        "name": "" if "@" in person.name and person.name == name_without_words(person.key) else person.name,
        "phones": list(person.phones),
        "also": list(person.also) or None,
        "given": person.given or None,
        "first_email": _first_email(person, person.key),
        "is_deceased": person.is_deceased,
        "card_circle": None if person.circle == OTHER else person.circle,
        "zone": person.zone or None,
        **birthday_columns(person.birthday),
    }
    return {name: value for name, value in values.items() if row[name] != value}


def remove_unknown(
    conn: Connection, user_id: int, person_ids: Collection[int], known_elsewhere: Collection[str]
) -> bool:
    """Of these people, addresses that stand nowhere any more, and people without any; whether there were such.

    Whom the user gave wishes, notes or nudges stays all the same.
    """
    theirs, met = (_addresses_in(conn, user_id, table, person_ids) for table in (addresses, touches))
    lost_of = {row: some - met[row] - set(known_elsewhere) for row, some in theirs.items()}
    dead = {row: some for row, some in lost_of.items() if some}
    if not dead:
        return False
    wished, keys = _wished(conn, user_id, dead), _keys(conn, user_id, dead)
    gone = [row for row, some in dead.items() if some == theirs[row] and row not in wished]
    lost = [each for row, some in dead.items() for each in some if not (row in wished and each == keys[row])]
    for some_lost in chunks_of(sorted(lost)):
        conn.execute(
            delete(addresses).where(addresses.c.user_id == user_id, addresses.c.address.in_(some_lost))
        )
    for some_gone in chunks_of(sorted(gone)):
        conn.execute(delete(people).where(people.c.user_id == user_id, people.c.id.in_(some_gone)))
    return bool(lost)


def _addresses_in(
    conn: Connection, user_id: int, table: Table, rows: Collection[int]
) -> Mapping[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for some in chunks_of(sorted(rows)):
        query = select(table.c.person_id, table.c.address).where(
            table.c.user_id == user_id, table.c.person_id.in_(some)
        )
        for row, address in conn.execute(query.distinct()):
            found[row].add(address)
    return found


def _wished(conn: Connection, user_id: int, rows: Collection[int]) -> frozenset[int]:
    """Of whom the user, or a nudge, speaks."""
    said = or_(people.c.is_pinned, people.c.rest_until.is_not(None), people.c.answered_on.is_not(None))
    found = _with(conn, user_id, nudges, rows) | _with(conn, user_id, notes, rows)
    for some in chunks_of(sorted(rows)):
        query = select(people.c.id).where(people.c.user_id == user_id, people.c.id.in_(some), said)
        found |= frozenset(conn.scalars(query))
    return found


def _with(conn: Connection, user_id: int, table: Table, rows: Collection[int]) -> frozenset[int]:
    found: set[int] = set()
    for some in chunks_of(sorted(rows)):
        query = select(table.c.person_id).where(table.c.user_id == user_id, table.c.person_id.in_(some))
        found.update(conn.scalars(query.distinct()))
    return frozenset(found)


def _keys(conn: Connection, user_id: int, rows: Collection[int]) -> Mapping[int, str]:
    found: dict[int, str] = {}
    for some in chunks_of(sorted(rows)):
        query = select(people.c.id, people.c.key).where(people.c.user_id == user_id, people.c.id.in_(some))
        found.update((id_, key) for id_, key in conn.execute(query))
    return found
