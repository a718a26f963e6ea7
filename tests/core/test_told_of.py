"""Told of: whoever is but copied in to a meeting was not there, be it the user (RFC 5545, 3.2.16)."""

from dataclasses import replace

import pytest

from tests.core.test_judge import ADA, BEA, ME, judge, meeting, met, why_not
from worker.core.event import Party
from worker.core.owner import Owners
from worker.core.touch import Because

TOLD = replace(ME, role="NON-PARTICIPANT")


@pytest.mark.parametrize("partstat", ["NEEDS-ACTION", "ACCEPTED", "TENTATIVE"])
def test_a_user_who_is_but_told_of_a_meeting_met_nobody(partstat: str) -> None:
    """A copy for information is no meeting, whatever their program answered."""
    found = judge(meeting(replace(TOLD, partstat=partstat), ADA, organizer=BEA))

    assert met(found) == []
    assert why_not(found) == dict.fromkeys(("ada@example.org", "bea@example.org"), Because.NOT_A_PARTICIPANT)
    assert {row.detail for row in found.left_out} == {"you"}


def test_whoever_writes_a_meeting_is_there() -> None:
    """Some programs call its host so."""
    assert met(judge(meeting(TOLD, ADA, organizer=ME))) == ["ada@example.org"]


def test_a_user_who_is_told_by_one_address_may_come_by_another() -> None:
    """In whatever order the two stand."""
    owners, other = (
        Owners(said=frozenset(("me@example.org", "me@example.com"))),
        Party(address="me@example.com"),
    )

    assert [met(judge(meeting(*both, ADA), owners=owners)) for both in ((TOLD, other), (other, TOLD))] == [
        ["ada@example.org"],
        ["ada@example.org"],
    ]
