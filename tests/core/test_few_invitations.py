"""A few invitations tell little of whose they are: the host of one is rather a friend than the user."""

from collections.abc import Sequence

import pytest

from tests.core.test_part import FRIENDS, HOME, WORK, owners, seen
from worker.core.owner import Parties, Told
from worker.core.part import ask

INVITED: list[Parties] = [(FRIENDS[0], (FRIENDS[0], HOME))]
"""As a friend's invitation is saved from a mail: both stand in it once."""
STRANGERS: list[Parties] = [(FRIENDS[0], (FRIENDS[0], FRIENDS[1]))]


@pytest.mark.parametrize("times", [1, 4, 6])
def test_a_guest_who_is_known_from_elsewhere_goes_before_the_host(times: int) -> None:
    """However often the two met: the host is a friend."""
    mine = {"mine.ics": seen(HOME, events=9)}

    assert owners({**mine, "invited.ics": INVITED * times})["invited.ics"] == [HOME.address]
    assert owners({"invited.ics": INVITED * times}, None, HOME.address)["invited.ics"] == [HOME.address]
    assert owners({"invited.ics": INVITED * times})["invited.ics"] == [FRIENDS[0].address]


def test_hosting_a_few_tells_nothing_where_a_larger_calendar_tells_who_the_user_is() -> None:
    """Of two who are invited once, or always together; an address with one friend at a time is the user's second."""
    mine = {"mine.ics": seen(HOME, events=9)}

    for few in (STRANGERS, STRANGERS * 4):
        assert owners({**mine, "few.ics": few})["few.ics"] == []
        assert owners({"few.ics": few}, None, HOME.address)["few.ics"] == []
    assert owners({**mine, "many.ics": STRANGERS * 5})["many.ics"] == [FRIENDS[0].address]
    assert owners({**mine, "second.ics": seen(WORK, events=2)})["second.ics"] == [WORK.address]


def test_of_two_single_invitations_neither_tells_of_the_other() -> None:
    """Where there is nothing else, hosting has to do, in whatever order they are asked."""
    other = [(FRIENDS[2], (FRIENDS[2], FRIENDS[3]))]

    assert owners({"a.ics": STRANGERS, "b.ics": other}) == owners({"b.ics": other, "a.ics": STRANGERS})
    assert owners({"a.ics": STRANGERS, "b.ics": other}) == {
        "a.ics": [FRIENDS[0].address],
        "b.ics": [FRIENDS[2].address],
    }


@pytest.mark.parametrize(
    ("events", "told"),
    [
        (STRANGERS + [(None, ())] * 4, Told.FEW),
        (STRANGERS + [(None, ())] * 3, Told.NOBODYS),
        (STRANGERS * 5 + [(None, ())] * 90, Told.NOBODYS),
        ([(None, ())] * 3, Told.SILENT),
    ],
)
def test_a_few_with_people_among_many_titles_leave_the_titles_the_users(
    events: Sequence[Parties], told: Told
) -> None:
    """Somebody's invitations alone, or a team's calendar, do not."""
    found = ask(
        lambda: (("some.ics", each) for each in events),
        folder_of=None,
        name_of=lambda part: "",
    )

    assert found.told("some.ics", is_said=False) is told
    assert found.are_titles_own("some.ics") is (told is not Told.NOBODYS)


def test_where_the_user_said_theirs_a_few_are_somebodys_invitations() -> None:
    """Copied into a calendar of their own, they make no team's of it."""
    found = ask(
        lambda: iter([("some.ics", each) for each in STRANGERS]), folder_of=None, name_of=lambda part: ""
    )

    assert found.told("some.ics", is_said=True) is Told.SILENT
