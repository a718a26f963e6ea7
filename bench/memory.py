"""The worker's memory while it reads and learns one calendar file for the first time, whatever its size.

A process of its own for each size; its highest resident set as the system counts it, all libraries included. The file
is made up on the way: half a kilobyte an event, one to three guests out of 2,000 people, one in 25 a series. Nobody
in it exists.

    python -m bench memory            10,000 and 100,000 events
    python -m bench memory large      1,000,000 events in 500 MB too (more than half an hour)
"""

import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from random import Random
from time import perf_counter

from bench.household import household
from bench.made_up import ME, NOW, YEARS, people_of
from bench.measuring import Promise, show_promises, show_table
from tasks.duty import Kind

SIZES, LARGE = (10_000, 100_000), 1_000_000
PEOPLE = 2_000
PROMISED_MIB = 200
_EVENTS_PER_SERIES = 25
_WHAT = ("Coffee", "Lunch", "Walk", "Review", "Planning", "Dinner", "Call", "Workshop", "Tea", "Rehearsal")
_MIB = 1024 * 1024


def event_lines(number: int, chance: Random, everyone: Sequence[tuple[str, str]]) -> Iterator[str]:
    """One VEVENT within ten years, until some weeks ahead."""
    starts_at = NOW + timedelta(minutes=15 * chance.randrange(-YEARS * 365 * 24 * 4, 30 * 24 * 4))
    stamp = f"{starts_at:%Y%m%dT%H%M%S}"
    yield from ("BEGIN:VEVENT", f"UID:{number}@example.org", f"DTSTAMP:{stamp}Z")
    if number % _EVENTS_PER_SERIES == 0:
        yield from (f"DTSTART;TZID=Europe/Berlin:{stamp}", "DURATION:PT45M")
        yield f"RRULE:FREQ=WEEKLY;COUNT={chance.randrange(5, 40)}"
    else:
        yield from (f"DTSTART:{stamp}Z", f"DTEND:{starts_at + timedelta(hours=1):%Y%m%dT%H%M%SZ}")
    yield from (f"SUMMARY:{chance.choice(_WHAT)} {number % 97}", "LOCATION:Room 2")
    yield f"DESCRIPTION:What we said last time\\, and what is next\\, in number {number}."
    yield from (f"ORGANIZER;CN=Me:mailto:{ME}", f"ATTENDEE;CN=Me;PARTSTAT=ACCEPTED:mailto:{ME}")
    for _ in range(chance.choice((1, 1, 2, 3))):
        address, name = everyone[int(len(everyone) * chance.random() ** 2)]
        yield f"ATTENDEE;PARTSTAT=ACCEPTED;CN={name}:mailto:{address}"
    yield from ("SEQUENCE:0", "STATUS:CONFIRMED", "END:VEVENT")


def write_calendar(path: Path, events: int) -> None:
    """A file of so many events, never held whole."""
    chance, everyone = Random(7), people_of(PEOPLE)
    with path.open("w", encoding="utf-8", newline="\r\n") as file:
        file.write("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//example//made up//EN\n")
        for number in range(events):
            file.write("\n".join(event_lines(number, chance, everyone)) + "\n")
        file.write("END:VCALENDAR\n")


def measured(events: int) -> tuple[float, Sequence[object]]:
    """The peak in MiB, and a row: size, peak after each step, and seconds by the clock."""
    with tempfile.TemporaryDirectory(prefix="snowdrop-bench-") as folder:
        path = Path(folder, "made-up.ics")
        write_calendar(path, events)
        command = [sys.executable, "-m", "bench.memory", "one", str(path)]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        polled, learnt, poll_seconds, learn_seconds, touches = (float(each) for each in told.split())
        size = f"{path.stat().st_size / 1e6:,.0f} MB"
    peaks = (f"{polled:,.0f} MiB", f"{learnt:,.0f} MiB")
    times = (f"{poll_seconds:,.0f} s", f"{learn_seconds:,.0f} s")
    return learnt, (f"{events:,}", size, f"{touches:,.0f}", *peaks, *times)


def _tell_one(path: str) -> None:
    """In the process that is measured."""
    with household() as home:
        feed, begun = home.add(path), perf_counter()
        home.do(Kind.POLL, feed)
        polled, until_polled = _peak_mib(), perf_counter()
        home.do(Kind.LEARN, feed)
        if not home.count("touches"):
            raise RuntimeError("nothing was learnt")
        print(polled, _peak_mib(), until_polled - begun, perf_counter() - until_polled, home.count("touches"))


def _peak_mib() -> float:
    status = Path("/proc/self/status")  # getrusage would count the parent before the exec too
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MIB


def main(args: Sequence[str] = ()) -> int:
    """The exit code: 1 where the promise is missed."""
    sizes = (*SIZES, LARGE) if "large" in args else SIZES
    peaks = dict[int, float]()

    def rows() -> Iterator[Sequence[object]]:
        for events in sizes:
            peaks[events], row = measured(events)
            yield row

    print("A worker's memory at its highest, and how long it took by the clock\n", flush=True)
    show_table(("events", "size", "touches", "polled", "and learnt", "poll", "learn"), rows())
    return show_promises(
        [
            Promise(
                what=f"memory, {n:,} events", figure=peak, promised=PROMISED_MIB, unit="MiB", at_least=False
            )
            for n, peak in peaks.items()
        ]
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["one"]:
        _tell_one(sys.argv[2])
    else:
        sys.exit(main(sys.argv[1:]))
