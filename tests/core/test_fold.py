"""Folding: two spellings of one word are equal, and tables of words find them."""

import pytest

from worker.core.fold import by_name, folded, folded_words, stems, typed


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Déjeuner", "dejeuner"),
        ("Straße", "strasse"),
        ("Søren ŁÓDŹ", "soren lodz"),
        ("Œuvre", "oeuvre"),
        ("ı", "i"),
    ],
)
def test_accents_and_case_are_folded(text: str, same: str) -> None:
    """Letters that Unicode does not take apart as well."""
    assert folded(text) == same


@pytest.mark.parametrize("mark", "'’‘`´ʼ")
def test_an_apostrophe_is_one_however_it_is_written(mark: str) -> None:
    """A keyboard has another one than print."""
    assert typed(f"Giuseppe D{mark}Angelo") == "giuseppe d'angelo"


@pytest.mark.parametrize("dash", ["-", "\u2010", "\u2011", "\u2013"])
def test_a_dash_is_one_however_it_is_written(dash: str) -> None:
    """A hyphen, one that breaks no line, and one that is too long."""
    assert typed(f"Anne{dash}Zoë") == "anne-zoe"


def test_names_stand_in_order_whatever_their_accents() -> None:
    """Accents decide only where nothing else does, so that every order is the same."""
    names = ["Zoé", "angela", "Íris", "Ângela", "D’Angelo", "Björn", "Dante", "D'Arc"]

    assert sorted(names, key=by_name) == [
        *("angela", "Ângela", "Björn", "D’Angelo", "D'Arc", "Dante", "Íris", "Zoé")
    ]


def test_words_are_letters_and_digits() -> None:
    """Everything else parts them, an underscore too."""
    assert folded_words("Café_Luna: 2nd-floor!") == ("cafe", "luna", "2nd", "floor")


@pytest.mark.parametrize(
    ("entry", "text", "is_found"),
    [
        ("arzt", "arzt", True),
        ("arzt", "beim arzt!", True),
        ("arzt", "zahnarzt", False),
        ("arzt", "arzttermin", False),
        ("arzt*", "arzttermin", True),
        ("arzt*", "zahnarzt", False),
        ("*arzt", "zahnarzt", True),
        ("*arzt", "zahnarzttermin", False),
        ("*arzt*", "zahnarzttermin", True),
        ("job interview", "a job  interview", True),
        ("job interview", "job-interview", True),
        ("job interview", "jobinterview", False),
        ("a.b", "axb", False),
    ],
)
def test_a_star_leaves_a_border_open(entry: str, text: str, *, is_found: bool) -> None:
    """Without one an entry is a whole word, or several that follow one another."""
    assert (stems([entry, "zzz"]).search(text) is not None) is is_found
