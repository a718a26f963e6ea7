"""Names in titles that nobody known has: who is asked about, and what a short "with" looks like."""

import pytest

from tests.core.title_books import book_of, counted, named
from worker.core.titles.name_book import NameBook
from worker.core.titles.title_names import people_in_title


@pytest.mark.parametrize(
    ("title", "is_met"),
    [
        ("Kino m. Maria", True),
        ("Kino m.Maria", True),
        ("Run 20 m. Maria", False),
        ("Yoga 10 p. m. Maria", False),
        ("Merienda con m.ª Maria", True),
        ("Film M. Maria", False),
    ],
)
def test_a_small_m_with_a_dot_is_with(title: str, *, is_met: bool) -> None:
    """German writes so; metres, the hour after noon, and Monsieur are none."""
    assert counted(title, book_of("Maria Silva")) == ({"Maria Silva"} if is_met else set())


def test_beside_a_name_there_is_another_one_but_at_work() -> None:
    """There it may be a company."""
    assert named("Skatrunde mit Hadwig und Heinz") == [("Hadwig", False), ("Heinz", False)]
    assert named("Skatrunde mit Hadwig") == []
    assert named("Besprechung mit Heinz und Globex") == [("Heinz", False)]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Curling with Étienne Gagnon", "Étienne Gagnon"),
        ("Ice fishing with Carl Berg", "Carl Berg"),
        ("Curling with Mbali Dube", "Mbali Dube"),
        ("Kayaking with Tovah Stern", "Tovah Stern"),
        ("Axe throwing with Wei", "Wei"),
    ],
)
def test_a_name_that_no_list_has_is_asked_about_where_it_is_whole(title: str, name: str) -> None:
    """Wherever somebody's parents come from, and whatever the two do."""
    assert [(each.name, each.is_certain) for each in people_in_title(title, NameBook.of([]))] == [
        (name, False)
    ]


@pytest.mark.parametrize(
    "title",
    ["Sync with Acme Labs", "Curling with friends", "Curling with Mbali Dube Ltd", "Renewal with Zürich"],
)
def test_what_is_no_whole_name_is_not(title: str) -> None:
    """Nor where colleagues meet."""
    assert people_in_title(title, NameBook.of([])) == ()
