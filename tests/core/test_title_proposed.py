"""Names in titles that nobody known has: who is asked about, and what a short "with" looks like."""

import pytest

from tests.core.title_books import book_of, counted, named


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
