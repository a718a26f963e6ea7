"""Named twice: who invites and comes stands in two lines, and goes by the fuller name of the two."""

from dataclasses import replace

import pytest

from tests.core.test_judge import ME, judge, meeting
from worker.core.event import Party

HOST = Party(address="mholm@example.org", name="Maja Holm")


@pytest.mark.parametrize("written", ["", "mholm@example.org", "mholm", "Maja"])
def test_a_line_that_tells_less_leaves_the_name_to_the_other(written: str) -> None:
    """As several programs write the chair."""
    bare = replace(HOST, name=written, role="CHAIR")

    for told in (judge(meeting(ME, bare, organizer=HOST)), judge(meeting(ME, HOST, organizer=bare))):
        assert [(touch.person, touch.name) for touch in told.touches] == [("mholm@example.org", "Maja Holm")]


def test_of_two_full_names_the_guests_line_is_kept() -> None:
    """And another host tells nothing of a guest's name."""
    twice = judge(meeting(ME, HOST, organizer=replace(HOST, name="Maja Berg")))
    other = judge(
        meeting(ME, replace(HOST, name=""), organizer=Party(address="bea@example.org", name="Bea Roth"))
    )

    assert [touch.name for touch in twice.touches] == ["Maja Holm"]
    assert {touch.person: touch.name for touch in other.touches} == {
        "mholm@example.org": "",
        "bea@example.org": "Bea Roth",
    }
