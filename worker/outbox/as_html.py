"""As HTML: the letter for readers of mail that show it: no remote images, no scripts, nothing that tracks.

Step 5 of 5: nudge → what the user reads. Pure. The styles are written into the elements, because many
mail programs drop a style sheet; those that keep it get the dark colours from it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from css_inline import CSSInliner
from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from worker.core.nudge import Published
from worker.core.words import Words
from worker.outbox.as_lines import Links, channel_of, headline_of, when_of
from worker.outbox.letter import Letter
from worker.outbox.plain import one_line, plain
from worker.outbox.reach import Way, ways_to


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """One nudge as the templates of letter and page show it: text only, still to be escaped."""

    id: str
    when: str
    """"" once its day is over."""
    headline: str
    why: str
    gift: str
    more_gifts: Sequence[str]
    channel: str
    draft: str
    ways: Sequence[Way]
    answers: Mapping[str, str]
    """Answer → address."""


def told(entry: Published, words: Words, links: Links, today: date) -> Told:
    """`entry` as text without characters that are none."""
    nudge = entry.nudge
    return Told(
        id=nudge.id,
        when=when_of(nudge, words, today),
        headline=headline_of(nudge),
        why=plain(nudge.why),
        gift=plain(nudge.gift.text),
        more_gifts=tuple(plain(gift.text) for gift in nudge.more_gifts),
        channel=channel_of(nudge, words),
        draft=plain(nudge.draft).strip(),
        ways=ways_to(nudge, words),
        answers=links(nudge.id).each,
    )


def letter_html(letter: Letter, words: Words, links: Links) -> str:
    """A whole HTML document."""
    page = _template().render(
        say=words.say,
        lang=words.lang,
        nudges=[told(entry, words, links, letter.today) for entry in letter.nudges],
        troubles=[one_line(trouble) for trouble in letter.troubles],
        page_url=letter.page_url,
        unsubscribe_url=letter.unsubscribe_url,
    )
    return _inliner().inline(page) + "\n"


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("worker.outbox"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("letter.html")


@cache
def _inliner() -> CSSInliner:
    return CSSInliner(keep_at_rules=True, load_remote_stylesheets=False)
