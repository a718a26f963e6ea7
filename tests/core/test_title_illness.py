"""Who is ill stands in a title without being met; who is visited or accompanied is."""

import pytest

from tests.core.title_books import book_of, counted
from worker.core.titles.title_mentions import mentioned_in_title

BOOK = book_of("Mari Carmen", "Anna Berg", "Léa Petit", "Giulia Rossi", "João Lima", "Anne-Marie Roy")
TWO = book_of("Anna Berg", "Anna Roth", "Tom Berg")


@pytest.mark.parametrize(
    "title",
    [
        "Quimio Mari Carmen",
        "Operación Mari Carmen",
        "Mari Carmen ingresada, Virgen del Rocío",
        "Chemo Anna",
        "OP Anna",
        "Anna im Krankenhaus",
        "Annas OP",
        "Anna's surgery",
        "Chimio Léa",
        "Opération Léa",
        "Hospitalisation d'Anna",
        "Chemioterapia Giulia",
        "Giulia ricoverata",
        "Quimioterapia João",
        "João internado",
        "Chemo Anne-Marie",
        "Visit hospital Anna",
        "Anna hospital",
        "Visita médica hospital Giulia",
    ],
)
def test_a_treatment_is_no_meeting_and_tells_whose_it_is(title: str) -> None:
    """A5."""
    assert counted(title, BOOK) == frozenset()
    assert len(mentioned_in_title(title, BOOK)) == 1


@pytest.mark.parametrize(
    "title",
    [
        "Quimio con Mari Carmen",
        "Chemo mit Anna",
        "Besuch bei Anna im Krankenhaus",
        "Visit Anna in hospital",
        "Chimio avec Léa",
        "Chemio con Giulia",
        "Visita a Giulia in ospedale",
        "Visita ao João no hospital",
        "Visita a Mari Carmen hospital",
        "Visita Mari Carmen hospital Virgen del Rocío",
        "Besuch Anna Krankenhaus",
        "Visite Léa hôpital",
        "Visita João hospital",
        "Visita Giulia ospedale",
        "Visit Anna hospital",
    ],
)
def test_whoever_is_visited_or_not_left_alone_is_met(title: str) -> None:
    """A5: that is the most one can do."""
    assert len(counted(title, BOOK)) == 1
    assert mentioned_in_title(title, BOOK).keys() == counted(title, BOOK)


def test_of_several_it_is_those_of_whom_a_title_says_the_most() -> None:
    """In doubt nothing light is said to either."""
    assert mentioned_in_title("Chemo Anna", TWO).keys() == {"Anna Berg", "Anna Roth"}
    assert mentioned_in_title("Chemo Anna Berg", TWO).keys() == {"Anna Berg"}
    assert mentioned_in_title("Chemo Herr Berg", BOOK).keys() == {"Anna Berg"}
    assert mentioned_in_title("Chemo", TWO) == {}
