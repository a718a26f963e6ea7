"""A title's clauses, and the runs of names in them: what `title_runs.py` finds and `title_names.py` asks.

Beside step 2 of 5. Values that grow while a title is read.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from worker.core.titles.home_words import BEFORE_DA
from worker.core.titles.title_tokens import IS_NAME, Token
from worker.core.titles.title_words import Role

IN_NAMES = frozenset((Role.PARTICLE, Role.ARTICLE))
_NEVER_INSIDE = frozenset("aoe")
""" "avec Ana à Rome"."""


@dataclass(slots=True)
class Run:
    """Names in a row: one name, or several without a comma."""

    tokens: list[Token]
    names: list[str]
    """Its names, folded, without what only stands between them."""
    company: Role | None = None
    """WITH, AT, PAIR, or BUSY for a kind of meeting that stands beside it; None where nothing makes it company.

    FRIENDLY where the whole title is a meal with people known, ACTIVITY where it is an outing with them.
    """
    honorific: str = ""
    chain: int = 0
    """Runs of one list have the same number."""
    led_at: int = 0
    """Where "at" stands before it, among the tokens."""
    is_joined: bool = False
    """ "And" stands right before it."""
    is_listed: bool = False
    """Somebody known stands in its list, whose name is no word."""
    is_about: bool = False
    """ "Of" or "for" leads to it, "Gift for Ana": it is about something of hers."""

    @property
    def written(self) -> str:
        return " ".join([token.raw for token in self.tokens])


@dataclass(slots=True)
class Clause:
    """A part of a title, up to a sign or a word like "about"."""

    runs: list[Run] = field(default_factory=list)
    has_kind: bool = False
    """A kind of meeting stands in it."""
    is_other: bool = False
    """Something stands in it that is neither a name nor a kind of meeting."""
    ends_with_word: bool = False


def end_of_run(tokens: Sequence[Token], start: int) -> int:
    """One past the last token; "van der Berg" holds together where a name follows, an initial's dot as well."""
    i = start
    while i < len(tokens):
        token = tokens[i]
        if token.role is IS_NAME or (token.low == "." and _is_short(tokens[i - 1])):
            i += 1
            if token.is_theirs:
                return i
            continue
        if token.role not in IN_NAMES:
            return i
        j = i
        while j < len(tokens) and tokens[j].role in IN_NAMES and tokens[j].low not in _NEVER_INSIDE:
            j += 1
        if j == i or j == len(tokens) or tokens[j].role is not IS_NAME or not tokens[j].is_capital:
            return i
        if tokens[i].low == "da" and tokens[i - 1].low in BEFORE_DA:  # "Polenta da Ana"
            return i
        i = j
    return i


def _is_short(token: Token) -> bool:
    """An initial, or several: "S.", "J.P."."""
    return len(token.low) == 1 or "." in token.raw
