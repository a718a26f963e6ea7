"""Things in titles: what German writes with a capital after a name is no surname."""

import pytest

from tests.core.test_perhaps import BEFORE, ahead, told
from tests.core.title_books import book_of
from worker.core.perhaps import Tells
from worker.core.titles.title_names import people_in_title

BOOK = book_of("Torben Clausen", "Papa", "Jil Roth")


@pytest.mark.parametrize(
    "title",
    ["Mit Torben Motorrad fahren", "Mit Torben Fußball gucken", "Mit Torben Boot streichen", "Mit Torben Lego bauen",
     "Mit Torben Hafengeburtstag", "Mit Torben Flohmarkt", "Mit Torben St. Pauli", "Mit Torben St Pauli",
     "Bier mit Torben St. Pauli"],
)  # fmt: skip
def test_who_does_something_with_a_thing_is_met(title: str) -> None:
    """A verb tells it, or a word that stands for what friends do."""
    assert [(each.person, each.is_certain) for each in people_in_title(title, BOOK)] == [
        ("Torben Clausen", True)
    ]


@pytest.mark.parametrize(
    "title",
    ["Torben Umzug", "Torben Garten helfen", "Torben Möbel aufbauen", "Torben Ikea", "Torben Elbphilharmonie",
     "Torben Badminton", "Torben St. Pauli"],
)  # fmt: skip
def test_without_a_word_of_company_they_were_perhaps_met(title: str) -> None:
    """So no silence is told across it."""
    assert people_in_title(title, BOOK) == ()
    assert told(ahead(title, started_at=BEFORE), Tells.MEETING, BOOK) == {"Torben Clausen"}


def test_so_was_father_in_his_garden() -> None:
    """A word for kin is a name as well, where somebody is called so."""
    assert told(ahead("Papa Garten helfen", started_at=BEFORE), Tells.MEETING, BOOK) == {"Papa"}


@pytest.mark.parametrize(
    "title",
    [
        "Kaffee mit Torben Müller",
        "Torben Müller treffen",
        "Mit Torben Müller wandern",
        "Lunch with Jil St. John",
    ],
)
def test_a_surname_stays_one(title: str) -> None:
    """Then a namesake is meant."""
    assert all(each.person is None for each in people_in_title(title, BOOK))
    assert told(ahead(title, started_at=BEFORE), Tells.MEETING, BOOK) == set()


def test_who_is_known_by_both_words_keeps_them() -> None:
    """ "Clausen feiern" is no thing."""
    (torben,) = people_in_title("Mit Torben Clausen feiern", BOOK)

    assert torben.person == "Torben Clausen"
