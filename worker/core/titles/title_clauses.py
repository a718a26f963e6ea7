"""A title's clauses, and the runs of names in them: what `title_runs.py` finds and `title_names.py` asks.

Beside step 2 of 5. Values that grow while a title is read.
"""

from dataclasses import dataclass, field

from worker.core.titles.title_tokens import Token
from worker.core.titles.title_words import Role


@dataclass(slots=True)
class Run:
    """Names in a row: one name, or several without a comma."""

    tokens: list[Token]
    names: list[str]
    """Its names, folded, without what only stands between them."""
    company: Role | None = None
    """WITH, AT, PAIR, or BUSY for a kind of meeting that stands beside it; None where nothing makes it company.

    FRIENDLY where the whole title is a meal with people known.
    """
    honorific: str = ""
    chain: int = 0
    """Runs of one list have the same number."""
    led_at: int = 0
    """Where "at" stands before it, among the tokens."""
    is_joined: bool = False
    """ "And" stands right before it."""


@dataclass(slots=True)
class Clause:
    """A part of a title, up to a sign or a word like "about"."""

    runs: list[Run] = field(default_factory=list)
    has_kind: bool = False
    """A kind of meeting stands in it."""
    is_other: bool = False
    """Something stands in it that is neither a name nor a kind of meeting."""
    ends_with_word: bool = False
