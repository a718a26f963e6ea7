"""Week: who gets its last place, so that a long list of silences starves no occasion."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from tests.core.bonds import (
    ACTIVE,
    DORMANT,
    LONG_DORMANT,
    NEXT_WEEK,
    TODAY,
    bond,
    met,
    past,
    planned,
    remembered,
)
from worker.core.bond import Bond
from worker.core.giving.agenda import Agenda
from worker.core.giving.candidate import Candidate
from worker.core.giving.catalogue import Occasion
from worker.core.giving.courtesy import Plan
from worker.core.giving.note import Note, NoteKind
from worker.core.giving.trip import Trip
from worker.core.giving.week import Week, after, filled, iso_week, weeks_of
from worker.core.nudge import Nudge, NudgeState
from worker.core.person import Birthday

FRIDAY = TODAY + timedelta(days=4)


def backlog(count: int) -> list[Bond]:
    """Many old silences: as on the first day with ten years of calendars."""
    return [bond(f"P{n:03} Field", [days + n for days in DORMANT]) for n in range(count)]


def lived(people: list[Bond], days: int, budget: int = 3) -> list[Nudge]:
    """Day after day, ten days ahead, as `suggest` does; nobody answers anything."""
    made: list[Nudge] = []
    for step in range(days):
        today = TODAY + timedelta(days=step)
        met_by_now = [each for each in people if each.touches[0].started_at.date() <= today]
        found = planned(
            *[with_nudges(each, made, today) for each in met_by_now],
            today=today,
            days=[today + timedelta(days=ahead) for ahead in range(1, 11)],
            weekly_budget=budget,
            planned=Counter(iso_week(nudge.on) for nudge in made),
        )
        made += found.nudges
    return made


def with_nudges(someone: Bond, made: list[Nudge], today: date) -> Bond:
    own = [nudge for nudge in made if nudge.person == someone.person.key]
    states = [
        NudgeState.LET_GO if today > nudge.on + timedelta(days=14) else NudgeState.OPEN for nudge in own
    ]
    kept = tuple(remembered(nudge, state) for nudge, state in zip(own, states, strict=True))
    return replace(someone, nudges=kept)


@pytest.mark.parametrize("first_day", range(-14, -7))
def test_a_backlog_starves_no_thanks(first_day: int) -> None:
    """A4: on whatever weekday two meet for the first time, thanks come within two weeks."""
    fresh = bond(
        "Zoe Field", [met(first_day, "Kites", is_upcoming=False)], today=TODAY - timedelta(days=first_day)
    )

    made = lived([*backlog(40), fresh], 35)

    (thanks,) = [nudge for nudge in made if nudge.reason == "thanks"]
    assert thanks.person == fresh.person.key
    assert 0 < (thanks.on - (TODAY - timedelta(days=first_day))).days <= 14


def test_no_week_of_a_backlog_passes_its_budget() -> None:
    """B3: whichever day it is looked at, silences take all places but the last, and leave that one free."""
    made = lived(backlog(40), 28)

    per_week = Counter(iso_week(nudge.on) for nudge in made)
    assert [per_week[iso_week(TODAY + timedelta(weeks=step))] for step in (1, 2, 3)] == [2, 2, 2]


def test_occasions_take_a_place_once_a_fortnight_at_most() -> None:
    """B3: silences keep all others; one by occasion in a full fortnight."""
    births = [
        Birthday(month=day.month, day=day.day) for day in (TODAY + timedelta(days=5 * n) for n in range(1, 9))
    ]
    people = [bond(f"Q{n} Field", [900 + n], birthday=birth) for n, birth in enumerate(births)]

    made = lived([*backlog(40), *people], 42)

    weeks = sorted(
        {date.fromisocalendar(*iso_week(nudge.on), 1) for nudge in made if nudge.reason == "birthday"}
    )
    assert len(weeks) >= 2
    assert all((later - earlier).days >= 14 for earlier, later in pairwise(weeks))


def of_a_full_week(*others: Bond, **values: object) -> Plan:
    return planned(*backlog(3), *others, **values)


def test_an_occasion_that_would_pass_takes_the_last_place() -> None:
    """A4: a birthday on Thursday does not wait."""
    made = of_a_full_week(bond("Zoe Field", [900], birthday=Birthday(month=11, day=26)))

    assert Counter(nudge.reason for nudge in made.nudges) == {"rhythm": 2, "birthday": 1}
    assert len(made.rediscover) == 1


def test_an_occasion_that_stays_waits() -> None:
    """B3: a journey in five weeks has time until a quieter week."""
    trip = Trip(place="Lisbon", starts_on=TODAY + timedelta(days=36), ends_on=TODAY + timedelta(days=38))
    someone = bond("Zoe Field", [met(900, place="Lisboa")])

    assert {nudge.reason for nudge in of_a_full_week(someone, trips=[trip]).nudges} == {"rhythm"}


def test_a_line_before_an_ask_does_not_wait() -> None:
    """B2: else it would come after."""
    note = Note(kind=NoteKind.ASK, text="advice", noted_on=TODAY)

    assert "ask" in {nudge.reason for nudge in of_a_full_week(bond("Zoe Field", [900], notes=[note])).nudges}


def test_an_occasion_in_the_week_before_makes_the_next_one_wait() -> None:
    """B3: once a fortnight, whatever became of it."""
    said = bond("Yan Field", [700], nudges=[past(3, NudgeState.LET_GO, reason="birthday")])

    made = of_a_full_week(said, bond("Zoe Field", [900], birthday=Birthday(month=11, day=26)))

    assert {nudge.reason for nudge in made.nudges} == {"rhythm"}


def test_a_withdrawn_occasion_took_no_place() -> None:
    """B3: nobody has seen it."""
    never = past(3, NudgeState.WITHDRAWN, reason="birthday", closed_on=TODAY - timedelta(days=5))
    said = bond("Yan Field", [700], nudges=[never])

    made = of_a_full_week(said, bond("Zoe Field", [900], birthday=Birthday(month=11, day=26)))

    assert "birthday" in {nudge.reason for nudge in made.nudges}


def test_a_long_silence_keeps_its_easy_word() -> None:
    """A6: the occasion takes the place of a silence, not of the warm-up before it."""
    friend = bond("Amy Field", [190, 160, 130, 100, 65, 30])
    long = bond("Lea Field", [4000 - 30 * step for step in range(12)])
    birthday = bond("Zoe Field", [900], birthday=Birthday(month=11, day=26))

    made = planned(friend, long, *backlog(3), birthday)

    assert Counter(nudge.person.split("@")[0] for nudge in made.nudges) == {"amy": 1, "lea": 1, "zoe": 1}


FRIEND = bond("Amy Field", [190, 160, 130, 100, 65, 30])
LONG = [bond(f"Lea{n} Field", [4000 - 30 * step + n for step in range(12)]) for n in range(3)]


def test_an_easy_word_helps_for_four_weeks() -> None:
    """A6: a warm-up before each long silence would be a drill."""
    lately = bond("Yan Field", [40], nudges=[past(20, NudgeState.LET_GO, reason="warm_up")])
    before = bond("Yan Field", [40], nudges=[past(40, NudgeState.LET_GO, reason="warm_up")])

    assert "warm_up" not in {nudge.reason for nudge in planned(FRIEND, LONG[0], lately).nudges}
    assert "warm_up" in {nudge.reason for nudge in planned(FRIEND, LONG[0], before).nudges}


def test_an_easy_word_helped_even_if_the_two_have_met_since() -> None:
    """A6: it had its day, whatever became of it."""
    met_since = bond("Yan Field", [15], nudges=[past(20, NudgeState.WITHDRAWN, reason="warm_up")])

    assert "warm_up" not in {nudge.reason for nudge in planned(FRIEND, LONG[0], met_since).nudges}


def test_the_easy_word_comes_first_where_a_week_comes_into_view_day_by_day() -> None:
    """A6: `suggest` sees one day of it at first, which has room for one of the two."""
    (first,) = planned(FRIEND, LONG[0], days=NEXT_WEEK[:1]).nudges
    greeted = replace(FRIEND, nudges=(remembered(first),))
    week = iso_week(NEXT_WEEK[0])
    (then,) = planned(greeted, LONG[0], days=NEXT_WEEK[:2], planned={week: 1}).nudges

    assert (first.reason, then.reason) == ("warm_up", "rhythm")
    assert first.on < then.on


def test_beside_one_voice_from_long_ago_others_go_first() -> None:
    """A6: whoever has been silent for ten years has time."""
    made = planned(*LONG, bond("Bo Field")).nudges

    assert sorted(nudge.name.split()[0][:2] for nudge in made) == ["Bo", "Le"]


def test_long_silences_alone_take_turns_as_well() -> None:
    """B1: where nobody else is missed, nothing is kept from them but the last place."""
    assert len(planned(*LONG).nudges) == 2


def test_a_small_budget_has_room_for_the_easy_word_before_a_long_silence() -> None:
    """A6: the place that no silence takes is free for it."""
    made = planned(FRIEND, *LONG, weekly_budget=2).nudges

    assert [nudge.reason for nudge in made] == ["warm_up", "rhythm"]


def test_a_birthday_is_wished_on_time_though_late_wishes_would_do() -> None:
    """A4: a week full of silences has a place for it before the day, not after it."""
    friday = bond("Zoe Field", [900], birthday=Birthday(month=11, day=28))

    assert "birthday" in {nudge.reason for nudge in of_a_full_week(friday).nudges}
    assert all("28 November" in n.why for n in of_a_full_week(friday).nudges if n.reason == "birthday")


def test_a_long_silence_keeps_its_place_behind_an_easy_word() -> None:
    """The easy word takes the place of another silence, not of the one that it goes before."""
    often = [bond(f"P{n} Field", [210 + n + 30 * k for k in range(20)]) for n in range(2)]
    long = bond("Zoe Marsh", [4000, 3970, 3940, 3910])
    friend = bond("Ana Lopez", ACTIVE)

    made = planned(*often, long, friend, weekly_budget=4).nudges

    assert [nudge.person for nudge in sorted(made, key=lambda nudge: nudge.on)] == [
        friend.person.key, often[1].person.key, long.person.key,
    ]  # fmt: skip


@pytest.mark.parametrize(("step", "is_turn"), [(-8, True), (-7, False), (-1, False), (0, True)])
def test_an_occasion_in_the_week_before_takes_this_weeks_turn(step: int, *, is_turn: bool) -> None:
    """From its Monday to its Sunday, in this same plan; a silence takes none."""
    week = Week(
        days=(TODAY, FRIDAY), room=3, left=3, standing={}, reasons=frozenset(), is_occasions_turn=True
    )
    wish = Candidate(bond=bond(), occasion=Occasion.BIRTHDAY, value=1.0, on=TODAY + timedelta(days=step))

    assert after(week, [wish]).is_occasions_turn is is_turn
    assert after(week, [replace(wish, occasion=Occasion.RHYTHM), replace(wish, on=None)]).is_occasions_turn


def test_the_easy_word_comes_days_before_the_long_silence() -> None:
    """Even where the later days are fuller."""
    standing = [bond(f"P{n} Field", [800], nudges=[past(-3 - n % 2, NudgeState.OPEN)]) for n in range(6)]

    made = planned(
        *standing, bond("Zoe Marsh", LONG_DORMANT), bond("Ana Lopez", ACTIVE), weekly_budget=15
    ).nudges

    easy, long = sorted(made, key=lambda nudge: nudge.on)
    assert (easy.person, long.person) == ("ana@example.org", "zoe@example.org")
    assert easy.on < long.on


@pytest.mark.parametrize(("until", "comes_first"), [(13, True), (14, False), (None, False)])
def test_what_would_pass_goes_before_a_silence(until: int | None, *, comes_first: bool) -> None:
    """Where it is an occasion's turn: the next one is in two weeks."""
    week = Week(
        days=(TODAY, FRIDAY), room=1, left=2, standing={}, reasons=frozenset(), is_occasions_turn=True
    )
    silence = Candidate(bond=bond(), occasion=Occasion.RHYTHM, value=1.0)
    wish = Candidate(
        bond=bond("Ben Field", [900]),
        occasion=Occasion.BIRTHDAY,
        value=0.1,
        until=None if until is None else TODAY + timedelta(days=until),
    )

    (chosen,) = filled(week, [silence, wish])

    assert chosen.bond == (wish if comes_first else silence).bond


@pytest.mark.parametrize(
    ("standing", "planned_before", "room", "left"),
    [(0, 0, 1, 3), (1, 0, 0, 3), (0, 2, 1, 1), (0, 3, 0, 0), (0, 4, 0, 0)],
)
def test_a_day_takes_its_part_of_the_budget(standing: int, planned_before: int, room: int, left: int) -> None:
    """Three nudges for five days are one a day; what stands there takes its place, a week's plan its budget."""
    there = bond(nudges=[past(-4, NudgeState.OPEN)] * standing)

    (week,) = weeks_of(
        [FRIDAY],
        [there],
        weekly_budget=3,
        planned={iso_week(FRIDAY): planned_before},
        agenda=Agenda(),
    )

    assert (week.room, week.left, week.monday) == (room, left, TODAY)
