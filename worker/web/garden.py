"""The garden: the one page of a user, and what its forms do. Who is not known is sent to the entrance."""

from collections.abc import Callable
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from worker.core.giving.shelf import ShelfKind
from worker.errors import PermanentError
from worker.web import act, ask
from worker.web.form import form_of, require_same_origin
from worker.web.links import Claim, token_of
from worker.web.parts import Parts
from worker.web.session import form_token, is_form_token, user_of
from worker.web.show import message, page
from worker.web.tends import Tends

Fields = dict[str, str]
_AT_ONCE = ("done", "later", "let_go")
_SEE_OTHER, _BAD_REQUEST, _FORBIDDEN, _NOT_FOUND = 303, 400, 403, 404


def garden(request: Request) -> Response:
    """The page; or the way to the entrance."""
    parts: Parts = request.app.state.parts
    user_id = user_of(request, parts)
    if user_id is None:
        return RedirectResponse("enter", _SEE_OTHER)
    with parts.database.read() as conn:
        words = ask.words_for(parts, conn, user_id)
    shown = ask.garden(parts, user_id)
    return page(
        "garden.html",
        words,
        garden=shown,
        answers=_AT_ONCE,
        kinds=[kind.value for kind in ShelfKind],
        rest_links={nudge.id: _rest_link(parts, user_id, nudge.id) for nudge in shown.nudges},
        token=form_token(parts, user_id),
    )


async def answer(request: Request) -> Response:
    return await act_on_form(request, _answer)


async def undo(request: Request) -> Response:
    return await act_on_form(request, _undo)


async def wake(request: Request) -> Response:
    return await act_on_form(request, _wake)


async def new_address(request: Request) -> Response:
    return await act_on_form(request, _new_address)


async def add_feed(request: Request) -> Response:
    parts: Parts = request.app.state.parts
    try:
        return await act_on_form(request, _add_feed)
    except PermanentError:
        words = parts.words(parts.language)
        return message("wrong_address", words, root="./", status=_BAD_REQUEST)


async def pause_feed(request: Request) -> Response:
    return await act_on_form(request, _pause, root="../")


async def resume_feed(request: Request) -> Response:
    return await act_on_form(request, _resume, root="../")


async def remove_feed(request: Request) -> Response:
    return await act_on_form(request, _remove, root="../")


async def say_theirs(request: Request) -> Response:
    return await act_on_form(request, partial(_say_whose, is_mine=False), root="../")


async def say_mine(request: Request) -> Response:
    return await act_on_form(request, partial(_say_whose, is_mine=True), root="../")


async def act_on_form(
    request: Request, act_on: Callable[[Parts, int, Fields], None], root: str = "./"
) -> Response:
    """Checks who asks and from where, acts, and leads back to the page (RFC 9110, 15.4.4)."""
    parts: Parts = request.app.state.parts
    require_same_origin(request)
    fields = await form_of(request)
    user_id = await run_in_threadpool(user_of, request, parts)
    if user_id is None or not is_form_token(parts, user_id, fields.get("token", "")):
        raise HTTPException(_FORBIDDEN)
    try:
        await run_in_threadpool(act_on, parts, user_id, fields)
    except (KeyError, ValueError) as error:
        raise HTTPException(_BAD_REQUEST) from error
    return RedirectResponse(root, _SEE_OTHER)


def tends_of(parts: Parts, user_id: int) -> Tends:
    tends = parts.tends_for(user_id)
    if tends is None:
        raise HTTPException(_NOT_FOUND)
    return tends


def _rest_link(parts: Parts, user_id: int, nudge_id: str) -> str:
    """Rest asks one thing more (for how long), so it has a page of its own."""
    return f"a/{token_of(parts.signer, Claim(user_id=user_id, nudge_id=nudge_id, answer='rest'))}"


def _answer(parts: Parts, user_id: int, fields: Fields) -> None:
    act.answer(parts, Claim(user_id=user_id, nudge_id=fields["nudge"], answer=fields["answer"]))


def _undo(parts: Parts, user_id: int, fields: Fields) -> None:
    act.undo(parts, user_id, fields["nudge"], int(fields["given"]))


def _wake(parts: Parts, user_id: int, fields: Fields) -> None:
    act.end_rest(parts, user_id, int(fields["person"]))


def _new_address(parts: Parts, user_id: int, _fields: Fields) -> None:
    act.new_address(parts, user_id)


def _add_feed(parts: Parts, user_id: int, fields: Fields) -> None:
    act.add_feed(parts, user_id, fields["address"])


def _pause(parts: Parts, user_id: int, fields: Fields) -> None:
    act.set_paused(parts, user_id, int(fields["feed"]), is_paused=True)


def _resume(parts: Parts, user_id: int, fields: Fields) -> None:
    act.set_paused(parts, user_id, int(fields["feed"]), is_paused=False)


def _remove(parts: Parts, user_id: int, fields: Fields) -> None:
    tends_of(parts, user_id).remove(int(fields["feed"]))


def _say_whose(parts: Parts, user_id: int, fields: Fields, *, is_mine: bool) -> None:
    tends_of(parts, user_id).say_whose(int(fields["feed"]), is_mine=is_mine)
