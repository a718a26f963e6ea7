"""A note is what the user marks about one person: "I will ask Ana for …", "I offered Ana …".

Beside step 5 of 5. An offer stays open and silent: nothing is ever made of it (docs/why.md, B8). Pure values.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class NoteKind(StrEnum):
    ASK = "ask"
    OFFER = "offer"


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """One note about one person."""

    kind: NoteKind
    text: str
    noted_on: date
    """The day in the user's zone."""
    for_whom: str = ""
    """An ask on behalf of somebody else: what a bond is for. "" where it is the user's own."""
