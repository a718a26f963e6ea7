"""A bond is one person with all that Snowdrop knows about the two of you.

What `courtesy.py` and `gift.py` look at when they decide. Pure values.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from worker.core.away import Away
from worker.core.giving.note import Note
from worker.core.nudge import GiftKind, NudgeState
from worker.core.perhaps import Perhaps
from worker.core.person import Person
from worker.core.rest import RestKind
from worker.core.rhythm import Rhythm, Tie
from worker.core.touch import Touch


class Peace(StrEnum):
    """Why somebody is left in peace."""

    HOME = "home"
    """The user's partner or child, says their own card."""
    READ = "read"
    """The user reads their calendar."""
    UNLISTED = "unlisted"
    """Calendars alone tell of them that do not list the user."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PastNudge:
    """What is remembered of a nudge that was made before (open ones included)."""

    id: str
    on: date
    reason: str
    gift_kind: GiftKind
    gift_text: str
    channel: str
    state: NudgeState
    closed_on: date | None = None
    """The day of the answer, of letting go, or of withdrawal; None while open."""
    more_texts: tuple[str, ...] = ()
    """The gifts that stood beside it, as a choice."""

    @property
    def was_said(self) -> bool:
        """Whether its day came, or is still to come: one that was withdrawn before it, since the two met, was not."""
        is_withdrawn = self.state is NudgeState.WITHDRAWN
        return not is_withdrawn or (self.closed_on is not None and self.closed_on > self.on)


@dataclass(frozen=True, kw_only=True, slots=True)
class Bond:
    """One person, the history shared with them, and what was said about them before."""

    person: Person
    tie: Tie
    rhythm: Rhythm | None
    """None for someone with meetings only ahead."""
    touches: tuple[Touch, ...]
    """Past touches that count, oldest first."""
    ahead: tuple[Touch, ...] = ()
    """Upcoming touches, soonest first."""
    perhaps: tuple[Perhaps, ...] = ()
    """Titles ahead that may mean them."""
    perhaps_met: tuple[Perhaps, ...] = ()
    """Titles of the past that may mean them; never part of `perhaps`, which speaks of what is to come."""
    tender_on: date | None = None
    """The last day, past or ahead, of which a title tells something tender of them, met or not."""
    parted_on: date | None = None
    """The last day, past or ahead, of which a title tells that the user and they parted."""
    known_on: date | None = None
    """The first day on which any title names them."""
    told_from: date | None = None
    """The first day on which the calendar of their first meeting tells of one with anybody; None: of no calendar."""
    nudges: tuple[PastNudge, ...] = ()
    """Oldest first."""
    rest_until: date | None = None
    """The user asked for rest (inclusive); date.max means for good."""
    rest_kind: RestKind = RestKind.RESTING
    """What is behind that rest."""
    seen_in_crowd_on: date | None = None
    """The last day they were both in a crowd that makes no tie; holds a nudge back for 21 days."""
    is_pinned: bool = False
    peace: Peace | None = None
    """Why no silence is noticed; None where it is, as of whomever the user pinned."""
    unseen: Away = ()
    """Days on which the calendar that they stand in could not be read: no silence."""
    notes: tuple[Note, ...] = ()
    """What the user marked about them: asks and offers."""
