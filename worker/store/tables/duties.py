"""The tables of work: what is due, and the letters on their way."""

from sqlalchemy import Column, Index, LargeBinary, String, Table, Text, UniqueConstraint

from worker.store.columns import ROW_ID, Moment, count, row_id, user_id
from worker.store.tables.record import metadata

duties = Table(
    "duties",
    metadata,
    row_id(),
    user_id(),
    Column("kind", String(32), nullable=False),
    Column("subject_id", ROW_ID, nullable=False),
    Column("due_at", Moment),
    count("attempts"),
    count("kills"),
    Column("lease_until", Moment),
    count("fence"),
    count("rings"),
    Column("problem", Text),
    Column("parked_at", Moment),
    Column("last_done_at", Moment),
    UniqueConstraint("user_id", "kind", "subject_id"),
    Index(None, "due_at"),
    sqlite_autoincrement=True,
)

letters = Table(
    "letters",
    metadata,
    row_id(),
    user_id(),
    Column("dedupe_key", String(128), nullable=False),
    Column("message_id", String(255), nullable=False),
    Column("payload_sealed", LargeBinary, nullable=False),
    Column("state", String(16), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("lease_until", Moment),
    count("fence"),
    count("copies"),
    Column("handed_at", Moment),
    Column("sent_at", Moment),
    Column("problem", Text),
    UniqueConstraint("user_id", "dedupe_key"),
)
