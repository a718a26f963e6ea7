"""Feeds: twice added is one, problems are kept for the user, removing keeps or takes what was learnt."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.store.making import START, event, person, second_user, touch
from worker.core.owner import Told, Whose
from worker.core.sentence import Sentence
from worker.store import events, feeds, touches
from worker.store.database import Database
from worker.store.feeds import Feed, FeedKind, FeedState, NoSuchFeedError, Reading
from worker.store.secrets import Vault
from worker.store.touch_rows import NewTouch

ADDRESS = "https://calendar.example.org/secret/basic.ics"
READING = Reading(etag='"1"', last_modified=None, body_hash="b1", zone="Europe/Paris", events=3)
HOUR = timedelta(hours=1)


def add(database: Database, user_id: int, vault: Vault, address: str = ADDRESS) -> Feed:
    with database.write() as conn:
        return feeds.add(
            conn, user_id, vault, address=address, label="calendar.example.org", kind=FeedKind.HTTP
        )


def look(database: Database, user_id: int, feed: Feed) -> Feed:
    with database.read() as conn:
        return feeds.get(conn, user_id, feed.id)


def test_the_same_address_is_the_same_feed(database: Database, user_id: int, vault: Vault) -> None:
    """Twice is once."""
    first = add(database, user_id, vault)

    assert add(database, user_id, vault) == first
    with database.read() as conn:
        assert feeds.all_feeds(conn, user_id) == (first,)
        assert feeds.address_of(conn, user_id, vault, first.id) == ADDRESS


@pytest.mark.parametrize("login", ["https://me:x@", "caldav+https://me:x@"])
def test_the_login_that_a_feed_lacked_makes_no_second_feed(
    database: Database, user_id: int, vault: Vault, login: str
) -> None:
    """Who follows "add it with --user" is not left with an unreadable twin; one that was read stays as it is."""
    lacking = add(database, user_id, vault)

    found = add(database, user_id, vault, ADDRESS.replace("https://", login))

    assert found.id == lacking.id
    with database.write() as conn:
        assert feeds.address_of(conn, user_id, vault, found.id).startswith(login)
        feeds.mark_read(conn, user_id, found.id, READING, START)
    assert add(database, user_id, vault).id != found.id
    assert add(database, user_id, vault, ADDRESS.replace("https://", login)).id == found.id


def test_a_feed_that_was_read_without_a_login_stays_beside_the_one_with_it(
    database: Database, user_id: int, vault: Vault
) -> None:
    """Somebody else's calendar at the same address."""
    read = add(database, user_id, vault)
    with database.write() as conn:
        feeds.mark_read(conn, user_id, read.id, READING, START)

    assert add(database, user_id, vault, ADDRESS.replace("https://", "https://me:x@")).id != read.id


def test_a_value_of_a_feed_never_holds_its_address(database: Database, user_id: int, vault: Vault) -> None:
    """Whatever is logged of it."""
    assert "secret" not in repr(add(database, user_id, vault))


def test_trust_once_given_stays(database: Database, user_id: int, vault: Vault) -> None:
    """An address that the user trusts is not distrusted because the page adds it again."""
    with database.write() as conn:
        trusted = feeds.add(
            conn, user_id, vault, address=ADDRESS, label="at home", kind=FeedKind.HTTP, is_trusted=True
        )

    assert trusted.is_trusted
    assert add(database, user_id, vault).is_trusted
    assert not add(database, user_id, vault, ADDRESS + "2").is_trusted


def test_nobody_reads_the_feed_of_another(database: Database, user_id: int, vault: Vault) -> None:
    """Neither the feed nor its address; the same address can be added by both."""
    feed, other = add(database, user_id, vault), second_user(database)

    with database.read() as conn:
        assert feeds.all_feeds(conn, other) == ()
        with pytest.raises(NoSuchFeedError):
            feeds.address_of(conn, other, vault, feed.id)
    assert add(database, other, vault).id != feed.id


