"""Who is who: what the user and address books say of two addresses, and how a merge is taken back."""

import sqlalchemy as sa
from alembic import op

from worker.store.columns import ROW_ID

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "verdicts",
        sa.Column("id", ROW_ID, autoincrement=True),
        sa.Column("user_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("one", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("before", sa.JSON()),
        sa.PrimaryKeyConstraint("id", name="pk_verdicts"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_verdicts_users", ondelete="CASCADE"),
        _address("one"),
        _address("other"),
        sa.UniqueConstraint("user_id", "one", "other", "kind", name="uq_verdicts_user_id_one_other_kind"),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    op.drop_table("verdicts")


def _address(column: str) -> sa.ForeignKeyConstraint:
    there = ["addresses.user_id", "addresses.address"]
    return sa.ForeignKeyConstraint(
        ["user_id", column], there, name=f"fk_verdicts_{column}", ondelete="CASCADE"
    )
