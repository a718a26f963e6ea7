"""Booking is what the user's own events take of their time, and where they lead: read when learning.

Beside steps 2 and 5 of 5: occurrences → bookings → agenda, trips and open events.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from worker.core.day import days_of
from worker.core.event import Occurrence
from worker.core.giving.agenda import PAST_WEEKS, Agenda, agenda_of, booked_in
from worker.core.giving.opening import Opening, opening_of
from worker.core.giving.trip import AHEAD_DAYS, Trip, has_word_of_travel, journeys_in, trip_of
from worker.core.owner import Owners
from worker.store import bookings
from worker.store.bookings import Booking

PAST = timedelta(weeks=PAST_WEEKS + 1)
_AHEAD = timedelta(days=AHEAD_DAYS + 14)
"""From the last day that is planned for, so many weeks further."""


def bookings_of(
    occurrences: Iterable[Occurrence],
    owners: Owners,
    event_ids: Mapping[str, int],
    *,
    now: datetime,
    zone: ZoneInfo,
) -> Iterator[Booking]:
    """What these occurrences take of the user's time, where they lead, and which of them are open to others.

    Only the user's own calendars take time; a journey may stand in one that is nobody's, like a booking service's.
    """
    recent = [each for each in occurrences if each.ended_at >= now - PAST]
    own = [each for each in recent if owners.has(each)]
    for each in own:
        for begin, end in booked_in((each,), owners.all):
            yield Booking(event_id=event_ids[each.event_key], started_at=begin, ended_at=end)
        if each.started_at > now and (opening := opening_of(each, zone=zone.key)) is not None:
            yield _booked(each, event_ids, zone, title=opening.title)
    for each in recent:
        trip = trip_of(each, zone=zone.key) if _may_be_journey(each, owners, now) else None
        if trip is not None:
            yield _booked(each, event_ids, zone, place=trip.place)


def _booked(
    occurrence: Occurrence, event_ids: Mapping[str, int], zone: ZoneInfo, *, place: str = "", title: str = ""
) -> Booking:
    """Whole days from midnight to midnight of the user's zone, since they are read by it."""
    begin, end = occurrence.started_at, occurrence.ended_at
    if occurrence.all_day:
        first, last = days_of(occurrence, zone)
        begin, end = (datetime.combine(day, time(), zone) for day in (first, last + timedelta(days=1)))
    return Booking(
        event_id=event_ids[occurrence.event_key],
        started_at=begin,
        ended_at=max(end, begin + timedelta(seconds=1)),
        place=place,
        title=title,
    )


def _may_be_journey(occurrence: Occurrence, owners: Owners, now: datetime) -> bool:
    """Ahead, once only, and in the user's own calendar; in one that is nobody's, with a word of travel in its title."""
    if occurrence.ended_at < now or occurrence.is_in_series or occurrence.source in owners.theirs:
        return False
    return owners.has(occurrence) or has_word_of_travel(occurrence.title)


@dataclass(frozen=True, kw_only=True, slots=True)
class Ahead:
    """What the user's own calendars tell of the weeks around now."""

    agenda: Agenda
    trips: tuple[Trip, ...]
    openings: tuple[Opening, ...]
    """The earliest first."""


def looked_ahead(conn: Connection, user_id: int, *, now: datetime, zone: ZoneInfo) -> Ahead:
    """The user's booked time around now, and the journeys and open events ahead."""
    found = bookings.between(conn, user_id, now - PAST, now + _AHEAD)
    booked = ((each.started_at, each.ended_at) for each in found if not each.place and not each.title)
    return Ahead(
        agenda=agenda_of(booked, zone=zone.key),
        trips=journeys_in(_trip(each, zone) for each in found if each.place),
        openings=tuple(
            Opening(title=each.title, on=each.started_at.astimezone(zone).date())
            for each in found
            if each.title and each.started_at > now
        ),
    )


def _trip(booking: Booking, zone: ZoneInfo) -> Trip:
    last = booking.ended_at - timedelta(microseconds=1)
    return Trip(
        place=booking.place,
        starts_on=booking.started_at.astimezone(zone).date(),
        ends_on=last.astimezone(zone).date(),
    )
