"""A measure is a time taken, a promise is what it has to be; both are printed side by side.

Ratios hold on any machine; seconds are given for the feel of it. They are seconds of the processor, all threads
together: a neighbour on the machine does not count, nor does waiting for the disk at a commit (some milliseconds).
"""

import gc
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from time import process_time

KEPT, MISSED = "kept", "MISSED"


@dataclass(frozen=True, kw_only=True)
class Promise:
    """One figure beside what was promised. `at_least`: more is better; else less is."""

    what: str
    figure: float
    promised: float
    unit: str
    at_least: bool = True

    @property
    def is_kept(self) -> bool:
        return self.figure >= self.promised if self.at_least else self.figure <= self.promised

    def __str__(self) -> str:
        sign = "≥" if self.at_least else "≤"
        word = KEPT if self.is_kept else MISSED
        digits = 2 if self.figure >= 1 else 4
        return f"{self.what:58s} {self.figure:12,.{digits}f} {self.unit:3s} {sign} {self.promised:,}  {word}"


def seconds(work: Callable[[], object], rounds: int = 1) -> float:
    """Processor seconds of the best round: what it takes when nothing else runs beside it."""
    taken = []
    for _ in range(rounds):
        gc.collect()
        begun = process_time()
        work()
        taken.append(process_time() - begun)
    return min(taken)


def show_table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """As Markdown, ready for docs/performance.md."""
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |", flush=True)
    print()


def show_promises(promises: Sequence[Promise]) -> int:
    """Prints them all; the exit code: 1 where one is missed."""
    print(*promises, sep="\n", end="\n\n", flush=True)
    return 0 if all(promise.is_kept for promise in promises) else 1


def shown(value: float) -> str:
    """Seconds as people say them."""
    return f"{value * 1000:,.0f} ms" if value < 1 else f"{value:,.1f} s"
