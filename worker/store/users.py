"""A user is whose record it is. Today there is one, made at the first start; there is room for more."""

from dataclasses import dataclass
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from worker.errors import PermanentError
from worker.store.tables.users import user_values, users
from worker.store.upsert import insert_or_update

AWAY, LETTERS = "away", "letters"
"""Keys of what the user said; whatever else is kept under a key was learnt, or is of the house."""


class NoSuchUserError(PermanentError):
    """The record has no such user."""


@dataclass(frozen=True, kw_only=True, slots=True)
class User:
    """One user. Words are in `language`, days in `timezone`."""

    id: int
    timezone: str
    """An IANA name."""
    language: str

    @property
    def zone(self) -> tzinfo:
        return ZoneInfo(self.timezone)


def ensure_user(conn: Connection, *, timezone: str, language: str, now: datetime) -> User:
    """The default user: made at the first start, brought up to these settings at every other."""
    first = _first(conn)
    if first is None:
        conn.execute(insert(users).values(timezone=timezone, language=language, created_at=now))
    elif (first.timezone, first.language) != (timezone, language):
        conn.execute(update(users).where(users.c.id == first.id).values(timezone=timezone, language=language))
    else:
        return first
    return the_user(conn)


def user_with(conn: Connection, *, timezone: str, language: str) -> User | None:
    """The default user, where these are their settings already."""
    first = _first(conn)
    return first if first and (first.timezone, first.language) == (timezone, language) else None


def the_user(conn: Connection) -> User:
    """The default user. Raises NoSuchUserError before the first start."""
    user = _first(conn)
    if user is None:
        raise NoSuchUserError("Snowdrop has not been started yet; run `snowdrop up` or `snowdrop add` first")
    return user


def get(conn: Connection, user_id: int) -> User:
    """Raises NoSuchUserError."""
    row = conn.execute(select(users).where(users.c.id == user_id)).one_or_none()
    if row is None:
        raise NoSuchUserError(f"There is no user {user_id} in this record; check which database is used")
    return _user_in(row)


def all_users(conn: Connection) -> tuple[User, ...]:
    """Everyone, the default user first."""
    return tuple(_user_in(row) for row in conn.execute(select(users).order_by(users.c.id)))


_VALUE = select(user_values.c.value).where(
    user_values.c.user_id == bindparam("user"), user_values.c.key == bindparam("name")
)
"""Made once: nothing else is asked as often."""


def value_of(conn: Connection, user_id: int, key: str) -> str | None:
    """What was kept for the user under this key; None when nothing was."""
    value: str | None = conn.scalar(_VALUE, {"user": user_id, "name": key})
    return value


def keep_value(conn: Connection, user_id: int, key: str, value: str | None) -> None:
    """Keeps one small value (text, or JSON written by the caller); None forgets it."""
    if value is None:
        conn.execute(delete(user_values).where(user_values.c.user_id == user_id, user_values.c.key == key))
    else:
        row = {"user_id": user_id, "key": key, "value": value}
        insert_or_update(conn, user_values, [row], ["user_id", "key"])


def _first(conn: Connection) -> User | None:
    row = conn.execute(select(users).order_by(users.c.id).limit(1)).one_or_none()
    return None if row is None else _user_in(row)


def _user_in(row: Row[*tuple[object, ...]]) -> User:
    return User(id=row.id, timezone=row.timezone, language=row.language)
