"""An event is one VEVENT with its overrides, as its feed last gave it; `body` is the caller's own JSON.

Step 1: feed → event → touch. The fingerprint tells what changed, so that only that is read again.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, bindparam, exists, func, select, update

from worker.core.change import KnownEvent
from worker.core.event_key import uid_of
from worker.core.touch import Evidence
from worker.store.tables.events import events, touches
from worker.store.upsert import chunks_of, insert_or_update

PAGE = 500
"""Bodies fetched at a time."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NewEvent:
    """An event as the feed gives it now."""

    event_key: str
    fingerprint: str
    body: str
    last_ends_at: datetime | None
    """The end of the last occurrence; None when unknown or endless."""
    is_endless: bool = False
    imprint: bytes | None = None
    """Of its very bytes; None where they do not tell all."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Body:
    """An event's content, as the caller of `save_many` wrote it."""

    id: int
    event_key: str
    body: str
    is_gone: bool = False
    fingerprint: str = ""
    """Of the content that was read; "" where it was not asked for."""


def known(
    conn: Connection, user_id: int, feed_id: int, *, after: str = "", limit: int
) -> tuple[KnownEvent, ...]:
    """Events of the feed, the gone ones too, in the order of their keys; those whose keys come after `after`."""
    c = events.c
    columns = (c.id, c.event_key, c.fingerprint, c.gone_at.is_not(None), c.imprint)
    chosen = select(*columns).where(*_of(user_id, feed_id), events.c.event_key > after)
    rows = conn.execute(chosen.order_by(events.c.event_key).limit(limit)).all()
    return tuple(map(KnownEvent._make, rows))


def save_many(conn: Connection, user_id: int, feed_id: int, new: Iterable[NewEvent]) -> Mapping[str, int]:
    """Adds or replaces events by event_key, no longer gone; gives the row id of each."""
    latest = {event.event_key: _row(user_id, feed_id, event) for event in new}
    rows = [latest[key] for key in sorted(latest)]
    insert_or_update(conn, events, rows, ["user_id", "feed_id", "event_key"])
    return _ids(conn, user_id, feed_id, latest)


def mark_gone(conn: Connection, user_id: int, feed_id: int, ids: Iterable[int], now: datetime) -> None:
    """These stand in the feed no longer. What was learnt from them stays."""
    for some in chunks_of(ids):
        chosen = (*_of(user_id, feed_id), events.c.id.in_(some), events.c.gone_at.is_(None))
        conn.execute(update(events).where(*chosen).values(gone_at=now, learnt_at=None))


def unlearnt(conn: Connection, user_id: int, feed_id: int, limit: int) -> tuple[Body, ...]:
    """Events that changed, came or went since they were last learnt from; the oldest rows first."""
    query = select(
        events.c.id, events.c.event_key, events.c.body, events.c.gone_at.is_not(None), events.c.fingerprint
    )
    chosen = query.where(*_unlearnt(user_id, feed_id)).order_by(events.c.id).limit(limit)
    return tuple(
        Body(id=id_, event_key=key, body=body, is_gone=bool(gone), fingerprint=mark)
        for id_, key, body, gone, mark in conn.execute(chosen)
    )


def count_unlearnt(conn: Connection, user_id: int, feed_id: int) -> int:
    """Events that changed, came or went since they were last learnt from."""
    return conn.scalar(select(func.count()).select_from(events).where(*_unlearnt(user_id, feed_id))) or 0


def keys_unlearnt(conn: Connection, user_id: int, feed_id: int) -> Iterator[str]:
    """The keys of the same. Read them before `conn` closes."""
    yield from conn.scalars(select(events.c.event_key).where(*_unlearnt(user_id, feed_id)))


def keys_shared(
    conn: Connection, user_id: int, feed_id: int, uids: Collection[str]
) -> Mapping[str, Sequence[str]]:
    """UID → keys of the events still there with it, of those among these that several sheets have, or had."""
    every, there = Counter[str](), dict[str, list[str]]()
    query = select(events.c.event_key, events.c.gone_at.is_not(None)).where(*_of(user_id, feed_id))
    for key, is_gone in conn.execute(query.order_by(events.c.event_key)) if uids else ():
        if (uid := uid_of(key)) in uids:
            every[uid] += 1
            there.setdefault(uid, []).extend(() if is_gone else (key,))
    return {uid: keys for uid, keys in there.items() if every[uid] > 1}


def bodies_of(conn: Connection, user_id: int, feed_id: int, keys: Iterable[str]) -> Iterator[Body]:
    """The events with these keys that are still there."""
    for some in chunks_of(keys):
        yield from _bodies(
            conn, *_of(user_id, feed_id), events.c.gone_at.is_(None), events.c.event_key.in_(some)
        )


def still_as_read(conn: Connection, user_id: int, feed_id: int, read: Iterable[Body]) -> tuple[int, ...]:
    """The rows of those that nobody changed since they were read; the others are to be learnt once more."""
    seen = {(body.id, body.fingerprint, body.is_gone) for body in read}
    query = select(events.c.id, events.c.fingerprint, events.c.gone_at.is_not(None))
    chosen = query.where(
        *_unlearnt(user_id, feed_id), events.c.id <= max((id_ for id_, _, _ in seen), default=0)
    )
    rows = conn.execute(chosen.order_by(events.c.id))
    return tuple(id_ for id_, mark, gone in rows if (id_, mark, bool(gone)) in seen)


