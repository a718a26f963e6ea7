"""The wire carries requests out: it looks names up, asks the guard, and connects to exactly what was judged.

Part of fetching: the only place below client.py that opens a connection.
"""

import ipaddress
import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import httpcore2

from worker.inbox.fetching.guard import Guard

Resolve = Callable[[str, int], Sequence[str]]
"""From a host and a port to its addresses, best first. Raises OSError where there are none."""

LONGEST_SECONDS = 30.0
"""For a request that names no time at all."""


class GuardedBackend(httpcore2.NetworkBackend):
    """The seam at the socket: name → addresses → guard → connection to one of these addresses.

    The name is looked up once, so a second, different answer is never asked for; TLS and the Host header,
    which come later, still carry the name.
    """

    def __init__(self, guard: Guard, resolve: Resolve) -> None:
        self._guard = guard
        self._resolve = resolve
        self._sockets = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        clock = WallClock(LONGEST_SECONDS if timeout is None else timeout)
        addresses = self._addresses(host, port, clock)
        self._guard.check(host, addresses, port)
        stream = self._connected(addresses, port, clock, local_address, socket_options)
        return TimedStream(stream, clock)

    def _addresses(self, host: str, port: int, clock: "WallClock") -> Sequence[str]:
        if (literal := _literal(host)) is not None:
            return (literal,)
        try:
            return within(clock.left_seconds(), lambda: self._resolve(host, port))
        except (OSError, UnicodeError) as error:  # UnicodeError: a label longer than 63 characters
            raise httpcore2.ConnectError(error) from error

    def _connected(
        self,
        addresses: Sequence[str],
        port: int,
        clock: "WallClock",
        local_address: str | None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None,
    ) -> httpcore2.NetworkStream:
        """One address after the other; each gets its share of the time, so a dead first one costs not all."""
        for left in range(len(addresses), 0, -1):
            seconds = clock.left_seconds() / left
            try:
                return self._sockets.connect_tcp(
                    addresses[-left], port, seconds, local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                if left == 1:
                    raise
            except OverflowError as error:  # a port above 65535
                raise httpcore2.ConnectError(error) from error
        raise httpcore2.ConnectError("the name has no address")


class WallClock:
    """The time that is left for a whole connection; it runs from the look-up of the name."""

    def __init__(self, seconds: float) -> None:
        self._ends_at_seconds = time.monotonic() + seconds

    def left_seconds(self, at_most: float | None = None) -> float:
        """Above zero, and no more than `at_most`. Raises httpcore2.ReadTimeout when nothing is left."""
        left = self._ends_at_seconds - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("the time for the whole connection is over")
        return left if at_most is None else min(left, at_most)


class TimedStream(httpcore2.NetworkStream):
    """A connection whose every step gets only what is left: one byte per second ends in time too."""

    def __init__(self, stream: httpcore2.NetworkStream, clock: WallClock) -> None:
        self._stream = stream
        self._clock = clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._clock.left_seconds(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._clock.left_seconds(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        inner = self._stream.start_tls(ssl_context, server_hostname, self._clock.left_seconds(timeout))
        return TimedStream(inner, self._clock)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def system_addresses(host: str, port: int) -> Sequence[str]:
    """What the system's resolver says, in its order (RFC 6724). Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def within(seconds: float, look_up: Callable[[], Sequence[str]]) -> Sequence[str]:
    """What `look_up` returns or raises, or httpcore2.ConnectTimeout after `seconds`.

    A system look-up cannot be stopped: its thread is left behind and ends with the resolver's own patience.
    """
    answers: queue.SimpleQueue[Sequence[str] | OSError | UnicodeError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put(look_up())
        except (OSError, UnicodeError) as error:
            answers.put(error)

    threading.Thread(target=ask, name="look-up", daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except queue.Empty:
        raise httpcore2.ConnectTimeout("the name was not found in time") from None
    if isinstance(answer, OSError | UnicodeError):
        raise answer
    return answer


def _literal(host: str) -> str | None:
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        return None
