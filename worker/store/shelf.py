"""The shelf here is what the user has to give, as rows: skills, hours, links, books, people, and news."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, select

from worker.core.giving.shelf import ShelfKind, Thing
from worker.errors import PermanentError
from worker.store.tables.giving import shelf
from worker.store.upsert import insert_or_update


class NoSuchThingError(PermanentError):
    """Nothing of that number stands on the shelf."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """A thing and its number."""

    id: int
    thing: Thing


def put(conn: Connection, user_id: int, thing: Thing) -> Kept:
    """Puts a thing on the shelf; the same words again change its topics and link, and nothing else.

    `thing.added_on` must be known.
    """
    row = {
        "user_id": user_id,
        "kind": thing.kind,
        "text": thing.text,
        "topics": list(thing.topics),
        "link": thing.link,
        "added_on": thing.added_on,
    }
    known = [each for each in everything(conn, user_id) if _is_same(each.thing, thing)]
    if known:
        row["added_on"] = known[0].thing.added_on
    insert_or_update(conn, shelf, [row], ["user_id", "kind", "text"])
    return next(each for each in everything(conn, user_id) if _is_same(each.thing, thing))


def everything(conn: Connection, user_id: int) -> tuple[Kept, ...]:
    """In the order in which it was put there."""
    rows = conn.execute(select(shelf).where(shelf.c.user_id == user_id).order_by(shelf.c.id))
    return tuple(
        Kept(
            id=row.id,
            thing=Thing(
                kind=ShelfKind(row.kind),
                text=row.text,
                topics=tuple(row.topics),
                link=row.link,
                added_on=row.added_on,
            ),
        )
        for row in rows
    )


def take_away(conn: Connection, user_id: int, thing_id: int) -> Thing:
    """Takes one thing from the shelf. Raises NoSuchThingError."""
    found = [each for each in everything(conn, user_id) if each.id == thing_id]
    if not found:
        raise NoSuchThingError(
            f"There is nothing with the number {thing_id}: `snowdrop shelf list` and `snowdrop news list` show them"
        )
    conn.execute(delete(shelf).where(shelf.c.user_id == user_id, shelf.c.id == thing_id))
    return found[0].thing


def _is_same(one: Thing, other: Thing) -> bool:
    return (one.kind, one.text) == (other.kind, other.text)
