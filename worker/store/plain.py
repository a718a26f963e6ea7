"""Plain is how a driver takes and gives values: rows by the hundred thousand spare the way through column types."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, Text, type_coerce


def insert_plain(
    conn: Connection, table: Table, columns: Sequence[str], rows: Sequence[tuple[object, ...]]
) -> None:
    """Many rows of values that the driver takes as they are: a third of the time of a typed insert.

    Times go through `plain_moment_of(conn)` first.
    """
    mark = "%s" if conn.dialect.name == "postgresql" else "?"
    marks = ", ".join([mark] * len(columns))
    names = ", ".join(conn.dialect.identifier_preparer.quote(table.c[name].name) for name in columns)
    if rows:
        conn.exec_driver_sql(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", list(rows))  # noqa: S608  (names of our own columns)


def plain_moment_of(conn: Connection) -> Callable[[datetime], object]:
    """How the engine's driver takes an aware time: SQLite as the text that `Moment` writes and reads."""
    if conn.dialect.name == "postgresql":
        return lambda moment: moment
    return lambda moment: moment.astimezone(UTC).isoformat(" ", "microseconds")[:26]


def plain_column(column: Column[datetime]) -> ColumnElement[str]:
    """A column of times, to be read as the driver gives them, for `moment_in_plain`."""
    return type_coerce(column, Text())


def moment_in_plain(conn: Connection) -> Callable[[Any], datetime]:
    """The inverse of `plain_moment_of`, for columns that were read as the driver gives them."""
    if conn.dialect.name == "postgresql":
        return lambda moment: moment.astimezone(UTC)
    return lambda text: datetime.fromisoformat(text + "+00:00")
