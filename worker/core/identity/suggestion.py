"""A suggestion says that two people may be one human, and why; nothing is joined until the user says so.

Beside step 3 of 5: people → pairs to ask about. Pure. Pairs are found through what they share (`alike.py`), so that
the work grows with the number of people, not with that of pairs.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from worker.core.identity.sighting import Pair, pairs_between
from worker.core.mailbox import company_of


class Alike(StrEnum):
    """What two people have in common; the first of several is the strongest."""

    SAME_NAME = "same_name"
    ALSO_CALLED = "also_called"
    """Kiko Almeida, and Roberto Almeida, whose card says Kiko."""
    NICKNAME = "nickname"
    """Bob Baker and Robert Baker."""
    MORE_NAMES = "more_names"
    """Ana García and Ana García López."""
    SPELLING = "spelling"
    """Jon Baker and John Baker."""
    INITIAL = "initial"
    """R. Baker and Robert Baker."""
    IN_ADDRESS = "in_address"
    """rbaker@… without a name, and Robert Baker."""
    SAME_LOCAL = "same_local"
    """robert.baker@ one place and robert.baker@ another."""
    GIVEN_NAME = "given_name"
    """Robert and Robert Baker, of one firm."""
    COMPANY = "company"
    """Beside another one: both addresses are of one firm."""
    FOLLOWED_ON = "followed_on"
    """Beside another one: one fell silent before the other was met for the first time."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile:
    """One person, as far as it tells who else they may be."""

    key: str
    name: str
    """"" where only an address is known."""
    addresses: tuple[str, ...]
    """"name:…" included."""
    also: tuple[str, ...] = ()
    """What else they are called."""
    first_on: date | None = None
    last_on: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggestion:
    """Two who may be one; `one` is the one who would stay."""

    one: Profile
    other: Profile
    reasons: tuple[Alike, ...]


def suggestion_of(a: Profile, b: Profile, found: Iterable[Alike]) -> Suggestion:
    """Strongest reason first; who was met first goes first, since that is where the history begins."""
    one, other = sorted((a, b), key=lambda each: (each.first_on or date.max, each.key))
    reasons = [alike for alike in Alike if alike in set(found)]
    if _companies(a) & _companies(b) and Alike.COMPANY not in reasons:
        reasons.append(Alike.COMPANY)
    if one.last_on and other.first_on and one.last_on < other.first_on:
        reasons.append(Alike.FOLLOWED_ON)
    return Suggestion(one=one, other=other, reasons=tuple(reasons))


def in_order(found: Iterable[Suggestion]) -> Sequence[Suggestion]:
    """The surest first; among equals by name."""
    order = {alike: i for i, alike in enumerate(Alike)}
    return sorted(
        found,
        key=lambda each: (
            order[each.reasons[0]],
            -len(each.reasons),
            each.one.name,
            each.one.key,
            each.other.key,
        ),
    )


def is_dismissed(suggestion: Suggestion, apart: frozenset[Pair]) -> bool:
    """Whether the user said of any address of the one and any of the other that they are two."""
    return bool(apart) and not apart.isdisjoint(
        pairs_between(suggestion.one.addresses, suggestion.other.addresses)
    )


def _companies(profile: Profile) -> frozenset[str]:
    return frozenset(map(company_of, profile.addresses)) - {""}
