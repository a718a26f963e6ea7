"""The first tables. A step is history: it spells out what was, whatever tables.py says today."""

import sqlalchemy as sa
from alembic import op

from worker.store.columns import ROW_ID, Moment

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    "users",
    "duties",
    "feeds",
    "letters",
    "people",
    "tokens",
    "user_values",
    "addresses",
    "events",
    "nudges",
    "answers",
    "touches",
)


def upgrade() -> None:
    _users()
    _duties()
    _feeds()
    _letters()
    _people()
    _tokens()
    _user_values()
    _addresses()
    _events()
    _nudges()
    _answers()
    _touches()
    _indexes()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _of_user(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=f"fk_{table}_users", ondelete="CASCADE")


def _own(column: str, table: str, parent: str) -> sa.ForeignKeyConstraint:
    there = [f"{parent}.user_id", f"{parent}.id"]
    return sa.ForeignKeyConstraint(
        ["user_id", column], there, name=f"fk_{table}_{parent}", ondelete="CASCADE"
    )


def _users() -> None:
    op.create_table(
        "users",
        sa.Column("id", ROW_ID, autoincrement=True),
        sa.Column("timezone", sa.String(64), nullable=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_users"),
    )


def _duties() -> None:
    op.create_table(
        "duties",
        sa.Column("id", ROW_ID, autoincrement=True),
        sa.Column("user_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("subject_id", ROW_ID, nullable=False),
        sa.Column("due_at", Moment()),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("kills", sa.Integer(), nullable=False),
        sa.Column("lease_until", Moment()),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("rings", sa.Integer(), nullable=False),
        sa.Column("problem", sa.Text()),
        sa.Column("parked_at", Moment()),
        sa.Column("last_done_at", Moment()),
        _of_user("duties"),
        sa.PrimaryKeyConstraint("id", name="pk_duties"),
        sa.UniqueConstraint("user_id", "kind", "subject_id", name="uq_duties_user_id_kind_subject_id"),
        sqlite_autoincrement=True,
    )


def _feeds() -> None:
    op.create_table(
        "feeds",
        sa.Column("id", ROW_ID, autoincrement=True),
        sa.Column("user_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("address_hash", sa.String(64), nullable=False),
        sa.Column("address_sealed", sa.LargeBinary()),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("etag", sa.Text()),
        sa.Column("last_modified", sa.Text()),
        sa.Column("body_hash", sa.String(128)),
        sa.Column("read_at", Moment()),
        sa.Column("failed_at", Moment()),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("problem", sa.Text()),
        sa.Column("unreadable_since", Moment()),
        sa.Column("zone", sa.Text()),
        sa.Column("name", sa.Text(), nullable=False, server_default=""),
        sa.Column("is_trusted", sa.Boolean(), nullable=False),
        sa.Column("owners", sa.JSON(), nullable=False),
        sa.Column("events", sa.Integer(), nullable=False),
        _of_user("feeds"),
        sa.PrimaryKeyConstraint("id", name="pk_feeds"),
        sa.UniqueConstraint("user_id", "address_hash", name="uq_feeds_user_id_address_hash"),
        sa.UniqueConstraint("user_id", "id", name="uq_feeds_user_id_id"),
        sqlite_autoincrement=True,
    )


def _letters() -> None:
    op.create_table(
        "letters",
        sa.Column("id", ROW_ID, autoincrement=True),
        sa.Column("user_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("dedupe_key", sa.String(128), nullable=False),
        sa.Column("message_id", sa.String(255), nullable=False),
        sa.Column("payload_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("lease_until", Moment()),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("handed_at", Moment()),
        sa.Column("sent_at", Moment()),
        sa.Column("problem", sa.Text()),
        _of_user("letters"),
        sa.PrimaryKeyConstraint("id", name="pk_letters"),
        sa.UniqueConstraint("user_id", "dedupe_key", name="uq_letters_user_id_dedupe_key"),
    )


def _people() -> None:
    op.create_table(
        "people",
        sa.Column("id", ROW_ID, autoincrement=True),
        sa.Column("user_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phones", sa.JSON(), nullable=False),
        sa.Column("birthday_month", sa.Integer()),
        sa.Column("birthday_day", sa.Integer()),
        sa.Column("birthday_year", sa.Integer()),
        sa.Column("circle", sa.String(32), nullable=False),
        sa.Column("is_deceased", sa.Boolean(), nullable=False),
        sa.Column("is_pinned", sa.Boolean(), nullable=False),
        sa.Column("rest_until", sa.Date()),
        sa.Column("state", sa.String(16)),
        sa.Column("visits", sa.Integer(), nullable=False),
        sa.Column("sum_y", sa.Float(), nullable=False),
        sa.Column("sum_y2", sa.Float(), nullable=False),
        sa.Column("series_visits", sa.Integer(), nullable=False),
        sa.Column("days_met", sa.Integer(), nullable=False),
        sa.Column("first_met_on", sa.Date()),
        sa.Column("visit_started_on", sa.Date()),
        sa.Column("last_met_on", sa.Date()),
        sa.Column("answered_on", sa.Date()),
        sa.Column("seen_in_crowd_on", sa.Date()),
        _of_user("people"),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sa.UniqueConstraint("user_id", "id", name="uq_people_user_id_id"),
        sa.UniqueConstraint("user_id", "key", name="uq_people_user_id_key"),
        sqlite_autoincrement=True,
    )


def _tokens() -> None:
    op.create_table(
        "tokens",
        sa.Column("id", ROW_ID, autoincrement=True),
        sa.Column("user_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("sealed", sa.LargeBinary()),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("expires_at", Moment()),
        sa.Column("used_at", Moment()),
        sa.Column("revoked_at", Moment()),
        _of_user("tokens"),
        sa.PrimaryKeyConstraint("id", name="pk_tokens"),
        sa.UniqueConstraint("hash", name="uq_tokens_hash"),
    )


def _user_values() -> None:
    op.create_table(
        "user_values",
        sa.Column("user_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        _of_user("user_values"),
        sa.PrimaryKeyConstraint("user_id", "key", name="pk_user_values"),
    )


def _addresses() -> None:
    op.create_table(
        "addresses",
        sa.Column("user_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        _own("person_id", "addresses", "people"),
        _of_user("addresses"),
        sa.PrimaryKeyConstraint("user_id", "address", name="pk_addresses"),
    )


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("id", ROW_ID, autoincrement=True),
        sa.Column("user_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("feed_id", ROW_ID, nullable=False),
        sa.Column("event_key", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.String(128), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("last_ends_at", Moment()),
        sa.Column("is_endless", sa.Boolean(), nullable=False),
        sa.Column("gone_at", Moment()),
        sa.Column("learnt_at", Moment()),
        _own("feed_id", "events", "feeds"),
        _of_user("events"),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
        sa.UniqueConstraint("user_id", "feed_id", "event_key", name="uq_events_user_id_feed_id_event_key"),
        sa.UniqueConstraint("user_id", "id", name="uq_events_user_id_id"),
        sqlite_autoincrement=True,
    )


def _nudges() -> None:
    op.create_table(
        "nudges",
        sa.Column("user_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("id", sa.String(128), nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("changed_at", Moment(), nullable=False),
        sa.Column("closed_at", Moment()),
        sa.Column("shown_until", Moment()),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("gift_kind", sa.String(16), nullable=False),
        sa.Column("gift_text", sa.Text(), nullable=False),
        sa.Column("more_gifts", sa.JSON(), nullable=False),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("emails", sa.JSON(), nullable=False),
        sa.Column("phones", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(32), nullable=False),
        _own("person_id", "nudges", "people"),
        _of_user("nudges"),
        sa.PrimaryKeyConstraint("user_id", "id", name="pk_nudges"),
    )


def _answers() -> None:
    op.create_table(
        "answers",
        sa.Column("id", ROW_ID, autoincrement=True),
        sa.Column("user_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("nudge_id", sa.String(128), nullable=False),
        sa.Column("answer", sa.String(16), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("undone_at", Moment()),
        sa.Column("previous_state", sa.String(16), nullable=False),
        sa.Column("previous_on", sa.Date(), nullable=False),
        sa.Column("previous_closed_at", Moment()),
        sa.Column("previous_shown_until", Moment()),
        sa.Column("previous_rest_until", sa.Date()),
        sa.Column("previous_answered_on", sa.Date()),
        _own("nudge_id", "answers", "nudges"),
        _of_user("answers"),
        sa.PrimaryKeyConstraint("id", name="pk_answers"),
    )


def _touches() -> None:
    op.create_table(
        "touches",
        sa.Column("id", ROW_ID, autoincrement=True),
        sa.Column("user_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("feed_id", ROW_ID),
        sa.Column("event_id", ROW_ID),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("started_at", Moment(), nullable=False),
        sa.Column("ended_at", Moment(), nullable=False),
        sa.Column("all_day", sa.Boolean(), nullable=False),
        sa.Column("event_uid", sa.Text(), nullable=False),
        sa.Column("event_key", sa.Text(), nullable=False),
        sa.Column("recurrence_id", Moment()),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("evidence", sa.String(16), nullable=False),
        sa.Column("others", sa.Integer(), nullable=False),
        sa.Column("is_upcoming", sa.Boolean(), nullable=False),
        sa.Column("is_endless", sa.Boolean(), nullable=False),
        sa.Column("is_private", sa.Boolean(), nullable=False),
        sa.Column("is_cold", sa.Boolean(), nullable=False),
        _own("event_id", "touches", "events"),
        _own("feed_id", "touches", "feeds"),
        _own("person_id", "touches", "people"),
        _of_user("touches"),
        sa.PrimaryKeyConstraint("id", name="pk_touches"),
    )


def _indexes() -> None:
    op.create_index("ix_duties_due_at", "duties", ["due_at"])
    op.create_index("ix_tokens_user_id_kind", "tokens", ["user_id", "kind"])
    op.create_index("ix_addresses_user_id_person_id", "addresses", ["user_id", "person_id"])
    op.create_index(
        "ix_events_unlearnt",
        "events",
        ["user_id", "feed_id"],
        sqlite_where=sa.text("learnt_at IS NULL"),
        postgresql_where=sa.text("learnt_at IS NULL"),
    )
    op.create_index("ix_nudges_user_id_person_id", "nudges", ["user_id", "person_id"])
    op.create_index("ix_nudges_user_id_state", "nudges", ["user_id", "state"])
    op.create_index("ix_answers_user_id_nudge_id", "answers", ["user_id", "nudge_id"])
    op.create_index(
        "ix_touches_upcoming",
        "touches",
        ["user_id", "started_at"],
        sqlite_where=sa.text("is_upcoming"),
        postgresql_where=sa.text("is_upcoming"),
    )
    op.create_index("ix_touches_user_id_event_id", "touches", ["user_id", "event_id"])
    op.create_index(
        "ix_touches_user_id_person_id_started_at", "touches", ["user_id", "person_id", "started_at"]
    )
