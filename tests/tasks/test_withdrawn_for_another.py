"""Withdrawn for another: the look that withdraws a nudge, since the two met, plans what speaks for them besides."""

from datetime import timedelta
from pathlib import Path

import pytest

from tasks.tending import note_met
from tests.tasks.home import NOW, Home, event, monthly
from tests.tasks.test_standing import ADA, DAY, TODAY, import_book
from worker.core.nudge import NudgeState


def standing(home: Home) -> list[tuple[str, str, bool]]:
    """Whose nudge stands, for what reason, and whether it tells of the birthday."""
    open_ones = [each.nudge for each in home.nudges() if each.state is NudgeState.OPEN]
    return [(each.person, each.reason, "birthday" in each.why) for each in open_ones]


@pytest.mark.parametrize("is_by_calendar", [True, False])
def test_a_wish_stands_when_a_meeting_of_weeks_ago_comes_to_light(
    tmp_path: Path, *, is_by_calendar: bool
) -> None:
    """By the user's word, or by a second calendar: the silence is none, the birthday stays one."""
    home = Home(tmp_path)
    home.add(home.write("work.ics", *monthly("ada", meetings=12, ended=400 * DAY)))
    import_book(home, "ada", TODAY + 2 * DAY)
    home.live()
    before = standing(home)
    met_on = TODAY - 40 * DAY
    if is_by_calendar:
        home.add(home.write("more.ics", event("late", NOW - timedelta(days=40), ADA)))
        home.live()
    else:
        note_met(home.house, "ada", met_on)
        home.suggest()

    assert before == [(ADA, "rhythm", True)]
    assert standing(home) == [(ADA, "birthday", True)]
    home.house.close()
