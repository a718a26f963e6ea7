"""As lines: one nudge told in plain text, for calendar entries and the letter alike.

Step 5 of 5: nudge → what the user reads. Pure.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from worker.core.nudge import Nudge
from worker.core.words import Words
from worker.outbox.plain import one_line, plain
from worker.outbox.reach import ways_to


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerLinks:
    """Where a nudge is answered; opening a link shows a page and changes nothing."""

    any: str = ""
    """A page that offers every answer: the one address that plain text shows, since addresses are long."""
    each: Mapping[str, str] = field(default_factory=dict)
    """Answer (done, later, let_go, rest: words under `letter.answer`) → its own address, in the order of showing."""


Links = Callable[[str], AnswerLinks]
"""From a nudge's id to where it is answered."""


def no_links(_nudge_id: str) -> AnswerLinks:
    """For a preview: nothing is stored, so nothing can be answered."""
    return AnswerLinks()


def headline_of(nudge: Nudge) -> str:
    """The headline on one line, with the person's name in it whatever the headline says."""
    headline, name = one_line(nudge.headline), one_line(nudge.name)
    return headline if name in headline else f"{name}: {headline}"


def when_of(nudge: Nudge, words: Words, today: date) -> str:
    """The nudge's day with its weekday: "Thursday, 26 November"; "" once it is over, since any day is as good then."""
    if nudge.on < today:
        return ""
    return words.say("letter.when", weekday=words.weekday(nudge.on), day=words.day(nudge.on))


def text_of(nudge: Nudge, words: Words, links: Links) -> str:
    """Why, what to give, the draft, ways to reach them and the answers: with an empty line between them."""
    paragraphs = (
        why_and_gifts(nudge, words),
        draft_lines(nudge, words),
        way_lines(nudge, words),
        answer_lines(nudge, words, links),
    )
    return "\n\n".join("\n".join(lines) for lines in paragraphs if lines)


def why_and_gifts(nudge: Nudge, words: Words) -> list[str]:
    """The reason, the gift, each further gift behind an "or", and how to bring it."""
    more = [words.say("letter.or_gift", gift=plain(gift.text)) for gift in nudge.more_gifts]
    gift = words.say("letter.gift", gift=plain(nudge.gift.text))
    return [plain(nudge.why), "", gift, *more, channel_of(nudge, words)]


def channel_of(nudge: Nudge, words: Words) -> str:
    """How it may be brought: "Perhaps on a walk"; across zones, with the hours that are day for both."""
    key = "letter.channel_at" if nudge.hours else "letter.channel"
    return words.say(key, channel=words.say(f"nudge.channel.{nudge.channel}"), hours=nudge.hours)


def draft_lines(nudge: Nudge, words: Words) -> list[str]:
    """The few words ready to copy, under their title; nothing where there are none."""
    return [words.say("letter.draft"), plain(nudge.draft)] if nudge.draft.strip() else []


def way_lines(nudge: Nudge, words: Words) -> list[str]:
    """Links that a program can follow; the draft stands above them."""
    return [link_line(way.label, way.bare_url, words) for way in ways_to(nudge, words)]


def answer_lines(nudge: Nudge, words: Words, links: Links) -> list[str]:
    address = links(nudge.id).any
    return [link_line(words.say("letter.answer.any"), address, words)] if address else []


def link_line(what: str, address: str, words: Words) -> str:
    """Where a text cannot hide an address behind its words."""
    return words.say("letter.link", what=what, address=plain(address))