def test_a_failure_is_kept_until_the_next_success(
    database: Database, user_id: int, vault: Vault, now: datetime
) -> None:
    """Unreadable since the first failure in a row; "not modified" is a success."""
    feed = add(database, user_id, vault)
    with database.write() as conn:
        feeds.mark_failed(conn, user_id, feed.id, "It answers 404", now)
        feeds.mark_failed(conn, user_id, feed.id, "It answers 410", now + HOUR)
    failing = look(database, user_id, feed)
    with database.write() as conn:
        feeds.mark_unchanged(conn, user_id, feed.id, now + 2 * HOUR)
    well = look(database, user_id, feed)

    assert (failing.failures, failing.problem, failing.unreadable_since) == (2, "It answers 410", now)
    assert (well.failures, well.problem, well.unreadable_since) == (0, None, None)
    assert (well.read_at, well.failed_at) == (now + 2 * HOUR, now + HOUR)


def test_what_is_wrong_comes_back_as_what_it_is_made_of(
    database: Database, user_id: int, vault: Vault, now: datetime
) -> None:
    """However it was met, so that it can be told in any language; what was lost first stays."""
    feed = add(database, user_id, vault)
    gone = Sentence("{label} is gone ({status}).", label="Zoë", status=404)
    lost = Sentence("{feed}, {loss}", feed="Zoë", loss=Sentence("line {number}", number="7"))
    with database.write() as conn:
        feeds.mark_failed(conn, user_id, feed.id, gone, now)
    failing = look(database, user_id, feed)
    with database.write() as conn:
        feeds.mark_read(conn, user_id, feed.id, replace(READING, problem=lost), now)
        feeds.add_problem(conn, user_id, feed.id, gone)
    read = look(database, user_id, feed)
    with database.write() as conn:
        feeds.mark_read(conn, user_id, feed.id, READING, now)
        feeds.add_problem(conn, user_id, feed.id, gone)
    added = look(database, user_id, feed)

    for found, said in ((failing, gone), (read, lost), (added, gone)):
        assert isinstance(found.problem, Sentence)
        assert (found.problem, found.problem.values) == (said, said.values)


def test_calendars_of_one_host_are_told_apart(
    database: Database, user_id: int, vault: Vault, now: datetime
) -> None:
    """By what each calls itself; before it is read, and where it says nothing, by the host."""
    feed = add(database, user_id, vault)
    with database.write() as conn:
        feeds.mark_read(conn, user_id, feed.id, replace(READING, name="Choir"), now)
    named = look(database, user_id, feed)

    assert (feed.title, named.title) == ("calendar.example.org", "calendar.example.org: Choir")
    assert replace(named, kind=FeedKind.FILE, label="choir.ics").title == "choir.ics"


def test_calendars_of_one_name_are_told_apart_by_their_numbers(
    database: Database, user_id: int, vault: Vault, now: datetime
) -> None:
    """The rest of an address may be its secret. One that says its name, or is alone again, needs none."""
    with database.write() as conn:
        some = [
            feeds.add(
                conn,
                user_id,
                vault,
                address=f"https://x.example/{token}",
                label="x.example",
                kind=FeedKind.HTTP,
            )
            for token in ("secret-a", "secret-b", "secret-c")
        ]
        alike = [feed.title for feed in feeds.all_feeds(conn, user_id)]
        feeds.mark_read(conn, user_id, some[2].id, replace(READING, name="Choir"), now)
        one_named = [feed.title for feed in feeds.all_feeds(conn, user_id)]
        feeds.remove(conn, user_id, some[0].id, with_history=False)
        alone = [feed.title for feed in feeds.all_feeds(conn, user_id)]

    first, second, third = (f"x.example ({feed.id})" for feed in some)
    assert alike == [first, second, third]
    assert one_named == [first, second, "x.example: Choir"]
    assert alone == ["x.example", "x.example: Choir"]


def test_a_reading_leaves_what_the_next_one_needs(
    database: Database, user_id: int, vault: Vault, now: datetime
) -> None:
    """Validators, zone, count; and a doubt survives "not modified"."""
    feed = add(database, user_id, vault)
    doubt = Reading(
        etag=None, last_modified="Mon", body_hash="b", zone=None, events=0, problem="Half is gone"
    )
    with database.write() as conn:
        feeds.mark_read(conn, user_id, feed.id, READING, now)
    read = look(database, user_id, feed)
    with database.write() as conn:
        feeds.mark_read(conn, user_id, feed.id, doubt, now)
        feeds.mark_unchanged(conn, user_id, feed.id, now)

    assert (read.etag, read.body_hash, read.zone, read.events) == ('"1"', "b1", "Europe/Paris", 3)
    assert look(database, user_id, feed).problem == "Half is gone"


