"""The demo is the same made-up life whoever looks: also for a user who has said their own addresses already."""

from importlib.resources import files
from pathlib import Path

import pytest

from tasks.checkup import findings
from tasks.demo_script import script_of
from tasks.feeding import add_demo
from tasks.timetable import keep_duties
from tasks.wiring import DEMO_ME
from tests.tasks.home import Home


def shown(folder: Path, *me: str) -> tuple[set[str], list[str]]:
    """Whom the demo's nudges are about, and what `doctor` asks."""
    home = Home(folder, me=me)
    add_demo(home.house)
    with home.house.database.write() as conn:
        keep_duties(home.house, conn)
    home.live()
    found = (
        {each.nudge.name for each in home.nudges()},
        [each.sentence for each in findings(home.house) if each.is_note and "demo" in each.sentence],
    )
    home.house.close()
    return found


@pytest.mark.slow
def test_the_demo_is_there_for_whoever_has_said_who_they_are(tmp_path: Path) -> None:
    """It is Mara's life, and nobody is asked whose."""
    nobody, (someone, asked) = shown(tmp_path / "a")[0], shown(tmp_path / "b", "anna.berg@example.org")

    assert len(someone) >= 3
    assert someone == nobody
    assert asked == []


def test_the_addresses_of_the_demo_are_those_of_its_script() -> None:
    """They stand in two places."""
    owner = script_of(files("config").joinpath("demo.toml").read_text("utf-8")).owner

    assert {owner.work, owner.private} == DEMO_ME
