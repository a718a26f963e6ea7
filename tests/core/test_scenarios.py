"""Scenarios: small lives, each with one thing that must happen."""

from dataclasses import replace
from datetime import date, timedelta

from tests.core.bonds import DORMANT, TODAY, bond, in_series, met, past, planned
from worker.core.bond import Bond
from worker.core.nudge import GiftKind, Nudge, NudgeState
from worker.core.person import Birthday

THIS_WEEK = Birthday(month=11, day=26)
ANA = "ana@example.org"


def nudged(*people: Bond) -> set[str]:
    return {nudge.person for nudge in planned(*people).nudges}


def only(*people: Bond) -> Nudge:
    (nudge,) = planned(*people).nudges
    return nudge


def reason(someone: Bond) -> str | None:
    """Why this person is held back; None when they are not."""
    return next((held.because for held in planned(someone).held_back), None)


def test_a_friend_gone_quiet_is_remembered() -> None:
    """B1: about every month, then seven months of nothing."""
    assert nudged(bond()) == {ANA}


def test_nine_years_are_no_reason_to_forget() -> None:
    """B9: with its own words, and a voice."""
    days = [
        date(2015, 9, 4),
        date(2016, 3, 18),
        date(2016, 6, 24),
        date(2016, 11, 4),
        date(2017, 5, 19),
        date(2017, 11, 10),
    ]
    nudge = only(bond(met_ago=[(TODAY - day).days for day in days]))

    assert "It has been nine years" in nudge.why
    assert "no need to explain the gap" in nudge.why
    assert nudge.channel in ("call", "voice_message")


def test_thirty_years_are_none_either() -> None:
    """B1: no age cap."""
    assert nudged(bond(met_ago=[11_000 + 40 * step for step in range(6)])) == {ANA}


def test_the_end_of_a_weekly_call_is_noticed() -> None:
    """A6: and told as what it was."""
    assert "ended in May 2026" in only(bond(met_ago=[in_series(180 + 7 * step) for step in range(20)])).why


def test_someone_met_once_gets_a_birthday_wish() -> None:
    """A4: value can be added to every life."""
    nudge = only(bond(met_ago=[900], birthday=THIS_WEEK))

    assert nudge.reason == "birthday"
    assert nudge.gift.kind is GiftKind.CELEBRATE
    assert nudge.on == date(2026, 11, 26)


def test_a_birthday_just_gone_is_still_worth_a_wish() -> None:
    """A7: late wishes hurt far less than the late one fears."""
    nudge = only(bond(met_ago=[900], birthday=Birthday(month=11, day=20)))

    assert "had a birthday on 20 November" in nudge.why


def test_a_first_small_meeting_is_followed_by_thanks() -> None:
    """A4: within two weeks."""
    nudge = only(bond(met_ago=[met(4, "Kite building", others=2)]))

    assert nudge.reason == "thanks"
    assert nudge.gift.kind is GiftKind.THANKS
    assert "Kite building" in nudge.gift.text


def test_a_missed_friend_with_a_birthday_goes_first() -> None:
    """A4: the right moment."""
    ana = bond(birthday=THIS_WEEK)
    ben = bond("Ben Field", [210 + 30 * step for step in range(12)])

    (nudge,) = planned(ana, ben, weekly_budget=1).nudges

    assert nudge.person == ANA
    assert nudge.reason == "rhythm"
    assert nudge.gift.kind is GiftKind.CELEBRATE


def test_a_pinned_person_is_remembered_from_two_visits_on() -> None:
    """A4: the user knows better."""
    few = bond(met_ago=[1500, 1460, 1400])

    assert nudged(few) == set()
    assert nudged(replace(few, is_pinned=True)) == {ANA}


def test_a_pinned_doctor_is_a_friend() -> None:
    """A4: the user's word goes before ours."""
    doctor = bond("Dr. Ana Weber", [met(days, "Check") for days in DORMANT])

    assert nudged(doctor) == set()
    assert nudged(replace(doctor, is_pinned=True)) != set()


def test_who_waits_is_rediscovered_later() -> None:
    """B1: old silences enter by the same weekly budget, and nobody counts them to the user."""
    made = planned(*[bond(f"P{n} Field", [day + n for day in DORMANT]) for n in range(5)])

    assert len(made.nudges) == 3
    assert len(made.rediscover) == 2
    assert made.held_back == ()


def test_rest_that_is_over_is_over() -> None:
    """A5: from the next day on."""
    assert nudged(bond(rest_until=TODAY - timedelta(days=1))) == {ANA}


def test_a_meeting_far_ahead_does_not_keep_a_hello_back() -> None:
    """B1: in four months is not soon."""
    assert nudged(bond(ahead=[met(-120)])) == {ANA}


def test_a_leftover_series_without_life_holds_nothing_back() -> None:
    """B1: an endless appointment that nobody keeps stands in many calendars."""
    ghost = [in_series(-7 * step, "Old sync", is_endless=True) for step in range(1, 9)]

    assert nudged(bond(ahead=ghost)) == {ANA}


def test_a_living_series_holds_back() -> None:
    """A7: somebody who is met every week needs no nudge."""
    alive = [in_series(-7 * step, "Book club") for step in range(1, 9)]

    assert nudged(bond(ahead=alive)) == set()


def test_a_withdrawn_nudge_may_come_again() -> None:
    """B9: they were going to meet, and then did not."""
    assert nudged(bond(nudges=[past(20, NudgeState.WITHDRAWN)])) == {ANA}


def test_a_new_silence_after_half_a_year_may_be_nudged_about() -> None:
    """B1: they met again since, and fell silent again."""
    assert nudged(bond(nudges=[past(500)], met_ago=[*range(700, 520, -30), *DORMANT])) == {ANA}


def test_a_friend_in_mourning_is_not_lost() -> None:
    """A5: "Funeral of Ana's father" is not Ana's."""
    made = only(bond(met_ago=[*DORMANT, met(205, "Funeral of Ana's father")]))

    assert "uneral" not in str(made)


def test_a_birthday_comes_again_next_year() -> None:
    """A4: whatever was said about the last one."""
    last_year = past(360, reason="birthday", state=NudgeState.DONE)

    assert nudged(bond(met_ago=[900], birthday=THIS_WEEK, nudges=[last_year])) == {ANA}
