"""What an event was written like, so that one that is written the same is not even cut out."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("events", sa.Column("imprint", sa.LargeBinary(8)))


def downgrade() -> None:
    op.drop_column("events", "imprint")
