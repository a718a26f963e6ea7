"""An aunt, a doctor in a title may bear a friend's name: nobody is taken for the other."""

import pytest

from tests.core.title_books import book_of, counted
from worker.core.person import Person
from worker.core.titles.name_book import NameBook
from worker.core.titles.title_names import people_in_title, perhaps_in_title

FRIENDS = book_of("Marta Iglesias", "Carmen Nieto", "Raúl Cano", "Sara Montero")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Comida con tía Marta", "tía Marta"),
        ("Comida con la abuela Carmen", "abuela Carmen"),
        ("Lunch with Grandma Carmen", "Grandma Carmen"),
        ("Kaffee mit Tante Marta", "Tante Marta"),
        ("Cena con prima Carmen", "prima Carmen"),
    ],
)
def test_kin_of_a_friends_name_is_asked_about(title: str, name: str) -> None:
    """And as long as that is open, the friend was perhaps met: no silence is told of them."""
    assert counted(title, FRIENDS) == frozenset()
    assert [each.name for each in people_in_title(title, FRIENDS)] == [name]
    assert perhaps_in_title(title, FRIENDS, is_past=True).keys() & {"Marta Iglesias", "Carmen Nieto"}


@pytest.mark.parametrize(
    "book",
    [
        book_of("Tía Marta"),
        NameBook.of([Person(key="Tía Marta", name="Marta Ruiz")], ["Lola Ruiz"]),
        NameBook.of([Person(key="Tía Marta", name="Marta Gil")], said=[("tía Marta", "Tía Marta")]),
        NameBook.of([Person(key="Tía Marta", name="Marta Gil", also=("tía Marta",))]),
    ],
)
def test_who_is_known_as_kin_is_met(book: NameBook) -> None:
    """By a card, by the user's own surname, or as they said; beside a friend of that name, too."""
    assert counted("Comida con tía Marta", book) == {"Tía Marta"}


def test_of_two_the_one_who_is_known_as_kin_is_met() -> None:
    """The friend is not."""
    book = book_of("Tía Marta", "Marta Iglesias")

    assert counted("Comida con tía Marta", book) == {"Tía Marta"}
    assert counted("Comida con Marta", book) == frozenset()


def test_who_is_known_from_titles_alone_is_who_they_were_said_to_be() -> None:
    """Said long ago, before kin were asked about."""
    book = NameBook.of([Person(key="name:marta", name="Marta")])

    assert counted("Comida con tía Marta", book) == {"name:marta"}


@pytest.mark.parametrize(
    "title", ["Revisión con Dr. Cano", "Check-up with Dr. Cano", "Appointment with Dr Cano"]
)
def test_a_doctor_of_a_friends_surname_is_not_the_friend(title: str) -> None:
    """At a surgery."""
    assert counted(title, FRIENDS) == frozenset()


@pytest.mark.parametrize("title", ["Lunch with Dr. Cano", "Sitzung mit Dr. Cano", "Café con el Dr. Cano"])
def test_whom_one_has_lunch_with_may_well_be_a_doctor(title: str) -> None:
    """A colleague is called so."""
    assert counted(title, FRIENDS) == {"Raúl Cano"}


def test_a_doctors_title_is_nobodys_name() -> None:
    """Neither is she in Spanish."""
    assert [each.name for each in people_in_title("Café con Dra. Montero", FRIENDS)] == ["Sara Montero"]


@pytest.mark.parametrize(
    "title",
    ["Club de lectura en casa de Sara", "Book club at Sara's", "Club de lecture chez Sara", "Lesekreis bei Sara",
     "Clube de leitura na casa da Sara", "Gruppo di lettura a casa di Sara"],
)  # fmt: skip
def test_who_houses_a_book_club_is_met(title: str) -> None:
    """As who houses a choir."""
    assert counted(title, FRIENDS) == {"Sara Montero"}


@pytest.mark.parametrize("title", ["Coffee with Fr Raúl", "Lunch with Dr Raúl", "Café con Sr Raúl"])
def test_a_title_before_a_given_name_is_not_surely_the_friend(title: str) -> None:
    """ "Fr Pat" is the priest."""
    assert counted(title, FRIENDS) == frozenset()


COUPLE = book_of("Mark Daly", "Sinead Daly")


@pytest.mark.parametrize(
    "title", ["Mark & Sinead for dinner", "Mark and Sinead over for dinner", "Dinner Mark and Sinead"]
)
def test_a_name_that_is_a_word_too_is_one_beside_somebody_known(title: str) -> None:
    """Of a couple nobody is left out."""
    assert counted(title, COUPLE) == {"Mark Daly", "Sinead Daly"}


def test_a_word_beside_a_word_is_no_name() -> None:
    """As in the names of pubs."""
    assert counted("Pints at the Rose & Crown", book_of("Rose Hill", "Tom Hall")) == frozenset()
