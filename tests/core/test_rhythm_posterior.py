"""The numbers of docs/rhythm.md, to four digits: the model is what the paper says it is."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from worker.core.posterior import posterior_of
from worker.core.tie import MetDay, Tie, tie_of

FIRST_DAY = date(2020, 1, 1)


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of the table of reference values."""

    days: tuple[int, ...]
    silence: int
    visits: int
    m: float
    c: float
    w: float
    delta: float
    stays_silent: float
    ended: float
    quiet: float
    risk: float
    is_series: bool = False

    @property
    def tie(self) -> Tie:
        return tie_of(
            MetDay(starts_on=day, ends_on=day, is_in_series=self.is_series)
            for day in (FIRST_DAY + timedelta(days=number) for number in self.days)
        )


TABLE = {
    "met once": Row(
        days=(0,), silence=200, visits=1,
        m=109.947, c=0.9463, w=0.0, delta=0.55556,
        stays_silent=0.36156, ended=0.77564, quiet=0.95253, risk=0.94469,
    ),
    "met twice": Row(
        days=(0, 30), silence=120, visits=2,
        m=55.502, c=1.1311, w=0.0, delta=0.26316,
        stays_silent=0.29383, ended=0.54863, quiet=0.82708, risk=0.82708,
    ),
    "a weekly series": Row(
        days=tuple(range(0, 84, 7)), silence=60, visits=12, is_series=True,
        m=7.088, c=1.5509, w=1.0, delta=0.04202,
        stays_silent=0.00004, ended=0.99916, quiet=0.99918, risk=0.99918,
    ),
    "about every month": Row(
        days=(0, 28, 63, 91, 119, 154, 182, 210), silence=90, visits=8,
        m=33.779, c=1.5362, w=0.1772, delta=0.06329,
        stays_silent=0.15456, ended=0.30418, quiet=0.57615, risk=0.57615,
    ),
    "now and then": Row(
        days=(0, 3, 41, 47, 130, 133, 260, 301, 302, 420), silence=150, visits=7,
        m=53.925, c=1.3329, w=0.0001, delta=0.07246,
        stays_silent=0.20293, ended=0.27797, quiet=0.70476, risk=0.70476,
    ),
    "a yearly conference of three days": Row(
        days=(0, 1, 2, 364, 365, 366, 728, 729, 730, 1099, 1100, 1101), silence=400, visits=4, is_series=True,
        m=343.312, c=1.3212, w=0.8251, delta=0.12821,
        stays_silent=0.40316, ended=0.26727, quiet=0.75297, risk=0.44979,
    ),
    "nine years of silence": Row(
        days=(0, 20, 45, 60, 130, 150), silence=3285, visits=6,
        m=31.709, c=1.3855, w=0.0024, delta=0.08475,
        stays_silent=0.00161, ended=0.98293, quiet=0.99937, risk=0.99937,
    ),
}  # fmt: skip


@pytest.mark.parametrize("row", TABLE.values(), ids=TABLE.keys())
def test_the_model_gives_the_numbers_of_the_paper(row: Row) -> None:
    """Every column of the table, to 1e-4 (the usual gap to 1e-3 days)."""
    posterior = posterior_of(row.tie)

    assert row.tie.visits == row.visits
    assert posterior.usual_gap_days == pytest.approx(row.m, abs=1e-3)
    assert posterior.bursty.c == pytest.approx(row.c, abs=1e-4)
    assert posterior.w == pytest.approx(row.w, abs=1e-4)
    assert posterior.delta == pytest.approx(row.delta, abs=1e-4)
    assert posterior.stays_silent(row.silence) == pytest.approx(row.stays_silent, abs=1e-4)
    assert posterior.ended(row.silence) == pytest.approx(row.ended, abs=1e-4)
    assert posterior.quiet(row.silence) == pytest.approx(row.quiet, abs=1e-4)
    assert posterior.risk(row.silence) == pytest.approx(row.risk, abs=1e-4)
