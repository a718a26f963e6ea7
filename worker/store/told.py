"""Told is a meeting that a title alone tells of: whose it is depends on who is known, and may be said anew.

Beside step 2 (event → touch).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, exists, insert, literal, select

from worker.core.touch import Evidence
from worker.store.tables.events import touches

_BEARER = ("person_id", "address", "name")
_OTHERWISE_SAME = [column.name for column in touches.c if column.name not in ("id", *_BEARER)]


@dataclass(frozen=True, kw_only=True, slots=True)
class Bearer:
    """Somebody whom a title names."""

    person_id: int
    key: str
    name: str


def titles_of(conn: Connection, user_id: int, person_id: int) -> tuple[str, ...]:
    """The titles that tell of this person, each once; private ones are not kept beside the meeting."""
    query = select(touches.c.title).where(touches.c.user_id == user_id, touches.c.person_id == person_id)
    told = query.where(touches.c.evidence == Evidence.TITLE.value, touches.c.title != "").distinct()
    return tuple(conn.scalars(told.order_by(touches.c.title)))


def tell_of(conn: Connection, user_id: int, person_id: int, title: str, bearers: Iterable[Bearer]) -> None:
    """What this title told of this person it tells of all these, and of nobody else."""
    held = (
        *(touches.c.user_id == user_id, touches.c.person_id == person_id),
        *(touches.c.evidence == Evidence.TITLE.value, touches.c.title == title),
    )
    theirs, is_theirs = touches.alias("theirs"), False
    for each in bearers:
        is_theirs |= each.person_id == person_id
        is_known = exists().where(
            theirs.c.user_id == user_id,
            theirs.c.person_id == each.person_id,
            theirs.c.event_id == touches.c.event_id,
            theirs.c.started_at == touches.c.started_at,
        )
        bearer = (literal(each.person_id), literal(each.key), literal(each.name))
        new = select(*bearer, *(touches.c[name] for name in _OTHERWISE_SAME)).where(*held, ~is_known)
        conn.execute(insert(touches).from_select([*_BEARER, *_OTHERWISE_SAME], new))
    if not is_theirs:
        conn.execute(delete(touches).where(*held))
