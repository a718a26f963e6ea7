"""Commands, as a person waits for them: the whole process, from the shell and back, the median of some runs."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.made_up import ME, NOW, calendar_of
from bench.measuring import Promise, show_promises

EVENTS = 1_000
RUNS = 5


def median_seconds(*args: str) -> float:
    taken = []
    for _ in range(RUNS):
        begun = perf_counter()
        subprocess.run(
            [sys.executable, "-m", "tasks.cli", *args],
            check=True,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
        )
        taken.append(perf_counter() - begun)
    return median(taken)


def measured(folder: Path) -> Sequence[Promise]:
    file = folder / "made-up.ics"
    file.write_bytes(calendar_of(EVENTS, people=200))
    preview = median_seconds(
        "preview", str(file), "--me", ME, "--now", NOW.isoformat(), "--tz", "Europe/Berlin"
    )
    return [
        Promise(
            what="snowdrop --help", figure=median_seconds("--help"), promised=0.3, unit="s", at_least=False
        ),
        Promise(
            what=f"snowdrop preview, {EVENTS:,} events", figure=preview, promised=2, unit="s", at_least=False
        ),
    ]


def main() -> int:
    """The exit code: 1 where a promise is missed."""
    with tempfile.TemporaryDirectory(prefix="snowdrop-bench-") as folder:
        return show_promises(measured(Path(folder)))
