"""The product's own rhythm, as a detector that the evaluation script of the contact histories can judge.

Not run by itself: `./run bench rhythm histories` hands it to that script as `--candidate`.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from worker.core.batch import posteriors_of, sums_of
from worker.core.prior import Prior
from worker.core.tie import MetDay, Tie, tie_of
from worker.core.user_prior import prior_of

PROBABILITY = True
"""The score is the chance of no contact within the next `population.H` days: it is judged as one."""
DAY_NOUGHT = date(1870, 1, 1)

Floats = NDArray[np.float64]


class Population(Protocol):
    """All ties of one user at one time, as the script hands them over."""

    ties: list[Floats]
    now: float
    H: float
    cache: dict[str, Any]


def score(times: Sequence[float], now: float, population: Population) -> float:
    return float(score_batch([np.array(times)], now, population)[0])


def score_batch(histories: Sequence[Floats], now: float | Floats, population: Population) -> Floats:
    """`now` is one day number for all, or one for each."""
    if "prior" not in population.cache:
        population.cache["prior"] = _prior_of(population)
    silence = np.maximum(0.0, np.asarray(now) - np.array([times.max() for times in histories]))
    posteriors = posteriors_of(sums_of([_tie_of(times) for times in histories]), population.cache["prior"])
    return posteriors.quiet(silence, population.H)


def _prior_of(population: Population) -> Prior:
    ties = [_tie_of(times) for times in population.ties if len(times)]
    return prior_of(ties, _day(population.now))


def _tie_of(times: Floats) -> Tie:
    return tie_of(MetDay(starts_on=day, ends_on=day) for day in map(_day, times.tolist()))


def _day(number: float) -> date:
    return DAY_NOUGHT + timedelta(days=int(number))
