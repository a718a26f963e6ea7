"""What a start finds to do."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from config.settings import settings_from
from tasks import timetable
from tasks.duty import Kind
from tasks.feeding import add_feed
from tasks.timetable import keep_duties
from tasks.wiring import House
from tests.prepared import prepare
from tests.stories.village import calendar
from tests.tasks.home import Home, event
from worker.inbox.reading import raw
from worker.inbox.reading.entry import titles_in
from worker.store import duties

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def _house(folder: Path, **knobs: object) -> House:
    house = House(
        settings_from({}, **({"data_dir": prepare(folder), "timezone": "Europe/Berlin"} | knobs)), lambda: NOW
    )
    house.migrate()
    return house


def _due(house: House) -> set[tuple[str, int]]:
    with house.database.read() as conn:
        bells = duties.due(conn, NOW, 100)
        rows = conn.exec_driver_sql("SELECT id, kind, subject_id FROM duties").all()
    names = {row.id: (row.kind, row.subject_id) for row in rows}
    return {names[bell.duty_id] for bell in bells}


def _started(house: House) -> House:
    with house.database.write() as conn:
        keep_duties(house, conn)
    return house


def test_a_first_start_polls_suggests_and_tidies(tmp_path: Path) -> None:
    """The letter has a time of its own."""
    file = tmp_path / "a.ics"
    file.write_text(calendar())
    house = _house(tmp_path / "data")
    feed = add_feed(house, str(file)).feed

    _started(house)

    assert {("poll", feed.id), ("suggest", house.user.id), ("tidy", house.user.id)} <= _due(house)
    assert ("deliver", house.user.id) not in _due(house)


def _letter_at(house: House) -> str:
    with house.database.read() as conn:
        known = duties.get(conn, house.user.id, Kind.DELIVER, house.user.id)
    assert known is not None
    assert known.due_at is not None
    return f"{known.due_at.astimezone(house.zone):%a %d %H:%M}"


def test_a_letter_still_to_come_takes_its_day_and_hour_from_new_settings(tmp_path: Path) -> None:
    """Sooner or later than it would have been: "restart after a change" is all that a user has to do."""
    for knobs, due in (
        ({}, "Mon 30 07:00"),
        ({"letter_day": "tuesday"}, "Tue 24 07:00"),
        ({"letter_day": "sunday", "letter_hour": 18}, "Sun 29 18:00"),
    ):
        house = _started(_house(tmp_path, **knobs))
        assert _letter_at(house) == due
        house.close()


@pytest.mark.parametrize(
    ("hour", "quiet", "due"),
    [
        (21, "22:00-07:00", "Mon 23 21:00"),
        (22, "22:00-07:00", "Tue 24 07:00"),
        (5, "22:00-07:00", "Mon 30 07:00"),
        (13, "12:00-14:00", "Mon 23 14:00"),
        (14, "12:00-14:00", "Mon 23 14:00"),
        (11, "12:00-14:00", "Mon 23 11:00"),
        (0, "", "Mon 30 00:00"),
        (23, "", "Mon 23 23:00"),
    ],
)
def test_a_letter_waits_for_the_end_of_quiet_hours(hour: int, quiet: str, due: str, tmp_path: Path) -> None:
    """Late ones end on the next morning: a letter for the evening does not come before it. Now is Monday, ten."""
    house = _started(_house(tmp_path, letter_hour=hour, quiet_hours=quiet))

    assert _letter_at(house) == due
    house.close()


def test_a_letter_that_waits_over_night_is_still_to_come_in_that_night(tmp_path: Path) -> None:
    """A start between the letter's day and its morning loses no letter."""
    house = _started(_house(tmp_path, letter_day="sunday", letter_hour=23, quiet_hours="22:00-11:00"))

    assert _letter_at(house) == "Mon 23 11:00"
    house.close()


