"""The guard stands before every route: whose Host is answered, which headers go out, what is logged.

DNS rebinding makes a stranger's page speak to the loopback under the stranger's name, so a Host that is
not ours is refused. Tokens stand in addresses: they are cut from the log and never sent as a referrer.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger("snowdrop.web")

_ANY_HOST = frozenset({"/healthz", "/readyz", "/metrics"})
"""Asked by machines under whatever name they know; nothing here is a secret."""
_SECRET_PATHS = ("/c/", "/a/")
_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}
_MISDIRECTED = 421


class OwnHost:
    """Answers only to a Host from `hosts` (RFC 9110, 15.5.20)."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] in _ANY_HOST or _host(scope) in self._hosts:
            await self._app(scope, receive, send)
            return
        refusal = (
            "Snowdrop does not answer to this name; set SNOWDROP_BASE_URL to the address that you use.\n"
        )
        await PlainTextResponse(refusal, _MISDIRECTED)(scope, receive, send)


class Careful:
    """Sets the headers that keep a page to itself; a route may set its own before."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        def with_headers(message: Message) -> None:
            headers = MutableHeaders(scope=message)
            for name, value in careful_headers(scope["path"]).items():
                headers.setdefault(name, value)

        await self._app(scope, receive, _on_start(send, with_headers) if scope["type"] == "http" else send)


class Logged:
    """One line for each request: method, path without its secret, status. Never the query."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        def written(message: Message) -> None:
            log.info("%s %s %s", scope["method"], redacted(scope["path"]), message["status"])

        await self._app(scope, receive, _on_start(send, written) if scope["type"] == "http" else send)


def redacted(path: str) -> str:
    """`path` as it may stand in a log: printable, and without tokens."""
    prefix = next((prefix for prefix in _SECRET_PATHS if path.startswith(prefix)), None)
    return f"{prefix}…" if prefix else "".join(c if c.isprintable() else "?" for c in path[:200])


def careful_headers(path: str) -> Mapping[str, str]:
    """What every answer carries. Where the address is a secret, nobody learns it from a referrer;
    elsewhere the page's own forms have to name their origin."""
    has_secret = path.startswith((*_SECRET_PATHS, "/enter"))
    policy = "no-referrer" if has_secret else "same-origin"
    return {**_HEADERS, "Referrer-Policy": policy, "Cache-Control": "no-store"}


def _on_start(send: Send, act: Callable[[Message], None]) -> Callable[[Message], Awaitable[None]]:
    async def sending(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            act(message)
        await send(message)

    return sending


def _host(scope: Scope) -> str:
    return Headers(scope=scope).get("host", "").lower()
