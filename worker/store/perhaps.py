"""Perhaps is kept for each title ahead that may mean somebody known: written when it is learnt, read before planning.

Beside step 2 (event → touch). It goes with its event, and with its people.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import Connection, delete, select

from worker.core.perhaps import Perhaps
from worker.store.plain import insert_plain, plain_moment_of
from worker.store.tables.events import events, perhaps
from worker.store.tables.people import addresses
from worker.store.upsert import chunks_of

_COLUMNS = (
    "user_id",
    "feed_id",
    "event_id",
    "address",
    "name",
    "started_at",
    "ended_at",
    "all_day",
    "title",
)


def replace_for_events(
    conn: Connection, user_id: int, feed_id: int, event_ids: Mapping[str, int], new: Iterable[Perhaps]
) -> None:
    """Whomever these events (key → row) may have meant before, they may mean these now."""
    for some in chunks_of(event_ids.values()):
        conn.execute(delete(perhaps).where(perhaps.c.user_id == user_id, perhaps.c.event_id.in_(some)))
    plain = plain_moment_of(conn)
    rows = [
        (
            user_id,
            feed_id,
            event_ids[each.event_key],
            each.person,
            each.name,
            plain(each.started_at),
            plain(each.ended_at),
            each.all_day,
            each.title,
        )
        for each in new
    ]
    insert_plain(conn, perhaps, _COLUMNS, rows)


def of_people(
    conn: Connection, user_id: int, person_ids: Iterable[int], now: datetime
) -> Mapping[int, tuple[Perhaps, ...]]:
    """What lies ahead of these people, under their own number."""
    found: dict[int, tuple[Perhaps, ...]] = {}
    bearer = (perhaps.c.user_id == addresses.c.user_id) & (perhaps.c.address == addresses.c.address)
    event = (perhaps.c.user_id == events.c.user_id) & (perhaps.c.event_id == events.c.id)
    query = (
        select(perhaps, addresses.c.person_id, events.c.event_key)
        .join(addresses, bearer)
        .join(events, event)
        .where(perhaps.c.user_id == user_id, perhaps.c.started_at > now)
        .order_by(perhaps.c.started_at, perhaps.c.id)
    )
    for some in chunks_of(person_ids):
        for row in conn.execute(query.where(addresses.c.person_id.in_(some))):
            one = Perhaps(
                person=row.address,
                name=row.name,
                started_at=row.started_at,
                ended_at=row.ended_at,
                all_day=row.all_day,
                event_key=row.event_key,
                title=row.title,
            )
            found[row.person_id] = (*found.get(row.person_id, ()), one)
    return found


def forget_before(conn: Connection, user_id: int, moment: datetime) -> None:
    """What is over says nothing any more."""
    conn.execute(delete(perhaps).where(perhaps.c.user_id == user_id, perhaps.c.started_at < moment))
