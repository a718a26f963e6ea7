"""A lexicon: words and phrases looked up in a text, word by word."""

import pytest

from worker.core.fold import folded_words
from worker.core.lexicon import Lexicon, entries


@pytest.fixture
def lexicon() -> Lexicon:
    return Lexicon(["op", "biops*", "*klinik", "*arzt*", "care home*", "r i p"])


@pytest.mark.parametrize(
    "text", ["Knee op", "Biopsies", "Hautklinik", "Hautarzttermin", "Two care homes", "R.I.P. Tom"]
)
def test_an_entry_is_found_wherever_it_stands(text: str, lexicon: Lexicon) -> None:
    """Whole, at the beginning, at the end, inside, or in a phrase with an open end."""
    assert lexicon.is_in(folded_words(text))


@pytest.mark.parametrize(
    "text",
    ["", "Opera", "Autobiopsy", "Klinikum", "Bananas", "Hautlinik", "Home care", "Care", "Rip van Winkle"],
)
def test_nothing_else_is_found(text: str, lexicon: Lexicon) -> None:
    """A word is open only where it says so, and a phrase has an order."""
    assert not lexicon.is_in(folded_words(text))


def test_a_phrase_takes_all_its_places(lexicon: Lexicon) -> None:
    """In the order in which they begin."""
    words = folded_words("Visit the care home after the op")

    assert list(lexicon.places(words)) == [range(2, 4), range(6, 7)]


def test_a_grid_is_read_row_by_row() -> None:
    """A row may go on in the next line; its language is no entry."""
    grid = {"burial": "\n  en: funeral*, laid to\n    rest\n  de: urne,\n    grab von\n"}

    assert entries(grid) == ("funeral*", "laid to rest", "urne", "grab von")
