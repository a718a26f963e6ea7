"""A place or a month after "en" is nobody met, in Spanish and French; in Dutch, "en" joins two who are."""

import pytest

from tests.core.title_books import counted, named
from worker.core.person import Person
from worker.core.titles.name_book import NameBook

BOOK = NameBook.of(
    Person(key=name, name=name)
    for name in (
        "Irene Ruiz", "Lola Toledo", "Pilar Sanz", "Rocío Gil", "Concha Vega", "Julio Pons", "Marco Roma",
        "Kees Bakker", "Piet Visser", "Ana Costa",
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Cena con Irene en Toledo", {"Irene Ruiz"}),
        ("Cena con Irene en el Pilar", {"Irene Ruiz"}),
        ("Comida con Irene en la Concha", {"Irene Ruiz"}),
        ("Vacaciones con Irene en julio", {"Irene Ruiz"}),
        ("Comida en El Rocío con Irene", {"Irene Ruiz"}),
        ("Reunión en julio", set()),
        ("Comida en Toledo", set()),
        ("Dîner avec Irene en juillet", {"Irene Ruiz"}),
        ("Cena en casa de Ana", {"Ana Costa"}),
        ("Cena en la casa de Ana", {"Ana Costa"}),
        ("Cena con Irene y Ana en Toledo", {"Irene Ruiz", "Ana Costa"}),
        ("Lunch met Kees en Piet", {"Kees Bakker", "Piet Visser"}),
        ("Lunch Kees en Piet", {"Kees Bakker", "Piet Visser"}),
        ("Comida con Pilar", {"Pilar Sanz"}),
    ],
)
def test_en_leads_to_a_place_where_the_title_is_spanish_or_french(title: str, who: set[str]) -> None:
    """Whoever is called like a place or a month is not met there."""
    assert counted(title, BOOK) == who


@pytest.mark.parametrize(
    "title",
    ["Comida con Irene en Valencia", "Cena con Irene en Chamberí", "Cena con Irene en el Retiro",
     "Pranzo con Irene a Roma", "Dîner avec Irene à Lyon", "Comida con Irene, Valencia"],
)  # fmt: skip
def test_a_place_is_proposed_to_nobody(title: str) -> None:
    """A calendar is full of towns and quarters."""
    assert [who for who, _ in named(title, BOOK)] == ["Irene Ruiz"]


def test_a_town_alone_is_no_surname() -> None:
    """With the given name, or after a form of address, it is."""
    assert counted("Pranzo con Roma", BOOK) == set()
    assert (
        counted("Pranzo con Marco Roma", BOOK) == counted("Pranzo con il signor Roma", BOOK) == {"Marco Roma"}
    )
