"""Shelf, notes and bookings: kept for one user, once each, and gone with what they stand on."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.store.making import event, person, second_user
from worker.core.giving.note import Note, NoteKind
from worker.core.giving.shelf import ShelfKind, Thing
from worker.store import bookings, events, feeds, identity, notes, shelf
from worker.store.bookings import Booking
from worker.store.database import Database
from worker.store.feeds import FeedKind
from worker.store.notes import NoSuchNoteError
from worker.store.secrets import Vault
from worker.store.shelf import NoSuchThingError

DAY = date(2026, 11, 22)
START = datetime(2026, 11, 23, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
BOOK = Thing(
    kind=ShelfKind.BOOK, text="The Backyard Beekeeper", topics=("bees", "honey"), link="", added_on=DAY
)
ASK = Note(kind=NoteKind.ASK, text="a reference", noted_on=DAY, for_whom="Ben")


def test_a_thing_comes_back_as_it_was_put_there(database: Database, user_id: int) -> None:
    """Topics, link and day."""
    with database.write() as conn:
        kept = shelf.put(conn, user_id, BOOK)

        assert kept.thing == BOOK
        assert shelf.everything(conn, user_id) == (kept,)


def test_the_same_words_again_change_topics_and_keep_the_day(database: Database, user_id: int) -> None:
    """Twice is once, and news does not become newer by being said again."""
    again = Thing(
        kind=ShelfKind.BOOK,
        text=BOOK.text,
        topics=("wax",),
        link="https://example.org",
        added_on=date(2027, 1, 1),
    )
    with database.write() as conn:
        first = shelf.put(conn, user_id, BOOK)
        second = shelf.put(conn, user_id, again)

        assert first.id == second.id
        assert (second.thing.topics, second.thing.added_on) == (("wax",), DAY)
        assert len(shelf.everything(conn, user_id)) == 1


def test_nobody_sees_or_takes_another_users_things(database: Database, user_id: int) -> None:
    """Each shelf is one user's."""
    other = second_user(database)
    with database.write() as conn:
        kept = shelf.put(conn, user_id, BOOK)
        who = person(conn, user_id, "ada@example.org")
        notes.add(conn, user_id, who, ASK)
        (note,) = notes.everything(conn, user_id)

        assert shelf.everything(conn, other) == ()
        assert notes.everything(conn, other) == ()
        with pytest.raises(NoSuchThingError):
            shelf.take_away(conn, other, kept.id)
        with pytest.raises(NoSuchNoteError):
            notes.remove(conn, other, note.id)


def test_what_is_taken_away_is_gone(database: Database, user_id: int) -> None:
    """And its number is never given again."""
    with database.write() as conn:
        kept = shelf.put(conn, user_id, BOOK)

        assert shelf.take_away(conn, user_id, kept.id) == BOOK
        assert shelf.put(conn, user_id, BOOK).id > kept.id


def test_a_note_is_kept_once_a_day(database: Database, user_id: int) -> None:
    """Said twice on one day, it is one; on another day, another."""
    with database.write() as conn:
        ada = person(conn, user_id, "ada@example.org")
        notes.add(conn, user_id, ada, ASK)
        notes.add(conn, user_id, ada, ASK)

        assert notes.of_people(conn, user_id) == {ada: (ASK,)}


def test_two_who_are_one_keep_their_notes(database: Database, user_id: int) -> None:
    """What was marked about either holds for both."""
    with database.write() as conn:
        ada, lovelace = (person(conn, user_id, each) for each in ("ada@example.org", "lovelace@example.org"))
        notes.add(conn, user_id, lovelace, ASK)

        identity.merge(conn, user_id, ada, lovelace)

        assert notes.of_people(conn, user_id) == {ada: (ASK,)}


@pytest.fixture
def feed(database: Database, user_id: int) -> tuple[int, int]:
    """A feed, and an event of it."""
    with database.write() as conn:
        found = feeds.add(
            conn, user_id, Vault(b"k" * 32), address="a.ics", label="a", kind=FeedKind.FILE, is_trusted=True
        )
        return found.id, events.save_many(conn, user_id, found.id, [event("e1")])["e1"]


def booking(event_id: int, place: str = "", hours: int = 0) -> Booking:
    start = START + hours * HOUR
    return Booking(event_id=event_id, started_at=start, ended_at=start + HOUR, place=place)


def test_an_event_takes_the_time_that_it_takes_now(
    database: Database, user_id: int, feed: tuple[int, int]
) -> None:
    """A moved event is not in two places."""
    feed_id, event_id = feed
    with database.write() as conn:
        bookings.replace_for_events(conn, user_id, feed_id, [event_id], [booking(event_id)])
        bookings.replace_for_events(conn, user_id, feed_id, [event_id], [booking(event_id, "Lisbon", 5)])

        assert bookings.between(conn, user_id, START, START + 24 * HOUR) == (booking(event_id, "Lisbon", 5),)
        assert bookings.between(conn, user_id, START, START + 5 * HOUR) == ()


@pytest.mark.parametrize("with_history", [True, False])
def test_a_removed_feed_takes_no_time(
    database: Database, user_id: int, feed: tuple[int, int], with_history: bool
) -> None:
    """What lay ahead there lies ahead no longer."""
    feed_id, event_id = feed
    with database.write() as conn:
        bookings.replace_for_events(conn, user_id, feed_id, [event_id], [booking(event_id)])
        feeds.remove(conn, user_id, feed_id, with_history=with_history)

        assert bookings.between(conn, user_id, START, START + HOUR) == ()


def test_what_is_long_past_is_forgotten(database: Database, user_id: int, feed: tuple[int, int]) -> None:
    """Thirteen weeks are enough to know a full one."""
    feed_id, event_id = feed
    with database.write() as conn:
        bookings.replace_for_events(
            conn, user_id, feed_id, [event_id], [booking(event_id), booking(event_id, "", 9)]
        )
        bookings.forget_before(conn, user_id, START + 5 * HOUR)

        assert bookings.between(conn, user_id, START, START + 24 * HOUR) == (booking(event_id, "", 9),)
