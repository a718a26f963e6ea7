"""The benchmarks: `./run bench [NAME] [ARGS]`. Without a name, all of them, and at the end each promise once more.

Exit code 1 where a promise is missed.

reading      bytes → touches, beside the naive pair
pipeline     an address → stored touches → nudges, beside the naive pair; `pipeline large` takes minutes
memory       the worker's memory while it reads and learns large files; `memory large` takes half an hour and more
polling      1,000 unchanged feeds, beside the bare HTTP client
duties       how many duties a second go through the broker
commands     how long a person waits for `snowdrop --help` and `snowdrop preview`
people       attendee lines to people, and who may be one; titles: names in titles a second
rhythm       speed, and what silence tells (docs/rhythm.md)
letters      only when named: the demo's next eight weeks in every language, to be read aloud
life         only when named: years of the demo and of a diary, week by week, and their figures
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from importlib import import_module
from inspect import signature
from pathlib import Path

from bench.measuring import KEPT, MISSED
from config.words import LANGUAGES
from tasks.wiring import UsageError

NAMES = ("reading", "pipeline", "memory", "polling", "duties", "commands", "people", "titles", "rhythm")
TO_READ = ("letters", "life")
"""Not measured, but read aloud."""
_TAKES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(set(NAMES) - {"rhythm"}, ()),
    **dict.fromkeys(("pipeline", "memory"), ("large",)),
    "letters": ("--letter", *LANGUAGES),
}
"""The words that each takes; rhythm and life look at theirs themselves."""
_HERE = Path(__file__).parent


def main(args: list[str]) -> int:
    name, *rest = args or [""]
    if name and name not in (*NAMES, *TO_READ):
        print(f"There is no benchmark {name}: choose one of {', '.join((*NAMES, *TO_READ))}", file=sys.stderr)
        return 2
    if beyond := [word for word in rest if name in _TAKES and word not in _TAKES[name]]:
        what = f"only {', '.join(_TAKES[name])}" if _TAKES[name] else "nothing"
        print(f"{beyond[0]} is too much: {name} takes {what}", file=sys.stderr)
        return 2
    try:
        return _run(name, rest) if name else _all()
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2


def _all() -> int:
    """Each in a process of its own: what one leaves in memory is no figure of the next."""
    codes, promises = [], list[str]()
    for name in NAMES:
        command = [sys.executable, "-m", "bench", name, *_QUICK.get(name, [])]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            for line in process.stdout:
                print(line, end="", flush=True)
                if line.rstrip().endswith((KEPT, MISSED)):
                    promises.append(line)
        codes.append(process.returncode)
    print("\n── every promise ──\n")
    print("".join(promises), end="", flush=True)
    return max(codes)


_QUICK = {
    "rhythm": [
        "all",
        *([os.environ["SNOWDROP_TEST_DATA"], "--quick"] if "SNOWDROP_TEST_DATA" in os.environ else []),
    ]
}
"""What is asked of a benchmark when it is one of all: minutes, not hours."""


def _run(name: str, args: list[str]) -> int:
    print(f"\n── {name} ──\n", flush=True)
    if name == "rhythm":  # it has argument forms and neighbours of its own
        env = {**os.environ, "PYTHONPATH": str(_HERE.parent)}
        return subprocess.run(
            [sys.executable, str(_HERE / "rhythm.py"), *args], check=False, env=env
        ).returncode
    work = import_module(f"bench.{name}").main
    return int((work(args) if signature(work).parameters else work()) or 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
