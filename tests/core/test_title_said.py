"""What people say before a name: articles, elisions, and where somebody is at home."""

import pytest

from tests.core.title_books import book_of, counted, named
from worker.core.titles.title_names import perhaps_in_title

BOOK = book_of(
    *("Giulia Conti", "Elena Russo", "Irene Gallo", "Marco Riva", "Ada Bruni", "Rita Alves", "Rui Costa"),
    *("Ana Lima", "Jordi Puig", "Olivier Blanc", "Oma Ruth", "Opa", "Avó", "Marco Dalla Costa"),
)


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Cena dalla Giulia", "Giulia Conti"),
        ("A cena dalla Giulia", "Giulia Conti"),
        ("CENA DALLA GIULIA", "Giulia Conti"),
        ("cena dalla giulia", "Giulia Conti"),
        ("Dalla Giulia", "Giulia Conti"),
        ("Cena dall'Elena", "Elena Russo"),
        ("Cena dall’Elena", "Elena Russo"),
        ("Cena a casa dell'Elena", "Elena Russo"),
        ("Visita all'Elena", "Elena Russo"),
        ("Cena con l'Elena", "Elena Russo"),
        ("Cena con l’Elena", "Elena Russo"),
        ("Telefonata dalla Giulia", "Giulia Conti"),
        ("Dîner chez l'Elena", "Elena Russo"),
        ("Sopar amb l'Elena", "Elena Russo"),
        ("Sopar amb la Giulia", "Giulia Conti"),
        ("Dinar amb en Jordi", "Jordi Puig"),
        ("Jantar na Rita", "Rita Alves"),
        ("Jantar no Rui", "Rui Costa"),
        ("Almoço na avó", "Avó"),
        ("Cena donde Ana", "Ana Lima"),
        ("Asado en lo de Ana", "Ana Lima"),
        ("Zur Oma", "Oma Ruth"),
        ("Zu Oma Ruth", "Oma Ruth"),
        ("Zum Opa", "Opa"),
    ],
)
def test_an_article_before_a_name_keeps_nobody_away(title: str, who: str) -> None:
    """Nor does what is left of it before a vowel."""
    assert counted(title, BOOK) == {who}


@pytest.mark.parametrize(
    "title", ["Aperitivo con l'Irene e Ada", "Pranzo con Ada e l'Irene", "Cena con l'Irene e l'Ada"]
)
def test_of_a_list_everybody_is_met(title: str) -> None:
    """Whoever has an article, and whoever has none."""
    assert counted(title, BOOK) == {"Irene Gallo", "Ada Bruni"}


@pytest.mark.parametrize(
    "title",
    [
        "Jantar em casa da Rita e do Rui",
        "Churrasco na casa da Rita Alves e do Rui Costa",
        "Fim de semana na casa da Rita e do Rui em Aveiro",
        "Jantar na Rita e no Rui",
        "Cena en casa de Rita y de Rui",
        "Cena a casa di Rita e di Rui",
        "Cena a casa della Rita e del Rui",
    ],
)
def test_at_home_with_two_is_with_both(title: str) -> None:
    """Though the preposition is said again."""
    assert counted(title, BOOK) == {"Rita Alves", "Rui Costa"}
    assert counted(title.replace("Rita", "Ana Lima, do Jordi", 1), BOOK) >= {"Ana Lima", "Rui Costa"}


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Pranzo dalla nonna Ada", "nonna Ada"),
        ("Cena dallo zio Rui", "zio Rui"),
        ("Chez l'oncle Rui", "oncle Rui"),
    ],
)
def test_kin_with_an_article_are_asked_about_as_those_without(title: str, who: str) -> None:
    """They may be somebody else than the friend of that name."""
    assert named(title, BOOK) == [(who, False)]


@pytest.mark.parametrize(
    "title",
    ["Vacanze dal 3 al 7 gennaio", "Treno dal Veneto", "Dal dentista", "Cena dall'Aquila", "Jantar na praia",
     "Jantar no Porto", "Dîner l'Olivier", "Chiavi dalla Giulia", "Regalo all'Elena", "Compleanno dell'Elena",
     "Zum Zahnarzt", "Zu Giulia oder zu Elena", "Concert à l'Olympia"],
)  # fmt: skip
def test_an_article_alone_makes_no_company(title: str) -> None:
    """Of a time, a place, a restaurant, or something of theirs."""
    assert counted(title, BOOK) == frozenset()


def test_kin_who_are_called_so_are_met_with_an_article_too() -> None:
    """ "Nonna" is whoever the user calls so."""
    assert counted("Pranzo dalla nonna", book_of("Nonna")) == {"Nonna"}
    assert counted("Domenica dal nonno", book_of("Nonno")) == {"Nonno"}


def test_a_surname_that_begins_so_stays_one() -> None:
    """Whatever stands before it."""
    assert counted("Cena con Marco Dalla Costa", BOOK) == {"Marco Dalla Costa"}
    assert named("Cena con Lucio Dalla", BOOK) == [("Lucio Dalla", False)]


def test_of_what_comes_from_somebody_it_stays_open_whether_they_were_met() -> None:
    """A key is handed over, or lies under the mat."""
    assert counted("Chiavi dalla Giulia", BOOK) == frozenset()
    assert set(perhaps_in_title("Chiavi dalla Giulia", BOOK, is_past=True)) == {"Giulia Conti"}
    assert set(perhaps_in_title("Chiavi dall'Elena", BOOK, is_past=True)) == {"Elena Russo"}


def test_who_is_nobody_known_is_asked_about_only_where_it_is_a_person() -> None:
    """At home with a name that nobody has, Portuguese may be in a quarter of Lisbon."""
    assert named("Cena con l'Ilaria", BOOK) == [("Ilaria", False)]
    assert named("Jantar na Madalena", BOOK) == []
    assert perhaps_in_title("Jantar na Madalena", BOOK) == {}
