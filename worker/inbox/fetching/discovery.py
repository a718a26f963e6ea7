"""Discovery tells whether an address is that of a CalDAV calendar, or of a place where calendars stand.

When a source is added: what a person typed → the source to read from now on. How a server is looked through: homes.py.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import httpx2

from worker.errors import SnowdropError
from worker.inbox.fetching.catch import Limits, UnavailableError, UnreadableError
from worker.inbox.fetching.dav import Resource
from worker.inbox.fetching.desk import Desk, desk_at
from worker.inbox.fetching.exchange import Hop
from worker.inbox.fetching.folder import CALENDAR_SUFFIXES
from worker.inbox.fetching.homes import found_at, kept_at
from worker.inbox.fetching.pace import HostGate
from worker.inbox.fetching.source import Source, SourceKind, label_for
from worker.inbox.reading.text import one_line

PATIENCE_SECONDS = 10.0
"""Somebody waits at the terminal."""
MOST_NAMED = 12
"""Calendars in one sentence."""
_WELL_KNOWN = "/.well-known/caldav"


def recognised(source: Source, *, client: httpx2.Client, gate: HostGate, now: datetime) -> Source:
    """The same source, as a collection where a CalDAV calendar stands at its address.

    Raises UnreadableError with the calendars that were found, where the address is that of their keeper; and where
    a user was named and is not let in, or a `caldav://` address leads to no calendar. A server that does not answer
    just now is left for the first reading.
    """
    if source.kind not in (SourceKind.ADDRESS, SourceKind.COLLECTION) or _is_a_file(source):
        return source
    limits = Limits(total_seconds=PATIENCE_SECONDS)
    desk = desk_at(source, client=client, gate=gate, now=now, limits=limits)
    try:
        return _as_found(desk, source)
    except UnavailableError:
        return source
    except UnreadableError:
        if source.kind is SourceKind.COLLECTION or desk.start().authorization:
            raise
        return source


def _is_a_file(source: Source) -> bool:
    """Whether an address is plainly that of a file, or of a program: neither is a collection."""
    url = urlsplit(source.text)
    return bool(url.query) or PurePosixPath(url.path).suffix.lower() in CALENDAR_SUFFIXES


def _as_found(desk: Desk, source: Source) -> Source:
    reply, resource = found_at(desk, _WELL_KNOWN)
    if resource is None:
        if source.kind is SourceKind.COLLECTION:
            raise desk.refusal(reply.status)
        return source
    if resource.is_calendar and not resource.may_hold_events:
        raise UnreadableError(
            f"This calendar at {source.label} keeps no events, only tasks: add one with events."
        )
    if resource.is_calendar:
        name = one_line(resource.name)
        label = label_for(source.label, name)
        return replace(source, kind=SourceKind.COLLECTION, label=label, is_anothers=resource.is_anothers)
    raise _list_of(desk, reply.hop, resource)


def _list_of(desk: Desk, hop: Hop, resource: Resource) -> SnowdropError:
    """One sentence with the calendars that stand here or in the user's home."""
    found = dict(_calendars(desk, hop, resource))
    label = desk.source.label
    if not found:
        return UnreadableError(f"At this address {label} has no calendar: copy the address of one there.")
    named = "; ".join(f"{name}: {address}" for address, name in list(found.items())[:MOST_NAMED])
    more = f"; and {len(found) - MOST_NAMED} more" if len(found) > MOST_NAMED else ""
    return UnreadableError(f"{label} keeps these calendars, add one by its address: {named}{more}")


def _calendars(desk: Desk, hop: Hop, resource: Resource) -> Iterator[tuple[str, str]]:
    """Address → name."""
    for there, each in kept_at(desk, hop, resource, lambda found: found.homes):
        if each.may_hold_events:
            yield str(there.url), one_line(each.name) or "without a name"
