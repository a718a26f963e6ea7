"""Shelf file: what the user has to give, from a TOML file of their own; each fault names itself."""

from datetime import date
from pathlib import Path

import pytest

from worker.core.giving.shelf import ShelfKind, Thing
from worker.inbox.shelf_file import NotAShelfError, things_in, things_in_file

WHOLE = b"""
[[thing]]
kind = "book"
text = "The Backyard Beekeeper"
topics = ["bees", "honey"]
link = "https://example.org/bees"

[[thing]]
kind = "news"
text = " I have moved to Leipzig "
on = 2026-11-01
"""


def test_things_are_read_in_order() -> None:
    """With all that they may have."""
    assert things_in(WHOLE, name="shelf.toml") == (
        Thing(
            kind=ShelfKind.BOOK,
            text="The Backyard Beekeeper",
            topics=("bees", "honey"),
            link="https://example.org/bees",
        ),
        Thing(kind=ShelfKind.NEWS, text="I have moved to Leipzig", added_on=date(2026, 11, 1)),
    )


def test_an_empty_file_is_an_empty_shelf() -> None:
    """Nothing to give yet is no fault."""
    assert things_in(b"", name="shelf.toml") == ()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"[[thing]\n", "is not TOML"),
        (b"\xff\xfe", "save it once more"),
        (b"thing = 3", "something but things"),
        (b"[shelf]\nx = 1", "something but things"),
        (b'[[thing]]\nkind = "book"', "thing 1: it needs a text"),
        (b'[[thing]]\nkind = "book"\ntext = "\\u0007"', "thing 1: it needs a text"),
        (b'[[thing]]\nkind = ["book"]\ntext = "x"', "thing 1: its kind has to be one of"),
        (b'[[thing]]\nkind = "news"\ntext = "x"\non = 9999-12-31', "has to be a date"),
        (b'[[thing]]\nkind = "boat"\ntext = "x"', "thing 1: its kind has to be one of"),
        (b'[[thing]]\nkind = "book"\ntext = "x"\nstars = 5', "stars is no field"),
        (b'[[thing]]\nkind = "book"\ntext = "x"\ntopics = "bees"', "topics have to be a list"),
        (b'[[thing]]\nkind = "book"\ntext = "x"\nlink = 3', "link has to be an address"),
        (b'[[thing]]\nkind = "book"\ntext = "x"\nlink = "on my desk"', "begins with https://"),
        (b'[[thing]]\nkind = "news"\ntext = "x"\non = "soon"', "has to be a date"),
    ],
)
def test_each_fault_names_the_file_and_the_remedy(data: bytes, what: str) -> None:
    """One sentence, nothing taken over by halves."""
    with pytest.raises(NotAShelfError, match=what) as caught:
        things_in(data, name="shelf.toml")

    assert str(caught.value).startswith("shelf.toml")
    assert "\n" not in str(caught.value)


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    """Its name, and what to check."""
    with pytest.raises(NotAShelfError, match=r"gone\.toml cannot be read"):
        things_in_file(tmp_path / "gone.toml")


def test_something_to_read_without_an_address_is_a_book() -> None:
    """As the page keeps it, so that what is exported can be read again."""
    (one,) = things_in(b'[[thing]]\nkind = "link"\ntext = "How hives winter"\n', name="shelf.toml")

    assert one.kind is ShelfKind.BOOK
