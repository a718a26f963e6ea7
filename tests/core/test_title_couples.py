"""Two who share a card are met as one."""

import pytest

from tests.core.title_books import book_of, counted, named

BOOK = book_of("Tom & Ana Whitaker", "Ruth und Karl", "Ana Lopez")


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Tom & Ana over for dinner", "Tom & Ana Whitaker"),
        ("Lunch with Tom", "Tom & Ana Whitaker"),
        ("Lunch with Ana Lopez", "Ana Lopez"),
        ("Lunch with Ana", "Ana Lopez"),
        ("Ruth & Karl", "Ruth und Karl"),
        ("Kaffee mit Karl", "Ruth und Karl"),
    ],
)
def test_a_couple_is_found_by_both_names_and_by_either(title: str, who: str) -> None:
    """Whoever has a card of their own goes before."""
    assert (who, True) in named(title, BOOK)
    assert {name for name, _ in named(title, BOOK)} <= {who, "Ana Lopez"}


def test_two_surnames_that_are_joined_are_one_person() -> None:
    """ "Ana Costa e Silva" is no couple, and "Tom and Ana" beside nobody else of that name is one."""
    silva = book_of("Ana Costa e Silva")
    assert [who for who, _ in named("Jantar com Ana", silva)] == ["Ana Costa e Silva"]
    assert named("Jantar com Costa", silva) != [("Ana Costa e Silva", True)]

    alone = book_of("Tom & Ana Whitaker")
    assert named("Tom and Ana", alone) == named("Dinner with Ana", alone) == [("Tom & Ana Whitaker", True)]


HOSTS = book_of("Jim & Linda Kruger", "Tom Reed", "Ana Lopez", "Ben Stone")


@pytest.mark.parametrize(
    ("title", "who"),
    [("BBQ @ Jim & Linda's", {"Jim & Linda Kruger"}), ("Dinner at Jim and Linda Kruger's", {"Jim & Linda Kruger"}),
     ("Dinner @ Jim & Linda's house", {"Jim & Linda Kruger"}), ("Game night @ Jim & Linda", {"Jim & Linda Kruger"}),
     ("Dinner at Tom & Ana's", {"Tom Reed", "Ana Lopez"}), ("Grillen bei Jim & Linda", {"Jim & Linda Kruger"}),
     ("Jantar na casa do Jim e da Linda", {"Jim & Linda Kruger"}),
     ("Dinner @ Tom & Ana", set()), ("Dinner at Ben & Jerry's", set()), ("Dinner at Jim & Linda's wedding", set()),
     ("Plants at Jim & Linda's", set()), ("Dinner at Jim &", set()), ("Dinner at Jim & co", set())],
)  # fmt: skip
def test_two_are_at_home_together(title: str, who: set[str]) -> None:
    """ "'s" stands once, after the last; without it, a place may be called like two who share no card."""
    assert counted(title, HOSTS) == who
