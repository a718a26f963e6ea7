"""Whose a calendar is, and what is set aside of one that turned out to be somebody else's."""

import sqlalchemy as sa
from alembic import op

from worker.store.columns import ROW_ID, Moment

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("feeds", sa.Column("whose", sa.String(16)))
    op.create_table(
        "aside",
        sa.Column("id", ROW_ID, autoincrement=True),
        sa.Column("user_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("feed_id", ROW_ID, nullable=False),
        sa.Column("event_id", ROW_ID, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("address", "name")),
        *(sa.Column(name, Moment(), nullable=False) for name in ("started_at", "ended_at")),
        sa.Column("all_day", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("event_uid", "event_key")),
        sa.Column("recurrence_id", Moment()),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("source", "title", "place")),
        sa.Column("evidence", sa.String(16), nullable=False),
        sa.Column("others", sa.Integer(), nullable=False),
        *(
            sa.Column(name, sa.Boolean(), nullable=False)
            for name in ("is_upcoming", "is_endless", "is_private", "is_cold")
        ),
        sa.Column("zone", sa.Text()),
        sa.Column("is_hushed", sa.Boolean()),
        sa.PrimaryKeyConstraint("id", name="pk_aside"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_aside_users", ondelete="CASCADE"),
        *(
            sa.ForeignKeyConstraint(
                ["user_id", f"{there}_id"],
                [f"{there}s.user_id", f"{there}s.id"],
                name=f"fk_aside_{there}s",
                ondelete="CASCADE",
            )
            for there in ("feed", "event")
        ),
    )
    op.create_index("ix_aside_user_id_feed_id", "aside", ["user_id", "feed_id"])


def downgrade() -> None:
    op.drop_table("aside")
    op.drop_column("feeds", "whose")
