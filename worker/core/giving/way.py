"""A way is how to reach out: by what the two have used before, taking turns. In person, a walk, a call, a letter …

Beside step 5 of 5: bond + gift → way (docs/why.md, B3). Never a way that brings two together who live apart, as far as
the calendar tells. Pure.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from worker.core.bond import Bond
from worker.core.fold import folded, stems
from worker.core.giving.by_wire import is_call
from worker.core.giving.delicate import is_tender
from worker.core.giving.subject import SMALL_GROUP, is_work, local_day
from worker.core.giving.tender_words import MEAL, WALK
from worker.core.giving.their_day import is_far
from worker.core.giving.way_words import TOGETHER
from worker.core.touch import Touch

IN_ONE_PLACE = frozenset({"in_person", "walk", "meal", "at_work"})
"""These are proposed only where the two have met like this lately."""
_LATEST = 12
"""So many of the latest meetings tell how the two meet …"""
_SHARE = 0.25
"""… and so many of them make it a habit."""
_AFTER_DAYS = {"at_work": 365}
_LONGEST_DAYS = 1100
"""After a longer silence nobody is asked to a table; an office is left sooner than a town."""

_WALK, _MEAL, _TOGETHER = stems(WALK), stems(MEAL), stems(TOGETHER)


def way_of(touch: Touch, bond: Bond, zone: str) -> str:
    """How this meeting took place; "" where nothing tells, or too many were there."""
    if is_call(touch):
        return "call"
    if touch.others > SMALL_GROUP or is_tender(touch):
        return ""
    title = folded(touch.title)
    if _WALK.search(title):
        return "walk"
    if _MEAL.search(title):
        return "meal"
    if is_work(touch, bond, zone):
        return "at_work"
    return "in_person" if touch.place or _TOGETHER.search(title) else ""


def only_talk(bond: Bond, zone: str) -> bool:
    """Whether the two never were in one room of late, as far as titles tell: by call, and nothing else."""
    latest = [way_of(touch, bond, zone) for touch in bond.touches[-_LATEST:]]
    return set(filter(None, latest)) == {"call"} and 2 * latest.count("call") >= len(latest)


def talked_last(bond: Bond, zone: str) -> bool:
    """Whether on the last day they only talked, or whether that is all they do."""
    if not bond.touches:
        return False
    last = local_day(bond.touches[-1], zone)
    return only_talk(bond, zone) or all(
        is_call(touch) for touch in bond.touches if local_day(touch, zone) == last
    )


def ways_used(bond: Bond, *, on: date, zone: str) -> tuple[str, ...]:
    """How the two use to meet, the most usual first; what no longer fits on the day `on` is left out."""
    told = [way for touch in bond.touches[-_LATEST:] if (way := way_of(touch, bond, zone))]
    silence_days = (on - bond.tie.last_met_on).days if bond.tie.last_met_on else 0
    is_apart = is_far(bond, on, zone)
    return tuple(
        way
        for way, times in sorted(Counter(told).items(), key=lambda pair: (-pair[1], pair[0]))
        if times >= _SHARE * len(told)
        and (
            way not in IN_ONE_PLACE or (not is_apart and silence_days <= _AFTER_DAYS.get(way, _LONGEST_DAYS))
        )
    )


def way_for(channels: Sequence[str], bond: Bond, lately: Mapping[str, int], *, on: date, zone: str) -> str:
    """The way for a gift that may be brought by these channels (the most fitting first; not empty).

    What the two use goes before, beside the most fitting of the others; of these, what this person's nudges had least,
    then what all nudges had least lately.
    """
    used = ways_used(bond, on=on, zone=zone)
    usual = [way for way in used if way in channels]
    others = [way for way in channels if way not in usual and way not in IN_ONE_PLACE]
    had = Counter(nudge.channel for nudge in bond.nudges)
    among = [*usual, *others[:1]] if usual else others
    return min(among or channels, key=lambda way: (had[way], lately.get(way, 0)))
