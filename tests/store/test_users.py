"""Users: one is made at the first start, and small values are kept for each."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.store.making import second_user
from worker.store import users
from worker.store.database import Database
from worker.store.users import NoSuchUserError


def test_the_first_start_makes_one_user(database: Database, now: datetime) -> None:
    """Every other start finds the same one, with the settings of today."""
    with database.write() as conn:
        first = users.ensure_user(conn, timezone="Europe/Berlin", language="en", now=now)
        again = users.ensure_user(conn, timezone="Asia/Tokyo", language="de", now=now)

        assert again.id == first.id
        assert users.all_users(conn) == (again,)
        assert (again.zone, again.language) == (ZoneInfo("Asia/Tokyo"), "de")


def test_before_the_first_start_there_is_nobody(database: Database) -> None:
    """And the remedy is named."""
    with database.read() as conn, pytest.raises(NoSuchUserError, match="snowdrop up"):
        users.the_user(conn)


def test_values_are_kept_per_user(database: Database, user_id: int) -> None:
    """Replaced by the next one, forgotten by None."""
    other = second_user(database)
    with database.write() as conn:
        users.keep_value(conn, user_id, "prior", "1")
        users.keep_value(conn, user_id, "prior", "2")
        users.keep_value(conn, other, "prior", "3")
        assert (users.value_of(conn, user_id, "prior"), users.value_of(conn, other, "prior")) == ("2", "3")

        users.keep_value(conn, user_id, "prior", None)
        assert users.value_of(conn, user_id, "prior") is None
