"""The departed: a title that names them stays unsaid to everybody who was there, and counts as a meeting."""

import pytest

from tests.core.bonds import met
from worker.core.giving.departed import names_of_departed, without_names
from worker.core.person import Person

SAUL, RUTH = (
    Person(key="s@example.org", name="Saul Goldberg"),
    Person(key="r@example.org", name="Ruth Goldberg"),
)
FUNERAL = frozenset(["Grandpa Saul's funeral"])


def test_who_died_is_known_by_a_title_a_card_or_the_title_alone() -> None:
    """A grandfather needs no card."""
    gone = Person(key="o@example.org", name="Tante Irmgard Lang", is_deceased=True)

    assert names_of_departed([SAUL, RUTH], FUNERAL) == {"saul"}
    assert names_of_departed([RUTH], FUNERAL) == {"saul"}
    assert names_of_departed([gone, RUTH], frozenset()) == {"irmgard"}
    assert names_of_departed([SAUL, RUTH], frozenset()) == frozenset()


def test_a_name_that_somebody_living_bears_may_be_said() -> None:
    """Else nothing could be told of any Saul."""
    other = Person(key="t@example.org", name="Saul Becker", is_alive=True)

    assert names_of_departed([SAUL, other], FUNERAL) == frozenset()
    assert names_of_departed([SAUL, RUTH], frozenset(["Funeral with Ruth"])) == frozenset()


@pytest.mark.parametrize(
    ("title", "is_said"), [("Grandpa Saul's 90th!!", False), ("SAUL & Ruth: opera", False), ("Opera", True)]
)
def test_only_what_names_them_is_untitled(title: str, *, is_said: bool) -> None:
    """The meeting stays."""
    touch = met(300, title)
    (kept,) = without_names([touch], frozenset(["saul"]))

    assert kept.title == (title if is_said else "")
    assert kept.started_at == touch.started_at
    assert without_names([touch], frozenset()) == (touch,)
