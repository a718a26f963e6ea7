"""What stands is said anew for its day: for the same reason, or not at all."""

from datetime import date, timedelta

import pytest

from tests.core.bonds import DORMANT, NEXT_WEEK, TODAY, bond, past, planned
from worker.core.bond import Bond
from worker.core.giving.note import Note, NoteKind
from worker.core.nudge import GiftKind, Nudge, NudgeState
from worker.core.person import Birthday

ADA = "ada.field@example.com"
CURRENT = tuple(range(30, 400, 28))
"""Days ago on which somebody was met who is not missed."""


def anew(one: Bond, **values: object) -> Nudge | None:
    """What their nudge says now."""
    found = planned(one, anew={one.person.key: False}, **values).again
    return found[0] if found else None


def waiting(on: date, reason: str = "rhythm", state: NudgeState = NudgeState.LATER, **values: object) -> Bond:
    nudge = past((TODAY - on).days, state, reason=reason)
    return bond("Ada Field", values.pop("days", DORMANT), nudges=[nudge], **values)  # type: ignore[arg-type]  # of bond


def born(day: date) -> Birthday:
    return Birthday(month=day.month, day=day.day)


def test_a_silence_is_said_anew_for_the_very_day() -> None:
    """Whatever day of the week it is; and nobody else is."""
    on = TODAY + timedelta(days=16)

    said = anew(waiting(on))

    assert said is not None
    assert (said.on, said.reason) == (on, "rhythm")
    assert planned(waiting(on)).again == ()


@pytest.mark.parametrize("state", [NudgeState.OPEN, NudgeState.LATER])
def test_a_birthday_in_its_week_is_its_day(state: NudgeState) -> None:
    """On the day itself where that is a work day ahead."""
    on = TODAY + timedelta(days=7 - TODAY.weekday())  # the next Monday
    wednesday = on + timedelta(days=2)

    said = anew(waiting(on, state=state, birthday=born(wednesday)))

    assert said is not None
    assert said.on == wednesday
    assert said.offers(GiftKind.CELEBRATE)


def test_a_wish_comes_on_the_last_work_day_on_which_it_is_kind() -> None:
    """Ten days after a birthday at most; days off are none."""
    birthday = TODAY + timedelta(days=1)
    tenth = birthday + timedelta(days=10)
    one = waiting(TODAY + timedelta(days=18), "birthday", days=CURRENT, birthday=born(birthday))
    work_days = [tenth - timedelta(days=step) for step in range(5)]
    last = next(day for day in work_days if day.isoweekday() <= 5)

    said = anew(one)
    off = anew(one, is_day_off=lambda day: day == last)

    assert said is not None
    assert off is not None
    assert (said.on, said.reason) == (last, "birthday")
    assert off.on < last


def test_nothing_is_said_where_the_reason_is_over() -> None:
    """An easy word is no birthday wish, and a birthday of months ago no reason."""
    birthday = TODAY - timedelta(days=60)

    assert anew(waiting(TODAY + timedelta(days=3), "birthday", days=CURRENT, birthday=born(birthday))) is None


def test_after_an_ask_come_thanks() -> None:
    """The line before it was put off beyond the time in which one asks."""
    note = Note(kind=NoteKind.ASK, text="a reference", noted_on=TODAY - timedelta(days=10))
    on = TODAY + timedelta(days=8)

    said = anew(waiting(on, "ask", notes=[note]))

    assert said is not None
    assert (said.on, said.reason) == (on, "asked")


def test_where_the_reason_may_differ_it_is_said_for_the_one_that_is_left() -> None:
    """In another language something has to stand there; what nothing speaks for is said in none."""
    on = TODAY + timedelta(days=3)
    gone = waiting(on, "birthday")

    said = planned(gone, anew={gone.person.key: True}).again
    current = waiting(on, "birthday", days=CURRENT)

    assert anew(gone) is None
    assert [(each.on, each.reason) for each in said] == [(on, "rhythm")]
    assert planned(current, anew={current.person.key: True}).again == ()


def test_a_birthday_ahead_goes_before_one_that_is_over() -> None:
    """One of them has the week's place; late already is the one, and the other would be."""
    over, ahead = born(TODAY - timedelta(days=4)), born(NEXT_WEEK[2])
    late = bond("Ada Field", CURRENT, birthday=over)
    early = bond("Zoe Reed", CURRENT, birthday=ahead)

    assert [each.name for each in planned(late, early).nudges] == ["Zoe Reed"]
    assert [each.name for each in planned(late).nudges] == ["Ada Field"]


def test_a_wish_to_somebody_who_is_missed_stays_a_wish() -> None:
    """Their silence was usual, and only the birthday spoke."""
    birthday = TODAY + timedelta(days=7 - TODAY.weekday() + 2)

    said = anew(waiting(birthday, "birthday", birthday=born(birthday)))

    assert said is not None
    assert (said.on, said.reason) == (birthday, "birthday")
    assert said.offers(GiftKind.CELEBRATE)
