"""Small calendars, and how the tests read them."""

from datetime import UTC, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from worker.core.owner import Owners, Presence, owner_of
from worker.inbox.body import Held
from worker.inbox.reading.read import Calendar, calendar_in
from worker.inbox.reading.window import Window

BERLIN = ZoneInfo("Europe/Berlin")
UNTIL = datetime(2026, 1, 1, tzinfo=UTC)
FEEDS = Path(__file__).parent.parent / "feeds"


def feed(name: str) -> bytes:
    """A sample of tests/feeds."""
    return (FEEDS / f"{name}.ics").read_bytes()


def event(*lines: str, uid: str = "one@example.org", start: str | None = ":20240304T090000Z") -> str:
    """A VEVENT; `start` is what stands behind DTSTART."""
    own = [f"UID:{uid}"] * bool(uid) + [f"DTSTART{start}"] * (start is not None)
    return "\r\n".join(["BEGIN:VEVENT", *own, *lines, "END:VEVENT", ""])


def calendar(*parts: str) -> bytes:
    """A VCALENDAR around these parts."""
    return "".join(["BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", *parts, "END:VCALENDAR\r\n"]).encode()


def zone(tzid: str, *lines: str, to: str = "+0500") -> str:
    """A VTIMEZONE with one offset."""
    observance = ["DTSTART:19700101T000000", f"TZOFFSETFROM:{to}", f"TZOFFSETTO:{to}", *lines]
    part = ["BEGIN:STANDARD", *observance, "END:STANDARD"]
    return "\r\n".join(["BEGIN:VTIMEZONE", f"TZID:{tzid}", *part, "END:VTIMEZONE", ""])


def read(
    body: bytes,
    *,
    tz: tzinfo | None = None,
    fallback: tzinfo = BERLIN,
    until: datetime = UNTIL,
    since: datetime | None = None,
) -> Calendar:
    return calendar_in(
        Held(body), source="x.ics", default_zone=tz, fallback_zone=fallback, window=Window(since, until)
    )


def starts(found: Calendar) -> list[str]:
    """The starts in UTC: "03-04 09:00" for 2024, with the year for others."""
    return [_short(o.started_at) for o in found.occurrences]


def ends(found: Calendar) -> list[str]:
    return [_short(o.ended_at) for o in found.occurrences]


def _short(at: datetime) -> str:
    return f"{at.astimezone(UTC):{'' if at.year == 2024 else '%Y-'}%m-%d %H:%M}"


def titles(found: Calendar) -> list[str]:
    return [o.title for o in found.occurrences]


def whats(found: Calendar) -> list[str]:
    """What was lost."""
    return [problem.what for problem in found.problems]


def whose(found: Calendar) -> Owners:
    """The calendar's owners, as it tells them."""
    presence = Presence(lambda: ((each.organizer, each.attendees) for each in found.occurrences))
    return Owners(inferred={"x": owner_of(presence, found.name)})
