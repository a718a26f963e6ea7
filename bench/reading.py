"""Reading, beside the naive pair (icalendar and recurring-ical-events) in one run.

`python -m bench.reading`: the whole way from bytes to touches here, from bytes to occurrences there; and what a second
reading costs when one event in a hundred has changed.
"""

import sys
from zoneinfo import ZoneInfo

from bench.made_up import ME, NOW, YEARS, calendar_of
from bench.measuring import Promise, seconds, show_promises, show_table
from worker.core.judge import judged, once_each, without_cold
from worker.core.owner import Owners
from worker.inbox.body import Held
from worker.inbox.reading.raw import groups_in, raw_in
from worker.inbox.reading.read import calendar_in
from worker.inbox.reading.window import Window

EVENTS, PEOPLE = 10_000, 300
SINCE, UNTIL = NOW.replace(year=NOW.year - YEARS - 1), NOW.replace(year=NOW.year + 1)
_BERLIN = ZoneInfo("Europe/Berlin")


def touches_of(body: bytes) -> int:
    """The reading half as the commands run it: bytes → occurrences → touches, once each. How many."""
    window = Window(None, UNTIL)
    found = calendar_in(Held(body), source="bench", default_zone=None, fallback_zone=_BERLIN, window=window)
    owners = Owners(said=frozenset((ME,)))
    return len(once_each(without_cold(judged(found.occurrences, owners, NOW)).touches))


def naive_occurrences_of(body: bytes) -> int:
    """The usual pair, as its own documentation uses it. How many."""
    import icalendar
    import recurring_ical_events

    return len(recurring_ical_events.of(icalendar.Calendar.from_ical(body)).between(SINCE, UNTIL))


def changed_groups_of(body: bytes, known: dict[str, str]) -> int:
    """A second reading: split, compare fingerprints, and parse what is new. How many."""
    raw = raw_in(Held(body), "bench")
    fresh = {key for key, mark in raw.fingerprints().items() if known.get(key) != mark}
    return sum(1 for _ in groups_in(raw, fresh))


def main() -> int:
    """Prints the figures; 1 where a promise is missed."""
    body, later = calendar_of(EVENTS, people=PEOPLE), calendar_of(EVENTS, people=PEOPLE, changed=1)
    known = raw_in(Held(body), "bench").fingerprints()
    touches_of(calendar_of(100, people=10))  # imports, and the zones of this machine
    first = seconds(lambda: touches_of(body), rounds=3)
    again = seconds(lambda: changed_groups_of(later, known), rounds=5)
    naive = seconds(lambda: naive_occurrences_of(body))
    print(f"Reading: {EVENTS:,} events, {touches_of(body):,} touches, {len(body) / 1e6:.1f} MB\n")
    rows = {"the naive pair": naive, "first reading, to touches": first, "1 in 100 changed": again}
    show_table(
        ("", "s", "events/s", "MB/s"),
        [(what, f"{s:.3f}", f"{EVENTS / s:,.0f}", f"{len(body) / 1e6 / s:.1f}") for what, s in rows.items()],
    )
    return show_promises(
        [
            Promise(what="first reading, beside the naive pair", figure=naive / first, promised=10, unit="×"),
            Promise(
                what="1 in 100 changed, beside the naive pair", figure=naive / again, promised=60, unit="×"
            ),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
