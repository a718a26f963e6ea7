"""The shelf is what the user has to give: skills, hours, links, books, people, and what is new with them.

Beside step 5 of 5: shelf + bond → fit → gift. A thing fits a person by the topics of their shared meetings, never
out of thin air, and is not offered to one person twice. Pure.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from worker.core.bond import Bond
from worker.core.fold import folded_words
from worker.core.giving.stem import are_akin, heads_in, telling_words
from worker.core.giving.topic import own_words, shown, topic_of, words_of
from worker.core.nudge import NudgeState
from worker.core.rhythm import MIN_VISITS
from worker.core.touch import Touch

NEWS_DAYS = 365
"""News is new for a year."""
_LONGEST_CHARS, _LONGEST_WORDS = 64, 8
"""A nudge has at most sixty words, and the thing is a part of it."""
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class ShelfKind(StrEnum):
    SKILL = "skill"
    HOURS = "hours"
    LINK = "link"
    BOOK = "book"
    PERSON = "person"
    """Somebody whom others might like to know, and who would like it."""
    NEWS = "news"


@dataclass(frozen=True, kw_only=True, slots=True)
class Thing:
    """One thing that the user has to give."""

    kind: ShelfKind
    text: str
    """In the user's words: "The Backyard Beekeeper", "two hours of tax forms"."""
    topics: tuple[str, ...] = ()
    """Where none are named, the words of `text` are the topics."""
    link: str = ""
    added_on: date | None = None
    """The day in the user's zone; None where it is not known, as for things in a file."""

    @property
    def shown(self) -> str:
        """As it stands in a sentence: one line, at most eight words."""
        words = shown(self.text).rstrip(".").split()
        short = " ".join(words[:_LONGEST_WORDS])[:_LONGEST_CHARS].rstrip(" ,;:")
        return short if short == " ".join(words) else f"{short} …"

    @property
    def about(self) -> str:
        """Its topics in one text."""
        return " ".join(self.topics) or self.text


@dataclass(frozen=True, kw_only=True, slots=True)
class Fit:
    """A thing that fits one person, and why."""

    thing: Thing
    topic: str = ""
    """The word that both share, as one of the shared titles writes it; "" where it fits anyone."""
    touch: Touch | None = None
    """The meeting that was about it."""


def tidied(thing: Thing, today: date) -> Thing:
    """As it is kept: on one line, without empty topics, and with its day, which is `today` where none is said."""
    topics = tuple(topic for each in thing.topics if (topic := on_one_line(each)))
    text, link = on_one_line(thing.text), thing.link.strip()
    return replace(thing, text=text, topics=topics, link=link, added_on=thing.added_on or today)


def kind_of(kind: ShelfKind, link: str) -> ShelfKind:
    """What there is to read without an address is a book."""
    return ShelfKind.BOOK if kind is ShelfKind.LINK and not link else kind


def on_one_line(text: str) -> str:
    """What was typed, with single blanks, and without what a terminal would obey."""
    return " ".join(_CONTROLS.sub(" ", text).split())


def fits_of(
    bond: Bond, shelf: Iterable[Thing], *, today: date, names: Collection[str]
) -> dict[ShelfKind, Fit]:
    """For each kind of thing the first one that fits this person and was not offered to them, in the shelf's order.

    `names` are the folded words of all names around. A link and a book are both something to read.
    """
    found: dict[ShelfKind, Fit] = {}
    for thing in shelf:
        kind = ShelfKind.LINK if thing.kind is ShelfKind.BOOK else thing.kind
        if kind not in found and (fit := fit_of(bond, thing, today=today, names=names)) is not None:
            found[kind] = fit
    return found


def fit_of(bond: Bond, thing: Thing, *, today: date, names: Collection[str]) -> Fit | None:
    """How a thing fits a person; None where it does not, is no longer new, or was offered before."""
    if was_offered(bond, thing) or (thing.kind is ShelfKind.NEWS and not is_new(thing, today)):
        return None
    shared = next(_shared(bond, thing.about, names), None)
    if shared is not None:
        return Fit(thing=thing, topic=shared[1], touch=shared[0])
    is_for_anyone = thing.kind in (ShelfKind.HOURS, ShelfKind.NEWS) and not thing.topics
    return Fit(thing=thing) if is_for_anyone and bond.tie.visits >= MIN_VISITS else None


def in_order_of_news(shelf: Iterable[Thing]) -> tuple[Thing, ...]:
    """The shelf as it stands, with the newest first of what is new."""
    return tuple(sorted(shelf, key=lambda thing: -(thing.added_on or date.min).toordinal()))


def is_new(thing: Thing, today: date) -> bool:
    """Whether news is still new; what stands in a file without its day is."""
    return thing.added_on is None or today <= thing.added_on + timedelta(days=NEWS_DAYS)


def was_offered(bond: Bond, thing: Thing) -> bool:
    """Whether a nudge that reached the user brought it to this person, as its gift or beside it."""
    return any(
        thing.shown in text
        for nudge in bond.nudges
        if nudge.state is not NudgeState.WITHDRAWN
        for text in (nudge.gift_text, *nudge.more_texts)
    )


def may_be_about(title: str, about: str) -> bool:
    """Whether a title has a word of some topics; only its topic tells whether it is about them."""
    if heads_in(about).isdisjoint(heads_in(title)):
        return False
    return _is_akin(telling_words(title), telling_words(about))


def _shared(bond: Bond, about: str, names: Collection[str]) -> Iterator[tuple[Touch, str]]:
    """Meetings about one of some topics, the latest first, each with the word that says so."""
    own, topics = own_words(bond.person), telling_words(about)
    for touch in reversed(bond.touches):
        if not may_be_about(touch.title, about):
            continue  # quick, and enough for nearly all
        for word in words_of(topic_of(touch, own=own, names=names)):
            if _is_akin(folded_words(word), topics):
                yield touch, word


def _is_akin(words: Iterable[str], topics: frozenset[str]) -> bool:
    return any(are_akin(word, topic) for word in words for topic in topics)
