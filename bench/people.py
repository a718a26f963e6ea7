"""People, measured: attendee lines to people, and who of 20,000 may be one human.

`./run bench people`. Processor seconds; memory is what the whole process held at most beyond its start.
"""

import resource
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import partial
from random import Random
from time import process_time

from bench.measuring import Promise, show_promises
from worker.core.event import Occurrence, Party
from worker.core.identity.alike import suggestions_among
from worker.core.identity.everyone import people_from
from worker.core.identity.suggestion import Profile
from worker.core.judge import judged, without_cold
from worker.core.owner import Owners

PEOPLE, LINES = 20_000, 100_000
LINES_SECONDS, ASK_SECONDS, ASK_MIB = 10.0, 20.0, 300.0
ME = "me@example.org"
START = datetime(2016, 1, 4, 9, tzinfo=UTC)
_ONSETS = tuple("bdfghjklmnprstvwz")
_ENDS = ("a", "e", "i", "o", "u", "an", "el", "en", "ia", "in", "or", "us", "ert")
_FIRMS = 400


def names(count: int, dice: Random) -> list[str]:
    """Full names: a few hundred given names, some thousand surnames, and namesakes as in life."""

    def word(parts: int) -> str:
        return "".join(dice.choice(_ONSETS) + dice.choice(_ENDS) for _ in range(parts)).capitalize()

    given, surnames = [word(2) for _ in range(400)], [word(3) for _ in range(6_000)]
    return [
        f"{given[int(len(given) * dice.random() ** 2)]} {surnames[int(len(surnames) * dice.random() ** 2)]}"
        for _ in range(count)
    ]


def party(i: int, name: str) -> Party:
    local = ".".join(name.lower().split())
    return Party(address=f"{local}@firm{i % _FIRMS}.example" if i % 3 else f"{local}{i}@gmail.com", name=name)


def occurrences(parties: Sequence[Party], dice: Random) -> list[Occurrence]:
    """Meetings of one to nine others, until all lines are used; everybody stands in one at least."""
    lines = [*parties, *dice.choices(parties, k=LINES - len(parties))]
    dice.shuffle(lines)
    found, at = [], 0
    while at < len(lines):
        size = dice.randrange(1, 10)
        starts_at = START + timedelta(hours=len(found))
        found.append(Occurrence(
            source="work", event_uid=str(at), event_key=str(at), recurrence_id=None, started_at=starts_at,
            ended_at=starts_at + timedelta(hours=1), title="Planning",
            attendees=(Party(address=ME, partstat="ACCEPTED"), *lines[at : at + size]),
        ))  # fmt: skip
        at += size
    return found


def profiles(parties: Sequence[Party], dice: Random) -> list[Profile]:
    found = []
    for i, each in enumerate(parties):
        first = date(2016, 1, 4) + timedelta(days=dice.randrange(3_000))
        name = "" if i % 20 == 0 else each.name
        found.append(Profile(key=f"{i}:{each.address}", name=name, addresses=(each.address,), first_on=first,
                             last_on=first + timedelta(days=dice.randrange(900))))  # fmt: skip
    return found


def peak_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measured(do: Callable[[], Sequence[object]]) -> tuple[float, float, int]:
    """Seconds, growth of the peak in MiB, and how many came out."""
    before, begin = peak_mib(), process_time()
    found = len(do())
    return process_time() - begin, peak_mib() - before, found


def main() -> int:
    """Exit code 1 where a promise is missed."""
    dice = Random(11)
    parties = [party(i, name) for i, name in enumerate(names(PEOPLE, dice))]
    known = profiles(parties, dice)
    ask_seconds, ask_mib, pairs = measured(lambda: suggestions_among(known))
    meetings = occurrences(parties, dice)
    owners, now = Owners(said=frozenset((ME,))), START + timedelta(days=9_000)

    def everybody() -> Sequence[str]:
        return list(people_from(without_cold(judged(meetings, owners, now)).touches).by_key)

    line_seconds, line_mib, people = measured(everybody)
    print(f"{LINES:,} attendee lines → {people:,} people, +{line_mib:.0f} MiB; {pairs:,} who may be one\n")
    less = partial(Promise, at_least=False)
    who = f"who of {PEOPLE:,} people may be one"
    return show_promises(
        [
            less(
                what=f"{LINES:,} attendee lines to people",
                figure=line_seconds,
                promised=LINES_SECONDS,
                unit="s",
            ),
            less(what=who, figure=ask_seconds, promised=ASK_SECONDS, unit="s"),
            less(what=f"{who}, more memory", figure=ask_mib, promised=ASK_MIB, unit="MiB"),
        ]
    )


if __name__ == "__main__":
    raise SystemExit(main())
