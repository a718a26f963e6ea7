"""A desk is where a CalDAV server answers: one visit's questions, each within its time, all within the visit's.

Part of fetching, between caldav.py (what to ask) and exchange.py (how to ask).
"""

import time
from dataclasses import dataclass, replace
from datetime import datetime

import httpx2

from worker.core.sentence import Sentence
from worker.errors import SnowdropError
from worker.inbox.fetching.catch import Limits, UnavailableError, UnreadableError
from worker.inbox.fetching.dav import DESCRIBE, Multistatus, NotDavError, Resource, multistatus_in
from worker.inbox.fetching.exchange import Asking, Hop, Question, answer_to, first_hop, pieces_of
from worker.inbox.fetching.pace import HostGate
from worker.inbox.fetching.reply import trouble_of, wrong_login
from worker.inbox.fetching.source import Source

VISIT_SECONDS = 75.0
"""A visit ends by then: well within the two minutes for which a poll is held."""
BEGIN_SECONDS = 40.0
"""After that, nothing more is begun: what is missing comes with the next visit."""
_REFUSALS = frozenset({501, 507})
"""Of the 5xx those that say no for good: not implemented; more than it wants to list at once."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """An answer that is no trouble in itself."""

    hop: Hop
    """Where it came from in the end."""
    status: int
    multistatus: Multistatus | None
    """None where the question was refused, or who answered speaks no CalDAV."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Desk:
    """One visit to one server."""

    source: Source
    client: httpx2.Client
    gate: HostGate
    now: datetime
    limits: Limits
    began_at_seconds: float
    """On the monotonic clock."""

    def start(self) -> Hop:
        """The source's address. Raises UnreadableError where it cannot be one."""
        return first_hop(self.source.text, self._asking())

    def may_begin_more(self) -> bool:
        return time.monotonic() - self.began_at_seconds < BEGIN_SECONDS

    def ask(self, method: str, hop: Hop, content: bytes, *, depth: int) -> Reply:
        """One question. Raises UnavailableError, UnreadableError (a password that does not fit), TooLargeError."""
        headers = {"Accept": "application/xml, text/xml", "Content-Type": "application/xml; charset=utf-8"}
        question = Question(method=method, headers={**headers, "Depth": str(depth)}, content=content)
        asking = self._asking()
        fresh = replace(hop, redirects_left=self.limits.redirects)
        return answer_to(
            question, fresh, asking, lambda end, response: self._reply(fresh, end, response, asking)
        )

    def described(self, hop: Hop) -> tuple[Reply, Resource | None]:
        """What stands at an address: None where that cannot be told."""
        reply = self.ask("PROPFIND", hop, DESCRIBE, depth=0)
        resources = reply.multistatus.resources if reply.multistatus else ()
        return reply, resources[0] if resources else None

    def calendar(self, hop: Hop) -> tuple[Hop, Resource]:
        """The calendar at an address, and where that is in the end. Raises UnreadableError where there is none."""
        reply, resource = self.described(hop)
        if resource is None:
            raise self.refusal(reply.status)
        if not resource.is_calendar:
            raise UnreadableError(
                Sentence(
                    "At this address {label} has no calendar, at most what holds calendars: "
                    "add the address of one calendar.",
                    label=self.source.label,
                )
            )
        return reply.hop, resource

    def refusal(self, status: int) -> SnowdropError:
        """Why there is no calendar to read."""
        label = self.source.label
        match status:
            case 403:
                sentence = Sentence(
                    "{label} does not let this user read the calendar (403): ask there for the right to read it.",
                    label=label,
                )
            case 404 | 410:
                sentence = Sentence(
                    "{label} has no calendar at this address ({status}): "
                    "copy it once more from the calendar's settings.",
                    label=label,
                    status=status,
                )
            case _:
                sentence = Sentence(
                    "{label} does not speak CalDAV at this address ({status}): "
                    "copy the calendar's CalDAV address anew.",
                    label=label,
                    status=status,
                )
        return UnreadableError(sentence)

    def _asking(self) -> Asking:
        now_seconds = time.monotonic()
        visit_ends_at_seconds = self.began_at_seconds + VISIT_SECONDS
        return Asking(
            label=self.source.label,
            client=self.client,
            gate=self.gate,
            limits=self.limits,
            now=self.now,
            ends_at_seconds=min(now_seconds + self.limits.total_seconds, visit_ends_at_seconds),
        )

    def _reply(self, asked: Hop, end: Hop, response: httpx2.Response, asking: Asking) -> Reply:
        status = response.status_code
        if status == 207:
            try:
                return Reply(
                    hop=end, status=status, multistatus=multistatus_in(b"".join(pieces_of(response, asking)))
                )
            except NotDavError as error:
                raise UnavailableError(
                    Sentence(
                        "{label} sent an answer that cannot be read: it is tried again by itself.",
                        label=self.source.label,
                    )
                ) from error
        if status == 401:
            raise self._not_let_in(asked, end, response)
        if status in (408, 425, 429) or (status >= 500 and status not in _REFUSALS):
            raise trouble_of(self.source.label, status, response.headers, self.now)
        return Reply(hop=end, status=status, multistatus=None)

    def _not_let_in(self, asked: Hop, end: Hop, response: httpx2.Response) -> UnreadableError:
        label = self.source.label
        if asked.authorization and not end.authorization:
            sentence = Sentence(
                "{label} sends us on to {host}, where the password for {label} is not shown: "
                "add the calendar with its address there.",
                label=label,
                host=end.url.host,
            )
        elif not asked.authorization:
            sentence = Sentence("{label} asks who reads the calendar (401): add it with --user.", label=label)
        elif response.headers.get("www-authenticate", "").lower().startswith("digest"):
            sentence = Sentence(
                "{label} wants the password as a digest (401): "
                "let its server take Basic authentication over https.",
                label=label,
            )
        else:
            sentence = wrong_login(label)
        return UnreadableError(sentence)


def desk_at(source: Source, *, client: httpx2.Client, gate: HostGate, now: datetime, limits: Limits) -> Desk:
    """A visit that begins now; the arguments are those of `fetch`."""
    return Desk(
        source=source, client=client, gate=gate, now=now, limits=limits, began_at_seconds=time.monotonic()
    )
