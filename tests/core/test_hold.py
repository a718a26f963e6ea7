"""Hold: to the day, how long each reason keeps somebody in peace."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.core.bonds import DORMANT, ENGLISH, TODAY, bond, in_series, met, past, planned
from worker.core.bond import Bond, PastNudge, Peace
from worker.core.giving.catalogue import Occasion
from worker.core.giving.hold import AHEAD_DAYS, AHEAD_MOST_DAYS, CROWD, REVIVED_DAYS, YEARS_DAYS, because
from worker.core.giving.look import LIFE_DAYS, Look
from worker.core.giving.occasion import SEEN_DAYS
from worker.core.giving.told_before import AFTER_WISH_DAYS, BETWEEN_DAYS
from worker.core.nudge import NudgeState
from worker.core.person import Birthday

DAY = timedelta(days=1)
WEEKLY = tuple(range(200, 400, 7))
YEARLY = tuple(range(400, 4000, 365))


def held(someone: Bond, occasion: Occasion = Occasion.RHYTHM) -> str | None:
    return because(Look(bond=someone, today=TODAY, zone="UTC", occasion=occasion, words=ENGLISH))


def test_somebody_silent_is_not_held_back() -> None:
    """So that each of the following is held back for its own reason."""
    assert held(bond()) is None


def test_at_home_nothing_is_told_but_what_was_noted() -> None:
    """No silence, no light hello, no trip to where they live, no birthday."""
    told = [each for each in Occasion if not held(bond(peace=Peace.HOME), each)]

    assert told == [Occasion.ASK, Occasion.ASKED]
    assert planned(bond(peace=Peace.HOME)).nudges == ()


@pytest.mark.parametrize(
    ("peace", "because"),
    [
        (Peace.HOME, "your own card names them as partner, child or one of your home"),
        (Peace.READ, "you read their calendar"),
        (Peace.UNLISTED, "a calendar that does not list you tells of them alone"),
    ],
)
def test_who_is_left_in_peace_is_told_why(peace: Peace, because: str) -> None:
    """The one reason that holds."""
    assert held(bond(peace=peace)) == because


def test_a_rest_lasts_to_its_day() -> None:
    """Inclusive."""
    assert held(bond(rest_until=TODAY))
    assert not held(bond(rest_until=TODAY - DAY))


@pytest.mark.parametrize(
    ("days", "most"), [(WEEKLY, AHEAD_DAYS), (YEARLY, AHEAD_MOST_DAYS), ((900,), AHEAD_MOST_DAYS)]
)
def test_a_meeting_ahead_holds_back_from_today_to_the_usual_gap(days: tuple[int, ...], most: int) -> None:
    """At least three weeks, and at most ninety days."""

    def is_held(ahead: int) -> bool:
        return held(bond(met_ago=days, ahead=[met(-ahead)]), Occasion.TRIP) is not None

    assert [ahead for ahead in (-1, 0, most, most + 1) if is_held(ahead)] == [0, most]


def test_the_first_of_several_meetings_ahead_is_told() -> None:
    """Whatever their order."""
    assert held(bond(ahead=[met(-9), met(-4), met(-12)])) == "you will meet on 27 November"


@pytest.mark.parametrize(("days", "is_held"), [(1, True), (14, True), (15, False)])
def test_a_meeting_of_an_endless_series_within_two_weeks_is_waited_for(days: int, *, is_held: bool) -> None:
    """One that took place before: what is told of last year's dinner on its eve is untrue on the day after."""
    dinner = in_series(-days, is_endless=True)

    assert (held(bond(met_ago=[in_series(300, is_endless=True)], ahead=[dinner])) is not None) is is_held
    assert not held(bond(met_ago=[300], ahead=[dinner]))


def test_an_endless_series_holds_back_as_long_as_something_else_happens() -> None:
    """Within half a year before, or ahead; else it is a calendar's leftover."""
    endless = in_series(-5, is_endless=True)

    def is_held(*days: int) -> bool:
        return held(bond(met_ago=days, ahead=[endless])) is not None

    assert is_held(300, LIFE_DAYS)
    assert not is_held(300, LIFE_DAYS + 1)
    assert held(bond(met_ago=[300], ahead=[endless, met(-80)]))
    assert held(bond(met_ago=[300], ahead=[in_series(-5)]))


