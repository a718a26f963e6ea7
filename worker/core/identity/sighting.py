"""A sighting is one address, or one bare name, as calendars and address books show it.

Step 3 of 5, its beginning. Pure values.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

Pair = frozenset[str]
"""Two addresses (or "name:…"), in no order."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sighting:
    """One address with all that tells whose it is."""

    address: str
    """Normalised, or "name:…" where no address is known."""
    name: str = ""
    """As written most often; "" where none stands beside it."""
    first_on: date | None = None
    last_on: date | None = None
    """Days of the first and last meeting, those ahead included; None where there is none."""
    beside: frozenset[str] = frozenset()
    """The other addresses in the same meetings."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """What the user said about who is who; it goes before everything else."""

    same: tuple[tuple[str, str], ...] = ()
    """(kept, other), in the order in which it was said."""
    apart: frozenset[Pair] = field(default_factory=frozenset)
    """Never joined by itself, and never proposed."""

    @property
    def joined(self) -> frozenset[Pair]:
        return frozenset(frozenset(pair) for pair in self.same)


def pair_of(one: str, other: str) -> Pair:
    return frozenset((one, other))


def pairs_between(some: Iterable[str], others: Iterable[str]) -> frozenset[Pair]:
    """Every one of the first with every one of the second."""
    second = tuple(others)
    return frozenset(pair_of(a, b) for a in some for b in second if a != b)
