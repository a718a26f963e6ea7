"""Surnames in titles that are words as well, or begin in small letters: whoever bears them is somebody else."""

import pytest

from tests.core.title_books import book_of, counted, named

BOOK = book_of("Hugo Martin", "Benoît Girard", "Luca Girard", "Pedro Souza")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ciné avec Hugo Petit", "Hugo Petit"),
        ("Dîner avec Hugo Petit et Luca", "Hugo Petit"),
        ("Déjeuner avec «Hugo Petit»", "Hugo Petit"),
        ("Ciné avec Hugo Dimanche", "Hugo Dimanche"),
        ("Cena con Pedro Domingo", "Pedro Domingo"),
        ("Lunch with Hugo Long", "Hugo Long"),
        ("Lunch with Hugo Young", "Hugo Young"),
        ("Drinks with Hugo Short", "Hugo Short"),
        ("Kaffee mit Hugo Kurz", "Hugo Kurz"),
        ("Concert avec Benoît l'Hermite", "Benoît l'Hermite"),
        ("Cena con Luca d’Este", "Luca d’Este"),
        ("Cena con Luca dell'Orto", "Luca dell'Orto"),
        ("Cena con Luca degli Esposti", "Luca degli Esposti"),
        ("Jantar com Pedro d'Ávila", "Pedro d'Ávila"),
        ("Cena con Luca Ferrari", "Luca Ferrari"),
    ],
)
def test_a_word_after_a_given_name_is_a_surname(title: str, name: str) -> None:
    """Whoever is known by the given name alone is not met; who is, is asked about by the whole name."""
    others = {("Luca Girard", True)} if "et Luca" in title else set()

    assert set(named(title, BOOK)) == {(name, False)} | others
    assert counted(title, book_of("Hugo Martin", "Luca Girard", name)) >= {name}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Lunch with Hugo Monday", "Hugo Martin"),
        ("Kaffee mit Hugo Freitag", "Hugo Martin"),
        ("Ciné avec Hugo lundi", "Hugo Martin"),
        ("Ciné avec Hugo Lundi soir", "Hugo Martin"),
        ("Ciné avec Hugo Lundi 20h", "Hugo Martin"),
        ("Hugo Quick Sync", "Hugo Martin"),
        ("Hugo Long Lunch", "Hugo Martin"),
        ("Ciné avec Benoît l'après-midi", "Benoît Girard"),
        ("Cena con Luca all'Osteria", "Luca Girard"),
    ],
)
def test_a_word_after_a_name_may_say_when_or_what(title: str, name: str) -> None:
    """English and German write days with a capital; an adjective belongs to what comes after it."""
    assert counted(title, BOOK) == {name}


def test_a_surname_is_known_by_its_bearer() -> None:
    """Where there is a Hugo Freitag, the day is he; a team is nobody for all that."""
    assert counted("Kaffee mit Hugo Freitag", book_of("Hugo Martin", "Hugo Freitag")) == {"Hugo Freitag"}
    assert counted("Lunch with Marketing Team", book_of("Marketing Team")) == frozenset()


@pytest.mark.parametrize("title", ["Hugo's Long Walk", "Visite d'Hugo", "Mère d'Hugo", "Globex Long Lunch"])
def test_what_is_theirs_is_no_surname(title: str) -> None:
    """Nor is a word beside what nobody is called."""
    assert named(title, BOOK) == []


@pytest.mark.parametrize("letter", "DEILMOVX")
@pytest.mark.parametrize(
    "form", ["Lunch Rhys {}", "Lunch with Rhys {}", "Lunch with Rhys {}.", "Rhys {} - lunch", "Rhys {} lunch"]
)
def test_a_surname_may_stand_as_its_first_letter(form: str, letter: str) -> None:
    """Whatever else that letter means: "M." is a Frenchman, "I" the user, "E" is "and"."""
    theirs, other = f"Rhys {letter}addox", "Rhys Tudor"

    assert named(form.format(letter), book_of(theirs, other)) == [(theirs, True)]


@pytest.mark.parametrize("title", ["Lunch Rhys E Maria", "Lunch Rhys & I", "Lunch with Rhys's M"])
def test_a_letter_that_is_no_surname_tells_nothing(title: str) -> None:
    """ "And", the user, a thing of his."""
    found = named(title, book_of("Rhys Maddocks", "Rhys Evans", "Rhys Tudor"))

    assert [who for who, is_certain in found if is_certain] == []
