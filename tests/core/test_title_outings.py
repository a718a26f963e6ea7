"""Outings: a pastime and a name beside it, without a word like "with"."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.core.title_books import book_of, counted, named
from worker.core.event import Occurrence
from worker.core.judge import judged_by_title
from worker.core.owner import Owners
from worker.core.perhaps import Tells, perhaps_in
from worker.core.person import Person
from worker.core.titles.name_book import NameBook
from worker.core.titles.title_names import perhaps_in_title

NAMES = (
    *("Camille Noir", "Ciara Walsh", "Markus Wirth", "Elena Russo", "Luca Moro", "Nico Berg", "Hugo Faure"),
    *(
        "Aldo Sala",
        "Sam Ortiz",
        "Jack Orr",
        "June Holt",
        "Florence Day",
        "Maria Silva",
        "Maria Lima",
        "Tilde Sand",
    ),
)
BOOK = book_of(*NAMES)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Ciné Camille", "Camille Noir"),
        ("Camille - ciné", "Camille Noir"),
        ("Swim Ciara", "Ciara Walsh"),
        ("run nico", "Nico Berg"),
        ("Run Nico 18h", "Nico Berg"),
        ("Radtour Markus Wirth", "Markus Wirth"),
        ("Kanutour Markus", "Markus Wirth"),
        ("Wirth Markus Sauna", "Markus Wirth"),
        ("Elena - cinema", "Elena Russo"),
        ("Cinema - Elena", "Elena Russo"),
        ("Elena: cinema", "Elena Russo"),
        ("Elena (mostra)", "Elena Russo"),
        ("Cinema Elena!", "Elena Russo"),
        ("Cinema + pizza Elena", "Elena Russo"),
        ("Luca in bici", "Luca Moro"),
        ("Giro in bici Luca", "Luca Moro"),
        ("Paseo en bici Luca", "Luca Moro"),
        ("Sortie vélo Hugo", "Hugo Faure"),
        ("Bike ride Ciara", "Ciara Walsh"),
        ("Klettern Markus", "Markus Wirth"),
        ("Sauna Jack Orr", "Jack Orr"),
        ("Konzert Camille Noir", "Camille Noir"),
    ],
)
def test_who_stands_beside_a_pastime_is_met(title: str, who: str) -> None:
    """As beside a meal: in either order, and whatever the sign between them."""
    assert counted(title, BOOK) == {who}


def test_of_several_beside_a_pastime_all_are_met() -> None:
    """Two of one's own are no singer either."""
    assert counted("Ciné Camille + Hugo", BOOK) == {"Camille Noir", "Hugo Faure"}
    assert counted("Concert Camille et Hugo", BOOK) == {"Camille Noir", "Hugo Faure"}


@pytest.mark.parametrize(
    "title",
    ["Tennis Aldo", "Aldo ballet", "Ciara swim", "Ciara swimming", "Swim lesson Ciara", "Swim Ciara lesson",
     "Swim Ciara's class", "Ciara's swim", "Umzug Aldo", "Party Aldo", "Vélo Hugo", "School run Ciara",
     "Run Ciara to the station", "Dry run Nico", "Concert Camille", "Jazzkonzert Camille", "Film Elena",
     "Expo Camille Claudel", "Cinema Elena Rex", "Cinema Elena?", "Cinema Paradiso", "Ciné Camille + Zoltan",
     "Expo Sam", "Hugo Camille exhibition",
     "Musée d'Hugo", "Run June", "Museum Florence", "Run Jack", "Christmas shopping Elena", "Ciné-club Camille"],
)  # fmt: skip
def test_who_may_be_the_singer_the_child_or_the_place_is_not(title: str) -> None:
    """Nor where somebody stands there whom nobody knows."""
    assert counted(title, BOOK) == frozenset()


def test_of_two_who_are_called_so_neither_is_met_and_nobody_is_asked() -> None:
    """The name may be the film's; each of them is perhaps met, also where it lies ahead."""
    assert named("Ciné Maria", BOOK) == []
    assert set(perhaps_in_title("Ciné Maria", BOOK)) == {"Maria Silva", "Maria Lima"}


def test_who_lives_with_the_user_goes_there_alone() -> None:
    """A child's swimming is no meeting of the user's."""
    people = [Person(key=name, name=name) for name in NAMES]

    assert counted("Swim Tilde", NameBook.of(people)) == {"Tilde Sand"}
    assert counted("Swim Tilde", NameBook.of(people, household=["Tilde Sand"])) == frozenset()


def swim(**values: Any) -> Occurrence:
    start = NOW - timedelta(days=7)
    return Occurrence(
        **{
            "source": "own.ics",
            "event_uid": "u",
            "event_key": "u",
            "recurrence_id": None,
            "title": "Swim Ciara",
            "started_at": start,
            "ended_at": start + timedelta(hours=1),
            **values,
        }
    )


def met_and_perhaps(occurrence: Occurrence) -> tuple[list[str], list[str]]:
    owners = Owners(said=frozenset(("me@example.org",)))
    met = [each.person for each in judged_by_title([occurrence], owners, BOOK, NOW).touches]
    perhaps = perhaps_in([occurrence], owners, BOOK, NOW)
    return met, [each.person for each in perhaps if each.tells is Tells.MEETING]


@pytest.mark.parametrize("values", [{"recurrence_id": NOW}, {"all_day": True}])
def test_what_repeats_is_rather_a_lesson(values: dict[str, Any]) -> None:
    """Nor is a whole day beside a pastime surely a meeting; in both somebody was perhaps met."""
    assert met_and_perhaps(swim()) == (["Ciara Walsh"], [])
    assert met_and_perhaps(swim(**values)) == ([], ["Ciara Walsh"])
