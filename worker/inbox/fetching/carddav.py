"""CardDAV is how a server of address books is asked for its cards, where they are others than at the last visit.

Part of fetching, for `snowdrop import`. The questions are those of `caldav.py`; source: RFC 6352.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

import httpx2

from worker.core.problem import Problem
from worker.inbox.fetching.caldav import fetched, listing_of, states_of
from worker.inbox.fetching.catch import DEFAULT_LIMITS, UnavailableError, UnreadableError
from worker.inbox.fetching.dav import Resource, cards_question
from worker.inbox.fetching.desk import Desk, desk_at
from worker.inbox.fetching.exchange import Hop
from worker.inbox.fetching.homes import found_at, kept_at
from worker.inbox.fetching.pace import HostGate
from worker.inbox.fetching.sheet import Known
from worker.inbox.fetching.source import Source, label_for
from worker.inbox.reading.text import one_line

_WELL_KNOWN = "/.well-known/carddav"


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
) -> Iterator[ServedBook]:
    """The address book at an address, or all of whoever lives there; `known` gives the state of
    the last visit by address.

    The other arguments, and the errors, are those of `fetch`.
    """
    desk = desk_at(source, client=client, gate=gate, now=now, limits=DEFAULT_LIMITS)
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
    reply, resource = found_at(desk, _WELL_KNOWN)
    if resource is None:
        raise UnreadableError(
            f"{desk.source.label} does not speak CardDAV at this address ({reply.status}): "
            "copy the address book's CardDAV address anew."
        )
    if resource.is_address_book:
        yield reply.hop, resource
        return
    for hop, each in kept_at(desk, reply.hop, resource, lambda found: found.book_homes):
        if each.is_address_book:
            yield hop, each
