"""The open events that a calendar tells of, and what the user's own feeds bring to the shelf."""

import sqlalchemy as sa
from alembic import op

from worker.store.columns import ROW_ID

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("bookings", sa.Column("title", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "clippings",
        sa.Column("id", ROW_ID, autoincrement=True),
        sa.Column("user_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("feed_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_clippings_users", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["user_id", "feed_id"],
            ["feeds.user_id", "feeds.id"],
            name="fk_clippings_feeds",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_clippings"),
    )
    op.create_index("ix_clippings_user_id_feed_id", "clippings", ["user_id", "feed_id"])


def downgrade() -> None:
    op.drop_table("clippings")
    op.drop_column("bookings", "title")
