"""An exchange is one question to an address and its answer: redirects followed with care, in the time promised.

Part of fetching, over HTTP: address.py asks for calendars, caldav.py for CalDAV collections. The guard sits
below, in the client's transport (wire.py).
"""

import base64
import socket
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar
from urllib.parse import unquote

import httpx2

from worker.core.sentence import Sentence
from worker.errors import SnowdropError
from worker.inbox.fetching.catch import Limits, TooLargeError, UnavailableError, UnreadableError
from worker.inbox.fetching.pace import HostGate
from worker.inbox.fetching.reply import REDIRECTS
from worker.inbox.fetching.unpack import UnknownCodingError, UnpackError, unpacked

ACCEPTED_CODINGS = "gzip, deflate"
Outcome = TypeVar("Outcome")


@dataclass(frozen=True, kw_only=True, slots=True)
class Asking:
    """All that stays the same from the first hop to the last."""

    label: str
    client: httpx2.Client
    gate: HostGate
    limits: Limits
    now: datetime
    ends_at_seconds: float
    """On the monotonic clock."""

    def left_seconds(self) -> float:
        """Above zero. Raises UnavailableError when the time is over."""
        left = self.ends_at_seconds - time.monotonic()
        if left <= 0:
            raise _too_slow(self)
        return left


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """What is asked of whoever stands at the end of the way."""

    method: str
    headers: Mapping[str, str]
    content: bytes | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Hop:
    """One address on the way. The credentials go no further than the host that they were given for."""

    url: httpx2.URL
    authorization: str | None = field(repr=False)
    redirects_left: int


def first_hop(address: str, asking: Asking) -> Hop:
    """User name and password leave the address here and become a header (RFC 7617, in UTF-8)."""
    with _in_plain_words(asking):
        url = httpx2.URL(address)
        bare = url.copy_with(username=None, password=None, fragment=None)
    authorization = None
    if url.userinfo:
        pair = unquote(url.userinfo.decode("ascii")).encode()
        authorization = f"Basic {base64.b64encode(pair if b':' in pair else pair + b':').decode()}"
    return Hop(url=bare, authorization=authorization, redirects_left=asking.limits.redirects)


def answer_to(
    question: Question, hop: Hop, asking: Asking, outcome: Callable[[Hop, httpx2.Response], Outcome]
) -> Outcome:
    """What `outcome` makes of the answer, which is open as long as that runs, and of the hop it came from.

    Raises UnavailableError, UnreadableError, RefusedAddressError, and whatever `outcome` raises.
    """
    with _in_plain_words(asking):
        while True:
            with asking.gate.held(hop.url.host, wait_seconds=asking.left_seconds()):
                response = asking.client.send(_request(question, hop, asking), stream=True)
                try:
                    if response.status_code not in REDIRECTS or "location" not in response.headers:
                        return outcome(hop, response)
                    hop = _next_hop(hop, response.headers["location"], asking)
                finally:
                    response.close()


def pieces_of(response: httpx2.Response, asking: Asking) -> Iterator[bytes]:
    """The unpacked body, as it comes. Raises TooLargeError."""
    limit_bytes, size_bytes = asking.limits.body_bytes, 0
    for piece in unpacked(response.iter_raw(), response.headers.get("content-encoding", "")):
        asking.left_seconds()
        size_bytes += len(piece)
        if size_bytes > limit_bytes:
            raise TooLargeError(asking.label, limit_bytes)
        yield piece


def is_same_door(here: httpx2.URL, there: httpx2.URL) -> bool:
    """The same host and port, or the step from plain http to https on the usual ports."""
    if here.host != there.host:
        return False
    doors = (here.scheme, here.port), (there.scheme, there.port)
    return doors[0] == doors[1] or doors == (("http", None), ("https", None))


def _request(question: Question, hop: Hop, asking: Asking) -> httpx2.Request:
    headers = {"Accept-Encoding": ACCEPTED_CODINGS, **question.headers}
    if hop.authorization:
        headers["Authorization"] = hop.authorization
    return asking.client.build_request(
        question.method, hop.url, headers=headers, content=question.content, timeout=asking.left_seconds()
    )


def _next_hop(hop: Hop, location: str, asking: Asking) -> Hop:
    """Where a redirect leads. It may go anywhere that the guard allows, but not back out of TLS."""
    url = hop.url.join(location).copy_with(username=None, password=None, fragment=None)
    if hop.redirects_left == 0:
        raise UnavailableError(
            Sentence(
                "{label} sends us on and on: open the calendar's address in a browser.", label=asking.label
            )
        )
    if url.scheme not in ("http", "https") or not url.host:
        raise UnreadableError(
            Sentence(
                "{label} sends us to something that is no web address: check the address.", label=asking.label
            )
        )
    if hop.url.scheme == "https" and url.scheme == "http":
        raise UnreadableError(
            Sentence(
                "{label} sends us on without encryption: ask there for an address that stays with https.",
                label=asking.label,
            )
        )
    may_keep = is_same_door(hop.url, url)
    return replace(
        hop,
        url=url,
        authorization=hop.authorization if may_keep else None,
        redirects_left=hop.redirects_left - 1,
    )


@contextmanager
def _in_plain_words(asking: Asking) -> Iterator[None]:
    """Every foreign error becomes a sentence that shows the label and nothing else of the address."""
    try:
        yield
    except httpx2.InvalidURL:
        raise UnreadableError(
            Sentence(
                "The calendar's address at {label} is damaged, or sends us on to a damaged one: copy it anew.",
                label=asking.label,
            )
        ) from None  # its text shows parts of the address
    except UnknownCodingError as error:
        raise UnreadableError(
            Sentence(
                "{label} packs the calendar in a way that is not read here: ask there for gzip.",
                label=asking.label,
            )
        ) from error
    except UnpackError as error:
        raise UnavailableError(
            Sentence("{label} sent a damaged calendar: it is tried again by itself.", label=asking.label)
        ) from error
    except httpx2.TimeoutException as error:
        raise _too_slow(asking) from error
    except httpx2.TransportError as error:
        raise _unreachable(asking.label, error) from error


def _too_slow(asking: Asking) -> UnavailableError:
    return UnavailableError(
        Sentence(
            "{label} took longer than {seconds} seconds: it is tried again by itself.",
            label=asking.label,
            seconds=f"{asking.limits.total_seconds:g}",
        )
    )


def _unreachable(label: str, error: httpx2.TransportError) -> SnowdropError:
    """What kept us from an answer, told from the system's own error."""
    match _system_error(error):
        case socket.gaierror() | UnicodeError():
            sentence = Sentence(
                "{label} was not found: check the host's name for a slip, or whether this computer is online.",
                label=label,
            )
        case ssl.SSLCertVerificationError():
            sentence = Sentence(
                "{label} shows a certificate that is not trusted: it has expired, or belongs to somebody else.",
                label=label,
            )
        case ssl.SSLError():
            sentence = Sentence(
                "{label} does not speak https there: "
                "if it is in your own network, write its address with http://.",
                label=label,
            )
        case ConnectionRefusedError():
            sentence = Sentence(
                "{label} refused the connection: check whether its server runs, and the port in the address.",
                label=label,
            )
        case _:
            sentence = Sentence("{label} broke the connection off: it is tried again by itself.", label=label)
    return UnavailableError(sentence)


def _system_error(error: BaseException | None) -> BaseException | None:
    """The libraries' pool cuts causes off (`from None`) but leaves contexts, so both are followed."""
    while error is not None and not isinstance(error, OSError | UnicodeError):
        error = error.__cause__ or error.__context__
    return error
