"""A post is what somebody is in a firm, a club or a school: nobody is called so."""

import pytest

from worker.core.titles.title_names import NameBook, people_in_title


@pytest.mark.parametrize(
    "title",
    [
        "Lunch with Intern",
        "[SIG Chair] Lunch with Host",
        "Mittagessen mit Kandidat",
        "Cena con la Presidenta",
    ],
)
def test_what_somebody_is_is_no_name_of_theirs(title: str) -> None:
    """Who is met as a host or a candidate has another name, which the title does not tell."""
    assert people_in_title(title, NameBook.of([])) == ()


def test_a_post_before_a_name_goes_with_it() -> None:
    """As it is written."""
    (found,) = people_in_title("Lunch with Captain Ana", NameBook.of([]))

    assert found.name == "Captain Ana"
