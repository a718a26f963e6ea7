"""A person is one human, however many addresses they have.

Step 3 of 5: touch → person. Pure.
"""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Birthday:
    """Day and month, with the year where it is known."""

    month: int
    day: int
    year: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """What an address book says about one person."""

    name: str
    emails: tuple[str, ...] = ()
    """Normalised, lower-case."""
    phones: tuple[str, ...] = ()
    birthday: Birthday | None = None
    is_deceased: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """One human."""

    key: str
    """Stable: the first address known, or "name:…"."""
    name: str
    """As the calendars or the address book write it; the address where no name is known."""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    birthday: Birthday | None = None
    circle: str = "other"
    """work, family, friends or other: for variety only, never shown as rank."""
    is_deceased: bool = False
