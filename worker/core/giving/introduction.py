"""An introduction is two people who share a topic, are of different circles, and have never met.

Beside step 5 of 5: bonds → introduction → gift. Only among people well known, only with the consent of both,
and nobody is used for it again and again. Pure.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from worker.core.bond import Bond, PastNudge
from worker.core.fold import folded, folded_words
from worker.core.giving.delicate import is_professional_only
from worker.core.giving.occasion import MIN_VISITS
from worker.core.giving.routine_words import FILLER
from worker.core.giving.topic import shown_name, topic_of
from worker.core.nudge import GiftKind, NudgeState
from worker.core.touch import Touch

REST_DAYS = 180
"""Nobody is part of two introductions within half a year …"""
CLOSE_VISITS, CLOSE_GAP_DAYS, CLOSE_REST_DAYS = 40, 45, 365
"""… and the closest, whom one would always think of first, within a year."""
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
    bond: Bond, bonds: Collection[Bond], *, today: date, names: Collection[str], without: Collection[str] = ()
) -> Introduction | None:
    """The first fitting introduction, by the other's key; None where there is none.

    `bonds` may hold the person too. `names` are folded words of all names around, `without` the keys of those
    who are already part of one in this plan.
    """
    if not _may_take_part(bond, today) or bond.person.key in without or _was_named(bond, bonds, today):
        return None
    others = [
        other
        for other in sorted(bonds, key=lambda each: each.person.key)
        if other.person.key not in {bond.person.key, *without}
        and other.person.circle != bond.person.circle
        and not _are_colleagues(bond, other)
        and _may_take_part(other, today)
    ]
    shared = (
        Introduction(other=other.person.key, name=shown_name(other.person.name), topic=word, touch=touch)
        for touch, word in islice(_interests(bond, names), _INTERESTS)
        for other in others
        if _is_about(other, folded(word), names)
        and not _have_met(bond, other)
        and not _was_named(other, bonds, today)
    )
    return next(shared, None)


def _are_colleagues(one: Bond, other: Bond) -> bool:
    """A shared domain at work: they know each other, whatever the user's calendars tell."""
    if "work" not in (one.person.circle, other.person.circle):
        return False
    domains, others = ({email.rpartition("@")[2] for email in each.person.emails} for each in (one, other))
    return not domains.isdisjoint(others)


def _may_take_part(bond: Bond, today: date) -> bool:
    """Well known, not resting, no service, and not introduced lately."""
    return (
        bond.tie.visits >= MIN_VISITS
        and (bond.rest_until is None or bond.rest_until < today)
        and not _was_introduced(bond, today)
        and not is_professional_only(bond.person, bond.touches)
    )


def _was_introduced(bond: Bond, today: date) -> bool:
    return any(
        nudge.gift_kind is GiftKind.INTRODUCTION for nudge in _lately(bond, _rested_since(bond, today))
    )


def _was_named(other: Bond, bonds: Collection[Bond], today: date) -> bool:
    """Whether the other was proposed to somebody lately, as the gift or beside it."""
    name, since = shown_name(other.person.name), _rested_since(other, today)
    return any(
        name in text
        for bond in bonds
        if bond.person.key != other.person.key
        for nudge in _lately(bond, since)
        for text in (nudge.gift_text, *nudge.more_texts)
    )


def _rested_since(bond: Bond, today: date) -> date:
    return today - timedelta(days=CLOSE_REST_DAYS if is_close(bond) else REST_DAYS)


def _lately(bond: Bond, since: date) -> Iterator[PastNudge]:
    return (nudge for nudge in bond.nudges if nudge.on >= since and nudge.state is not NudgeState.WITHDRAWN)


def is_close(bond: Bond) -> bool:
    """Whether much time is really shared: for spacing only, and never shown."""
    return (
        bond.rhythm is not None
        and bond.tie.visits >= CLOSE_VISITS
        and bond.rhythm.usual_gap_days <= CLOSE_GAP_DAYS
    )


def _interests(bond: Bond, names: Collection[str]) -> Iterator[tuple[Touch, str]]:
    """Telling words of the topics shared with this person, the latest first, each once."""
    seen: set[str] = set()
    for touch in reversed(bond.touches):
        for word in topic_of(touch, own=folded_words(bond.person.name), names=names).split():
            bare = "".join(folded_words(word))
            if len(bare) >= _MIN_LETTERS and bare.isalpha() and bare not in FILLER and bare not in seen:
                seen.add(bare)
                yield touch, word.strip(".,;:()")


def _is_about(other: Bond, word: str, names: Collection[str]) -> bool:
    own = folded_words(other.person.name)
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
