"""Reading, beside the naive pair (icalendar and recurring-ical-events) in one run.

`python -m bench.reading`: the whole way from bytes to touches here, from bytes to occurrences there; and what a second
reading costs when one event in a hundred has changed.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import gettempdir
from zoneinfo import ZoneInfo

from bench.made_up import ME, NOW, YEARS, calendar_of
from bench.measuring import Promise, seconds, show_promises, show_table
from tasks.news import Read, news_in
from worker.core.change import Change, KnownEvent
from worker.core.judge import judged, without_cold
from worker.core.owner import Owners
from worker.core.sieve import Sieve
from worker.core.touch import once_each
from worker.inbox.body import Held
from worker.inbox.fetching.sheet import ONLY, Catch, Sheet
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


def read_of(body: bytes, known: Sequence[KnownEvent] = ()) -> list[Read]:
    """What a visit reads, as the worker does: go past what is familiar, split, compare, and parse what is new."""
    fresh = (Sheet(name=ONLY, label="", body=Held(body)),)
    news = news_in(Catch(fresh=fresh), "bench", Path(gettempdir()), Sieve(frozenset(), str), known)
    news.leave_out_unchanged(known, Change())
    return [read for page in news.ledger.pages() for read in news.read(page)]


def main() -> int:
    """Prints the figures; 1 where a promise is missed."""
    body, later = calendar_of(EVENTS, people=PEOPLE), calendar_of(EVENTS, people=PEOPLE, changed=1)
    known = [
        KnownEvent(number, read.group.key, read.fingerprint, False, read.imprint)
        for number, read in enumerate(read_of(body))
    ]
    touches_of(calendar_of(100, people=10))  # imports, and the zones of this machine
    first = seconds(lambda: touches_of(body), rounds=3)
    again = seconds(lambda: read_of(later, known), rounds=5)
    naive = seconds(lambda: naive_occurrences_of(body))
    assert len(read_of(later, known)) == EVENTS // 100
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
