"""The forgotten are those whom the user asked to forget: keyed hashes stay, so that nobody learns them again.

Beside step 1 of 5. The hashes are made with the secret key: the record alone does not tell of whom they are.
"""

from collections.abc import Iterable
from itertools import product

from sqlalchemy import ColumnElement, Connection, Table, delete, select, update

from worker.core.sieve import Mark, Sieve, marks_of
from worker.core.touch import Evidence
from worker.store.letters import LetterState
from worker.store.secrets import Vault
from worker.store.tables import (
    addresses,
    bookings,
    clippings,
    duties,
    feeds,
    forgotten,
    letters,
    notes,
    people,
    shelf,
    touches,
    user_values,
)
from worker.store.tables import events as events_table
from worker.store.tables import nudges as nudges_table
from worker.store.upsert import chunks_of, insert_new

HELD = "It told of somebody who was forgotten since, so it is not sent again"
_TEXTS: tuple[tuple[Table, tuple[str, ...]], ...] = (
    (touches, ("title", "place")),
    (bookings, ("place", "title")),
    (notes, ("text", "for_whom")),
    (shelf, ("text", "link")),
    (clippings, ("text", "link")),
    (feeds, ("problem",)),
    (duties, ("problem",)),
    (letters, ("problem",)),
    (user_values, ("value",)),
)
"""Where words of a calendar or of the user stand, besides events and nudges."""


def sieve_of(conn: Connection, user_id: int, vault: Vault) -> Sieve:
    """What holds the forgotten back."""
    hashes = frozenset(conn.scalars(select(forgotten.c.hash).where(forgotten.c.user_id == user_id)))
    return Sieve(hashes, lambda mark: _hash_of(vault, mark))


def remember(conn: Connection, user_id: int, vault: Vault, marks: Iterable[Mark]) -> None:
    """From now on, whoever bears one of these marks is held back. Twice is once."""
    hashes = sorted({_hash_of(vault, mark) for mark in marks})
    insert_new(conn, forgotten, [{"user_id": user_id, "hash": each} for each in hashes], ["user_id", "hash"])


def all_marks_of(conn: Connection, user_id: int, person_id: int) -> frozenset[Mark]:
    """Every address and every spelling of the name that is kept of this person."""
    row = conn.execute(
        select(people.c.key, people.c.name).where(people.c.user_id == user_id, people.c.id == person_id)
    ).one()
    own = (addresses.c.user_id == user_id, addresses.c.person_id == person_id)
    seen = (touches.c.user_id == user_id, touches.c.person_id == person_id)
    keys = {row.key, *conn.scalars(select(addresses.c.address).where(*own))}
    keys |= set(conn.scalars(select(touches.c.address).where(*seen).distinct()))
    names = {row.name, *conn.scalars(select(touches.c.name).where(*seen).distinct())}
    return marks_of(keys, (*names, *(key.removeprefix("name:") for key in keys if key.startswith("name:"))))


def events_of(conn: Connection, user_id: int, person_id: int) -> frozenset[int]:
    """The rows of all events in which they stand, and whose words may therefore mean them."""
    seen = (touches.c.user_id == user_id, touches.c.person_id == person_id, touches.c.event_id.is_not(None))
    return frozenset(conn.scalars(select(touches.c.event_id).where(*seen).distinct()))


def titled_events_of(conn: Connection, user_id: int, person_id: int) -> frozenset[tuple[int, str]]:
    """(feed, event key) of those events that name them in the title alone."""
    seen = (touches.c.user_id == user_id, touches.c.person_id == person_id, touches.c.feed_id.is_not(None))
    query = select(touches.c.feed_id, touches.c.event_key).where(
        *seen, touches.c.evidence == Evidence.TITLE.value
    )
    return frozenset((feed_id, key) for feed_id, key in conn.execute(query.distinct()))


def erase(conn: Connection, user_id: int, person_id: int) -> None:
    """The person, and all that stands on them: addresses, touches, nudges with their answers, notes."""
    for table in (touches, notes, addresses, nudges_table):
        conn.execute(delete(table).where(table.c.user_id == user_id, table.c.person_id == person_id))
    conn.execute(delete(people).where(people.c.user_id == user_id, people.c.id == person_id))


def sift(conn: Connection, user_id: int, sieve: Sieve, event_ids: Iterable[int]) -> None:
    """Takes them out of all words that are kept; in these events one word of the name is enough."""
    for some in chunks_of(sorted(event_ids)):
        for table, column in product((touches, bookings), ("title", "place")):
            _sift(conn, user_id, sieve, table, column, table.c.event_id.in_(some), is_about_them=True)
    for table, columns in _TEXTS:
        for column in columns:
            _sift(conn, user_id, sieve, table, column)


def uids_of(conn: Connection, user_id: int, event_ids: Iterable[int]) -> frozenset[str]:
    """The UIDs that proofs name these events by."""
    found = set[str]()
    for some in chunks_of(sorted(event_ids)):
        of_these = (events_table.c.user_id == user_id, events_table.c.id.in_(some))
        found.update(conn.scalars(select(events_table.c.event_key).where(*of_these)))
    return frozenset(found)


def empty_letters(conn: Connection, user_id: int) -> None:
    """No letter keeps its content: what was sent needs none, and one that was not is written anew without them."""
    mine = letters.c.user_id == user_id
    conn.execute(delete(letters).where(mine, letters.c.state == LetterState.SENDING))
    is_uncertain = (mine, letters.c.state == LetterState.HANDED)
    conn.execute(
        update(letters).where(*is_uncertain).values(state=LetterState.FAILED, lease_until=None, problem=HELD)
    )
    conn.execute(update(letters).where(mine).values(payload_sealed=b""))


def _sift(
    conn: Connection,
    user_id: int,
    sieve: Sieve,
    table: Table,
    column: str,
    *chosen: ColumnElement[bool],
    is_about_them: bool = False,
) -> None:
    where = (table.c.user_id == user_id, *chosen)
    texts = conn.scalars(select(table.c[column]).where(*where).distinct()).all()
    for text in texts:
        clean = sieve.without(text or "", is_about_them=is_about_them)
        if text and clean != text:
            conn.execute(update(table).where(*where, table.c[column] == text).values({column: clean}))


def _hash_of(vault: Vault, mark: Mark) -> str:
    return vault.hash_of(f"forgotten {mark.kind}", mark.text)
