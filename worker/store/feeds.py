"""A feed is one calendar that Snowdrop reads: where it is, what its last answer was, and how it fares.

Begins the flow: feed → event → touch. The address is a credential: sealed, and opened by `address_of` alone.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, bindparam, case, delete, func, select, update

from worker.core.owner import Told, Whose
from worker.core.sentence import kept, sentence_in
from worker.errors import PermanentError
from worker.store.feed_address import hashes_of
from worker.store.secrets import Place, Vault
from worker.store.tables.events import bookings, events, perhaps, touches
from worker.store.tables.feeds import feeds, sheets
from worker.store.tables.giving import clippings
from worker.store.upsert import insert_into


class FeedKind(StrEnum):
    HTTP = "http"
    FILE = "file"
    FOLDER = "folder"
    CALDAV = "caldav"
    DEMO = "demo"
    SHELF = "shelf"
    """No calendar: what it shows is the user's to give."""


class FeedState(StrEnum):
    ACTIVE = "active"
    PAUSED = "paused"
    REMOVED = "removed"
    """No longer read, its address forgotten; what was learnt from it stays."""


class NoSuchFeedError(PermanentError):
    """The user has no such feed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Feed:
    """One calendar, without its address."""

    id: int
    label: str
    """Safe to show."""
    kind: FeedKind
    state: FeedState
    etag: str | None
    last_modified: str | None
    body_hash: str | None
    read_at: datetime | None
    """The last success; an answer "not modified" is one."""
    failed_at: datetime | None
    failures: int
    """In a row, since the last success."""
    problem: str | None
    """One sentence for the user (see `Words.told`); None while all is well."""
    unreadable_since: datetime | None
    zone: str | None
    """X-WR-TIMEZONE of the last reading."""
    name: str
    """X-WR-CALNAME of the last reading, "" where there is none."""
    is_trusted: bool
    """The owner of the machine gave it on the command line: it may lie in the own house."""
    owners: tuple[str, ...]
    """The user's own addresses, as inferred from this feed."""
    parts: Mapping[str, Told] = field(hash=False)
    """Calendar of a folder → whose it is; "" → whose a feed is that is no folder. Empty before that is asked."""
    events: int
    whose: Whose | None = None
    """None where nobody said, and its name does not tell: then it is the user's, or nobody's."""
    has_namesake: bool = False
    """Another feed has the same label and name: its number tells them apart, since its address may be a secret."""

    @property
    def title(self) -> str:
        """As it is shown: one host gives out many calendars, and each says what it is called."""
        is_one_of_many = self.kind is FeedKind.HTTP and self.name
        called = f"{self.label}: {self.name}" if is_one_of_many else self.label
        return f"{called} ({self.id})" if self.has_namesake else called

    @property
    def is_theirs(self) -> bool:
        return self.whose in (Whose.THEIRS, Whose.BY_NAME)

    @property
    def is_demo(self) -> bool:
        return self.kind is FeedKind.DEMO

    @property
    def is_calendar(self) -> bool:
        return self.kind is not FeedKind.SHELF


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """What a successful reading leaves on its feed."""

    etag: str | None
    last_modified: str | None
    body_hash: str | None
    zone: str | None
    events: int
    name: str = ""
    problem: str | None = None
    """What the user should know although it could be read."""


def add(
    conn: Connection,
    user_id: int,
    vault: Vault,
    *,
    address: str,
    label: str,
    kind: FeedKind,
    is_trusted: bool = False,
) -> Feed:
    """Adds a calendar; the same address again is the same feed, read again if it was paused or removed.

    With another password it is the same address, which is kept as it is now. One that could never be read is the same
    as with the login that it lacked.
    """
    hashed, lacking = hashes_of(vault, address)
    sealed = vault.seal(address.encode(), _place(user_id, hashed))
    row = {"user_id": user_id, "address_hash": hashed, "address_sealed": sealed, "label": label, "kind": kind}
    there = _there(conn, user_id, hashed, lacking)
    if there is not None and there.address_hash != hashed:
        conn.execute(update(feeds).where(*_this(user_id, there.id)).values(row))
    fresh = {"is_trusted": is_trusted, "state": FeedState.ACTIVE, "owners": []}
    revived: dict[str, object] = {"state": FeedState.ACTIVE, "address_sealed": sealed, "label": label}
    revived |= {"is_trusted": True} if is_trusted else {}
    new = insert_into(conn, feeds).values(**row, **fresh)
    statement = new.on_conflict_do_update(index_elements=["user_id", "address_hash"], set_=revived)
    feed_id = conn.scalar(statement.returning(feeds.c.id))
    return get(conn, user_id, int(feed_id or 0))


