"""What a title tells of somebody: of a meeting perhaps, of something tender, or that they are known."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("perhaps", sa.Column("tells", sa.Text(), nullable=False, server_default="meeting"))
    op.execute("UPDATE perhaps SET tells = 'tender' WHERE is_tender")
    op.drop_column("perhaps", "is_tender")


def downgrade() -> None:
    op.add_column("perhaps", sa.Column("is_tender", sa.Boolean()))
    op.execute("DELETE FROM perhaps WHERE tells = 'known'")
    op.execute("UPDATE perhaps SET is_tender = true WHERE tells = 'tender'")
    op.drop_column("perhaps", "tells")
