"""Reading, measured beside the naive pair (icalendar + recurring-ical-events) in one run.

`python -m bench.reading` prints ratios: they hold on any machine, seconds do not. What is compared is the whole way
from bytes to touches here with bytes to occurrences there, on ten years of made-up meetings with people.
"""

import gc
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import perf_counter
from zoneinfo import ZoneInfo

from worker.core.judge import judged, once_each, without_cold
from worker.core.owner import Owners
from worker.inbox.read import calendar_in, groups_in, raw_in
from worker.inbox.window import Window

EVENTS = 10_000
CHANGED = EVENTS // 100
SINCE = datetime(2016, 1, 4, tzinfo=UTC)
NOW = datetime(2026, 1, 5, tzinfo=UTC)
UNTIL = NOW + timedelta(days=365)
ME = "me@example.org"
_ZONE = ZoneInfo("Europe/Berlin")
_FIRST = ("Ada", "Grace", "Alan", "Edsger", "Barbara", "Niklaus", "Dennis", "Frances", "Jean", "Kateryna", "Zoë", "José")
_LAST = ("Lovel", "Hopp", "Turin", "Dijks", "Lisko", "Wirt", "Ritch", "Alle", "Bartik", "Yushchen", "Müll", "Núñe")


def feed_of(events: int, *, changed: int = 0) -> bytes:
    """So many meetings, one in twenty a series; the first `changed` of them with another title."""
    dice = random.Random(17)
    blocks = [_event(i, dice, "moved" if i < changed else "agreed") for i in range(events)]
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//Made up//EN\r\nX-WR-TIMEZONE:Europe/Berlin\r\n"
    return (head + "".join(blocks) + "END:VCALENDAR\r\n").encode()


def _event(i: int, dice: random.Random, word: str) -> str:
    start = SINCE + timedelta(minutes=30 * dice.randrange(10 * 365 * 48))
    people = dice.sample(range(len(_FIRST) * len(_LAST)), dice.randint(1, 6))
    lines = [
        "BEGIN:VEVENT",
        f"UID:{i:06}-{dice.getrandbits(64):016x}@example.org",
        "DTSTAMP:20260105T000000Z",
        f"DTSTART;TZID=Europe/Berlin:{start:%Y%m%dT%H%M%S}",
        f"DTEND;TZID=Europe/Berlin:{start + timedelta(minutes=45):%Y%m%dT%H%M%S}",
        f"SUMMARY:Talk about plan {i}\\, {word}",
        "DESCRIPTION:" + "What we said last time\\, and what we want to look at next.\\n" * 4,
        f"LOCATION:Room {i % 40}",
        "STATUS:CONFIRMED",
        "SEQUENCE:0",
        "CREATED:20150101T000000Z",
        "LAST-MODIFIED:20250101T000000Z",
        f"ORGANIZER;CN=Me Myself:mailto:{ME}",
        f"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Me Myself:mailto:{ME}",
        *(_attendee(person) for person in people),
        *([f"RRULE:FREQ=WEEKLY;COUNT={dice.randint(4, 30)}"] if i % 20 == 0 else []),
        *("BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Soon", "TRIGGER:-PT10M", "END:VALARM"),
        "END:VEVENT",
    ]
    return "".join(_folded(line) for line in lines)


def _attendee(person: int) -> str:
    first, last = _FIRST[person % len(_FIRST)], _LAST[person // len(_FIRST)]
    name = f"{first} {last}"
    mail = f"p{person}@example.com"
    return f'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE;CN="{name}":mailto:{mail}'


def _folded(line: str) -> str:
    return "\r\n ".join(line[i : i + 74] for i in range(0, len(line), 74)) + "\r\n"


def touches_of(body: bytes) -> int:
    """The whole reading half: bytes → occurrences → touches, once each."""
    calendar = calendar_in(
        body, source="bench", default_zone=None, fallback_zone=_ZONE, window=Window(None, UNTIL)
    )
    owners = Owners(said=frozenset((ME,)))
    return len(once_each(without_cold(judged(calendar.occurrences, owners, NOW)).touches))


def naive_occurrences_of(body: bytes) -> int:
    """The usual pair, as its own documentation uses it."""
    import icalendar
    import recurring_ical_events

    calendar = icalendar.Calendar.from_ical(body)
    return len(recurring_ical_events.of(calendar).between(SINCE - timedelta(days=1), UNTIL))


def changed_groups_of(body: bytes, known: dict[str, str]) -> int:
    """A second reading: only the events whose fingerprint changed are parsed."""
    raw = raw_in(body, "bench")
    marks = raw.fingerprints()
    return sum(1 for _ in groups_in(raw, [], {key for key, mark in marks.items() if known.get(key) != mark}))


def _seconds(do: Callable[[], int], rounds: int) -> float:
    """The best of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        gc.collect()
        begin = perf_counter()
        do()
        best = min(best, perf_counter() - begin)
    return best


def main() -> None:
    """Prints the three figures, each beside the naive pair."""
    body, second = feed_of(EVENTS), feed_of(EVENTS, changed=CHANGED)
    known = raw_in(body, "bench").fingerprints()
    naive = _seconds(lambda: naive_occurrences_of(body), 1)
    first = _seconds(lambda: touches_of(body), 3)
    again = _seconds(lambda: changed_groups_of(second, known), 5)
    mega = len(body) / 1e6
    print(f"{EVENTS:,} events with {touches_of(body):,} touches, {mega:.1f} MB")
    print(f"the naive pair, bytes to occurrences   {naive:8.2f} s  {EVENTS / naive:9,.0f} events/s  {mega / naive:7.1f} MB/s")
    for name, seconds, aim in (("first reading, bytes to touches", first, 10), ("1 % changed, bytes to groups", again, 60)):
        ratio = naive / seconds
        print(f"{name:<37} {seconds:8.3f} s  {EVENTS / seconds:9,.0f} events/s  {mega / seconds:7.1f} MB/s  {ratio:6.1f}x (aim: {aim}x)")


if __name__ == "__main__":
    main()
