"""Perhaps met: a title after the last meeting that is sure leaves open when that was, and for how long it is silent."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.core.bonds import ENGLISH, TODAY, bond, met
from worker.core.giving.catalogue import Occasion
from worker.core.giving.doubt import perhaps_last_met
from worker.core.giving.hold import because
from worker.core.giving.look import Look
from worker.core.giving.phrase import why_of
from worker.core.perhaps import Perhaps
from worker.core.person import Birthday

NOON = datetime.combine(TODAY, datetime.min.time(), UTC) + timedelta(hours=12)


def perhaps(days_ago: int, **values: Any) -> Perhaps:
    plain: dict[str, Any] = {
        "person": "ana@example.org",
        "name": "ana",
        "started_at": NOON - timedelta(days=days_ago),
        "ended_at": NOON - timedelta(days=days_ago) + timedelta(hours=1),
        "all_day": False,
        "event_key": f"u{days_ago}",
        "title": f"Vélo avec Ana {days_ago}",
    }
    return Perhaps(**(plain | values))


def test_only_what_came_after_the_last_sure_meeting_leaves_a_doubt() -> None:
    """The latest of it; on the day of a sure meeting there is none."""
    some = [perhaps(300), perhaps(40), perhaps(60)]

    assert perhaps_last_met(bond(perhaps_met=some), "UTC") == some[1]
    assert perhaps_last_met(bond(perhaps_met=[perhaps(300), perhaps(210)]), "UTC") is None


def test_whoever_is_met_only_ahead_has_no_last_time_to_doubt() -> None:
    """Nothing is claimed about them."""
    assert perhaps_last_met(bond(met_ago=[], ahead=[met(-5)], perhaps_met=[perhaps(3)]), "UTC") is None


def test_a_whole_day_on_their_birthday_was_that_birthday() -> None:
    """On any other day it may have been a day together."""
    day = perhaps(3, all_day=True, started_at=NOON - timedelta(days=3, hours=12))
    born = {on: Birthday(month=11, day=on) for on in (20, 21)}

    assert perhaps_last_met(bond(perhaps_met=[day], birthday=born[20]), "UTC") is None
    assert perhaps_last_met(bond(perhaps_met=[day], birthday=born[21]), "UTC") == day


def held(occasion: Occasion, *some: Perhaps) -> str | None:
    someone = bond(perhaps_met=some)
    return because(Look(bond=someone, today=TODAY, zone="UTC", occasion=occasion, words=ENGLISH))


@pytest.mark.parametrize("occasion", list(Occasion))
def test_what_waits_for_no_doubt_ahead_waits_for_none_of_the_past(occasion: Occasion) -> None:
    """Nor do first thanks, which are true in any case."""
    is_said = occasion in (
        Occasion.BIRTHDAY,
        Occasion.BELATED,
        Occasion.ASK,
        Occasion.ASKED,
        Occasion.THANKS,
    )

    assert (held(occasion, perhaps(3)) == "perhaps you met on 20 November: “Vélo avec Ana 3”") is not is_said


def test_a_silence_is_told_again_when_their_usual_gap_is_over_since() -> None:
    """An easy word or news can wait for longer: they would tell of the last time."""
    assert held(Occasion.RHYTHM, perhaps(21)) is not None
    assert held(Occasion.RHYTHM, perhaps(150)) is None
    assert held(Occasion.WARM_UP, perhaps(150)) is not None
    assert held(Occasion.NEWS, perhaps(150)) is not None


def test_what_may_not_be_quoted_is_told_by_its_day() -> None:
    """Private or tender."""
    assert held(Occasion.RHYTHM, perhaps(3, title="")) == "perhaps you met on 20 November"


@pytest.mark.parametrize("occasion", [Occasion.RHYTHM, Occasion.YEARS, Occasion.SERIES])
@pytest.mark.parametrize("met_ago", [(400, 365, 330, 300, 270, 240, 210), (400, 210)])
def test_neither_a_span_nor_a_record_is_told_in_doubt(occasion: Occasion, met_ago: tuple[int, ...]) -> None:
    """Nor how often, where they met a few times."""
    sure, unsure = bond(met_ago=met_ago), bond(met_ago=met_ago, perhaps_met=[perhaps(150)])

    said = [why_of(each, occasion, ENGLISH, on=TODAY, zone="UTC") for each in (sure, unsure)]

    assert "month" in said[0]
    assert said[1] == "It has been a while since you and Ana met."


def test_a_wish_and_an_ask_tell_of_no_last_time_in_doubt() -> None:
    """Thanks after an ask never did."""
    unsure = bond(perhaps_met=[perhaps(3)], birthday=Birthday(month=11, day=24))

    def said(occasion: Occasion) -> str:
        return why_of(unsure, occasion, ENGLISH, on=TODAY, zone="UTC")

    assert said(Occasion.BIRTHDAY) == "Ana has a birthday on Tuesday, 24 November."
    assert said(Occasion.ASK) == (
        "You have something on your mind for Ana. A kind line comes first, and wants nothing."
    )
    assert said(Occasion.ASKED) == (
        "You turned to Ana not long ago. Thanks are good now, whatever came of it."
    )


@pytest.mark.parametrize("tender_on", [3, -5])
def test_after_something_tender_no_span_is_told(tender_on: int) -> None:
    """Who drives a friend to a treatment has seen them, whatever the calendar says of meetings."""
    ill = replace(bond(), tender_on=TODAY - timedelta(days=tender_on))
    before = replace(bond(), tender_on=TODAY - timedelta(days=300))

    said = [why_of(each, Occasion.RHYTHM, ENGLISH, on=TODAY, zone="UTC") for each in (ill, before)]

    assert said[0] == "It has been a while since you and Ana met."
    assert "months" in said[1]
