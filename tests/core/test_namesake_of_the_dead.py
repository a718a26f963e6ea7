"""A namesake of the dead: whoever was invited again and again since a funeral lives, and somebody else is mourned."""

from datetime import date, timedelta

import pytest

from tests.core.bonds import bond, in_series, met
from worker.core.knowing import with_farewells
from worker.core.person import Person
from worker.core.touch import Evidence, Touch

ANNA = Person(key="anna@example.org", name="Anna Falk", emails=("anna@example.org",))
MET = [met(days) for days in (900, 300, 200)]
LONG_BEFORE, BETWEEN, SINCE = 600, 250, 100
"""Days ago of a funeral: before two of the meetings, before one, after all."""


def on(days_ago: int) -> date:
    return met(days_ago).started_at.date()


def has_died(title: str, days_ago: int, past: list[Touch] = MET, person: Person = ANNA) -> bool:
    return with_farewells(person, {title: on(days_ago)}, past).is_deceased


@pytest.mark.parametrize("title", ["Beerdigung Oma Anna", "Beerdigung Anna", "Todestag Anna"])
def test_who_was_met_twice_since_a_funeral_lives(title: str) -> None:
    """Once may be a slip of an old invitation."""
    told = [has_died(title, days) for days in (LONG_BEFORE, BETWEEN, SINCE)]

    assert told == [False, True, True]


def test_a_whole_name_is_nobody_elses() -> None:
    """A list that nobody cleaned may go on inviting them; a name of one word tells of nobody surely."""
    one = Person(key="anna@example.org", name="Anna", emails=("anna@example.org",))

    assert has_died("Beerdigung Anna Falk", LONG_BEFORE)
    assert not has_died("Beerdigung Anna", LONG_BEFORE, person=one)


def test_neither_a_series_nor_a_title_shows_that_somebody_lives() -> None:
    """A series goes on by itself, and another may be called so."""
    titled = [Touch(**{**_fields(touch), "evidence": Evidence.TITLE}) for touch in MET]
    series = [in_series(days) for days in (900, 300, 200)]

    assert has_died("Beerdigung Anna", LONG_BEFORE, titled)
    assert has_died("Beerdigung Anna", LONG_BEFORE, series)
    assert has_died("Beerdigung Anna", LONG_BEFORE, [])


@pytest.mark.parametrize(
    ("title", "is_dead"),
    [("Enterrement tonton Anna", False), ("Funeral Uncle Anna", False), ("Funeral Anna", True)],
)
def test_of_kin_who_was_buried_titles_tell_that_a_friend_of_that_name_lives(
    title: str, *, is_dead: bool
) -> None:
    """Not where the card calls them kin as well."""
    dinners = [met(days, "Dinner with Anna", evidence=Evidence.TITLE) for days in (300, 200)]
    kin = Person(key="anna@example.org", name="Tonton Anna", emails=("anna@example.org",))

    assert has_died(title, LONG_BEFORE, dinners) is is_dead
    assert has_died(title, LONG_BEFORE, dinners, person=kin)


def test_the_user_and_a_card_know_better() -> None:
    """Whoever is dead by a card stays so, and whoever lives by the user's word."""
    by_card = Person(key="a", name="Anna Falk", is_deceased=True)
    alive = Person(key="a", name="Anna Falk", is_alive=True)

    assert has_died("Lunch", LONG_BEFORE, person=by_card)
    assert not has_died("Beerdigung Anna Falk", SINCE, person=alive)


def test_of_two_funerals_the_later_one_counts() -> None:
    """Of the same given name, and before two meetings or after them."""
    both = {"Beerdigung Oma Anna": on(LONG_BEFORE), "Beerdigung Anna": on(SINCE)}

    assert with_farewells(ANNA, both, MET).is_deceased


def _fields(touch: Touch) -> dict[str, object]:
    return {name: getattr(touch, name) for name in Touch.__slots__}


def test_bonds_of_tests_have_meetings_that_list_people() -> None:
    """What the others here stand on."""
    assert {touch.evidence for touch in bond(met_ago=MET).touches} == {Evidence.ATTENDEE}
    assert on(0) - on(1) == timedelta(days=1)
