"""An ask is when the user wants something of somebody: noted, or read from an event's title.

Beside step 5 of 5: bond → ask → occasion. To someone long silent a kind line goes before, and thanks come after
(docs/why.md, B2). An ask on behalf of somebody else is what a bond is for: nothing is made of it. Pure.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from worker.core.bond import Bond
from worker.core.fold import folded, stems
from worker.core.giving.ask_words import ASK, COURTESIES
from worker.core.giving.note import Note, NoteKind
from worker.core.giving.subject import local_day
from worker.core.touch import Touch

LONG_SILENT_DAYS = 90
"""Whoever was heard of within so many days (or the usual gap) needs no line before."""
BEFORE_DAYS = 14
"""A noted ask without a day: so long it is taken to lie ahead; after that it has been made."""
AFTER_DAYS = 42
"""Thanks come within so many days after an ask was noted …"""
AFTER_EVENT_DAYS = 21
"""… or made at a meeting."""
EVENT_AHEAD_DAYS = 42
_LATEST = 3
"""Among so many of the latest meetings an ask is looked for: with more since, thanks were said there."""

_ASK, _COURTESIES = stems(ASK), stems(COURTESIES)
_FOR_OTHERS = re.compile(
    r"\b(?:for|für|para|por|pour|per)\s+(?!Me\b|Mich\b|Mí\b|Moi\b|Mim\b)(?=[^\W\d_])(?=[A-ZÀ-Ý])"
)
"""A name with a capital after "for": "Referral for Ben"."""


@lru_cache(maxsize=8192)
def is_ask(title: str) -> bool:
    """Whether a title reads as an ask for the user themselves."""
    if _FOR_OTHERS.search(title):
        return False
    return _ASK.search(_COURTESIES.sub(" ", folded(title))) is not None


def has_ask(bond: Bond) -> bool:
    """Whether there is any ask at all: for nearly everyone there is none."""
    return bool(bond.notes) or any(map(is_ahead_ask, (*bond.ahead, *bond.touches[-_LATEST:])))


def ask_ahead(bond: Bond, on: date, *, zone: str) -> date | None:
    """The day of an ask to someone long silent that lies ahead of `on` (user's zone); None where there is none.

    For a noted ask, which has no day of its own, the last day on which a line still comes before it.
    """
    if bond.rhythm is None or bond.rhythm.silence_days < _long_silence(bond):
        return None
    days = [_last_before(note) for note in _asks(bond) if note.noted_on <= on]
    days += [local_day(touch, zone) for touch in bond.ahead if is_ahead_ask(touch)]
    return min((day for day in days if 0 < (day - on).days <= EVENT_AHEAD_DAYS), default=None)


def ask_behind(bond: Bond, on: date, *, zone: str) -> date | None:
    """The day of an ask that was made within the last weeks before `on` (user's zone); None where there is none."""
    made = (_last_before(note) for note in _asks(bond))
    days = [day for day in made if timedelta(0) <= on - day <= timedelta(days=AFTER_DAYS - BEFORE_DAYS)]
    days += [day for day in _asked_at(bond, zone) if 0 < (on - day).days <= AFTER_EVENT_DAYS]
    return max(days, default=None)


def is_ahead_ask(touch: Touch) -> bool:
    """Whether this meeting is there to ask; a private title tells nothing."""
    return not touch.is_private and is_ask(touch.title)


def _asks(bond: Bond) -> Iterator[Note]:
    return (note for note in bond.notes if note.kind is NoteKind.ASK and not note.for_whom)


def _last_before(note: Note) -> date:
    return note.noted_on + timedelta(days=BEFORE_DAYS)


def _asked_at(bond: Bond, zone: str) -> Iterator[date]:
    """Days of meetings that read as an ask and ended a long silence."""
    for before, touch in pairwise(bond.touches[-_LATEST - 1 :]):
        if is_ahead_ask(touch) and (touch.started_at - before.started_at).days >= LONG_SILENT_DAYS:
            yield local_day(touch, zone)


def _long_silence(bond: Bond) -> float:
    return max(LONG_SILENT_DAYS, min(bond.rhythm.usual_gap_days if bond.rhythm else 0.0, 365.0))
