"""Circles: work, family, friends; for variety only."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.core.test_judge import ADA, ME, judge, meeting
from worker.core.circle import FAMILY, FRIENDS, WORK, circle_of
from worker.core.touch import Touch

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY_NOON, SATURDAY_NIGHT = datetime(2024, 3, 4, 11, tzinfo=UTC), datetime(2024, 3, 9, 20, tzinfo=UTC)


def touches(*starts: datetime) -> list[Touch]:
    return judge(
        *(meeting(ME, ADA, started_at=at, ended_at=at + timedelta(hours=1)) for at in starts)
    ).touches


@pytest.mark.parametrize(
    ("emails", "starts", "circle"),
    [
        (["ada@firm.example"], [MONDAY_NOON], WORK),
        (["ada@firm.example"], [SATURDAY_NIGHT], FRIENDS),
        (["ada@me.example"], [SATURDAY_NIGHT], FAMILY),
        (["ada@me.example"], [MONDAY_NOON] * 2 + [SATURDAY_NIGHT], WORK),
        (["ada@gmail.com"], [MONDAY_NOON], FRIENDS),
        ([], [MONDAY_NOON], FRIENDS),
        (["ada@firm.example"], [], FRIENDS),
        (["ada@gmail.com", "ada@me.example"], [], FAMILY),
    ],
)
def test_domain_and_hours_tell_the_circle(emails: list[str], starts: list[datetime], circle: str) -> None:
    """A domain of one's own is the firm's or the family's: the hours tell which."""
    assert circle_of(emails, touches(*starts), ["me@me.example"], BERLIN) == circle


def test_hours_are_those_of_the_user() -> None:
    """07:30 in UTC is no working hour there and half past eight in Berlin."""
    early = touches(datetime(2024, 3, 4, 7, 30, tzinfo=UTC))

    assert circle_of(["ada@firm.example"], early, [], BERLIN) == WORK
    assert circle_of(["ada@firm.example"], early, [], ZoneInfo("UTC")) == FRIENDS
