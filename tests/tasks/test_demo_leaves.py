"""The demo leaves when something of the user's own is read, not before, and takes nothing along that is not its own."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tasks.away import away_of, keep_away
from tasks.demo_folder import demo_folder
from tasks.duty import Kind
from tasks.feeding import add_demo
from tasks.importing import import_cards
from tasks.timetable import keep_duties
from tests.tasks.home import Home, monthly
from worker.store import duties, feeds, people, users
from worker.store.feeds import FeedKind

AWAY = ((date(2026, 12, 20), date(2027, 1, 3)),)
LONG_AGO = timedelta(days=240)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    """A first start, before anything is read."""
    home = Home(tmp_path)
    add_demo(home.house)
    with home.house.database.write() as conn:
        keep_duties(home.house, conn)
    yield home
    home.house.close()


def kinds(home: Home) -> set[str]:
    with home.house.database.read() as conn:
        return {str(feed.kind) for feed in feeds.all_feeds(conn, home.user_id)}


def lose(home: Home, name: str) -> int:
    """A calendar that was there when it was added."""
    path = Path(home.write(name, *monthly("ada", meetings=12, ended=LONG_AGO)))
    feed = home.add(str(path))
    path.unlink()
    return feed


def test_a_slip_in_an_address_leaves_the_demo_to_look_at(home: Home) -> None:
    """The calendar says what is wrong with it, beside the made-up life."""
    lost = lose(home, "own.ics")

    home.poll(lost)

    assert home.feed(lost).problem
    assert kinds(home) == {FeedKind.DEMO, FeedKind.FILE}
    assert any(demo_folder(home.house).iterdir())


@pytest.mark.slow
def test_the_first_calendar_that_is_read_ends_the_demo(home: Home) -> None:
    """Its calendars, its people, its nudges, its files and what was due for it; the other own calendar stays."""
    home.live()
    assert len(home.nudges()) > 1
    lost = lose(home, "lost.ics")
    home.add(home.write("own.ics", *monthly("bob", meetings=12, ended=LONG_AGO)))

    home.live()

    assert kinds(home) == {FeedKind.FILE}
    assert home.feed(lost).problem
    assert {each.nudge.person for each in home.nudges()} == {"bob@example.com"}
    with home.house.database.read() as conn:
        assert {each.person.key for each in people.all_people(conn, home.user_id)} == {"bob@example.com"}
    assert not demo_folder(home.house).exists()
    own = {(int(str(row[0]))) for row in home.rows("SELECT id FROM feeds")}
    assert {
        row[0] for row in home.rows("SELECT subject_id FROM duties WHERE kind IN ('poll', 'learn')")
    } <= own


def test_what_the_user_said_meanwhile_outlives_the_demo(home: Home) -> None:
    """Days away, letters that are not wanted, and the letter and the tidying that a start has put down."""
    with home.house.database.write() as conn:
        keep_away(conn, home.user_id, AWAY)
        users.keep_value(conn, home.user_id, users.LETTERS, "off")

    home.read(home.add(home.write("own.ics", *monthly("bob", meetings=12, ended=LONG_AGO))))

    assert kinds(home) == {FeedKind.FILE}
    with home.house.database.read() as conn:
        assert away_of(conn, home.user_id) == AWAY
        assert users.value_of(conn, home.user_id, users.LETTERS) == "off"
        for kind in (Kind.DELIVER, Kind.TIDY, Kind.SUGGEST):
            assert duties.get(conn, home.user_id, kind, home.user_id) is not None


def test_an_address_book_of_ones_own_ends_the_demo_at_once(home: Home) -> None:
    """And leaves the calendar that waits to be read."""
    lost = lose(home, "own.ics")
    book = home.folder / "book.vcf"
    book.write_text("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Lovelace\r\nEMAIL:ada@example.com\r\nEND:VCARD\r\n")

    import_cards(home.house, book)

    assert kinds(home) == {FeedKind.FILE}
    assert home.feed(lost).id == lost
