"""A look is one bond on one day, and what would be said: what every rule that may hold it back is asked with.

Beside step 5 of 5: `hold.py` and `told_before.py` hold the rules. Pure.
"""

from dataclasses import dataclass
from datetime import date

from worker.core.bond import Bond
from worker.core.giving.catalogue import Occasion
from worker.core.words import Words

LIFE_DAYS = 183
"""Half a year."""
WISHES = frozenset({Occasion.BIRTHDAY, Occasion.BELATED})


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """What a rule looks at: one bond on one day, and what would be said."""

    bond: Bond
    today: date
    zone: str
    occasion: Occasion
    words: Words

    def say(self, key: str, day: date | None = None) -> str:
        return self.words.say(f"nudge.held.{key}", day=self.told(day) if day else "")

    def told(self, day: date) -> str:
        """Within half a year the day is enough; further off it takes the year."""
        return self.words.day(day, with_year=abs((day - self.today).days) > LIFE_DAYS)


def silent_since(bond: Bond) -> date | None:
    """The day on which this silence began: the last meeting, or an answer after it; None for someone only ahead."""
    return bond.rhythm.silent_since if bond.rhythm else None


def reason_of(occasion: Occasion) -> str:
    """What a nudge remembers as its reason: every silence is "rhythm", both sides of a birthday are one."""
    if occasion.is_rhythm:
        return Occasion.RHYTHM.value
    return Occasion.BIRTHDAY.value if occasion is Occasion.BELATED else occasion.value
