"""Ties through the real store: added one by one or counted anew they are the same, whatever else happens."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import event as listening

from tasks.tending import forget_met, note_met, noted_last
from tasks.tie import keep_ties, tie_again, tie_on
from tasks.timetable import keep_duties
from tests.tasks.home import ME, NOW, Home, calendar, event, monthly
from tests.tasks.tied import ANA, BEN, known, rebuilt, ties
from worker.core.knowing import day_met
from worker.core.rhythm import State
from worker.store import identity, touches

DAY = timedelta(days=1)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    home = Home(tmp_path, me=(ME,))
    yield home
    home.house.close()


@contextmanager
def statements(home: Home) -> Iterator[list[str]]:
    """Every statement that the store is asked meanwhile."""
    seen: list[str] = []

    def note(_conn: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(" ".join(statement.split()))

    listening.listen(home.house.database.engine, "before_cursor_execute", note)
    yield seen
    listening.remove(home.house.database.engine, "before_cursor_execute", note)


def weekly(until: datetime, *, rule: str = "", more: str = "") -> str:
    """A call with Ana every Monday since January 2026."""
    begins = datetime(2026, 1, 5, 9, tzinfo=UTC)
    rule = rule or f"RRULE:FREQ=WEEKLY;UNTIL={until:%Y%m%dT%H%M%SZ}\r\n"
    return event("weekly", begins, ANA, title="Weekly call", more=rule + more)


def test_a_tie_is_kept_whole(home: Home) -> None:
    """Every running number comes back, so that the next meeting can be added to it."""
    home.read(home.add(home.write("a.ics", weekly(NOW))))

    tie = known(home).tie

    assert tie.latest_started_on == tie.visit_started_on == NOW.date()
    assert tie.is_visit_in_series
    assert tie.visits == tie.series_visits == 47


def test_a_meeting_that_passes_is_added_without_reading_the_history(home: Home) -> None:
    """O(1): only what passed is looked at, and the tie is the same as counted anew."""
    home.read(
        home.add(home.write("a.ics", weekly(NOW + 30 * DAY), *monthly("ben", meetings=9, ended=9 * DAY)))
    )
    home.suggest()
    before, now = known(home).tie, NOW + 7 * DAY

    with home.house.database.write() as conn, statements(home) as seen:
        tie_on(home.house, conn, home.user_id, touches.mark_passed(conn, home.user_id, now))

    of_touches = [each for each in seen if "FROM touches" in each]
    assert len(of_touches) == 1
    assert "touches.is_upcoming AND touches.started_at <=" in of_touches[0]
    assert known(home).tie.visits == before.visits + 1
    assert ties(home) == rebuilt(home)


def test_a_new_meeting_is_added_and_an_older_one_counts_anew(home: Home) -> None:
    """Yesterday's lunch, and then one of last year that somebody enters late."""
    events = monthly("ana", meetings=6, ended=40 * DAY)
    feed = home.add(home.write("a.ics", *events))
    home.read(feed)
    for uid, day in (("new", NOW - DAY), ("old", NOW - 400 * DAY)):
        events.append(event(uid, day, ANA))
        home.write("a.ics", *events)
        home.read(feed)

        assert ties(home) == rebuilt(home)

    assert known(home).tie.visits == 8
    assert known(home).tie.first_met_on == (NOW - 400 * DAY).date()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_whatever_happens_to_a_calendar_incremental_is_rebuilt(home: Home, seed: int) -> None:
    """Meetings come, move, go and pass in any order; two calendars hold some of them twice."""
    chance = Random(seed)
    held: dict[str, datetime] = {}
    paths = [home.write("a.ics"), home.write("b.ics")]
    added = [home.add(path) for path in paths]
    for step in range(7):
        for _ in range(chance.randint(1, 4)):
            uid = f"m{chance.randrange(12)}"
            if uid in held and chance.random() < 0.3:
                del held[uid]
            else:
                held[uid] = home.now + timedelta(hours=chance.randint(-24 * 90, 24 * 20))
        events = [event(uid, at, chance.choice([ANA, BEN])) for uid, at in held.items()]
        home.write("a.ics", *events)
        home.write("b.ics", *events[: len(events) // 2])
        home.now += timedelta(days=chance.randint(0, 9), hours=step)
        for feed in added:
            home.read(feed)
        home.suggest()

        assert ties(home) == rebuilt(home)


def test_joined_and_parted_people_have_the_ties_of_their_meetings(home: Home) -> None:
    """Two addresses of one friend are one tie; split again, each has their own."""
    both = [*monthly("ana", meetings=6, ended=200 * DAY), *monthly("ben", meetings=5, ended=20 * DAY)]
    home.read(home.add(home.write("a.ics", *both)))
    apart = ties(home)
    one, two = known(home).id, known(home, BEN).id

    with home.house.database.write() as conn:
        identity.merge(conn, home.user_id, one, two)
        tie_again(home.house, conn, home.user_id, [one])
    together = known(home).tie
    with home.house.database.write() as conn:
        parts = identity.split(conn, home.user_id, one)
        tie_again(home.house, conn, home.user_id, parts)

    assert together.days_met == apart[ANA].days_met + apart[BEN].days_met
    assert (together.first_met_on, together.last_met_on) == (apart[ANA].first_met_on, apart[BEN].last_met_on)
    assert ties(home) == apart


def test_a_clock_that_steps_back_changes_no_tie(home: Home) -> None:
    """What was met stays met; there is no negative silence, and later all goes on."""
    home.read(home.add(home.write("a.ics", weekly(NOW + 60 * DAY))))
    home.suggest()
    before = ties(home)
    home.now = NOW - 30 * DAY
    home.suggest()
    stepped_back = ties(home)
    home.now = NOW + 8 * DAY
    home.suggest()

    assert stepped_back == before
    assert known(home).tie.visits == before[ANA].visits + 1
    assert ties(home) == rebuilt(home)


@pytest.mark.parametrize(
    ("starts_at", "zone", "met_on"),
    [
        (datetime(2026, 3, 28, 22, 30, tzinfo=UTC), "Europe/Berlin", date(2026, 3, 28)),
        (datetime(2026, 3, 29, 22, 30, tzinfo=UTC), "Europe/Berlin", date(2026, 3, 30)),
        (datetime(2026, 10, 24, 22, 30, tzinfo=UTC), "Europe/Berlin", date(2026, 10, 25)),
        (datetime(2026, 10, 25, 22, 30, tzinfo=UTC), "Europe/Berlin", date(2026, 10, 25)),
        (datetime(2026, 10, 25, 10, 30, tzinfo=UTC), "Pacific/Auckland", date(2026, 10, 25)),
        (datetime(2026, 10, 25, 11, 30, tzinfo=UTC), "Pacific/Auckland", date(2026, 10, 26)),
    ],
)
def test_a_meeting_counts_on_the_local_day_of_its_start(
    tmp_path: Path, starts_at: datetime, zone: str, met_on: date
) -> None:
    """On both sides of midnight, in the nights when clocks change, and far away."""
    home = Home(tmp_path, me=(ME,))
    with home.house.database.write() as conn:
        assert not keep_ties(home.house, conn, home.user_id)
    home.house.zone = home.house.zone.__class__(zone)
    home.read(home.add(home.write("a.ics", event("late", starts_at, ANA))))
    home.house.close()

    assert known(home).tie.first_met_on == met_on


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Auckland", "UTC"])
def test_a_noted_day_stays_that_day_when_the_user_moves_to_another_zone(home: Home, zone: str) -> None:
    """The user named a day: it is neither the day before nor two of them, and can be taken back as it is shown."""
    home.read(home.add(home.write("work.ics", event("a", NOW - timedelta(days=300), ANA))))
    day = date(2026, 5, 3)
    note_met(home.house, ANA, day)
    home.house.zone = home.house.zone.__class__(zone)

    with home.house.database.write() as conn:
        keep_duties(home.house, conn)
    home.suggest()

    with home.house.database.read() as conn:
        assert [on for _, on in noted_last(home.house, conn, 9)] == [day]
    noted = day_met(home.touches()[ANA][-1], home.house.zone)
    assert (noted.starts_on, noted.ends_on, known(home).tie.last_met_on) == (day, day, day)
    forget_met(home.house, ANA, day)


def test_a_user_who_moves_to_another_zone_has_all_days_counted_there(home: Home) -> None:
    """What stood on Monday evening in Berlin stands on Tuesday in Auckland."""
    home.read(home.add(home.write("a.ics", event("eve", datetime(2026, 11, 2, 19, tzinfo=UTC), ANA))))
    home.suggest()
    in_berlin = known(home).tie.first_met_on
    home.house.zone = home.house.zone.__class__("Pacific/Auckland")

    home.suggest()

    assert (in_berlin, known(home).tie.first_met_on) == (date(2026, 11, 2), date(2026, 11, 3))
    assert ties(home) == rebuilt(home)


def test_a_series_that_is_called_off_keeps_what_took_place(home: Home) -> None:
    """The whole series then says cancelled, its past too; the user is told that it ended."""
    endless = "RRULE:FREQ=WEEKLY\r\n"
    feed = home.add(home.write("a.ics", weekly(NOW, rule=endless)))
    home.live()
    before = known(home).tie
    home.now = NOW + DAY
    home.write("a.ics", weekly(NOW, rule=endless, more="STATUS:CANCELLED\r\n"))
    home.read(feed)
    home.suggest()

    assert known(home).tie == before
    assert [touch for touch in home.touches()[ANA] if touch.is_upcoming] == []
    home.now = NOW + 120 * DAY
    home.suggest()
    assert known(home).state is State.DORMANT
    assert any("ended in November." in stored.nudge.why for stored in home.nudges())


def test_a_single_meeting_that_is_called_off_was_none(home: Home) -> None:
    """Also when the calendar says so only afterwards."""
    feed = home.add(home.write("a.ics", *monthly("ana", meetings=3, ended=DAY)))
    home.read(feed)
    events = monthly("ana", meetings=3, ended=DAY)
    events[0] = events[0].replace("END:VEVENT", "STATUS:CANCELLED\r\nEND:VEVENT")
    home.write("a.ics", *events)
    home.read(feed)

    assert known(home).tie.visits == 2
    assert ties(home) == rebuilt(home)
    assert calendar(*events).count(b"CANCELLED") == 1
