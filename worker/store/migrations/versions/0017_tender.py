"""Whom tender titles name, met or not: nothing light is said to them for some months."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("perhaps", sa.Column("is_tender", sa.Boolean()))


def downgrade() -> None:
    op.execute("DELETE FROM perhaps WHERE is_tender")
    op.drop_column("perhaps", "is_tender")
