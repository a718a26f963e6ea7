"""`people --why` says why nothing is proposed about whom titles alone keep in peace, or a birthday; and what to do."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tasks.why import why
from tasks.why_not import reserve_lines, wish_lines
from tests.core.bonds import met
from tests.tasks.home import Home, missing
from worker.core.person import Birthday
from worker.store import people
from worker.store.people import KnownPerson


def ada(home: Home, title: str) -> KnownPerson:
    home.add(home.write("life.ics", *missing("ada", title=title)))
    home.live()
    with home.house.database.read() as conn:
        return people.all_people(conn, home.user_id)[0]


@pytest.mark.parametrize("title", ["Therapy", "Argument", "Visit in hospital"])
def test_whom_all_titles_keep_in_peace_is_told_so(home: Home, title: str) -> None:
    """Until the user says that there is more to it."""
    known, touches = ada(home, title), [met(30, title), met(60, title)]

    (line,) = reserve_lines(known, touches, home.house.words)

    assert not home.nudges()
    assert "or at times that are better left in peace, so nothing is proposed" in line
    assert line.endswith("`snowdrop pin ada@example.com`")
    assert list(reserve_lines(replace(known, is_pinned=True), touches, home.house.words)) == []


def test_of_whom_a_dinner_tells_too_nothing_is_said(home: Home) -> None:
    """Nor of whom no meeting is known."""
    known = ada(home, "Dinner")

    assert home.nudges()
    assert list(reserve_lines(known, [met(30, "Chemo"), met(60, "Dinner")], home.house.words)) == []
    assert list(reserve_lines(known, [], home.house.words)) == []


@pytest.mark.parametrize(("in_days", "is_told"), [(3, True), (27, True), (60, False)])
def test_a_silence_that_waits_for_a_birthday_says_so(home: Home, in_days: int, is_told: bool) -> None:
    """Else whoever looks for them thinks that they were overlooked."""
    known, found = ada(home, "Dinner"), why(home.house, ada(home, "Dinner"))
    day = home.house.today().date() + timedelta(days=in_days)
    celebrates = replace(known, person=replace(known.person, birthday=Birthday(month=day.month, day=day.day)))

    told = list(wish_lines(home.house, celebrates, found))

    assert (
        told
        == [f"A birthday comes on {home.house.words.day(day)}: no silence is told before good wishes for it."]
        * is_told
    )
    assert list(wish_lines(home.house, known, found)) == []
    assert list(wish_lines(home.house, celebrates, None)) == []
