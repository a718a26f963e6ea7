"""An aunt who bears a friend's name is asked about, and counts once the user has said who she is."""

from datetime import timedelta

import pytest

from tasks.proposing import confirm, identify, proposals
from tests.tasks.home import NOW, Home
from tests.tasks.test_titles import alone, named

DAY = timedelta(days=1)
MARTA = "marta@example.com"


@pytest.fixture
def lived(home: Home) -> Home:
    """Lunches with the aunt, and meetings with a friend of her name."""
    friend = [named(f"m{n}", NOW - (300 + 30 * n) * DAY, MARTA, "Marta Iglesias") for n in range(6)]
    aunt = [alone(f"a{n}", NOW - (40 + 30 * n) * DAY, "Comida con tía Marta") for n in range(3)]
    home.add(home.write("work.ics", *friend))
    home.add(home.write("own.ics", *aunt))
    home.live()
    return home


def met(home: Home) -> dict[str, int]:
    return {who: len(found) for who, found in home.touches().items()}


def test_she_is_asked_about_and_the_friend_is_one_of_the_answers(lived: Home) -> None:
    """Nobody was met at those lunches before that is said."""
    (asked,) = proposals(lived.house)

    assert met(lived) == {MARTA: 6}
    assert (asked.name, asked.bearers) == ("tía Marta", ((MARTA, "Marta Iglesias"),))


def test_as_somebody_she_is_met(lived: Home) -> None:
    """And nobody takes her for the friend any more."""
    confirm(lived.house, "tía Marta")
    lived.live()

    assert sorted(met(lived).values()) == [3, 6]
    assert met(lived)[MARTA] == 6
    assert proposals(lived.house) == ()


def test_or_the_friend_is_the_aunt(lived: Home) -> None:
    """As the user says."""
    identify(lived.house, "tía Marta", MARTA)
    lived.live()

    assert met(lived) == {MARTA: 9}
