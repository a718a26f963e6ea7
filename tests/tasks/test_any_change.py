"""Whatever a calendar said before, who is who is what it says now."""

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tasks.home import ME, NOW, Home
from worker.core.person import Person
from worker.store import people

_ADDRESSES = (
    "ada@acme.example", "ada@initech.example", "bob@acme.example", "bob@initech.example", "cy@acme.example",
    "dan@acme.example",
)  # fmt: skip
_NAMES = {"ada": "Ada Lovelace", "bob": "Bob Baker", "cy": "Cy Coleman", "dan": "Dan Dennett"}
_MEETINGS = 6
_DAY, _WHICH = st.integers(-900, 30), st.integers(0, _MEETINGS - 1)
_CALENDAR = st.lists(
    st.tuples(_DAY, st.sets(st.sampled_from(_ADDRESSES), min_size=1, max_size=3)),
    min_size=_MEETINGS,
    max_size=_MEETINGS,
)
_CHANGE = st.one_of(st.tuples(_WHICH, _DAY), st.tuples(_WHICH, _WHICH, st.none()))
"""Another day for a meeting, or two that change their guests: the same people, all others as they were."""
_Calendar = list[tuple[int, set[str]]]
_Change = tuple[int, int] | tuple[int, int, None]


def meeting(number: int, day: int, guests: Sequence[str]) -> str:
    """All are called the same at every meeting, so that only days and company tell who is one."""
    at = NOW + timedelta(days=day)
    lines = "".join(
        f"ATTENDEE;PARTSTAT=ACCEPTED;CN={_NAMES[who.partition('@')[0]]}:mailto:{who}\r\n"
        for who in sorted(guests)
    )
    return (
        f"BEGIN:VEVENT\r\nUID:{number}\r\nDTSTART:{at:%Y%m%dT%H%M%SZ}\r\nDURATION:PT1H\r\nSUMMARY:Coffee\r\n"
        f"ORGANIZER:mailto:{ME}\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:{ME}\r\n{lines}END:VEVENT\r\n"
    )


def changed(calendar: _Calendar, change: _Change) -> _Calendar:
    after = list(calendar)
    one, other = change[:2]
    if len(change) == 2:
        after[one] = (other, after[one][1])
    else:
        after[one], after[other] = (after[one][0], after[other][1]), (after[other][0], after[one][1])
    return after


def people_after(versions: Iterable[_Calendar]) -> dict[str, Person]:
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder), me=(ME,))
        for version in versions:
            now = [meeting(n, day, sorted(guests)) for n, (day, guests) in enumerate(version)]
            home.read(home.add(home.write("one.ics", *now)))
        with home.house.database.read() as conn:
            known = people.all_people(conn, home.user_id)
        home.house.close()
        return {each.person.key: replace(each.person, circle="") for each in known}


def compare(calendar: _Calendar, changes: list[_Change]) -> None:
    versions = list(accumulate(changes, changed, initial=calendar))

    assert people_after(versions) == people_after(versions[-1:])


_CHANGES = given(_CALENDAR, st.lists(_CHANGE, min_size=1, max_size=3))


@settings(max_examples=2, suppress_health_check=[HealthCheck.too_slow])
@_CHANGES
def test_who_is_who_is_what_the_calendar_says_now(calendar: _Calendar, changes: list[_Change]) -> None:
    """Whom days and company showed to be one are two again as soon as they show it no more."""
    compare(calendar, changes)


@pytest.mark.slow
@pytest.mark.timeout(900)
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@_CHANGES
def test_no_change_leaves_a_trace_in_many_tries(calendar: _Calendar, changes: list[_Change]) -> None:
    """The same, for longer."""
    compare(calendar, changes)
