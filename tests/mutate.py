"""How many faults the tests of the core notice: `./run mutate [N] [FILE…]` tries N mutants of it, or of some files.

mutmut's own runner collects the tests anew for each mutant, which here takes longer than to run them. So they are
collected once, and each mutant is put into a fork, where the tests that reach its function run until one fails.
"""

import json
import os
import pickle
import resource
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from math import sqrt
from pathlib import Path
from types import CodeType
from typing import Any

import hypothesis
import pytest
from _pytest.runner import runtestprotocol

from tests.mutants import Mutant, Mutants

CORE = Path("worker/core")
REPORT = Path("build/mutants.jsonl")
SURVIVED = -1
MOST_MEMORY_BYTES = 3 * 2**30
"""A fault may ask for a list without end."""


def forked(work: Callable[[], Any]) -> Any:
    """What `work` returns or raises, in a process that leaves nothing behind; None where that was ended by force."""
    reading, writing = os.pipe()
    if not (child := os.fork()):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        try:
            answer = work()
        except BaseException as error:  # noqa: BLE001  # whatever it is, it is raised in the process that asked
            answer = error
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(answer, pipe)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = pickle.loads(pipe.read() or pickle.dumps(None))
    os.waitpid(child, 0)
    if isinstance(answer, BaseException):
        raise answer
    return answer


def fails(test: pytest.Item) -> bool:
    return any(report.failed for report in runtestprotocol(test, log=False))


class Trial:
    """A plugin of pytest that tries the mutants in place of running the tests once."""

    def __init__(self, mutants: Mutants, chosen: list[Mutant]) -> None:
        self.mutants, self.chosen = mutants, chosen
        self.noticed: dict[str, list[bool]] = defaultdict(list)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.tests = session.items
        self.seconds, reaching = forked(self.reached)
        killers: dict[str, list[int]] = defaultdict(list)
        with REPORT.open("w", buffering=1, encoding="utf-8") as report:
            for number, mutant in enumerate(self.chosen, 1):
                place = f"{mutant.file}:{mutant.function}"
                known = killers[place]
                tests = [*known, *(test for test in reaching.get(place, ()) if test not in known)]
                killer = forked(lambda mutant=mutant, tests=tests: self.killer(mutant, tests))
                by = "time" if killer is None else "" if killer == SURVIVED else self.tests[killer].nodeid
                if killer not in (None, SURVIVED, *known):
                    known.insert(0, killer)
                report.write(json.dumps({**vars(mutant), "killed_by": by, "tests": len(tests)}) + "\n")
                for room in (mutant.file, f"{Path(mutant.file).parent}/", "all"):
                    self.noticed[room].append(bool(by))
                if not by:
                    print(f"{place}\n{mutant.change}\n", flush=True)
                if not number % 100:
                    print(f"{number} of {len(self.chosen)}", file=sys.stderr, flush=True)
        return True

    def reached(self) -> tuple[list[float], dict[str, list[int]]]:
        """The seconds of each test, and which ones reach each function: first those that reach little and are quick."""
        seconds, functions = [], []
        kept = [
            each
            for name in sys.modules
            if name.startswith("worker.core")
            for each in vars(sys.modules[name]).values()
        ]
        for test in self.tests:
            for cache in kept:  # so that each test is seen to reach what it would reach alone
                getattr(cache, "cache_clear", int)()
            seen: set[CodeType] = set()
            sys.settrace(lambda frame, _event, _what, seen=seen: seen.add(frame.f_code))  # at each call
            start = time.process_time()
            if fails(test):
                raise RuntimeError(f"{test.nodeid} fails without any fault: repair it first")
            sys.settrace(None)
            seconds.append(time.process_time() - start)
            here = [(os.path.relpath(code.co_filename), code.co_qualname) for code in seen]
            functions.append({f"{file}:{name}" for file, name in here if file.startswith(str(CORE))})
        reaching = defaultdict(list)
        for test in sorted(range(len(seconds)), key=lambda test: seconds[test] * len(functions[test])):
            for function in functions[test]:
                reaching[function].append(test)
        return seconds, dict(reaching)

    def killer(self, mutant: Mutant, tests: list[int]) -> int:
        """The first test that fails; this process ends where one takes ten times as long as it should."""
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY_BYTES, MOST_MEMORY_BYTES))
        self.mutants.put_in(mutant)
        for test in tests:
            signal.setitimer(signal.ITIMER_PROF, 2 + 10 * self.seconds[test])
            if fails(self.tests[test]):
                return test
        return SURVIVED


def share(noticed: list[bool]) -> str:
    """How many were noticed, and (Wilson, 95 %) between which shares that of all mutants lies."""
    n, z, p = len(noticed), 1.96, sum(noticed) / len(noticed)
    half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    low, high = ((p + z * z / (2 * n) + side) / (1 + z * z / n) for side in (-half, half))
    return f"{sum(noticed):6} of {n:5} {p:7.1%}  ({low:.1%} to {high:.1%})"


def main(arguments: list[str]) -> None:
    most = next((int(each) for each in arguments if each.isdigit()), None)
    files = [Path(each) for each in arguments if not each.isdigit()] or sorted(CORE.rglob("*.py"))
    mutants = Mutants(files)
    trial = Trial(mutants, mutants.in_fair_order()[:most])
    phases = [hypothesis.Phase.explicit, hypothesis.Phase.generate]  # what fails need not be made small
    hypothesis.settings.register_profile(
        "mutants", phases=phases, derandomize=True, database=None, deadline=None
    )
    hypothesis.settings.load_profile("mutants")
    REPORT.parent.mkdir(exist_ok=True)
    quiet = ["-s", "-n", "0", "-p", "no:randomly", "-p", "no:cacheprovider", "--timeout", "0", "--no-summary"]
    pytest.main(["tests/core", *quiet], plugins=[trial])
    for room, noticed in sorted(trial.noticed.items(), key=lambda pair: (pair[0][-1] != "y", pair)):
        print(f"{room:38}{share(noticed)}")


if __name__ == "__main__":
    main(sys.argv[1:])
