"""The tables of feeds: the calendars themselves, and the files of a calendar that is many files."""

from sqlalchemy import JSON, Column, Integer, LargeBinary, String, Table, Text, UniqueConstraint

from worker.store.columns import ROW_ID, Moment, count, flag, own, row_id, user_id, words
from worker.store.tables.record import metadata

feeds = Table(
    "feeds",
    metadata,
    row_id(),
    user_id(),
    Column("address_hash", String(64), nullable=False),
    Column("address_sealed", LargeBinary),
    words("label"),
    Column("kind", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("body_hash", String(128)),
    Column("read_at", Moment),
    Column("failed_at", Moment),
    count("failures"),
    Column("problem", Text),
    Column("unreadable_since", Moment),
    Column("zone", Text),
    words("name"),
    flag("is_trusted"),
    Column("owners", JSON, nullable=False),
    Column("parts", JSON),
    count("events"),
    Column("whose", String(16)),
    UniqueConstraint("user_id", "id"),
    UniqueConstraint("user_id", "address_hash"),
    sqlite_autoincrement=True,
)

sheets = Table(
    "sheets",
    metadata,
    user_id(is_primary=True),
    Column("feed_id", ROW_ID, primary_key=True, autoincrement=False),
    Column("name", Text, primary_key=True),
    Column("mark", Text, nullable=False),
    Column("losses", Integer, nullable=False, server_default="0"),
    Column("loss", Text),
    own("feed_id", table="feeds"),
)
