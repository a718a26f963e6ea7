"""What goes before a funeral in Ireland, and what is remembered a year later."""

import pytest

from worker.core.giving.farewell import is_farewell_to


@pytest.mark.parametrize(
    "title",
    ["Removal of Nuala Ryan, Massey's", "Nuala's removal 6pm", "Removal - Nuala Ryan", "Reposing Nuala Ryan",
     "Nuala Ryan reposing at home", "Nuala's anniversary mass", "Anniversary Mass Nuala Ryan",
     "Memorial Nuala", "Nuala Ryan memorial", "Nuala removal", "Removal Nuala Ryan"],
)  # fmt: skip
def test_a_removal_is_a_farewell(title: str) -> None:
    """Nobody is proposed after it."""
    assert is_farewell_to(title, "Nuala Ryan")


@pytest.mark.parametrize(
    "title",
    ["Snow removal with Nuala", "Removal of stitches Nuala", "Nuala's removal van", "Removal of Nuala's cast",
     "Stump removal Nuala", "Memorial Day Nuala", "Nuala, memorial park", "Lincoln Memorial", "Snow removal"],
)  # fmt: skip
def test_what_else_is_removed_is_none(title: str) -> None:
    """Of a tree, of stitches."""
    assert not is_farewell_to(title, "Nuala Ryan")
    assert not is_farewell_to(title, "Snow Lincoln")
