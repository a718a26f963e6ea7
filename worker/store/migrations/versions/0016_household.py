"""Whom a card names as partner or child; books of servers are read whole once more, unchanged or not."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("cards", sa.Column("household", sa.JSON(none_as_null=True)))
    values = sa.table("user_values", sa.column("key"))
    op.execute(sa.delete(values).where(values.c.key == "address books"))


def downgrade() -> None:
    op.drop_column("cards", "household")