def test_owners_and_pauses_are_kept(database: Database, user_id: int, vault: Vault) -> None:
    """In a stable order."""
    feed = add(database, user_id, vault)
    with database.write() as conn:
        feeds.set_owners(
            conn,
            user_id,
            feed.id,
            {"me@example.org", "i@example.org"},
            {"a.ics": Told.OWN, "b/": Told.NOBODYS},
        )
        feeds.pause(conn, user_id, feed.id)
    paused = look(database, user_id, feed)
    with database.write() as conn:
        feeds.resume(conn, user_id, feed.id)

    assert paused.parts == {"a.ics": Told.OWN, "b/": Told.NOBODYS}
    assert (paused.owners, paused.state) == (("i@example.org", "me@example.org"), FeedState.PAUSED)
    assert look(database, user_id, feed).state is FeedState.ACTIVE


def test_everything_was_tried_when_each_was_read_or_failed(
    database: Database, user_id: int, vault: Vault, now: datetime
) -> None:
    """A paused feed keeps nobody waiting."""
    one, two = add(database, user_id, vault), add(database, user_id, vault, ADDRESS + "2")
    paused = add(database, user_id, vault, ADDRESS + "3")
    with database.write() as conn:
        feeds.pause(conn, user_id, paused.id)
        feeds.mark_read(conn, user_id, one.id, READING, now)
        assert not feeds.has_everything_been_tried(conn, user_id)
        feeds.mark_failed(conn, user_id, two.id, "no answer", now)
        assert feeds.has_everything_been_tried(conn, user_id)


@pytest.mark.parametrize(("with_history", "left"), [(False, 1), (True, 0)])
def test_removing_keeps_the_past_unless_told(
    database: Database, user_id: int, vault: Vault, with_history: bool, left: int
) -> None:
    """What lies ahead goes in any case, and so does the address."""
    feed = add(database, user_id, vault)
    with database.write() as conn:
        ada = person(conn, user_id, "ada@example.org")
        ids = events.save_many(conn, user_id, feed.id, [event("e")])
        both = [touch(), touch(is_upcoming=True, started_at=START + HOUR)]
        new = [NewTouch(touch=each, event_id=ids["e"], person_id=ada) for each in both]
        touches.replace_for_events(conn, user_id, feed.id, ids.values(), new)

        assert feeds.remove(conn, user_id, feed.id, with_history=with_history) == {ada}

        assert len(touches.of_people(conn, user_id, [ada]).get(ada, ())) == left
        assert feeds.all_feeds(conn, user_id) == ()
        with pytest.raises(NoSuchFeedError):
            feeds.address_of(conn, user_id, vault, feed.id)


def test_a_removed_feed_that_comes_back_is_the_old_one(
    database: Database, user_id: int, vault: Vault, now: datetime
) -> None:
    """Otherwise everything in it would count twice. Its old troubles do not come back."""
    feed = add(database, user_id, vault)
    with database.write() as conn:
        feeds.mark_failed(conn, user_id, feed.id, "It answers 404", now)
        feeds.remove(conn, user_id, feed.id, with_history=False)

    back = add(database, user_id, vault)

    assert back == feed
    with database.read() as conn:
        assert feeds.address_of(conn, user_id, vault, back.id) == ADDRESS


def test_whose_a_calendar_is_stays_with_it(database: Database, user_id: int, vault: Vault) -> None:
    """Through removing and adding again: nobody says it for one day."""
    feed = add(database, user_id, vault)
    assert (feed.whose, feed.is_theirs) == (None, False)

    with database.write() as conn:
        feeds.set_whose(conn, user_id, feed.id, Whose.THEIRS)
        feeds.remove(conn, user_id, feed.id, with_history=False)

    assert add(database, user_id, vault).is_theirs
