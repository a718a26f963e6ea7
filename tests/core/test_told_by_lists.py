"""Told by lists alone: whom only calendars tell of that do not list the user, neither a title nor the user."""

from dataclasses import replace

import pytest

from tests.core.bonds import met
from worker.core.knowing import is_told_by
from worker.core.touch import Evidence

TEAM = replace(met(100), source="team.ics")
OWN = replace(met(90), source="own.ics")


@pytest.mark.parametrize("evidence", [Evidence.ATTENDEE, Evidence.ORGANIZER, Evidence.CONTACT])
def test_who_stands_in_lists_of_others_alone_is_told_by_them(evidence: Evidence) -> None:
    """One meeting elsewhere is enough to know them."""
    listed = replace(TEAM, evidence=evidence)

    assert is_told_by([listed, TEAM], {"team.ics"})
    assert not is_told_by([listed, OWN], {"team.ics"})
    assert not is_told_by([listed], set())
    assert not is_told_by([], {"team.ics"})


@pytest.mark.parametrize("evidence", [Evidence.TITLE, Evidence.ANSWER])
def test_a_title_or_the_users_word_knows_them(evidence: Evidence) -> None:
    """Wherever it stands."""
    assert not is_told_by([TEAM, replace(TEAM, evidence=evidence)], {"team.ics"})
