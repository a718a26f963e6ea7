"""The letters can be stopped from each of them: GET shows a page, POST acts (RFC 8058), and can be undone.

Kept beside the user's values under `letters`: "off", or nothing while letters are wanted.
"""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from worker.core.words import Words
from worker.store import letters, users
from worker.web.ask import words_for
from worker.web.links import LettersClaim, letters_claim_in, letters_token_of
from worker.web.parts import Parts
from worker.web.show import Choice, page

OFF = "off"
_NOT_FOUND = 404


def ask(request: Request) -> Response:
    """The page behind the link; where they stopped already, the way back."""
    parts: Parts = request.app.state.parts
    claim = _claim(request, parts)
    with parts.database.read() as conn:
        words = words_for(parts, conn, claim.user_id)
        is_off = users.value_of(conn, claim.user_id, users.LETTERS) == OFF
    if is_off and not claim.is_wanted:
        return _chosen(parts, words, claim)
    key = "page.letters.start" if claim.is_wanted else "letter.unsubscribe"
    choice = Choice(label=words.say("page.ask.yes"), action="")
    return page("answer.html", words, root="../../", title=words.say(key), text="", choices=[choice])


def choose(request: Request) -> Response:
    """Stops the letters, or lets them come again."""
    parts: Parts = request.app.state.parts
    claim = _claim(request, parts)
    with parts.database.write() as conn:
        words = words_for(parts, conn, claim.user_id)
        users.keep_value(conn, claim.user_id, users.LETTERS, None if claim.is_wanted else OFF)
        if not claim.is_wanted:
            letters.drop_unsent(conn, claim.user_id)
    return _chosen(parts, words, claim)


def _chosen(parts: Parts, words: Words, claim: LettersClaim) -> Response:
    """What holds now, and the way back."""
    title = words.say("page.letters.on" if claim.is_wanted else "page.letters.off")
    back = LettersClaim(user_id=claim.user_id, is_wanted=not claim.is_wanted)
    choice = Choice(label=words.say("page.undo"), action=letters_token_of(parts.signer, back))
    return page("answer.html", words, root="../../", title=title, text="", choices=[choice], is_after=True)


def _claim(request: Request, parts: Parts) -> LettersClaim:
    """Raises HTTPException for a link that was not made here."""
    claim = letters_claim_in(parts.signer, request.path_params["signed"])
    if claim is None:
        raise HTTPException(_NOT_FOUND)
    return claim
