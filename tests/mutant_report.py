"""A report of mutants: one line of JSON for each that was tried, and from these how many were noticed where."""

import json
from collections import defaultdict
from collections.abc import Iterator
from math import sqrt
from pathlib import Path
from typing import Any

from tests.mutants import Mutant

FILE = Path("build/mutants.jsonl")
Row = dict[str, Any]
Key = tuple[str, str, str]


def row_of(mutant: Mutant, killed_by: str) -> Row:
    """`killed_by` is the test that failed, "time", or "" where it survived."""
    return {**vars(mutant), "function": mutant.function, "killed_by": killed_by}


def line_of(row: Row) -> str:
    return json.dumps(row) + "\n"


def rows() -> list[Row]:
    return [json.loads(line) for line in FILE.read_text("utf-8").splitlines()] if FILE.exists() else []


def key_of(row: Row) -> Key:
    """What finds a mutant again after its file was edited elsewhere."""
    return row["file"], row["function"], row["change"]


def table() -> Iterator[str]:
    """By file, by folder, and in all."""
    noticed: dict[tuple[int, str], list[bool]] = defaultdict(list)
    for row in rows():
        for place in ((0, row["file"]), (1, f"{Path(row['file']).parent}/"), (2, "all")):
            noticed[place].append(bool(row["killed_by"]))
    return (f"{place:38}{share(each)}" for (_, place), each in sorted(noticed.items()))


def share(noticed: list[bool]) -> str:
    """How many were noticed, and (Wilson, 95 %) between which shares that of all mutants lies."""
    n, z, p = len(noticed), 1.96, sum(noticed) / len(noticed)
    half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    low, high = ((p + z * z / (2 * n) + side) / (1 + z * z / n) for side in (-half, half))
    return f"{sum(noticed):6} of {n:5} {p:7.1%}  ({low:.1%} to {high:.1%})"
