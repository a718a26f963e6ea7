"""Layers: time really shared, for spacing alone."""

from datetime import timedelta
from typing import Any

import pytest

from tests.core.bonds import ACTIVE, DORMANT, ENGLISH, TODAY, bond, met, past
from tests.core.test_introduction import introduced
from worker.core.bond import Bond
from worker.core.giving.catalogue import Occasion
from worker.core.giving.hold import because
from worker.core.giving.introduction import CLOSE_REST_DAYS, REST_DAYS
from worker.core.giving.layer import Shared, is_close, shared_in
from worker.core.giving.look import Look
from worker.core.giving.told_before import HELPER_REST_DAYS
from worker.core.nudge import GiftKind
from worker.core.touch import Touch

OFTEN = [30 + 20 * step for step in range(30)]
"""Every three weeks for two years, last seen a month ago."""


def of_hours(days: list[int], hours: float, **values: Any) -> list[Touch]:
    return [
        met(day, "Pottery", **{"ended_at": met(day).started_at + timedelta(hours=hours), **values})
        for day in days
    ]


@pytest.mark.parametrize(
    ("hours", "others", "shared"),
    [
        (2, 1, Shared(days=2, hours=4.0)),
        (2, 4, Shared(days=2, hours=1.0)),
        (30, 1, Shared(days=2, hours=8.0)),
    ],
)
def test_an_hour_among_many_is_shared_by_them(hours: float, others: int, shared: Shared) -> None:
    """And a whole day is no more than one long talk."""
    assert shared_in(of_hours([10, 20], hours, others=others), "UTC") == shared


def test_a_meeting_in_two_calendars_counts_once() -> None:
    """The same start is the same meeting."""
    twice = [met(10), met(10, event_uid="other", event_key="other")]

    assert shared_in(twice, "UTC") == Shared(days=1, hours=1.0)


def test_days_are_those_of_the_user() -> None:
    """Noon and eleven at night in London are two days in Tokyo."""
    day = [met(10), met(10, started_at=met(10).started_at + timedelta(hours=11))]

    assert (shared_in(day, "Europe/London").days, shared_in(day, "Asia/Tokyo").days) == (1, 2)


@pytest.mark.parametrize(
    ("days", "hours", "others", "expected"),
    [
        (OFTEN, 2, 1, True),
        (OFTEN, 2, 4, False),
        (OFTEN, 0.5, 1, False),
        (list(ACTIVE), 4, 1, False),
        ([day + 1500 for day in OFTEN], 2, 1, False),
    ],
)
def test_close_is_who_has_much_time_on_many_days_of_late(
    days: list[int], hours: float, others: int, expected: bool
) -> None:
    """Not in a circle of four, not for a minute, not a few times, not long ago."""
    one = bond(met_ago=of_hours(days, hours, others=others))

    assert is_close(one, today=TODAY, zone="UTC") is expected


def close(**values: Any) -> Bond:
    return bond(met_ago=of_hours(OFTEN, 2), circle="friends", **values)


def test_the_closest_are_not_introduced_again_and_again() -> None:
    """B6: half a year is enough for others, a year for them."""
    potter = bond(
        "Ben Field",
        [met(days + 2, "Pottery") for days in DORMANT],
        circle="work",
        emails=("ben@firm.example",),
    )
    used = past(REST_DAYS + 20, gift_kind=GiftKind.INTRODUCTION, gift_text="Somebody")
    rested = past(CLOSE_REST_DAYS + 5, gift_kind=GiftKind.INTRODUCTION, gift_text="Somebody")
    seldom = bond(met_ago=[met(day, "Pottery") for day in DORMANT], circle="friends", nudges=[used])

    assert introduced(seldom, potter) is not None
    assert introduced(close(nudges=[used]), potter) is None
    assert introduced(close(nudges=[rested]), potter) is not None


def test_the_closest_warm_up_no_two_silences_within_a_year() -> None:
    """B6: they are easy to reach, which is no reason to be used twice."""
    lately, long_ago = (
        past(days, reason="warm_up") for days in (HELPER_REST_DAYS - 60, HELPER_REST_DAYS + 5)
    )

    assert held(close(nudges=[lately])) is not None
    assert held(close(nudges=[long_ago])) is None
    assert held(bond(met_ago=ACTIVE, nudges=[lately])) is None


def held(one: Bond) -> str | None:
    look = Look(bond=one, today=TODAY, zone="UTC", occasion=Occasion.WARM_UP, words=ENGLISH)
    return because(look)
