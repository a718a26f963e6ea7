"""What somebody is called besides; and numbers of people are given once again, which step 2 had lost on SQLite."""

from typing import Literal

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_ONCE = {"sqlite_autoincrement": True}


def upgrade() -> None:
    op.add_column("cards", sa.Column("also", sa.JSON()))
    with op.batch_alter_table("people", recreate=_if_sqlite(), table_kwargs=_ONCE) as batch:
        batch.add_column(sa.Column("also", sa.JSON()))


def downgrade() -> None:
    with op.batch_alter_table("people") as batch:
        batch.drop_column("also")
    op.drop_column("cards", "also")


def _if_sqlite() -> Literal["always", "never"]:
    return "always" if op.get_bind().dialect.name == "sqlite" else "never"
