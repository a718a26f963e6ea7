"""What each file of a folder lost is known as long as it stays as it is."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("sheets", sa.Column("losses", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("sheets", sa.Column("loss", sa.Text()))


def downgrade() -> None:
    op.drop_column("sheets", "loss")
    op.drop_column("sheets", "losses")
