"""Failures as pages: one calm sentence for each kind, with neither traceback nor secret."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from worker.errors import PermanentError, TemporaryError
from worker.store.nudges import NoSuchNudgeError
from worker.web.guard import careful_headers
from worker.web.parts import Parts
from worker.web.show import message, page

_NOT_FOUND, _GONE, _BAD_REQUEST, _BROKEN, _BUSY = 404, 410, 400, 500, 503


async def http(request: Request, error: Exception) -> Response:
    """What the web itself refuses: no such page, no such form."""
    status = error.status_code if isinstance(error, HTTPException) else _BROKEN
    return _page(request, "missing" if status == _NOT_FOUND else "refused", status)


async def gone(request: Request, _error: Exception) -> Response:
    return _page(request, "gone", _GONE)


async def permanent(request: Request, error: Exception) -> Response:
    """The sentence itself: it names the thing and the remedy, and holds no secret."""
    parts: Parts = request.app.state.parts
    words = parts.words(parts.language)
    values = {"title": words.say("page.failed.title"), "text": str(error)}
    return page("message.html", words, root=_root(request), status=_BAD_REQUEST, **values)


async def temporary(request: Request, _error: Exception) -> Response:
    return _page(request, "busy", _BUSY)


async def broken(request: Request, _error: Exception) -> Response:
    """A fault of ours; the server logs it. This page is made outside the guard, so it brings its headers."""
    response = _page(request, "broken", _BROKEN)
    response.headers.update(careful_headers(request.url.path))
    return response


HANDLERS = {
    HTTPException: http,
    NoSuchNudgeError: gone,
    PermanentError: permanent,
    TemporaryError: temporary,
    Exception: broken,
}


def _page(request: Request, kind: str, status: int) -> Response:
    parts: Parts = request.app.state.parts
    return message(kind, parts.words(parts.language), root=_root(request), status=status)


def _root(request: Request) -> str:
    return "../" * (request.url.path.count("/") - 1)
