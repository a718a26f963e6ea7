"""Made-up ties with a known truth: when does each rule notice an end, and how often does it cry wolf?

Run by `./run bench rhythm synthetic`. The same seeds give the same table on every machine.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import ceil
from random import Random
from statistics import mean, median

from worker.core.away import Away, days_between
from worker.core.posterior import posterior_of
from worker.core.prior import SHIPPED
from worker.core.rhythm import DEGREES, State
from worker.core.tie import NEVER_MET, MetDay, Tie, tie_after

START = date(2000, 1, 3)
TIES_EACH = 40
FEWEST_VISITS = 4
"""Below it no rule may make a nudge out of a rhythm."""
AT_LAST_DAYS = 20_000
"""A rule that has not noticed by then never will."""

Rule = Callable[[Tie, Sequence[int]], int]
"""From a tie and its gaps so far to the silence, in days, at which the rule speaks."""


def model(tie: Tie, _: Sequence[int]) -> int:
    """The first day on which the tie is dormant; the risk never falls beyond 1.5 m, so halving finds it."""
    posterior, dormant = posterior_of(tie, SHIPPED), DEGREES[State.DORMANT]
    earliest = max(dormant.enter_days, ceil(dormant.enter_gaps * posterior.usual_gap_days))
    waited: int = bisect_left(range(earliest, AT_LAST_DAYS), dormant.enter_risk, key=posterior.risk)
    return earliest + waited


def fixed(days: int) -> Rule:
    return lambda _tie, _gaps: days


def times_the_mean(factor: float) -> Rule:
    return lambda _tie, gaps: max(21, ceil(factor * mean(gaps)))


def times_the_median(factor: float) -> Rule:
    return lambda _tie, gaps: max(21, ceil(factor * median(gaps)))


RULES: Mapping[str, Rule] = {
    "model": model,
    "30 days": fixed(30),
    "60 days": fixed(60),
    "90 days": fixed(90),
    "180 days": fixed(180),
    "2 × mean": times_the_mean(2),
    "3 × median": times_the_median(3),
}


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of tie: its meetings as day numbers, oldest first; the last one is the end."""

    name: str
    meetings: Callable[[Random], Sequence[int]]
    is_in_series: bool = False
    away: Away = ()


def steady(
    every: int, *, years: int = 12, skipped: float = 0.0, jitter: float = 0.15
) -> Callable[..., list[int]]:
    """About every so many days, each meeting a little early or late, some skipped."""

    def meetings(chance: Random) -> list[int]:
        planned = range(0, years * 365, every)
        return [round(day + chance.gauss(0, jitter * every)) for day in planned if chance.random() >= skipped]

    return meetings


def without_holidays(every: int) -> Callable[..., list[int]]:
    """Nobody in July and August, nor between the years."""

    def meetings(chance: Random) -> list[int]:
        days = steady(every, skipped=0.1)(chance)
        return [day for day in days if not 182 <= day % 365 < 244 and day % 365 < 354]

    return meetings


def only(count: int, meetings: Callable[[Random], Sequence[int]]) -> Callable[[Random], Sequence[int]]:
    """The first so many of these: a tie that ends young."""
    return lambda chance: meetings(chance)[:count]


def in_bursts(chance: Random) -> list[int]:
    """A project of six or so weekly meetings, then four to nine months without."""
    days: list[int] = []
    day = 0
    while day < 12 * 365:
        for _ in range(chance.randint(4, 8)):
            days.append(day)
            day += chance.randint(5, 9)
        day += chance.randint(120, 270)
    return days


def with_a_year_off(chance: Random) -> list[int]:
    """Every five weeks, but for the sixth year."""
    return [day for day in steady(35)(chance) if not 5 * 365 <= day < 6 * 365]


def moved_abroad(chance: Random) -> list[int]:
    """Every month for five years, then once a year for eight."""
    return steady(30, years=5)(chance) + [
        5 * 365 + day for day in steady(365, years=9, jitter=0.05)(chance)[1:]
    ]


def nine_years_later(chance: Random) -> list[int]:
    """Every two months for three years, nine years of nothing, and then every two months again."""
    before = steady(60, years=3, jitter=0.3)(chance)
    return before + [before[-1] + 9 * 365 + day for day in steady(60, years=2, jitter=0.3)(chance)]


PARENTAL_LEAVE = ((START + timedelta(days=5 * 365), START + timedelta(days=6 * 365)),)

