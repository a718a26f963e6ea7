"""poll: what a visit to a calendar costs, and what it leaves in the record."""

import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tasks.duty import Kind
from tasks.poll import POLL
from tests.tasks.home import NOW, Home, calendar, event, killed_at_the_end
from worker.inbox.reading import slots
from worker.inbox.reading.ledger import PAGE, Ledger
from worker.store import events, feeds
from worker.store.feeds import FeedState

DAY = timedelta(days=1)
SOME = [event(f"some-{n}", NOW - n * DAY, "ada@example.com") for n in range(12)]


class Server(ThreadingHTTPServer):
    """One calendar on the loopback; remembers which ETags it was asked with, and what it answered."""

    body, etag = calendar(*SOME), '"one"'

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.asked: list[tuple[str | None, int]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/private.ics"


class Answer(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        mark = self.headers.get("If-None-Match")
        status = 304 if mark == self.server.etag else 200
        self.server.asked.append((mark, status))
        self.send_response(status)
        self.send_header("ETag", self.server.etag)
        self.end_headers()
        if status == 200:
            self.wfile.write(self.server.body)

    def log_message(self, *_: object) -> None:
        """Silent."""


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def unlearnt(home: Home, feed_id: int) -> set[str]:
    with home.house.database.read() as conn:
        return {each.event_key for each in events.unlearnt(conn, home.user_id, feed_id, 100)}


def gone(home: Home, feed_id: int) -> set[str]:
    with home.house.database.read() as conn:
        return {each.key for each in events.known(conn, home.user_id, feed_id, limit=99) if each.is_gone}


def test_an_unchanged_feed_costs_one_conditional_request_and_no_reading(home: Home, server: Server) -> None:
    """304 has no body: nothing is there to be read, and nobody is asked to learn."""
    feed = home.add(server.address)
    home.read(feed)

    home.poll(feed)

    assert server.asked == [(None, 200), ('"one"', 304)]
    assert unlearnt(home, feed) == set()
    assert home.duty(Kind.LEARN, feed).due_at is None


def test_a_new_mark_on_the_same_body_is_kept_and_nothing_is_learnt(home: Home, server: Server) -> None:
    """Some servers make a new ETag for each answer; the visit after must not fetch the body once more."""
    feed = home.add(server.address)
    home.read(feed)
    server.etag = '"two"'

    home.poll(feed)
    home.poll(feed)

    assert server.asked[1:] == [('"one"', 200), ('"two"', 304)]
    assert home.duty(Kind.LEARN, feed).due_at is None


def test_only_what_changed_is_read_again(home: Home) -> None:
    """Of twelve events one has another title, and one is new."""
    path = home.write("work.ics", *SOME)
    feed = home.add(path)
    home.read(feed)
    new = event("new", NOW, "bob@example.com")

    home.write("work.ics", SOME[0].replace("Coffee", "Tea"), *SOME[1:], new)
    home.poll(feed)

    assert unlearnt(home, feed) == {"some-0", "new"}
    assert home.feed(feed).events == 13


def test_a_stamp_made_anew_is_no_change(home: Home) -> None:
    """DTSTAMP tells when the server answered, not when the event changed."""
    feed = home.add(home.write("work.ics", *SOME))
    home.read(feed)
    stamped = [each.replace("SUMMARY", "DTSTAMP:20261123T090000Z\r\nSUMMARY") for each in SOME]

    home.write("work.ics", *stamped)
    home.poll(feed)

    assert unlearnt(home, feed) == set()


def test_what_vanishes_is_marked_and_what_comes_back_is_there_again(home: Home) -> None:
    """One event goes, and returns as it was."""
    feed = home.add(home.write("work.ics", *SOME))
    home.read(feed)

    home.write("work.ics", *SOME[1:])
    home.poll(feed)
    went = gone(home, feed)
    home.write("work.ics", *SOME)
    home.poll(feed)

    assert went == {"some-0"}
    assert gone(home, feed) == set()


@pytest.mark.parametrize(("before", "after"), [(12, 2), (12, 6), (12, 0), (3, 0), (1, 0)], ids=str)
def test_a_feed_that_is_halved_or_empty_is_doubted_for_a_day(home: Home, before: int, after: int) -> None:
    """Nothing is forgotten at first, the user is told why; after a day it is believed."""
    feed = home.add(home.write("work.ics", *SOME[:before]))
    home.read(feed)

    home.write("work.ics", *SOME[:after])
    home.poll(feed)
    told, doubted = home.feed(feed).problem, gone(home, feed)
    home.now += DAY
    home.poll(feed)

    assert told is not None
    assert "lacks half of its events or more" in told
    assert doubted == set()
    assert len(gone(home, feed)) == before - after
    assert home.feed(feed).problem is None


def test_a_reading_that_is_killed_on_the_way_is_taken_up_where_it_ended(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large calendar is saved some events at a time; only the rest is read after the kill, and all is learnt."""
    feed = home.add(
        home.write("work.ics", *(event(f"e{n}", NOW, "ada@example.com") for n in range(PAGE + 50)))
    )

    with killed_at_the_end(monkeypatch):
        home.poll(feed)
    saved = home.rows("SELECT count(*), max(id) FROM events")[0]
    home.now += timedelta(seconds=POLL.lease_seconds + 1)
    home.read(feed)

    assert saved[0] == PAGE
    assert home.rows("SELECT count(*) FROM events")[0] == (PAGE + 50,)
    assert home.rows(f"SELECT count(*) FROM events WHERE id > {saved[1]}")[0] == (50,)
    assert home.feed(feed).events == PAGE + 50
    assert len(home.touches()["ada@example.com"]) == PAGE + 50


def test_a_calendar_on_the_disk_is_doubted_and_believed_like_any_other(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever of it is held: one more, one fewer, one changed, and then hardly anything left."""
    monkeypatch.setattr(Ledger.__init__, "__defaults__", (None, 0))
    feed = home.add(home.write("work.ics", *SOME))
    home.read(feed)

    home.write("work.ics", SOME[0].replace("Coffee", "Tea"), *SOME[2:], event("new", NOW, "bob@example.com"))
    home.poll(feed)
    changed, went, count = unlearnt(home, feed), gone(home, feed), home.feed(feed).events
    home.write("work.ics", SOME[2])
    home.poll(feed)
    doubted = gone(home, feed)
    home.now += DAY
    home.poll(feed)

    assert (changed, went, count) == ({"some-0", "some-1", "new"}, {"some-1"}, 12)
    assert doubted == {"some-1"}
    assert len(gone(home, feed)) == 12


def test_a_failing_feed_backs_off_and_says_why(home: Home) -> None:
    """Each further failure waits twice as long; what was learnt stays; success clears it all."""
    path = Path(home.write("work.ics", *SOME))
    feed = home.add(str(path))
    home.read(feed)
    pauses = []
    path.unlink()

    for _ in range(3):
        home.poll(feed)
        due_at = home.duty(Kind.POLL, feed).due_at
        assert due_at is not None
        pauses.append(due_at - home.now)
    failed = home.feed(feed)
    home.write("work.ics", *SOME)
    home.poll(feed)

    assert pauses == [timedelta(hours=1), timedelta(hours=2), timedelta(hours=4)]
    assert failed.failures == 3
    assert "work.ics" in (failed.problem or "")
    assert str(home.folder) not in (failed.problem or "")
    assert home.touches().keys() == {"ada@example.com"}
    assert (home.feed(feed).failures, home.feed(feed).problem) == (0, None)


def test_a_paused_feed_is_left_alone(home: Home, server: Server) -> None:
    """Nobody is asked."""
    feed = home.add(server.address)
    with home.house.database.write() as conn:
        feeds.pause(conn, home.user_id, feed)

    home.poll(feed)

    assert server.asked == []
    assert home.feed(feed).state is FeedState.PAUSED


def test_the_calendars_of_a_folder_may_use_the_same_uid(home: Home) -> None:
    """Each has keys of its own; one that goes takes only its own events along."""
    home.write("all/work.ics", SOME[0])
    home.write("all/home.ics", event("some-0", NOW - DAY, "bob@example.com"))
    feed = home.add(str(home.folder / "all"))

    home.read(feed)

    assert home.feed(feed).events == 2
    assert home.touches().keys() == {"ada@example.com", "bob@example.com"}


def test_what_cannot_be_read_of_a_feed_is_told_and_the_rest_is_read(home: Home) -> None:
    """Two events without a start: the one is named, and so is the command that names the other."""
    broken = "BEGIN:VEVENT\r\nUID:broken\r\nSUMMARY:When\r\nEND:VEVENT\r\n"
    feed = home.add(home.write("work.ics", *SOME, broken, broken.replace("broken", "too")))

    home.read(feed)

    assert "work.ics, line " in (home.feed(feed).problem or "")
    assert "“When”" in (home.feed(feed).problem or "")
    assert "`snowdrop events SOURCE` names one more such place" in (home.feed(feed).problem or "")
    assert len(home.touches()["ada@example.com"]) == 12


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (
            "EXDATE;TZID=Nowhere:20261201T090000\r\n",
            "time zone 'Nowhere': it is neither a known name nor defined",
        ),
        ("RRULE:FREQ=DAILY;INTERVAL=0\r\n", "a repeat rule cannot be read: INTERVAL=0"),
        ("RRULE:FREQ=MINUTELY\r\n", "the series has more than 200 occurrences; the rest is cut"),
    ],
    ids=["zone", "rule", "series"],
)
def test_whatever_is_lost_of_a_stored_feed_is_told(
    home: Home, monkeypatch: pytest.MonkeyPatch, more: str, told: str
) -> None:
    """A zone without meaning, a rule that cannot be followed, and what shows only when a series is followed."""
    monkeypatch.setattr(slots, "MOST_SLOTS", 200)
    feed = home.add(home.write("work.ics", event("one", NOW - DAY, "ada@example.com", more=more)))

    home.read(feed)

    assert told in (home.feed(feed).problem or "")
