"""Two who share a card are met as one."""

import pytest

from tests.core.title_books import book_of, named

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
