"""Whose parent somebody is: the child's name on their card is none of theirs."""

import pytest

from worker.core.giving.calling import headline_name, spoken_to
from worker.core.person import Person
from worker.core.titles.name_book import NameBook
from worker.core.titles.parent_of import parent_of
from worker.core.titles.title_names import people_in_title


@pytest.mark.parametrize(
    ("name", "own", "child"),
    [
        ("Laura Mama von Emil", "Laura", "emil"),
        ("Amélie (maman de Tom)", "Amélie", "tom"),
        ("Chiara - mamma di Luca", "Chiara", "luca"),
        ("Sofía Padres de Leo", "Sofía", "leo"),
        ("Sarah (Emma's mum)", "Sarah", "emma"),
        ("Tom’s Mum Kate", "Kate", "tom"),
        ("Laura Emils Mama", "Laura", "emil"),
        ("Emma's Mum", "", "emma"),
        ("Jonas' Papa", "", "jonas"),
        ("Emils Mama", "", "emil"),
        ("Mãe da Rita", "", "rita"),
        ("Maman d’Hugo", "", "hugo"),
        ("Mum of Tom", "", "tom"),
    ],
)
def test_a_card_tells_whose_parent_somebody_is(name: str, own: str, child: str) -> None:
    """In six languages, with their own name or without."""
    found = parent_of(name)
    assert found is not None
    assert (found.own, found.child) == (own, child)


@pytest.mark.parametrize(
    "name",
    ["Mum", "Mama Lena", "Anna Mae", "Thomas Vater", "Irena Papas", "Padre Pio", "Laura Mama von", "Ana"],
)
def test_others_are_nobodys_parent_by_name(name: str) -> None:
    """Nor is the user's own mother, or a surname."""
    assert parent_of(name) is None


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Laura Mama von Emil", "Laura"),
        ("Sarah (Emma's mum)", "Sarah"),
        ("Emma's Mum", ""),
        ("Mãe da Rita", ""),
    ],
)
def test_nobody_is_greeted_by_the_name_of_their_child(name: str, called: str) -> None:
    """Nor is anybody else's mother greeted as Mum; above a nudge stands what the card says."""
    person = Person(key="x", name=name)
    assert spoken_to(person) == called
    assert headline_name(person) == name


def named(title: str, *names: str) -> list[str]:
    book = NameBook.of(Person(key=name, name=name) for name in names)
    return [each.person for each in people_in_title(title, book) if each.person and each.is_certain]


def test_a_title_names_the_parent_by_their_own_name() -> None:
    assert named("Café avec Amélie", "Amélie maman de Tom") == ["Amélie maman de Tom"]


@pytest.mark.parametrize(
    ("title", "card"),
    [
        ("Pranzo con mamma", "Mamma di Luca"),
        ("Spielplatz mit Finn", "Papa von Finn"),
        ("Lunch with Emma", "Emma's Mum"),
        ("Parc avec Tom", "Amélie maman de Tom"),
    ],
)
def test_neither_the_child_nor_ones_own_mother_is_this_parent(title: str, card: str) -> None:
    assert named(title, card) == []


@pytest.mark.parametrize(
    ("title", "card"),
    [
        ("Coffee with Emma's Mum", "Emma's Mum"),
        ("Playdate with Emma’s mom, park", "Emma's Mum"),
        ("Tea at Emma's Mum's", "Emma's Mum"),
        ("Emma's Mum for coffee", "Emma's Mum"),
        ("Kaffee mit Emils Mama", "Laura Mama von Emil"),
        ("Kaffee mit der Mama von Emil", "Laura Mama von Emil"),
        ("Kaffee mit Laura (Mama von Emil)", "Laura Mama von Emil"),
        ("Café con la mamá de Lucía", "Mamá de Lucía"),
        ("Café avec la maman d’Hugo", "Maman d’Hugo"),
        ("Caffè con la mamma di Luca", "Mamma di Luca"),
        ("Café com a mãe da Rita", "Mãe da Rita"),
    ],
)
def test_a_title_that_says_whose_parent_it_is_with_names_them(title: str, card: str) -> None:
    """Their mother is not their father, and not another child's."""
    assert named(title, card, "Emma's Dad", "Papa von Emil", "Leo's Mum") == [card]
    assert named(title, "Emma's Dad", "Papa von Emil", "Leo's Mum") == []


def test_a_child_is_no_grown_up_whose_name_is_shortened_so() -> None:
    """Who really bears that name, on a card of their own, is still meant."""
    cards = ["Amélie (maman de Tom)", "Thomas Berger"]
    assert named("Parc avec Amélie et Tom", *cards) == ["Amélie (maman de Tom)"]
    assert named("Dinner with Tom", "Thomas Berger") == ["Thomas Berger"]
    assert named("Dinner with Tom", *cards, "Tom Reed") == ["Tom Reed"]


def test_the_book_shows_them_as_their_card_does() -> None:
    """What was heard besides helps where a card bears an address."""
    shown = NameBook.of(
        [Person(key="x", name="x@example.org", emails=("x@example.org",), also=("Ana Reed",))]
    )
    assert shown.names == {"x": "Ana Reed"}
