"""An aunt who bears a friend's name is asked about, and counts once the user has said who she is."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tasks.proposing import confirm, identify, proposals
from tests.tasks.home import NOW, Home
from tests.tasks.test_titles import alone, named

DAY = timedelta(days=1)
MARTA = "marta@example.com"


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    home = Home(tmp_path)
    friend = [named(f"m{n}", NOW - (300 + 30 * n) * DAY, MARTA, "Marta Iglesias") for n in range(6)]
    aunt = [alone(f"a{n}", NOW - (40 + 30 * n) * DAY, "Comida con tía Marta") for n in range(3)]
    home.add(home.write("work.ics", *friend))
    home.add(home.write("own.ics", *aunt))
    home.live()
    yield home
    home.house.close()


def met(home: Home) -> dict[str, int]:
    return {who: len(found) for who, found in home.touches().items()}


def test_she_is_asked_about_and_the_friend_is_one_of_the_answers(home: Home) -> None:
    """Nobody was met at those lunches before that is said."""
    (asked,) = proposals(home.house)

    assert met(home) == {MARTA: 6}
    assert (asked.name, asked.bearers) == ("tía Marta", ((MARTA, "Marta Iglesias"),))


def test_as_somebody_she_is_met(home: Home) -> None:
    """And nobody takes her for the friend any more."""
    confirm(home.house, "tía Marta")
    home.live()

    assert sorted(met(home).values()) == [3, 6]
    assert met(home)[MARTA] == 6
    assert proposals(home.house) == ()


def test_or_the_friend_is_the_aunt(home: Home) -> None:
    """As the user says."""
    identify(home.house, "tía Marta", MARTA)
    home.live()

    assert met(home) == {MARTA: 9}
