"""On the first day what is known of people hangs on their meetings alone, not on what was read or said first."""

from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

from tasks.tending import forget_met, note_met
from tests.tasks.home import NOW, Home, event, missing
from worker.core.rhythm import State
from worker.store import people

NAMES = [f"person{number}" for number in range(32)]


def life(name: str) -> list[str]:
    """Some meetings, in a rhythm of this person's own."""
    dice = Random(name)
    every, silent = dice.randint(20, 120), dice.randint(10, 500)
    begins = [NOW - timedelta(days=silent)]
    for _ in range(dice.randint(2, 9)):
        begins.append(begins[-1] - timedelta(days=max(5, round(dice.gauss(every, every / 3)))))
    assert all(later > earlier for later, earlier in pairwise(begins))
    return [event(f"{name}-{at:%Y%m%d}", at, f"{name}@example.com") for at in begins]


def states(home: Home) -> dict[str, State | None]:
    with home.house.database.read() as conn:
        return {each.person.key: each.state for each in people.all_people(conn, home.user_id)}


def test_a_meeting_noted_and_taken_back_leaves_the_state_as_it_was(home: Home) -> None:
    """Each of them, seen in the light of how all of them meet."""
    home.add(home.write("life.ics", *(one for name in NAMES for one in life(name))))
    home.live()
    before = states(home)

    for name in NAMES:
        note_met(home.house, f"{name}@example.com", NOW.date())
        forget_met(home.house, f"{name}@example.com", NOW.date())

    assert len(set(before.values())) >= 3
    assert states(home) == before


def test_it_is_all_one_which_calendar_comes_first(tmp_path: Path) -> None:
    """Half of the people in each; the first alone would tell of another pace."""
    seen: list[dict[str, State | None]] = []
    for order in ("ab", "ba"):
        home = Home(tmp_path / order)
        for part in order:
            some = [one for name in NAMES if (name < "person3") == (part == "a") for one in life(name)]
            home.add(home.write(f"{part}.ics", *some))
            home.live()
        seen.append(states(home))
        home.house.close()

    assert seen[0] == seen[1]


def test_what_comes_to_light_within_the_first_hours_leaves_nothing_behind(home: Home) -> None:
    """Somebody is missed until the second calendar is there: nobody has read it, so it was never said."""
    missed = missing("ada")
    home.add(home.write("one.ics", *missed))
    home.live()
    before = [each.nudge.person for each in home.nudges()]
    home.now += timedelta(minutes=1)
    home.add(home.write("two.ics", event("lately", NOW - timedelta(days=5), "ada@example.com")))
    home.live()

    assert before == ["ada@example.com"]
    assert home.nudges() == ()
