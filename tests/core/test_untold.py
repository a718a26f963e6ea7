"""The untold: whatever happens to an event, somebody who asks hears why it did not count."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from worker.core.event import Occurrence, Party, Status
from worker.core.judge import Judged, judged
from worker.core.owner import Owners
from worker.core.touch import Because, LeftOut, once_each
from worker.core.untold import untold_in

NOW = datetime(2025, 1, 1, tzinfo=UTC)
THEN = datetime(2024, 3, 4, 9, tzinfo=UTC)
ME = Party(address="me@example.org", partstat="ACCEPTED")
ADA = Party(address="ada@example.org", name="Ada Lovelace", partstat="ACCEPTED")
CROWD = tuple(Party(address=f"p{i}@example.org") for i in range(11))
OWNERS = Owners(said=frozenset(("me@example.org",)))


def meeting(*attendees: Party, **changes: Any) -> Occurrence:
    return Occurrence(
        **{
            "source": "work", "event_uid": "u", "event_key": "u", "recurrence_id": None, "started_at": THEN,
            "ended_at": THEN + timedelta(hours=1), "title": "Tea", "attendees": attendees, **changes,
        }
    )  # fmt: skip


def explained(*occurrences: Occurrence) -> list[LeftOut]:
    """All rows of those who do not count."""
    found = judged(occurrences, OWNERS, NOW)
    counted = Judged(once_each(found.touches), found.left_out)
    return found.left_out + list(untold_in(occurrences, found.touches, counted))


@pytest.mark.parametrize(
    ("occurrence", "because", "detail"),
    [
        (meeting(), Because.NOBODY, "no people listed, its title names nobody as met"),
        (meeting(title=""), Because.NOBODY, "no people listed, no title"),
        (
            meeting(contacts=("the porter",)),
            Because.NOBODY,
            "no people listed, its title names nobody as met",
        ),
        (meeting(ME, organizer=ME), Because.NOBODY, "you alone"),
        (meeting(is_private=True), Because.NOBODY, "no people listed, its title names nobody as met"),
        (meeting(is_free=True), Because.NOBODY, "no people listed, its title names nobody as met"),
        (
            meeting(status=Status.CANCELLED),
            Because.CANCELLED,
            "no people listed, its title names nobody as met",
        ),
        (meeting(ME, ADA, status=Status.CANCELLED), Because.CANCELLED, ""),
        (meeting(replace(ME, partstat="DECLINED"), ADA), Because.DECLINED, "by you"),
        (meeting(replace(ME, partstat="DELEGATED"), ADA), Because.DELEGATED, "by you"),
        (meeting(ME, replace(ADA, partstat="DECLINED")), Because.DECLINED, ""),
        (meeting(ME, replace(ADA, partstat="DELEGATED")), Because.DELEGATED, ""),
        (meeting(ME, replace(ADA, role="NON-PARTICIPANT")), Because.NOT_A_PARTICIPANT, ""),
        (meeting(ME, Party(address="a1@example.org", kind="ROOM")), Because.NOT_A_PERSON, "a room"),
        (meeting(ME, *CROWD), Because.CROWD, "11 people"),
    ],
)
def test_every_event_that_does_not_count_says_why(
    occurrence: Occurrence, because: Because, detail: str
) -> None:
    """Empty, alone, cancelled, private, free, declined by either side, delegated, a room, a crowd."""
    rows = explained(occurrence)

    assert {(row.because, row.detail) for row in rows} == {(because, detail)}


def test_what_counts_needs_no_explanation() -> None:
    """A private or transparent meeting of two is a meeting."""
    assert explained(meeting(ME, ADA)) == []
    assert explained(meeting(ME, ADA, is_private=True)) == []
    assert explained(meeting(ME, ADA, is_free=True)) == []


def test_a_private_event_without_people_keeps_its_title() -> None:
    """To itself."""
    (row,) = explained(meeting(is_private=True))

    assert row.title == ""


def test_the_same_meeting_in_another_calendar_says_where_it_counts() -> None:
    """Whichever was kept."""
    (row,) = explained(meeting(ME, ADA), meeting(ME, ADA, source="private"))

    assert (row.because, row.source, row.detail) == (Because.TWICE, "work", "in private")


def test_two_meetings_with_one_person_at_one_time_are_one() -> None:
    """The other one says so."""
    (row,) = explained(meeting(ME, ADA), meeting(ME, ADA, event_uid="v", event_key="v"))

    assert (row.event_uid, row.because, row.detail) == ("v", Because.TWICE, "in another event at that time")


def test_two_addresses_of_one_person_count_once() -> None:
    """In one event: the row of the other one says so."""
    found = judged([meeting(ME, ADA, replace(ADA, address="ada@home.example"))], OWNERS, NOW)
    one, other = (replace(touch, person="ada@example.org") for touch in found.touches)

    (row,) = untold_in([], [one, other], Judged([one], []))

    assert (row.because, row.detail) == (Because.TWICE, "under another address")


def test_an_event_without_people_is_told_whole() -> None:
    """Where it stands, when, and under what name."""
    at = THEN + timedelta(days=1)
    walk = meeting(
        recurrence_id=THEN, started_at=at, ended_at=at + timedelta(hours=3), all_day=True, title="Walk"
    )

    (row,) = explained(walk)

    assert row == LeftOut(
        person="", name="", started_at=at, ended_at=at + timedelta(hours=3), all_day=True, event_uid="u",
        recurrence_id=THEN, source="work", title="Walk", because=Because.NOBODY,
        detail="no people listed, its title names nobody as met",
    )  # fmt: skip


def test_a_meeting_counted_elsewhere_is_told_whole() -> None:
    """As it stands in the calendar in which it does not count."""
    there = meeting(ME, ADA, source="private")
    here = meeting(
        ME, ADA, ended_at=THEN + timedelta(hours=2), all_day=True, recurrence_id=THEN, title="Tea time"
    )

    (row,) = explained(here, there)

    assert row == LeftOut(
        person="ada@example.org", name="Ada Lovelace", started_at=THEN, ended_at=THEN + timedelta(hours=2),
        all_day=True, event_uid="u", recurrence_id=THEN, source="work", title="Tea time", because=Because.TWICE,
        detail="in private",
    )  # fmt: skip
