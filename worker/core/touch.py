"""A touch is one person met at one time, with the evidence for it.

Step 2 of 5: occurrence → touch. Pure.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from worker.core.value import value


class Evidence(StrEnum):
    """What makes us say that they met."""

    ATTENDEE = "attendee"
    ORGANIZER = "organizer"
    TITLE = "title"
    """Named in words alone: by the title, or by a contact line without an address."""
    CONTACT = "contact"
    """By their address, where nobody else is invited."""
    ANSWER = "answer"


class Because(StrEnum):
    """Why a person in an occurrence does not count as met."""

    DECLINED = "declined"
    DELEGATED = "delegated"
    CANCELLED = "cancelled"
    CROWD = "crowd"
    NOT_A_PERSON = "not_a_person"
    COLD = "cold"
    NO_OWNER = "no_owner"
    """Nobody has said whose calendar this is, and nobody stands in half of its events."""
    NOT_INVITED = "not_invited"
    """Someone else's meeting: the user stands neither among its people nor behind a list of them."""
    NOT_YOURS = "not_yours"
    """It stands in somebody else's calendar, and does not list the user."""
    NOT_A_PARTICIPANT = "not_a_participant"
    PROPOSED = "proposed"
    """Named in words alone: somebody unknown, or one of several, or with a question mark."""
    PRIVATE = "private"
    """The user wants nothing learnt from private events."""
    ME = "me"
    NOBODY = "nobody"
    """The event names no person besides the user. Only told on request, with an empty person."""
    TWICE = "twice"
    """Met at that time already: another event, or another address of the same person, counts. Told on request."""


@value
class Touch:
    """One person at one occurrence. Times are aware and in UTC; the end is exclusive."""

    person: str
    """The person's key: a normalised mail address, or "name:…" where no address is known."""
    name: str
    started_at: datetime
    ended_at: datetime
    all_day: bool
    event_uid: str
    event_key: str
    recurrence_id: datetime | None
    source: str
    title: str
    """"" where the event is private."""
    place: str
    """"" where the event is private or names none."""
    evidence: Evidence
    others: int
    """People besides the user who count at this occurrence (this person included)."""
    is_upcoming: bool
    is_endless: bool = False
    is_private: bool = False
    is_cold: bool = False
    """From a stranger's invitation that was never answered: counts only beside another touch."""
    zone: str = ""
    """The zone in which the event is written, where this person made it; "" else."""
    is_hushed: bool = False
    """Private, and about something tender: that much of its title, and no more, is known."""

    @property
    def is_in_series(self) -> bool:
        return self.recurrence_id is not None


class Meeting(NamedTuple):
    """The few things of a touch that a tie is made of: read by the hundred thousand, so kept small."""

    started_at: datetime
    ended_at: datetime
    all_day: bool
    is_in_series: bool
    is_upcoming: bool
    is_cold: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftOut:
    """One person at one occurrence who does not count, and why."""

    person: str
    name: str
    started_at: datetime
    ended_at: datetime
    all_day: bool
    event_uid: str
    recurrence_id: datetime | None
    source: str
    title: str
    because: Because
    detail: str = ""
    """What the reason alone does not say, as a phrase: whose refusal it was, what else than a person it is."""
    is_private: bool = False


def as_left_out(touch: Touch, because: Because, detail: str = "") -> LeftOut:
    """The same person at the same occurrence, not counted after all."""
    return LeftOut(
        person=touch.person,
        name=touch.name,
        started_at=touch.started_at,
        ended_at=touch.ended_at,
        all_day=touch.all_day,
        event_uid=touch.event_uid,
        recurrence_id=touch.recurrence_id,
        source=touch.source,
        title=touch.title,
        because=because,
        detail=detail,
        is_private=touch.is_private,
    )


FIRST_FEW = 6
"""So many of the earliest meetings tell when a calendar begins."""
_STRAY_DAYS = 300


def beginning(earliest: Sequence[datetime]) -> datetime:
    """When a calendar begins, by its `earliest` meetings (in order, each once, not empty).

    Stray ones, with most of a year behind each, are no beginning, where two follow each other sooner.
    """
    gap = timedelta(days=_STRAY_DAYS)
    begun = [
        b
        for a, b, after in zip(earliest, earliest[1:], earliest[2:], strict=False)
        if b - a > gap >= after - b
    ]
    return begun[-1] if begun else earliest[0]


def once_each(touches: Iterable[Touch]) -> list[Touch]:
    """The same person at the same start is one touch, from however many feeds; the order of feeds does not matter.

    Kept is the one with the strongest evidence, then with a title, then the first by source and UID.
    """
    strength = {evidence: i for i, evidence in enumerate(Evidence)}

    def rank(touch: Touch) -> tuple[int, bool, str, str]:
        return strength[touch.evidence], not touch.title, touch.source, touch.event_uid

    best: dict[tuple[str, datetime], Touch] = {}
    for touch in touches:
        known = best.setdefault((touch.person, touch.started_at), touch)
        if known is not touch and rank(touch) < rank(known):
            best[touch.person, touch.started_at] = touch
    return sorted(best.values(), key=lambda t: (t.started_at, t.event_uid, t.person))
