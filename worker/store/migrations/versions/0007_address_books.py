"""Address books are kept, so that people can be made of all that is known, in any order."""

import sqlalchemy as sa
from alembic import op

from worker.store.columns import ROW_ID

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_BOOK = "before 0007"
"""What the people of older records had from their address books."""


def upgrade() -> None:
    op.add_column("addresses", sa.Column("name", sa.Text()))
    op.create_table(
        "cards",
        sa.Column("id", ROW_ID, nullable=False, autoincrement=True),
        sa.Column("user_id", ROW_ID, nullable=False),
        sa.Column("book", sa.String(64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("emails", sa.JSON(), nullable=False),
        sa.Column("phones", sa.JSON(), nullable=False),
        sa.Column("birthday_month", sa.Integer()),
        sa.Column("birthday_day", sa.Integer()),
        sa.Column("birthday_year", sa.Integer()),
        sa.Column("is_deceased", sa.Boolean(), nullable=False),
        sa.Column("circle", sa.String(32)),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], ondelete="CASCADE", name="fk_cards_users"),
        sa.PrimaryKeyConstraint("id", name="pk_cards"),
    )
    op.create_index("ix_cards_user_id_book", "cards", ["user_id", "book"])
    _keep_what_was_imported(op.get_bind())


def _keep_what_was_imported(conn: sa.Connection) -> None:
    """One card for everybody of whom only an address book can have told."""
    people, addresses, cards = (
        sa.table(name, *(sa.column(each, sa.JSON if each in _JSON else None) for each in columns))
        for name, columns in (
            ("people", ("id", "user_id", "name", "phones", *_FACTS)),
            ("addresses", ("user_id", "person_id", "address")),
            ("cards", ("user_id", "book", "name", "emails", "phones", *_FACTS)),
        )
    )
    for row in conn.execute(sa.select(people)).mappings().all():
        if row["phones"] or row["birthday_month"] or row["is_deceased"]:
            mine = (addresses.c.user_id == row["user_id"], addresses.c.person_id == row["id"])
            theirs = conn.scalars(sa.select(addresses.c.address).where(*mine))
            values = {name: value for name, value in row.items() if name != "id"}
            known = sorted(address for address in theirs if "@" in address)
            conn.execute(cards.insert().values(book=_BOOK, emails=known, **values))


_JSON = ("emails", "phones")
_FACTS = ("birthday_month", "birthday_day", "birthday_year", "is_deceased")


def downgrade() -> None:
    op.drop_table("cards")
    op.drop_column("addresses", "name")
