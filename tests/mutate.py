"""How many faults the tests of the core notice: `./run mutate [N] [FILE…]` tries N mutants of it, or of some files.

`./run mutate again` tries those that survived the last time. mutmut's own runner collects the tests anew for each
mutant, which here takes longer than to run them. So they are collected once, and each mutant is put into a fork, where
the tests that reach its function run until one fails.
"""

import os
import pickle
import resource
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from types import CodeType
from typing import Any, TextIO

import hypothesis
import pytest
from _pytest.runner import runtestprotocol

from tests import mutant_report
from tests.mutants import Mutant, Mutants

CORE = Path("worker/core")
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

    def __init__(self, mutants: Mutants, chosen: list[Mutant], report: TextIO) -> None:
        self.mutants, self.chosen, self.report = mutants, chosen, report

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.tests = session.items
        self.seconds, reaching = forked(self.reached)
        killers: dict[str, list[int]] = defaultdict(list)
        for number, mutant in enumerate(self.chosen, 1):
            place = f"{mutant.file}:{mutant.function}"
            known = killers[place]
            tests = [*known, *(test for test in reaching.get(place, ()) if test not in known)]
            killer = forked(lambda mutant=mutant, tests=tests: self.killer(mutant, tests))
            by = "time" if killer is None else "" if killer == SURVIVED else self.tests[killer].nodeid
            if killer not in (None, SURVIVED, *known):
                known.insert(0, killer)
            self.report.write(mutant_report.line_of(mutant_report.row_of(mutant, by)))
            if not by:
                print(f"{place}\n{mutant.change}\n", flush=True)
            if not number % 100:
                print(f"{number} of {len(self.chosen)}", file=sys.stderr, flush=True)
        return True

    def reached(self) -> tuple[list[float], dict[str, list[int]]]:
        """The seconds of each test, and which ones reach each function: first those that reach little and are quick."""
        seconds, functions = [], []
        core = [module for name, module in sys.modules.items() if name.startswith("worker.core")]
        caches = [each for module in core for each in vars(module).values() if hasattr(each, "cache_clear")]
        for test in self.tests:
            for cache in caches:  # so that each test is seen to reach what it would reach alone
                cache.cache_clear()
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


def main(arguments: list[str]) -> None:
    for each in arguments:
        if not (each.isdigit() or each == "again" or Path(each).is_file()):
            sys.exit(f"{each} is no number, no file of the core and not `again`: see docs/mutation.md")
    most = next((int(each) for each in arguments if each.isdigit()), None)
    files = [Path(each) for each in arguments if each.endswith(".py")] or sorted(CORE.rglob("*.py"))
    mutants = Mutants(files)
    chosen, before = mutants.in_fair_order()[:most], list[mutant_report.Row]()
    if "again" in arguments:
        before = mutant_report.rows()
        survived = {mutant_report.key_of(row) for row in before if not row["killed_by"]}
        chosen = [each for each in mutants.all if (each.file, each.function, each.change) in survived]
        before = [row for row in before if mutant_report.key_of(row) not in survived]
    phases = [hypothesis.Phase.explicit, hypothesis.Phase.generate]  # what fails need not be made small
    hypothesis.settings.register_profile(
        "mutants", phases=phases, derandomize=True, database=None, deadline=None
    )
    hypothesis.settings.load_profile("mutants")
    quiet = ["-s", "-n", "0", "-p", "no:randomly", "-p", "no:cacheprovider", "--timeout", "0", "--no-summary"]
    mutant_report.FILE.parent.mkdir(exist_ok=True)
    with mutant_report.FILE.open("w", buffering=1, encoding="utf-8") as report:
        report.writelines(map(mutant_report.line_of, before))
        pytest.main(["tests/core", "-m", "", *quiet], plugins=[Trial(mutants, chosen, report)])
    print("\n".join(mutant_report.table()))


if __name__ == "__main__":
    main(sys.argv[1:])
