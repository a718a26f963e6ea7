"""Emoji in titles: adornment, a kind of meeting, or a title crossed out."""

import pytest

from tests.core.title_books import book_of, named

BOOK = book_of("Tom Berg", "Meera Iyer", "Jules Roy")


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Brunch Tom 🥞", ["Tom Berg"]),
        ("🥞Brunch Tom", ["Tom Berg"]),
        ("☕ Jules", ["Jules Roy"]),
        ("Tom + Meera 🍕🍷", ["Tom Berg", "Meera Iyer"]),
        ("Coffee Meera ☕️", ["Meera Iyer"]),
        ("Run with Tom 🏃🏽‍♂️", ["Tom Berg"]),
        ("📞 Tom", ["Tom Berg"]),
        ("✅ Coffee with Tom", ["Tom Berg"]),
    ],
)
def test_a_sign_that_adorns_a_title_changes_nobody(title: str, who: list[str]) -> None:
    """Before, after, or beside a name; with a colour of skin, or drawn as text."""
    assert named(title, BOOK) == [(each, True) for each in who]


@pytest.mark.parametrize(
    "title",
    [
        "❌ Lunch with Meera",
        "🚫Lunch with Meera",
        "Lunch with Meera ❌",
        "Lunch with Meera ✖️ ",
        "Lunch with Meera✗",
        "🎂 Tom",
        "🎁 Tom",
        "✈️ Tom",
        "💊 Tom",
        "⚰️ Tom",
    ],
)
def test_a_sign_that_says_another_thing_meets_nobody(title: str) -> None:
    """Called off, a birthday, a gift, a journey, illness, death."""
    assert named(title, BOOK) == []
