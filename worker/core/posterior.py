"""A posterior is what one tie's own gaps and the prior together say about its silences.

Step 4 of 5: tie + prior → posterior → rhythm. Pure. Letters are those of docs/rhythm.md, where the formulas
and their sources stand; `batch.py` does the same for many ties at once.
"""

from dataclasses import dataclass
from math import exp, lgamma, log, sqrt

from worker.core.prior import SHIPPED, GapClass, Prior
from worker.core.tie import Tie

LOGISTIC_SLOPE = 1.7
"""A logistic curve this much steeper runs within 0.01 of the normal's: it stands in for Student's t."""
WEEK_DAYS = 7
"""Nobody is late before a weekly rhythm: weekends and holidays."""
HORIZON_DAYS = 90
"""How far ahead silence is foreseen."""
GAPS_TO_BE_REGULAR = 3
GAPS_TO_BE_REGULAR_IN_SERIES = 2
"""Fewer gaps cannot show regularity."""
LARGEST_EXPONENT = 40.0
"""Where a chance is 0 or 1 to the last digit of a float anyway; keeps e^x finite."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Curve:
    """How long a living tie of one class stays silent: log-logistic, half of the gaps outlast e^mu."""

    mu: float
    c: float
    """Steepness: 1 for chance meetings, 2 and more for steady ones."""

    def stays_silent(self, days: float) -> float:
        """S(t): the chance that a gap lasts longer than `days`."""
        return 1 / (1 + exp(_clipped(self.c * (log(days + 0.5) - self.mu))))


@dataclass(frozen=True, kw_only=True, slots=True)
class Posterior:
    """What to expect of one tie. Every chance is 0..1; silences are days and never negative."""

    bursty: Curve
    regular: Curve
    w: float
    """The chance that this tie is of the regular class."""
    delta: float
    """The chance that any one meeting is the last."""

    @property
    def usual_gap_days(self) -> float:
        """m: the geometric mean of what the two classes expect."""
        return exp(self.w * self.regular.mu + (1 - self.w) * self.bursty.mu)

    def stays_silent(self, days: float) -> float:
        """S(t): the chance that a tie that goes on would be silent for longer than `days`."""
        return self.w * self.regular.stays_silent(days) + (1 - self.w) * self.bursty.stays_silent(days)

    def ended(self, silence_days: float) -> float:
        """The chance that the last meeting was the last, after this silence."""
        return self.delta / self._still_silent(silence_days)

    def quiet(self, silence_days: float, ahead_days: float = HORIZON_DAYS) -> float:
        """The chance of no contact within the next `ahead_days`, after this silence."""
        return self._still_silent(silence_days + ahead_days) / self._still_silent(silence_days)

    def risk(self, silence_days: float) -> float:
        """`quiet` over 90 days, or over the usual gap where that is longer."""
        return self.quiet(silence_days, max(HORIZON_DAYS, self.usual_gap_days))

    def _still_silent(self, days: float) -> float:
        return self.delta + (1 - self.delta) * self.stays_silent(days)


def posterior_of(tie: Tie, prior: Prior = SHIPPED) -> Posterior:
    """What to expect of a tie with at least one visit."""
    x = max(0, tie.visits - 1)
    mean = tie.sum_y / x if x else 0.0
    squares = max(0.0, tie.sum_y2 - x * mean * mean)
    bursty, bursty_evidence = _learnt(prior.bursty, prior.mu0, x, mean, squares)
    regular, regular_evidence = _learnt(prior.regular, prior.mu0, x, mean, squares)
    return Posterior(
        bursty=bursty,
        regular=Curve(mu=max(regular.mu, log(WEEK_DAYS)), c=regular.c),
        w=_regular_weight(tie, prior, x, bursty_evidence - regular_evidence),
        delta=prior.a / (prior.a + prior.b + x),
    )


def _learnt(of: GapClass, mu0: float, x: int, mean: float, squares: float) -> tuple[Curve, float]:
    """The curve after x gaps, and the log of how well the class foresaw them."""
    kn, an = of.k0 + x, of.a0 + x / 2
    bn = of.b0 + squares / 2 + of.k0 * x * (mean - mu0) ** 2 / (2 * kn)
    variance = bn / an * (1 + 1 / kn)
    evidence = lgamma(an) - lgamma(of.a0) + of.a0 * log(of.b0) - an * log(bn) + log(of.k0 / kn) / 2
    return Curve(mu=(of.k0 * mu0 + x * mean) / kn, c=LOGISTIC_SLOPE / sqrt(variance)), evidence


def _regular_weight(tie: Tie, prior: Prior, x: int, bursty_lead: float) -> float:
    """Bayes' rule for the two classes; `bursty_lead` is the log of how much better bursty foresaw."""
    if x < (GAPS_TO_BE_REGULAR_IN_SERIES if tie.is_series else GAPS_TO_BE_REGULAR):
        return 0.0
    share = prior.regular_share_in_series if tie.is_series else prior.regular_share
    return 1 / (1 + exp(_clipped(log((1 - share) / share) + bursty_lead)))


def _clipped(exponent: float) -> float:
    return max(-LARGEST_EXPONENT, min(LARGEST_EXPONENT, exponent))
