"""Elders in titles: parents and grandparents are perhaps met together, where the user has a card for each."""

from datetime import timedelta

import pytest

from tests.core.test_perhaps import BEFORE, MINE, NOW, ahead, told
from tests.core.title_books import book_of
from worker.core.perhaps import Tells, perhaps_in
from worker.core.titles.title_names import may_name

HOME = book_of("Mãe", "Pai", "Oma", "Avô", "Hugo Reis", "Anna Maier")


@pytest.mark.parametrize(
    "title",
    ["Almoço em casa dos pais", "Almoço pais", "Lunch at my parents", "Eltern besuchen", "Bei meinen Eltern",
     "Comida con mis padres", "Cena dai genitori", "Dîner chez mes parents", "Férias pais e Rita"],
)  # fmt: skip
def test_parents_are_perhaps_father_and_mother(title: str) -> None:
    """Ahead or behind, in six languages."""
    assert told(ahead(title), Tells.MEETING, HOME) == {"Mãe", "Pai"}
    assert told(ahead(title, started_at=BEFORE), Tells.MEETING, HOME) == {"Mãe", "Pai"}
    assert may_name(title, HOME)


@pytest.mark.parametrize(
    "title", ["Almoço em casa dos avós", "Großeltern", "Grands-parents à la maison", "Dai nonni"]
)
def test_so_are_grandparents(title: str) -> None:
    """Whatever each of them is called."""
    assert told(ahead(title), Tells.MEETING, HOME) == {"Oma", "Avô"}


@pytest.mark.parametrize(
    "title",
    ["Anna's parents", "Annas Eltern", "Jantar pais do Hugo", "Parents d'Anna", "Reunião de pais", "Parents' evening",
     "Elternabend", "Lunch with parents (cancelled)", "Lunch"],
)  # fmt: skip
def test_the_parents_of_others_and_of_a_school_are_nobody_of_mine(title: str) -> None:
    """Nor are they met where it did not happen."""
    assert told(ahead(title), Tells.MEETING, HOME).isdisjoint({"Mãe", "Pai"})


def test_the_title_says_what_to_refuse() -> None:
    """The user may say that these are somebody else's."""
    (mother, father) = perhaps_in([ahead("Almoço pais", started_at=NOW + timedelta(days=9))], MINE, HOME, NOW)

    assert mother.name == father.name == "pais"
