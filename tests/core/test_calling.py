"""Calling: people are called by their given name, and politely where only another one is known."""

import pytest

from tests.core.bonds import TODAY, bond, words_in
from worker.core.giving.calling import first_name, headline_name, said_to, spoken_to
from worker.core.giving.catalogue import Occasion
from worker.core.giving.phrase import headline_of
from worker.core.identity.everyone import people_on
from worker.core.person import Card, Person
from worker.core.titles.address_words import KIN


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Ada Lovelace", "Ada"),
        ("Lovelace, Ada", "Ada"),
        ("Jo Smith", "Jo"),
        ("J. Smith", "J. Smith"),
        ("Th. Mann", "Th. Mann"),
        ("A Smith", "A Smith"),
        ("Ada Lovelace, PhD", "Ada"),
        ("ada@example.org", ""),
        ("李小龙", "李小龙"),
        ("Ana\n!", "Ana"),
        ("Dr. Ada Lovelace", "Ada"),
        ("Prof. Dr. Ada Lovelace", "Ada"),
        ("Dr. Nilufar Karimova", "Nilufar"),
        ("Frau Dr. Ada Lovelace", "Ada"),
        ("Frau Anna Petrowa", "Anna"),
        ("Una Walsh", "Una"),
        ("Des Kelly", "Des"),
    ],
)
def test_a_given_name_is_enough(name: str, called: str) -> None:
    """None shows in an address, nor where it is an initial."""
    assert first_name(name) == called


@pytest.mark.parametrize(
    "name",
    [
        "Frau Petrowa",
        "Frau Dr. Weber",
        "Frau von Ahn",
        "Herr Kantor",
        "Dr. Weber",
        "Dr. Weber PhD",
        "Dr. Weber Jr.",
        "Tante Petrowa Iwanowna",
        "Dr. van Dam",
        "Familie Meier",
        "Pfarrer Hägele",
        "Mrs Smith",
        "Mr & Mrs Smith",
        "Dr. & Mrs. Smith",
        "Sister Mary",
        "Señora Ruiz",
        "Sra. Ruiz López",
        "Padre Pio",
        "Signora Bianchi",
        "Sig.ra Bianchi",
        "Madame Roy",
        "M. Roy",
        "Dona Ana",
        "Irmã Dulce",
        "Seu João",
        "Doña Carmen",
        "Don Luis",
        "Don Anselmo",
        "Fray Tomás",
        "Fray Luis de León",
        "Uncle Bob",
        "Tante Irmgard",
        "Schwager Bernd",
        "Cuñada Pilar",
        "Oncle Paul",
        "Pépé René",
        "Zia Rosa",
        "Oma",
        "Frau",
    ],
)
def test_a_surname_alone_or_a_word_for_kin_is_not_what_one_calls_anybody(name: str) -> None:
    """A5: "Hallo Petrowa" is rude, and "You and Uncle" nonsense; "Frau Petrowa" and "Uncle Bob" are neither."""
    assert first_name(name) == (name if name != "Fray Luis de León" else "Fray Luis")


@pytest.mark.parametrize("kin", KIN.split())
def test_every_word_for_kin_keeps_its_name(kin: str) -> None:
    """But for those that are given names themselves."""
    name = f"{kin.capitalize()} Ada"

    assert first_name(name) == (name if kin not in ("nan", "nana", "mae", "mari") else kin.capitalize())
    assert first_name(f"{name} Lovelace") == first_name(name)


@pytest.mark.parametrize("written", ["Irma Kern", "Pepe Kern", "Mae Kern", "Mari Kern"])
def test_a_name_that_is_almost_a_word_for_kin_is_a_name(written: str) -> None:
    """Irmã, pépé and mãe are kin."""
    assert first_name(written) == written.split(maxsplit=1)[0]


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("M.ª Ángeles Soto", "M.ª Ángeles"),
        ("Mª Ángeles", "M.ª Ángeles"),
        ("M.ª del Carmen Ortega Ruiz", "M.ª del Carmen"),
        ("M.ª de los Ángeles Soto", "M.ª de los Ángeles"),
        ("M.ª", "M.ª"),
    ],
)
def test_a_shortened_maria_goes_with_the_name_behind_it(name: str, called: str) -> None:
    """Nobody is called M.ª alone."""
    assert first_name(name) == called


@pytest.mark.parametrize(
    ("lang", "name", "greeting"),
    [
        ("de", "Frau Schuster", "Hallo Frau Schuster,"),
        ("de", "Herr Kantor", "Hallo Herr Kantor,"),
        ("de", "Tante Irmgard", "Hallo Tante Irmgard,"),
        ("en", "Mrs Smith", "Hi Mrs Smith,"),
        ("es", "Señora Ruiz", "Hola, Señora Ruiz:"),
        ("es", "M.ª Ángeles Soto", "Hola, M.ª Ángeles:"),
        ("fr", "Madame Roy", "Bonjour Madame Roy,"),
        ("it", "Signora Bianchi", "Gentile Signora Bianchi,"),
        ("it", "Zia Carla", "Ciao Zia Carla,"),
        ("it", "Carla Bianchi", "Ciao Carla,"),
        ("pt", "Sra. Silva", "Olá, Sra. Silva,"),
        ("pt", "Rita Silva", "Oi, Rita,"),
    ],
)
def test_a_greeting_calls_people_as_they_are_spoken_to(lang: str, name: str, greeting: str) -> None:
    """No article, and no other case; no "ciao" to whom one calls Signora."""
    words = said_to(Person(key="x", name=name), words_in(lang))

    assert words.say("nudge.draft.hi", name=first_name(name)) == greeting


