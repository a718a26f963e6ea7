"""Guests at a meal whose names are words as well: "Lunch Mark"."""

import pytest

from tests.core.title_books import book_of, counted
from worker.core.titles.title_names import perhaps_in_title

BOOK = book_of(
    *(
        "Mark Dunn",
        "Grace Kelly",
        "Will Hart",
        "Heather Low",
        "Rosa Neri",
        "Elena Russo",
        "Florence Day",
        "June Holt",
    ),
    *(
        "April Moon",
        "Olive Trent",
        "Ruby Stone",
        "Rose Lind",
        "Ivy Thorne",
        "Marina Sole",
        "Pat Quinn",
        "Pat Doyle",
    ),
)


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Lunch Mark", {"Mark Dunn"}),
        ("LUNCH MARK", {"Mark Dunn"}),
        ("Mark coffee", {"Mark Dunn"}),
        ("Mark – coffee!", {"Mark Dunn"}),
        ("Coffee: Mark", {"Mark Dunn"}),
        ("Dinner Grace", {"Grace Kelly"}),
        ("Lunch Will 12:30", {"Will Hart"}),
        ("Brunch Heather", {"Heather Low"}),
        ("Cena Rosa", {"Rosa Neri"}),
        ("Dinner Mark & Grace", {"Mark Dunn", "Grace Kelly"}),
        ("Dinner Mark, Elena", {"Mark Dunn", "Elena Russo"}),
        ("Lunch Florence", {"Florence Day"}),
    ],
)
def test_beside_a_meal_a_word_that_is_a_name_is_somebody(title: str, who: set[str]) -> None:
    """Who is known, and written with a capital."""
    assert counted(title, BOOK) == who


@pytest.mark.parametrize(
    "title",
    ["lunch mark", "Lunch June", "Lunch April", "Dinner June 5", "Lunch Olive", "Coffee Ruby", "Tea Rose", "Lunch Ivy",
     "Lunch Marina", "Sprint Planning June", "Mark essays", "Lunch, Mark essays", "Lunch Mark lane", "Call Mark",
     "Run Mark", "Florence lunch", "Lunch - Florence", "Lunch in Florence", "Dinner Grace Cathedral", "Lunch Pat",
     "Mark's lunch", "Coffee Will call"],
)  # fmt: skip
def test_a_month_a_dish_a_place_or_a_verb_is_nobody(title: str) -> None:
    """Nor one of two who are called so."""
    assert counted(title, BOOK) == frozenset()


def test_who_may_be_a_dish_is_perhaps_met() -> None:
    """As before."""
    assert set(perhaps_in_title("Lunch Olive", BOOK)) == {"Olive Trent"}
