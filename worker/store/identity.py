"""An identity is the answer to "is this one human, or two?", as the user gives it.

Beside step 3 (touch → person): whose addresses belong together.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, select, update

from worker.core.identity.sighting import pairs_between
from worker.core.person import besides
from worker.core.rest import stronger_of
from worker.store import verdicts
from worker.store.columns import birthday_columns
from worker.store.merging import move_addresses, restore, snapshot
from worker.store.people import (
    KnownPerson,
    get,
    rest_columns,
)
from worker.store.tables.events import touches
from worker.store.tables.giving import notes, nudges
from worker.store.tables.people import addresses, people
from worker.store.upsert import insert_new


def merge(conn: Connection, user_id: int, keep_id: int, other_id: int) -> None:
    """The user says that two are one; `split` takes it back exactly. Raises NoSuchPersonError."""
    kept, other = get(conn, user_id, keep_id), get(conn, user_id, other_id)
    if keep_id == other_id:
        return
    mine, theirs = addresses_of(conn, user_id, keep_id), addresses_of(conn, user_id, other_id)
    before = snapshot(conn, user_id, keep_id, other_id)
    verdicts.unsay_apart(conn, user_id, mine, theirs)
    verdicts.say_same(conn, user_id, kept.person.key, other.person.key, before)
    join(conn, user_id, keep_id, other_id)


def join(conn: Connection, user_id: int, keep_id: int, other_id: int) -> None:
    """Two are one: the other's touches, addresses, nudges and notes become theirs. Raises NoSuchPersonError."""
    kept, other = get(conn, user_id, keep_id), get(conn, user_id, other_id)
    if keep_id == other_id:
        return
    for table in (touches, addresses, nudges, notes):
        moved = update(table).where(table.c.user_id == user_id, table.c.person_id == other_id)
        conn.execute(moved.values(person_id=keep_id))
    names = [_written_name(conn, user_id, each) for each in (keep_id, other_id)]
    conn.execute(delete(people).where(people.c.user_id == user_id, people.c.id == other_id))
    _keep_both(conn, user_id, kept, other, names)


def split(conn: Connection, user_id: int, person_id: int) -> frozenset[int]:
    """Takes back the last merge of this person; where there was none, each address becomes a person.

    Gives everyone concerned, to be learnt again: they are two from now on, whatever names and cards say. Who came to
    them since by names or cards is parted from neither. Raises NoSuchPersonError.
    """
    whole = get(conn, user_id, person_id)
    members = addresses_of(conn, user_id, person_id)
    merges = verdicts.merges_of(conn, user_id, members)
    if merges:
        last = merges[-1]
        verdicts.unsay(conn, user_id, last.id)
        theirs = {*last.before["addresses"]}.intersection(members)
        mine = {*last.before.get("mine", members)}.intersection(members) - theirs
        verdicts.say_apart(conn, user_id, pairs_between(mine, theirs))
        return frozenset((person_id, restore(conn, user_id, person_id, last.before)))
    ids = {person_id}
    for address in members:
        if address != whole.person.key:
            ids.add(_part(conn, user_id, person_id, address))
    verdicts.say_apart(conn, user_id, pairs_between(members, members))
    return frozenset(ids)


def dismiss(conn: Connection, user_id: int, one_id: int, other_id: int) -> None:
    """The user says that two are two: never joined by itself, and never proposed again."""
    pairs = pairs_between(addresses_of(conn, user_id, one_id), addresses_of(conn, user_id, other_id))
    verdicts.say_apart(conn, user_id, pairs)


def _keep_both(
    conn: Connection, user_id: int, kept: KnownPerson, other: KnownPerson, names: Sequence[str]
) -> None:
    """The user's wishes for either hold for both: the stronger rest, the pin."""
    name = next(filter(None, names), "")
    also = besides(name, (*kept.person.names, *other.person.names))
    answers = [each.answered_on for each in (kept, other) if each.answered_on]
    values = {
        "name": name,
        "also": list(also) or None,
        "given": (kept if names[0] else other).person.given or None,
        "phones": list(dict.fromkeys((*kept.person.phones, *other.person.phones))),
        "is_deceased": kept.person.is_deceased or other.person.is_deceased,
        "is_alive": kept.person.is_alive or other.person.is_alive or None,
        "card_circle": kept.card_circle or other.card_circle or None,
        "zone": kept.person.zone or other.person.zone or None,
        "is_pinned": kept.is_pinned or other.is_pinned,
        **rest_columns(stronger_of(kept.rest, other.rest)),
        "answered_on": max(answers, default=None),
        **birthday_columns(kept.person.birthday or other.person.birthday),
    }
    conn.execute(update(people).where(people.c.user_id == user_id, people.c.id == kept.id).values(**values))


def _written_name(conn: Connection, user_id: int, person_id: int) -> str:
    """As a calendar or a card writes it; "" of somebody called by the key alone."""
    query = select(people.c.name).where(people.c.user_id == user_id, people.c.id == person_id)
    return str(conn.execute(query).scalar_one())


def _part(conn: Connection, user_id: int, person_id: int, address: str) -> int:
    new = {"user_id": user_id, "key": address, "name": "", "phones": []}
    insert_new(conn, people, [new], ["user_id", "key"])
    query = select(people.c.id).where(people.c.user_id == user_id, people.c.key == address)
    new_id = int(conn.execute(query).scalar_one())
    move_addresses(conn, user_id, person_id, new_id, [address])
    return new_id


def addresses_of(conn: Connection, user_id: int, person_id: int) -> tuple[str, ...]:
    """All that is known to be theirs, a name that stood alone ("name:…") too."""
    query = select(addresses.c.address).order_by(addresses.c.address)
    return tuple(
        conn.scalars(query.where(addresses.c.user_id == user_id, addresses.c.person_id == person_id))
    )
