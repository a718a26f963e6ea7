"""Seasons and kisses in titles: they say nothing of who is met, unless somebody is called so."""

import pytest

from tests.core.title_books import book_of, named
from worker.core.titles.season_words import FOND, SEASONS
from worker.core.titles.title_words import ROLES


def test_no_word_is_both_of_a_season_and_of_the_table() -> None:
    """The table would speak first."""
    assert not ROLES.keys() & (SEASONS | FOND)


@pytest.mark.parametrize(
    ("title", "known"),
    [
        ("Dîner avec Noël", "Noël Petit"),
        ("Christmas drinks", "Christmas Humphreys"),
        ("lunch with amy love", "Amy Love"),
        ("cena natale", "Natale Rossi"),
    ],
)
def test_who_is_known_by_such_a_name_keeps_it(title: str, known: str) -> None:
    """Whoever else may be meant."""
    assert any(name == known for name, _ in named(title, book_of(known)))


@pytest.mark.parametrize(
    "title", ["Happy New Year Ana", "Happy Christmas Ana", "happy xmas ana", "Ana xx", "Ana xmas"]
)
def test_a_wish_is_no_meeting(title: str) -> None:
    """Nor is a name with a kiss, or with a feast."""
    assert named(title, book_of("Ana Lopez")) == []


def test_a_surname_behind_a_feast_is_somebody_elses() -> None:
    """ "Visita di Natale Rossi" is a visit from Natale Rossi, and none from Chiara Rossi."""
    book = book_of("Chiara Rossi", "Luca Bianchi")

    assert named("Visita di Natale Rossi", book) == [("Natale Rossi", False)]
    assert named("Visita di Natale Luca", book) == [("Luca Bianchi", True)]


@pytest.mark.parametrize(
    "feast",
    [
        "Christmas Eve", "Xmas Day", "New Year", "New Year’s Eve", "Boxing Day", "Bank Holiday", "Easter Sunday",
        "Whit Monday", "Good Friday", "4th of July", "fin d'année", "Nouvel An", "Jour de l’An", "Saint-Sylvestre",
        "fin de año", "Año Nuevo", "fim de ano", "Ano Novo", "fine anno", "Heilig Abend", "5 à 7", "cinq à sept", "5@7",
    ],
)  # fmt: skip
def test_a_feast_of_several_words_says_nothing_of_who_is_met(feast: str) -> None:
    """None is taken for a name, or for what a title is about."""
    assert named(f"{feast} drinks Lottie", book_of("Lottie Brandt")) == [("Lottie Brandt", True)]
