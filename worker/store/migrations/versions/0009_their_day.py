"""Where somebody is: the zone of the events that they made, and of their card; and the hours of a nudge."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("touches", "people", "cards"):
        op.add_column(table, sa.Column("zone", sa.Text()))
    op.add_column("nudges", sa.Column("hours", sa.String(16)))


def downgrade() -> None:
    op.drop_column("nudges", "hours")
    for table in ("touches", "people", "cards"):
        op.drop_column(table, "zone")
