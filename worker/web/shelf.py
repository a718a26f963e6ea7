"""The shelf on the page: what the user has to give is put there by a form, and taken away by a button."""

from starlette.requests import Request
from starlette.responses import Response

from worker.core.giving.link import link_of
from worker.core.giving.shelf import ShelfKind, Thing, kind_of, on_one_line, tidied
from worker.errors import PermanentError
from worker.store import shelf
from worker.web.ask import today_of
from worker.web.garden import Fields, act_on_form
from worker.web.parts import Parts
from worker.web.show import message

_LONGEST_TEXT, _LONGEST_LINK = 300, 2_000
_BAD_REQUEST = 400


class NotALinkError(PermanentError):
    """Where a thing can be found is no address of the web."""


async def put(request: Request) -> Response:
    parts: Parts = request.app.state.parts
    try:
        return await act_on_form(request, _put)
    except NotALinkError:
        return message("wrong_link", parts.words(parts.language), root="./", status=_BAD_REQUEST)


async def take_away(request: Request) -> Response:
    return await act_on_form(request, _take_away, root="../")


def _put(parts: Parts, user_id: int, fields: Fields) -> None:
    """Raises ValueError for an unknown kind, no words or far too many; NotALinkError."""
    thing = _thing(fields)
    with parts.hearing(user_id) as conn:
        today = today_of(parts, conn, user_id)
        shelf.put(conn, user_id, tidied(thing, today))


def _take_away(parts: Parts, user_id: int, fields: Fields) -> None:
    """Raises NoSuchThingError, ValueError."""
    with parts.hearing(user_id) as conn:
        shelf.take_away(conn, user_id, int(fields["thing"]))


def _thing(fields: Fields) -> Thing:
    text, topics, typed = on_one_line(fields["text"]), fields.get("topics", ""), fields.get("link", "")
    if not text or len(text) + len(topics) > _LONGEST_TEXT or len(typed) > _LONGEST_LINK:
        raise ValueError("no words, or too many")
    link = link_of(typed)
    if link is None:
        raise NotALinkError("Where it can be found is an address that begins with https://")
    kind = kind_of(ShelfKind(fields["kind"]), link)
    return Thing(kind=kind, text=text, topics=tuple(topics.split(",")), link=link)
