"""The tables of the user: who they are, what they set, and the keys to their pages."""

from sqlalchemy import Column, Index, LargeBinary, String, Table, Text

from worker.store.columns import Moment, row_id, user_id
from worker.store.tables.record import metadata

users = Table(
    "users",
    metadata,
    row_id(),
    Column("timezone", String(64), nullable=False),
    Column("language", String(16), nullable=False),
    Column("created_at", Moment, nullable=False),
)

user_values = Table(
    "user_values",
    metadata,
    user_id(is_primary=True),
    Column("key", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)

tokens = Table(
    "tokens",
    metadata,
    row_id(),
    user_id(),
    Column("kind", String(16), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
    Column("sealed", LargeBinary),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment),
    Column("used_at", Moment),
    Column("revoked_at", Moment),
    Index(None, "user_id", "kind"),
)
