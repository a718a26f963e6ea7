"""To show is to fill a template with words and values: all is escaped, nothing comes from elsewhere."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from worker.core.words import Words
from worker.outbox.plain import plain


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """One button of an answer's page: what it says, and the token that it sends its form to."""

    label: str
    action: str
    """"" sends it to the page's own address."""


def page(template: str, words: Words, *, root: str = "", status: int = 200, **values: Any) -> HTMLResponse:
    """A page from `template`; `root` leads from its address to the garden's ("" or "../")."""
    shown = _environment().get_template(template)
    return HTMLResponse(shown.render(say=words.say, lang=words.lang, root=root, **values), status)


def message(kind: str, words: Words, *, root: str, status: int, **more: str) -> HTMLResponse:
    """A page that only says something: `page.<kind>.title` and `.text`.

    `more`: `back` and `back_label`, where it leads back to another page than the garden.
    """
    title, text = words.say(f"page.{kind}.title"), words.say(f"page.{kind}.text")
    return page("message.html", words, root=root, status=status, title=title, text=text, **more)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("worker.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_clean,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _clean(value: Any) -> Any:
    """Text from outside without characters that are none; what is markup already stays as it is."""
    return plain(value) if type(value) is str else value
