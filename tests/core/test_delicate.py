"""Delicate: what is never quoted, remembered or asked about, and who is no friend to be nudged about."""

from dataclasses import replace

import pytest

from tests.core.bonds import met
from tests.core.test_judge import meeting
from worker.core.giving.delicate import (
    farewells_in,
    is_departed,
    is_farewell_to,
    is_professional_only,
    is_quotable,
)
from worker.core.owner import Owners
from worker.core.person import Person


def test_a_private_event_is_never_quoted() -> None:
    """Whom and when is learnt; the title stays with its owner."""
    assert not is_quotable(met(10, "", is_private=True))
    assert not is_quotable(met(10, "Surprise party", is_private=True))


def test_a_delicate_place_makes_an_event_delicate() -> None:
    """ "Visit Ana" at the hospital is not a visit to be reminded of."""
    assert not is_quotable(met(10, "Sketching with Ana", place="St. Mary's Hospital"))
    assert is_quotable(met(10, "Sketching with Ana", place="Old Harbour"))


@pytest.mark.parametrize(
    "title",
    ["Funeral of Ana Lopez", "Ana's funeral", "Beerdigung Ana", "Trauerfeier für Ana Lopez",
    "Obsèques d’Ana", "Funerale di Ana", "Entierro de Ana López", "Velório da Ana",
    "RIP Ana Lopez (2024)", "In memory of Ana", "Todestag Ana"],
)  # fmt: skip
def test_a_farewell_names_the_dead(title: str) -> None:
    """In six languages, with or without accents."""
    assert is_farewell_to(title, "Ana Lopez")


@pytest.mark.parametrize(
    "title", ["Funeral of Ana's father", "Funeral", "Beerdigung Onkel Karl", "Beerdigung Anas Vater",
    "Lunch with Ana", "Condolences Ana", "Friedhof Ana", "Cimetière Ana", "Messe pour Ana", "Grief group Ana"]
)  # fmt: skip
def test_a_farewell_to_somebody_else_is_none(title: str) -> None:
    """Ana mourns her father: she needs her friends."""
    assert not is_farewell_to(title, "Ana Lopez")


@pytest.mark.parametrize("name", ["Shiva Kumar", "Robert Graves", "Max Richter", "Mei Chu"])
def test_a_name_is_no_sign_of_a_death(name: str) -> None:
    """A meeting is often called after whom it is with, and nothing else."""
    assert not is_farewell_to(name, name)


def test_a_card_can_mark_a_death() -> None:
    """An address book that says so is believed."""
    ana = Person(key="ana@example.org", name="Ana Lopez")

    assert is_departed(replace(ana, is_deceased=True), [])
    assert is_departed(ana, ["Lunch", "Funeral of Ana"])
    assert not is_departed(ana, ["Lunch", "Funeral of Ana's father"])


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


def test_a_farewell_is_known_with_or_without_guests() -> None:
    """Nobody who was buried is congratulated; where private events tell nothing, neither do theirs."""
    told = [
        meeting(title="Funeral Hugo Berg"),
        meeting(title="Beerdigung Oma", is_private=True),
        meeting(title="Lunch"),
    ]

    assert farewells_in(told, Owners()) == {"Funeral Hugo Berg", "Beerdigung Oma"}
    assert farewells_in(told, Owners(learns_private=False)) == {"Funeral Hugo Berg"}
