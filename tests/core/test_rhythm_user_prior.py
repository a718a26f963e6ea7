"""What is learnt of a user from their ties alone."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import accumulate, pairwise
from math import exp, lgamma, log
from random import Random

import pytest

from worker.core.batch import DEPTHS, Look, rhythms_of
from worker.core.posterior import posterior_of
from worker.core.prior import SHIPPED, Prior
from worker.core.rhythm import Rhythm, State
from worker.core.tie import MetDay, Tie, tie_of
from worker.core.user_prior import BELIEF, prior_of

FIRST_DAY = date(2020, 1, 1)
TODAY = date(2026, 1, 1)


def some_ties(count: int, *, usual_gap: float, seed: int = 7) -> list[Tie]:
    """Ties that go on with a chance of 80 % at each meeting, with gaps around `usual_gap` days."""
    chance = Random(seed)
    return [_some_tie(chance, usual_gap) for _ in range(count)]


def _some_tie(chance: Random, usual_gap: float) -> Tie:
    return _met_by(TODAY, _some_days(chance, usual_gap))


def _some_days(chance: Random, usual_gap: float) -> list[date]:
    days = [FIRST_DAY + timedelta(days=chance.randrange(1000))]
    while chance.random() < 0.8:
        days.append(days[-1] + timedelta(days=round(chance.lognormvariate(log(usual_gap), 0.8))))
    return days


def _met_by(today: date, days: list[date]) -> Tie:
    return tie_of(MetDay(starts_on=day, ends_on=day) for day in days if day <= today)


def _look(tie: Tie, last: Rhythm | None) -> Look:
    return Look(tie=tie, before=last.state, was_silent_since=last.silent_since) if last else Look(tie=tie)


def _is_step_back(last: Rhythm | None, now: Rhythm | None) -> bool:
    """A lighter state in the same silence."""
    if not last or not now or last.silent_since != now.silent_since:
        return False
    return last.state in DEPTHS and DEPTHS.index(now.state) < DEPTHS.index(last.state)


def foresight(ties: list[Tie], prior: Prior) -> float:
    """The objective of docs/rhythm.md, word for word, up to what no prior changes."""
    u, v = prior.mu0 - SHIPPED.mu0, log(prior.a / SHIPPED.a)
    return sum(_foresight_of(tie, prior) for tie in ties) - (u * u + v * v) / (2 * BELIEF**2)


def _foresight_of(tie: Tie, prior: Prior) -> float:
    of, a, b, x = prior.bursty, prior.a, prior.b, tie.visits - 1
    mean = tie.sum_y / x if x else 0.0
    bn = of.b0 + (tie.sum_y2 - x * mean**2) / 2 + of.k0 * x * (mean - prior.mu0) ** 2 / (2 * (of.k0 + x))
    assert tie.last_met_on
    alive = posterior_of(tie, prior).bursty.stays_silent((TODAY - tie.last_met_on).days)
    last = exp(_log_beta(a + 1, b + x) - _log_beta(a, b))
    going_on = exp(_log_beta(a, b + x + 1) - _log_beta(a, b))
    return -(of.a0 + x / 2) * log(bn) + log(last + going_on * alive)


def _log_beta(p: float, q: float) -> float:
    return lgamma(p) + lgamma(q) - lgamma(p + q)


def test_without_ties_the_shipped_prior_stands() -> None:
    """People only ahead are none."""
    ties = some_ties(25, usual_gap=20)
    first = min(tie.first_met_on for tie in ties if tie.first_met_on)

    assert prior_of([], TODAY) == SHIPPED
    assert prior_of(ties, first - timedelta(days=1)) == SHIPPED
    assert prior_of(ties[:5], TODAY) != SHIPPED


def test_one_more_person_changes_little_about_the_others() -> None:
    """Friends of whom none was met only once, as titles and an address book tell of them: however many are known."""
    chance = Random(3)
    friends = [_friend(chance) for _ in range(40)]
    gaps = (chance.randrange(14, 90) for _ in range(27))
    silent = _met_by(TODAY, [TODAY - timedelta(days=240 + days) for days in (0, *accumulate(gaps))])
    risks = [posterior_of(silent, prior_of(friends[:n], TODAY)).risk(240) for n in range(len(friends) + 1)]

    assert max(abs(after - before) for before, after in pairwise(risks)) < 0.02
    assert max(risks) - min(risks) < 0.1


def _friend(chance: Random) -> Tie:
    gap, last = chance.choice((7, 14, 30, 42, 90)), TODAY - timedelta(days=chance.randrange(3, 500))
    return _met_by(TODAY, [last - timedelta(days=gap * n) for n in range(chance.randrange(3, 30))])


@pytest.mark.parametrize("usual_gap", [10, 40, 150])
def test_the_gap_that_a_user_keeps_is_found(usual_gap: int) -> None:
    """Within a half, from 400 ties; slow rhythms look slower in six years than they are."""
    prior = prior_of(some_ties(400, usual_gap=usual_gap), TODAY)

    assert exp(prior.mu0) == pytest.approx(usual_gap, rel=0.5)


@pytest.mark.parametrize("change", [lambda p: (p.mu0 + 0.2, p.a), lambda p: (p.mu0 - 0.2, p.a)])
def test_no_neighbour_foresees_the_ties_better(change: Callable[[Prior], tuple[float, float]]) -> None:
    """The vectorised fit maximises what the paper writes down."""
    ties = some_ties(60, usual_gap=40)
    best = prior_of(ties, TODAY)
    mu0, a = change(best)

    for factor in (0.8, 1.0, 1.25):
        assert foresight(ties, best) > foresight(ties, Prior(mu0=mu0, a=a * factor))
        assert foresight(ties, best) >= foresight(ties, Prior(mu0=best.mu0, a=best.a * factor))


@pytest.mark.parametrize("usual_gap", [7, 15, 300])
def test_the_grid_is_searched_as_the_paper_says(usual_gap: int) -> None:
    """Seven by seven, three times, around the best point and with a third of the reach: by the slow objective."""
    ties = some_ties(24, usual_gap=usual_gap)
    u, v, reach = 0.0, 0.0, 1.5
    for _ in range(3):
        steps = [reach * step / 3 for step in range(-3, 4)]
        grid = [(u + du, v + dv) for du in steps for dv in steps]
        u, v = max(
            grid, key=lambda at: foresight(ties, Prior(mu0=SHIPPED.mu0 + at[0], a=SHIPPED.a * exp(at[1])))
        )
        reach /= 3

    found = prior_of(ties, TODAY)

    assert (found.mu0, found.a) == (pytest.approx(SHIPPED.mu0 + u), pytest.approx(SHIPPED.a * exp(v)))


def test_days_away_are_no_evidence_of_silence() -> None:
    """Half of the silence away: the same as if today were that much earlier."""
    ties = [_met_by(date(2024, 1, 1), _some_days(Random(seed), 20)) for seed in range(60)]
    away = [(date(2025, 1, 2), TODAY)]

    assert prior_of(ties, TODAY, away=away) == prior_of(ties, date(2025, 1, 1))
    assert prior_of(ties, TODAY, away=away) != prior_of(ties, TODAY)


def test_weekly_fits_do_not_make_states_flutter() -> None:
    """Two years of looks, the prior now of one half of the ties, now of the other: no state goes back."""
    chance = Random(3)
    histories = [_some_days(chance, 30) for _ in range(80)]
    last: list[Rhythm | None] = [None] * len(histories)
    states, steps_back = set[State](), 0

    for week in range(104):
        today = FIRST_DAY + timedelta(days=700 + 7 * week)
        ties = [_met_by(today, days) for days in histories]
        looks = [_look(tie, rhythm) for tie, rhythm in zip(ties, last, strict=True)]
        now = rhythms_of(looks, today, prior=prior_of(ties[week % 2 :: 2], today))
        steps_back += sum(_is_step_back(*pair) for pair in zip(last, now, strict=True))
        states |= {rhythm.state for rhythm in now if rhythm}
        last = now

    assert states == set(State) - {State.RESTING}
    assert steps_back == 0


def test_the_order_of_ties_is_irrelevant_even_when_they_are_sampled() -> None:
    """The sample is drawn by a stable hash: no week sees other ties than the last one did."""
    ties = some_ties(2500, usual_gap=40)

    assert prior_of(ties, TODAY) == prior_of(ties[::-1], TODAY)


def test_a_sample_speaks_for_all_even_where_thousands_look_alike() -> None:
    """An import of people met once on one day neither fills the sample nor falls out of it."""
    lookalikes = [tie_of([MetDay(starts_on=FIRST_DAY, ends_on=FIRST_DAY)])] * 4000
    lively = some_ties(1000, usual_gap=20)

    with_them, without = prior_of(lookalikes + lively, TODAY), prior_of(lively, TODAY)

    assert with_them.a > 1.5 * without.a
    assert with_them.mu0 < SHIPPED.mu0
