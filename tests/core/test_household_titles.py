"""In a calendar that two share, a title that begins with the other's name is theirs: the user met nobody there."""

import pytest

from worker.core.person import Person
from worker.core.titles.name_book import NameBook
from worker.core.titles.title_names import people_in_title, perhaps_in_title

NAMES = ("Nele Fuchs", "Anna Berger", "Tim Berger")


def book(*household: str, names: tuple[str, ...] = NAMES) -> NameBook:
    people = [Person(key=name, name=name, emails=(f"{n}@example.org",)) for n, name in enumerate(names)]
    return NameBook.of(people, household=household)


def named(title: str, known: NameBook) -> set[str | None]:
    return {each.person for each in people_in_title(title, known)} | set(
        perhaps_in_title(title, known, is_past=True)
    )


@pytest.mark.parametrize(
    "title",
    ["Anna: Mädelsabend mit Nele", "Anna: Nele treffen", "Anna – Kaffee mit Nele", "Anna - Kaffee mit Nele",
     "Anna mit Nele essen", "Anna Mädelsabend mit Nele", "Tim: Spielen mit Nele", "Anna coffee with Nele",
     "Anna dîne avec Nele"],
)  # fmt: skip
def test_what_is_of_the_household_is_not_the_users(title: str) -> None:
    """The wife's friend is not missed when their evenings end."""
    assert named(title, book("Anna Berger", "Tim")) == set()
    assert "Nele Fuchs" in named(title, book())


@pytest.mark.parametrize(
    "title", ["Anna & Nele Kino", "Kaffee mit Nele", "Essen mit Anna und Nele", "Nele: Kaffee"]
)
def test_who_is_met_together_or_by_the_user_is_met(title: str) -> None:
    """Only what begins with one of them, and no "and", is theirs."""
    assert named(title, book("Anna Berger")) == named(title, book())


def test_another_of_that_name_leaves_it_open() -> None:
    """A friend who is called like one's wife may be whom the title begins with; an address tells no name."""
    title, more = "Anna: Kino mit Nele", (*NAMES, "Anna Lang")

    assert named(title, book("Anna Berger", names=more)) == named(title, book(names=more))
    assert named(title, book("anna@berger.example")) == named(title, book())
