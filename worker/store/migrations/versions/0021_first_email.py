"""The address to write to first, where the key of somebody may not follow their card."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("people", sa.Column("first_email", sa.Text()))


def downgrade() -> None:
    op.drop_column("people", "first_email")
