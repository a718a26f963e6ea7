"""Openings: what anybody may come to, among the user's own entries."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.core.bonds import DORMANT, ENGLISH, TODAY, bond, met, planned
from worker.core.event import Occurrence, Party, Status
from worker.core.giving.opening import AHEAD_DAYS, NOTICE_DAYS, Opening, opening_for, opening_of, openings_in
from worker.core.nudge import GiftKind

EVENING = datetime(2026, 12, 4, 23, 30, tzinfo=UTC)
ME, ADA = Party(address="me@example.org"), Party(address="ada@example.org")


def entry(title: str, **values: Any) -> Occurrence:
    defaults = {
        "source": "me.ics", "event_uid": title, "event_key": title, "recurrence_id": None, "title": title,
        "started_at": EVENING, "ended_at": EVENING + timedelta(hours=2),
    }  # fmt: skip
    return Occurrence(**(defaults | values))


def test_an_open_event_is_told_on_its_local_day() -> None:
    """And about what it is, without the word that makes it open."""
    opening = opening_of(entry("Record fair"), zone="Europe/Berlin")

    assert opening == Opening(title="Record fair", on=EVENING.date() + timedelta(days=1))
    assert opening.about == "record"
    assert opening.thing.topics == ("record",)


@pytest.mark.parametrize(
    "occurrence",
    [
        entry("Record fair", status=Status.CANCELLED),
        entry("Record fair", is_private=True),
        entry("Record fair", recurrence_id=EVENING),
        entry("Record fair", attendees=(ME, ADA)),
        entry("Record fair", place="Hospice"),
        entry("Funeral concert"),
        entry("Record shelf"),
        entry("Fair"),
    ],
)
def test_what_is_not_open_to_others(occurrence: Occurrence) -> None:
    """Private, shared, returning or tender, or about nothing."""
    assert opening_of(occurrence, zone="UTC") is None


def test_the_user_may_stand_there_themselves() -> None:
    """An entry with nobody but them is their own."""
    assert opening_of(entry("Record fair", attendees=(ME,)), zone="UTC") is not None


def test_the_earliest_comes_first_and_each_once() -> None:
    """On one day by title."""
    later = entry("Art fair", started_at=EVENING + timedelta(days=1))

    found = openings_in([later, entry("Record fair"), entry("Book fair"), entry("Book fair")], zone="UTC")

    assert [each.title for each in found] == ["Book fair", "Record fair", "Art fair"]


def test_an_opening_is_told_in_time_and_not_too_early() -> None:
    """To whoever shares its topic; the first one that fits."""
    keeper = bond(met_ago=[met(days, "Beekeeping") for days in DORMANT])
    days = range(-1, AHEAD_DAYS + 2)

    def told(*openings: Opening) -> Opening | None:
        found = opening_for(keeper, openings, on=TODAY, today=TODAY, names=())
        return found[0] if found else None

    fairs = {step: Opening(title="Beekeeping fair", on=TODAY + timedelta(days=step)) for step in days}
    assert [step for step in days if told(fairs[step])] == list(range(NOTICE_DAYS, AHEAD_DAYS + 1))
    record = Opening(title="Record fair", on=TODAY + timedelta(days=5))
    assert told(record, fairs[6], fairs[7]) == fairs[6]


def test_an_invitation_says_where_and_when() -> None:
    """In the gift and in the draft."""
    keeper = bond(met_ago=[met(days, "Beekeeping") for days in DORMANT])
    fair = Opening(title="Beekeeping fair", on=TODAY + timedelta(days=12))

    (nudge,) = planned(keeper, openings=[fair]).nudges

    assert nudge.gift.kind is GiftKind.INVITE
    for text in (nudge.gift.text, nudge.draft):
        assert "Beekeeping fair" in text
        assert ENGLISH.day(fair.on) in text
