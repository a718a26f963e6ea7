"""Seen is what touches tell of addresses: the names beside them, the days, and who else was there.

Beside step 3 of 5, for `settling.py`. What names somebody in words alone tells nothing of their addresses.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import ColumnElement, Connection, FromClause, bindparam, func, select, update

from worker.core.identity.everyone import TELLS_NO_NAME, best_name
from worker.store.tables.events import touches
from worker.store.tables.people import addresses
from worker.store.upsert import chunks_of


def refresh_names(conn: Connection, user_id: int, person_ids: Iterable[int]) -> bool:
    """Writes beside each address of these people, and each new one, what calendars call it; whether any changed."""
    query = select(addresses.c.address, addresses.c.person_id, addresses.c.name)
    mine = query.where(addresses.c.user_id == user_id)
    rows = list(conn.execute(mine.where(addresses.c.name.is_(None))))
    for some in chunks_of(sorted(person_ids)):
        rows += conn.execute(mine.where(addresses.c.person_id.in_(some), addresses.c.name.is_not(None)))
    counts = name_counts(conn, user_id, {row.person_id for row in rows})
    changed = [
        {"of": address, "new": name}
        for address, _, before in rows
        if (name := best_name(counts.get(address, {}))) != before
    ]
    if changed:
        chosen = (addresses.c.user_id == user_id, addresses.c.address == bindparam("of"))
        conn.execute(update(addresses).where(*chosen).values(name=bindparam("new")), changed)
    return bool(changed)


def name_counts(conn: Connection, user_id: int, person_ids: Iterable[int]) -> Mapping[str, Mapping[str, int]]:
    """Address → how often each name stands beside it."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    query = select(touches.c.address, touches.c.name, func.count())
    for some in chunks_of(sorted(person_ids)):
        chosen = query.where(touches.c.user_id == user_id, touches.c.person_id.in_(some), _tells(touches))
        for address, name, times in conn.execute(chosen.group_by(touches.c.address, touches.c.name)):
            found[address][name] += times
    return found


def days_of(conn: Connection, user_id: int, person_ids: Iterable[int]) -> Mapping[str, tuple[date, date]]:
    """Address → days of the first and the last meeting, those ahead included."""
    found: dict[str, tuple[date, date]] = {}
    span = (func.min(touches.c.started_at), func.max(touches.c.started_at))
    query = select(touches.c.address, *span)
    for some in chunks_of(sorted(person_ids)):
        chosen = query.where(touches.c.user_id == user_id, touches.c.person_id.in_(some), _tells(touches))
        for address, first, last in conn.execute(chosen.group_by(touches.c.address)):
            found[address] = (first.date(), last.date())
    return found


def beside(conn: Connection, user_id: int, person_ids: Iterable[int]) -> Mapping[str, frozenset[str]]:
    """Address → who else stood in the same meetings; without those who were always met alone."""
    others = touches.alias("others")
    query = select(touches.c.address, others.c.address).distinct()
    same_meeting = query.where(
        touches.c.user_id == user_id,
        others.c.user_id == user_id,
        others.c.event_id == touches.c.event_id,
        others.c.started_at == touches.c.started_at,
        others.c.address != touches.c.address,
        _tells(touches),
        _tells(others),
    )
    found: dict[str, set[str]] = defaultdict(set)
    for some in chunks_of(sorted(person_ids)):
        for address, other in conn.execute(same_meeting.where(touches.c.person_id.in_(some))):
            found[address].add(other)
    return {address: frozenset(some) for address, some in found.items()}


def _tells(seen: FromClause) -> ColumnElement[bool]:
    return seen.c.evidence.not_in([each.value for each in TELLS_NO_NAME])
