"""`people --why` says why nothing is proposed about whom titles alone keep in peace, and how to say otherwise."""

from dataclasses import replace

import pytest

from tasks.why_not import reserve_lines
from tests.core.bonds import met
from tests.tasks.home import Home, missing
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
