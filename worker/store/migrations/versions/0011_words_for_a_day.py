"""For which day a nudge's words were made: one that is put off is said anew; what it said before, for an undoing."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("nudges", sa.Column("worded_on", sa.Date))
    op.add_column("answers", sa.Column("previous_words", sa.JSON))


def downgrade() -> None:
    op.drop_column("answers", "previous_words")
    op.drop_column("nudges", "worded_on")
