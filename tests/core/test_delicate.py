"""Delicate: what is never quoted, remembered or asked about, and who is no friend to be nudged about."""

import pytest

from tests.core.bonds import met
from worker.core.giving.delicate import is_delicate, is_professional_only, is_quotable, is_tender_only
from worker.core.person import Person


def test_a_private_event_is_never_quoted() -> None:
    """Whom and when is learnt; the title stays with its owner."""
    assert not is_quotable(met(10, "", is_private=True))
    assert not is_quotable(met(10, "Surprise party", is_private=True))


def test_a_delicate_place_makes_an_event_delicate() -> None:
    """ "Visit Ana" at the hospital is not a visit to be reminded of."""
    assert not is_quotable(met(10, "Sketching with Ana", place="St. Mary's Hospital"))
    assert is_quotable(met(10, "Sketching with Ana", place="Old Harbour"))


def test_a_cross_makes_an_event_delicate() -> None:
    """It stands for the word."""
    assert not is_quotable(met(10, "† Ana Lopez"))


@pytest.mark.parametrize(
    "email",
    ["info@smile-dental.example.com", "anna@praxis-weber.example", "k@hautklinik.example",
    "jo@brightrecruiting.example", "talent@bigfirm.example", "mia@harbour.law.example",
    "recruiter@firm.example", "termin@zahnarzt-nord.example"],
)  # fmt: skip
def test_an_address_of_a_service_is_no_friend(email: str) -> None:
    """Doctors, dentists, therapists, lawyers and recruiters are known by their addresses."""
    person = Person(key=email, name="Sam Field", emails=(email,))

    assert is_professional_only(person, [met(30, "Lunch")])


@pytest.mark.parametrize(
    "email", ["jude.law@example.org", "ivan@mail.hr", "doc@example.org", "clara@example.com"]
)
def test_an_ordinary_address_says_nothing(email: str) -> None:
    """A family name and a country are no service."""
    person = Person(key=email, name="Sam Field", emails=(email,))

    assert not is_professional_only(person, [met(30, "Lunch")])


@pytest.mark.parametrize(
    ("name", "is_served"),
    [
        ("Prof. Susana", True),
        ("Professora Lurdes", True),
        ("Luís Explicador", True),
        ("Contabilista Alice", True),
        ("Lehrerin Schmidt", True),
        ("Mrs Brown Teacher", True),
        ("Tom Plumber", True),
        ("Chauffagiste Lebreton", True),
        ("Garage Martin", True),
        ("Pizzeria Roma", True),
        ("Prof. Anna Maier", False),
        ("Susana Professor", False),
        ("Tom Barber", False),
        ("Notary", False),
    ],
)
def test_whom_an_address_book_calls_by_a_trade_serves(name: str, *, is_served: bool) -> None:
    """A colleague of a university has a whole name; with whom one eats is a friend."""
    person = Person(key="s@example.org", name=name)

    assert is_professional_only(person, [met(30, "Chat"), met(60, "Chat")]) is is_served
    assert not is_professional_only(person, [met(30, "Chat"), met(60, "Dinner at the harbour")])


def test_a_doctor_one_has_lunch_with_is_a_friend() -> None:
    """The title before the name is not the whole person."""
    person = Person(key="w@example.org", name="Dr. Jane Weber")

    assert is_professional_only(person, [met(30, "Check"), met(60, "Check")])
    assert not is_professional_only(person, [met(30, "Check"), met(60, "Dinner at the harbour")])


def test_someone_met_only_in_tender_events_is_left_in_peace() -> None:
    """Whoever they are: nothing about it is to be brought up."""
    person = Person(key="m@example.org", name="Mo Field")

    assert is_professional_only(person, [met(30, "Therapy"), met(60, "Therapy")])
    assert not is_professional_only(person, [met(30, "Therapy"), met(60, "Pottery")])
    assert is_tender_only([met(30, "Therapy"), met(60, "Fight with Mo")])
    assert not is_tender_only([met(30, "Fight with Mo"), met(60, "Pottery")])


def test_who_was_quarrelled_with_was_met_for_no_service() -> None:
    """Held back for another reason, which is not said of a friend."""
    assert not is_professional_only(Person(key="m@example.org", name="Mo Field"), [met(30, "Fight with Mo")])


@pytest.mark.parametrize(
    "title", ["Gethin seriously ill", "Gethin is ill", "Gethin unwell", "Visit Gethin (poorly)"]
)
def test_who_is_ill_in_english_is_as_tender_as_in_any_language(title: str) -> None:
    """And "I’ll" is not "ill"."""
    assert is_delicate(title)
    assert not is_delicate("I’ll call Gethin, Bill and Will Hill")
