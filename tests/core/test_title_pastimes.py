"""Pastimes in titles: a book club is no errand, though booking a table is one."""

import pytest

from tests.core.title_books import book_of
from worker.core.titles.title_names import people_in_title

BOOK = book_of("Emily Ross")


@pytest.mark.parametrize(
    "title",
    ["Book club w/ Emily Ross", "Our book club with Emily", "Monthly book club w/ Emily", "Book launch with Emily",
     "Book swap w/ Emily", "Order-in night w/ Emily Ross", "Buy Nothing meetup w/ Emily", "Whale watch with Emily",
     "Watch party with Emily", "Walk in the nature reserve with Emily", "Tribute band with Emily",
     "Draft night w/ Emily", "Meal prep with Emily"],
)  # fmt: skip
def test_who_shares_a_pastime_is_met(title: str) -> None:
    """Whatever a word of it means alone."""
    assert [(each.person, each.is_certain) for each in people_in_title(title, BOOK)] == [("Emily Ross", True)]


@pytest.mark.parametrize(
    "title",
    ["Book table for dinner with Emily", "Book flight w/ Emily", "Buy gift with Emily", "Watch webinar with Emily",
     "Prep for lunch with Emily", "Reserve court, tennis with Emily", "Book the book club room with Emily",
     "Order cake for lunch with Emily", "Draft agenda: lunch with Emily"],
)  # fmt: skip
def test_of_an_errand_nobody_is_met(title: str) -> None:
    """It prepares a meeting, and is none."""
    assert people_in_title(title, BOOK) == ()
