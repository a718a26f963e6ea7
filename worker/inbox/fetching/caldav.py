"""CalDAV is how a calendar's server is asked which of its objects changed, so that only those are fetched.

Part of fetching: source → catch. The order of a visit: 1 describe the collection, 2 list what changed since the
known state, 3 fetch that in batches. Sources: RFC 4791, RFC 6578 (sync tokens); getctag is Apple's.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from urllib.parse import unquote, urlsplit

import httpx2

from worker.core.problem import Problem
from worker.core.sentence import Sentence
from worker.inbox.body import Held
from worker.inbox.fetching.catch import (
    Fetched,
    Limits,
    NotModified,
    TooLargeError,
    UnavailableError,
    UnreadableError,
)
from worker.inbox.fetching.dav import LIST, Resource, multiget_question, sync_question
from worker.inbox.fetching.desk import Desk, desk_at
from worker.inbox.fetching.exchange import Hop
from worker.inbox.fetching.pace import HostGate
from worker.inbox.fetching.sheet import Catch, Known, Sheet, sheet_name
from worker.inbox.fetching.source import Source
from worker.inbox.reading.text import one_line
from worker.inbox.reading.zone import known_name_of

BATCH = 100
"""Objects per request: a server answers that in a second, and a lost answer costs little."""
EMPTY = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"
"""A collection without objects is a calendar all the same."""
LONGEST_CALENDAR_NAME = 200
MOST_PAGES = 100
"""Pieces in which a server may list its changes (RFC 6578, 3.6)."""
MOST_LISTED = 100_000
"""Objects in all these pieces: fifty years of five meetings a day."""
_SYNC, _CTAG = "sync ", "ctag "
_Question = Callable[[Iterable[str]], bytes]
_TZID = re.compile(r"^TZID(?:;[^:\n]*)?:(.*)$", re.MULTILINE | re.IGNORECASE)
_LOST = Sentence("it could not be fetched from its server")
_TIRED = Sentence("the server stopped answering on the way, and is asked for the rest by itself")
_TOO_LARGE = Sentence("it is larger than the settings allow")


def visit_collection(
    source: Source, *, known: Known, client: httpx2.Client, gate: HostGate, now: datetime, limits: Limits
) -> Catch | NotModified:
    """What changed in a collection; one request where nothing did. The arguments and errors are those of `fetch`."""
    desk = desk_at(source, client=client, gate=gate, now=now, limits=limits)
    hop, calendar = desk.calendar(desk.start())
    if known.etag in states_of(calendar):
        return NotModified(etag=known.etag)
    listing = listing_of(desk, hop, calendar, known)
    haul = fetched(desk, hop, listing.wanted(known.marks))
    kept = listing.kept(known.marks) - haul.fresh.keys() - haul.vanished
    if not haul.fresh and not haul.problems and haul.is_complete and kept >= known.marks.keys():
        return NotModified(etag=listing.state)
    return Catch(
        fresh=tuple(haul.fresh.values()),
        kept=kept,
        marks=haul.marks,
        problems=tuple(haul.problems),
        etag=listing.state if haul.is_settled else None,
        name=one_line(calendar.name[:LONGEST_CALENDAR_NAME]),
        zone=_zone_of(calendar),
        is_complete=haul.is_complete or haul.marks.items() <= known.marks.items(),
    )


def whole_collection(
    source: Source, *, client: httpx2.Client, gate: HostGate, now: datetime, limits: Limits
) -> Fetched:
    """All objects of a collection in one body: several calendars may stand in a file. Arguments as for `fetch`.

    Raises TooLargeError where that is more than an address may give, or than can be had in the time, and
    UnavailableError where the server stops answering.
    """
    caught = visit_collection(source, known=Known(), client=client, gate=gate, now=now, limits=limits)
    if isinstance(caught, NotModified):
        return Fetched(body=Held(EMPTY))
    if not caught.is_complete:
        raise TooLargeError(source.label, limits.body_bytes)
    if any(problem.what == _TIRED for problem in caught.problems):
        raise UnavailableError(
            Sentence("{label} stopped answering on the way: try again later.", label=source.label)
        )
    return Fetched(body=Held(b"\n".join(sheet.body.whole() for sheet in caught.fresh) or EMPTY))


def states_of(calendar: Resource) -> tuple[str, ...]:
    """Names for the collection as it stands: as long as one of them stays, nothing has changed."""
    named = ((_SYNC, calendar.sync_token), (_CTAG, calendar.ctag))
    return tuple(kind + value for kind, value in named if value)


def _zone_of(calendar: Resource) -> str | None:
    """The zone in which the collection's times without one are read (RFC 4791, 5.2.2; RFC 7809, 5.2)."""
    found = _TZID.search(calendar.zone)
    return known_name_of((found[1] if found else calendar.zone).strip())


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """What a collection holds, or what changed in it."""

    there: Mapping[str, Resource]
    """Sheet name → object."""
    vanished: frozenset[str] = frozenset()
    is_full: bool
    """Whether what is not listed is not there."""
    state: str | None

    def wanted(self, marks: Mapping[str, str]) -> dict[str, Resource]:
        """What is new or changed. An object without an ETag may always have."""
        return {
            name: found
            for name, found in self.there.items()
            if not found.etag or marks.get(name) != found.etag
        }

    def kept(self, marks: Mapping[str, str]) -> frozenset[str]:
        return frozenset(marks.keys() & self.there.keys() if self.is_full else marks.keys() - self.vanished)


