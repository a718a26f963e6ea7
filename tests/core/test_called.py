"""Called: what two spellings of one human's name have in common."""

from itertools import product

import pytest

from worker.core.identity.called import (
    called,
    is_one_letter_off,
    letters_before_at,
    nicknames_of,
    spelt_in_addresses,
)

WORDS = ["".join(letters) for size in range(5) for letters in product("abc"[: 5 - size or 1], repeat=size)]
"""Everything short, of few letters."""


def slips(word: str) -> set[str]:
    """Every word that one slip of the pen makes of another."""
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    more = {left + letter + right for left, right in cuts for letter in "abc"}
    fewer = {left + right[1:] for left, right in cuts if right}
    other = {left + letter + right[1:] for left, right in cuts if right for letter in "abc"}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    return (more | fewer | other | swapped) - {word}


def test_one_letter_off_is_one_slip_of_the_pen() -> None:
    """One more, one fewer, another one, or two that changed places; and nothing else."""
    for word in WORDS:
        near = slips(word)
        assert [other for other in WORDS if is_one_letter_off(word, other)] == [w for w in WORDS if w in near]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Dr. Ada Lovelace", ("ada", "lovelace")),
        ("Lovelace, Ada (ACME)", ("ada", "lovelace")),
        ("Ludwig van der Berg jr.", ("ludwig", "berg")),
        ("Van Morrison", ("van", "morrison")),
        ("Anne-Marie O'Neil", ("annemarie", "oneil")),
        ("Anne‑Marie O´Neil", ("annemarie", "oneil")),
        ("Anne‐Marie OʼNeil", ("annemarie", "oneil")),
        ("Jürgen Groß", ("jurgen", "gross")),
        ("Juergen Gross", ("jurgen", "gross")),
        ("Søren Sörensen", ("soren", "sorensen")),
        ("ada@example.org", ()),
        ("", ()),
    ],
)
def test_a_name_is_compared_by_its_words(written: str, words: tuple[str, ...]) -> None:
    """Without titles and particles, in one spelling; a first name may look like a particle."""
    assert called(written).words == words


@pytest.mark.parametrize(
    ("written", "is_full", "given", "surname"),
    [
        ("Ada King Lovelace", True, "ada", "lovelace"),
        ("A. Lovelace", False, "a", "lovelace"),
        ("Ada L.", False, "ada", "l"),
        ("Ada", False, "ada", ""),
        ("", False, "", ""),
    ],
)
def test_a_full_name_has_a_given_name_and_a_surname(
    written: str, *, is_full: bool, given: str, surname: str
) -> None:
    """Neither of them an initial."""
    name = called(written)

    assert (name.is_full, name.given, name.surname) == (is_full, given, surname)
    assert name.key == called(" ".join(reversed(written.split()))).key


def test_friends_say_nicknames() -> None:
    """Nobody is called anything else whose name has none."""
    assert "bob" in nicknames_of("robert")
    assert nicknames_of("zzz") == frozenset()


def test_firms_make_addresses_of_full_names() -> None:
    """In four ways; of a bare given name they make none."""
    assert spelt_in_addresses(called("Ada Lovelace")) == (
        "adalovelace",
        "alovelace",
        "lovelacea",
        "lovelaceada",
    )
    assert spelt_in_addresses(called("Ada")) == ()


@pytest.mark.parametrize(
    ("address", "letters"),
    [
        ("ada.lovelace@example.org", "adalovelace"),
        ("Jürgen_Groß+list@example.org", "jurgengross"),
        ("juergen-gross@example.org", "jurgengross"),
        ("ada17@example.org", ""),
        ("ada+2024@example.org", "ada"),
        ("name", ""),
    ],
)
def test_an_address_is_compared_by_its_letters(address: str, letters: str) -> None:
    """One with a number is one of several."""
    assert letters_before_at(address) == letters
