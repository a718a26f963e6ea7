"""A visit finds out what is new at a source since the visits before: the same question to an address, a file, a
folder or a collection.

Before step 1 of 5: source → catch → event. What is known goes in, what is new comes out; nothing is remembered here.
"""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from worker.inbox.fetching.catch import DEFAULT_LIMITS, Fetched, Limits, NotModified
from worker.inbox.fetching.fetch import fetch
from worker.inbox.fetching.folder import visit_folder
from worker.inbox.fetching.pace import HostGate
from worker.inbox.fetching.sheet import ONLY, Catch, Known, Sheet
from worker.inbox.fetching.source import Source, SourceKind

if TYPE_CHECKING:
    import httpx2


def visit(
    source: Source,
    *,
    known: Known,
    client: "httpx2.Client",
    gate: HostGate,
    now: datetime,
    limits: Limits = DEFAULT_LIMITS,
) -> Catch | NotModified:
    """The sheets that are new or changed; NotModified where none is, with the validators to send next time.

    The arguments and errors are those of `fetch`.
    """
    if source.kind is SourceKind.COLLECTION:
        from worker.inbox.fetching.caldav import visit_collection

        return visit_collection(source, known=known, client=client, gate=gate, now=now, limits=limits)
    if source.kind is SourceKind.PATH and Path(source.text).is_dir():
        return visit_folder(source, known=known, limits=limits)
    caught = fetch(
        source,
        client=client,
        gate=gate,
        now=now,
        limits=limits,
        etag=known.etag,
        last_modified=known.last_modified,
    )
    if isinstance(caught, NotModified):
        return caught
    return _only_sheet(caught, known)


def _only_sheet(caught: Fetched, known: Known) -> Catch | NotModified:
    """The same body may come under another mark."""
    etag, last_modified, cache_seconds = caught.etag, caught.last_modified, caught.cache_seconds
    if (body_hash := caught.body.hash) == known.body_hash:
        return NotModified(etag=etag, last_modified=last_modified, cache_seconds=cache_seconds)
    return Catch(
        fresh=(Sheet(name=ONLY, label="", body=caught.body),),
        etag=etag,
        last_modified=last_modified,
        body_hash=body_hash,
        cache_seconds=cache_seconds,
    )
