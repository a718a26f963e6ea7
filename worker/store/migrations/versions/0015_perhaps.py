"""Titles ahead that may mean somebody known; and of whom the user said that they live, whatever a title says."""

import sqlalchemy as sa
from alembic import op

from worker.store.columns import ROW_ID, Moment

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("people", sa.Column("is_alive", sa.Boolean()))
    op.create_table(
        "perhaps",
        sa.Column("id", ROW_ID, autoincrement=True),
        sa.Column("user_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("feed_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("event_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("started_at", Moment(), nullable=False),
        sa.Column("ended_at", Moment(), nullable=False),
        sa.Column("all_day", sa.Boolean(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_perhaps"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_perhaps_users", ondelete="CASCADE"),
        _own("feed_id", "feeds", "id"),
        _own("event_id", "events", "id"),
        _own("address", "addresses", "address"),
    )
    for column in ("event_id", "address"):
        op.create_index(f"ix_perhaps_user_id_{column}", "perhaps", ["user_id", column])


def downgrade() -> None:
    op.drop_table("perhaps")
    op.drop_column("people", "is_alive")


def _own(column: str, table: str, there: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["user_id", column],
        [f"{table}.user_id", f"{table}.{there}"],
        name=f"fk_perhaps_{table}",
        ondelete="CASCADE",
    )