KINDS = (
    Kind(name="every week, a series", meetings=steady(7, skipped=0.1), is_in_series=True),
    Kind(name="every week", meetings=steady(7, skipped=0.1)),
    Kind(name="every two weeks, 20 % skipped", meetings=steady(14, skipped=0.2)),
    Kind(name="every month", meetings=steady(30)),
    Kind(name="every month, 20 % skipped", meetings=steady(30, skipped=0.2)),
    Kind(name="every month, not on holidays", meetings=without_holidays(30)),
    Kind(name="… the same, a series", meetings=without_holidays(30), is_in_series=True),
    Kind(name="every month, eight times only", meetings=only(8, steady(30))),
    Kind(name="… the same, a series", meetings=only(8, steady(30)), is_in_series=True),
    Kind(name="every two months", meetings=steady(60)),
    Kind(name="every quarter", meetings=steady(91)),
    Kind(name="every quarter, 20 % skipped", meetings=steady(91, skipped=0.2)),
    Kind(name="twice a year", meetings=steady(182)),
    Kind(name="every year", meetings=steady(365, years=20, jitter=0.05)),
    Kind(name="every year, a series", meetings=steady(365, years=20, jitter=0.01), is_in_series=True),
    Kind(name="in bursts", meetings=in_bursts),
    Kind(name="a year of parental leave, not told", meetings=with_a_year_off),
    Kind(name="a year of parental leave, told", meetings=with_a_year_off, away=PARENTAL_LEAVE),
    Kind(name="moved abroad: monthly, then yearly", meetings=moved_abroad),
    Kind(name="nine years of silence, then again", meetings=nine_years_later),
)


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """How one rule did on one kind of tie."""

    noticed_after_days: float
    """Median silence at which the end was noticed."""
    false_alarms_a_year: float
    """Alarms in silences that ended by themselves, per year from the fourth visit on."""


def verdicts_on(kind: Kind, rules: Mapping[str, Rule] = RULES) -> dict[str, Verdict]:
    ties = [list(_silences(kind, Random(seed))) for seed in range(TIES_EACH)]
    return {name: _verdict(rule, ties) for name, rule in rules.items()}


@dataclass(frozen=True, kw_only=True)
class Silence:
    """One silence of an established tie, and how long it lasted; None for the last, which never ended."""

    tie: Tie
    gaps: tuple[int, ...]
    lasted_days: int | None


def _silences(kind: Kind, chance: Random) -> Iterator[Silence]:
    days = [START + timedelta(days=number) for number in sorted(set(kind.meetings(chance)))]
    tie, gaps = NEVER_MET, list[int]()
    for day, following in pairwise([*days, None]):
        assert day
        before = tie
        tie = tie_after(
            tie, MetDay(starts_on=day, ends_on=day, is_in_series=kind.is_in_series), away=kind.away
        )
        if tie.visits > before.visits > 0 and before.visit_started_on:
            gaps.append(days_between(before.visit_started_on, day, kind.away))
        if tie.visits >= FEWEST_VISITS:
            lasted = days_between(day, following, kind.away) if following else None
            yield Silence(tie=tie, gaps=tuple(gaps), lasted_days=lasted)


def _verdict(rule: Rule, ties: Sequence[Sequence[Silence]]) -> Verdict:
    noticed = [rule(silences[-1].tie, silences[-1].gaps) for silences in ties]
    ended = [silence for silences in ties for silence in silences if silence.lasted_days is not None]
    alarms = sum(rule(silence.tie, silence.gaps) <= (silence.lasted_days or 0) - 1 for silence in ended)
    years = sum(silence.lasted_days or 0 for silence in ended) / 365.25
    return Verdict(noticed_after_days=median(noticed), false_alarms_a_year=alarms / years)


def table() -> Iterator[str]:
    """The table of docs/rhythm.md: median day of notice / false alarms per year."""
    yield "| kind of tie (median day of notice / false alarms a year) | " + " | ".join(RULES) + " |"
    yield "|---" * (len(RULES) + 1) + "|"
    for kind in KINDS:
        verdicts = verdicts_on(kind).values()
        cells = (f"{seen.noticed_after_days:.0f} / {seen.false_alarms_a_year:.2f}" for seen in verdicts)
        yield f"| {kind.name} | " + " | ".join(cells) + " |"
