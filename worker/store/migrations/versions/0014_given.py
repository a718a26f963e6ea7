"""What one calls somebody whose name is written with the family name first."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("people", "cards"):
        op.add_column(table, sa.Column("given", sa.Text()))


def downgrade() -> None:
    for table in ("people", "cards"):
        op.drop_column(table, "given")
