"""A namesake of somebody silent is met only since they fell silent, under the same full name: perhaps they are one.

Beside steps 3 and 5 of 5: a colleague who leaves, and stays a friend, is met under another address. `snowdrop same`
asks; until it is answered, nobody is told how long they were silent, and one silence is told once: of whoever was met
last, where they were met often enough to be missed (`doubt.py`). Pure.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, date, datetime, time
from itertools import permutations
from typing import NamedTuple

from worker.core.bond import Bond
from worker.core.identity.called import called
from worker.core.identity.sighting import Pair
from worker.core.perhaps import Perhaps, Tells
from worker.core.person import Person
from worker.core.rhythm import MIN_VISITS
from worker.core.tie import Tie

_MOST = 4
"""More who bear one name are several."""


class Since(NamedTuple):
    """Such a namesake, met since."""

    day: date
    """The last one."""
    is_missed: bool
    """Whether they were met often enough to be missed themselves."""


def met_as_another(known: Iterable[tuple[Person, Tie]], apart: Collection[Pair] = ()) -> Mapping[str, Since]:
    """Key of somebody silent → such namesakes, if they have any; `apart`: pairs that the user parted."""
    blocks: dict[tuple[str, ...], list[tuple[str, Tie]]] = defaultdict(list)
    for person, tie in known:
        if tie.last_met_on is not None and (name := called(person.name)).is_full:
            blocks[name.key].append((person.key, tie))
    found: dict[str, Since] = {}
    for some in blocks.values():
        for (key, tie), (other, later) in permutations(some if len(some) <= _MOST else (), 2):
            if _is_after(later, tie) and frozenset((key, other)) not in apart:
                known_since = found.get(key, Since(date.min, is_missed=False))
                found[key] = Since(
                    max(later.last_met_on or date.min, known_since.day),
                    is_missed=known_since.is_missed or later.visits >= MIN_VISITS,
                )
    return found


def doubt_about(bond: Bond, since: Since) -> Perhaps:
    """As a title would be that may mean them, on that day."""
    noon = datetime.combine(since.day, time(12), UTC)
    return Perhaps(
        person=bond.person.key,
        name=bond.person.name,
        started_at=noon,
        ended_at=noon,
        all_day=False,
        event_key="",
        title="",
        tells=Tells.NAMESAKE if since.is_missed else Tells.MEETING,
    )


def _is_after(later: Tie, tie: Tie) -> bool:
    """They were never met at the same time."""
    return (
        later.first_met_on is not None
        and tie.last_met_on is not None
        and later.first_met_on > tie.last_met_on
    )
