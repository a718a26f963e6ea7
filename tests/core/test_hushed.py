"""Of a private title only this much is known: whether it is tender."""

from dataclasses import replace

import pytest

from tests.core.bonds import bond, planned
from tests.core.test_judge import ADA, ME, judge, meeting
from worker.core.giving.delicate import is_tender
from worker.core.touch import Touch


def touch_of(title: str, place: str, *, is_private: bool) -> Touch:
    return judge(replace(meeting(ME, ADA), title=title, place=place, is_private=is_private)).touches[0]


@pytest.mark.parametrize(
    ("title", "place", "is_told"),
    [
        ("HR mediation", "", True),
        ("Coffee", "Crematorium", True),
        ("Funeral of Joe", "", True),
        ("Coffee", "", False),
    ],
)
def test_a_private_title_leaves_no_word_but_whether_it_is_tender(
    title: str, place: str, is_told: bool
) -> None:
    """An open one keeps its words, and needs no mark."""
    private, public = (touch_of(title, place, is_private=each) for each in (True, False))

    assert (private.title, private.place, private.is_hushed) == ("", "", is_told)
    assert not public.is_hushed
    assert is_tender(private) is is_tender(public) is is_told


def test_nobody_is_thanked_for_a_private_mediation() -> None:
    """A5: as for an open one; a private coffee is followed by thanks."""
    coffee, mediation = (
        replace(bond(met_ago=[4]).touches[0], title="", is_private=True, is_hushed=each)
        for each in (False, True)
    )

    assert [nudge.reason for nudge in planned(bond(met_ago=[coffee])).nudges] == ["thanks"]
    assert planned(bond(met_ago=[mediation])).nudges == ()
