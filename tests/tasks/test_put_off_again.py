"""Put off: what the user put off for two weeks waits for its day, whatever is withdrawn and comes back meanwhile."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from tasks.answering import give, take_back
from tasks.feeding import remove_feed
from tasks.whose import say_whose
from tasks.wishing import end_rest, let_rest
from tests.tasks.home import Home, missing
from tests.tasks.test_standing import import_book
from worker.core.nudge import NudgeState
from worker.core.rest import RestKind

ADA = "ada@example.com"


def removed(home: Home) -> None:
    remove_feed(home.house, "life.ics", with_history=True)


def anothers(home: Home) -> None:
    say_whose(home.house, "life.ics", is_mine=False)


WAYS: dict[str, tuple[Callable[[Home], object], Callable[[Home], object]]] = {
    "a calendar that goes and comes back": (removed, lambda home: home.add(str(home.folder / "life.ics"))),
    "a calendar of somebody else's": (anothers, lambda home: say_whose(home.house, "life.ics", is_mine=True)),
    "a rest": (
        lambda home: let_rest(home.house, ADA, RestKind.RESTING, None),
        lambda home: end_rest(home.house, ADA),
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_what_was_put_off_waits_for_its_day(tmp_path: Path, way: str) -> None:
    """As if nothing had been; and the answer can be undone as ever."""
    home, (go, come_back) = Home(tmp_path), WAYS[way]
    home.add(home.write("life.ics", *missing("ada")))
    home.live()
    ((first,), was_on) = home.nudges(), home.nudges()[0].nudge.on
    give(home.house, first.nudge.id, "later")
    home.live()
    (put_off,) = home.nudges()
    go(home)
    home.live()
    (gone,) = home.nudges()
    come_back(home)
    home.live()
    (again,) = home.nudges()
    take_back(home.house, first.nudge.id)
    (undone,) = home.nudges()

    assert gone.state is NudgeState.WITHDRAWN
    assert (
        (again.state, again.nudge.on)
        == (put_off.state, put_off.nudge.on)
        == (NudgeState.LATER, date(2026, 12, 7))
    )
    assert (undone.state, undone.nudge.on) == (NudgeState.OPEN, was_on)
    home.house.close()


def test_its_day_opens_it_as_ever(tmp_path: Path) -> None:
    """Two weeks later."""
    home = Home(tmp_path)
    home.add(home.write("life.ics", *missing("ada")))
    home.live()
    give(home.house, home.nudges()[0].nudge.id, "later")
    removed(home)
    home.live()
    home.add(str(home.folder / "life.ics"))
    home.live()
    home.now = home.now.replace(month=12, day=7)
    home.live()

    assert [each.state for each in home.nudges()] == [NudgeState.OPEN]
    home.house.close()


@pytest.mark.parametrize("step", range(8))
def test_a_silence_comes_back_on_the_day_that_was_told(tmp_path: Path, step: int) -> None:
    """On whatever weekday it is put off, with a birthday that is over by then."""
    home = Home(tmp_path)
    home.now += timedelta(days=step)
    import_book(home, "ada", home.now.date() + timedelta(days=4))
    home.add(home.write("life.ics", *missing("ada")))
    home.live()
    give(home.house, home.nudges()[0].nudge.id, "later")
    (told,) = home.nudges()

    home.live()

    (after,) = home.nudges()
    assert after.nudge.reason == "rhythm"
    assert after.nudge.on == told.nudge.on
    home.house.close()
