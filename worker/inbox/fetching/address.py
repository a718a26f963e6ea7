"""An address is a calendar on the web: asked politely, and not sent again while it is unchanged.

Part of fetching: source → catch, over HTTP (exchange.py).
"""

import time
from datetime import datetime

import httpx2

from worker.inbox.body import kept
from worker.inbox.fetching.catch import Fetched, Limits, NotModified
from worker.inbox.fetching.exchange import Asking, Hop, Question, answer_to, first_hop, pieces_of
from worker.inbox.fetching.pace import HostGate
from worker.inbox.fetching.reply import BODIES, cache_seconds, trouble_of, validator
from worker.inbox.fetching.source import Source

ACCEPTED = "text/calendar, text/*;q=0.8, */*;q=0.5"


def ask_address(
    source: Source,
    *,
    client: httpx2.Client,
    gate: HostGate,
    now: datetime,
    limits: Limits,
    etag: str | None = None,
    last_modified: str | None = None,
) -> Fetched | NotModified:
    """Fetch a calendar from the web; the arguments and errors are those of `fetch`."""
    asking = Asking(
        label=source.label,
        client=client,
        gate=gate,
        limits=limits,
        now=now,
        ends_at_seconds=time.monotonic() + limits.total_seconds,
    )
    question = Question(method="GET", headers={"Accept": ACCEPTED, **_validators(etag, last_modified)})
    return answer_to(
        question,
        first_hop(source.text, asking),
        asking,
        lambda hop, response: _outcome(question, hop, response, asking),
    )


def _validators(etag: str | None, last_modified: str | None) -> dict[str, str]:
    given = {"If-None-Match": validator(etag), "If-Modified-Since": validator(last_modified)}
    return {name: value for name, value in given.items() if value}


def _outcome(
    question: Question, hop: Hop, response: httpx2.Response, asking: Asking
) -> Fetched | NotModified:
    sent_etag = question.headers.get("If-None-Match")
    sent_last_modified = question.headers.get("If-Modified-Since")
    if response.status_code == 304 and (sent_etag or sent_last_modified):
        return NotModified(
            etag=validator(response.headers.get("etag")) or sent_etag,
            last_modified=validator(response.headers.get("last-modified")) or sent_last_modified,
            cache_seconds=cache_seconds(response.headers, asking.now),
        )
    if response.status_code not in BODIES:
        raise trouble_of(
            asking.label,
            response.status_code,
            response.headers,
            asking.now,
            has_login=hop.authorization is not None,
        )
    return Fetched(
        body=kept(pieces_of(response, asking), asking.limits.scratch),
        etag=validator(response.headers.get("etag")),
        last_modified=validator(response.headers.get("last-modified")),
        cache_seconds=cache_seconds(response.headers, asking.now),
    )
