"""A rest that was said by mistake and is taken back leaves what stood as it was, an introduction of two as well."""

import pytest
from sqlalchemy import update

from tasks.answering import give
from tasks.wishing import end_rest
from tests.tasks.home import Home, missing
from tests.tasks.test_standing import DAY, rest, waiting
from worker.core.nudge import NudgeState
from worker.store import rests
from worker.store.tables import giving


@pytest.mark.parametrize("is_other", [False, True], ids=["whose nudge it is", "who is introduced"])
def test_a_rest_taken_back_brings_an_introduction_back(home: Home, *, is_other: bool) -> None:
    """It goes when one of the two is to be left in peace, and stays away for so long."""
    home.add(home.write("work.ics", *missing("ada", "bob", "cleo", "dora", "egon")))
    home.live()
    home.now += DAY
    first, second = (each.nudge for each in home.nudges()[:2])
    with home.house.database.write() as conn:
        told = {"more_gifts": [["introduction", f"{second.name} and {first.name} over pottery"]]}
        conn.execute(update(giving.nudges).where(giving.nudges.c.id == first.id).values(told))
    before = waiting(home)
    person_id = rest(home, (second if is_other else first).person.partition("@")[0])
    home.suggest()
    meanwhile = waiting(home)

    with home.house.database.write() as conn:
        rests.end(conn, home.user_id, person_id, home.now.date(), home.now)
    home.suggest()

    assert first.person not in meanwhile
    assert (second.person in meanwhile) is not is_other
    assert waiting(home) == before


@pytest.mark.parametrize("days", [1, 30], ids=["before its day", "long after it"])
def test_what_was_answered_with_a_rest_waits_again_when_that_ends(home: Home, days: int) -> None:
    """By `rest --end` as by Undo: on its day and in its words. What is over by then stays answered."""
    home.add(home.write("work.ics", *missing("ada")))
    home.live()
    (first,) = home.nudges()
    give(home.house, first.nudge.id, "rest")
    home.live()
    home.now += days * DAY

    end_rest(home.house, first.nudge.person)

    (again,) = home.nudges()
    assert (again.state, again.nudge) == (
        NudgeState.OPEN if days == 1 else NudgeState.RESTED,
        first.nudge,
    )
