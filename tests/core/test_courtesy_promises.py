"""Courtesy: what it promises for any history whatever."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.core.bonds import (
    TODAY,
    bond,
    in_series,
    met,
    past,
    planned,
    remembered,
    words_in,
)
from tests.test_words_lint import ASKS, NEVER, count, has_word
from worker.core.bond import Bond
from worker.core.giving.birthday import birthday_near
from worker.core.giving.courtesy import Plan
from worker.core.giving.delicate import is_delicate
from worker.core.giving.note import Note, NoteKind
from worker.core.giving.shelf import ShelfKind, Thing
from worker.core.giving.told_before import BETWEEN_DAYS
from worker.core.giving.trip import Trip
from worker.core.giving.week import iso_week
from worker.core.nudge import Nudge, NudgeState
from worker.core.person import Birthday
from worker.core.touch import Touch

pytestmark = pytest.mark.slow
TITLES = [
    "Coffee",
    "Pottery class",
    "Funeral of Joe",
    "Weekly sync",
    "Lunch",
    "Beekeeping!",
    "Job interview",
    "",
    "Walk",
]
CIRCLES = ["work", "family", "friends", "other"]


@st.composite
def histories(draw: st.DrawFn) -> list[Touch]:
    """So many visits at some pace, then silence; with titles and groups of every kind."""
    silence, gap, visits = draw(st.integers(2, 2500)), draw(st.integers(5, 200)), draw(st.integers(1, 12))
    title, others = draw(st.sampled_from(TITLES)), draw(st.sampled_from([1, 1, 1, 3, 12]))
    days = [silence + gap * step for step in range(visits)]
    if draw(st.integers(0, 3)) == 3:
        return [in_series(day, title) for day in days]
    place = draw(st.sampled_from(["", "", "Lisboa", "Berlin"]))
    return [
        met(day, title if day % 2 else draw(st.sampled_from(TITLES)), others=others, place=place)
        for day in days
    ]


past_nudges = st.builds(
    lambda days, state, reason: past(days, state, reason=reason),
    st.integers(-10, 900),
    st.sampled_from(list(NudgeState)),
    st.sampled_from(["rhythm", "birthday", "thanks", "warm_up"]),
)
birthdays = st.one_of(
    st.none(), st.builds(Birthday, month=st.sampled_from([2, 11, 12]), day=st.integers(1, 29))
)


notes = st.lists(
    st.builds(
        lambda days, kind, whom: Note(
            kind=kind, text="a loan", noted_on=TODAY - timedelta(days=days), for_whom=whom
        ),
        st.integers(0, 60),
        st.sampled_from(list(NoteKind)),
        st.sampled_from(["", "Ben"]),
    ),
    max_size=1,
)
SHELF = [
    Thing(
        kind=ShelfKind.BOOK, text="The Backyard Beekeeper", topics=("beekeepers",), link="https://example.org"
    ),
    Thing(kind=ShelfKind.HOURS, text="two hours of listening"),
    Thing(kind=ShelfKind.NEWS, text="I have moved to Leipzig!", added_on=TODAY),
]
TRIPS = [Trip(place="Lisbon", starts_on=TODAY + timedelta(days=20), ends_on=TODAY + timedelta(days=22))]
EVERYTHING: dict[str, Any] = {"shelf": SHELF, "trips": TRIPS}
"""All that a user can have to give."""


@st.composite
def people_of(draw: st.DrawFn, name: str) -> Bond:
    """One person with a history, and now and then something that speaks against a nudge."""
    against = draw(st.sampled_from(["", "", "", "", "ahead", "nudges", "rest", "crowd"]))
    return bond(
        f"{name} Field",
        draw(histories()),
        ahead=[met(-draw(st.integers(1, 200)))] if against == "ahead" else [],
        nudges=[draw(past_nudges)] if against == "nudges" else [],
        rest_until=draw(st.sampled_from([TODAY, date.max, TODAY - timedelta(days=1)]))
        if against == "rest"
        else None,
        seen_in_crowd_on=TODAY - timedelta(days=draw(st.integers(0, 40))) if against == "crowd" else None,
        is_pinned=draw(st.booleans()),
        notes=draw(notes),
        circle=draw(st.sampled_from(CIRCLES)),
        birthday=draw(birthdays),
    )


@st.composite
def lives(draw: st.DrawFn) -> list[Bond]:
    """A handful of people."""
    return [draw(people_of(name)) for name in ("Ana", "Ben", "Cleo", "Dan", "Eva", "Fay", "Gus")]


DAYS = st.lists(st.integers(0, 30).map(lambda days: TODAY + timedelta(days=days)), max_size=20)
fast = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@fast
@given(lives(), DAYS, st.integers(0, 5), st.integers(0, 5), st.one_of(st.none(), st.integers(0, 4)))
def test_the_budget_is_never_passed(
    people: list[Bond], days: list[date], budget: int, standing: int, in_all: int | None
) -> None:
    """B3: not in any week, not in any history, and not in all."""
    made = planned(
        *people,
        days=days,
        weekly_budget=budget,
        planned={iso_week(TODAY): standing},
        in_all=in_all,
        **EVERYTHING,
    ).nudges

    per_week = Counter(iso_week(nudge.on) for nudge in made)
    assert all(
        n <= max(0, budget - (standing if week == iso_week(TODAY) else 0)) for week, n in per_week.items()
    )
    assert in_all is None or len(made) <= in_all


@fast
@given(lives(), DAYS)
def test_only_offered_work_days_are_used(people: list[Bond], days: list[date]) -> None:
    """A5: nothing on a weekend, nothing today or tomorrow; but one birthday that would be over by then."""
    first = min(
        (day for day in days if day >= TODAY + timedelta(days=2) and day.isoweekday() <= 5), default=None
    )
    born = {each.person.key: each.person.birthday for each in people}
    hurried = 0
    for nudge in planned(*people, days=days, **EVERYTHING).nudges:
        assert nudge.on in days
        if nudge.on < TODAY + timedelta(days=2) or nudge.on.isoweekday() > 5:
            birthday = birthday_near(born[nudge.person], nudge.on)
            assert birthday is not None
            assert TODAY <= nudge.on <= birthday
            assert first is None or birthday < first
            hurried += 1
    assert hurried <= 1


@fast
@given(lives())
def test_no_nudge_without_a_gift_and_without_evidence(people: list[Bond]) -> None:
    """A1, A6: something to give, and why now, each time."""
    for nudge in planned(*people, weekly_budget=9, **EVERYTHING).nudges:
        assert nudge.gift.text
        assert nudge.draft
        assert nudge.why
        assert nudge.evidence
        assert nudge.name in nudge.headline


@fast
@given(lives(), st.sampled_from(["en", "de", "es", "fr", "pt", "it"]))
def test_no_nudge_asks_blames_or_shouts(people: list[Bond], lang: str) -> None:
    """A1, A5, A6: in any language, from any calendar."""
    for nudge in planned(*people, weekly_budget=9, words=words_in(lang), **EVERYTHING).nudges:
        said = " ".join(all_text(nudge))
        assert "!" not in said
        assert not has_word(NEVER[lang], said)
        assert not has_word(ASKS[lang], said)
        assert count(f"{nudge.headline} {nudge.why} {nudge.gift.text}") <= 60


@fast
@given(lives())
def test_nothing_tender_or_private_is_ever_shown(people: list[Bond]) -> None:
    """A5: neither in words nor in evidence; nor what the user means to ask for."""
    for nudge in planned(*people, weekly_budget=9, **EVERYTHING).nudges:
        assert "a loan" not in str(nudge)
        assert not any(title in " ".join(all_text(nudge)) for title in TITLES if is_delicate(title))
        assert not any(is_delicate(proof.title) for proof in nudge.evidence)


@fast
@given(lives())
def test_nobody_is_disturbed_in_their_rest(people: list[Bond]) -> None:
    """A5, B3: not while resting, not within half a year, not with a meeting near."""
    by_key = {someone.person.key: someone for someone in people}

    for nudge in planned(*people, weekly_budget=9, **EVERYTHING).nudges:
        someone = by_key[nudge.person]
        shown = [had for had in someone.nudges if had.state is not NudgeState.WITHDRAWN]
        assert someone.rest_until is None or someone.rest_until < TODAY
        assert all((nudge.on - had.on).days >= BETWEEN_DAYS for had in shown)
        assert someone.seen_in_crowd_on is None or (TODAY - someone.seen_in_crowd_on).days > 21
        assert not any(touch.started_at.date() <= TODAY + timedelta(days=21) for touch in someone.ahead)


@fast
@given(lives(), st.randoms(use_true_random=False))
def test_the_order_of_people_is_irrelevant(people: list[Bond], random: object) -> None:
    """The same life, the same plan."""
    shuffled = people[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a Random

    assert planned(*shuffled, **EVERYTHING) == planned(*people, **EVERYTHING)


@fast
@given(lives())
def test_to_plan_twice_is_to_plan_once(people: list[Bond]) -> None:
    """What stands is not made again, and its people are left in peace."""
    first = planned(*people, **EVERYTHING)
    standing = [with_nudges(someone, first) for someone in people]
    per_week = Counter(iso_week(nudge.on) for nudge in first.nudges)

    again = planned(*standing, planned=per_week, **EVERYTHING)

    assert not {nudge.person for nudge in again.nudges} & {nudge.person for nudge in first.nudges}
    assert not {nudge.id for nudge in again.nudges} & {nudge.id for nudge in first.nudges}
    assert len(first.nudges) + len(again.nudges) <= 3


@fast
@given(lives())
def test_everybody_is_in_one_place_only(people: list[Bond]) -> None:
    """Nudged, held back, or waiting."""
    made = planned(*people, **EVERYTHING)

    keys = (
        [nudge.person for nudge in made.nudges]
        + [held.person for held in made.held_back]
        + [*made.rediscover]
    )

    assert len(keys) == len(set(keys))


def all_text(nudge: Nudge) -> list[str]:
    gifts = (nudge.gift, *nudge.more_gifts)
    return [nudge.headline, nudge.why, nudge.draft, *(gift.text for gift in gifts)]


def with_nudges(someone: Bond, made: Plan) -> Bond:
    """The bond as it is after a plan was kept."""
    kept = tuple(remembered(nudge) for nudge in made.nudges if nudge.person == someone.person.key)
    return replace(someone, nudges=someone.nudges + kept)
