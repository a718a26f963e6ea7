"""Said is how something was put lately: the same sentence about somebody else is still the same sentence.

Beside step 5 of 5, in its last part: of several wordings the one that was used least. Pure.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

_QUOTED = re.compile(r"[“„«][^”“»]*[”“»]|\d+")
_BLANK = "…"
_WEEK_DAYS, _WEEK_STEPS = 7, 11
"""So many that neither from Friday to Monday nor from week to week up to six wordings come round to the same one."""


def sentences_in(text: str) -> list[str]:
    """The sentences of a text of ours."""
    return re.split(r"(?<=[.?]) ", text)


def patterns_in(text: str, name: str) -> list[str]:
    """Its sentences without whom and what they are about: name, quotations, figures."""
    bare = _QUOTED.sub(_BLANK, _name_in(name).sub(_BLANK, text))
    return [sentence.casefold() for sentence in sentences_in(bare)]


def freshest(ways: Sequence[str], said: Mapping[str, int], name: str, start: int) -> int:
    """Which of some wordings about `name` was said least; from `start` on, where several are alike."""
    times = [sum(said.get(pattern, 0) for pattern in patterns_in(way, name)) for way in ways]
    return _least(times, start)


def freshest_within(ways: Sequence[str], said: Mapping[str, int], name: str, start: int) -> int:
    """Likewise, for wordings that were said inside longer sentences."""
    bare = [patterns_in(way, name)[0] for way in ways]
    return _least([sum(n for pattern, n in said.items() if each in pattern) for each in bare], start)


def _least(times: Sequence[int], start: int) -> int:
    return min(range(len(times)), key=lambda index: (times[index], (index - start) % len(times)))


def turn_on(day: date) -> int:
    """A number that goes on from day to day: what is worded on two work-days in a row begins elsewhere."""
    weeks, weekday = divmod(day.toordinal() - 1, _WEEK_DAYS)  # day one of the calendar was a Monday
    return weeks * _WEEK_STEPS + weekday


@lru_cache(maxsize=1024)
def _name_in(name: str) -> re.Pattern[str]:
    parts = sorted({re.escape(part) for part in name.split()}, key=len, reverse=True)
    return re.compile("|".join(parts) or r"(?!)")