def changed_by(conn: Connection, user_id: int, vault: Vault, address: str) -> Feed | None:
    """What is there already, and changed by adding this; None where it is added, or was removed before."""
    row = _there(conn, user_id, *hashes_of(vault, address))
    return _feed_in(row) if row and row.state != FeedState.REMOVED else None


def _there(conn: Connection, user_id: int, hashed: str, lacking: str) -> Row[*tuple[Any, ...]] | None:
    """The same address, or else what was never read for want of the login."""
    same = feeds.c.address_hash == hashed
    unread = (feeds.c.address_hash == lacking) & feeds.c.read_at.is_(None)
    query = select(feeds).where(feeds.c.user_id == user_id, same | unread).order_by(same.desc())
    return conn.execute(query.limit(1)).one_or_none()


def get(conn: Connection, user_id: int, feed_id: int) -> Feed:
    """Raises NoSuchFeedError."""
    row = conn.execute(select(feeds).where(*_this(user_id, feed_id))).one_or_none()
    if row is None:
        raise NoSuchFeedError(f"There is no feed {feed_id}; `snowdrop feeds` lists them")
    return _feed_in(row)


_ALL = (
    select(feeds)
    .where(feeds.c.user_id == bindparam("user"), feeds.c.state != FeedState.REMOVED)
    .order_by(feeds.c.id)
)


def all_feeds(conn: Connection, user_id: int) -> tuple[Feed, ...]:
    """Every feed but the removed ones, oldest first."""
    found = [_feed_in(row) for row in conn.execute(_ALL, {"user": user_id})]
    often = Counter(feed.title for feed in found)
    return tuple(replace(feed, has_namesake=often[feed.title] > 1) for feed in found)


def every_id(conn: Connection, user_id: int) -> tuple[int, ...]:
    """The numbers of all feeds, the removed ones too, since what was read from those is kept."""
    return tuple(conn.scalars(select(feeds.c.id).where(feeds.c.user_id == user_id).order_by(feeds.c.id)))


def address_of(conn: Connection, user_id: int, vault: Vault, feed_id: int) -> str:
    """The only place where a feed's address is opened; a removed one has none.

    Raises NoSuchFeedError, CannotOpenError.
    """
    query = select(feeds.c.address_hash, feeds.c.address_sealed).where(*_this(user_id, feed_id))
    row = conn.execute(query).one_or_none()
    if row is None or row.address_sealed is None:
        raise NoSuchFeedError(f"There is no feed {feed_id}; `snowdrop feeds` lists them")
    return vault.open(row.address_sealed, _place(user_id, row.address_hash)).decode()


def mark_read(conn: Connection, user_id: int, feed_id: int, reading: Reading, now: datetime) -> None:
    """The feed was fetched and read."""
    left = {each.name: getattr(reading, each.name) for each in fields(Reading)}
    left["problem"] = reading.problem and kept(reading.problem)
    _set(conn, user_id, feed_id, read_at=now, failures=0, unreadable_since=None, **left)


def add_problem(conn: Connection, user_id: int, feed_id: int, problem: str) -> None:
    """Something else was lost of it; one sentence is shown, and the first one stays."""
    _set(conn, user_id, feed_id, problem=func.coalesce(feeds.c.problem, kept(problem)))


def mark_unchanged(conn: Connection, user_id: int, feed_id: int, now: datetime) -> None:
    """The feed answered that nothing changed: as good as a reading."""
    well = case((feeds.c.failures > 0, None), else_=feeds.c.problem)
    _set(conn, user_id, feed_id, read_at=now, failures=0, problem=well, unreadable_since=None)


