"""Days away, and calendars that cannot be read, through the real store: nobody falls silent by them."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tasks.leaving import forget_away, go_away
from tests.tasks.home import ME, NOW, Home, event, monthly
from tests.tasks.tied import ANA, BEN, known, rebuilt, ties
from worker.core.away import MOST_CUT_OFF_DAYS
from worker.core.rhythm import State
from worker.errors import PermanentError
from worker.store import feeds

DAY = timedelta(days=1)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    home = Home(tmp_path, me=(ME,))
    yield home
    home.house.close()


def test_days_away_are_taken_from_every_tie_and_given_back(home: Home) -> None:
    """A year abroad ends no tie; forgotten, everything is as it was."""
    home.read(home.add(home.write("a.ics", *monthly("ana", meetings=12, ended=300 * DAY))))
    home.suggest()
    before = known(home)
    assert before.state is State.DORMANT
    first, last = (NOW - 290 * DAY).date(), (NOW - 10 * DAY).date()

    assert go_away(home.house, first, last) == go_away(home.house, first, last) == ((first, last),)
    home.suggest()
    abroad = known(home)
    assert forget_away(home.house, first, last) == ()
    home.suggest()

    assert abroad.state is State.ACTIVE
    assert (known(home).tie, known(home).state) == (before.tie, before.state)


def test_days_away_between_two_meetings_shorten_the_gap(home: Home) -> None:
    """At once, before anything else is learnt; and later meetings go on from there."""
    gap = [event("one", NOW - 400 * DAY, ANA), event("two", NOW - 40 * DAY, ANA)]
    home.read(home.add(home.write("a.ics", *gap)))
    with_gap = known(home).tie.sum_y

    go_away(home.house, (NOW - 390 * DAY).date(), (NOW - 50 * DAY).date())

    assert known(home).tie.sum_y < with_gap / 1.5
    assert ties(home) == rebuilt(home)


def test_days_away_that_make_no_sense_are_refused_in_a_sentence(home: Home) -> None:
    """The last before the first; one that nobody noted."""
    with pytest.raises(PermanentError, match="first day first"):
        go_away(home.house, date(2026, 3, 2), date(2026, 3, 1))
    with pytest.raises(PermanentError, match="lists what is"):
        forget_away(home.house, date(2026, 3, 1), date(2026, 3, 2))


@pytest.mark.parametrize("is_paused", [False, True])
def test_nobody_falls_silent_because_their_calendar_cannot_be_read(home: Home, is_paused: bool) -> None:
    """For a while: a calendar that stays away has ended. Those of other calendars are looked at as ever."""
    lost = home.add(home.write("lost.ics", *monthly("ana", meetings=12, ended=5 * DAY)))
    fine = home.add(home.write("fine.ics", *monthly("ben", meetings=12, ended=5 * DAY)))
    home.live()
    with home.house.database.write() as conn:
        if is_paused:
            feeds.pause(conn, home.user_id, lost)
        else:
            feeds.mark_failed(conn, home.user_id, lost, "lost.ics: 404", home.now)

    states = {}
    for days in (80, 80 + MOST_CUT_OFF_DAYS):
        home.now = NOW + days * DAY
        with home.house.database.write() as conn:
            feeds.mark_unchanged(conn, home.user_id, fine, home.now)
        home.suggest()
        states[days] = (known(home).state, known(home, BEN).state)

    assert states[80] == (State.ACTIVE, State.DORMANT)
    assert states[80 + MOST_CUT_OFF_DAYS][0] is State.DORMANT


def test_a_calendar_that_comes_back_within_a_day_hid_nothing(home: Home) -> None:
    """An hour without network is no gap."""
    feed = home.add(home.write("a.ics", *monthly("ana", meetings=12, ended=100 * DAY)))
    home.live()
    with home.house.database.write() as conn:
        feeds.mark_failed(conn, home.user_id, feed, "a.ics: 503", home.now)
    home.now += timedelta(hours=23)
    home.suggest()

    assert known(home).state is State.DORMANT
