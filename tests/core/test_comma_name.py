"""Behind the comma of a name stands the given name, or what is none: a degree, a firm, a town."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.core.comma_name import without_commas
from worker.core.giving.calling import first_name
from worker.core.person import plain_name


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Kern, Otto", "Otto Kern"),
        ("Garcia Lopez, Ana", "Ana Garcia Lopez"),
        ("Martin Garcia, Ana Maria", "Ana Maria Martin Garcia"),
        ("De la Cruz, Xochitl", "Xochitl De la Cruz"),
        ("Kern, Dr. Otto", "Dr. Otto Kern"),
        ("Dr. Kern, Otto", "Dr. Otto Kern"),
        ("Prof. Dr. Behn, Jutta", "Prof. Dr. Jutta Behn"),
        ("Dr. med. Seidel, Anna", "Dr. med. Anna Seidel"),
        ("Dr. Kern, Xochitl", "Dr. Xochitl Kern"),
        ("Dr. Kern, Berlin", "Dr. Kern"),
        ("Dr. Otto Kern, Berlin", "Dr. Otto Kern"),
        ("Dr., Otto", "Dr., Otto"),
        ("Hilton, Paris", "Paris Hilton"),
        ("Kern, JP", "JP Kern"),
        ("LOPEZ MARTIN, ANA", "ANA LOPEZ MARTIN"),
        ("Lopez Martin, ANA", "ANA Lopez Martin"),
        ("Chen, Ma", "Ma Chen"),
        ("Tanaka, Jun", "Jun Tanaka"),
    ],
)
def test_a_directory_writes_the_family_name_first(written: str, said: str) -> None:
    """A given name stands behind the comma, and nothing says that it is none."""
    assert without_commas(written) == said


@pytest.mark.parametrize(
    "ending",
    ["MD", "M.D.", "PhD", "Ph.D.", "Dipl.-Ing.", "CPA", "MBA", "MD, PhD", "ACME Ltd", "Siemens AG", "ACME", "Berlin",
     "Paris", "ACME, Berlin", "Prof. Dr.", "LCSW", "Head of Sales", ""],
)  # fmt: skip
def test_what_follows_a_whole_name_is_no_name(ending: str) -> None:
    """Nobody is greeted as "Hi CPA" or "Hi Berlin"."""
    written = f"Otto Kern, {ending}"

    assert without_commas(written) == plain_name(written) == "Otto Kern"
    assert first_name(written) == "Otto"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Otto Kern, Jr.", "Otto Kern Jr."),
        ("Kern, Otto, Jr.", "Otto Kern Jr."),
        ("Kern, Otto Jr.", "Otto Kern Jr."),
        ("Otto Kern, III", "Otto Kern III"),
        ("Otto Kern, Jr., MD", "Otto Kern Jr."),
        ("Kern, Otto MD", "Otto Kern"),
        ("Osei, PhD", "Osei"),
    ],
)
def test_father_and_son_stay_apart(written: str, said: str) -> None:
    """A degree goes, a generation stays, and nobody is called by it."""
    assert without_commas(written) == said
    assert first_name(written) in {"Otto", "Osei"}


@pytest.mark.parametrize(
    "written", ["Lovelace, Ada, Countess", ",", ", ,", "Ada Lovelace", "", "Rome, Ulm, Graz"]
)
def test_where_nothing_tells_the_name_stays(written: str) -> None:
    """Several commas, or none."""
    assert without_commas(written) == written


def test_a_title_before_it_makes_a_name_whole() -> None:
    """Though another given name follows."""
    assert without_commas("Mr. Zeno Vail, James Doe") == "Mr. Zeno Vail"


@given(
    st.lists(
        st.sampled_from(["Otto", "Kern", "MD", "Jr.", ",", ", ", " ", "ACME", "Ltd", "Paris"]), max_size=9
    )
)
def test_whatever_is_written_a_name_is_left_and_said_twice_is_the_same(words: list[str]) -> None:
    """Nothing is made up, and what has been said so is said so again."""
    written = " ".join(words)
    said = without_commas(written)

    assert set(said.replace(",", " ").split()) <= set(written.replace(",", " ").split())
    assert without_commas(said) == said
    assert bool(said.strip(" ,")) is bool(written.strip(" ,"))
