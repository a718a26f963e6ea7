"""As a calendar: nudges as an iCalendar object, all-day events or to-dos, for a subscription or a letter.

Step 5 of 5: nudge → what the user reads. Pure: equal input gives equal bytes. RFC 5545, 5546 (PUBLISH),
7986 (REFRESH-INTERVAL). The person is in the SUMMARY only, never an ATTENDEE or ORGANIZER: a scheduling
server would write to them. No alarms: clients ignore or strip them in subscriptions.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, timedelta
from hashlib import blake2b

from icalendar import Calendar, Component, Event, Todo, vText

from worker.core.nudge import WAITING, NudgeState, Published
from worker.core.words import Words
from worker.outbox.as_lines import Links, headline_of, text_of
from worker.outbox.plain import one_line

PRODID = "-//Snowdrop//Snowdrop//EN"
CONTENT_TYPE = "text/calendar; charset=utf-8"
REFRESH = timedelta(hours=6)
"""A hint; Google ignores it and looks every 8 to 24 hours, Nextcloud weekly unless hinted."""

_ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})
"""RFC 5545, 3.3.11."""


class _Text(vText):
    """TEXT that comes back as it was: the library writes a backslash before N as a line break (7.3)."""

    def to_ical(self) -> bytes:
        return self.translate(_ESCAPES).encode()


def subscription(entries: Sequence[Published], *, name: str, words: Words, links: Links) -> bytes:
    """A calendar named `name` with one all-day VEVENT per nudge, in the order given.

    A nudge that is over in any way is CANCELLED: there is nothing left to do on that day, and nothing left to say.
    """
    return _calendar(entries, name, lambda entry: _event(entry, words, links))


def tasks(entries: Sequence[Published], *, name: str, words: Words, links: Links) -> bytes:
    """The same nudges as VTODO: they start on their day and have no DUE, so they are never late."""
    return _calendar(entries, name, lambda entry: _todo(entry, words, links))


def etag_of(calendar: bytes) -> str:
    """A strong ETag, quoted: equal for equal bytes (RFC 9110, 8.8.3)."""
    return f'"{blake2b(calendar, digest_size=16).hexdigest()}"'


def uid_of(nudge_id: str) -> str:
    """The UID of a nudge, the same in every calendar and for its whole life."""
    return f"{one_line(nudge_id)}@snowdrop"


def _calendar(entries: Sequence[Published], name: str, component: Callable[[Published], Component]) -> bytes:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODID)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _Text(one_line(name)))
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    for entry in entries:
        calendar.add_component(component(entry))
    return bytes(calendar.to_ical(sorted=False))


def _event(entry: Published, words: Words, links: Links) -> Component:
    event = Event()
    _add_common(event, entry, words, links)
    event.add("dtend", entry.nudge.on + timedelta(days=1))
    event.add("status", "CONFIRMED" if entry.state in WAITING else "CANCELLED")
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", "FREE")
    return event


def _todo(entry: Published, words: Words, links: Links) -> Component:
    todo = Todo()
    _add_common(todo, entry, words, links)
    if entry.state is NudgeState.DONE:
        todo.add("status", "COMPLETED")
        todo.add("completed", entry.changed_at.astimezone(UTC))
        todo.add("percent-complete", 100)
    else:
        todo.add("status", "NEEDS-ACTION" if entry.state in WAITING else "CANCELLED")
    return todo


def _add_common(component: Component, entry: Published, words: Words, links: Links) -> None:
    changed_at = entry.changed_at.astimezone(UTC)
    component.add("uid", uid_of(entry.nudge.id))
    component.add("dtstamp", changed_at)
    component.add("created", entry.created_at.astimezone(UTC))
    component.add("last-modified", changed_at)
    component.add("sequence", entry.sequence)
    component.add("dtstart", entry.nudge.on)
    component.add("summary", _Text(headline_of(entry.nudge)))
    component.add("description", _Text(_told(entry, words, links)))


def _told(entry: Published, words: Words, links: Links) -> str:
    """What is over says no more than that (docs/decisions/0020-what-stands-stays-true.md)."""
    return text_of(entry.nudge, words, links) if entry.state in WAITING else words.say("letter.over")
