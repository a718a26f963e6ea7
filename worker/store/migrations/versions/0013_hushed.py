"""Which private meetings were about something tender: their titles are not kept."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("touches", sa.Column("is_hushed", sa.Boolean()))


def downgrade() -> None:
    op.drop_column("touches", "is_hushed")
