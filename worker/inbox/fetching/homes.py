"""A home is where a server keeps what is one user's, calendars or address books: here it is found and looked through.

Part of fetching, for discovery.py and carddav.py. Sources: RFC 4791, 6.2.1; RFC 6352, 7.1.1; RFC 5397
(current-user-principal); RFC 6764, 5 (well-known).
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from worker.inbox.fetching.dav import DESCRIBE, Resource
from worker.inbox.fetching.desk import Desk, Reply
from worker.inbox.fetching.exchange import Hop, is_same_door

MOST_HOMES = 3


def found_at(desk: Desk, well_known: str) -> tuple[Reply, Resource | None]:
    """What stands at the source's address; where that names a host alone, and nothing, what its service does."""
    start = desk.start()
    reply, resource = desk.described(start)
    if resource is None and start.url.path in ("", "/"):
        return desk.described(replace(start, url=start.url.join(well_known)))
    return reply, resource


def kept_at(
    desk: Desk, hop: Hop, resource: Resource, homes_of: Callable[[Resource], tuple[str, ...]]
) -> Iterator[tuple[Hop, Resource]]:
    """All that stands in the user's homes, or here where none is told; each with its own address.

    The password is shown to nobody else, so homes on another host are not entered.
    """
    if not homes_of(resource) and resource.principal:
        there = replace(hop, url=hop.url.join(resource.principal))
        if is_same_door(hop.url, there.url):
            resource = desk.described(there)[1] or resource
    for home in [hop.url.join(each) for each in homes_of(resource)[:MOST_HOMES]] or [hop.url]:
        if is_same_door(hop.url, home):
            listed = desk.ask("PROPFIND", replace(hop, url=home), DESCRIBE, depth=1)
            for each in listed.multistatus.resources if listed.multistatus else ():
                yield replace(listed.hop, url=listed.hop.url.join(each.href)), each
