"""Rhythm is how often two people meet, and how unusual their present silence is.

Step 4 of 5: touches of one person → tie → rhythm. Pure. The states are thresholds over `posterior.py`;
where they come from stands in docs/rhythm.md and docs/decisions/0003-rhythm.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from worker.core.away import Away, days_between
from worker.core.posterior import posterior_of
from worker.core.prior import SHIPPED, Prior
from worker.core.tie import MetDay, Tie, tie_after, tie_of

__all__ = [
    "DEGREES",
    "NEW_DAYS",
    "Degree",
    "MetDay",
    "Rhythm",
    "State",
    "Tie",
    "degree_of",
    "first_state",
    "is_same_silence",
    "rhythm_of",
    "silent_since",
    "tie_after",
    "tie_of",
]

MIN_VISITS = 4
"""Below, there is no rhythm to miss: only an occasion makes a nudge."""
NEW_DAYS = 45
"""Up to this many days after the first meeting, someone is new."""


class State(StrEnum):
    NEW = "new"
    MET_ONCE = "met_once"
    ACTIVE = "active"
    DRIFTING = "drifting"
    DORMANT = "dormant"
    LONG_DORMANT = "long_dormant"
    RESTING = "resting"
    """The user asked for rest: said by the user only, never by `rhythm_of`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Degree:
    """When a degree of silence is entered, and (lower, so that states do not flutter) when it is left."""

    enter_risk: float
    enter_days: int
    enter_gaps: float
    """In usual gaps m; silence has to reach both."""
    leave_risk: float
    leave_gaps: float

    def is_entered(self, silence_days: float, usual_gap_days: float, risk: float) -> bool:
        return risk >= self.enter_risk and silence_days >= max(
            self.enter_days, self.enter_gaps * usual_gap_days
        )

    def is_kept(self, silence_days: float, usual_gap_days: float, risk: float) -> bool:
        return risk >= self.leave_risk and silence_days >= self.leave_gaps * usual_gap_days


DEGREES: Mapping[State, Degree] = MappingProxyType(
    {
        State.LONG_DORMANT: Degree(
            enter_risk=0.85, enter_days=365, enter_gaps=3.0, leave_risk=0.75, leave_gaps=1.25
        ),
        State.DORMANT: Degree(
            enter_risk=0.70, enter_days=45, enter_gaps=1.5, leave_risk=0.60, leave_gaps=1.25
        ),
        State.DRIFTING: Degree(
            enter_risk=0.50, enter_days=21, enter_gaps=1.0, leave_risk=0.40, leave_gaps=0.8
        ),
    }
)
"""Deepest first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Rhythm:
    """What a tie says on one day. Chances are 0..1, never shown to people as a score."""

    state: State
    usual_gap_days: float
    """m, the model's usual gap."""
    silence_days: float
    p_silent: float
    """quiet(s, 90): the chance of no contact within the next 90 days."""
    risk: float
    """quiet(s, max(90, m))."""
    ended: float
    """The chance that the last meeting was the last."""
    silent_since: date
    """The day that silence runs from: the last meeting, or an answer after it. It names this silence."""


def rhythm_of(
    tie: Tie,
    today: date,
    *,
    prior: Prior = SHIPPED,
    before: State | None = None,
    was_silent_since: date | None = None,
    answered_on: date | None = None,
    away: Away = (),
) -> Rhythm | None:
    """What the tie says on `today`, a day in the user's zone; None for someone not met yet (only ahead).

    `before` is the state at the last look: None at the first look, or when a new contact came since. Whoever
    hands in the last look's `silent_since` as `was_silent_since` need not tell: when silence now runs from a
    later day, `before` is forgotten. `answered_on` is the day of the last `done`: it ends the silence without
    entering the gaps (a call stands in no calendar). `away` is taken from the silence.
    """
    since = silent_since(tie, today, answered_on)
    if since is None:
        return None
    silence, posterior = days_between(since, today, away), posterior_of(tie, prior)
    usual_gap, risk = posterior.usual_gap_days, posterior.risk(silence)
    before = before if is_same_silence(since, was_silent_since) else None
    return Rhythm(
        state=first_state(tie, today) or degree_of(silence, usual_gap, risk, before),
        usual_gap_days=usual_gap,
        silence_days=float(silence),
        p_silent=posterior.quiet(silence),
        risk=risk,
        ended=posterior.ended(silence),
        silent_since=since,
    )


def silent_since(tie: Tie, today: date, answered_on: date | None = None) -> date | None:
    """The later of the last meeting and the answer; None for someone not met by `today`."""
    if tie.first_met_on is None or tie.last_met_on is None or tie.first_met_on > today:
        return None
    return max(tie.last_met_on, answered_on or tie.last_met_on)


def is_same_silence(since: date, was_silent_since: date | None) -> bool:
    """False when a contact came since the last look; None means that the caller has seen to it."""
    return was_silent_since is None or since <= was_silent_since


def first_state(tie: Tie, today: date) -> State | None:
    """The states that need no rhythm, first match from the top; None where there is one."""
    if tie.first_met_on is not None and (today - tie.first_met_on).days <= NEW_DAYS:
        return State.NEW
    return State.MET_ONCE if tie.visits == 1 else None


def degree_of(silence_days: float, usual_gap_days: float, risk: float, before: State | None) -> State:
    """The deepest degree that is entered; or kept, where the state before was as deep."""
    was_as_deep = False
    for state, degree in DEGREES.items():
        was_as_deep = was_as_deep or before is state
        if degree.is_entered(silence_days, usual_gap_days, risk):
            return state
        if was_as_deep and degree.is_kept(silence_days, usual_gap_days, risk):
            return state
    return State.ACTIVE
