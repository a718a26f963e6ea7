"""The entrance: a key from the log, used once, opens the garden to this browser."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from worker.web import act
from worker.web.form import form_of
from worker.web.parts import Parts
from worker.web.session import begin
from worker.web.show import page

_SEE_OTHER, _FORBIDDEN = 303, 403


async def show(request: Request) -> Response:
    """The form; a key in the address stands in it already, and is used by nothing but the button."""
    parts: Parts = request.app.state.parts
    secret = request.query_params.get("secret", "")
    return page("enter.html", parts.words(parts.language), secret=secret, is_wrong=False)


async def enter(request: Request) -> Response:
    """Uses the key up and lets the browser in."""
    parts: Parts = request.app.state.parts
    secret = (await form_of(request)).get("secret", "")
    session = await run_in_threadpool(act.enter, parts, secret.strip())
    if session is None:
        words = parts.words(parts.language)
        return page("enter.html", words, status=_FORBIDDEN, secret="", is_wrong=True)
    response = RedirectResponse("./", _SEE_OTHER)
    begin(response, parts, session)
    return response
