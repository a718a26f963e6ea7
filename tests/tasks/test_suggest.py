"""suggest: when it speaks, when it is silent, and that nothing it does twice counts twice."""

from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from tasks.feeding import add_demo
from tasks.knowing import known_people
from tests.tasks.home import NOW, Home, event, missing
from worker.core.giving.departed import without_names
from worker.core.giving.week import iso_week
from worker.core.knowing import parted
from worker.core.nudge import NudgeState
from worker.core.rhythm import rhythm_of
from worker.core.touch import once_each
from worker.store import people, touches

DAY = timedelta(days=1)
NAMES = ("ada", "bob", "cleo", "dora", "egon", "fritz", "gwen", "hugo", "ines")


def standing(home: Home) -> list[str]:
    return [each.nudge.person for each in home.nudges() if each.state is NudgeState.OPEN]


def test_who_went_missing_is_suggested(home: Home) -> None:
    """A rhythm of four weeks, and a silence of eight months."""
    home.add(home.write("work.ics", *missing("ada")))

    home.live()

    assert standing(home) == ["ada@example.com"]


def test_nothing_is_suggested_before_every_feed_was_tried(home: Home) -> None:
    """The second calendar may show that they meet tomorrow."""
    first = home.add(home.write("work.ics", *missing("ada")))
    home.add(home.write("private.ics", event("soon", NOW + DAY, "ada@example.com")))

    home.read(first)
    home.suggest()
    early = home.nudges()
    home.live()

    assert early == ()
    assert standing(home) == []


def test_a_feed_that_fails_does_not_silence_the_others(home: Home) -> None:
    """It was tried, and told why; what the others say counts."""
    home.add(home.write("work.ics", *missing("ada")))
    gone = home.write("gone.ics", event("x", NOW, "bob@example.com"))
    home.add(gone)
    Path(gone).unlink()

    home.live()

    assert standing(home) == ["ada@example.com"]


def test_a_nudge_is_withdrawn_when_they_meet(home: Home) -> None:
    """The calendar shows a new meeting with them: the silence is over."""
    feed = home.add(home.write("work.ics", *missing("ada")))
    home.live()
    before = standing(home)

    home.now += 2 * DAY
    home.write("work.ics", *missing("ada"), event("met", NOW + DAY, "ada@example.com"))
    home.read(feed)
    home.live()

    assert before == ["ada@example.com"]
    assert [each.state for each in home.nudges()] == [NudgeState.WITHDRAWN]


def test_a_nudge_is_withdrawn_when_they_are_about_to_meet(home: Home) -> None:
    """They have an appointment next week by now."""
    feed = home.add(home.write("work.ics", *missing("ada")))
    home.live()

    home.now += DAY / 6  # so that it was read
    home.write("work.ics", *missing("ada"), event("soon", NOW + 7 * DAY, "ada@example.com"))
    home.read(feed)
    home.live()

    assert [each.state for each in home.nudges()] == [NudgeState.WITHDRAWN]


@pytest.mark.slow
def test_no_iso_week_holds_more_than_its_budget(home: Home) -> None:
    """Nine are missing; day after day it is looked again, over the turn of a week and of a year."""
    home.now = NOW.replace(month=12, day=21)
    home.add(home.write("work.ics", *missing(*NAMES)))

    for _ in range(18):
        home.live()
        home.now += DAY

    weeks = Counter(iso_week(each.nudge.on) for each in home.nudges())
    assert len(weeks) >= 3
    assert max(weeks.values()) <= 3


def test_a_budget_of_none_suggests_nobody(tmp_path: Path) -> None:
    """The user wants no nudges at all."""
    home = Home(tmp_path, weekly_budget=0)
    home.add(home.write("work.ics", *missing(*NAMES)))

    home.live()

    assert home.nudges() == ()
    home.house.close()


def test_twice_is_once(home: Home) -> None:
    """The same day looked at again changes nothing that a reader could see."""
    home.add(home.write("work.ics", *missing(*NAMES)))
    home.live()
    before = home.nudges()

    home.suggest()
    home.suggest()

    assert home.nudges() == before


@pytest.mark.slow
def test_everyone_in_one_go_is_what_each_one_alone_would_be(home: Home) -> None:
    """The shortcuts for many people say what the plain way says, on ten made-up years."""
    add_demo(home.house)
    home.live()
    today, zone = home.house.today().date(), home.house.database

    with zone.read() as conn:
        numbers = known_people(home.house, conn, home.user_id)
        bonds = numbers.whole(conn, home.user_id, numbers.ids).values()
        known = {each.person.key: each for each in people.all_people(conn, home.user_id)}
        found = touches.of_people(conn, home.user_id, [each.id for each in known.values()])

    assert len(bonds) > 20
    for bond in bonds:
        each = known[bond.person.key]
        alone = rhythm_of(each.tie, today, before=each.state, answered_on=each.answered_on)
        past, ahead = parted(once_each(found[each.id]))
        assert (bond.touches, bond.ahead) == (without_names(past, numbers.departed), ahead)
        assert (bond.rhythm is None) == (alone is None)
        if bond.rhythm is not None and alone is not None:
            assert bond.rhythm.state is alone.state
            assert bond.rhythm.risk == pytest.approx(alone.risk)
            assert bond.rhythm.silent_since == alone.silent_since
