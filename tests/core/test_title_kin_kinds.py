"""Kin of one kind are no kin of another: "Tante Inge" in a title is not whom the cards call "Oma Inge"."""

import pytest

from tests.core.title_books import counted
from worker.core.person import Person
from worker.core.titles.name_book import NameBook

BOOK = NameBook.of(
    Person(key=name, name=name)
    for name in ("Tante Rita", "Oma Inge", "Uncle Bob", "Nonna Pina", "Anna Falk", "Kai Hafen", "Tim Post")
)


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Kaffee mit Tante Rita", {"Tante Rita"}),
        ("Coffee with Auntie Rita", {"Tante Rita"}),
        ("Kaffee mit Rita", {"Tante Rita"}),
        ("Kaffee mit Schwester Rita", set()),
        ("Kaffee mit Oma Rita", set()),
        ("Kaffee mit Tante Inge", set()),
        ("Tante Inge", set()),
        ("Kaffee mit Oma Inge", {"Oma Inge"}),
        ("Tea with Uncle Bob", {"Uncle Bob"}),
        ("Tea with Aunt Bob", set()),
        ("Pranzo con nonna Pina", {"Nonna Pina"}),
        ("Pranzo con zia Pina", set()),
    ],
)
def test_a_word_for_kin_that_contradicts_the_card_is_somebody_else(title: str, who: set[str]) -> None:
    """In whatever language; without a word for kin the name is enough."""
    assert counted(title, BOOK) == who


@pytest.mark.parametrize("title", ["Essen am Kai", "Kaffee am Kai 3", "Treffen am Kai"])
def test_after_german_at_the_there_is_a_place(title: str) -> None:
    """Nobody says so of a friend."""
    assert counted(title, BOOK) == set()


@pytest.mark.parametrize(
    "title", ["Lunch 11 am Kai", "Kaffee mit Kai am Hafen", "Treffen am Samstag mit Kai"]
)
def test_an_hour_or_a_place_beside_a_name_leaves_it_one(title: str) -> None:
    """English writes its mornings so."""
    assert counted(title, BOOK) == {"Kai Hafen"}


@pytest.mark.parametrize(
    "title", ["Elterngespräch Tim", "Zeugnisgespräch Tim", "Kitagespräch Tim", "Arztgespräch Tim"]
)
def test_a_talk_about_a_child_is_not_with_them(title: str) -> None:
    """Nor with a friend of that name; "Gespräch Tim" is."""
    assert counted(title, BOOK) == set()
    assert counted("Gespräch Tim", BOOK) == {"Tim Post"}
