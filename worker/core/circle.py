"""A circle is the part of life in which you meet someone: work, family or friends, for variety only.

Beside step 3 of 5. Pure; never shown as rank.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from enum import StrEnum

from worker.core.circle_words import COUSINS_TOO, DOMAIN_FILLERS, KIN_TOO, NO_COUSINS, NO_SURE_KIN
from worker.core.circle_words import FAMILY as FAMILY_WORDS
from worker.core.circle_words import FRIENDS as FRIENDS_WORDS
from worker.core.circle_words import PRIVATE as PRIVATE_WORDS
from worker.core.circle_words import WORK as WORK_WORDS
from worker.core.fold import folded, folded_words, spelt_out, stems, word_set
from worker.core.mailbox import company_of, domain_of
from worker.core.titles.address_words import KIN, NAMES_TOO, ON_ONE_CARD, PARENTS, UNCLES
from worker.core.titles.given_names import GIVEN
from worker.core.titles.name_book import name_word
from worker.core.touch import Meeting, Touch

WORK, FAMILY, FRIENDS, OTHER = "work", "family", "friends", "other"
"""The last one: nothing is known yet."""
PRIVATE = "private"
"""No circle; what a calendar may be called: whoever is met there is family or a friend."""
WORK_HOURS = range(8, 18)
_SHORTEST_NAME = 3
"""Letters of a name by which a domain may be called."""
_WORK_SHARE = 0.6
_CALENDAR_SHARE = 0.5

_WORDS = {WORK: stems(WORK_WORDS), FAMILY: stems(FAMILY_WORDS), FRIENDS: stems(FRIENDS_WORDS)}
_PRIVATE = stems(PRIVATE_WORDS)
_KIN = (word_set(KIN) - GIVEN - word_set(f"{NAMES_TOO} {NO_SURE_KIN}")) | word_set(KIN_TOO)
"""Kin by this word alone: "Maman", "Oma"."""
_KIN_OF_NAME = (_KIN | word_set(UNCLES)) - word_set(f"{PARENTS} mãe")
"""... and before a name: "Tante Ginette". "Mama Lena" is Lena's mother."""
_COUSINS, _GIVEN = word_set(COUSINS_TOO), GIVEN - word_set(NO_COUSINS)
_AND = word_set(ON_ONE_CARD)


class Sign(StrEnum):
    """What tells the circle."""

    CARD = "card"
    """The user's address book has them in such a group."""
    NAME = "name"
    """They are called by a word for kin."""
    CALENDAR = "calendar"
    """Most meetings stand in a calendar of that name."""
    HOURS = "hours"
    """An address of their own, and mostly office hours."""
    DOMAIN = "domain"
    """A domain that is called like them, where the user has an address, too."""
    NOTHING = "nothing"
    """Nothing speaks for work or family."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What the user's own words tell of somebody's circle."""

    card: str = ""
    """By a group of the address book; "" where none tells."""
    is_kin: bool = False
    """By what they are called."""
    called: tuple[str, ...] = ()
    """Their names: a domain that is called like them is their own, and no firm's."""
    meetings: Mapping[str, int] = field(default_factory=dict)
    """Circle, or PRIVATE → meetings in calendars that are called like it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """A circle, and what tells it."""

    circle: str
    sign: Sign


NOTHING_TOLD = Told()


def circle_named(*texts: str) -> str:
    """The circle that the name of a calendar or of some groups tells; "" where none, or more than one."""
    words = [folded(text) for text in texts]
    named = [circle for circle, pattern in _WORDS.items() if any(map(pattern.search, words))]
    return named[0] if len(named) == 1 else ""


def calendar_named(text: str) -> str:
    """The circle that a calendar's name tells; else PRIVATE where it is called so, or ""."""
    return circle_named(text) or (PRIVATE if _PRIVATE.search(folded(text)) else "")


