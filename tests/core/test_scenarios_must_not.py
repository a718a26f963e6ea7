"""Scenarios: small lives, each with one thing that must not happen."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.core.bonds import ACTIVE, DORMANT, TODAY, bond, met, past, planned
from worker.core.bond import Bond
from worker.core.nudge import Nudge, NudgeState
from worker.core.person import Birthday
from worker.core.rest import RestKind

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


@pytest.mark.parametrize(
    ("against", "because"),
    [
        ({"ahead": [met(-9)]}, "you will meet on 2 December"),
        ({"seen_in_crowd_on": TODAY - timedelta(days=10)}, "you were at the same event on 13 November"),
        ({"rest_until": TODAY}, "you wished for quiet until 23 November"),
        ({"rest_until": date.max}, "you wished for quiet"),
        ({"rest_until": date.max, "rest_kind": RestKind.MUTED}, "you wished for silence here"),
        ({"rest_until": TODAY, "rest_kind": RestKind.SPACE}, "they would like some space"),
        ({"rest_until": TODAY, "rest_kind": RestKind.CONFLICT}, "things are difficult between you just now"),
        ({"rest_until": TODAY, "rest_kind": RestKind.MOURNING}, "this is a time of mourning for them"),
        ({"nudges": [past(-3, NudgeState.OPEN)]}, "a nudge is waiting for 26 November"),
        ({"nudges": [past(-10, NudgeState.LATER)]}, "a nudge is waiting for 3 December"),
        ({"nudges": [past(40)]}, "you let it go on 21 October; it may rest for a while"),
        ({"nudges": [past(205, NudgeState.RESTED)]}, "this silence has already had its nudge, on 2 May 2026"),
        ({"nudges": [past(60, reason="birthday")]}, "you let it go on 1 October; it may rest for a while"),
        (
            {"nudges": [past(100, NudgeState.RESTED, reason="trip")]},
            "there was a nudge on 15 August; half a year lies between two",
        ),
        ({"met_ago": [met(days, others=14) for days in DORMANT]}, "you have met in large groups only"),
        (
            {"met_ago": [met(days, "Dentist") for days in DORMANT]},
            "you know each other from appointments only",
        ),
    ],
)
def test_courtesy_says_why_it_keeps_back(against: dict[str, object], because: str) -> None:
    """A5, A7: each reason in words, and no nudge."""
    someone = bond(**against)  # type: ignore[arg-type]  # keywords of bond

    assert nudged(someone) == set()
    assert reason(someone) == because


def test_after_done_nothing_more_is_asked() -> None:
    """A2: whatever came back; the silence has ended."""
    answered = bond(nudges=[past(30, NudgeState.DONE)])
    forgotten = replace(answered, rhythm=bond().rhythm)

    assert nudged(answered) == nudged(forgotten) == set()
    assert reason(forgotten) == "you were in touch on 31 October"


def test_a_meeting_within_the_usual_gap_keeps_back() -> None:
    """A7: two who meet every quarter will meet in two months."""
    quarterly = [400 + 85 * step for step in range(8)]

    assert nudged(bond(met_ago=quarterly)) == {ANA}
    assert nudged(bond(met_ago=quarterly, ahead=[met(-60)])) == set()


@pytest.mark.parametrize(
    "title", ["Funeral of Ana Lopez", "Beerdigung Ana", "Obsèques d'Ana Lopez", "RIP Ana"]
)
def test_nothing_is_said_about_the_dead(title: str) -> None:
    """A5: not a nudge, not a birthday, not even a reason."""
    dead = bond(met_ago=[*DORMANT, met(200, title)], birthday=THIS_WEEK)

    made = planned(dead)

    assert (made.nudges, made.held_back, made.rediscover) == ((), (), ())


@pytest.mark.parametrize(
    ("name", "email", "title"),
    [
        ("Dr. Ana Weber", "weber@example.org", "Check"),
        ("Ana Weber", "ana@praxis-weber.example", "Termin"),
        ("Ana Weber", "ana@bright-recruiting.example", "Coffee"),
        ("Ana Weber", "ana@example.org", "Physiotherapy"),
        ("Ana Weber", "ana@example.org", "Job interview"),
    ],
)
def test_a_service_is_no_friend(name: str, email: str, title: str) -> None:
    """A5, B5: doctors and recruiters are not nudged about, and their birthdays neither."""
    service = bond(name, [met(days, title) for days in DORMANT], emails=(email,), birthday=THIS_WEEK)

    assert nudged(service) == set()


def test_someone_only_ahead_is_not_nudged_about() -> None:
    """A7: they will meet for the first time."""
    assert nudged(bond(met_ago=[], ahead=[met(-5)])) == set()


def test_an_occasion_already_standing_in_the_week_counts() -> None:
    """B3: also when the plan is made again on Tuesday."""
    standing = bond("Ben Field", [800], nudges=[past(-2, NudgeState.OPEN, reason="birthday")])

    assert nudged(standing, bond(met_ago=[900], birthday=THIS_WEEK)) == set()


def test_occasions_come_after_the_missed() -> None:
    """B3: a full week has no room for them, when the week before had one."""
    people = [bond(f"P{n} Field", [day + n for day in DORMANT]) for n in range(2)]
    birthday = bond("Zoe Field", [900], birthday=THIS_WEEK)
    thanked = bond("Yan Field", [30], nudges=[past(5, NudgeState.DONE, reason="thanks")])

    assert "zoe@example.org" not in nudged(*people, birthday, thanked)
    assert "zoe@example.org" in nudged(*people[:1], birthday, thanked)


def test_a_title_cannot_shout_or_break_the_line() -> None:
    """A5: a calendar's text is shown calmly."""
    nudge = only(bond(met_ago=[met(day, "Kite\r\nbuilding!!! \x07") for day in DORMANT]))

    said = nudge.headline + nudge.why + nudge.gift.text + nudge.draft + nudge.evidence[0].title
    assert not any(char in said for char in "!\r\n\x07")


