"""Each file of a folder keeps its own: its zone, and what could not be read of it, whatever else changes there."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.tasks.home import NOW, Home, calendar, event
from worker.store import feeds

ADA, UWE = "ada@example.com", "uwe@example.com"
AMERICAN = "X-WR-TIMEZONE:America/New_York\r\n"


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    home = Home(tmp_path)
    yield home
    home.house.close()


def floating(uid: str, guest: str) -> str:
    """At nine in the evening, of no zone."""
    return event(uid, NOW, guest).replace(f"{NOW:%Y%m%dT%H%M%SZ}", "20260105T210000", 1)


def damaged(uid: str) -> str:
    return event(uid, NOW, ADA).replace(f"DTSTART:{NOW:%Y%m%dT%H%M%SZ}", "DTSTART:someday")


def told(home: Home, feed: int) -> tuple[int, str]:
    """How many events, and what is said of them."""
    found = home.feed(feed)
    return found.events, found.problem or ""


@pytest.mark.parametrize("names", [("a.ics", "z.ics"), ("z.ics", "a.ics")])
def test_the_zone_of_one_file_is_no_other_ones(home: Home, names: tuple[str, str]) -> None:
    """Whichever is read first, and also where only one of them is read again."""
    american, plain = names
    home.write(f"all/{american}", AMERICAN, floating("far", ADA))
    home.write(f"all/{plain}", floating("near", UWE))
    feed = home.add(str(home.folder / "all"))
    home.read(feed)
    first = home.touches()
    home.write(f"all/{plain}", floating("near", UWE).replace("Coffee", "Tea"))
    home.read(feed)

    for met in (first, home.touches()):
        assert [each.started_at for each in met[ADA]] == [datetime(2026, 1, 6, 2, tzinfo=UTC)]
        assert [each.started_at for each in met[UWE]] == [datetime(2026, 1, 5, 20, tzinfo=UTC)]
    assert home.feed(feed).zone is None


def test_the_zone_of_a_file_alone_is_the_feeds(home: Home) -> None:
    """As it was."""
    feed = home.add(home.write("one.ics", AMERICAN, floating("far", ADA)))
    home.read(feed)

    assert home.feed(feed).zone == "America/New_York"
    assert home.touches()[ADA][0].started_at == datetime(2026, 1, 6, 2, tzinfo=UTC)


def test_what_was_lost_of_a_file_is_known_until_that_file_changes(home: Home) -> None:
    """However often the others do; events that cannot be read are no events."""
    broken = home.write("all/broken.ics", event("a1", NOW, ADA), damaged("a2"), damaged("a3"))
    home.write("all/good.ics", event("b", NOW, ADA))
    feed = home.add(str(home.folder / "all"))
    home.read(feed)
    first = told(home, feed)
    home.write("all/third.ics", event("c", NOW, ADA))
    home.read(feed)
    with_third = told(home, feed)
    home.write("all/fourth.ics", damaged("d"))
    home.read(feed)
    with_fourth = told(home, feed)
    Path(broken).write_bytes(calendar(event("a1", NOW, ADA), event("a2", NOW, ADA)))
    home.read(feed)
    mended = told(home, feed)
    (home.folder / "all" / "fourth.ics").unlink()
    home.read(feed)

    assert first[0] == 2
    assert first[1].startswith("all, broken.ics, line ")
    assert first[1].endswith("names one more such place")
    assert with_third == (3, first[1])
    assert with_fourth[0] == 3
    assert with_fourth[1].endswith("names 2 more such places")
    assert (mended[0], mended[1].startswith("all, fourth.ics, line "), "more" in mended[1]) == (
        4,
        True,
        False,
    )
    assert told(home, feed) == (4, "")


def test_a_file_that_is_no_calendar_is_named_until_it_changes(home: Home) -> None:
    """Also at the visits at which it is not read again."""
    home.write("all/good.ics", event("b", NOW, ADA))
    (home.folder / "all" / "page.ics").write_text("<html>Sign in</html>")
    feed = home.add(str(home.folder / "all"))
    home.read(feed)
    before = told(home, feed)
    home.write("all/third.ics", event("c", NOW, ADA))
    home.read(feed)
    after = told(home, feed)
    home.write("all/page.ics", event("d", NOW, ADA))
    home.read(feed)

    assert "page.ics: is a web page" in before[1]
    assert after == (2, before[1])
    assert told(home, feed) == (3, "")


def test_a_single_file_tells_what_it_lost_each_time(home: Home) -> None:
    """And counts what could be read."""
    path = home.write("one.ics", event("a1", NOW, ADA), damaged("a2"))
    feed = home.add(path)
    home.read(feed)
    before = told(home, feed)
    Path(path).write_bytes(calendar(event("a1", NOW, ADA), damaged("a2"), event("a3", NOW, ADA)))
    home.read(feed)

    assert before[0] == 1
    assert told(home, feed) == (2, before[1])
    with home.house.database.read() as conn:
        assert feeds.get(conn, home.user_id, feed).failures == 0


def test_a_file_that_breaks_off_is_counted_once(home: Home) -> None:
    """At the first visit and at each later one; so is a zone that nobody knows."""
    (home.folder / "all").mkdir()
    whole = calendar(event("a1", NOW, ADA), event("a2", NOW, ADA)).decode()
    (home.folder / "all" / "cut.ics").write_text(whole[: whole.rindex("SUMMARY")])
    unknown = event("b", NOW, UWE).replace(
        f"DTSTART:{NOW:%Y%m%dT%H%M%SZ}", "DTSTART;TZID=Foo:20240109T120000"
    )
    home.write("all/zone.ics", unknown)
    feed = home.add(str(home.folder / "all"))
    home.read(feed)
    first = told(home, feed)
    home.write("all/third.ics", event("c", NOW, ADA))
    home.read(feed)

    assert first[1].endswith("names one more such place")
    assert told(home, feed)[1].endswith("names one more such place")


def test_a_zone_that_nobody_knows_is_told_as_long_as_an_event_has_it(home: Home) -> None:
    """Also where that event is not read again, since it says what it said."""
    start = f"DTSTART:{NOW:%Y%m%dT%H%M%SZ}"
    bad = event("a", NOW, ADA).replace(start, "DTSTART;TZID=Bergheim/Dorf:20260105T190000")
    path = home.write("one.ics", bad)
    feed = home.add(path)
    home.read(feed)
    problems = [told(home, feed)[1]]
    for number in range(2):
        Path(path).write_bytes(
            calendar(bad.replace("END:VEVENT", f"DTSTAMP:2026010{number + 1}T000000Z\r\nEND:VEVENT"))
        )
        home.read(feed)
        problems.append(told(home, feed)[1])
    Path(path).write_bytes(calendar(bad, event("b", NOW, ADA)))
    home.read(feed)
    problems.append(told(home, feed)[1])
    Path(path).write_bytes(calendar(event("a", NOW, ADA), event("b", NOW, ADA)))
    home.read(feed)

    assert "time zone 'Bergheim/Dorf': it is neither" in problems[0]
    assert set(problems) == {problems[0]}
    assert told(home, feed) == (2, "")