@pytest.mark.parametrize(
    "name",
    ["Frau Schuster", "Herr Dr. Roth", "Dr. Weber", "Sra. Ruiz López", "Mme Durand", "M. Roy", "Dott.ssa Bianchi",
    "Prof. Rossi", "Pfarrer Hägele", "Padre Luis", "Don Luis", "Doña Carmen", "Suor Maria", "Familie Meier"],
)  # fmt: skip
def test_who_is_called_by_an_address_is_spoken_to_politely(name: str) -> None:
    """A5: no "du" after "Hallo Frau Schuster"."""
    assert said_to(Person(key="x", name=name), words_in("de")).is_polite


@pytest.mark.parametrize(
    "name",
    ["Anna Schuster", "Frau Anna Schuster", "Dr. Ada Lovelace", "Tante Irmgard", "Onkel Meier", "Oma Schulz",
    "Schwester Agnes", "Don", "Pan", "anna@example.org", ""],
)  # fmt: skip
def test_friends_and_kin_are_spoken_to_as_such(name: str) -> None:
    """So is everybody who is called by a given name, whatever else stands on the card."""
    assert not said_to(Person(key="x", name=name), words_in("de")).is_polite


def test_what_a_card_says_decides() -> None:
    """Frau Schuster, whose given name is known, is called by it."""
    card = Person(key="x", name="Frau Schuster", given="Sabine")

    assert not said_to(card, words_in("de")).is_polite


@pytest.mark.parametrize(
    ("lang", "name", "headline"),
    [
        ("de", "Herr Kantor", "Ein Gruß an Herrn Kantor"),
        ("de", "Frau Schuster", "Ein Gruß an Frau Schuster"),
        ("es", "Sr. Ruiz", "Unas palabras para el Sr. Ruiz"),
        ("es", "Doña Carmen", "Unas palabras para Doña Carmen"),
        ("it", "Signora Bianchi", "Una parola per la Signora Bianchi"),
        ("pt", "Sra. Silva", "Uma palavra para a Sra. Silva"),
    ],
)
def test_a_headline_has_the_article_and_the_case_that_an_address_takes(
    lang: str, name: str, headline: str
) -> None:
    """As one speaks of somebody."""
    assert words_in(lang).say("nudge.headline.rhythm", name=name) == headline


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Tom & Ana", "Tom & Ana"),
        ("Tom & Ana Whitaker", "Tom & Ana"),
        ("Ruth und Karl Maier", "Ruth und Karl"),
        ("Ana Costa e Silva", "Ana"),
        ("Tom &", "Tom"),
    ],
)
def test_two_who_share_a_card_are_called_both(name: str, called: str) -> None:
    """A word that joins surnames joins nobody."""
    assert first_name(name) == called


def test_who_writes_the_family_name_first_is_called_by_the_other() -> None:
    """As the card tells."""
    nagy = Person(key="p", name="Nagy Péter", given="Péter")

    assert spoken_to(nagy) == "Péter"
    assert spoken_to(Person(key="p", name="Nagy Péter")) == "Nagy"
    assert spoken_to(Person(key="p@x.example", name="p@x.example")) == ""
    assert [person.given for person in people_on([Card(name="Nagy Péter", given="Péter")])] == ["Péter"]


@pytest.mark.parametrize(
    ("name", "also", "called"),
    [
        ("Hildegard Sommer", ("Oma Hilde",), "Oma Hilde"),
        ("Pia Vigna", ("nonna Pia",), "Nonna Pia"),
        ("Giuseppe Vigna", ("Beppe", "zio Beppe"), "Zio Beppe"),
        ("Oma Hilde", ("Tante Hilde",), "Oma Hilde"),
        ("tonton Gérard", (), "Tonton Gérard"),
        ("Ana Lopez", ("Lopez Ana",), "Ana"),
        ("Ana Lopez", ("Sister Mary",), "Ana"),
    ],
)
def test_whom_a_card_calls_by_kin_and_name_is_called_so(
    name: str, also: tuple[str, ...], called: str
) -> None:
    """Nobody writes "Hallo Hildegard" to their grandmother, nor reads her whole name above a nudge."""
    person, words = Person(key="x", name=name, also=also), words_in("de")
    headline = headline_of(bond(name, also=also), Occasion.BIRTHDAY, words, on=TODAY)

    assert spoken_to(person) == called
    assert said_to(person, words) is words
    assert (called if " " in called else name) in headline
    assert headline.count(headline_name(person)) == 1
