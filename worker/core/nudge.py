"""A nudge is one gentle follow-up: a person, a day, a reason with evidence, and something to give.

Step 5 of 5: rhythm → nudge. Pure values; the planning stands in `courtesy.py`.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class GiftKind(StrEnum):
    QUESTION = "question"
    THANKS = "thanks"
    MEMORY = "memory"
    CELEBRATE = "celebrate"
    MEET_NEARBY = "meet_nearby"
    INTRODUCTION = "introduction"
    RESOURCE = "resource"
    OFFER = "offer"
    NEWS = "news"
    INVITE = "invite"
    RECOMMENDATION = "recommendation"
    HELLO = "hello"


class NudgeState(StrEnum):
    """A nudge's life: open, then one of the others; every answer can be undone (back to open)."""

    OPEN = "open"
    DONE = "done"
    LATER = "later"
    """Put off by two weeks: a new day is set and it is open again on that day."""
    LET_GO = "let_go"
    """By the user, or by itself 14 days after its day."""
    RESTED = "rested"
    """The user asked for rest for this person: 90 days, or for good."""
    WITHDRAWN = "withdrawn"
    """They met, or will meet, before its day: nothing left to nudge about."""


WAITING = (NudgeState.OPEN, NudgeState.LATER)
"""Not over in any way."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Gift:
    """One concrete thing to give, in words of the user's language."""

    kind: GiftKind
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Proof:
    """One past meeting that a nudge stands on. `title` is "" where it must not be quoted."""

    event_uid: str
    started_at: datetime
    title: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Nudge:
    """One gentle follow-up, in the user's language, ready to be shown anywhere."""

    id: str
    """Stable: the same silence of the same person always gives the same id."""
    person: str
    """The person's key."""
    name: str
    """The person's name, as shown."""
    on: date
    """An all-day date in the user's zone."""
    headline: str
    why: str
    gift: Gift
    more_gifts: tuple[Gift, ...] = ()
    channel: str = "message"
    """in_person, walk, meal, call, voice_message, letter, message or at_work."""
    hours: str = ""
    """On that day, by the user's clock: "15:00–20:00"; "" where any hour will do."""
    draft: str = ""
    """A few words ready to copy; "" where none."""
    evidence: tuple[Proof, ...] = field(default=())
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    reason: str = "rhythm"
    """What made it: rhythm or an occasion (birthday, thanks, …)."""

    @property
    def gifts(self) -> tuple[Gift, ...]:
        """The gift, then what stands beside it as a choice."""
        return (self.gift, *self.more_gifts)

    def offers(self, kind: GiftKind) -> bool:
        return any(gift.kind is kind for gift in self.gifts)


@dataclass(frozen=True, kw_only=True, slots=True)
class Published:
    """A nudge as the outside follows it: what is said, and which version of it this is."""

    nudge: Nudge
    state: NudgeState
    sequence: int
    """Counts the changes a reader can see, from 0 (RFC 5545, 3.8.7.4)."""
    created_at: datetime
    changed_at: datetime
    """The last change a reader can see."""
