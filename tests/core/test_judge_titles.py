"""Judging by title: whom the user met where a calendar lists nobody."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from worker.core.event import Occurrence, Party, Status
from worker.core.judge import Judged, judged, judged_by_title
from worker.core.owner import Owners
from worker.core.person import Person
from worker.core.titles.name_book import NameBook
from worker.core.touch import Because, Evidence

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
ME = Party(address="me@example.org", partstat="ACCEPTED")
MINE = Owners(said=frozenset((ME.address,)))
BOOK = NameBook.of(
    [Person(key="maria@example.com", name="Maria Silva"), Person(key="tom@example.com", name="Tom Miller")]
)


def event(title: str, **values: Any) -> Occurrence:
    start = NOW - timedelta(days=7)
    times = {"started_at": start, "ended_at": start + timedelta(hours=1)}
    return Occurrence(
        **{
            "source": "private.ics",
            "event_uid": "u",
            "event_key": "u",
            "recurrence_id": None,
            "title": title,
            **times,
            **values,
        }
    )


def by_title(occurrence: Occurrence, owners: Owners = MINE) -> Judged:
    return judged_by_title([occurrence], owners, BOOK, NOW)


def test_whom_a_title_names_was_met() -> None:
    """Under the key by which they are known, with the title as evidence."""
    [maria, tom] = by_title(event("Lunch with Maria & Tom")).touches

    assert (maria.person, maria.name, maria.evidence, maria.others) == (
        "maria@example.com",
        "Maria Silva",
        Evidence.TITLE,
        2,
    )
    assert tom.person == "tom@example.com"


def test_who_is_only_proposed_is_explained() -> None:
    """Nothing counts before another kind of evidence confirms it."""
    found = by_title(event("Lunch with Bettina"))

    assert found.touches == []
    assert [(one.person, one.name, one.because) for one in found.left_out] == [
        ("name:bettina", "Bettina", Because.PROPOSED)
    ]


@pytest.mark.parametrize(
    "listed",
    [
        {"attendees": (ME, Party(address="ana@example.com"))},
        {"organizer": Party(address="ana@example.com")},
        {"contacts": ("Ana <ana@example.com>",)},
    ],
)
def test_where_people_are_listed_the_title_adds_nobody(listed: dict[str, Any]) -> None:
    """Who was invited is known; a title may speak of somebody absent."""
    assert by_title(event("Lunch with Maria", **listed)) == Judged([], [])


@pytest.mark.parametrize(
    "listed",
    [
        {"organizer": ME},
        {"attendees": (ME,), "organizer": ME},
        {"organizer": Party(address="abc@group.calendar.google.com")},
        {"contacts": ("Reception, 555",)},
    ],
)
def test_the_user_alone_is_no_company(listed: dict[str, Any]) -> None:
    """Calendars name the user, or themselves, on events that have no guests."""
    occurrence = event("Lunch with Maria", **listed)

    assert [touch.person for touch in by_title(occurrence).touches] == ["maria@example.com"]
    assert judged([occurrence], MINE, NOW).touches == []


def test_a_calendar_without_anybody_is_the_users() -> None:
    """Nobody else would add it; one in which others stand has to be the user's by their own address."""
    lunch = event("Lunch with Maria")

    assert by_title(lunch, Owners(silent=frozenset(("private.ics",)))).touches
    assert [one.because for one in by_title(lunch, Owners()).left_out] == [Because.NO_OWNER]


def test_a_private_title_tells_whom_and_is_not_shown() -> None:
    """CLASS:PRIVATE."""
    [touch] = by_title(event("Lunch with Maria", is_private=True)).touches

    assert (touch.person, touch.title) == ("maria@example.com", "")


def test_a_cancelled_lunch_was_none() -> None:
    """By its STATUS."""
    found = by_title(event("Lunch with Maria", status=Status.CANCELLED))

    assert [one.because for one in found.left_out] == [Because.CANCELLED]


def test_a_day_with_a_name_is_a_birthday() -> None:
    """A name alone is a meeting at an hour, and a name day on a whole day."""
    assert by_title(event("Maria")).touches
    assert by_title(event("Maria", all_day=True)).touches == []
    assert by_title(event("Weekend with Maria", all_day=True)).touches


def test_the_same_title_again_names_the_same_people() -> None:
    """And one that names nobody leaves nothing behind."""
    lunches = [event(title, event_uid=str(n)) for n, title in enumerate(("Lunch with Maria", "Dentist") * 2)]

    found = judged_by_title(lunches, MINE, BOOK, NOW)

    assert [(each.person, each.event_uid) for each in found.touches] == [
        ("maria@example.com", "0"),
        ("maria@example.com", "2"),
    ]
    assert found.left_out == []
