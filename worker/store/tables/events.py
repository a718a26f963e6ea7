"""The tables of events: what stands in calendars, and what it tells: whom the user meets, and when they are away."""

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    literal_column,
    text,
)

from worker.core.giving.topic import LONGEST_TITLE_CHARS
from worker.store.columns import ROW_ID, Moment, count, flag, own, row_id, user_id, words
from worker.store.tables.record import metadata

events = Table(
    "events",
    metadata,
    row_id(),
    user_id(),
    Column("feed_id", ROW_ID, nullable=False),
    Column("event_key", Text, nullable=False),
    Column("fingerprint", String(128), nullable=False),
    Column("imprint", LargeBinary(8)),
    Column("body", Text, nullable=False),
    Column("last_ends_at", Moment),
    flag("is_endless"),
    Column("gone_at", Moment),
    Column("learnt_at", Moment),
    UniqueConstraint("user_id", "id"),
    UniqueConstraint("user_id", "feed_id", "event_key"),
    Index(
        "ix_events_unlearnt",
        "user_id",
        "feed_id",
        sqlite_where=text("learnt_at IS NULL"),
        postgresql_where=text("learnt_at IS NULL"),
    ),
    own("feed_id", table="feeds"),
    sqlite_autoincrement=True,
)


def _told() -> tuple[Column[Any], ...]:
    """What a touch tells, whether it counts or is set aside."""
    return (
        Column("address", Text, nullable=False),
        words("name"),
        Column("started_at", Moment, nullable=False),
        Column("ended_at", Moment, nullable=False),
        flag("all_day"),
        Column("event_uid", Text, nullable=False),
        Column("event_key", Text, nullable=False),
        Column("recurrence_id", Moment),
        words("source"),
        words("title"),
        words("place"),
        Column("evidence", String(16), nullable=False),
        count("others"),
        flag("is_upcoming"),
        flag("is_endless"),
        flag("is_private"),
        flag("is_cold"),
        Column("zone", Text),
        Column("is_hushed", Boolean),
    )


touches = Table(
    "touches",
    metadata,
    row_id(),
    user_id(),
    Column("feed_id", ROW_ID),
    Column("event_id", ROW_ID),
    Column("person_id", ROW_ID, nullable=False),
    *_told(),
    own("feed_id", table="feeds"),
    own("event_id", table="events"),
    own("person_id", table="people"),
    Index(None, "user_id", "event_id"),
    Index(None, "user_id", "person_id", "started_at"),
    Index(None, "user_id", "source", "started_at"),
    Index(
        "ix_touches_upcoming",
        "user_id",
        "started_at",
        sqlite_where=text("is_upcoming"),
        postgresql_where=text("is_upcoming"),
    ),
    Index(
        "ix_touches_titles",
        "user_id",
        "title",
        "person_id",
        sqlite_where=text(f"length(title) <= {LONGEST_TITLE_CHARS}"),
        postgresql_where=text(f"length(title) <= {LONGEST_TITLE_CHARS}"),
    ),
)

IS_UPCOMING: ColumnElement[bool] = literal_column("touches.is_upcoming")
IS_TITLE: ColumnElement[bool] = literal_column(f"length(touches.title) <= {LONGEST_TITLE_CHARS}")
"""Both are spelt as the partial indexes have them, or SQLite would look at every touch."""

aside = Table(
    "aside",
    metadata,
    row_id(),
    user_id(),
    Column("feed_id", ROW_ID, nullable=False),
    Column("event_id", ROW_ID, nullable=False),
    *_told(),
    own("feed_id", table="feeds"),
    own("event_id", table="events"),
    Index(None, "user_id", "feed_id"),
)
"""Under the address that was read, as people go whom nobody meets, and come to be joined and parted."""

bookings = Table(
    "bookings",
    metadata,
    row_id(),
    user_id(),
    Column("feed_id", ROW_ID, nullable=False),
    Column("event_id", ROW_ID, nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("ended_at", Moment, nullable=False),
    words("place"),
    words("title"),
    own("feed_id", table="feeds"),
    own("event_id", table="events"),
    Index(None, "user_id", "event_id"),
)

perhaps = Table(
    "perhaps",
    metadata,
    row_id(),
    user_id(),
    Column("feed_id", ROW_ID, nullable=False),
    Column("event_id", ROW_ID, nullable=False),
    Column("address", Text, nullable=False),
    words("name"),
    Column("started_at", Moment, nullable=False),
    Column("ended_at", Moment, nullable=False),
    flag("all_day"),
    words("title"),
    Column("tells", Text, nullable=False),
    own("feed_id", table="feeds"),
    own("event_id", table="events"),
    ForeignKeyConstraint(
        ("user_id", "address"), ("addresses.user_id", "addresses.address"), ondelete="CASCADE"
    ),
    Index(None, "user_id", "event_id"),
    Index(None, "user_id", "address"),
)
"""Under the address that a title knows: whoever bears it is meant, however people are joined and parted."""
