"""An introduction is two people who share a topic, are of different circles, and have never met.

Beside step 5 of 5: bonds → introduction → gift. Only among people well known, only with the consent of both,
and nobody is used for it again and again. Pure.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from worker.core.bond import Bond, PastNudge
from worker.core.fold import folded, folded_words
from worker.core.giving.delicate import is_professional_only, is_tender_only
from worker.core.giving.everybody import Everybody, may_be_named
from worker.core.giving.layer import is_close
from worker.core.giving.routine_words import FILLER
from worker.core.giving.tender_time import is_parted
from worker.core.giving.topic import own_words, shown_name, topic_of, words_of
from worker.core.nudge import GiftKind, NudgeState
from worker.core.rhythm import MIN_VISITS
from worker.core.touch import Touch

REST_DAYS = 180
"""Nobody is part of two introductions within half a year …"""
CLOSE_REST_DAYS = 365
"""… and none of the closest within a year: they would be asked again and again (docs/why.md, B6)."""
_AT_HAND_DAYS = 730
"""Whoever was not met for so long is first to be met again."""
_INTERESTS = 5
"""So many words of the latest topics are tried."""
_MIN_LETTERS = 5
"""Shorter words are shared by chance."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Introduction:
    """Somebody whom this person might like to meet, and over what."""

    other: str
    """The other person's key."""
    name: str
    """The other person's name, as shown."""
    topic: str
    """The word that both share, as one of the user's titles writes it."""
    touch: Touch
    """The meeting with this person that was about it."""


def introduction_for(
    bond: Bond,
    nudged: Iterable[Bond],
    everybody: Everybody,
    *,
    today: date,
    zone: str = "UTC",
    without: Collection[str] = (),
) -> Introduction | None:
    """The first fitting introduction, by the other's key; None where there is none.

    `nudged` holds all whom a nudge was ever about, and may hold anybody; `without` are the keys of those who are
    already part of one in this plan.
    """
    lately = _Lately(
        said=[nudge for each in nudged for nudge in _introductions(each)], today=today, zone=zone
    )
    if bond.person.key in without or not lately.may_take_part(bond):
        return None
    shared = (
        Introduction(other=other.person.key, name=shown_name(other.person.name), topic=word, touch=touch)
        for touch, word in islice(_interests(bond, everybody.names), _INTERESTS)
        for other in everybody.sharing(folded(word))
        if other.person.key not in {bond.person.key, *without}
        and other.person.circle != bond.person.circle
        and not _are_colleagues(bond, other)
        and not _have_met(bond, other)
        and lately.may_take_part(other)
        and lately.is_at_hand(other)
        and may_be_named(other)
        and _is_about(other, folded(word), everybody.names)
    )
    return next(shared, None)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Lately:
    """Who was part of an introduction, as the one it was given to or the one it named."""

    said: Sequence[PastNudge]
    today: date
    zone: str

    def may_take_part(self, bond: Bond) -> bool:
        """Well known, not resting, no service, not parted from, and not introduced lately."""
        return (
            bond.tie.visits >= MIN_VISITS
            and (bond.rest_until is None or bond.rest_until < self.today)
            and not self._was_part(bond)
            and not is_professional_only(bond.person, bond.touches)
            and not is_tender_only(bond.touches)
            and not is_parted(bond)
        )

    def is_at_hand(self, other: Bond) -> bool:
        """Met within two years: two long lost do not find each other through the user."""
        last = other.tie.last_met_on
        return last is not None and (self.today - last).days <= _AT_HAND_DAYS

    def _was_part(self, bond: Bond) -> bool:
        name = shown_name(bond.person.name)
        named = (nudge.on for nudge in self.said if name in nudge.gift_text)
        last = max((*named, *(nudge.on for nudge in _introductions(bond))), default=None)
        if last is None or (self.today - last).days > CLOSE_REST_DAYS:
            return False
        is_close_one = is_close(bond, today=self.today, zone=self.zone)
        return (self.today - last).days <= (CLOSE_REST_DAYS if is_close_one else REST_DAYS)


def _are_colleagues(one: Bond, other: Bond) -> bool:
    """A shared domain at work: they know each other, whatever the user's calendars tell."""
    if "work" not in (one.person.circle, other.person.circle):
        return False
    domains, others = ({email.rpartition("@")[2] for email in each.person.emails} for each in (one, other))
    return not domains.isdisjoint(others)


def _introductions(bond: Bond) -> Iterator[PastNudge]:
    return (
        nudge
        for nudge in bond.nudges
        if nudge.gift_kind is GiftKind.INTRODUCTION and nudge.state is not NudgeState.WITHDRAWN
    )


def _interests(bond: Bond, names: Collection[str]) -> Iterator[tuple[Touch, str]]:
    """Telling words of the topics shared with this person, the latest first, each once."""
    seen: set[str] = set()
    for touch in reversed(bond.touches):
        for word in words_of(topic_of(touch, own=own_words(bond.person), names=names)):
            bare = "".join(folded_words(word))
            if len(bare) >= _MIN_LETTERS and bare.isalpha() and bare not in FILLER and bare not in seen:
                seen.add(bare)
                yield touch, word


def _is_about(other: Bond, word: str, names: Collection[str]) -> bool:
    own = own_words(other.person)
    return any(
        word in folded(touch.title) and word in folded_words(topic_of(touch, own=own, names=names))
        for touch in other.touches
    )


def _have_met(one: Bond, other: Bond) -> bool:
    return not {*_places(one)}.isdisjoint(_places(other))


def _places(bond: Bond) -> Iterator[object]:
    """What two people at one event have in common: its key and start, or its start and title."""
    for touch in bond.touches + bond.ahead:
        yield touch.event_key, touch.started_at
        yield touch.started_at, touch.title
