"""Perhaps is kept for each title that may mean somebody known: written when it is learnt, read before planning.

Beside step 2 (event → touch). It goes with its event, and with its people; whether it is ahead or past, the reader's
clock tells.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import Connection, and_, delete, exists, or_, select

from worker.core.perhaps import Perhaps, Tells
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
    "tells",
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
            each.tells,
        )
        for each in new
    ]
    insert_plain(conn, perhaps, _COLUMNS, rows)


def forget_ahead(conn: Connection, user_id: int, event_ids: Iterable[int], now: datetime) -> None:
    """These events are gone. What is past stays: a feed that shows only a window takes nothing back."""
    for some in chunks_of(event_ids):
        of_these = (perhaps.c.user_id == user_id, perhaps.c.event_id.in_(some))
        conn.execute(delete(perhaps).where(*of_these, perhaps.c.started_at > now))


def thin_out(conn: Connection, user_id: int, now: datetime, addresses: Iterable[str] | None = None) -> None:
    """Of what is past, one by each name is enough for each of these addresses; None: for all.

    It is the latest, but of those that tell that somebody is known, the first.
    """
    other = perhaps.alias()
    is_first_kept = perhaps.c.tells == Tells.KNOWN
    is_outdone = exists().where(
        other.c.user_id == user_id,
        other.c.address == perhaps.c.address,
        other.c.name == perhaps.c.name,
        other.c.all_day == perhaps.c.all_day,
        other.c.tells == perhaps.c.tells,
        other.c.started_at <= now,
        or_(
            and_(is_first_kept, other.c.started_at < perhaps.c.started_at),
            and_(~is_first_kept, other.c.started_at > perhaps.c.started_at),
        ),
    )
    outdated = delete(perhaps).where(perhaps.c.user_id == user_id, perhaps.c.started_at < now, is_outdone)
    if addresses is None:
        conn.execute(outdated)
        return
    for some in chunks_of(addresses):
        conn.execute(outdated.where(perhaps.c.address.in_(some)))


def of_people(conn: Connection, user_id: int, person_ids: Iterable[int]) -> Mapping[int, tuple[Perhaps, ...]]:
    """What may mean these people, under their own number, by time."""
    found: dict[int, tuple[Perhaps, ...]] = {}
    bearer = (perhaps.c.user_id == addresses.c.user_id) & (perhaps.c.address == addresses.c.address)
    event = (perhaps.c.user_id == events.c.user_id) & (perhaps.c.event_id == events.c.id)
    query = (
        select(perhaps, addresses.c.person_id, events.c.event_key)
        .join(addresses, bearer)
        .join(events, event)
        .where(perhaps.c.user_id == user_id)
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
                tells=Tells(row.tells),
            )
            found[row.person_id] = (*found.get(row.person_id, ()), one)
    return found
