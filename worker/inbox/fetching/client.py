"""The client is how this process asks addresses that somebody else chose: guarded, without a memory.

Part of fetching: httpx2 above, wire.py below. Whoever is wary of an address asks through a client from here.
"""

import logging
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache, cached_property
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpcore2
import httpx2

from worker.inbox.fetching.guard import Guard
from worker.inbox.fetching.source import Source
from worker.inbox.fetching.wire import GuardedBackend, Resolve, system_addresses

Tls = Callable[[], ssl.SSLContext]


@cache
def trusted_certificates() -> ssl.SSLContext:
    """The system's and the process's certificates, read once in a process: that takes up to 90 ms."""
    return httpx2.create_ssl_context()


def http_client(
    guard: Guard, *, version: str, resolve: Resolve | None = None, tls: Tls = trusted_certificates
) -> httpx2.Client:
    """The client of one process: guarded, without proxies, cookies, redirects or kept connections.

    A request's *connect* timeout is the wall clock over its whole connection, body included. May be shared by
    threads. `resolve` replaces the system's look-up, `tls` gives the trusted certificates when they are first needed.
    What the guard refuses raises RefusedAddressError.
    """
    for name in ("httpx2", "httpcore2"):  # below warnings they write whole addresses, which are credentials
        logging.getLogger(name).setLevel(logging.WARNING)
    return httpx2.Client(
        transport=GuardedTransport(guard, resolve or system_addresses, tls),
        trust_env=False,  # a proxy would connect for us, unguarded; .netrc would add passwords
        follow_redirects=False,
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),  # one feed's cookies are not another's
        headers={"User-Agent": f"Snowdrop/{version}"},
    )


class Clients:
    """The clients of one process: one for whatever anybody named, and one for each address that the owner typed."""

    def __init__(self, guard: Guard, *, version: str) -> None:
        self._guard, self._version = guard, version

    @cached_property
    def common(self) -> httpx2.Client:
        return http_client(self._guard, version=self._version)

    def of(self, source: Source, *, is_trusted: bool, resolve: Resolve | None = None) -> httpx2.Client:
        """`is_trusted`: the owner of the machine typed the address, so that its host may lie in the house.

        But not where such a host, or one outside, sends us on to: that is for the guard to judge.
        """
        if not (is_trusted and source.is_on_the_web):
            return self.common
        with suppress(httpx2.InvalidURL):  # the question itself says so, in a sentence
            host = httpx2.URL(source.text).raw_host.decode("ascii")
            guard = self._guard.beside(host)
            return http_client(guard, version=self._version, resolve=resolve)
        return self.common

    def close(self) -> None:
        """The other clients keep no connection, and have nothing to close."""
        if "common" in vars(self):
            self.common.close()


class GuardedTransport(httpx2.BaseTransport):
    """httpx2's requests over httpcore2 with the guard between look-up and connection.

    No connection is kept: it would carry one guard's leave into a later fetch; hourly visits gain nothing
    by it.
    """

    def __init__(self, guard: Guard, resolve: Resolve, tls: Tls) -> None:
        self._backend, self._tls = GuardedBackend(guard, resolve), tls

    @cached_property
    def _pool(self) -> httpcore2.ConnectionPool:
        """Made when first needed, with the certificates: many a process asks no address at all."""
        return httpcore2.ConnectionPool(
            ssl_context=self._tls(),
            max_connections=None,
            max_keepalive_connections=0,
            network_backend=self._backend,
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        url = request.url
        inner = httpcore2.Request(
            method=request.method,
            url=httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        with _as_httpx2():
            answer = self._pool.handle_request(inner)
        return httpx2.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Body(answer),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    """The pieces of an answer's body, as they arrive."""

    def __init__(self, answer: httpcore2.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        with _as_httpx2():
            yield from self._answer.iter_stream()

    def close(self) -> None:
        with _as_httpx2():
            self._answer.close()


@contextmanager
def _as_httpx2() -> Iterator[None]:
    """The two libraries name their errors alike; users of a client know httpx2's."""
    try:
        yield
    except (httpcore2.TimeoutException, httpcore2.NetworkError, httpcore2.ProtocolError) as error:
        raise _TWINS.get(type(error), httpx2.NetworkError)(str(error)) from error
    except (httpcore2.UnsupportedProtocol, httpcore2.ProxyError) as error:
        raise httpx2.UnsupportedProtocol(str(error)) from error


_TWINS: dict[type[Exception], type[httpx2.TransportError]] = {
    httpcore2.ConnectTimeout: httpx2.ConnectTimeout,
    httpcore2.ReadTimeout: httpx2.ReadTimeout,
    httpcore2.WriteTimeout: httpx2.WriteTimeout,
    httpcore2.PoolTimeout: httpx2.PoolTimeout,
    httpcore2.ConnectError: httpx2.ConnectError,
    httpcore2.ReadError: httpx2.ReadError,
    httpcore2.WriteError: httpx2.WriteError,
    httpcore2.LocalProtocolError: httpx2.LocalProtocolError,
    httpcore2.RemoteProtocolError: httpx2.RemoteProtocolError,
}
