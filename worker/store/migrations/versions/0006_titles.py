"""Titles are found by their words without reading every touch; the groups of an address book tell a circle."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("people", sa.Column("card_circle", sa.String(32)))
    is_title = sa.text("length(title) <= 200")
    op.create_index(
        "ix_touches_titles",
        "touches",
        ["user_id", "title", "person_id"],
        sqlite_where=is_title,
        postgresql_where=is_title,
    )


def downgrade() -> None:
    op.drop_index("ix_touches_titles", "touches")
    op.drop_column("people", "card_circle")
