"""A made-up calendar is as many events as wanted, with made-up people: the same bytes every time.

What the benchmarks of the pipeline read. Nobody in it exists.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from random import Random

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""A Monday: the present of every benchmark."""
ME = "me@example.org"
YEARS = 10
EVENTS_PER_SERIES = 25
"""One event in so many is a series; the others happen once."""

_FIRST = (
    "Ada Bram Cleo Dario Edda Femi Greta Hugo Ines Jonas Kaja Levi Mila Nuno Olga Paco Runa Sten Tilda Veit"
)
_LAST = "Abel Brand Castel Dorn Eben Falk Grub Hagen Ilv Jans Krol Lind Mos Nagel Ort Pohl Quint Roth"
_ENDINGS = "er es en ek mann sen ström ini ov berg thal hoff beck feld bach dorf gaard ley"
_WHAT = (
    "Coffee Lunch Walk Review Planning Dinner Call Workshop Sync Tea Interview Rehearsal Retro Budget Concert"
)
_WHERE = ("", "Room 2", "Café am Eck", "Old Harbour 7\\, 1st floor", "")


def people_of(count: int) -> list[tuple[str, str]]:
    """Address and name of so many people; of 6,480 full names, each comes once before one comes twice."""
    first, last, endings = _FIRST.split(), _LAST.split(), _ENDINGS.split()
    return [
        (
            f"p{i}.{first[i % 20].lower()}@example.com",
            f"{first[i % 20]} {last[i // 20 % 18]}{endings[i // 360 % 18]}",
        )
        for i in range(count)
    ]


def calendar_of(events: int, *, people: int, changed: int = 0) -> bytes:
    """So many VEVENTs with people, over ten years until some weeks ahead; `changed` in every
    hundred and one have another title than those of a calendar with `changed=0`."""
    chance, everyone = Random(7), people_of(people)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//made up//EN", "X-WR-CALNAME:Made up"]
    for number in range(events):
        lines += _event(number, chance, everyone, is_changed=number % 101 < changed)
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def _event(
    number: int, chance: Random, everyone: Sequence[tuple[str, str]], *, is_changed: bool
) -> Iterator[str]:
    is_series = number % EVENTS_PER_SERIES == 0
    minutes = chance.randrange(-YEARS * 365 * 24 * 4, 30 * 24 * 4) * 15
    starts_at = NOW + timedelta(minutes=minutes)
    stamp = f"{starts_at:%Y%m%dT%H%M%S}"
    yield from ("BEGIN:VEVENT", f"UID:{number}-made-up@example.org", f"DTSTAMP:{stamp}Z")
    if is_series:
        yield from (f"DTSTART;TZID=Europe/Berlin:{stamp}", "DURATION:PT45M", _rule(chance))
    else:
        yield from (f"DTSTART:{stamp}Z", f"DTEND:{starts_at + timedelta(hours=1):%Y%m%dT%H%M%SZ}")
    yield f"SUMMARY:{chance.choice(_WHAT.split())} {number % 97}{' (moved)' if is_changed else ''}"
    yield f"LOCATION:{chance.choice(_WHERE)}"
    yield f"DESCRIPTION:What we said last time\\, and what is next: number {number}.\\nBring th"
    yield " e papers\\, and a question that is worth the walk.\\nSee you there."
    yield f"ORGANIZER;CN=Me:mailto:{ME}"
    yield f"ATTENDEE;CN=Me;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:{ME}"
    for address, name in _guests(chance, everyone):
        yield f"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN={name}:"
        yield f" mailto:{address}"
    yield from (
        f"CREATED:{stamp}Z",
        f"LAST-MODIFIED:{stamp}Z",
        "SEQUENCE:0",
        "STATUS:CONFIRMED",
        "TRANSP:OPAQUE",
    )
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Soon", "TRIGGER:-PT10M", "END:VALARM")
    yield "END:VEVENT"


def _guests(chance: Random, everyone: Sequence[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    """One to five; some people are met a hundred times as often as others, as in life."""
    size = chance.choice((1, 1, 1, 2, 3, 5))
    return dict.fromkeys(everyone[int(len(everyone) * chance.random() ** 2)] for _ in range(size))


def _rule(chance: Random) -> str:
    weekly = f"FREQ=WEEKLY;COUNT={chance.randrange(5, 40)}"
    monthly = f"FREQ=MONTHLY;COUNT={chance.randrange(5, 30)}"
    return f"RRULE:{chance.choice((weekly, monthly))}"
