"""Aside: what somebody else's calendar told counts no more, and comes back as it was."""

from datetime import timedelta

import pytest

from tests.store.making import START, event, person, second_user, touch
from worker.core.touch import Evidence
from worker.store import aside, events, feeds, people, touches
from worker.store.database import Database
from worker.store.feeds import FeedKind
from worker.store.secrets import Vault
from worker.store.settling import settle
from worker.store.touch_rows import NewTouch

HOUR = timedelta(hours=1)
ADA, BOB = "ada@example.org", "bob@example.org"


@pytest.fixture
def feed_id(database: Database, user_id: int, vault: Vault) -> int:
    with database.write() as conn:
        return feeds.add(conn, user_id, vault, address="a", label="a", kind=FeedKind.FILE).id


@pytest.fixture
def told(database: Database, user_id: int, feed_id: int) -> dict[str, int]:
    """Event → row: one with Ada, past and ahead, and one with Bob; Ada's title names somebody known by it alone."""
    with database.write() as conn:
        ids = dict(events.save_many(conn, user_id, feed_id, [event("a"), event("b")]))
        rows = {each: person(conn, user_id, each, each[:3].title()) for each in (ADA, BOB, "name:zoe")}
        new = [
            NewTouch(touch=each, event_id=ids[each.event_key], person_id=rows[each.person])
            for each in (
                touch(
                    ADA,
                    event_key="a",
                    recurrence_id=START,
                    is_private=True,
                    zone="Asia/Tokyo",
                    is_hushed=True,
                ),
                touch(ADA, event_key="a", is_upcoming=True, started_at=START + HOUR),
                touch("name:zoe", event_key="a", name="Zoe", evidence=Evidence.TITLE),
                touch(BOB, event_key="b", name="Bob"),
            )
        ]
        touches.replace_for_events(conn, user_id, feed_id, ids.values(), new)
    return ids


def met(database: Database, user_id: int) -> dict[str, int]:
    """By key, how often."""
    with database.read() as conn:
        known = {each.id: each.person.key for each in people.all_people(conn, user_id)}
        return {known[who]: len(found) for who, found in touches.of_people(conn, user_id, known).items()}


def test_what_is_set_aside_counts_no_more_and_comes_back_as_it_was(
    database: Database, user_id: int, feed_id: int, told: dict[str, int]
) -> None:
    """Every field; what lay ahead is read anew. The other event stays."""
    with database.write() as conn:
        ada = people.ids_of_addresses(conn, user_id, [ADA])[ADA]
        before = [each for each in touches.of_people(conn, user_id, [ada])[ada] if not each.is_upcoming]

        went = aside.put_aside(conn, user_id, feed_id, [told["a"]])
        assert went == set(people.ids_of_addresses(conn, user_id, [ADA, "name:zoe"]).values())
    assert met(database, user_id) == {BOB: 1}

    with database.write() as conn:
        assert aside.bring_back(conn, user_id, feed_id, lambda _: False) == went
        assert list(touches.of_people(conn, user_id, [ada])[ada]) == before
        assert aside.bring_back(conn, user_id, feed_id, lambda _: False) == frozenset()
    assert met(database, user_id) == {ADA: 1, "name:zoe": 1, BOB: 1}


def test_who_is_known_no_more_is_made_anew_but_by_no_title_alone(
    database: Database, user_id: int, feed_id: int, told: dict[str, int]
) -> None:
    """As everywhere."""
    with database.write() as conn:
        settle(conn, user_id, aside.put_aside(conn, user_id, feed_id, told.values()))
        assert people.all_people(conn, user_id) == ()

        aside.bring_back(conn, user_id, feed_id, lambda _: False)

    assert met(database, user_id) == {ADA: 1, BOB: 1}


def test_who_was_forgotten_meanwhile_does_not_come_back(
    database: Database, user_id: int, feed_id: int, told: dict[str, int]
) -> None:
    """What was set aside of them is gone for good."""
    with database.write() as conn:
        settle(conn, user_id, aside.put_aside(conn, user_id, feed_id, told.values()))
        aside.bring_back(conn, user_id, feed_id, lambda address: address == ADA)

    assert met(database, user_id) == {BOB: 1}


def test_what_another_user_set_aside_is_theirs(
    database: Database, user_id: int, feed_id: int, told: dict[str, int]
) -> None:
    """Neither set aside nor brought back by anybody else."""
    other = second_user(database)
    with database.write() as conn:
        assert aside.put_aside(conn, other, feed_id, told.values()) == frozenset()
        aside.put_aside(conn, user_id, feed_id, told.values())
        assert aside.bring_back(conn, other, feed_id, lambda _: False) == frozenset()

    assert met(database, user_id) == {}
