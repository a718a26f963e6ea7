"""An explanation says why a tie stands as it does: its own dates, the factors of the odds, what would change it.

Beside step 4 of 5: tie + rhythm → explanation, only when asked for. Pure; the words are made elsewhere.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from worker.core.away import Away, days_between
from worker.core.gaps import (
    days_of,
    gaps_of,
    is_bursty,
    longest_gap,
    median_gap,
    steps_of,
    tells_pace,
    typical_step,
    visits_of,
)
from worker.core.posterior import HORIZON_DAYS, posterior_of
from worker.core.prior import SHIPPED, Prior
from worker.core.rhythm import DEGREES, Rhythm, State, degree_of, first_state, rhythm_of
from worker.core.tie import MetDay, Tie

LOOK_AHEAD_DAYS = 10 * 366
"""A state that lasts for longer than this without a meeting is said to last."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Factors:
    """What the odds are made of; every value is a chance, 0..1."""

    last: float
    """delta: after as many visits, the latest is the last."""
    silent_so_long: float
    """S(s): a tie that goes on stays silent for longer than this."""
    silent_longer: float
    """S(s + 90): … and for 90 days more."""
    ended: float
    """Both together: the latest meeting was the last, now that it has been silent so long."""
    quiet: float
    """No contact by itself in the next 90 days."""
    risk: float
    """No contact by itself in the next 90 days, or in a usual gap where that is longer: what states stand on."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Threshold:
    """When a degree of silence is entered: both have to be reached."""

    state: State
    risk: float
    silence_days: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """What time alone would bring."""

    on: date
    state: State


@dataclass(frozen=True, kw_only=True, slots=True)
class Explanation:
    """Everything that a verdict on one tie stands on."""

    visits: tuple[MetDay, ...]
    """Oldest first."""
    days: tuple[MetDay, ...]
    """Each day on which they met: what is counted, as a list of meetings shows it."""
    series_visits: int
    """How many of them belong to a recurring series."""
    is_series: bool
    usual_gap_days: float
    """m: what the model expects."""
    median_gap_days: float | None
    """Of the tie's own gaps; None below two visits."""
    typical_step_days: float | None
    """From one occasion to the next, as is usual by now: what is told; None where nothing is."""
    longest_break_days: int | None
    """From one occasion to the next, or to an answer."""
    is_bursty: bool
    silent_since: date
    in_touch_on: date | None
    """Where silence runs from there: what the user answered after the last meeting."""
    silence_days: int
    """Without the days away."""
    away_days: int
    """Days since then that do not count as silence."""
    state: State
    factors: Factors
    ahead_days: int
    """How far ahead `factors.risk` looks: 90 days, or a usual gap where that is longer."""
    thresholds: tuple[Threshold, ...]
    """Lightest first; () for someone new or met once."""
    turn: Turn | None
    """None where nothing changes by itself for years."""
    is_in_doubt: bool
    """They may have met since."""

    @property
    def is_longest_break(self) -> bool:
        return not self.is_in_doubt and self.silence_days > (self.longest_break_days or self.silence_days)


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """One tie as it stands now; the names are those of `rhythm_of`."""

    tie: Tie
    today: date
    prior: Prior = SHIPPED
    before: State | None = None
    answered_on: date | None = None
    away: Away = ()
    """For this tie: the days away, and those on which its calendar could not be read."""
    is_in_doubt: bool = False
    """A title says that they may have met after the last meeting that is sure."""

    def rhythm(self, on: date, before: State | None) -> Rhythm | None:
        return rhythm_of(
            self.tie,
            on,
            prior=self.prior,
            before=before,
            answered_on=self.answered_on,
            away=self.away,
        )


def explained(met: Iterable[MetDay], standing: Standing) -> Explanation | None:
    """Why this tie stands as it does; `met` are its past days, in any order. None for someone not met yet."""
    rhythm = standing.rhythm(standing.today, standing.before)
    if rhythm is None:
        return None
    days, silence = tuple(met), int(rhythm.silence_days)
    gaps = gaps_of(days, away=standing.away)
    return Explanation(
        visits=visits_of(days),
        days=days_of(days),
        series_visits=standing.tie.series_visits,
        is_series=standing.tie.is_series,
        usual_gap_days=rhythm.usual_gap_days,
        median_gap_days=median_gap(gaps),
        typical_step_days=typical_step(days, away=standing.away) if tells_pace(gaps) else None,
        longest_break_days=longest_gap(_breaks(days, standing, rhythm.silent_since)),
        is_bursty=is_bursty(gaps),
        silent_since=rhythm.silent_since,
        in_touch_on=rhythm.silent_since if rhythm.silent_since != standing.tie.last_met_on else None,
        silence_days=silence,
        away_days=days_between(rhythm.silent_since, standing.today) - silence,
        state=rhythm.state,
        factors=_factors(standing, rhythm),
        ahead_days=round(max(HORIZON_DAYS, rhythm.usual_gap_days)),
        thresholds=_thresholds(rhythm),
        turn=_turn(standing, rhythm),
        is_in_doubt=standing.is_in_doubt,
    )


def _breaks(days: Sequence[MetDay], standing: Standing, since: date) -> tuple[int, ...]:
    """An answer ends the last one, though no gap is learnt from it."""
    last = standing.tie.last_met_on or since
    ended = (days_between(last, since, standing.away),) if since > last else ()
    return (*steps_of(days, away=standing.away), *ended)


def _factors(standing: Standing, rhythm: Rhythm) -> Factors:
    posterior, silence = posterior_of(standing.tie, standing.prior), rhythm.silence_days
    return Factors(
        last=posterior.delta,
        silent_so_long=posterior.stays_silent(silence),
        silent_longer=posterior.stays_silent(silence + HORIZON_DAYS),
        ended=rhythm.ended,
        quiet=rhythm.p_silent,
        risk=rhythm.risk,
    )


def _thresholds(rhythm: Rhythm) -> tuple[Threshold, ...]:
    if rhythm.state in (State.NEW, State.MET_ONCE):
        return ()
    return tuple(
        Threshold(
            state=state,
            risk=degree.enter_risk,
            silence_days=round(max(degree.enter_days, degree.enter_gaps * rhythm.usual_gap_days)),
        )
        for state, degree in reversed(tuple(DEGREES.items()))
    )


def _turn(standing: Standing, rhythm: Rhythm) -> Turn | None:
    """The first day on which the state would be another one; days away may lie ahead, so each day is asked.

    The posterior is the same on each of them.
    """
    tie, now, posterior = standing.tie, rhythm.state, posterior_of(standing.tie, standing.prior)
    for ahead in range(1, LOOK_AHEAD_DAYS):
        day = standing.today + timedelta(days=ahead)
        silence = days_between(rhythm.silent_since, day, standing.away)
        state = first_state(tie, day) or degree_of(
            silence, rhythm.usual_gap_days, posterior.risk(silence), now
        )
        if state is not now:
            return Turn(on=day, state=state)
    return None


def as_frequency(chance: float) -> int:
    """Of a hundred, to the nearest five: 0, 5 … 100. More would claim more than is known."""
    return round(chance * 20) * 5
