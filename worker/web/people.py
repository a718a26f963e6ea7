"""The page about people: who may be one, who a title names, and what the user says of somebody; each can be undone."""

from collections.abc import Callable
from datetime import date

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from worker.core.identity.meant import to_type
from worker.core.rest import RestKind
from worker.core.words import Words
from worker.errors import PermanentError
from worker.store.people import ManyPeopleError, NoSuchPersonError
from worker.web.ask import day_words, rest_words, today_of, words_for
from worker.web.garden import Fields, act_on_form, tends_of
from worker.web.parts import Parts
from worker.web.session import form_token, user_of
from worker.web.show import message, page
from worker.web.tends import Saying, Tends

_SEE_OTHER, _BAD_REQUEST = 303, 400
_SAID = (Saying.MET, Saying.PIN)
_HERE = "../people"
"""Where each of its forms leads back to."""


def people(request: Request) -> Response:
    """The page; or the way to the entrance."""
    parts: Parts = request.app.state.parts
    user_id = user_of(request, parts)
    if user_id is None:
        return RedirectResponse("enter", _SEE_OTHER)
    tended = tends_of(parts, user_id).all()
    with parts.database.read() as conn:
        words, today = words_for(parts, conn, user_id), today_of(parts, conn, user_id)
    return page(
        "people.html",
        words,
        tended=tended,
        typed=to_type({each.key: each.name for each in tended.known}),
        sayings=[(each, words.say(f"people.say.{each}")) for each in _SAID],
        states=[
            *((each, words.say(f"rest.wish.{each}")) for each in RestKind),
            (Saying.ALIVE, words.say(f"people.say.{Saying.ALIVE}")),
        ],
        day_of=lambda day: day_words(day, words, today),
        rest_of=lambda each: rest_words(each.kind, each.until, words, today),
        token=form_token(parts, user_id),
        today=today,
    )


async def say(request: Request) -> Response:
    return await _act(request, _say, refusal="wrong_day")


async def same(request: Request) -> Response:
    return await _act(request, _same)


async def named(request: Request) -> Response:
    return await _act(request, _named)


async def away(request: Request) -> Response:
    return await _act(request, _away, refusal="wrong_days")


async def _act(
    request: Request, act: Callable[[Tends, Fields], None], *, refusal: str = "refused"
) -> Response:
    """What cannot be done is said in the user's language; the commands say more.

    `refusal` is what is wrong where those who are named are known.
    """
    parts: Parts = request.app.state.parts
    try:
        return await act_on_form(request, lambda p, user_id, fields: act(tends_of(p, user_id), fields), _HERE)
    except NoSuchPersonError:
        return _refused(parts, "nobody_called")
    except ManyPeopleError:
        return _refused(parts, "many_called")
    except PermanentError:
        return _refused(parts, refusal)


def _refused(parts: Parts, kind: str) -> Response:
    words: Words = parts.words(parts.language)
    back = {"back": _HERE, "back_label": words.say("people.link")}
    return message(kind, words, root="../", status=_BAD_REQUEST, **back)


def _say(tends: Tends, fields: Fields) -> None:
    what = fields["what"]
    known = {each.value for each in Saying}
    day = fields.get("day", "")
    tends.say(
        fields["person"],
        Saying(what) if what in known else RestKind(what),
        date.fromisoformat(day) if day else None,
    )


def _same(tends: Tends, fields: Fields) -> None:
    tends.decide(fields["one"], fields["other"], is_one=_is(fields["answer"], "one", "two"))


def _named(tends: Tends, fields: Fields) -> None:
    if fields["answer"] == "known":
        tends.identify(fields["name"], fields["person"])
    else:
        tends.answer(fields["name"], is_person=_is(fields["answer"], "person", "nobody"))


def _away(tends: Tends, fields: Fields) -> None:
    first, last = (date.fromisoformat(fields[name]) for name in ("first", "last"))
    tends.away(first, last, is_noted=_is(fields["answer"], "note", "remove"))


def _is(given: str, yes: str, no: str) -> bool:
    """Raises ValueError for a third answer."""
    if given not in (yes, no):
        raise ValueError(given)
    return given == yes
