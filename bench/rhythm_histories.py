"""Public contact histories, on which the product's own code is judged by an outside script.

Run by `./run bench rhythm histories FOLDER`. The folder holds `evaluate.py`, `core.py` and the histories
themselves; it is no part of the project (the files have licences of their own).
"""

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np

from bench.measuring import Promise

HERE = Path(__file__).parent

DETECTORS = {
    "CANDIDATE": "the product",
    "RHYTHM-ODDS user": "terse reference",
    "silence (any fixed threshold)": "days of silence (30, 60, 90, 180 …)",
    "silence / mean gap": "silence ÷ mean gap",
    "silence / median gap": "silence ÷ median gap",
    "percentile of own gaps": "percentile of own gaps",
    "MBG/NBD P0": "MBG/NBD",
    "BG/log-normal-t P0": "log-normal-t, 6 numbers fitted",
}
BUDGET_RULES = {
    "RHYTHM dormant, strength x risk first": "dormant rule, risk × ln(1 + n) first",
    "fixed30": "30 days",
    "fixed60": "60 days",
    "fixed90": "90 days",
    "fixed180": "180 days",
    "2 x mean gap": "2 × mean gap",
    "3 x median gap": "3 × median gap",
}
ALERT_RULES = {
    "CANDIDATE": "the product",
    "fixed days": "fixed",
    "silence / mean gap": "silence ÷ mean gap",
    "silence / median gap": "silence ÷ median gap",
}
TARGETS = {"auc_all": 0.878, "auc_zone": 0.781, "ece_all": 0.031}


def folder_of(path: str | None) -> Path | None:
    """The folder with evaluate.py: the path given, or `histories` in it; None where there is none."""
    candidates = [Path(path), Path(path) / "histories"] if path else []
    return next((folder.resolve() for folder in candidates if (folder / "evaluate.py").is_file()), None)


def missing_libraries() -> list[str]:
    """What the evaluation script needs and this environment has not; the product needs none of them."""
    names = {"pandas": "pandas", "scipy": "scipy", "sklearn": "scikit-learn"}
    return [name for module, name in names.items() if importlib.util.find_spec(module) is None]


def judged(folder: Path, *, quick: bool) -> dict[str, Any]:
    """Runs the evaluation script with the product as its candidate; minutes of one core. Its macro means."""
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "results.json"
        command = [
            sys.executable,
            "evaluate.py",
            "--candidate",
            str(HERE / "rhythm_candidate.py"),
            "--out",
            str(out),
        ]
        command += ["--tasks", "class,alert,budget", *(["--quick"] if quick else [])]
        environment = os.environ | {
            "PYTHONPATH": str(HERE.parent),
            "PYTHONDONTWRITEBYTECODE": "1",
            "OMP_NUM_THREADS": "1",
        }
        subprocess.run(command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
        results: dict[str, Any] = json.loads(out.read_text())
    return results


def judged_table(results: dict[str, Any]) -> Iterator[str]:
    yield "| no contact in the next 90 days? | AUC all | AUC zone | log-loss | ECE all | ECE zone |"
    yield "|---|---|---|---|---|---|"
    for key, name in DETECTORS.items():
        row = results[key]
        cells = (row.get(column) for column in ("auc_all", "auc_zone", "ll_all", "ece_all", "ece_zone"))
        yield (
            f"| {name} | " + " | ".join("–" if x is None or np.isnan(x) else f"{x:.4f}" for x in cells) + " |"
        )
    yield ""
    yield "| at most three nudges a month | nudges | silent for 180 more days | back within 30 days |"
    yield "|---|---|---|---|"
    for key, name in BUDGET_RULES.items():
        row = results[f"budget:{key}"]
        yield f"| {name} | {row['nudges']:.0f} | {row['prec180']:.1%} | {row['fa30']:.1%} |"
    yield ""
    yield "| as many alerts as a fixed interval | alerts | stayed silent | back within 30 days | median day |"
    yield "|---|---|---|---|---|"
    for days, (key, name) in product((60, 90, 180), ALERT_RULES.items()):
        row = results[f"alert{days}:{key}"]
        numbers = f"{row['n']:.0f} | {row['dorm']:.1%} | {row['fa30']:.1%} | {row['delay']:.0f}"
        yield f"| {days} days: {name} | {numbers} |"


def promises(results: dict[str, Any]) -> list[Promise]:
    """What the quick run has to reach."""
    row = results["CANDIDATE"]
    return [
        Promise(
            what=f"rhythm, {name}",
            figure=row[name],
            promised=bound,
            unit="",
            at_least=not name.startswith("ece"),
        )
        for name, bound in TARGETS.items()
    ]
