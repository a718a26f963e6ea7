"""A fetch brings one source's bytes in: from disk, from standard input, or from the web.

Before step 1 of 5: source → catch → event → touch → rhythm → nudge.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from worker.inbox.fetching.catch import DEFAULT_LIMITS, Fetched, Limits, NotModified
from worker.inbox.fetching.folder import read_path, read_standard_input
from worker.inbox.fetching.pace import HostGate
from worker.inbox.fetching.source import Source, SourceKind

if TYPE_CHECKING:
    import httpx2


def fetch(
    source: Source,
    *,
    client: "httpx2.Client | None",
    gate: HostGate,
    now: datetime,
    limits: Limits = DEFAULT_LIMITS,
    etag: str | None = None,
    last_modified: str | None = None,
) -> Fetched | NotModified:
    """The bytes of a source, or NotModified when they are still those that the two validators came with.

    `client` is `http_client(guard)` of client.py and `gate` the process's own; files need neither. A folder
    is not a single source: ask `sources_in` first. A collection comes whole, as one body: who reads it again and
    again asks `visit`. Raises UnavailableError (temporary, may carry
    `retry_after_seconds`), and, permanent, UnreadableError, TooLargeError or RefusedAddressError.
    """
    if source.kind is SourceKind.STANDARD_INPUT:
        return read_standard_input(source, limits=limits)
    if source.kind is SourceKind.PATH:
        return read_path(source, limits=limits, etag=etag)
    if client is None:
        raise ValueError("an address is asked through a client")
    if source.kind is SourceKind.COLLECTION:
        from worker.inbox.fetching.caldav import whole_collection

        return whole_collection(source, client=client, gate=gate, now=now, limits=limits)
    from worker.inbox.fetching.address import ask_address

    return ask_address(
        source,
        client=client,
        gate=gate,
        now=now,
        limits=limits,
        etag=etag,
        last_modified=last_modified,
    )
