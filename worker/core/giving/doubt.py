"""Doubt is what titles leave open between two: perhaps they will meet, perhaps they met.

Beside step 5 of 5: bond → what is held back for it (`hold.py`), and what is not claimed (`phrase.py`). Pure.
"""

from collections.abc import Iterable
from datetime import date

from worker.core.bond import Bond
from worker.core.giving.catalogue import Occasion
from worker.core.giving.occasion import SEEN_DAYS
from worker.core.giving.subject import local_day
from worker.core.giving.topic import shown
from worker.core.perhaps import Perhaps, Tells
from worker.core.person import Person
from worker.core.tie import Tie
from worker.core.words import Words

SAID_IN_DOUBT = frozenset({Occasion.BIRTHDAY, Occasion.BELATED, Occasion.ASK, Occasion.ASKED})
"""What has its own day does not wait for one that is not settled: a birthday comes once a year."""
_TRUE_IN_DOUBT = SAID_IN_DOUBT | {Occasion.THANKS}
"""First thanks are good, however often the two met since."""
_TELL_THE_LAST = frozenset({Occasion.WARM_UP, Occasion.NEWS})
"""They say when the two last met, and can wait."""


def in_doubt(bond: Bond, occasion: str, zone: str) -> list[Perhaps]:
    """The titles ahead that keep back what this occasion speaks for."""
    return [] if occasion in SAID_IN_DOUBT else _but_birthdays(bond.perhaps, bond.person, zone)


def perhaps_last_met(bond: Bond, zone: str) -> Perhaps | None:
    """The latest title by which they may have met since the last meeting that is sure; None where none is in doubt."""
    return last_of(bond.perhaps_met, bond.person, bond.tie, zone)


def is_last_unsure(bond: Bond, zone: str) -> bool:
    """Whether no span since the last meeting can be told.

    For such a title, or since something tender was told of them: who drives a friend to a treatment has seen them.
    """
    return perhaps_last_met(bond, zone) is not None or is_tender_since(bond.tie, bond.tender_on)


def is_tender_since(tie: Tie, tender_on: date | None) -> bool:
    """Whether something tender was told of somebody after the last meeting that is sure."""
    return tender_on is not None and tie.last_met_on is not None and tie.last_met_on < tender_on


def last_of(past: Iterable[Perhaps], person: Person, tie: Tie, zone: str) -> Perhaps | None:
    """The same of somebody whose bond is not at hand."""
    last = tie.last_met_on
    if last is None:
        return None
    later = (each for each in _but_birthdays(past, person, zone) if local_day(each, zone) > last)
    return max(later, key=lambda each: each.started_at, default=None)


def doubt_behind(bond: Bond, occasion: str, *, today: date, zone: str) -> Perhaps | None:
    """The title of the past that keeps back what this occasion speaks for: for as long as a meeting then would.

    After their usual gap it is a silence either way, and told without its length; but of two who may be one, only one
    is missed.
    """
    doubt = perhaps_last_met(bond, zone)
    if doubt is None or bond.rhythm is None or occasion in _TRUE_IN_DOUBT:
        return None
    namesake = next((each for each in bond.perhaps_met if each.tells is Tells.NAMESAKE), None)
    if namesake is not None:
        return namesake
    days = (today - local_day(doubt, zone)).days
    is_seen = days <= max(SEEN_DAYS, bond.rhythm.usual_gap_days)
    return doubt if is_seen or occasion in _TELL_THE_LAST else None


def in_words(perhaps: Perhaps, day: str, words: Words, *, is_past: bool = False) -> str:
    """What may be, or may have been, with the title where that may be quoted."""
    if perhaps.tells is Tells.NAMESAKE:
        return words.say("nudge.held.namesake")
    key = "nudge.held.perhaps_met" if is_past else "nudge.held.perhaps"
    if not perhaps.title:
        return words.say(key, day=day)
    return words.say(f"{key}_title", day=day, title=shown(perhaps.title))


def _but_birthdays(found: Iterable[Perhaps], person: Person, zone: str) -> list[Perhaps]:
    """A whole day that bears nothing but a name, and is their birthday, tells of that."""
    born = person.birthday
    of_birth = (born.month, born.day) if born else None
    days = ((each, local_day(each, zone)) for each in found)
    return [each for each, day in days if not each.all_day or (day.month, day.day) != of_birth]
