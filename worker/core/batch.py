"""A batch is many ties looked at in one go, in numpy arrays: a whole address book in milliseconds.

Step 4 of 5: ties → rhythms. Pure. It says what `posterior.py` and `rhythm.py` say, which are the ones to
read; a test holds the two together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import lgamma, log

import numpy as np
from numpy.typing import NDArray

from worker.core.away import Away, days_between
from worker.core.posterior import (
    GAPS_TO_BE_REGULAR,
    GAPS_TO_BE_REGULAR_IN_SERIES,
    HORIZON_DAYS,
    LARGEST_EXPONENT,
    LOGISTIC_SLOPE,
    WEEK_DAYS,
)
from worker.core.prior import SHIPPED, GapClass, Prior
from worker.core.rhythm import DEGREES, Rhythm, State, first_state, is_same_silence, silent_since
from worker.core.tie import Tie

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]

DEPTHS = (State.ACTIVE, *reversed(tuple(DEGREES)))
"""Degrees of silence by depth: 0 active … 3 long dormant."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """One tie, and what was known at the last look; the names are those of `rhythm_of`."""

    tie: Tie
    before: State | None = None
    was_silent_since: date | None = None
    answered_on: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Sums:
    """The running numbers of many ties with at least one visit, one entry per tie."""

    visits: Whole
    sum_y: Floats
    sum_y2: Floats
    is_series: Flags


@dataclass(frozen=True, kw_only=True, slots=True)
class Curves:
    """`posterior.Curve` for many ties."""

    mu: Floats
    c: Floats

    def stays_silent(self, log_days: Floats) -> Floats:
        """`log_days` is ln(days + 0.5)."""
        return 1 / (1 + np.exp(_clipped(self.c * (log_days - self.mu))))


@dataclass(frozen=True, kw_only=True, slots=True)
class Posteriors:
    """`posterior.Posterior` for many ties."""

    bursty: Curves
    regular: Curves
    w: Floats
    delta: Floats

    @property
    def usual_gap_days(self) -> Floats:
        return np.exp(self.w * self.regular.mu + (1 - self.w) * self.bursty.mu)

    def stays_silent(self, days: Floats) -> Floats:
        log_days = np.log(days + 0.5)
        bursty = self.bursty.stays_silent(log_days)
        return bursty + self.w * (self.regular.stays_silent(log_days) - bursty)

    def still_silent(self, days: Floats) -> Floats:
        """The chance of a silence of `days`, ended or not."""
        return self.delta + (1 - self.delta) * self.stays_silent(days)

    def quiet(self, silence_days: Floats, ahead_days: float | Floats = HORIZON_DAYS) -> Floats:
        return self.still_silent(silence_days + ahead_days) / self.still_silent(silence_days)

    def risk(self, silence_days: Floats) -> Floats:
        return self.quiet(silence_days, np.maximum(HORIZON_DAYS, self.usual_gap_days))

    def ended(self, silence_days: Floats) -> Floats:
        return self.delta / self.still_silent(silence_days)


def rhythms_of(
    looks: Sequence[Look], today: date, *, prior: Prior = SHIPPED, away: Away = ()
) -> list[Rhythm | None]:
    """`rhythm_of` for each look, in the same order."""
    since = [silent_since(look.tie, today, look.answered_on) for look in looks]
    met = [(look, day) for look, day in zip(looks, since, strict=True) if day]
    rhythms = iter(_rhythms_of_met(met, today, prior, away) if met else ())
    return [next(rhythms) if day else None for day in since]


def sums_of(ties: Sequence[Tie]) -> Sums:
    """The numbers of these ties, each with at least one visit."""
    return Sums(
        visits=np.array([tie.visits for tie in ties], dtype=np.int64),
        sum_y=np.array([tie.sum_y for tie in ties], dtype=np.float64),
        sum_y2=np.array([tie.sum_y2 for tie in ties], dtype=np.float64),
        is_series=np.array([tie.is_series for tie in ties], dtype=np.bool_),
    )


def posteriors_of(sums: Sums, prior: Prior = SHIPPED) -> Posteriors:
    """`posterior_of` for many ties."""
    x = sums.visits - 1
    mean = sums.sum_y / np.maximum(x, 1)
    squares = np.maximum(0.0, sums.sum_y2 - x * mean * mean)
    bursty, bursty_evidence = _learnt(prior.bursty, prior.mu0, x, mean, squares)
    regular, regular_evidence = _learnt(prior.regular, prior.mu0, x, mean, squares)
    return Posteriors(
        bursty=bursty,
        regular=Curves(mu=np.maximum(regular.mu, log(WEEK_DAYS)), c=regular.c),
        w=_regular_weight(prior, x, sums.is_series, bursty_evidence - regular_evidence),
        delta=prior.a / (prior.a + prior.b + x.astype(np.float64)),
    )


def depths_of(silence_days: Floats, usual_gap_days: Floats, risk: Floats, before: Whole) -> Whole:
    """`degree_of` for many ties, as depths: indices into DEPTHS. `before` is 0 where nothing is kept."""
    depths = np.zeros(len(risk), dtype=np.int64)
    for depth, state in enumerate(DEPTHS[1:], start=1):
        degree = DEGREES[state]
        long_enough = np.maximum(degree.enter_days, degree.enter_gaps * usual_gap_days)
        is_entered = (risk >= degree.enter_risk) & (silence_days >= long_enough)
        is_kept = (risk >= degree.leave_risk) & (silence_days >= degree.leave_gaps * usual_gap_days)
        depths[is_entered | (is_kept & (before >= depth))] = depth
    return depths


def _rhythms_of_met(
    met: Sequence[tuple[Look, date]], today: date, prior: Prior, away: Away
) -> Sequence[Rhythm]:
    silence = np.array([days_between(day, today, away) for _, day in met], dtype=np.float64)
    before = np.array([_depth_before(look, day) for look, day in met], dtype=np.int64)
    posteriors = posteriors_of(sums_of([look.tie for look, _ in met]), prior)
    usual_gap, risk = posteriors.usual_gap_days, posteriors.risk(silence)
    columns = (
        depths_of(silence, usual_gap, risk, before),
        *(usual_gap, silence, posteriors.quiet(silence), risk, posteriors.ended(silence)),
    )
    rows = zip(met, *(column.tolist() for column in columns), strict=True)
    return [
        Rhythm(
            state=first_state(look.tie, today) or DEPTHS[depth],
            usual_gap_days=gap,
            silence_days=days,
            p_silent=quiet,
            risk=risky,
            ended=ended,
            silent_since=day,
        )
        for (look, day), depth, gap, days, quiet, risky, ended in rows
    ]


def _depth_before(look: Look, since: date) -> int:
    if look.before not in DEGREES or not is_same_silence(since, look.was_silent_since):
        return 0
    return DEPTHS.index(look.before)


def _learnt(of: GapClass, mu0: float, x: Whole, mean: Floats, squares: Floats) -> tuple[Curves, Floats]:
    """x is a whole number, so lgamma and its like are needed only once for each value that occurs."""
    kn, an = of.k0 + x, of.a0 + x / 2
    bn = of.b0 + squares / 2 + of.k0 * x * (mean - mu0) ** 2 / (2 * kn)
    evidence = _evidence_by_returns(of, int(x.max(initial=0)))[x] - an * np.log(bn)
    return Curves(
        mu=(of.k0 * mu0 + x * mean) / kn, c=LOGISTIC_SLOPE / np.sqrt(bn / an * (1 + 1 / kn))
    ), evidence


def _evidence_by_returns(of: GapClass, most: int) -> Floats:
    constant = of.a0 * log(of.b0) - lgamma(of.a0)
    return np.array(
        [constant + lgamma(of.a0 + x / 2) + log(of.k0 / (of.k0 + x)) / 2 for x in range(most + 1)]
    )


def _regular_weight(prior: Prior, x: Whole, is_series: Flags, bursty_lead: Floats) -> Floats:
    share = np.where(is_series, prior.regular_share_in_series, prior.regular_share)
    enough = np.where(is_series, GAPS_TO_BE_REGULAR_IN_SERIES, GAPS_TO_BE_REGULAR)
    weight = 1 / (1 + np.exp(_clipped(np.log((1 - share) / share) + bursty_lead)))
    return np.where(x >= enough, weight, 0.0)


def _clipped(exponent: Floats) -> Floats:
    return np.clip(exponent, -LARGEST_EXPONENT, LARGEST_EXPONENT)
