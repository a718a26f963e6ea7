"""Shared work: what two did at work is told in other words than what friends do, and only where it was work."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.core.bonds import TODAY, bond, met
from tests.core.test_gift import given, kinds, texts
from worker.core.bond import Bond
from worker.core.giving.catalogue import About
from worker.core.giving.subject import subjects_of
from worker.core.nudge import GiftKind
from worker.core.touch import Evidence


def at_work(days: range, title: str = "Ticket machine") -> Bond:
    """Somebody from work, met at eleven on work-days."""
    touches = [met(day, title) for day in days]
    touches = [replace(touch, started_at=touch.started_at - timedelta(hours=1)) for touch in touches]
    return bond(met_ago=[t for t in touches if t.started_at.isoweekday() <= 5], circle="work")


def test_a_day_at_the_office_is_told_as_work() -> None:
    """B7: nobody smiles together about a ticket machine; what was good about it is worth a word."""
    offered = given(at_work(range(2190, 2194)))

    assert GiftKind.MEMORY in kinds(offered)
    assert "worth a smile" not in texts(offered)
    assert "once more" not in texts(offered)


def test_a_former_colleague_may_be_recommended() -> None:
    """B7: after years of work together, once the work address has fallen silent."""
    former, short = at_work(range(200, 1400, 40)), at_work(range(200, 400, 40))
    about = subjects_of(former, on=TODAY, zone="UTC")[About.SHARED_WORK]

    assert about.touch == former.touches[-1]
    assert GiftKind.RECOMMENDATION in kinds(given(former))
    assert GiftKind.RECOMMENDATION not in kinds(given(short))
    assert GiftKind.RECOMMENDATION not in kinds(
        given(replace(former, person=replace(former.person, circle="friends")))
    )


@pytest.mark.parametrize(
    ("evidence", "title", "is_work"),
    [
        (Evidence.TITLE, "Café con Lucía", False),
        (Evidence.TITLE, "Paseo con Lucía", False),
        (Evidence.TITLE, "Budget con Lucía", True),
        (Evidence.TITLE, "Visita a Lucía", False),
        (Evidence.ATTENDEE, "Budget", True),
        (Evidence.ATTENDEE, "Product demo", True),
        (Evidence.ATTENDEE, "Board", True),
        (Evidence.ATTENDEE, "Visita a Lucía", True),
        (Evidence.ATTENDEE, "Café con Lucía", False),
        (Evidence.ATTENDEE, "Lunch with Ana", False),
        (Evidence.ATTENDEE, "Cubs game with Ana Lopez", False),
        (Evidence.ATTENDEE, "Game design with Ana Lopez", True),
        (Evidence.ATTENDEE, "Swimming with Ana", False),
        (Evidence.ATTENDEE, "Yoga", False),
        (Evidence.ATTENDEE, "Playgroup", False),
        (Evidence.ATTENDEE, "Kirchenchor", False),
        (Evidence.ATTENDEE, "Palestra", False),
    ],
)
def test_a_coffee_is_no_work(evidence: Evidence, title: str, is_work: bool) -> None:
    """At ten on a work-day, with a friend whose address is at a place of their own: nobody worked there together."""
    friend = at_work(range(200, 1400, 40), title)
    friend = replace(friend, touches=tuple(replace(each, evidence=evidence) for each in friend.touches))

    assert (GiftKind.RECOMMENDATION in kinds(given(friend))) is is_work
