"""Home is where life takes place by now: no journey leads there; and a birthday goes before a journey."""

import pytest

from tests.core.bonds import ACTIVE, DORMANT, bond, met, planned
from tests.core.test_trip import LISBON
from worker.core.giving.trip import home_in, places_in
from worker.core.nudge import GiftKind
from worker.core.person import Birthday


def test_home_is_no_journey() -> None:
    """A meeting in the town one lives in needs no trip."""
    here = [bond(f"P{n} Field", [met(days + n, place="Lisboa") for days in ACTIVE]) for n in range(3)]
    someone = bond(met_ago=[met(900, place="Café Luna, Lisboa")])

    assert not any(nudge.reason == "trip" for nudge in planned(someone, *here, trips=[LISBON]).nudges)


def test_home_is_where_a_fifth_of_life_takes_place() -> None:
    """And at least four times, however few there are."""
    lisbon, porto = ["Café Luna, Lisboa"] * 4, ["Porto"] * 3

    assert home_in([*lisbon, *porto], []) == places_in("Café Luna, Lisboa")
    assert home_in([*lisbon, *"abcdefghijklmnop"], []) == places_in("Café Luna, Lisboa")
    assert home_in([*lisbon, *"abcdefghijklmnopq"], []) == frozenset()


def test_whoever_has_moved_is_at_home_where_they_live_now() -> None:
    """Within weeks, and no more where nothing took place since; a few meetings tell of no move."""
    paris, lyon, nice = ["Paris"] * 60, ["Lyon"] * 4, ["Nice"] * 30

    assert home_in([*paris, *lyon], lyon) == places_in("Lyon")
    assert home_in([*paris, *lyon], [*lyon, "Paris"]) == places_in("Lyon") | places_in("Paris")
    assert home_in([*paris, *lyon[1:]], lyon[1:]) == places_in("Paris")
    assert home_in([*paris, *nice, *lyon], [*lyon, "Nice"]) == places_in("Lyon") | places_in("Nice")


def test_the_town_one_moved_to_is_no_journey() -> None:
    """Five weeks of life there are enough, however many years were spent elsewhere."""
    paris = bond("Ben Field", [met(days, place="Paris") for days in range(70, 730, 7)])
    lisbon = bond("Cleo Field", [met(days, place="Lisboa") for days in range(5, 40, 7)])
    someone = bond(met_ago=[met(900, place="Café Luna, Lisboa")])

    assert not any(nudge.reason == "trip" for nudge in planned(someone, paris, lisbon, trips=[LISBON]).nudges)
    assert any(nudge.reason == "trip" for nudge in planned(someone, paris, trips=[LISBON]).nudges)


@pytest.mark.parametrize("day", [22, 26])
def test_beside_a_journey_a_birthday_is_wished(day: int) -> None:
    """What is told of it is what the words to send are about; before it, and after it."""
    someone = bond(
        met_ago=[met(days, place="Lisboa") for days in DORMANT], birthday=Birthday(month=11, day=day)
    )

    at_home = bond("Ben Field", [met(days, place="Berlin") for days in range(30, 730, 14)])

    (nudge,) = planned(someone, at_home, trips=[LISBON]).nudges

    assert "birthday" in nudge.why
    assert (nudge.reason, nudge.gift.kind) == ("rhythm", GiftKind.CELEBRATE)
    assert nudge.offers(GiftKind.MEET_NEARBY)
