"""The tables are the record: all that Snowdrop remembers stands here, and nowhere else.

Every table has `user_id`, and references carry it along, so that no row can point at another user's.
`sqlite_autoincrement`: a number that was once given away is never given again (messages and claims hold it).
"""

from sqlalchemy import (
    JSON,
    Column,
    Date,
    Float,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from worker.core.giving.topic import LONGEST_TITLE_CHARS
from worker.store.columns import ROW_ID, Moment, count, flag, own, row_id, user_id, words

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

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
    count("events"),
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
    own("feed_id", table="feeds"),
)

events = Table(
    "events",
    metadata,
    row_id(),
    user_id(),
    Column("feed_id", ROW_ID, nullable=False),
    Column("event_key", Text, nullable=False),
    Column("fingerprint", String(128), nullable=False),
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

people = Table(
    "people",
    metadata,
    row_id(),
    user_id(),
    Column("key", Text, nullable=False),
    words("name"),
    Column("phones", JSON, nullable=False),
    Column("birthday_month", Integer),
    Column("birthday_day", Integer),
    Column("birthday_year", Integer),
    Column("circle", String(32), nullable=False, default="other"),
    Column("card_circle", String(32)),
    flag("is_deceased"),
    flag("is_pinned"),
    Column("rest_until", Date),
    Column("rest_kind", String(16)),
    Column("state", String(16)),
    count("visits"),
    Column("sum_y", Float, nullable=False, default=0.0),
    Column("sum_y2", Float, nullable=False, default=0.0),
    count("series_visits"),
    count("days_met"),
    Column("first_met_on", Date),
    Column("visit_started_on", Date),
    Column("last_met_on", Date),
    Column("latest_started_on", Date),
    flag("is_visit_in_series"),
    Column("answered_on", Date),
    Column("seen_in_crowd_on", Date),
    UniqueConstraint("user_id", "id"),
    UniqueConstraint("user_id", "key"),
    sqlite_autoincrement=True,
)

addresses = Table(
    "addresses",
    metadata,
    user_id(is_primary=True),
    Column("address", Text, primary_key=True),
    Column("person_id", ROW_ID, nullable=False),
    Column("name", Text),
    own("person_id", table="people"),
    Index(None, "user_id", "person_id"),
)
"""`name` is what calendars write beside the address most often; NULL until people were settled."""

cards = Table(
    "cards",
    metadata,
    row_id(),
    user_id(),
    Column("book", String(64), nullable=False),
    words("name"),
    Column("emails", JSON, nullable=False),
    Column("phones", JSON, nullable=False),
    Column("birthday_month", Integer),
    Column("birthday_day", Integer),
    Column("birthday_year", Integer),
    flag("is_deceased"),
    Column("circle", String(32)),
    Index(None, "user_id", "book"),
)

verdicts = Table(
    "verdicts",
    metadata,
    row_id(),
    user_id(),
    Column("one", Text, nullable=False),
    Column("other", Text, nullable=False),
    Column("kind", String(8), nullable=False),
    Column("before", JSON),
    *(
        ForeignKeyConstraint(
            ("user_id", column),
            ("addresses.user_id", "addresses.address"),
            name=f"fk_verdicts_{column}",
            ondelete="CASCADE",
        )
        for column in ("one", "other")
    ),
    UniqueConstraint("user_id", "one", "other", "kind"),
    sqlite_autoincrement=True,
)

forgotten = Table(
    "forgotten",
    metadata,
    user_id(is_primary=True),
    Column("hash", String(64), primary_key=True),
)

touches = Table(
    "touches",
    metadata,
    row_id(),
    user_id(),
    Column("feed_id", ROW_ID),
    Column("event_id", ROW_ID),
    Column("person_id", ROW_ID, nullable=False),
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
    own("feed_id", table="feeds"),
    own("event_id", table="events"),
    own("person_id", table="people"),
    Index(None, "user_id", "event_id"),
    Index(None, "user_id", "person_id", "started_at"),
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
    Column("headline", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("gift_kind", String(16), nullable=False),
    Column("gift_text", Text, nullable=False),
    Column("more_gifts", JSON, nullable=False),
    Column("channel", String(32), nullable=False),
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
    own("nudge_id", table="nudges"),
    Index(None, "user_id", "nudge_id"),
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
