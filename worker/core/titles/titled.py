"""What a title says about one person.

Beside step 2 of 5. Pure values.
"""

from collections.abc import Iterable
from typing import NamedTuple


class InTitle(NamedTuple):
    """One person whom a title names as met."""

    person: str | None
    """The key of somebody known; None where nobody known, or more than one, may be meant."""
    name: str
    """As known, else as the title writes it."""
    is_certain: bool
    """False only proposes: it counts once the user or another kind of evidence confirms it."""
    is_bare: bool = False
    """Nothing but names stands there: on an all-day event a birthday or a name day rather than a meeting."""
    is_outing: bool = False
    """Beside the name stands a pastime alone, "Swim Ciara": where it is one of a series, rather a child's lesson."""

    def counts(self, *, all_day: bool, is_in_series: bool) -> bool:
        """A day that bears nothing but a name is a birthday or a name day."""
        is_theirs = (self.is_bare and all_day) or (self.is_outing and (all_day or is_in_series))
        return self.is_certain and not is_theirs


def each_once(found: Iterable[InTitle]) -> tuple[InTitle, ...]:
    """In the order of the title."""
    seen: dict[str, InTitle] = {}
    for each in found:
        seen.setdefault(each.person or each.name, each)
    return tuple(seen.values())
