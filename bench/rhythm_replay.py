"""Public contact histories, lived through again: were chances true, and did states keep still?

Run by `./run bench rhythm flutter FOLDER` and `… pictures FOLDER`, with the folder's own reader.
"""

import importlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from worker.core.batch import DEPTHS, Look, rhythms_of
from worker.core.prior import SHIPPED, Prior
from worker.core.rhythm import Rhythm, State
from worker.core.tie import NEVER_MET, MetDay, Tie, tie_after
from worker.core.user_prior import prior_of

DAY_NOUGHT = date(1870, 1, 1)
DAYS_IN_MONTH = 30.4

Floats = NDArray[np.float64]


# Reliability: what was foreseen beside what came


@dataclass(frozen=True, kw_only=True)
class Foresight:
    """Chances of silence over the next H days said at some day, and whether it stayed silent."""

    said: Floats
    came: Floats


def foresights(folder: Path) -> list[Foresight]:
    """At up to four days in the second half of each history, for every tie of up to 40 users."""
    core = _loaded(folder)
    return [_foresight_in(core, name) for name in core.LONG]


def reliability(seen: Sequence[Foresight], bins: int = 10) -> list[tuple[float, float, float]]:
    """Per tenth of what was said: mean said, mean that came (data sets weigh the same), share of all."""
    rows = []
    for low in range(bins):
        parts = [
            (one.said[inside].mean(), one.came[inside].mean(), inside.mean())
            for one in seen
            if (inside := np.minimum((one.said * bins).astype(int), bins - 1) == low).sum() >= 20
        ]
        if parts:
            said, came, share = np.mean(np.array(parts), axis=0)
            rows.append((float(said), float(came), float(share) * len(parts) / len(seen)))
    return rows


def _foresight_in(core: Any, name: str) -> Foresight:
    data = core.load(name)
    horizon = data.H[0]
    rows = []
    for cut in core.cuts(data, ntest=4)[1]:
        now = core.at_cut(data, int(cut), data.H[:2])
        for ego in np.unique(now["ego"])[:40] if now else []:
            of = np.nonzero(now["ego"] == ego)[0]
            ties = [_tie_until(data, int(tie), int(cut)) for tie in now["tie"][of]]
            rhythms = rhythms_of([Look(tie=t) for t in ties], _day(cut), prior=prior_of(ties, _day(cut)))
            came = now["next"][of] > horizon
            rows += [(r.p_silent, c) for r, c in zip(rhythms, came, strict=True) if r]
    said, came = np.array(rows, dtype=np.float64).T
    return Foresight(said=said, came=came)


def _tie_until(data: Any, index: int, cut: int) -> Tie:
    tie = NEVER_MET
    for number in data.t[data.ptr[index] : data.ptr[index + 1]]:
        if number <= cut:
            tie = tie_after(tie, MetDay(starts_on=_day(number), ends_on=_day(number)))
    return tie


# Flutter: states that go back although nobody met


@dataclass(frozen=True, kw_only=True)
class Flutter:
    """Steps towards a lighter state without any contact, over weekly looks with weekly re-fits."""

    tie_months: float
    with_memory: int
    """As the product does it: the state before counts."""
    without_memory: int


def flutter_in(folder: Path, *, quick: bool) -> dict[str, Flutter]:
    """Per data set: the busiest users, week by week through the second half."""
    core = _loaded(folder)
    users, weeks = (2, 52) if quick else (4, 156)
    return {name: _flutter_of(core.load(name), users, weeks) for name in core.LONG}


def _flutter_of(data: Any, users: int, weeks: int) -> Flutter:
    egos, contacts = np.unique(data.ego[data.tie_of], return_counts=True)
    counts = [_flutter_of_user(data, ego, weeks) for ego in egos[np.argsort(-contacts)][:users]]
    looks, kept, forgot = np.array(counts).sum(axis=0).tolist()
    return Flutter(tie_months=looks * 7 / DAYS_IN_MONTH, with_memory=kept, without_memory=forgot)


def _flutter_of_user(data: Any, ego: int, weeks: int) -> tuple[int, int, int]:
    """Looks at ties, steps back with memory, steps back without."""
    contacts, at = _contacts_of(data, ego), 0
    ties: dict[int, Tie] = {}
    kept, forgot = dict[int, Rhythm](), dict[int, Rhythm]()
    looks = back = back_without = 0
    for now in range(max(data.end // 2, data.end - 7 * weeks), data.end, 7):
        while at < len(contacts) and contacts[at][0] <= now:
            number, who = contacts[at]
            ties[who] = tie_after(
                ties.get(who, NEVER_MET), MetDay(starts_on=_day(number), ends_on=_day(number))
            )
            at += 1
        prior = prior_of(ties.values(), _day(now)) if ties else SHIPPED
        looks += len(ties)
        back += _steps_back(ties, kept, _day(now), prior, has_memory=True)
        back_without += _steps_back(ties, forgot, _day(now), prior, has_memory=False)
    return looks, back, back_without


def _contacts_of(data: Any, ego: int) -> list[tuple[int, int]]:
    """Day number and tie, oldest first."""
    mine = data.ego[data.tie_of] == ego
    return sorted(zip(data.t[mine].tolist(), data.tie_of[mine].tolist(), strict=True))


def _steps_back(
    ties: dict[int, Tie], last: dict[int, Rhythm], today: date, prior: Prior, *, has_memory: bool
) -> int:
    """Looks at all ties, keeps what it saw in `last`, and counts the lighter ones within one silence."""
    looks = [_look(tie, last.get(who) if has_memory else None) for who, tie in ties.items()]
    steps = 0
    for who, rhythm in zip(ties, rhythms_of(looks, today, prior=prior), strict=True):
        if rhythm is None:
            continue
        before = last.get(who)
        if before and before.silent_since == rhythm.silent_since:
            steps += _depth(rhythm.state) < _depth(before.state)
        last[who] = rhythm
    return steps


def _depth(state: State) -> int:
    """New and met once have none: they count as active."""
    return DEPTHS.index(state) if state in DEPTHS else 0


def _look(tie: Tie, before: Rhythm | None) -> Look:
    if before is None:
        return Look(tie=tie)
    return Look(tie=tie, before=before.state, was_silent_since=before.silent_since)


def _loaded(folder: Path) -> Any:
    """The folder's own reader of the histories."""
    if str(folder) not in sys.path:
        sys.path.append(str(folder))
    sys.dont_write_bytecode = True
    return importlib.import_module("core")


def _day(number: float) -> date:
    return DAY_NOUGHT + timedelta(days=int(number))
