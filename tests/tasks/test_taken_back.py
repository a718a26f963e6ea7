"""Whatever the user says and takes back leaves no trace, whether it was looked at in between or not."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from tasks.leaving import forget_away, go_away
from tasks.tending import forget_met, merge, note_met, split
from tasks.wiring import House
from tasks.wishing import end_rest, let_rest, pin
from tests.tasks.home import Home, missing, monthly
from tests.tasks.test_any_removal import all_of
from worker.core.nudge import NudgeState
from worker.core.rest import RestKind

ADA, BOB, ELI = (f"{name}@example.com" for name in ("ada", "bob", "eli"))
DAY, FIRST, LAST = date(2026, 11, 20), date(2026, 10, 1), date(2026, 11, 1)
SAID: dict[str, tuple[Callable[[House], object], Callable[[House], object]]] = {
    "two are one": (lambda house: merge(house, ADA, BOB), lambda house: split(house, ADA)),
    "a meeting": (lambda house: note_met(house, ADA, DAY), lambda house: forget_met(house, ADA, DAY)),
    "a rest": (
        lambda house: let_rest(house, ADA, RestKind.RESTING, None),
        lambda house: end_rest(house, ADA),
    ),
    "a death": (
        lambda house: let_rest(house, ADA, RestKind.DECEASED, None),
        lambda house: end_rest(house, ADA),
    ),
    "a pin": (lambda house: pin(house, ELI, is_pinned=True), lambda house: pin(house, ELI, is_pinned=False)),
    "days away": (lambda house: go_away(house, FIRST, LAST), lambda house: forget_away(house, FIRST, LAST)),
}


def standing(home: Home) -> list[tuple[str, date, str, str, str]]:
    """What is not withdrawn: whom, when, why, and what to give."""
    shown = (each for each in home.nudges() if each.state is not NudgeState.WITHDRAWN)
    return sorted((n.nudge.person, n.nudge.on, n.state, n.nudge.why, n.nudge.gift.text) for n in shown)


@pytest.mark.parametrize("is_looked_at", [False, True])
@pytest.mark.parametrize("said", SAID)
def test_what_is_said_and_taken_back_leaves_no_trace(
    tmp_path: Path, said: str, *, is_looked_at: bool
) -> None:
    """Nor does a nudge that was withdrawn for it stay away."""
    home, (say, take_back) = Home(tmp_path), SAID[said]
    some = (*missing("ada", "bob", "cai"), *monthly("eli", meetings=2, ended=timedelta(days=400)))
    home.add(home.write("life.ics", *some))
    home.live()
    home.now += timedelta(hours=5)
    home.live()
    before = all_of(home), standing(home)

    say(home.house)
    if is_looked_at:
        home.live()
    take_back(home.house)
    home.live()

    assert (all_of(home), standing(home)) == before
    home.house.close()
