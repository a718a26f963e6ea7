"""Compound names: who is called by two given names is called by both, and nobody else is."""

from dataclasses import replace

import pytest

from tests.core.bonds import bond, met
from tests.core.title_books import book_of, counted, named
from worker.core.giving.calling import first_name, spoken_to
from worker.core.giving.gift import called as called_in_sentences
from worker.core.identity.called import called
from worker.core.identity.meant import keys_meant
from worker.core.person import Person
from worker.core.titles.compound_names import compound_of, given_told
from worker.core.titles.title_names import has_name, may_name, person_named

JOSE = "María José Ruiz Pineda"


@pytest.mark.parametrize(
    ("name", "calls"),
    [
        (JOSE, "María José"),
        ("MARÍA JOSÉ RUIZ", "MARÍA JOSÉ"),
        ("José Luis Mora", "José Luis"),
        ("Juan Carlos", "Juan Carlos"),
        ("Mari Carmen Vega", "Mari Carmen"),
        ("María del Carmen Ortega", "María del Carmen"),
        ("María de los Ángeles Soto", "María de los Ángeles"),
        ("Maria da Conceição Silva", "Maria da Conceição"),
        ("João Pedro da Silva", "João Pedro"),
        ("Luiz Felipe Costa", "Luiz Felipe"),
        ("Marie Claire Roy", "Marie Claire"),
        ("Jean Paul", "Jean Paul"),
        ("Anne Sophie Roy", "Anne Sophie"),
        ("Gian Luca Bianchi", "Gian Luca"),
        ("Maria Teresa Conti", "Maria Teresa"),
        ("Hans Peter Kern", "Hans Peter"),
        ("Mary Ann Hill", "Mary Ann"),
        ("Billy Bob Hill", "Billy Bob"),
        ("Fco. Javier Soto", "Francisco Javier"),
        ("Ant.º Gil", "Antonio"),
        ("Dr. Juan Carlos Pérez", "Juan Carlos"),
        ("Tía María José", "Tía María José"),
        ("José Luis y Ana María Soto", "José Luis y Ana María"),
    ],
)
def test_both_names_are_said(name: str, calls: str) -> None:
    """With the particle between them, and behind a form of address."""
    assert first_name(name) == calls


@pytest.mark.parametrize(
    "name",
    ["Benjamin James Hill", "Anna Elisabeth Kern", "Maria da Silva", "María de la Torre", "Ana de Miguel",
     "José Martín", "María Ruiz", "María de", "Luis"],
)  # fmt: skip
def test_a_second_name_or_a_surname_is_not_said(name: str) -> None:
    """Which stands on many cards."""
    assert first_name(name) == name.split(maxsplit=1)[0]


@pytest.mark.parametrize(
    ("name", "given", "told"),
    [
        (JOSE, "María José", ""),
        ("Ana Rosa", "Ana", "Ana"),
        ("Ana Maria Lima", "Ana Maria", ""),
        ("José Emilio Ruiz", "José Emilio", "José Emilio"),
        ("Maria Elisabeth Kern", "Maria Elisabeth", ""),
        ("Juan Zacarías Ruiz", "Juan Zacarías", ""),
        ("Maman", "Rosa", ""),
        ("Anastasia Rosa", "Ana", ""),
        ("Ana Lima", "", ""),
    ],
)
def test_a_card_tells_how_many_names_are_given(name: str, given: str, told: str) -> None:
    """Where its name alone tells otherwise."""
    assert given_told(name, given) == told


def test_there_may_be_no_name() -> None:
    """As on an empty card."""
    assert compound_of([]) == ""


BOOK = book_of(JOSE, "Francisco Javier Soto", "José Luis Mora", "Mari Carmen Vega", "Antonio Gil")


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Café con Mª José", JOSE),
        ("Café con M.ª José Ruiz", JOSE),
        ("Café Mª José", JOSE),
        ("Café con Ma. José", JOSE),
        ("Café con M. José", JOSE),
        ("Café con Mª", JOSE),
        ("Vermut con Fco", "Francisco Javier Soto"),
        ("Vermut con Fco. Javier", "Francisco Javier Soto"),
        ("Cena con J. Luis", "José Luis Mora"),
        ("Cena con J. Luis Mora", "José Luis Mora"),
        ("Comida con Mª Carmen", "Mari Carmen Vega"),
        ("Comida con Mari Carmen", "Mari Carmen Vega"),
        ("Cena con Ant.º", "Antonio Gil"),
    ],
)
def test_a_title_may_shorten_a_name(title: str, who: str) -> None:
    """As Spanish does."""
    assert counted(title, BOOK) == {who}
    assert may_name(title, BOOK)


