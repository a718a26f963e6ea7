"""A pulse is a mark that is really written, to know that the store still can.

It stands beside the first user's values; where there is no user yet, only the turn to write is tried.
"""

from sqlalchemy import Connection, ScalarSelect, case, func, literal, select, update

from worker.store.tables.users import user_values, users
from worker.store.upsert import insert_into

KEY = "pulse"


def beat(conn: Connection) -> None:
    """Flips the mark: SQLite writes no page for a value that stays the same."""
    flip = update(user_values).where(user_values.c.key == KEY, user_values.c.user_id == _first_user())
    flipped = conn.execute(flip.values(value=case((user_values.c.value == "1", "0"), else_="1")))
    if flipped.rowcount == 0:
        row = select(users.c.id, literal(KEY), literal("1")).where(users.c.id == _first_user())
        conn.execute(insert_into(conn, user_values).from_select(["user_id", "key", "value"], row))


def _first_user() -> ScalarSelect[int]:
    return select(func.min(users.c.id)).scalar_subquery()