def test_a_meeting_keeps_back_for_three_weeks() -> None:
    """Not the thanks for it; a crowd keeps back as long."""
    assert held(bond(met_ago=[400, SEEN_DAYS]))
    assert not held(bond(met_ago=[400, SEEN_DAYS + 1]))
    assert not held(bond(met_ago=[SEEN_DAYS]), Occasion.THANKS)
    assert not held(bond(met_ago=[400, SEEN_DAYS]), Occasion.ASKED)
    assert held(bond(seen_in_crowd_on=TODAY - SEEN_DAYS * DAY))
    assert not held(bond(seen_in_crowd_on=TODAY - (SEEN_DAYS + 1) * DAY))


@pytest.mark.parametrize("state", [NudgeState.OPEN, NudgeState.LATER])
def test_a_standing_nudge_is_the_only_one(state: NudgeState) -> None:
    """Whatever its day."""
    assert held(bond(nudges=[past(900, state)])) == "a nudge is waiting for 6 June 2024"


@pytest.mark.parametrize(
    ("in_a_row", "days"), [(1, BETWEEN_DAYS), (2, 2 * BETWEEN_DAYS), (3, 3 * BETWEEN_DAYS)]
)
def test_each_letting_go_in_a_row_rests_half_a_year_longer(in_a_row: int, days: int) -> None:
    """From the day on which it was let go."""
    for ago, is_held in ((days - 1, True), (days, False)):
        nudges = [past(ago + 7 + 900 * before, reason="birthday") for before in reversed(range(in_a_row))]
        assert (held(bond(nudges=nudges), Occasion.TRIP) is not None) is is_held


def test_an_answer_between_begins_the_row_anew() -> None:
    """Somebody was reached after all."""
    let_go, done = past(2000), past(1000, NudgeState.DONE, reason="birthday")

    nudges = [let_go, done, past(BETWEEN_DAYS + 7, reason="birthday")]

    assert held(bond(nudges=nudges), Occasion.TRIP) is None


def test_after_letting_go_half_the_silence_passes_once_more() -> None:
    """Where that is longer than half a year; counted from the last meeting before the nudge."""
    for ago, is_held in ((499, True), (500, False)):
        someone = bond(met_ago=[ago + 1000, ago - 40], nudges=[past(ago + 7, reason="birthday")])
        assert (held(someone, Occasion.TRIP) is not None) is is_held


def test_a_tie_that_came_back_is_left_in_peace_for_a_year() -> None:
    """After two years, with one of the last three meetings; an occasion of its own is none of its schedule."""

    def is_held(*days: int, occasion: Occasion = Occasion.RHYTHM) -> bool:
        return held(bond(met_ago=days), occasion) is not None

    assert is_held(REVIVED_DAYS - 1 + YEARS_DAYS, REVIVED_DAYS - 1)
    assert not is_held(REVIVED_DAYS + YEARS_DAYS, REVIVED_DAYS)
    assert not is_held(REVIVED_DAYS - 1 + YEARS_DAYS - 1, REVIVED_DAYS - 1)
    assert not is_held(REVIVED_DAYS - 1 + YEARS_DAYS, REVIVED_DAYS - 1, occasion=Occasion.TRIP)
    assert is_held(3000, 300, 290, 280)
    assert not is_held(3000, 300, 290, 280, 270)


def test_a_break_that_is_usual_between_two_is_no_silence() -> None:
    """By their own gaps; a birthday asks for none, and of three meetings nothing is usual."""
    yearly = [300 + 360 * step for step in range(5)]

    assert held(bond(met_ago=yearly)) == "a break like this is usual for the two of you"
    assert held(bond(met_ago=yearly), Occasion.BIRTHDAY) is None
    assert held(bond(met_ago=[539 + 360 * step for step in range(5)]))
    assert held(bond(met_ago=[540 + 360 * step for step in range(5)])) is None
    assert held(bond(met_ago=yearly[:3])) is None


def test_one_silence_has_one_nudge() -> None:
    """A birthday comes again, and what was withdrawn before its day was never there."""
    silent = {"met_ago": [900, 890]}

    assert held(bond(nudges=[past(400, NudgeState.RESTED)], **silent))
    assert not held(bond(nudges=[past(900, NudgeState.RESTED)], **silent))
    assert not held(bond(nudges=[past(400, NudgeState.RESTED, reason="birthday")], **silent))
    assert not held(
        bond(nudges=[past(400, NudgeState.RESTED, reason="birthday")], **silent), Occasion.BELATED
    )
    never = past(400, NudgeState.WITHDRAWN, closed_on=TODAY - timedelta(days=401))
    assert not held(bond(nudges=[never], **silent))


