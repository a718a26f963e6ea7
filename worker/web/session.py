"""A session says whose page it is: on the loopback the one user's, elsewhere that of a cookie.

A session is a random token that the store knows by its keyed hash, so it can be ended."""

from datetime import timedelta
from ipaddress import ip_address

from starlette.requests import Request
from starlette.responses import Response

from worker.store import tokens
from worker.web.parts import LOOPBACK, Parts
from worker.web.signer import Scope

_COOKIE = "snowdrop"
_FORWARDED = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip")
LASTS = timedelta(days=90)
"""Long: the page is opened now and then, and each time it was a key from the log."""


def user_of(request: Request, parts: Parts) -> int | None:
    """The user whose garden may be shown; None sends to the entrance."""
    if parts.is_open and _is_at_home(request):
        return parts.user_id
    token = request.cookies.get(_COOKIE, "")
    with parts.database.read() as conn:
        return tokens.user_of(conn, parts.vault, tokens.TokenKind.SESSION, token, parts.now())


def begin(response: Response, parts: Parts, token: str) -> None:
    """Gives the browser its session: HttpOnly, SameSite=Strict; Secure where the door is."""
    response.set_cookie(
        _COOKIE,
        token,
        max_age=int(LASTS.total_seconds()),
        httponly=True,
        samesite="strict",
        secure=parts.is_secure,
    )


def form_token(parts: Parts, user_id: int) -> str:
    """What every form of the user's pages carries; a stranger's page can neither read nor make it."""
    return parts.signer.sign(Scope.FORM, str(user_id))


def is_form_token(parts: Parts, user_id: int, token: str) -> bool:
    return parts.signer.values_in(Scope.FORM, token) == [str(user_id)]


def _is_at_home(request: Request) -> bool:
    """From this machine, by its loopback name, and not through a proxy that speaks for somebody else."""
    host = request.headers.get("host", "").lower()
    is_named_so = any(host == name or host.startswith(f"{name}:") for name in LOOPBACK)
    is_near = request.client is not None and ip_address(request.client.host).is_loopback
    return is_named_so and is_near and not any(name in request.headers for name in _FORWARDED)
