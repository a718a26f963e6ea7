"""An occurrence is one time that a calendar's event takes place.

Step 1 of 5: feed → occurrence → touch → rhythm → nudge. Pure values.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from worker.core.value import value


class Status(StrEnum):
    """RFC 5545, 3.8.1.11 (STATUS of a VEVENT)."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, kw_only=True, slots=True)
class Party:
    """One ATTENDEE or ORGANIZER line. Enumerations are upper-case, as in RFC 5545, 3.2."""

    address: str
    """Normalised mail address, lower-case; "" where the line names none."""
    name: str = ""
    partstat: str = "NEEDS-ACTION"
    role: str = "REQ-PARTICIPANT"
    kind: str = "INDIVIDUAL"
    """CUTYPE: INDIVIDUAL, GROUP, RESOURCE, ROOM, UNKNOWN."""


def parties_of(organizer: Party | None, attendees: tuple[Party, ...]) -> tuple[Party, ...]:
    """All who are written in an event: the attendees, then the organizer."""
    return attendees if organizer is None else (*attendees, organizer)


@value
class Occurrence:
    """One time that an event takes place. Times are aware and in UTC; the end is exclusive."""

    source: str
    """The label of the feed: a file's name, a host's name; never an address that is a secret."""
    event_uid: str
    """The UID as written, "" where there is none."""
    event_key: str
    """Never empty: the UID, or a generated key; one per event within its source."""
    recurrence_id: datetime | None
    """The original start of a member of a series; None for a single event."""
    started_at: datetime
    ended_at: datetime
    all_day: bool = False
    floating: bool = False
    title: str = ""
    place: str = ""
    status: Status = Status.CONFIRMED
    is_private: bool = False
    """CLASS is PRIVATE or CONFIDENTIAL: whom and when is learnt, the title never shown."""
    is_endless: bool = False
    """A member of a series that has neither COUNT nor UNTIL."""
    is_free: bool = False
    """TRANSP is TRANSPARENT: it takes none of the user's time (RFC 5545, 3.8.2.7)."""
    attendees: tuple[Party, ...] = ()
    organizer: Party | None = None
    zone: str = ""
    """The IANA name of the zone in which the start is written; "" for UTC, floating times, and days."""
    contacts: tuple[str, ...] = ()
    """CONTACT lines, as written (RFC 5545, 3.8.4.2)."""

    @property
    def is_in_series(self) -> bool:
        return self.recurrence_id is not None
