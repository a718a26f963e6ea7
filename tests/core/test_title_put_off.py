"""Titles that say that nothing came of it: a word, a phrase, or a part of its own."""

import pytest

from tests.core.title_books import BOOK, named


@pytest.mark.parametrize(
    "title",
    ["Souper avec Camille – remis", "Souper avec Camille – à reporter", "Cena con Chiara (saltata)",
     "Café con Ana se canceló", "Lunch with Maria, moved to Friday", "Essen mit Anke fiel aus",
     "Lunch w/ Maria -> moved", "~~Lunch w/ Maria~~"],
)  # fmt: skip
def test_who_was_put_off_was_not_met(title: str) -> None:
    """Whichever way it is said."""
    assert named(title, BOOK) == []


@pytest.mark.parametrize(
    ("title", "who"),
    [("Remise des prix avec Camille", "camille"), ("Cena con Chiara: pollo saltato", "chiara"),
     ("Lunch with Maria, a reporter here", "maria"), ("Lunch with Maria, moved to the terrace", "maria")],
)  # fmt: skip
def test_a_word_that_means_another_thing_puts_nothing_off(title: str, who: str) -> None:
    """A prize-giving, a dish, a trade, a place."""
    assert named(title, BOOK) == [(who, True)]