def test_a_card_may_shorten_a_name() -> None:
    """It is found in full as well, and is one human's."""
    book = book_of("Mª José Ruiz", "Fco. Soto")

    assert counted("Café con María José", book) == counted("Café con Mª José", book) == {"Mª José Ruiz"}
    assert counted("Café con Francisco", book) == {"Fco. Soto"}
    assert person_named("Maria Jose Ruiz", book) == "Mª José Ruiz"
    assert has_name("Café con Mª José", "María José")
    assert called("Mª José Ruiz").key == called("María José Ruiz").key


def test_what_only_looks_like_a_short_name_is_none() -> None:
    """An airport, an hour; of a J. Luis who may be José or Juan neither counts, and M. Roy is a Monsieur."""
    assert counted("Vuelo FCO", BOOK) == counted("Lunch 1 p.m.", BOOK) == frozenset()
    assert counted("Cena con J. Luis", book_of("José Luis Mora", "Juan Luis Rey")) == frozenset()
    assert counted("Déjeuner avec M. Roy", book_of("Marie Claire Leduc", "Guy Roy")) == {"Guy Roy"}


def test_a_compound_name_is_not_two_people() -> None:
    """Nobody known is called María José; María and José are others."""
    assert named("Café con María José", book_of("María Rey", "José Gil")) == [("María José", False)]


@pytest.mark.parametrize("text", ["Mª José", "M.ª José Ruiz", "maría josé", "mª jose ruiz pineda"])
def test_a_short_name_may_be_typed(text: str) -> None:
    """On either side."""
    assert keys_meant([Person(key="m", name=JOSE), Person(key="j", name="José Gil")], text) == {"m"}
    assert keys_meant([Person(key="m", name="Mª José Ruiz Pineda")], text) == {"m"}


PAQUI = Person(key="f", name="Francisca Ruiz", also=("Paqui",))


@pytest.mark.parametrize(
    ("person", "titles", "calls"),
    [
        (PAQUI, ["Vermut con Paqui"], "Paqui"),
        (PAQUI, ["Vermut con Paqui", "Cena", "Cena con Paqui", "Comida con Francisca"], "Paqui"),
        (PAQUI, ["Vermut con Paqui", "Comida con Francisca"], "Francisca"),
        (PAQUI, ["Comida con Francisca", ""], "Francisca"),
        (PAQUI, [], "Francisca"),
        (replace(PAQUI, also=("Mamá",)), ["Comida con mamá"], "Mamá"),
        (replace(PAQUI, also=("Mamá",)), ["Comida con Francisca"], "Francisca"),
    ],
)
def test_whom_titles_call_by_a_nickname_is_called_by_it(
    person: Person, titles: list[str], calls: str
) -> None:
    """Mostly, and not because a card knows one."""
    assert spoken_to(person, titles) == calls


@pytest.mark.parametrize(
    ("name", "also"),
    [
        ("Francisca Ruiz", ("Fr4n",)),
        ("Francisca Ruiz", ("jsmith",)),
        ("Francisca Ruiz", ("F",)),
        ("Francisca Ruiz", ("Ruiz",)),
        ("Francisca Ruiz", ("Paqui Soto",)),
        ("Francisca Ruiz", ("Paqui", "Paca")),
        ("Señora Ruiz", ("Paqui",)),
    ],
)
def test_not_every_word_on_a_card_is_what_one_calls_somebody(name: str, also: tuple[str, ...]) -> None:
    """A handle, an initial, a surname, two nicknames at once; and who is called Señora stays so."""
    titles = [f"Vermut con {each}" for each in also]

    assert spoken_to(Person(key="f", name=name, also=also), titles) == first_name(name)


def test_a_nudge_says_the_nickname() -> None:
    """In the words to the user; the greeting takes the same."""
    paqui = bond("Francisca Ruiz", [met(200, "Vermut con Paqui")], also=("Paqui",))

    assert called_in_sentences(paqui) == "Paqui"
