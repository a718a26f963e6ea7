"""Told by lists alone: whom only calendars tell of that do not list the user, neither a title nor the user."""

from dataclasses import replace

import pytest

from tests.core.bonds import met
from worker.core.event_key import key_prefix
from worker.core.knowing import is_told_by_unlisted
from worker.core.owner import Owners, part_key
from worker.core.touch import Evidence

TEAM = replace(met(100), source="team.ics")
OWN = replace(met(90), source="own.ics")
UNLISTED = Owners(unlisted=frozenset(("team.ics",)))


@pytest.mark.parametrize("evidence", [Evidence.ATTENDEE, Evidence.ORGANIZER, Evidence.CONTACT])
def test_who_stands_in_lists_of_others_alone_is_told_by_them(evidence: Evidence) -> None:
    """One meeting elsewhere is enough to know them."""
    listed = replace(TEAM, evidence=evidence)

    assert is_told_by_unlisted([listed, TEAM], UNLISTED)
    assert not is_told_by_unlisted([listed, OWN], UNLISTED)
    assert not is_told_by_unlisted([listed], Owners())
    assert not is_told_by_unlisted([], UNLISTED)


@pytest.mark.parametrize("evidence", [Evidence.TITLE, Evidence.ANSWER])
def test_a_title_or_the_users_word_knows_them(evidence: Evidence) -> None:
    """Wherever it stands."""
    assert not is_told_by_unlisted([TEAM, replace(TEAM, evidence=evidence)], UNLISTED)


def test_a_folder_is_asked_file_by_file() -> None:
    """One that lists the user is no proof for its neighbour; a new file is as the folder."""
    parts = {part_key("all", part): frozenset[str]() for part in ("own.ics", "team.ics", "")}
    unlisted = Owners(inferred=parts, unlisted=frozenset((part_key("all", "team.ics"), part_key("all", ""))))
    told = {
        sheet: is_told_by_unlisted([replace(TEAM, source="all", event_key=f"{key_prefix(sheet)}u")], unlisted)
        for sheet in ("own.ics", "team.ics", "small.ics")
    }

    assert told == {"own.ics": False, "team.ics": True, "small.ics": True}
