"""An upsert is an insert that knows what to do when the row is there already; alike on both engines."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

T = TypeVar("T")
Rows = Sequence[Mapping[str, object]]
PlainRows = Sequence[tuple[object, ...]]
CHUNK = 500
"""Values in one IN (…): far below SQLite's limit of 32,766 variables."""


def insert_into(conn: Connection, table: Table) -> postgresql.Insert | sqlite.Insert:
    """An INSERT of the connection's engine: both spell ON CONFLICT alike, in a class of their own."""
    return postgresql.insert(table) if conn.dialect.name == "postgresql" else sqlite.insert(table)


def insert_new(conn: Connection, table: Table, rows: Rows, key: Sequence[str]) -> None:
    """Rows whose key is there already are left as they are: twice is once."""
    if rows:
        conn.execute(insert_into(conn, table).on_conflict_do_nothing(index_elements=key), rows)


def insert_or_update(conn: Connection, table: Table, rows: Rows, key: Sequence[str]) -> None:
    """Rows whose key is there already get the new values; every row names the same columns."""
    if not rows:
        return
    statement = insert_into(conn, table)
    changed = {name: statement.excluded[name] for name in rows[0] if name not in key}
    conn.execute(statement.on_conflict_do_update(index_elements=key, set_=changed), rows)


def chunks_of(values: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    """The values in lists of at most `size`, in order."""
    rest = iter(values)
    while chunk := list(islice(rest, size)):
        yield chunk


def insert_plain(conn: Connection, table: Table, columns: Sequence[str], rows: PlainRows) -> None:
    """Many rows of values that the driver takes as they are: a third of the time of a typed insert.

    Times go through `plain_moment_of(conn)` first.
    """
    mark = "%s" if conn.dialect.name == "postgresql" else "?"
    marks = ", ".join([mark] * len(columns))
    names = ", ".join(conn.dialect.identifier_preparer.quote(table.c[name].name) for name in columns)
    if rows:
        conn.exec_driver_sql(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", list(rows))  # noqa: S608  (names of our own columns)


def moment_in_plain(conn: Connection) -> Callable[[Any], datetime]:
    """The inverse of `plain_moment_of`, for columns that were read as the driver gives them."""
    if conn.dialect.name == "postgresql":
        return lambda moment: moment.astimezone(UTC)
    return lambda text: datetime.fromisoformat(text + "+00:00")


def plain_moment_of(conn: Connection) -> Callable[[datetime], object]:
    """How the engine's driver takes an aware time: SQLite as the text that `Moment` writes and reads."""
    if conn.dialect.name == "postgresql":
        return lambda moment: moment
    return lambda moment: moment.astimezone(UTC).isoformat(" ", "microseconds")[:26]