def test_a_title_is_never_read_as_a_template() -> None:
    """Braces in a calendar are braces."""
    someone = bond("Ana {name.__class__}", [met(day, "Kites {0} {topic}") for day in DORMANT])

    assert "{name.__class__}" in only(someone).headline


def test_no_budget_and_no_days_make_no_nudge() -> None:
    """A7: and nobody is lost by it."""
    assert planned(bond(), weekly_budget=0).rediscover == (ANA,)
    assert planned(bond(), days=()).rediscover == (ANA,)
    assert planned(bond(), planned={(2026, 48): 3}).rediscover == (ANA,)


def test_a_weekend_alone_makes_no_nudge() -> None:
    """A5: Saturday and Sunday are free."""
    assert planned(bond(), days=(date(2026, 11, 28), date(2026, 11, 29))).nudges == ()


def test_nobody_at_all_is_a_fine_plan() -> None:
    """A7: an empty life is not an error."""
    assert planned() == planned(bond(met_ago=ACTIVE))


def test_a_name_that_hurts_is_quoted_to_nobody() -> None:
    """A5: the dead stand in no nudge about somebody else, though they stand in the titles that both share."""
    shared = [met(days, "Pottery with Maria Silva") for days in DORMANT]

    nudge = only(bond(met_ago=shared), bond("Maria Silva", shared, is_deceased=True))

    assert "Pottery" in str((nudge.gift, nudge.more_gifts))
    assert "Maria" not in str((nudge.headline, nudge.why, nudge.gift, nudge.more_gifts, nudge.draft))


def test_what_must_not_be_quoted_proves_without_its_title() -> None:
    """A5: the meeting stands there, what it was about does not."""
    for title, values in (("Funeral of Joe", {}), ("Kites", {"is_private": True})):
        nudge = only(bond(met_ago=[*DORMANT[:-1], met(DORMANT[-1], title, **values)]))

        assert nudge.evidence[-1].title == ""