def test_half_a_year_lies_between_two_nudges() -> None:
    """Of whatever kind but a wish; the thanks for an ask belong to the line before it."""
    lately = past(BETWEEN_DAYS - 1, NudgeState.RESTED, reason="trip")
    ask = past(30, NudgeState.RESTED, reason="ask")

    assert held(bond(nudges=[lately]))
    assert not held(bond(nudges=[past(BETWEEN_DAYS, NudgeState.RESTED, reason="trip")]))
    assert held(bond(nudges=[ask]), Occasion.ASK)
    assert not held(bond(nudges=[ask]), Occasion.ASKED)


def melted(days_ago: int, **values: Any) -> PastNudge:
    """One that nobody touched."""
    nudge = past(days_ago, **values)
    return replace(nudge, closed_on=nudge.on + 15 * DAY)


def test_a_silence_is_told_two_months_after_a_wish_that_nobody_answered() -> None:
    """Whether it was sent nobody knows; it said nothing of the silence. What the user let go rests as ever."""
    wish = melted(AFTER_WISH_DAYS, reason="birthday")

    assert not held(bond(nudges=[wish]))
    assert held(bond(nudges=[melted(AFTER_WISH_DAYS - 1, reason="birthday")]))
    assert held(bond(nudges=[past(AFTER_WISH_DAYS, reason="birthday")]))


def test_a_hint_that_nobody_answered_costs_no_birthday() -> None:
    """Three weeks lie between the two; what the user let go rests as ever."""
    assert not held(bond(nudges=[melted(40)]), Occasion.BIRTHDAY)
    assert held(bond(nudges=[melted(20)]), Occasion.BIRTHDAY)
    assert held(bond(nudges=[past(40)]), Occasion.BIRTHDAY)


def test_an_answer_ends_the_silence_that_it_came_in() -> None:
    """One from before the last meeting ended another one."""
    assert held(bond(met_ago=[900, 300], nudges=[past(700, NudgeState.DONE)])) is None


def test_two_have_met_where_at_least_once_they_were_not_in_a_crowd() -> None:
    """Ten others are a large round, eleven a crowd."""
    crowd = [met(day, others=CROWD + 1) for day in DORMANT]

    assert held(bond(met_ago=crowd))
    assert not held(bond(met_ago=[*crowd, met(205, others=CROWD)]))


def test_letting_go_after_an_answer_rests_as_well() -> None:
    """The row begins anew, and with it half a year."""
    nudges = [past(1000, NudgeState.DONE, reason="birthday"), past(BETWEEN_DAYS + 6, reason="birthday")]

    assert held(bond(nudges=nudges), Occasion.TRIP)


def test_a_tie_that_came_back_is_told_with_its_last_day() -> None:
    """Not with the day on which it came back."""
    told = held(bond(met_ago=[3000, 100, 90]))

    assert told is not None
    assert ENGLISH.day(TODAY - 90 * DAY) in told


@pytest.mark.parametrize("nudged", [None, 3, 9, 15, 21, 165])
def test_a_birthday_is_wished_in_time_or_not_at_all(nudged: int | None) -> None:
    """A late wish is for who was not thought of, not for who was seen, or nudged about, a little too lately before."""
    born_on = TODAY + timedelta(days=6)
    for last_met in range(1, 40):
        free = free_to_wish(born_on, last_met, nudged)

        assert not free or free[0] <= born_on
        assert not free or free[-1] == TODAY + timedelta(days=15)
        assert bool(free) is (last_met + 6 > 21 and (nudged is None or nudged + 6 >= 21))


def free_to_wish(born_on: date, last_met: int, nudged: int | None) -> list[date]:
    """The days of two weeks on which nothing is against it."""
    days = [0, *(30 * step for step in range(1, 8))]
    told = [past(nudged, NudgeState.DONE)] if nudged is not None else []
    ana = bond(
        met_ago=[last_met + day for day in days],
        nudges=told,
        birthday=Birthday(month=born_on.month, day=born_on.day),
    )

    def is_free(on: date) -> bool:
        occasion = Occasion.BIRTHDAY if on <= born_on else Occasion.BELATED
        look = Look(bond=ana, today=on, zone="UTC", occasion=occasion, words=ENGLISH)
        return because(look) is None

    return [on for step in range(16) if is_free(on := TODAY + timedelta(days=step))]