def keep_marks(
    conn: Connection, user_id: int, feed_id: int, *, etag: str | None, last_modified: str | None
) -> None:
    """The same body came under other validators: these are sent along from now on."""
    _set(conn, user_id, feed_id, etag=etag, last_modified=last_modified)


def forget_marks(conn: Connection, user_id: int, feed_id: int) -> None:
    """The next visit fetches the whole body, and looks at it."""
    _set(conn, user_id, feed_id, etag=None, last_modified=None, body_hash=None)


def mark_failed(conn: Connection, user_id: int, feed_id: int, problem: str, now: datetime) -> None:
    """The feed could not be read; `problem` is one sentence for the user. What was read before stays."""
    again, since = feeds.c.failures + 1, func.coalesce(feeds.c.unreadable_since, now)
    _set(conn, user_id, feed_id, failed_at=now, failures=again, problem=kept(problem), unreadable_since=since)


def pause(conn: Connection, user_id: int, feed_id: int) -> None:
    _set(conn, user_id, feed_id, state=FeedState.PAUSED)


def resume(conn: Connection, user_id: int, feed_id: int) -> None:
    _set(conn, user_id, feed_id, state=FeedState.ACTIVE)


def set_owners(
    conn: Connection, user_id: int, feed_id: int, owners: Iterable[str], parts: Mapping[str, Told]
) -> None:
    """The user's own addresses in this feed, and whose each part of it is."""
    _set(conn, user_id, feed_id, owners=sorted(owners), parts=dict(parts))


def set_whose(conn: Connection, user_id: int, feed_id: int, whose: Whose) -> None:
    _set(conn, user_id, feed_id, whose=whose)


def remove(conn: Connection, user_id: int, feed_id: int, *, with_history: bool) -> frozenset[int]:
    """Stops reading a feed and forgets its address; gives the people who lost touches by it.

    What lies ahead goes in any case; what was, only `with_history`, and then the feed with it.
    """
    lost = [touches.c.user_id == user_id, touches.c.feed_id == feed_id]
    if not with_history:
        lost.append(touches.c.is_upcoming)
    people = frozenset(conn.scalars(select(touches.c.person_id).where(*lost).distinct()))
    conn.execute(delete(touches).where(*lost))
    for table in (sheets, bookings, perhaps, clippings):
        conn.execute(delete(table).where(table.c.user_id == user_id, table.c.feed_id == feed_id))
    if with_history:
        conn.execute(delete(events).where(events.c.user_id == user_id, events.c.feed_id == feed_id))
        conn.execute(delete(feeds).where(*_this(user_id, feed_id)))
    else:
        troubles = ("problem", "failed_at", "unreadable_since")
        blank = dict.fromkeys(("address_sealed", "etag", "last_modified", "body_hash", *troubles))
        _set(conn, user_id, feed_id, state=FeedState.REMOVED, failures=0, **blank)
    return people


def has_everything_been_tried(conn: Connection, user_id: int) -> bool:
    """Whether every active feed was read once or has failed: before that, too little is known to suggest."""
    untried = (feeds.c.state == FeedState.ACTIVE, feeds.c.read_at.is_(None), feeds.c.failed_at.is_(None))
    return conn.scalar(select(feeds.c.id).where(feeds.c.user_id == user_id, *untried).limit(1)) is None


def _set(conn: Connection, user_id: int, feed_id: int, **values: object) -> None:
    conn.execute(update(feeds).where(*_this(user_id, feed_id)).values(**values))


def _this(user_id: int, feed_id: int) -> tuple[ColumnElement[bool], ...]:
    return (feeds.c.user_id == user_id, feeds.c.id == feed_id)


def _place(user_id: int, address_hash: str) -> Place:
    return Place(user_id=user_id, table="feeds", row=address_hash)


def _feed_in(row: Row[*tuple[object, ...]]) -> Feed:
    values = {each.name: getattr(row, each.name) for each in fields(Feed) if each.name in feeds.c}
    changed = {"kind": FeedKind(row.kind), "state": FeedState(row.state), "owners": tuple(row.owners)}
    said = {"whose": row.whose and Whose(row.whose), "problem": row.problem and sentence_in(row.problem)}
    parts = {part: Told(told) for part, told in (row.parts or {}).items()}
    return Feed(**values | changed | said | {"parts": parts})
