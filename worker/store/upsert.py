"""An upsert is an insert that knows what to do when the row is there already; alike on both engines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

T = TypeVar("T")
Rows = Sequence[Mapping[str, object]]
CHUNK = 500
"""Values in one IN (…): far below SQLite's limit of 32,766 variables."""


Insert = postgresql.Insert | sqlite.Insert


def insert_into(conn: Connection, table: Table) -> Insert:
    """An INSERT of the connection's engine: both spell ON CONFLICT alike, in a class of their own."""
    return insert_of(conn.dialect.name, table)


def insert_of(dialect: str, table: Table) -> Insert:
    """The same by the engine's name, for a statement that is kept."""
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)


def insert_new(conn: Connection, table: Table, rows: Rows, key: Sequence[str]) -> None:
    """Rows whose key is there already are left as they are: twice is once."""
    if rows:
        conn.execute(insert_into(conn, table).on_conflict_do_nothing(index_elements=key), rows)


def insert_or_update(conn: Connection, table: Table, rows: Rows, key: Sequence[str]) -> None:
    """Rows whose key is there already get the new values; every row names the same columns."""
    if rows:
        conn.execute(_upsert(conn.dialect.name, table, tuple(rows[0]), tuple(key)), rows)


@cache
def _upsert(dialect: str, table: Table, names: tuple[str, ...], key: tuple[str, ...]) -> Insert:
    """Made once for each set of columns: to put a statement together takes longer than to carry it out."""
    statement = insert_of(dialect, table)
    changed = {name: statement.excluded[name] for name in names if name not in key}
    return statement.on_conflict_do_update(index_elements=key, set_=changed)


def chunks_of(values: Iterable[T]) -> Iterator[list[T]]:
    """The values in lists of at most CHUNK, in order."""
    rest = iter(values)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk
