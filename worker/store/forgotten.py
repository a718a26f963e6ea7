"""The forgotten are those whom the user asked to forget: keyed hashes stay, so that nobody learns them again.

Beside step 1 of 5. The hashes are made with the secret key: the record alone does not tell of whom they are.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import product
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, select, update
from sqlalchemy.exc import IntegrityError

from worker.core.sentence import Sentence, kept
from worker.core.sieve import Mark, Sieve, marks_of
from worker.core.touch import Evidence
from worker.store import cards, verdicts
from worker.store.letters import LetterState, drop_unsent
from worker.store.secrets import Vault
from worker.store.tables.duties import duties, letters
from worker.store.tables.events import aside, bookings, perhaps, touches
from worker.store.tables.events import events as events_table
from worker.store.tables.feeds import feeds, sheets
from worker.store.tables.giving import clippings, notes, shelf
from worker.store.tables.giving import nudges as nudges_table
from worker.store.tables.people import addresses, forgotten, people
from worker.store.tables.people import cards as cards_table
from worker.store.tables.users import user_values
from worker.store.upsert import chunks_of, insert_new

HELD = Sentence("It told of somebody who was forgotten since, so it is not sent again")
_TEXTS: tuple[tuple[Table, tuple[str, ...]], ...] = (
    (touches, ("title", "place", "source")),
    (aside, ("name", "title", "place", "source")),
    (addresses, ("name",)),
    (cards_table, ("name", "given")),
    (people, ("given",)),
    (bookings, ("place", "title")),
    (perhaps, ("name", "title")),
    (notes, ("text", "for_whom")),
    (shelf, ("text", "link")),
    (clippings, ("text", "link")),
    (feeds, ("label", "name")),
    (duties, ("problem",)),
)
"""Where words of a calendar or of the user stand, besides events and nudges."""
_JSON: tuple[tuple[Table, str], ...] = (
    (feeds, "problem"),
    (sheets, "loss"),
    (letters, "problem"),
    (user_values, "value"),
)
"""Text that may hold JSON."""
_KEYS: tuple[tuple[Table, tuple[str, ...]], ...] = (
    (events_table, ("event_key",)),
    (touches, ("event_key", "event_uid")),
    (aside, ("event_key", "event_uid")),
    (sheets, ("name",)),
)
"""What producers call their events and files: it may hold a name, and has to stay one of a kind."""
_LISTS: tuple[tuple[Table, str], ...] = (
    (shelf, "topics"),
    (clippings, "topics"),
    (feeds, "owners"),
    (cards_table, "emails"),
    (cards_table, "phones"),
    (cards_table, "also"),
    (cards_table, "household"),
    (people, "also"),
)
"""JSON as a column's own kind."""


def sieve_of(conn: Connection, user_id: int, vault: Vault) -> Sieve:
    """What holds the forgotten back."""
    hashes = frozenset(conn.scalars(select(forgotten.c.hash).where(forgotten.c.user_id == user_id)))
    others = conn.scalars(select(people.c.name).where(people.c.user_id == user_id)) if hashes else ()
    return Sieve(hashes, lambda mark: _hash_of(vault, mark), others)


def remember(conn: Connection, user_id: int, vault: Vault, marks: Iterable[Mark]) -> None:
    """From now on, whoever bears one of these marks is held back. Twice is once."""
    hashes = sorted({_hash_of(vault, mark) for mark in marks})
    insert_new(conn, forgotten, [{"user_id": user_id, "hash": each} for each in hashes], ["user_id", "hash"])


def all_marks_of(conn: Connection, user_id: int, person_id: int) -> frozenset[Mark]:
    """Every address and every spelling of the name that is kept of this person."""
    row = conn.execute(select(people).where(people.c.user_id == user_id, people.c.id == person_id)).one()
    own = (addresses.c.user_id == user_id, addresses.c.person_id == person_id)
    seen = (touches.c.user_id == user_id, touches.c.person_id == person_id)
    keys = {row.key, *conn.scalars(select(addresses.c.address).where(*own))}
    keys |= set(conn.scalars(select(touches.c.address).where(*seen).distinct()))
    names = {row.name, *(row.also or ()), *conn.scalars(select(touches.c.name).where(*seen).distinct())}
    merges = verdicts.merges_of(conn, user_id, keys)
    names |= {each.before[part]["name"] for each in merges for part in ("kept", "other")}
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
    """The person, and all that stands on them: cards, addresses, touches, nudges with their answers, notes."""
    own = (addresses.c.user_id == user_id, addresses.c.person_id == person_id)
    theirs = frozenset(conn.scalars(select(addresses.c.address).where(*own)))
    cards.remove_of(conn, user_id, theirs)
    conn.execute(delete(aside).where(aside.c.user_id == user_id, aside.c.address.in_(theirs)))
    for table in (touches, notes, addresses, nudges_table):
        conn.execute(delete(table).where(table.c.user_id == user_id, table.c.person_id == person_id))
    conn.execute(delete(people).where(people.c.user_id == user_id, people.c.id == person_id))


