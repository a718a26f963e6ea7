"""Double given names are written with a hyphen, with a blank or in one word, on cards and in titles: it is one name."""

import pytest

from worker.core.person import Person
from worker.core.titles.name_book import NameBook
from worker.core.titles.title_names import people_in_title


def met(title: str, *names: str) -> list[str | None]:
    book = NameBook.of(
        [Person(key=name, name=name, emails=(f"{n}@example.org",)) for n, name in enumerate(names)]
    )
    return [each.person for each in people_in_title(title, book)]


@pytest.mark.parametrize(
    "card",
    [
        "Marie-Luise von Hohenfeld",
        "Eva-Maria Sand",
        "Jean-Paul Roux",
        "Hans Peter Kern",
        "Jean Baptiste Royer",
        "Marie Claude Petit",
    ],
)
@pytest.mark.parametrize("title", ["Essen mit {}", "Kaffee {}", "Lunch with {}"])
def test_however_it_is_written_it_is_one_name(card: str, title: str) -> None:
    """A hyphen, a blank, or neither."""
    first, second = card.replace("-", " ").split()[:2]

    for written in (f"{first}-{second}", f"{first} {second}", f"{first}{second.lower()}"):
        assert met(title.format(written), card, "Ada Berg") == [card]


def test_with_the_family_name_too() -> None:
    """All of it."""
    assert met("Essen mit Marie Luise von Hohenfeld", "Marie-Luise von Hohenfeld") == [
        "Marie-Luise von Hohenfeld"
    ]


def test_two_who_are_called_by_one_name_each_stay_two() -> None:
    """Where nobody is called by both."""
    assert met("Essen mit Marie und Luise", "Marie Kern", "Luise Berg") == ["Marie Kern", "Luise Berg"]
    assert met("Essen mit Marie und Luise", "Marie-Luise Kern", "Luise Berg") == [None, "Luise Berg"]
