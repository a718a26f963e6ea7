"""A happening is one event of the demo as it will be written; here it becomes iCalendar text (RFC 5545).

Two ways of writing are imitated, because real feeds differ: an office server's (local times with TZID, the
organizer is not among the attendees) and a cloud calendar's (UTC times, the organizer is one of them).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from worker.outbox.as_vcard import folded_line

# RFC 5545, 3.6.5: the rules of Berlin since 1996.
_BERLIN = """BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE""".splitlines()


@dataclass(frozen=True, kw_only=True, slots=True)
class Guest:
    """One person (or room) at a happening."""

    name: str
    address: str
    answer: str = "ACCEPTED"
    kind: str = "INDIVIDUAL"


@dataclass(frozen=True, kw_only=True, slots=True)
class Happening:
    """One VEVENT. Timed: `starts_at` is aware; all-day: it is a date and `length` whole days."""

    uid: str
    starts_at: datetime | date
    length: timedelta
    title: str
    place: str = ""
    organizer: Guest | None = None
    guests: tuple[Guest, ...] = ()
    """The owner included; without the organizer."""
    status: str = "CONFIRMED"
    is_private: bool = False
    rule: str = ""
    left_out: tuple[datetime, ...] = field(default=())
    instead_of: datetime | None = None
    """The original start, for one changed occurrence of a series."""


def calendar_text(label: str, style: str, happenings: Iterable[Happening], *, stamped_on: date) -> str:
    """One calendar in one style, "office" or "cloud": CRLF, folded, with the time zone it names."""
    stamp = f"DTSTAMP:{stamped_on:%Y%m%d}T000000Z"
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Demo {style}//Made-up life//EN", "METHOD:PUBLISH"]
    head += [f"X-WR-CALNAME:{_escaped(label)}", "X-WR-TIMEZONE:Europe/Berlin", *_BERLIN]
    lines = [*head, *(line for event in happenings for line in _event_lines(event, style, stamp))]
    return "".join(folded_line(line) + "\r\n" for line in [*lines, "END:VCALENDAR"])


def _event_lines(event: Happening, style: str, stamp: str) -> Iterator[str]:
    yield from ("BEGIN:VEVENT", f"UID:{event.uid}", stamp)
    yield from _time_lines(event, style)
    yield f"SUMMARY:{_escaped(event.title)}"
    if event.place:
        yield f"LOCATION:{_escaped(event.place)}"
    yield from _people_lines(event, style)
    yield f"STATUS:{event.status}"
    if event.is_private or style == "office":
        yield f"CLASS:{'PRIVATE' if event.is_private else 'PUBLIC'}"
    if event.instead_of:
        yield "SEQUENCE:1"
    if style == "office":
        yield f"X-MICROSOFT-CDO-BUSYSTATUS:{'BUSY' if event.guests else 'TENTATIVE'}"
    yield "END:VEVENT"


def _time_lines(event: Happening, style: str) -> Iterator[str]:
    is_utc = style == "cloud" and not event.rule and event.instead_of is None  # a series keeps its wall time
    yield _time_line("DTSTART", event.starts_at, is_utc)
    yield _time_line("DTEND", event.starts_at + event.length, is_utc)
    if event.instead_of:
        yield _time_line("RECURRENCE-ID", event.instead_of, is_utc)
    if event.rule:
        yield f"RRULE:{event.rule}"
    yield from (_time_line("EXDATE", day, is_utc) for day in event.left_out)


def _time_line(name: str, at: datetime | date, is_utc: bool) -> str:
    if not isinstance(at, datetime):
        return f"{name};VALUE=DATE:{at:%Y%m%d}"
    if is_utc:
        return f"{name}:{utc_text(at)}"
    zone = at.tzinfo.key if isinstance(at.tzinfo, ZoneInfo) else "Europe/Berlin"
    return f"{name};TZID={zone}:{at:%Y%m%dT%H%M%S}"


def utc_text(at: datetime) -> str:
    """The moment as RFC 5545 writes UTC."""
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _people_lines(event: Happening, style: str) -> Iterator[str]:
    if event.organizer:
        yield f'ORGANIZER;CN="{event.organizer.name}":mailto:{event.organizer.address}'
    hosts = (event.organizer,) if event.organizer and style == "cloud" else ()
    yield from (_attendee_line(guest, style) for guest in (*hosts, *event.guests))


def _attendee_line(guest: Guest, style: str) -> str:
    role = "NON-PARTICIPANT" if guest.kind == "ROOM" else "REQ-PARTICIPANT"
    facts = f'CUTYPE={guest.kind};ROLE={role};PARTSTAT={guest.answer};CN="{guest.name}"'
    if style == "office":
        return f"ATTENDEE;RSVP=TRUE;{facts}:MAILTO:{guest.address}"
    return f"ATTENDEE;{facts};X-NUM-GUESTS=0:mailto:{guest.address}"


def _escaped(text: str) -> str:
    """RFC 5545, 3.3.11."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