def sift(conn: Connection, user_id: int, sieve: Sieve, event_ids: Iterable[int]) -> None:
    """Takes them out of all words that are kept; in these events one word of the name is enough."""
    for some in chunks_of(sorted(event_ids)):
        for table, column in product((touches, aside, bookings), ("title", "place")):
            _change(
                conn, user_id, table, column, lambda text: _of_them(sieve, text), table.c.event_id.in_(some)
            )
    for clean, places in ((sieve.without, _TEXTS), (sieve.key_of, _KEYS)):
        for table, columns in places:
            for column in columns:
                _change(conn, user_id, table, column, clean)
    for table, column in _JSON:
        _change(conn, user_id, table, column, partial(_value_without, sieve))
    for table, column in _LISTS:
        _change_list(conn, user_id, table, column, sieve.without_in)
    _change_list(conn, user_id, feeds, "parts", partial(_keys_without, sieve))


def uids_of(conn: Connection, user_id: int, event_ids: Iterable[int]) -> frozenset[str]:
    """The UIDs that proofs name these events by."""
    found = set[str]()
    for some in chunks_of(sorted(event_ids)):
        of_these = (touches.c.user_id == user_id, touches.c.event_id.in_(some))
        found.update(conn.scalars(select(touches.c.event_uid).where(*of_these)))
    return frozenset(found)


def empty_letters(conn: Connection, user_id: int) -> None:
    """No letter keeps its content: what was sent needs none, and one that was not is written anew without them."""
    mine = letters.c.user_id == user_id
    drop_unsent(conn, user_id)
    is_uncertain = (mine, letters.c.state == LetterState.HANDED)
    held = {"state": LetterState.FAILED, "lease_until": None, "problem": kept(HELD)}
    conn.execute(update(letters).where(*is_uncertain).values(held))
    conn.execute(update(letters).where(mine).values(payload_sealed=b""))


def _change(
    conn: Connection,
    user_id: int,
    table: Table,
    column: str,
    clean: Callable[[str], str],
    *chosen: ColumnElement[bool],
) -> None:
    """Each text once. Where the same stands there already without the name, that is enough."""
    where = (table.c.user_id == user_id, *chosen)
    for text in conn.scalars(select(table.c[column]).where(*where).distinct()).all():
        if text and clean(text) != text:
            rows = (*where, table.c[column] == text)
            try:
                with conn.begin_nested():
                    conn.execute(update(table).where(*rows).values({column: clean(text)}))
            except IntegrityError:
                conn.execute(delete(table).where(*rows))


def _change_list(
    conn: Connection, user_id: int, table: Table, column: str, clean: Callable[[Any], object]
) -> None:
    query = select(table.c.id, table.c[column]).where(table.c.user_id == user_id)
    for id_, value in conn.execute(query).all():
        if clean(value) != value:
            row = (table.c.user_id == user_id, table.c.id == id_)
            conn.execute(update(table).where(*row).values({column: clean(value)}))


def _keys_without(sieve: Sieve, parts: Mapping[str, str] | None) -> Mapping[str, str] | None:
    """Files that are called after them, as `key_of` calls them in the keys of their events."""
    return parts and {sieve.key_of(part): told for part, told in parts.items()}


def _of_them(sieve: Sieve, text: str) -> str:
    return sieve.without(text, is_about_them=True)


def _value_without(sieve: Sieve, text: str) -> str:
    """JSON may write a name in escapes."""
    try:
        value = json.loads(text)
    except ValueError:
        return sieve.without(text)
    clean = sieve.without_in(value)
    return text if clean == value else json.dumps(clean, ensure_ascii=False)


def _hash_of(vault: Vault, mark: Mark) -> str:
    return vault.hash_of(f"forgotten {mark.kind}", mark.text)
