"""Folders sheet by sheet, what lies ahead, notes and the shelf. Some records of the first day hold these already."""

import sqlalchemy as sa
from alembic import op

from worker.store.columns import ROW_ID, Moment

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_TABLES = ("sheets", "bookings", "notes", "shelf")


def upgrade() -> None:
    if sa.inspect(op.get_bind()).has_table("sheets"):
        return
    with op.batch_alter_table("people") as batch:
        batch.add_column(sa.Column("latest_started_on", sa.Date()))
        batch.add_column(
            sa.Column("is_visit_in_series", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    with op.batch_alter_table("people") as batch:
        batch.alter_column("is_visit_in_series", server_default=None)
    _sheets()
    _bookings()
    _notes()
    _shelf()
    op.create_index("ix_bookings_user_id_event_id", "bookings", ["user_id", "event_id"])
    op.create_index("ix_notes_user_id_person_id", "notes", ["user_id", "person_id"])


def downgrade() -> None:
    for table in reversed(_TABLES):
        op.drop_table(table)
    with op.batch_alter_table("people") as batch:
        batch.drop_column("is_visit_in_series")
        batch.drop_column("latest_started_on")


def _of_user(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=f"fk_{table}_users", ondelete="CASCADE")


def _own(column: str, table: str, parent: str) -> sa.ForeignKeyConstraint:
    there = [f"{parent}.user_id", f"{parent}.id"]
    return sa.ForeignKeyConstraint(
        ["user_id", column], there, name=f"fk_{table}_{parent}", ondelete="CASCADE"
    )


def _sheets() -> None:
    op.create_table(
        "sheets",
        sa.Column("user_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("feed_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        _of_user("sheets"),
        _own("feed_id", "sheets", "feeds"),
        sa.PrimaryKeyConstraint("user_id", "feed_id", "name", name="pk_sheets"),
    )


def _bookings() -> None:
    op.create_table(
        "bookings",
        sa.Column("id", ROW_ID, autoincrement=True),
        sa.Column("user_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("feed_id", ROW_ID, nullable=False),
        sa.Column("event_id", ROW_ID, nullable=False),
        sa.Column("started_at", Moment(), nullable=False),
        sa.Column("ended_at", Moment(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        _own("event_id", "bookings", "events"),
        _own("feed_id", "bookings", "feeds"),
        _of_user("bookings"),
        sa.PrimaryKeyConstraint("id", name="pk_bookings"),
    )


def _notes() -> None:
    op.create_table(
        "notes",
        sa.Column("id", ROW_ID, autoincrement=True),
        sa.Column("user_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("for_whom", sa.Text(), nullable=False),
        _own("person_id", "notes", "people"),
        _of_user("notes"),
        sa.PrimaryKeyConstraint("id", name="pk_notes"),
        sqlite_autoincrement=True,
    )


def _shelf() -> None:
    op.create_table(
        "shelf",
        sa.Column("id", ROW_ID, autoincrement=True),
        sa.Column("user_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        _of_user("shelf"),
        sa.PrimaryKeyConstraint("id", name="pk_shelf"),
        sa.UniqueConstraint("user_id", "kind", "text", name="uq_shelf_user_id_kind_text"),
        sqlite_autoincrement=True,
    )
