"""Answers by link: GET shows a page and changes nothing, however often; POST acts; each can be undone.

Mail scanners open every link, and run scripts: so there are no scripts, and no form that sends itself.
"""

from dataclasses import replace
from datetime import date

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from worker.core.nudge import NudgeState
from worker.core.words import Words
from worker.outbox.plain import one_line
from worker.store import nudges
from worker.store.nudges import StoredNudge
from worker.web import act
from worker.web.act import Outcome
from worker.web.ask import day_words, today_of, words_for
from worker.web.links import ANY, OFFERED, Claim, claim_in, token_of
from worker.web.parts import Parts
from worker.web.show import Choice, page

_NOT_FOUND = 404
_UNDO = "undo:"


def ask(request: Request) -> Response:
    """The page behind a link: the question, and the buttons that answer it."""
    parts: Parts = request.app.state.parts
    claim = _claim(request, parts)
    with parts.database.read() as conn:
        stored = nudges.get(conn, claim.user_id, claim.nudge_id)
        words = words_for(parts, conn, claim.user_id)
    choices = _choices(parts, claim, words)
    if claim.answer.startswith(_UNDO):
        return _page(words, words.say("page.undo"), choices=choices)
    name, text = one_line(stored.nudge.name), _settled(stored, words)
    if not text and claim.answer.startswith("rest"):
        text = words.say("page.ask.rest_text", name=name)
    title = words.say(f"page.ask.{claim.answer.removesuffix('_for_good')}", name=name)
    return _page(words, title, text, choices)


def give(request: Request) -> Response:
    """Acts, and shows what it led to, with a button that undoes it."""
    parts: Parts = request.app.state.parts
    claim = _claim(request, parts)
    if claim.answer == ANY:
        raise HTTPException(_NOT_FOUND)
    outcome = _done(parts, claim)
    with parts.database.read() as conn:
        words, today = words_for(parts, conn, claim.user_id), today_of(parts, conn, claim.user_id)
    title = words.say("page.said.already")
    if outcome.is_changed:
        title = _said(claim.answer, outcome, words, today)
    choices = []
    if outcome.answer_id is not None:
        undo = replace(claim, answer=f"{_UNDO}{outcome.answer_id}")
        choices = [Choice(label=words.say("page.undo"), action=token_of(parts.signer, undo))]
    return _page(words, title, choices=choices, is_after=True)


def _claim(request: Request, parts: Parts) -> Claim:
    """Raises HTTPException for a link that was not made here."""
    claim = claim_in(parts.signer, request.path_params["signed"])
    if claim is None:
        raise HTTPException(_NOT_FOUND)
    return claim


def _done(parts: Parts, claim: Claim) -> Outcome:
    if claim.answer.startswith(_UNDO):
        return act.undo(parts, claim.user_id, claim.nudge_id, int(claim.answer.removeprefix(_UNDO)))
    return act.answer(parts, claim)


def _choices(parts: Parts, claim: Claim, words: Words) -> list[Choice]:
    labels = {"rest": "page.ask.rest_90", "rest_for_good": "page.ask.rest_for_good"}
    if claim.answer == ANY:
        labels = {answer: f"letter.answer.{answer}" for answer in OFFERED}
    elif not claim.answer.startswith("rest"):
        label = "page.undo" if claim.answer.startswith(_UNDO) else "page.ask.yes"
        return [Choice(label=words.say(label), action="")]
    return [
        Choice(
            label=words.say(label),
            action=token_of(
                parts.signer, Claim(user_id=claim.user_id, nudge_id=claim.nudge_id, answer=answer)
            ),
        )
        for answer, label in labels.items()
    ]


def _settled(stored: StoredNudge, words: Words) -> str:
    """What became of it before; "" while it is open."""
    match stored.state:
        case NudgeState.OPEN:
            return ""
        case NudgeState.WITHDRAWN:
            return words.say("page.ask.withdrawn")
        case NudgeState.RESTED:
            answer = "rest"
        case state:
            answer = state.value
    return words.say("page.ask.settled", answer=words.say(f"letter.answer.{answer}"))


def _said(answer: str, outcome: Outcome, words: Words, today: date) -> str:
    nudge = outcome.stored.nudge
    if answer.startswith(_UNDO):
        return words.say("page.said.undone")
    day = (outcome.rest_until if answer == "rest" else None) or nudge.on
    name, when = one_line(nudge.name), day_words(day, words, today)
    key = answer if outcome.is_day_sure else f"{answer}_while"
    return words.say(f"page.said.{key}", name=name, day=when)


def _page(
    words: Words, title: str, text: str = "", choices: list[Choice] | None = None, *, is_after: bool = False
) -> Response:
    shown = choices or []
    return page("answer.html", words, root="../", title=title, text=text, choices=shown, is_after=is_after)
