"""Figures are what a critical friend would count in a life that was played: how often, whom, what, and who would
have come back anyway.

Beside `life.py`: weeks → one column of a table. Whoever "came back" was met again within 30 days by themselves,
since in a backtest nobody answers.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from tasks.backtest import Week
from worker.core.giving.catalogue import Occasion
from worker.core.giving.occasion import SEEN_DAYS
from worker.core.giving.said import sentences_in
from worker.core.nudge import Nudge
from worker.core.rhythm import MIN_VISITS

BACK_DAYS = 30
_SILENCES = (21, 45, 90, 180, 365, 730, 1825)
"""Silences of about the same length are compared with each other; in days."""
_YEAR_DAYS = 365
_VALUES = re.compile(r"“[^”]*”|\d+")

Days = Mapping[str, Sequence[date]]
"""Person's key → the days of all meetings, in order."""


@dataclass(frozen=True, kw_only=True)
class Lived:
    """What was played, and what is known about those who stand in it."""

    weeks: Sequence[Week]
    days: Days
    circles: Mapping[str, str]
    """Person's key → circle."""

    @property
    def nudges(self) -> list[Nudge]:
        return [nudge for week in self.weeks for nudge in week.plan.nudges]


def figures_of(lived: Lived) -> dict[str, str]:
    """The figures of one life, by their names."""
    nudges, full = lived.nudges, Counter(len(week.plan.nudges) for week in lived.weeks)
    silences = [nudge for nudge in nudges if nudge.reason == Occasion.RHYTHM]
    easy = [nudge for nudge in nudges if nudge.reason == Occasion.WARM_UP]
    base, anyone = _base_rates(lived)
    alike = [base[_length(nudge, lived.days)] for nudge in silences]
    return {
        "people": f"{len(lived.days):,}",
        "weeks": str(len(lived.weeks)),
        "nudges a week": f"{len(nudges) / len(lived.weeks):.2f}",
        "weeks with 0, 1, 2, 3": " · ".join(f"{full[n] / len(lived.weeks):.0%}" for n in range(4)),
        "silences: met again within 30 days": _share(_is_back(n, lived.days) for n in silences),
        "… anyone as long silent": f"{sum(alike) / max(len(alike), 1):.1%}",
        "… anyone well known and not just seen": f"{anyone:.1%}",
        "easy words: met again within 30 days": _share(_is_back(n, lived.days) for n in easy),
        "same person within 90 days": str(_again(nudges, 2, 90)),
        "same person within a year": str(_again(nudges, 2, _YEAR_DAYS)),
        "… a third time": str(_again(nudges, 3, _YEAR_DAYS)),
        "people nudged": f"{len({nudge.person for nudge in nudges}):,}",
        "reasons": _shares(nudge.reason for nudge in nudges),
        "circles": _shares(lived.circles.get(nudge.person, "") for nudge in nudges),
        "gifts": _shares(nudge.gift.kind.value for nudge in nudges),
        "ways": _shares(nudge.channel for nudge in nudges),
        "the commonest sentence, a year": f"{_commonest(lived):.1f} times",
        "a reason told like the one before": _share(
            bare(later.why, later) & bare(earlier.why, earlier) for earlier, later in pairwise(nudges)
        ),
    }


def bare(text: str, nudge: Nudge) -> frozenset[str]:
    """The sentences of a text without what it is about: its name, its quotations, its numbers."""
    called = re.compile("|".join(re.escape(part) for part in nudge.name.split()))
    return frozenset(_VALUES.sub("…", called.sub("…", each)) for each in sentences_in(text))


def _commonest(lived: Lived) -> float:
    """How many times in a year the sentence comes that comes most."""
    told = Counter(
        sentence
        for nudge in lived.nudges
        for text in (nudge.why, nudge.gift.text, nudge.draft)
        for sentence in bare(text, nudge)
    )
    return max(told.values(), default=0) * 52 / len(lived.weeks)


def _base_rates(lived: Lived) -> tuple[Mapping[int, float], float]:
    """Who was met again within 30 days, week after week, of all who are well known and were not just seen: by the
    length of their silence, and altogether."""
    seen, back = Counter[int](), Counter[int]()
    for days in lived.days.values():
        for week in lived.weeks:
            at = bisect_right(days, week.monday)
            if at < MIN_VISITS or (week.monday - days[at - 1]).days <= SEEN_DAYS:
                continue
            length = bisect_right(_SILENCES, (week.monday - days[at - 1]).days)
            seen[length] += 1
            back[length] += at < len(days) and days[at] <= week.monday + timedelta(days=BACK_DAYS)
    rates = defaultdict(float, {length: back[length] / seen[length] for length in seen})
    return rates, back.total() / max(seen.total(), 1)


def _length(nudge: Nudge, days: Days) -> int:
    met = days[nudge.person]
    return bisect_right(_SILENCES, (nudge.on - met[bisect_right(met, nudge.on) - 1]).days)


def _is_back(nudge: Nudge, days: Days) -> bool:
    met = days[nudge.person]
    at = bisect_right(met, nudge.on)
    return at < len(met) and met[at] <= nudge.on + timedelta(days=BACK_DAYS)


def _again(nudges: Iterable[Nudge], times: int, within_days: int) -> int:
    """How many nudges were so many-th about their person within so many days."""
    by_person = defaultdict[str, list[date]](list)
    for nudge in nudges:
        by_person[nudge.person].append(nudge.on)
    return sum(
        (on - earlier).days <= within_days
        for days in by_person.values()
        for earlier, on in zip(days, days[times - 1 :], strict=False)
    )


def _share(are: Iterable[object]) -> str:
    told = [bool(each) for each in are]
    return f"{sum(told) / len(told):.1%}" if told else "–"


def _shares(values: Iterator[str]) -> str:
    counts = Counter(values)
    return f"{len(counts)}: " + ", ".join(
        f"{what} {count / counts.total():.0%}" for what, count in counts.most_common()
    )
