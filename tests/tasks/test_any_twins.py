"""Whatever one host says of a meeting, in however many files of a folder: it means what it would mean in one file."""

from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from tests.tasks.home import NOW, Home
from tests.tasks.test_twins import DAY, WEEKS, instance, met, met_in_preview, written

START, RULE, OFF = NOW - 21 * DAY, "RRULE:FREQ=WEEKLY;COUNT=4", "STATUS:CANCELLED"


def said_by_the_host(dice: Random) -> str:
    """A series, at one of two hours; one meeting instead; an instance, moved, called off or said again."""
    age = (f"SEQUENCE:{dice.randint(0, 3)}", f"DTSTAMP:2026110{dice.randint(1, 9)}T000000Z")
    week = dice.choice(WEEKS)
    match dice.randrange(7):
        case 0:
            return written(START, *age, RULE)
        case 1:
            return written(START + timedelta(hours=2), *age, RULE)
        case 2:
            return written(dice.choice((START, NOW - 2 * DAY)), *age)
        case 3:
            return written(START, *age, RULE, OFF)
        case 4:
            return written(week, instance(week), *age)
        case 5:
            return written(week, instance(week), *age, OFF)
        case _:
            return written(week + DAY, instance(week), *age)


def learnt(folder: Path, files: list[list[str]]) -> tuple[list[datetime], list[datetime]]:
    """When they met, as it is learnt and as a preview reads it."""
    home = Home(folder)
    for number, some in enumerate(files):
        home.write(f"all/{number}.ics", *some)
    home.read(home.add(str(home.folder / "all")))
    found = met(home), met_in_preview(home)
    home.house.close()
    return found


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(60))
def test_in_many_files_it_means_what_it_means_in_one(tmp_path: Path, seed: int) -> None:
    """Whichever came first."""
    dice = Random(seed)
    said = [said_by_the_host(dice) for _ in range(dice.randint(2, 5))]

    one = learnt(tmp_path / "one", [said])
    many = learnt(tmp_path / "many", [[each] for each in said])

    assert one == many
    assert [each for each in one[0] if each < NOW] == [each for each in one[1] if each < NOW]