@pytest.mark.parametrize(("due_in_minutes", "attempts"), [(-30, 0), (30, 1)])
def test_a_letter_that_is_due_or_tried_again_is_tried_at_once_at_a_start(
    due_in_minutes: int, attempts: int, tmp_path: Path
) -> None:
    """The machine slept through Monday, or the mail server was not to be had: what it waited for may be mended."""
    house = _started(_house(tmp_path))
    due_at = NOW + timedelta(minutes=due_in_minutes)
    with house.database.write() as conn:
        duties.drop(conn, house.user.id, Kind.DELIVER, house.user.id)
        duties.ring(conn, house.user.id, Kind.DELIVER, house.user.id, due_at)
        conn.exec_driver_sql("UPDATE duties SET attempts = ? WHERE kind = ?", (attempts, Kind.DELIVER.value))

    _started(house)

    assert ("deliver", house.user.id) in _due(house)
    house.close()


@pytest.mark.parametrize("changed", [{"timezone": "Asia/Tokyo"}, {"me": ("other@example.org",)}])
def test_new_settings_make_every_feed_be_learnt_again(tmp_path: Path, changed: dict[str, object]) -> None:
    """A day in Tokyo is another day than in Berlin."""
    file = tmp_path / "a.ics"
    file.write_text(calendar())
    house = _started(_house(tmp_path / "data"))
    feed = add_feed(house, str(file)).feed
    with house.database.write() as conn:
        duties.drop(conn, house.user.id, Kind.LEARN, feed.id)
    house.close()

    same = _started(_house(tmp_path / "data"))
    assert ("learn", feed.id) not in _due(same)
    same.close()
    other = _started(_house(tmp_path / "data", **changed))

    assert ("learn", feed.id) in _due(other)


def test_a_start_tries_again_what_was_given_up(tmp_path: Path) -> None:
    """Whoever starts anew may have mended what killed it: more memory, another version."""
    house = _started(_house(tmp_path / "data"))
    with house.database.write() as conn:
        tidy = duties.get(conn, house.user.id, Kind.TIDY, house.user.id)
        assert tidy is not None
        claim = duties.claim(conn, tidy.id, NOW, 60)
        assert claim is not None
        duties.fail(conn, claim, NOW, duties.KILLED, None)
    assert ("tidy", house.user.id) not in _due(house)

    _started(house)

    assert ("tidy", house.user.id) in _due(house)


def test_a_newer_reader_reads_anew_what_has_not_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once, at its first start; the file is to the letter what it was."""
    home = Home(tmp_path)
    feed = home.add(home.write("a.ics", event("one", NOW, "ada@example.com")))
    with home.house.database.write() as conn:
        keep_duties(home.house, conn)
    home.read(feed)
    with home.house.database.write() as conn:  # what an older one made of it
        conn.exec_driver_sql("UPDATE events SET body = replace(body, 'Coffee', 'C')")

    for reading, titles in (
        (raw.READING, {"C"}),
        (raw.READING + 1, {"Coffee"}),
        (raw.READING + 1, {"Coffee"}),
    ):
        monkeypatch.setattr(raw, "READING", reading)
        monkeypatch.setattr(timetable, "READING", reading)
        with home.house.database.write() as conn:
            keep_duties(home.house, conn)
        home.read(feed)

        bodies = home.rows("SELECT body FROM events")
        assert {title for (body,) in bodies for title in titles_in(str(body))} == titles
    home.house.close()


def test_a_newer_snowdrop_learns_anew_whom_titles_mean(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once, at its first start; what is read stays."""

    def unlearnt() -> int:
        with home.house.database.write() as conn:
            keep_duties(home.house, conn)
        [(count,)] = home.rows("SELECT count(*) FROM events WHERE learnt_at IS NULL")
        home.live()
        return int(str(count))

    home.add(home.write("own.ics", event("a", NOW, "ada@example.com")))
    home.live()
    unlearnt()

    before = unlearnt()
    monkeypatch.setattr(timetable, "LEARNING", timetable.LEARNING + 1)

    assert (before, unlearnt(), unlearnt()) == (0, 1, 0)
