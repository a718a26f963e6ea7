"""Touches: replaced per event, read per person, and the past is never taken back by a shrinking feed."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from tests.store.making import START, event, person, second_user, touch
from worker.core.knowing import first_days
from worker.core.touch import Evidence
from worker.store import events, feeds, meetings, touches
from worker.store.database import Database
from worker.store.feeds import FeedKind
from worker.store.secrets import Vault
from worker.store.touch_rows import NewTouch

HOUR = timedelta(hours=1)


@pytest.fixture
def feed_id(database: Database, user_id: int, vault: Vault) -> int:
    with database.write() as conn:
        return feeds.add(conn, user_id, vault, address="a", label="a", kind=FeedKind.FILE).id


@pytest.fixture
def event_id(database: Database, user_id: int, feed_id: int) -> int:
    with database.write() as conn:
        return events.save_many(conn, user_id, feed_id, [event("uid-1")])["uid-1"]


@pytest.fixture
def ada(database: Database, user_id: int) -> int:
    with database.write() as conn:
        return person(conn, user_id, "ada@example.org", "Ada")


def test_a_touch_comes_back_as_it_was(
    database: Database, user_id: int, feed_id: int, event_id: int, ada: int
) -> None:
    """Every field, times aware."""
    full = touch(
        recurrence_id=START,
        all_day=True,
        place="Park",
        is_endless=True,
        is_private=True,
        is_cold=True,
        others=4,
    )
    with database.write() as conn:
        new = [NewTouch(touch=full, event_id=event_id, person_id=ada)]
        touches.replace_for_events(conn, user_id, feed_id, [event_id], new)

        assert touches.of_people(conn, user_id, [ada]) == {ada: (full,)}


def test_replacing_names_everyone_who_was_or_is_there(
    database: Database, user_id: int, feed_id: int, event_id: int, ada: int
) -> None:
    """Both have to be learnt again."""
    with database.write() as conn:
        bob = person(conn, user_id, "bob@example.org")
        one = NewTouch(touch=touch(), event_id=event_id, person_id=ada)
        two = NewTouch(touch=touch("bob@example.org"), event_id=event_id, person_id=bob)

        assert touches.replace_for_events(conn, user_id, feed_id, [event_id], [one]).people == {ada}
        assert touches.replace_for_events(conn, user_id, feed_id, [event_id], [two]).people == {ada, bob}
        assert set(touches.of_people(conn, user_id, [ada, bob])) == {bob}


def test_touches_are_given_earliest_first(
    database: Database, user_id: int, feed_id: int, event_id: int, ada: int
) -> None:
    """Past and ahead together."""
    times = [START + n * HOUR for n in (3, 1, 2)]
    new = [NewTouch(touch=touch(started_at=each), event_id=event_id, person_id=ada) for each in times]
    with database.write() as conn:
        touches.replace_for_events(conn, user_id, feed_id, [event_id], new)

        found = touches.of_people(conn, user_id, [ada])[ada]
    assert [each.started_at for each in found] == sorted(times)


def test_only_what_lay_ahead_goes_with_a_gone_event(
    database: Database, user_id: int, feed_id: int, event_id: int, ada: int, now: datetime
) -> None:
    """The past of an event that vanished stays."""
    both = [touch(), touch(started_at=now + HOUR, is_upcoming=True)]
    with database.write() as conn:
        new = [NewTouch(touch=each, event_id=event_id, person_id=ada) for each in both]
        touches.replace_for_events(conn, user_id, feed_id, [event_id], new)

        assert touches.delete_upcoming_of_gone(conn, user_id, feed_id) == frozenset()
        events.mark_gone(conn, user_id, feed_id, [event_id], now)
        assert touches.delete_upcoming_of_gone(conn, user_id, feed_id) == {ada}
        assert touches.of_people(conn, user_id, [ada]) == {ada: (both[0],)}


def test_what_has_begun_lies_no_longer_ahead(
    database: Database, user_id: int, feed_id: int, event_id: int, ada: int, now: datetime
) -> None:
    """The moment itself included; said once."""
    ahead = touch(started_at=now, is_upcoming=True)
    with database.write() as conn:
        new = [NewTouch(touch=ahead, event_id=event_id, person_id=ada)]
        touches.replace_for_events(conn, user_id, feed_id, [event_id], new)

        assert touches.mark_passed(conn, user_id, now - timedelta(seconds=1)) == {}
        passed = touches.mark_passed(conn, user_id, now)
        assert {who: [each.is_upcoming for each in met] for who, met in passed.items()} == {ada: [False]}
        assert touches.mark_passed(conn, user_id, now) == {}


def test_a_few_stray_touches_are_no_beginning(
    database: Database, user_id: int, feed_id: int, event_id: int, ada: int
) -> None:
    """Each with most of a year behind it."""
    days = {
        "often": (0, 9, 40, 80, 90, 900),
        "stray": (0, 365, 730, 900, 910, 920),
        "one": (7,),
        "two": (0, 400),
        "rare": (3, 403, 803),
    }
    told = [
        touch(source=source, started_at=START + timedelta(days=day))
        for source, some in days.items()
        for day in some
    ]
    with database.write() as conn:
        touches.insert(
            conn, user_id, feed_id, [NewTouch(touch=each, event_id=event_id, person_id=ada) for each in told]
        )
        first = touches.first_by_source(conn, user_id)

    begun = {"often": 0, "stray": 730, "one": 7, "two": 0, "rare": 3}
    assert first == {source: START + timedelta(days=day) for source, day in begun.items()}
    assert first_days(told, UTC) == {source: at.date() for source, at in first.items()}


def test_each_source_tells_from_its_first_touch_on(
    database: Database, user_id: int, feed_id: int, event_id: int, ada: int
) -> None:
    """Whatever the user said themselves tells of no calendar."""
    days = (("10", 3), ("10", 1), ("10", 2), ("9", 5), ("9", 4))
    told = [touch(source=source, started_at=START + timedelta(days=day)) for source, day in days]
    new = [NewTouch(touch=each, event_id=event_id, person_id=ada) for each in told]
    with database.write() as conn:
        touches.insert(conn, user_id, feed_id, new)
        touches.add_answered(conn, user_id, ada, touch(source="you"))
        first = touches.first_by_source(conn, user_id)

    assert first == {"10": START + timedelta(days=1), "9": START + timedelta(days=4)}


def test_an_answer_is_a_touch_that_can_be_taken_back(database: Database, user_id: int, ada: int) -> None:
    """The same answer twice is one touch."""
    call = touch(evidence=Evidence.ANSWER, event_key="answer:n1", event_uid="")
    with database.write() as conn:
        touches.add_answered(conn, user_id, ada, call)
        touches.add_answered(conn, user_id, ada, call)
        assert touches.of_people(conn, user_id, [ada]) == {ada: (call,)}

        assert touches.remove_answered(conn, user_id, "answer:n1") == {ada}
        assert touches.of_people(conn, user_id, [ada]) == {}


def test_a_touch_cannot_point_at_somebody_elses_person(
    database: Database, user_id: int, feed_id: int, event_id: int
) -> None:
    """The database itself refuses."""
    other = second_user(database)
    with database.write() as conn:
        theirs = person(conn, other, "ada@example.org")

    new = [NewTouch(touch=touch(), event_id=event_id, person_id=theirs)]

    with pytest.raises(IntegrityError), database.write() as conn:
        touches.replace_for_events(conn, user_id, feed_id, [event_id], new)


@pytest.mark.slow
def test_twenty_thousand_touches_are_written_quickly(
    database: Database, user_id: int, feed_id: int, event_id: int, ada: int
) -> None:
    """Half a second on SQLite on a quiet machine; the bound leaves room for a busy one."""
    each = [touch(started_at=START + n * HOUR) for n in range(20_000)]
    new = [NewTouch(touch=one, event_id=event_id, person_id=ada) for one in each]

    started = time.perf_counter()
    with database.write() as conn:
        touches.replace_for_events(conn, user_id, feed_id, [event_id], new)
    assert time.perf_counter() - started < 8


def test_who_was_last_seen_where(
    database: Database, user_id: int, feed_id: int, event_id: int, ada: int, vault: Vault
) -> None:
    """A meeting that stands in another calendar too was seen there; what lies ahead was not seen yet."""
    with database.write() as conn:
        bob, eve = person(conn, user_id, "bob@example.org"), person(conn, user_id, "eve@example.org")
        other = feeds.add(conn, user_id, vault, address="b", label="b", kind=FeedKind.FILE).id
        there = events.save_many(conn, user_id, other, [event("uid-2")])["uid-2"]
        here = [
            NewTouch(touch=touch(started_at=START + HOUR), event_id=event_id, person_id=ada),
            NewTouch(touch=touch(), event_id=event_id, person_id=bob),
            NewTouch(touch=touch(started_at=START + HOUR), event_id=event_id, person_id=eve),
        ]
        touches.replace_for_events(conn, user_id, feed_id, [event_id], here)
        elsewhere = [
            NewTouch(touch=touch(), event_id=there, person_id=ada),
            NewTouch(touch=touch(), event_id=there, person_id=bob),
            NewTouch(
                touch=touch(started_at=START + 2 * HOUR, is_upcoming=True), event_id=there, person_id=eve
            ),
        ]
        touches.replace_for_events(conn, user_id, other, [there], elsewhere)

        assert meetings.last_seen_in(conn, user_id, {feed_id}) == {ada: feed_id, eve: feed_id}
        assert meetings.last_seen_in(conn, user_id, {feed_id, other}).keys() == {ada, bob, eve}
        assert meetings.last_seen_in(conn, user_id, {other}) == {}


def test_a_series_called_off_loses_only_what_lay_ahead(
    database: Database, user_id: int, feed_id: int, event_id: int, ada: int, now: datetime
) -> None:
    """What took place stays, and so does every other event."""
    both = [touch(), touch(started_at=now + HOUR, is_upcoming=True)]
    with database.write() as conn:
        new = [NewTouch(touch=each, event_id=event_id, person_id=ada) for each in both]
        touches.replace_for_events(conn, user_id, feed_id, [event_id], new)

        assert touches.delete_upcoming_of(conn, user_id, feed_id, [event_id + 1]) == frozenset()
        assert touches.delete_upcoming_of(conn, user_id, feed_id, [event_id]) == {ada}
        assert touches.of_people(conn, user_id, [ada]) == {ada: (both[0],)}
