"""A prior is what is believed of any tie before its own meetings speak.

Step 4 of 5: tie + prior → posterior. Pure. The shipped numbers are medians over 13 public contact
histories, rounded (docs/rhythm.md); `user_prior.py` learns two of them from a user's own ties.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True, slots=True)
class GapClass:
    """Normal-inverse-gamma belief about y = ln(gap in days) in one class of ties."""

    k0: float
    """How many gaps the prior mean is worth."""
    a0: float
    """Shape: half as many gaps as the prior spread is worth."""
    b0: float
    """Scale: b0/a0 is the variance of y expected."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Prior:
    """Ties come in two classes, bursty (most) and regular (few, or a standing appointment)."""

    mu0: float = 4.7
    """Expected mean of y: e^4.7 = 110 days."""
    a: float = 0.50
    """With b: how often a meeting is the last one, a/(a + b + returns so far)."""
    b: float = 0.40
    bursty: GapClass = field(default=GapClass(k0=0.9, a0=7.0, b0=10.7))
    regular: GapClass = field(default=GapClass(k0=0.05, a0=3.0, b0=0.8))
    regular_share: float = 0.001
    """pi: the share of ties believed to be regular before any gap is seen."""
    regular_share_in_series: float = 0.5
    """pi, where the calendar says that the meetings are a recurring series."""


SHIPPED = Prior()
