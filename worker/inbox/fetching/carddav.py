"""CardDAV is how a server of address books is asked for its cards, where they are others than at the last visit.

Part of fetching, for `snowdrop import`. The questions are those of `caldav.py`; sources: RFC 6352, RFC 6764
(well-known).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

import httpx2

from worker.core.problem import Problem
from worker.inbox.fetching.caldav import fetched, listing_of, states_of
from worker.inbox.fetching.catch import DEFAULT_LIMITS, Limits, UnavailableError, UnreadableError
from worker.inbox.fetching.dav import DESCRIBE, Resource, cards_question
from worker.inbox.fetching.desk import Desk, desk_at
from worker.inbox.fetching.exchange import Hop, is_same_door
from worker.inbox.fetching.pace import HostGate
from worker.inbox.fetching.sheet import Known
from worker.inbox.fetching.source import Source, label_for
from worker.inbox.reading.text import one_line

_WELL_KNOWN = "/.well-known/carddav"
_MOST_HOMES = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class ServedBook:
    """One address book of a server."""

    address: str
    """Without name and password."""
    label: str
    state: str | None
    """As long as the server says the same, nothing has changed; None where it says nothing."""
    body: bytes | None = field(repr=False, default=None)
    """All its vCards; None where nothing has changed."""
    problems: tuple[Problem, ...] = ()


def visit_books(
    source: Source,
    *,
    known: Callable[[str], str | None],
    client: httpx2.Client,
    gate: HostGate,
    now: datetime,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[ServedBook]:
    """The address book at an address, or all of whoever lives there; `known` gives the state of
    the last visit by address.

    The other arguments, and the errors, are those of `fetch`.
    """
    desk = desk_at(source, client=client, gate=gate, now=now, limits=limits)
    books = list(_books_at(desk))
    if not books:
        raise UnreadableError(
            f"At this address {source.label} has no address book: copy the CardDAV address of one there."
        )
    for hop, resource in books:
        yield _visited(desk, hop, resource, known)


def _visited(desk: Desk, hop: Hop, resource: Resource, known: Callable[[str], str | None]) -> ServedBook:
    address, states = str(hop.url), states_of(resource)
    label = label_for(desk.source.label, one_line(resource.name))
    if (before := known(address)) in states:
        return ServedBook(address=address, label=label, state=before)
    listing = listing_of(desk, hop, resource, Known())
    haul = fetched(desk, hop, listing.there, cards_question)
    if not haul.is_complete:
        raise UnavailableError(f"{label} is more than can be had in one go: import it once more.")
    return ServedBook(
        address=address,
        label=label,
        state=listing.state if haul.is_settled else None,
        body=b"\n".join(sheet.body.whole() for sheet in haul.fresh.values()),
        problems=tuple(haul.problems),
    )


def _books_at(desk: Desk) -> Iterator[tuple[Hop, Resource]]:
    """The password is shown to nobody else, so homes on another host are not entered."""
    start = desk.start()
    reply, resource = desk.described(start)
    if resource is None and start.url.path in ("", "/"):
        reply, resource = desk.described(replace(start, url=start.url.join(_WELL_KNOWN)))
    if resource is None:
        raise UnreadableError(
            f"{desk.source.label} does not speak CardDAV at this address ({reply.status}): "
            "copy the address book's CardDAV address anew."
        )
    if resource.is_address_book:
        yield reply.hop, resource
        return
    hop = reply.hop
    if not resource.book_homes and resource.principal:
        there = replace(hop, url=hop.url.join(resource.principal))
        if is_same_door(hop.url, there.url):
            resource = desk.described(there)[1] or resource
    for home in [hop.url.join(each) for each in resource.book_homes[:_MOST_HOMES]] or [hop.url]:
        if is_same_door(hop.url, home):
            listed = desk.ask("PROPFIND", replace(hop, url=home), DESCRIBE, depth=1)
            for each in listed.multistatus.resources if listed.multistatus else ():
                if each.is_address_book:
                    yield replace(listed.hop, url=listed.hop.url.join(each.href)), each