def is_kin(name: str) -> bool:
    """Whether somebody so called is family: "Mum", "Oma & Opa", "Tante Ginette"; not "Sister Mary", "Uncle Ben's"."""
    words = [word for word in name.split() if any(map(str.isalpha, word)) and word.lower() not in _AND]
    is_cousin = len(words) > 1 and _is_in(_COUSINS, words[0]) and name_word(words[1]) in _GIVEN
    if len(words) == 2 and (is_cousin or _is_in(_KIN_OF_NAME, words[0])):
        return not words[1].replace("’", "'").endswith("'s")
    return bool(words) and all(_is_in(_KIN, word) for word in words)


def _is_in(words: Collection[str], written: str) -> bool:
    """With an accent or without: "Pépé" is no Pepe."""
    return name_word(written) in words or written.lower() in words


def told_by(names: Mapping[str, int], card: str = "", called: Iterable[str] = ()) -> Told:
    """What a card tells, what they are `called`, and the calendars in which they were met: names and meetings."""
    names_of_theirs = tuple(called)
    meetings = Counter[str]()
    for name, times in names.items():
        meetings[calendar_named(name)] += times
    del meetings[""]
    return Told(
        card=card, is_kin=any(map(is_kin, names_of_theirs)), called=names_of_theirs, meetings=meetings
    )


def placed(
    emails: Sequence[str],
    touches: Iterable[Touch | Meeting],
    own: Iterable[str],
    zone: tzinfo,
    told: Told = NOTHING_TOLD,
) -> Placed:
    """By the user's own words; else by the domain shared with the user and the hours of meeting.

    A domain that is called like them ("ana@reyes.example") is their own, and the family's where the user shares it; any
    other may be a firm's, and then the hours tell.
    """
    met = list(touches)
    if told.card:
        return Placed(circle=told.card, sign=Sign.CARD)
    if told.is_kin:
        return Placed(circle=FAMILY, sign=Sign.NAME)
    often = max(sorted(told.meetings), key=lambda circle: told.meetings[circle], default="")
    if often and told.meetings[often] < _CALENDAR_SHARE * len(met):
        often = ""
    if often and often != PRIVATE:
        return Placed(circle=often, sign=Sign.CALENDAR)
    firms = {domain_of(email): firm for email in emails if (firm := company_of(email))}
    if not firms:
        return Placed(circle=FRIENDS, sign=Sign.NOTHING)
    theirs = _called_like(firms, told.called)
    if theirs & {domain_of(address) for address in own}:
        return Placed(circle=FAMILY, sign=Sign.DOMAIN)
    starts = [touch.started_at.astimezone(zone) for touch in met if not touch.all_day]
    is_at_work = sum(map(_is_at_work, starts)) >= _WORK_SHARE * max(len(starts), 1)
    if often != PRIVATE and is_at_work and firms.keys() - theirs:
        return Placed(circle=WORK, sign=Sign.HOURS)
    return Placed(circle=FRIENDS, sign=Sign.NOTHING)


def _called_like(firms: Mapping[str, str], names: Iterable[str]) -> set[str]:
    """The domains that bear a name of theirs and nothing else: "reyes", "familie-reyes", "thesmiths"."""
    plain = [name for name in names if "@" not in name]
    spelt = (word for name in plain for text in (name, spelt_out(name)) for word in folded_words(text))
    own = sorted({word for word in spelt if len(word) >= _SHORTEST_NAME}, key=len, reverse=True)
    labels = {domain: folded(firm) for domain, firm in firms.items()}
    named = [domain for domain, label in labels.items() if any(name in label for name in own)]
    return {domain for domain in named if _is_all_of(labels[domain], own)}


def _is_all_of(label: str, own: Iterable[str]) -> bool:
    """Whether nothing but these names and small words stands in a domain: "edilrossi" is a builder's."""
    words = "|".join((*own, *DOMAIN_FILLERS.split()))
    return re.fullmatch(rf"(?:{words}|[-\d])+", label) is not None


def circle_of(
    emails: Sequence[str],
    touches: Iterable[Touch | Meeting],
    own: Iterable[str],
    zone: tzinfo,
    told: Told = NOTHING_TOLD,
) -> str:
    """`placed`, without what tells it."""
    return placed(emails, touches, own, zone, told).circle


def _is_at_work(start: datetime) -> bool:
    return start.weekday() < 5 and start.hour in WORK_HOURS
