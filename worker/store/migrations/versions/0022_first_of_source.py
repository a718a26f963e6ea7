"""The first meeting of which each calendar tells is found without reading every touch."""

from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_touches_user_id_source_started_at", "touches", ["user_id", "source", "started_at"])


def downgrade() -> None:
    op.drop_index("ix_touches_user_id_source_started_at", "touches")
