"""A column type says how one kind of value is kept, the same on SQLite and PostgreSQL."""

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    Row,
    Text,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from worker.core.person import Birthday

ROW_ID = BigInteger().with_variant(Integer, "sqlite")
"""SQLite numbers rows by itself only in a column that is declared INTEGER."""
_BIRTHDAY = ("birthday_month", "birthday_day", "birthday_year")


class Moment(TypeDecorator[datetime]):
    """An aware UTC datetime: naive ones are refused on the way in, aware ones come back on both engines."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  (SQLAlchemy names the arguments)
        if value is None or value.tzinfo is UTC:
            return value
        if value.tzinfo is None:
            raise ValueError(f"a time without a zone cannot be stored: {value.isoformat()}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  (SQLAlchemy names the arguments)
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def row_id() -> Column[int]:
    """The number of a row, given by the database."""
    return Column("id", ROW_ID, primary_key=True, autoincrement=True)


def user_id(*, is_primary: bool = False) -> Column[int]:
    """Whose row it is; everything that is the user's goes with the user."""
    return Column(
        "user_id",
        ROW_ID,
        ForeignKey("users.id", ondelete="CASCADE"),
        nullable=False,
        primary_key=is_primary,
        autoincrement=False,
    )


def flag(name: str) -> Column[bool]:
    """Yes or no; no unless said."""
    return Column(name, Boolean, nullable=False, default=False)


def count(name: str) -> Column[int]:
    """How many; none unless said."""
    return Column(name, Integer, nullable=False, default=0)


def words(name: str) -> Column[str]:
    """Text; empty unless said."""
    return Column(name, Text, nullable=False, default="")


def own(column: str, *, table: str) -> ForeignKeyConstraint:
    """A reference to a row of the same user; the row goes when the one it stands on goes."""
    there = (f"{table}.user_id", f"{table}.id")
    return ForeignKeyConstraint(("user_id", column), there, ondelete="CASCADE")


def birthday() -> tuple[Column[int], ...]:
    """Day and month, with the year where it is known; all NULL where nothing is."""
    return tuple(Column(name, Integer) for name in _BIRTHDAY)


def birthday_columns(born: Birthday | None) -> dict[str, int | None]:
    """How it is kept."""
    values = (born.month, born.day, born.year) if born else (None, None, None)
    return dict(zip(_BIRTHDAY, values, strict=True))


def birthday_in(row: Row[*tuple[object, ...]]) -> Birthday | None:
    """What these columns say."""
    if row.birthday_month is None:
        return None
    return Birthday(month=row.birthday_month, day=row.birthday_day, year=row.birthday_year)
