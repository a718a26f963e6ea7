"""The tables of giving: what there is to give, what was proposed, and what the user answered."""

from sqlalchemy import JSON, Column, Date, Index, Integer, String, Table, Text, UniqueConstraint

from worker.store.columns import ROW_ID, Moment, own, row_id, user_id, words
from worker.store.tables.record import metadata

notes = Table(
    "notes",
    metadata,
    row_id(),
    user_id(),
    Column("person_id", ROW_ID, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("noted_on", Date, nullable=False),
    words("for_whom"),
    own("person_id", table="people"),
    Index(None, "user_id", "person_id"),
    sqlite_autoincrement=True,
)

shelf = Table(
    "shelf",
    metadata,
    row_id(),
    user_id(),
    Column("kind", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("topics", JSON, nullable=False),
    words("link"),
    Column("added_on", Date, nullable=False),
    UniqueConstraint("user_id", "kind", "text"),
    sqlite_autoincrement=True,
)

clippings = Table(
    "clippings",
    metadata,
    row_id(),
    user_id(),
    Column("feed_id", ROW_ID, nullable=False),
    Column("text", Text, nullable=False),
    Column("topics", JSON, nullable=False),
    words("link"),
    Column("added_on", Date, nullable=False),
    own("feed_id", table="feeds"),
    Index(None, "user_id", "feed_id"),
)

nudges = Table(
    "nudges",
    metadata,
    user_id(is_primary=True),
    Column("id", String(128), primary_key=True),
    Column("person_id", ROW_ID, nullable=False),
    Column("state", String(16), nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("closed_at", Moment),
    Column("shown_until", Moment),
    Column("person", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("on", Date, nullable=False),
    Column("first_on", Date, nullable=False),
    Column("worded_on", Date),
    Column("headline", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("gift_kind", String(16), nullable=False),
    Column("gift_text", Text, nullable=False),
    Column("more_gifts", JSON, nullable=False),
    Column("channel", String(32), nullable=False),
    Column("hours", String(16)),
    Column("draft", Text, nullable=False),
    Column("evidence", JSON, nullable=False),
    Column("emails", JSON, nullable=False),
    Column("phones", JSON, nullable=False),
    Column("reason", String(32), nullable=False),
    own("person_id", table="people"),
    Index(None, "user_id", "person_id"),
    Index(None, "user_id", "state"),
)

answers = Table(
    "answers",
    metadata,
    row_id(),
    user_id(),
    Column("nudge_id", String(128), nullable=False),
    Column("answer", String(16), nullable=False),
    Column("at", Moment, nullable=False),
    Column("undone_at", Moment),
    Column("previous_state", String(16), nullable=False),
    Column("previous_on", Date, nullable=False),
    Column("previous_closed_at", Moment),
    Column("previous_shown_until", Moment),
    Column("previous_rest_until", Date),
    Column("previous_rest_kind", String(16)),
    Column("previous_answered_on", Date),
    Column("previous_words", JSON),
    own("nudge_id", table="nudges"),
    Index(None, "user_id", "nudge_id"),
)
