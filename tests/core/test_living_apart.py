"""Who lives far away is not asked to a walk or a table, whatever the two did before."""

from typing import Any

import pytest

from tests.core.bonds import DORMANT, bond, met, planned
from worker.core.bond import Bond
from worker.core.giving.way import IN_ONE_PLACE
from worker.core.nudge import GiftKind


def walker(title: str, **person: Any) -> Bond:
    return bond(met_ago=[met(days, title, place="Lady Bird Lake") for days in DORMANT], **person)


@pytest.mark.parametrize("title", ["Walk with Ana", "Dinner with Ana", "Climbing with Ana"])
def test_a_card_or_a_number_far_away_leaves_letters_and_calls(title: str) -> None:
    """A friend who moved is the one whom one loses touch with."""
    for far in (walker(title, zone="America/Chicago"), walker(title, phones=("+81 3 5550 0100",))):
        (nudge,) = planned(far, zone="Europe/Berlin").nudges
        assert nudge.channel not in IN_ONE_PLACE
        assert GiftKind.INVITE not in {gift.kind for gift in nudge.gifts}


@pytest.mark.parametrize("title", ["Walk with Ana", "Dinner with Ana"])
def test_next_door_the_usual_stays(title: str) -> None:
    (nudge,) = planned(walker(title, zone="Europe/Lisbon"), zone="Europe/Berlin").nudges
    assert GiftKind.INVITE in {gift.kind for gift in nudge.gifts}
