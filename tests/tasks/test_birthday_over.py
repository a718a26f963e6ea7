"""A birthday that passes while its nudge waits: it is wished late, or no more."""

import pytest

from tests.tasks.home import NOW, Home, missing
from tests.tasks.test_standing import DAY, TODAY, current, import_book, is_wished, the_one
from worker.core.nudge import NudgeState


@pytest.mark.parametrize("is_missed", [False, True])
def test_a_birthday_that_passes_is_wished_late_and_keeps_its_day(home: Home, is_missed: bool) -> None:
    """Nobody "has a birthday on Thursday" ten days later; the entry stays where it stood, and is said anew once."""
    birthday = TODAY + 3 * DAY
    import_book(home, "ada", birthday)
    home.add(home.write("work.ics", *(missing("ada") if is_missed else current("ada"))))
    home.live()
    first = the_one(home)

    said = []
    for days in (3, 4, 9):
        home.now = NOW + days * DAY
        home.suggest()
        said.append(the_one(home))

    on_the_day, the_day_after, later = said
    assert first.nudge.on == birthday
    assert "has a birthday" in first.nudge.why
    assert on_the_day == first
    assert (the_day_after.nudge.on, the_day_after.nudge.id) == (birthday, first.nudge.id)
    assert "has a birthday" not in the_day_after.nudge.why
    assert is_wished(the_day_after)
    assert the_day_after.nudge.draft != first.nudge.draft
    assert later == the_day_after


def test_a_birthday_long_over_that_nobody_looked_at_is_withdrawn(home: Home) -> None:
    """Snowdrop was off for twelve days."""
    import_book(home, "ada", TODAY + 3 * DAY)
    home.add(home.write("work.ics", *current("ada")))
    home.live()
    home.now = NOW + 15 * DAY

    home.suggest()

    assert [each.state for each in home.nudges()] == [NudgeState.WITHDRAWN]
