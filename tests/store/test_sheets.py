"""Sheets: the marks of a feed's files or objects, of this feed and this user alone."""

import pytest

from tests.store.making import second_user
from worker.store import feeds, sheets
from worker.store.database import Database
from worker.store.feeds import FeedKind
from worker.store.secrets import Vault


def folder(database: Database, user_id: int, vault: Vault, address: str = "/home/ada/work") -> int:
    with database.write() as conn:
        return feeds.add(conn, user_id, vault, address=address, label="work", kind=FeedKind.FOLDER).id


def test_marks_are_kept_renewed_and_forgotten(database: Database, user_id: int, vault: Vault) -> None:
    """By name; what is not named stays."""
    feed = folder(database, user_id, vault)

    with database.write() as conn:
        sheets.keep(conn, user_id, feed, {"a.ics": "1", "b.ics": "1", "c.ics": "1"})
        sheets.keep(conn, user_id, feed, {"b.ics": "2"})
        sheets.forget(conn, user_id, feed, ["c.ics", "never.ics"])
        assert sheets.marks(conn, user_id, feed) == {"a.ics": "1", "b.ics": "2"}


def test_marks_of_one_are_no_marks_of_another(database: Database, user_id: int, vault: Vault) -> None:
    """Neither of another feed, nor of another user with the same folder."""
    one, two = folder(database, user_id, vault), folder(database, user_id, vault, "/home/ada/home")
    other = second_user(database)
    with database.write() as conn:
        sheets.keep(conn, user_id, one, {"a.ics": "1"})

        assert sheets.marks(conn, user_id, two) == {}
        assert sheets.marks(conn, other, one) == {}


@pytest.mark.parametrize("with_history", [False, True])
def test_a_removed_feed_has_no_marks(
    database: Database, user_id: int, vault: Vault, with_history: bool
) -> None:
    """When it comes back, all of it is read anew."""
    feed = folder(database, user_id, vault)
    with database.write() as conn:
        sheets.keep(conn, user_id, feed, {"a.ics": "1"})

        feeds.remove(conn, user_id, feed, with_history=with_history)

        assert sheets.marks(conn, user_id, feed) == {}


def test_another_password_is_the_same_feed(database: Database, user_id: int, vault: Vault) -> None:
    """The new one is kept; another user's name at the same address is another feed."""
    addresses = [
        f"caldav+https://{login}@dav.example.org/work/" for login in ("ada:old", "ada:n@w", "eve:old")
    ]

    old, new, other = (folder(database, user_id, vault, address) for address in addresses)

    assert old == new != other
    with database.read() as conn:
        assert feeds.address_of(conn, user_id, vault, old) == addresses[1]
