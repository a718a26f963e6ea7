"""Who is called like a small word of some language: "Zé" is no Polish "ze", nor "Al" an Italian "al"."""

import pytest

from tests.core.title_books import counted
from worker.core.person import Person
from worker.core.titles.name_book import NameBook


def book(*people: tuple[str, str]) -> NameBook:
    return NameBook.of([Person(key=name, name=name, also=(also,) if also else ()) for name, also in people])


BOOK = book(
    ("José Ferreira", "Zé"), ("Eduardo Lima", "Du"), ("Duda Sá", ""), ("Albert Ross", "Al"), ("Catherine Gill", "Cat"),
    ("Rosa Silva", "Vó"), ("La Trattoria", ""),
)  # fmt: skip
NAMES = {"Zé": "José Ferreira", "Du": "Eduardo Lima", "Al": "Albert Ross", "Mia": "Mia Berg"}


@pytest.mark.parametrize("called", NAMES)
@pytest.mark.parametrize(
    "title",
    ["Almoço com {}", "Almoço com o {}", "Jantar c/ o {} amanhã", "Almoço na casa do {}", "Visita do {}", "Lunch {}",
     "Lunch {} & Wisly", "Lunch with {}", "Dinner at {}'s", "Kaffee mit der {}", "Essen bei der {}",
     "Besuch von der {}", "Souper avec la {}", "Souper chez {}", "Cena con la {}", "Cena en casa de la {}",
     "Cena da {}",
     "Call with {} re: x", "almoço com o {}", "Almoço com Wisly e {}"],
)  # fmt: skip
def test_whoever_is_called_like_a_small_word_is_met(title: str, called: str) -> None:
    """After an article or a preposition, or last after a meal; a capital, or its own place, tells."""
    people = book(*[(name, "" if word == "Mia" else word) for word, name in NAMES.items()])
    assert counted(title.format(called), people) == {NAMES[called]}
    if title == "almoço com o {}":
        assert counted(title.format(called).lower(), people) == {NAMES[called]}


@pytest.mark.parametrize(
    ("title", "who"),
    [("Almoço com o Zé e a Duda", {"José Ferreira", "Duda Sá"}), ("Zé almoço", {"José Ferreira"}),
     ("almoço com o du e a duda", {"Eduardo Lima", "Duda Sá"}), ("Lunch with Cat", {"Catherine Gill"}),
     ("Jantar com a Cat", {"Catherine Gill"}), ("Jantar com a Vó", {"Rosa Silva"}),
     ("Jantar lá na casa da Duda", {"Duda Sá"})],
)  # fmt: skip
def test_a_name_with_an_accent_or_a_nickname_is_known_as_such(title: str, who: set[str]) -> None:
    """ "Zé" begins a title as well, and "Vó" on a card is somebody's nickname."""
    assert counted(title, BOOK) == who


@pytest.mark.parametrize(
    "title",
    ["Presente pro Zé e a Duda", "Presente pro Du e a Duda", "Vet with the cat", "cena con gente al mattino",
     "Cena con gente de La Duda", "Souper avec du vin", "Kino mit la familia", "Al Duda Lunch Fund"],
)  # fmt: skip
def test_a_small_word_that_stands_as_one_is_nobody(title: str) -> None:
    """Whoever else is called so; and a present for two is none of them met."""
    assert counted(title, BOOK) == set()
