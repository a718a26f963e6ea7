"""Theirs: in somebody else's calendar only what lists the user is the user's."""

from dataclasses import replace
from typing import Any

import pytest

from tests.core.test_judge import ADA, ME, judge, meeting, met, why_not
from tests.core.test_judge_titles import BOOK, NOW, event
from tests.core.test_perhaps import ALDO, MINE, ahead, meant
from worker.core.event import Occurrence, Party
from worker.core.judge import judged_by_title
from worker.core.owner import Owners
from worker.core.perhaps import Tells, perhaps_in
from worker.core.touch import Because

THEIRS = Owners(said=frozenset((ME.address,)), theirs=frozenset(("work",)))
OWNED = Owners(said=THEIRS.said, theirs=frozenset(("private.ics", "own.ics")))
HOST = Party(address="anna@example.org", partstat="ACCEPTED")


def test_in_somebody_elses_calendar_only_what_lists_the_user_is_theirs() -> None:
    """The partner's meetings are the partner's."""
    found = judge(meeting(HOST, ADA, organizer=HOST), owners=THEIRS)
    alone = judge(meeting(ADA, organizer=None), owners=THEIRS)

    assert met(found) == met(alone) == []
    assert why_not(found) == dict.fromkeys(("ada@example.org", "anna@example.org"), "not_yours")
    assert why_not(alone) == {"ada@example.org": "not_yours"}


@pytest.mark.parametrize(
    ("occurrence", "people"),
    [
        (meeting(HOST, ME, ADA, organizer=HOST), ["anna@example.org", "ada@example.org"]),
        (meeting(ADA, organizer=ME), ["ada@example.org"]),
        (meeting(HOST, replace(ME, partstat="DECLINED"), ADA, organizer=HOST), []),
    ],
)
def test_who_is_invited_into_it_met_the_others_unless_they_declined(
    occurrence: Occurrence, people: list[str]
) -> None:
    """By an address of theirs, as a guest or as who invites."""
    assert met(judge(occurrence, owners=THEIRS)) == people


@pytest.mark.parametrize("values", [{}, {"organizer": ME, "attendees": (ME,)}])
def test_a_title_in_somebody_elses_calendar_names_nobody(values: dict[str, Any]) -> None:
    """Their Maria need not be the user's, also where the user alone stands there."""
    found = judged_by_title([event("Lunch with Maria", **values)], OWNED, BOOK, NOW)

    assert found.touches == []
    assert [(one.person, one.because) for one in found.left_out] == [("maria@example.com", Because.NOT_YOURS)]


def test_somebody_elses_doubts_are_theirs_and_what_is_tender_is_told() -> None:
    """An illness is one, whoever writes it down: nothing light is said for a while, which does no harm.

    Whom they left is another thing.
    """
    assert meant(ahead("Aldo ???"))
    assert meant(ahead("Aldo ???"), owners=OWNED) == set()
    assert [each.tells for each in perhaps_in([ahead("Chemo Aldo")], OWNED, ALDO, NOW)] == [Tells.TENDER]
    assert Tells.PARTED in {each.tells for each in perhaps_in([ahead("Broke up with Aldo")], MINE, ALDO, NOW)}
    assert [each.tells for each in perhaps_in([ahead("Broke up with Aldo")], OWNED, ALDO, NOW)] == [
        Tells.TENDER
    ]
