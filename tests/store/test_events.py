"""Events: only what changed is told apart, nothing is lost by a feed that shrinks."""

import time
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection

from tests.store.making import START, event, second_user, there
from worker.core.change import KnownEvent
from worker.store import events, feeds
from worker.store.database import Database
from worker.store.feeds import FeedKind
from worker.store.secrets import Vault


@pytest.fixture
def feed_id(database: Database, user_id: int, vault: Vault) -> int:
    with database.write() as conn:
        return feeds.add(conn, user_id, vault, address="a", label="a", kind=FeedKind.FILE).id


def gone_in(conn: Connection, user_id: int, feed_id: int) -> set[str]:
    return {each.key for each in events.known(conn, user_id, feed_id, limit=9) if each.is_gone}


def test_events_are_found_again_by_their_key(database: Database, user_id: int, feed_id: int) -> None:
    """With the row that touches refer to."""
    with database.write() as conn:
        ids = events.save_many(conn, user_id, feed_id, [event("a"), event("b", fingerprint="f2")])
        known = events.known(conn, user_id, feed_id, limit=9)
        rest = events.known(conn, user_id, feed_id, after="a", limit=1)

    assert known == (KnownEvent(ids["a"], "a", "f1", False), KnownEvent(ids["b"], "b", "f2", False))
    assert rest == known[1:]


def test_a_changed_event_keeps_its_row(database: Database, user_id: int, feed_id: int) -> None:
    """Only its content is new; within one batch the last one counts."""
    with database.write() as conn:
        before = events.save_many(conn, user_id, feed_id, [event("a")])
        after = events.save_many(conn, user_id, feed_id, [event("a"), event("a", body="new")])

        assert before == after
        assert [each.body for each in there(conn, user_id, feed_id)] == ["new"]


def test_what_is_gone_is_remembered_and_can_come_back(
    database: Database, user_id: int, feed_id: int, now: datetime
) -> None:
    """A feed may show a window only."""
    with database.write() as conn:
        ids = events.save_many(conn, user_id, feed_id, [event("a"), event("b")])
        events.mark_gone(conn, user_id, feed_id, [ids["a"]], now)
        gone = gone_in(conn, user_id, feed_id)
        keys = [each.event_key for each in there(conn, user_id, feed_id)]
        events.save_many(conn, user_id, feed_id, [event("a")])

        assert (gone, keys) == ({"a"}, ["b"])
        assert len(there(conn, user_id, feed_id)) == 2


def test_endless_series_are_known(database: Database, user_id: int, feed_id: int) -> None:
    """What they have ahead is to be renewed; what ended is not."""
    endless = event("weekly", is_endless=True, last_ends_at=None)
    with database.write() as conn:
        events.save_many(conn, user_id, feed_id, [endless, event("once")])

        assert events.keys_ending_after(conn, user_id, feed_id, START) == ("weekly",)
        before = START - timedelta(seconds=1)
        assert set(events.keys_ending_after(conn, user_id, feed_id, before)) == {"weekly", "once"}


def test_what_changed_waits_to_be_learnt(
    database: Database, user_id: int, feed_id: int, now: datetime
) -> None:
    """New, changed and gone ones, until it is said that they were learnt from; in bites."""
    with database.write() as conn:
        ids = events.save_many(conn, user_id, feed_id, [event("a"), event("b"), event("c")])
        first = events.unlearnt(conn, user_id, feed_id, 2)
        events.mark_learnt(conn, user_id, feed_id, ids.values(), now)
        assert events.unlearnt(conn, user_id, feed_id, 9) == ()

        events.save_many(conn, user_id, feed_id, [event("b", body="new")])
        events.mark_gone(conn, user_id, feed_id, [ids["c"]], now)
        waiting = events.unlearnt(conn, user_id, feed_id, 9)
        assert [(each.event_key, each.is_gone) for each in waiting] == [("b", False), ("c", True)]
        assert [each.event_key for each in first] == ["a", "b"]


def test_learning_can_be_asked_for_again(
    database: Database, user_id: int, feed_id: int, now: datetime
) -> None:
    """For some events, or for all that are still there."""
    with database.write() as conn:
        ids = events.save_many(conn, user_id, feed_id, [event("a"), event("b"), event("c")])
        events.mark_gone(conn, user_id, feed_id, [ids["c"]], now)
        events.mark_learnt(conn, user_id, feed_id, ids.values(), now)
        events.mark_unlearnt(conn, user_id, feed_id, ["a", "c"])
        some = events.unlearnt(conn, user_id, feed_id, 9)
        events.mark_unlearnt(conn, user_id, feed_id)

        assert [each.event_key for each in some] == ["a"]
        assert [each.event_key for each in events.unlearnt(conn, user_id, feed_id, 9)] == ["a", "b"]


def test_events_of_others_are_not_seen(database: Database, user_id: int, feed_id: int, now: datetime) -> None:
    """Nor can they be marked."""
    other = second_user(database)
    with database.write() as conn:
        ids = events.save_many(conn, user_id, feed_id, [event("a")])
        events.mark_gone(conn, other, feed_id, ids.values(), now)

        assert events.known(conn, other, feed_id, limit=9) == ()
        assert gone_in(conn, user_id, feed_id) == set()


def test_ten_thousand_events_are_saved_quickly(database: Database, user_id: int, feed_id: int) -> None:
    """Well under a second on SQLite on a quiet machine; the bound leaves room for a busy one."""
    new = [event(f"k{n}", body="x" * 600) for n in range(10_000)]

    started = time.perf_counter()
    with database.write() as conn:
        events.save_many(conn, user_id, feed_id, new)
    assert time.perf_counter() - started < 10
