"""Who was met last at one table is missed one after the other: a word to one of a couple reaches the other, too."""

from collections import Counter
from datetime import timedelta

from tests.core.bonds import DORMANT, NEXT_WEEK, TODAY, bond, met, planned, remembered
from worker.core.bond import Bond
from worker.core.giving.week import iso_week
from worker.core.nudge import NudgeState
from worker.core.person import Birthday

AT_THEIRS = [met(days, "Lunch with Irene and Paolo", event_uid=f"lunch {days}") for days in DORMANT]
WEEK_AFTER = [day + timedelta(days=7) for day in NEXT_WEEK]


def couple() -> tuple[Bond, Bond]:
    return bond("Irene Venturi", AT_THEIRS), bond("Paolo Serra", AT_THEIRS)


def test_of_a_couple_one_is_missed_in_a_week_and_somebody_else_beside_them() -> None:
    found = planned(*couple(), bond("Ana Lopez"))
    assert sorted(nudge.name for nudge in found.nudges) == ["Ana Lopez", "Irene Venturi"]
    assert found.rediscover == ("paolo@example.org",)


def test_beside_one_who_stands_in_this_week_the_other_waits_for_the_next() -> None:
    irene, paolo = couple()
    (nudge,) = planned(irene, paolo).nudges
    for state, closed_on in ((NudgeState.OPEN, None), (NudgeState.DONE, nudge.on)):
        written = bond("Irene Venturi", AT_THEIRS, nudges=[remembered(nudge, state, closed_on)])
        stands = Counter([iso_week(nudge.on)])
        assert not planned(written, paolo, planned=stands).nudges
        later = planned(written, paolo, days=WEEK_AFTER, today=TODAY + timedelta(days=7), planned=stands)
        assert [each.name for each in later.nudges] == ["Paolo Serra"]


def test_a_birthday_of_the_other_is_wished_for_all_the_same() -> None:
    irene, _ = couple()
    day = NEXT_WEEK[1]
    paolo = bond("Paolo Serra", AT_THEIRS, birthday=Birthday(month=day.month, day=day.day))
    assert [nudge.name for nudge in planned(irene, paolo).nudges if nudge.on == day] == ["Paolo Serra"]


def test_two_who_were_met_apart_are_missed_in_one_week() -> None:
    irene, paolo = bond("Irene Venturi"), bond("Paolo Serra")
    assert {nudge.name for nudge in planned(irene, paolo).nudges} == {"Irene Venturi", "Paolo Serra"}
