"""Whose each calendar of a folder is."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("feeds", sa.Column("parts", sa.JSON()))


def downgrade() -> None:
    op.drop_column("feeds", "parts")
