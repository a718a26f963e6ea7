"""Whom the user asked to forget, as keyed hashes."""

import sqlalchemy as sa
from alembic import op

from worker.store.columns import ROW_ID

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "forgotten",
        sa.Column("user_id", ROW_ID, nullable=False, autoincrement=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], ondelete="CASCADE", name="fk_forgotten_users"),
        sa.PrimaryKeyConstraint("user_id", "hash", name="pk_forgotten"),
    )


def downgrade() -> None:
    op.drop_table("forgotten")
