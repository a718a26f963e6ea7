"""A rest is the user's wish that somebody be left in peace: until when, and what is behind it.

Beside step 5 of 5: whoever rests is not nudged about, not introduced, not celebrated, and stands in no letter. Pure.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

REST_DAYS = 90
"""A rest without a day, and a time of mourning, are over by themselves after so long."""


class RestKind(StrEnum):
    """What is behind a rest, the weightiest last; never shown as rank."""

    RESTING = "resting"
    """No reason is asked for."""
    MUTED = "muted"
    MOURNING = "mourning"
    SPACE = "space"
    """They would like some space."""
    CONFLICT = "conflict"
    DECEASED = "deceased"
    """They have died: no day is brought up either, birthdays above all."""

    @property
    def weight(self) -> int:
        return tuple(RestKind).index(self)


@dataclass(frozen=True, kw_only=True, slots=True)
class Rest:
    """One wish."""

    until: date
    """Inclusive; date.max means until the user says otherwise."""
    kind: RestKind = RestKind.RESTING

    @property
    def is_for_good(self) -> bool:
        return self.until == date.max

    def is_on(self, today: date) -> bool:
        return self.until >= today


def rest_of(kind: RestKind, today: date, until: date | None = None) -> Rest:
    """A rest from today on; without a day, as long as its kind usually takes."""
    if until is None:
        is_short = kind in (RestKind.RESTING, RestKind.MOURNING)
        until = today + timedelta(days=REST_DAYS) if is_short else date.max
    return Rest(until=until, kind=kind)


def stronger_of(one: Rest | None, other: Rest | None) -> Rest | None:
    """The longer rest, of two that end on one day the weightier: no silence is lost. None where there is none."""
    wished = [each for each in (one, other) if each is not None]
    return max(wished, key=lambda rest: (rest.until, rest.kind.weight), default=None)
