"""Tender titles: what a calendar tells of somebody's illness mutes what is light, in what waits as well."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tasks.duty import Kind
from tests.tasks.home import ME, NOW, Home, event
from tests.tasks.running import environ, said
from tests.tasks.test_in_doubt import ALDO, DAY, met, perhaps, titled, waiting, write
from worker.core.nudge import WAITING, GiftKind

LIGHT = {GiftKind.MEMORY, GiftKind.QUESTION, GiftKind.CELEBRATE}


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    """Aldo went missing, and a nudge waits."""
    made = Home(tmp_path / "home", me=(ME,))
    made.add(made.write("work.ics", *met("aldo")))
    made.add(made.write("own.ics", titled("Shopping")))
    made.live()
    yield made
    made.house.close()


def given(home: Home) -> set[GiftKind]:
    return {gift.kind for each in home.nudges() for gift in each.nudge.gifts}


@pytest.mark.parametrize("days", [-20, 5])
def test_an_illness_is_heard_and_what_waits_is_said_anew(home: Home, days: int) -> None:
    """A5: it makes no meeting and no hold, and keeps no word of its title."""
    before, meetings = given(home), len(home.touches()[ALDO])
    write(home, titled("Chemo Aldo", days=days))
    home.do(Kind.TIDY, home.user_id)
    home.now += DAY
    home.live()

    assert before & LIGHT
    assert waiting(home) == [ALDO]
    assert not given(home) & LIGHT
    assert len(home.touches()[ALDO]) == meetings
    assert perhaps(home) == [(ALDO, "Aldo", "")]


@pytest.mark.parametrize(
    ("title", "days", "is_told"),
    [
        ("Broke up with Aldo", -235, False),
        ("Break-up talk Aldo", 3, False),
        ("Trennung von Aldo", -20, False),
        ("Aldo's break-up", -20, True),
        ("Aldo broke up with Jo", -20, True),
    ],
)
def test_whom_the_user_left_is_not_missed(home: Home, title: str, days: int, *, is_told: bool) -> None:
    """A5: what waits is withdrawn, and stands again if the user knows better."""
    write(home, titled(title, days=days))
    home.live()
    assert waiting(home) == ([ALDO] if is_told else [])

    env = environ(home.folder / "data")
    told = " ".join(said("people", "--why", ALDO, env=env).lines)
    assert (f"snowdrop pin {ALDO}" in told) is not is_told
    said("pin", ALDO, env=env)
    home.suggest()
    assert waiting(home) == [ALDO]
    assert "parted" not in " ".join(said("people", "--why", ALDO, env=env).lines)


def test_the_dead_are_named_to_nobody(tmp_path: Path) -> None:
    """A5: not in a gift for the widow, who was there, nor in what waits when the funeral is read."""
    home = Home(tmp_path / "home", me=(ME,))
    parties = [
        event(f"p{n}", NOW - timedelta(days=400 + 60 * n), "ruth@example.com", title="Grandpa Saul's 90th")
        for n in range(5)
    ]
    home.add(home.write("family.ics", *parties))
    home.add(home.write("own.ics", titled("Shopping")))
    home.live()
    before = " ".join(gift.text for each in home.nudges() for gift in each.nudge.gifts)
    write(home, titled("Grandpa Saul's funeral", days=-30))
    home.live()
    said = [each for each in home.nudges() if each.state in WAITING]
    home.house.close()

    assert "Saul" in before
    assert "Saul" not in str([each.nudge for each in said])


def test_each_calendar_begins_for_itself(tmp_path: Path) -> None:
    """Who stands in the first year of a new telephone is no new friend, though other calendars are older."""
    home = Home(tmp_path / "home", me=(ME,))
    home.add(home.write("old.ics", event("old", NOW - timedelta(days=4000), "ana@example.com")))
    first = [event(f"n{n}", NOW - timedelta(days=8 - n), f"new{n}@example.com") for n in range(2)]
    home.add(home.write("phone.ics", *first))
    home.live()
    at_once = [each.nudge.reason for each in home.nudges()]
    home.add(home.write("lived.ics", event("lived", NOW - timedelta(days=900), "bo@example.com"),
                        event("later", NOW - timedelta(days=6), "cy@example.com")))  # fmt: skip
    home.live()
    thanked = [each.nudge.person for each in home.nudges() if each.nudge.reason == "thanks"]
    home.house.close()

    assert at_once == []
    assert thanked == ["cy@example.com"]
