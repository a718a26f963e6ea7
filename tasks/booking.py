"""Booking is what the user's own events take of their time, and where they lead: read when learning.

Beside steps 2 and 5 of 5: occurrences → bookings → agenda and trips.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from worker.core.event import Occurrence
from worker.core.giving.agenda import PAST_WEEKS, Agenda, agenda_of, booked_in
from worker.core.giving.trip import AHEAD_DAYS, Trip, has_word_of_travel, journeys_in, trip_of
from worker.core.owner import Owners
from worker.store import bookings
from worker.store.bookings import Booking

PAST = timedelta(weeks=PAST_WEEKS + 1)
_AHEAD = timedelta(days=AHEAD_DAYS + 1)


def bookings_of(
    occurrences: Iterable[Occurrence],
    owners: Owners,
    event_ids: Mapping[str, int],
    *,
    now: datetime,
    zone: ZoneInfo,
) -> Iterator[Booking]:
    """What these occurrences take of the user's time, and where they lead.

    Only the user's own calendars take time; a journey may stand in one that is nobody's, like a booking service's.
    """
    recent = [each for each in occurrences if each.ended_at >= now - PAST]
    own = [each for each in recent if owners.has(each.source)]
    for each in own:
        for begin, end in booked_in((each,), owners.all):
            yield Booking(event_id=event_ids[each.event_key], started_at=begin, ended_at=end)
    for each in recent:
        trip = trip_of(each, zone=zone.key) if _may_be_journey(each, owners, now) else None
        if trip is not None:
            yield Booking(
                event_id=event_ids[each.event_key],
                started_at=each.started_at,
                ended_at=max(each.ended_at, each.started_at + timedelta(seconds=1)),
                place=trip.place,
            )


def _may_be_journey(occurrence: Occurrence, owners: Owners, now: datetime) -> bool:
    """Ahead, once only, and in the user's own calendar or with a word of travel in its title."""
    if occurrence.ended_at < now or occurrence.is_in_series:
        return False
    return owners.has(occurrence.source) or has_word_of_travel(occurrence.title)


def looked_ahead(
    conn: Connection, user_id: int, *, now: datetime, zone: ZoneInfo
) -> tuple[Agenda, tuple[Trip, ...]]:
    """The user's booked time around now, and their journeys ahead."""
    found = bookings.between(conn, user_id, now - PAST, now + _AHEAD)
    booked = ((each.started_at, each.ended_at) for each in found if not each.place)
    trips = (_trip(each, zone) for each in found if each.place)
    return agenda_of(booked, zone=zone.key), journeys_in(trips)


def _trip(booking: Booking, zone: ZoneInfo) -> Trip:
    last = booking.ended_at - timedelta(microseconds=1)
    return Trip(
        place=booking.place,
        starts_on=booking.started_at.astimezone(zone).date(),
        ends_on=last.astimezone(zone).date(),
    )
