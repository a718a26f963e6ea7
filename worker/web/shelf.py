"""The shelf on the page: what the user has to give is put there by a form, and taken away by a button."""

from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from worker.core.giving.shelf import ShelfKind, Thing, tidied
from worker.store import shelf
from worker.web.ask import today_of
from worker.web.garden import Fields, act_on_form
from worker.web.parts import Parts

_LONGEST_TEXT, _LONGEST_LINK = 300, 2_000


async def put(request: Request) -> Response:
    return await act_on_form(request, _put)


async def take_away(request: Request) -> Response:
    return await act_on_form(request, _take_away, root="../")


def _put(parts: Parts, user_id: int, fields: Fields) -> None:
    """Raises ValueError for an unknown kind, no words, far too many, or a link that is none."""
    thing = _thing(fields)
    with parts.hearing(user_id) as conn:
        today = today_of(parts, conn, user_id)
        shelf.put(conn, user_id, tidied(thing, today))


def _take_away(parts: Parts, user_id: int, fields: Fields) -> None:
    """Raises NoSuchThingError, ValueError."""
    with parts.hearing(user_id) as conn:
        shelf.take_away(conn, user_id, int(fields["thing"]))


def _thing(fields: Fields) -> Thing:
    text, topics, link = fields["text"].strip(), fields.get("topics", ""), fields.get("link", "").strip()
    if not text or len(text) + len(topics) > _LONGEST_TEXT or len(link) > _LONGEST_LINK:
        raise ValueError("no words, or too many")
    if link and (urlsplit(link).scheme not in ("http", "https") or not urlsplit(link).hostname):
        raise ValueError("no address of the web")
    return Thing(kind=ShelfKind(fields["kind"]), text=text, topics=tuple(topics.split(",")), link=link)