def listing_of(desk: Desk, hop: Hop, calendar: Resource, known: Known) -> Listing:
    """By sync token; from the beginning where the server does not know it any more; else all ETags."""
    if calendar.sync_token:
        token = known.etag.removeprefix(_SYNC) if known.etag and known.etag.startswith(_SYNC) else ""
        for since in dict.fromkeys((token, "")):
            if (listing := _synced(desk, hop, since)) is not None:
                return listing
    reply = desk.ask("PROPFIND", hop, LIST, depth=1)
    if reply.multistatus is None:
        raise desk.refusal(reply.status)
    state = next(reversed(states_of(calendar)), None)
    return Listing(there=dict(_objects_in(reply.multistatus.resources)), is_full=True, state=state)


def _synced(desk: Desk, hop: Hop, since: str) -> Listing | None:
    """All pieces of the answer together; None where the server turns the token, or the question, down."""
    listed: dict[str, Resource] = {}
    token, is_all = since, False
    for _ in range(MOST_PAGES):
        answer = desk.ask("REPORT", hop, sync_question(token), depth=0).multistatus
        if answer is None or not answer.sync_token:
            return None
        listed.update(_objects_in(answer.resources))
        if len(listed) > MOST_LISTED:
            raise UnreadableError(
                Sentence(
                    "{label} lists objects without end: add a smaller calendar of it.",
                    label=desk.source.label,
                )
            )
        is_all = all(found.status != 507 for found in answer.resources)
        is_stuck = token == answer.sync_token
        token = answer.sync_token
        if is_all or is_stuck:
            break
    if not is_all:
        return None
    vanished = frozenset(name for name, found in listed.items() if _has_vanished(found))
    there = {name: found for name, found in listed.items() if name not in vanished}
    return Listing(there=there, vanished=vanished, is_full=not since, state=_SYNC + token)


def _objects_in(resources: Sequence[Resource]) -> Iterator[tuple[str, Resource]]:
    """The objects by sheet name; not the collection itself, nor what else may stand in it."""
    for found in resources:
        path = urlsplit(found.href).path
        if path and not path.endswith("/") and not found.is_collection and found.status != 507:
            yield sheet_name(unquote(path.rpartition("/")[2])), found


def _has_vanished(found: Resource) -> bool:
    return found.status in (404, 410)


@dataclass(kw_only=True, slots=True)
class Haul:
    """What the batches brought."""

    fresh: dict[str, Sheet] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)
    vanished: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    is_complete: bool = True
    is_settled: bool = True
    """False where something is to be asked for again: the state is not noted then."""


def fetched(
    desk: Desk, hop: Hop, wanted: Mapping[str, Resource], question: _Question = multiget_question
) -> Haul:
    """Fetches in batches as long as there is time, and no more in all than an address may give."""
    haul = Haul()
    names, size_bytes = list(wanted), 0
    for begin in range(0, len(names), BATCH):
        if begin and (size_bytes > desk.limits.body_bytes or not desk.may_begin_more()):
            haul.is_complete = haul.is_settled = False
            break
        batch = {name: wanted[name] for name in names[begin : begin + BATCH]}
        try:
            found = dict(_objects_in(tuple(_objects(desk, hop, tuple(batch.values()), question))))
        except UnavailableError:
            if not haul.fresh:
                raise
            haul.is_settled = False  # what is here is kept; the rest is for the next usual visit
            kept = Sentence("what came before")
            haul.problems.append(Problem(where=desk.source.label, what=_TIRED, kept=kept))
            break
        for name, listed in batch.items():
            size_bytes += _take(haul, name, listed, found.get(name))
    return haul


def _objects(desk: Desk, hop: Hop, batch: tuple[Resource, ...], question: _Question) -> Iterator[Resource]:
    """The objects with their bodies; where they are too large together, in halves."""
    try:
        reply = desk.ask("REPORT", hop, question(found.href for found in batch), depth=1)
    except TooLargeError:
        if len(batch) == 1:
            yield replace(batch[0], status=413)
            return
        for half in (batch[: len(batch) // 2], batch[len(batch) // 2 :]):
            yield from _objects(desk, hop, half, question)
        return
    if reply.multistatus is None:
        raise UnavailableError(
            Sentence(
                "{label} does not hand out what it lists ({status}): it is tried again by itself.",
                label=desk.source.label,
                status=reply.status,
            )
        )
    yield from reply.multistatus.resources


def _take(haul: Haul, name: str, listed: Resource, found: Resource | None) -> int:
    """One object, as it was answered; gives its size in bytes. Only what is known to be gone counts as gone."""
    if found is not None and _has_vanished(found):
        haul.vanished.add(name)
        return 0
    if found is not None and found.body:
        body = found.body.encode("utf-8", "replace")
        haul.fresh[name] = Sheet(name=name, label=name, body=Held(body))
        haul.marks[name] = found.etag or listed.etag
        return len(body)
    is_too_large = found is not None and found.status == 413
    what, kept = _TOO_LARGE if is_too_large else _LOST, Sentence("the other objects")
    haul.problems.append(Problem(where=name, what=what, kept=kept))
    if is_too_large:
        haul.marks[name] = listed.etag  # not again before it changes
    else:
        haul.is_settled = False
    return 0