def mark_learnt(
    conn: Connection, user_id: int, feed_id: int, event_ids: Iterable[int], now: datetime
) -> None:
    """What these events say has been learnt."""
    for some in chunks_of(event_ids):
        chosen = (*_of(user_id, feed_id), events.c.id.in_(some))
        conn.execute(update(events).where(*chosen).values(learnt_at=now))


def mark_unlearnt(conn: Connection, user_id: int, feed_id: int, keys: Iterable[str] | None = None) -> None:
    """These events (all that are still there, when `keys` is None) are to be learnt from again."""
    if keys is None:
        conn.execute(
            update(events).where(*_of(user_id, feed_id), events.c.gone_at.is_(None)).values(learnt_at=None)
        )
        return
    for some in chunks_of(keys):
        chosen = (*_of(user_id, feed_id), events.c.event_key.in_(some), events.c.gone_at.is_(None))
        conn.execute(update(events).where(*chosen).values(learnt_at=None))


def page_of_bodies(
    conn: Connection, user_id: int, feed_id: int, *, after: str, limit: int
) -> tuple[Body, ...]:
    """The events still there, in the order of their keys; those whose keys come after `after`."""
    query = select(events.c.id, events.c.event_key, events.c.body)
    chosen = query.where(*_of(user_id, feed_id), events.c.gone_at.is_(None), events.c.event_key > after)
    rows = conn.execute(chosen.order_by(events.c.event_key).limit(limit))
    return tuple(Body(id=id_, event_key=key, body=body) for id_, key, body in rows)


def every_body(conn: Connection, user_id: int, feed_id: int) -> Iterator[Body]:
    """All that is kept of the feed, what it holds no longer too. Read them before `conn` closes."""
    yield from _bodies(conn, *_of(user_id, feed_id))


def rewrite(conn: Connection, user_id: int, body_of: Mapping[int, str]) -> None:
    """These rows say this now; the feed itself says what it said, so that nothing is read anew."""
    rows = [{"row_id": id_, "new_body": body_of[id_]} for id_ in sorted(body_of)]
    chosen = (events.c.user_id == user_id, events.c.id == bindparam("row_id"))
    if rows:
        conn.execute(update(events).where(*chosen).values(body=bindparam("new_body")), rows)


def nameless(conn: Connection, user_id: int, feed_id: int) -> Iterator[Body]:
    """The events still there from which nobody is known, or by the title alone. Read them before `conn` closes.

    Those that wait to be learnt are left out: whoever is known by then is found in them.
    """
    of_event = (touches.c.user_id == user_id, touches.c.event_id == events.c.id)
    is_listed = exists().where(*of_event, touches.c.evidence != Evidence.TITLE.value)
    yield from _bodies(
        conn, *_of(user_id, feed_id), events.c.gone_at.is_(None), events.c.learnt_at.is_not(None), ~is_listed
    )


def has_word(conn: Connection, user_id: int, feed_id: int, word: str) -> bool:
    """Whether it stands in any event still there, as it was written."""
    has = events.c.body.contains(word, autoescape=True)
    query = select(events.c.id).where(*_of(user_id, feed_id), events.c.gone_at.is_(None), has)
    return conn.execute(query.limit(1)).first() is not None


def keys_ending_after(conn: Connection, user_id: int, feed_id: int, moment: datetime) -> tuple[str, ...]:
    """Events still there that reach beyond the moment, endless ones too."""
    reaches = events.c.is_endless | (events.c.last_ends_at > moment)
    query = select(events.c.event_key).where(*_of(user_id, feed_id), events.c.gone_at.is_(None), reaches)
    return tuple(conn.scalars(query.order_by(events.c.id)))


def _of(user_id: int, feed_id: int) -> tuple[ColumnElement[bool], ...]:
    return (events.c.user_id == user_id, events.c.feed_id == feed_id)


def _unlearnt(user_id: int, feed_id: int) -> tuple[ColumnElement[bool], ...]:
    return (*_of(user_id, feed_id), events.c.learnt_at.is_(None))


def _bodies(conn: Connection, *chosen: ColumnElement[bool]) -> Iterator[Body]:
    query = select(events.c.id, events.c.event_key, events.c.body).where(*chosen).order_by(events.c.id)
    for page in conn.execute(query.execution_options(yield_per=PAGE)).partitions():
        for id_, key, body in page:
            yield Body(id=id_, event_key=key, body=body)


def _ids(conn: Connection, user_id: int, feed_id: int, keys: Iterable[str]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for some in chunks_of(keys):
        query = select(events.c.event_key, events.c.id)
        rows = conn.execute(query.where(*_of(user_id, feed_id), events.c.event_key.in_(some)))
        found.update((key, id_) for key, id_ in rows)
    return found


def _row(user_id: int, feed_id: int, event: NewEvent) -> Mapping[str, object]:
    return {
        "user_id": user_id,
        "feed_id": feed_id,
        "event_key": event.event_key,
        "fingerprint": event.fingerprint,
        "imprint": event.imprint,
        "body": event.body,
        "last_ends_at": event.last_ends_at,
        "is_endless": event.is_endless,
        "gone_at": None,
        "learnt_at": None,
    }
