"""A user's own prior: two numbers learnt from their ties, without labels and without asking.

Step 4 of 5: ties + shipped prior → prior. Pure; fitted at most weekly. mu0 is how long this user's gaps
usually are, a is how often a first meeting is also the last. Source: docs/rhythm.md, "Two numbers per user".
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from worker.core.away import Away, days_between
from worker.core.posterior import LARGEST_EXPONENT, LOGISTIC_SLOPE
from worker.core.prior import SHIPPED, Prior
from worker.core.tie import Tie

Floats = NDArray[np.float64]

BELIEF = 0.25
"""The standard deviation of u = mu0' − mu0 and of v = ln(a'/a) before any tie speaks: few ties move them little, and no
tie moves them far (docs/decisions/0003-rhythm.md)."""
MOST_TIES = 2000
"""More say nothing new about two numbers; a sample keeps the fit below 100 ms."""
GRID_POINTS = 7
GRID_REACH = 1.5
"""In u and v, to both sides."""
GRID_ROUNDS = 3
"""Each looks around the best point of the last with a third of its reach."""


def prior_of(ties: Iterable[Tie], today: date, *, away: Away = ()) -> Prior:
    """The prior of a user with these ties, in any order; the shipped one without any."""
    met = [tie for tie in ties if tie.first_met_on is not None and tie.first_met_on <= today]
    if not met:
        return SHIPPED
    evidence = _evidence_in(_sample(met), today, away)
    u = v = 0.0
    steps = np.linspace(-GRID_REACH, GRID_REACH, GRID_POINTS)
    for _ in range(GRID_ROUNDS):
        fits = _fits(evidence, SHIPPED, u + steps, v + steps)
        best_u, best_v = np.unravel_index(int(fits.argmax()), fits.shape)
        u, v = u + float(steps[best_u]), v + float(steps[best_v])
        steps = steps / 3
    return replace(SHIPPED, mu0=SHIPPED.mu0 + u, a=SHIPPED.a * float(np.exp(v)))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Evidence:
    """What the ties say, one entry per tie."""

    returns: NDArray[np.int64]
    """x = visits − 1."""
    mean: Floats
    squares: Floats
    log_silence: Floats


def _evidence_in(ties: Sequence[Tie], today: date, away: Away) -> _Evidence:
    returns = np.array([tie.visits - 1 for tie in ties], dtype=np.int64)
    mean = np.array([tie.sum_y for tie in ties]) / np.maximum(returns, 1)
    squares = np.array([tie.sum_y2 for tie in ties]) - returns * mean**2
    silence = [days_between(tie.last_met_on or today, today, away) for tie in ties]
    return _Evidence(
        returns=returns,
        mean=mean,
        squares=np.maximum(squares, 0.0),
        log_silence=np.log(np.array(silence) + 0.5),
    )


def _fits(evidence: _Evidence, shipped: Prior, u: Floats, v: Floats) -> Floats:
    """How well each pair foresees all gaps and present silences: a log, up to a constant; one row per u.

    The beta functions of the paper share all factors but these two: with A = a'+b,
    B(a'+1, b+x) + B(a', b+x+1)·S is proportional to (a' + (b+x)·S) / (A·(A+1)…(A+x)).
    """
    of, b, x = shipped.bursty, shipped.b, evidence.returns
    mu0, a = (shipped.mu0 + u)[:, None], shipped.a * np.exp(v)
    kn, an = of.k0 + x, of.a0 + x / 2
    bn = of.b0 + evidence.squares / 2 + of.k0 * x * (evidence.mean - mu0) ** 2 / (2 * kn)
    mu, c = (of.k0 * mu0 + x * evidence.mean) / kn, LOGISTIC_SLOPE / np.sqrt(bn / an * (1 + 1 / kn))
    exponent = np.clip(c * (evidence.log_silence - mu), -LARGEST_EXPONENT, LARGEST_EXPONENT)
    alive = (b + x) / (1 + np.exp(exponent))
    rising = np.cumsum(np.log((a + b)[:, None] + np.arange(int(x.max()) + 1)), axis=1)
    gaps = -(an * np.log(bn)).sum(axis=1)
    silences = np.log(a[:, None] + alive[:, None, :]).sum(axis=2) - rising[:, x].sum(axis=1)
    fits: Floats = gaps[:, None] + silences - (u[:, None] ** 2 + v**2) / (2 * BELIEF**2)
    return fits


def _sample(ties: Sequence[Tie]) -> Sequence[Tie]:
    """At most 2,000 ties, the same ones every time and in whatever order they come: the smallest hashes."""
    if len(ties) <= MOST_TIES:
        return ties
    seen: Counter[object] = Counter()
    ranked: list[tuple[bytes, Tie]] = []
    for tie in ties:
        what = (tie.first_met_on, tie.last_met_on, tie.visits, tie.sum_y)
        seen[what] += 1
        text = f"{what} {seen[what]}"
        ranked.append((blake2b(text.encode(), digest_size=8).digest(), tie))
    ranked.sort(key=lambda pair: pair[0])
    return [tie for _, tie in ranked[:MOST_TIES]]
