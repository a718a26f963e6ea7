"""The subscription: `/c/{token}.ics` and `/c/{token}/tasks.ics`. The address is the credential.

RFC 9110, 13: who has seen these bytes gets 304. A wrong token is a page that does not exist.
"""

from datetime import datetime
from email.utils import format_datetime, parsedate_to_datetime

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from worker.outbox.as_calendar import CONTENT_TYPE, etag_of
from worker.web.ask import CalendarFile, calendar_file
from worker.web.parts import Parts

_NOT_FOUND, _NOT_MODIFIED = 404, 304


def events(request: Request) -> Response:
    """The nudges as all-day events."""
    return _answer(request, as_tasks=False)


def to_dos(request: Request) -> Response:
    """The same nudges as to-dos."""
    return _answer(request, as_tasks=True)


def _answer(request: Request, *, as_tasks: bool) -> Response:
    parts: Parts = request.app.state.parts
    file = calendar_file(parts, request.path_params["token"], as_tasks=as_tasks)
    if file is None:
        raise HTTPException(_NOT_FOUND)
    headers = {
        "ETag": etag_of(file.content),
        "Last-Modified": format_datetime(file.changed_at, usegmt=True),
        "Cache-Control": "private, no-cache",
        "Content-Disposition": 'inline; filename="snowdrop.ics"',
    }
    if _has_seen(request, file):
        return Response(status_code=_NOT_MODIFIED, headers=headers)
    return Response(file.content, headers=headers, media_type=CONTENT_TYPE)


def _has_seen(request: Request, file: CalendarFile) -> bool:
    """If-None-Match decides alone where it is sent (RFC 9110, 13.1.3)."""
    tags = request.headers.get("if-none-match")
    if tags is not None:
        seen = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
        return "*" in seen or etag_of(file.content) in seen
    since = _moment(request.headers.get("if-modified-since", ""))
    return since is not None and file.changed_at <= since


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else None
