"""The tables of people: who they are, what they are called, what address books and the user say of them."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKeyConstraint,
    Index,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from worker.store.columns import ROW_ID, birthday, count, flag, own, row_id, user_id, words
from worker.store.tables.record import metadata

people = Table(
    "people",
    metadata,
    row_id(),
    user_id(),
    Column("key", Text, nullable=False),
    words("name"),
    Column("phones", JSON, nullable=False),
    Column("also", JSON(none_as_null=True)),
    Column("given", Text),
    Column("first_email", Text),
    *birthday(),
    Column("circle", String(32), nullable=False, default="other"),
    Column("zone", Text),
    Column("card_circle", String(32)),
    flag("is_deceased"),
    Column("is_alive", Boolean),
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
    Column("also", JSON(none_as_null=True)),
    Column("given", Text),
    Column("household", JSON(none_as_null=True)),
    *birthday(),
    flag("is_deceased"),
    Column("circle", String(32)),
    Column("zone", Text),
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
