"""How fast, how early, how right and how steady rhythm is, in one run.

    ./run bench rhythm                 speeds, and made-up ties with a known truth
    ./run bench rhythm histories DIR   public contact histories: ranking, calibration, steadiness
    ./run bench rhythm flutter DIR     only the last of these
    ./run bench rhythm pictures DIR    draws docs/pictures/rhythm-*.svg anew
    ./run bench rhythm store           bytes of a tie, and one more meeting after long histories

DIR defaults to the environment variable SNOWDROP_TEST_DATA, which makes the first line run all but the
pictures; `--quick` takes fewer days and users (minutes). The histories need scipy, pandas and scikit-learn.
Exit code 1 when a target is missed.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from time import process_time

import numpy as np
import rhythm_histories as histories
import rhythm_pictures as pictures
import rhythm_replay as replay
import rhythm_store as stored
import rhythm_synthetic as synthetic
from numpy.typing import NDArray

from bench.measuring import Promise
from worker.core.batch import Look, Sums, depths_of, posteriors_of, rhythms_of
from worker.core.rhythm import rhythm_of
from worker.core.tie import MetDay, tie_of
from worker.core.user_prior import prior_of

Slice = tuple[Sums, NDArray[np.float64]]
"""Running numbers of some ties, and the silence of each in days."""
TODAY = date(2026, 1, 1)
PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
_ON_HISTORIES = ("all", "histories", "flutter")
_NOT_JUDGED = "The histories were not judged: install {names}, and run this again."
MOST_FLUTTER = 0.001
"""Steps back without a contact, per month of one tie."""


def speeds() -> list[Promise]:
    met = _some_histories(4000)
    ties = [tie_of(days) for days in met]
    two_thousand, slices = ties[:2000], _some_slices(1_000_000)
    return [
        Promise(
            what="ties from running sums, in a batch",
            figure=1_000_000 / _seconds(lambda: _look_at(slices)),
            promised=1_000_000,
            unit="/s",
        ),
        Promise(
            what="ties from raw days (10 on average)",
            figure=len(met) / _seconds(lambda: rhythms_of([Look(tie=tie_of(days)) for days in met], TODAY)),
            promised=20_000,
            unit="/s",
        ),
        Promise(
            what="single looks",
            figure=len(ties) / _seconds(lambda: [rhythm_of(tie, TODAY) for tie in ties]),
            promised=10_000,
            unit="/s",
        ),
        Promise(
            what="priors of a user with 2,000 ties",
            figure=1 / _seconds(lambda: prior_of(two_thousand, TODAY)),
            promised=10,
            unit="/s",
        ),
    ]


def _seconds(work: Callable[[], object], rounds: int = 5) -> float:
    """Processor time, the best of a few rounds: what the work takes when nothing else runs beside it."""
    taken = []
    for _ in range(rounds):
        begun = process_time()
        work()
        taken.append(process_time() - begun)
    return min(taken)


def _some_histories(count: int) -> list[list[MetDay]]:
    chance = Random(1)
    return [_some_history(chance) for _ in range(count)]


def _some_history(chance: Random) -> list[MetDay]:
    day, met = date(2015, 1, 1) + timedelta(days=chance.randrange(2000)), list[MetDay]()
    while not met or chance.random() < 0.9:
        met.append(MetDay(starts_on=day, ends_on=day))
        day += timedelta(days=round(chance.lognormvariate(3.0, 1.2)))
    return met


def _some_slices(count: int) -> list[Slice]:
    """In slices that fit a processor's cache, as a server would take user after user."""
    rng, slices = np.random.default_rng(1), list[Slice]()
    for size in [10_000] * (count // 10_000):
        x, mean = rng.geometric(0.1, size) - 1, rng.normal(3.5, 1.0, size)
        sums = Sums(
            visits=x + 1,
            sum_y=x * mean,
            sum_y2=x * (mean**2 + rng.exponential(1.0, size)),
            is_series=rng.random(size) < 0.1,
        )
        slices.append((sums, rng.exponential(200.0, size)))
    return slices


def _look_at(slices: Sequence[Slice]) -> None:
    for sums, silence in slices:
        posteriors = posteriors_of(sums)
        posteriors.quiet(silence), posteriors.ended(silence)
        usual_gap, risk = posteriors.usual_gap_days, posteriors.risk(silence)
        depths_of(silence, usual_gap, risk, np.zeros(len(silence), dtype=np.int64))


def show_speeds() -> list[str]:
    print("Speed, one core\n")
    return _shown(speeds())


def _shown(promises: Sequence[Promise]) -> list[str]:
    """Prints them; gives what is missed."""
    print(*promises, sep="\n", end="\n\n", flush=True)
    return [str(promise) for promise in promises if not promise.is_kept]


def show_store() -> list[str]:
    size = stored.bytes_of_a_tie([tie_of(days) for days in _some_histories(50_000)])
    later = stored.later_meetings()
    print(f"A tie in the store: {size:.0f} bytes, at most {stored.MOST_BYTES}\n")
    print("| meetings before | one more | all anew | questions about touches |\n|---|---|---|---|")
    for one in later:
        times = f"{one.added * 1000:.2f} ms | {one.rebuilt * 1000:.2f} ms"
        print(f"| {one.history:,} | {times} | {one.histories_read} |")
    print()
    missed = [f"a tie takes {size:.0f} bytes"] if size > stored.MOST_BYTES else []
    if later[-1].added > stored.MOST_GROWTH * later[0].added:
        missed.append("one more meeting takes longer after a longer history")
    return missed + ["a history is read to add to it" for one in later if one.histories_read]


def show_synthetic() -> list[str]:
    print("Made-up ties with a known truth\n")
    print(*synthetic.table(), sep="\n", end="\n\n")
    return []


def show_histories(folder: Path, *, quick: bool) -> list[str]:
    print("Public contact histories, macro means\n", flush=True)
    results = histories.judged(folder, quick=quick)
    print(*histories.judged_table(results), sep="\n", end="\n\n")
    missed = _shown(histories.promises(results)) if quick else []
    return missed + show_flutter(folder, quick=quick)


def show_flutter(folder: Path, *, quick: bool) -> list[str]:
    print("| steps back without a contact, per tie-month | tie-months | product | without hysteresis |")
    print("|---|---|---|---|")
    missed = []
    for name, seen in replay.flutter_in(folder, quick=quick).items():
        share, without = seen.with_memory / seen.tie_months, seen.without_memory / seen.tie_months
        print(f"| {name} | {seen.tie_months:,.0f} | {share:.4%} | {without:.4%} |")
        missed += [f"{name} flutters in {share:.3%} of tie-months"] if share > MOST_FLUTTER else []
    return missed


def show_pictures(folder: Path | None) -> list[str]:
    PICTURES.mkdir(parents=True, exist_ok=True)
    (PICTURES / "rhythm-survival.svg").write_text(pictures.survival())
    if folder:
        bins = replay.reliability(replay.foresights(folder))
        (PICTURES / "rhythm-reliability.svg").write_text(pictures.reliability(bins))
        print(
            *(f"said {said:.3f}  came {came:.3f}  share {share:.3f}" for said, came, share in bins), sep="\n"
        )
    return []


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    whats = ("all", "speed", "store", "synthetic", "histories", "flutter", "pictures")
    parser.add_argument("what", nargs="?", choices=whats, default="all")
    parser.add_argument("folder", nargs="?", default=os.environ.get("SNOWDROP_TEST_DATA"))
    parser.add_argument("--quick", action="store_true")
    given = parser.parse_args()
    folder, missed = histories.folder_of(given.folder), list[str]()
    if given.what in ("all", "speed"):
        missed += show_speeds()
    if given.what in ("all", "store"):
        missed += show_store()
    if given.what in ("all", "synthetic"):
        missed += show_synthetic()
    if given.what in ("histories", "flutter") and not folder:
        parser.error("no evaluate.py found: name the folder of the histories, or set SNOWDROP_TEST_DATA")
    lacking = histories.missing_libraries() if folder and given.what in _ON_HISTORIES else []
    if lacking:
        print(_NOT_JUDGED.format(names=", ".join(lacking)))
        print(*(f"MISSED: {sentence}" for sentence in missed), sep="\n")
        return 1 if missed or given.what != "all" else 0
    if given.what in ("all", "histories") and folder:
        missed += show_histories(folder, quick=given.quick)
    if given.what == "flutter" and folder:
        missed += show_flutter(folder, quick=given.quick)
    if given.what == "pictures":
        missed += show_pictures(folder)
    print(*(f"MISSED: {sentence}" for sentence in missed), sep="\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
