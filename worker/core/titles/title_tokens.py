"""A title's tokens and the runs of names among them: the grammar beneath `title_names.py`.

Beside step 2 of 5: title → tokens → runs, each with what makes it company. Pure.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from worker.core.titles.name_book import NameBook, name_word
from worker.core.titles.title_words import (
    ENDINGS_BUSY,
    ENDINGS_FRIENDLY,
    ENDINGS_OF_ANY,
    HOUSE_WORDS,
    MEANT,
    ROLES,
    Role,
)

_TOKEN = re.compile(r"\b[wcm]/|1[:-]1s?\b|1on1\b|<-?>|[^\W\d_]+(?:['’`.-][^\W\d_]+)*['’]?|\d\S*|[^\w\s]")
_THEIRS = re.compile(r"['’](?:[sS])?\Z")
_LIST = frozenset(",/&+")
_QUOTES = frozenset("'\".“”„«»‘’")
_NEVER_NAMES = (Role.NOBODY, Role.BLOCK, Role.SELF)
"""Though a list called "Marketing Team" may stand among the people."""
_BREAKS = frozenset(":-–—|();·•?![]>")
_AT_THEIRS = frozenset(("at", "@"))
"""English says "at Ana's"; "at Ana" may be any place."""
_ACRONYM_CHARS = 4
_BETWEEN_TWO = frozenset(("<>", "<->"))
_BEFORE_SURNAMES = frozenset(("mr", "mrs", "ms", "frau", "herr", "herrn", "mevr", "dhr"))
_IN_NAMES = (Role.PARTICLE, Role.ARTICLE)
_NEVER_INSIDE = frozenset("aoe")
""" "avec Ana à Rome"."""
_BARE = (Role.NAME, Role.AND, Role.HONORIFIC, Role.PARTICLE)
_BEFORE_NAMES = (Role.NAME, Role.WITH, Role.AND, Role.AT, Role.HONORIFIC, Role.PAIR)


class Token(NamedTuple):
    """One word or sign, as it reads wherever it stands."""

    raw: str
    """Without "'s"."""
    low: str
    role: Role | None
    is_capital: bool = False
    is_theirs: bool = False
    """ "Ana's"."""


@dataclass(slots=True)
class Run:
    """Names in a row: one name, or several without a comma."""

    tokens: list[Token]
    company: Role | None = None
    """WITH, AT, PAIR, or BUSY for a kind of meeting that stands beside it; None where nothing makes it company."""
    honorific: str = ""
    chain: int = 0
    """Runs of one list have the same number."""


@dataclass(slots=True)
class Clause:
    """A part of a title, up to a sign or a word like "about"."""

    runs: list[Run] = field(default_factory=list)
    has_kind: bool = False
    """A kind of meeting stands in it."""
    is_other: bool = False
    """Something stands in it that is neither a name nor a kind of meeting."""
    ends_with_word: bool = False


@dataclass(slots=True)
class Parsed:
    """A title, taken apart."""

    clauses: list[Clause]
    is_friendly: bool = False
    """Something that friends do stands in it."""
    is_bare: bool = False
    """Nothing but names."""


def parsed(title: str, book: NameBook) -> Parsed:
    """The title with its runs of names, and what makes company of each."""
    tokens = _tokens(title, book)
    walk = _Walk(tokens, own=book.own)
    walk.through()
    return Parsed(
        walk.clauses,
        is_friendly=any(token.role in (Role.FRIENDLY, Role.ACTIVITY) for token in tokens),
        is_bare=all(token.role in _BARE or token.low == "." for token in tokens),
    )


def _tokens(title: str, book: NameBook) -> list[Token]:
    is_cased = not (title.isupper() or title.islower())
    tokens: list[Token] = []
    before: Role | None = None
    for written in _TOKEN.findall(title):
        token = _token(written)
        if _is_name(token, book, before, is_cased=is_cased):
            token = _as_name(token)
        tokens.append(token)
        before = token.role
    return tokens


@lru_cache(maxsize=1 << 14)
def _as_name(token: Token) -> Token:
    """The same names stand in many titles."""
    return token._replace(role=Role.NAME)


def _is_name(token: Token, book: NameBook, before: Role | None, *, is_cased: bool) -> bool:
    """Whatever has a capital and no other meaning; in small letters only the names of people known."""
    if token.role is None:
        return token.low in book.words or (is_cased and token.is_capital)
    if token.role in _NEVER_NAMES or before not in _BEFORE_NAMES:
        return False
    return is_cased and token.is_capital and len(token.low) > 1 and token.low in book.given


@lru_cache(maxsize=1 << 14)
def _token(written: str) -> Token:
    first = written[0]
    if not first.isalpha():
        role = ROLES.get(written) or (Role.AND if written in _LIST else None)
        is_plain = role is None and (first.isdigit() or written in _QUOTES)
        return Token(written, written, Role.FILLER if is_plain else role or Role.SIGN)
    if written == "I":
        return Token(written, "i", Role.SELF)
    raw = _THEIRS.sub("", written)
    low = name_word(raw)
    role = ROLES.get(low) or ROLES.get(written.lower()) or (_kind_by_ending(low) if first.isupper() else None)
    is_acronym = raw.isupper() and 1 < len(raw) <= _ACRONYM_CHARS
    return Token(raw, low, role, first.isupper() and not is_acronym, raw != written)


def _kind_by_ending(low: str) -> Role | None:
    """For nouns, which German writes with a capital: "Geburtstagsessen" is a meal, "giessen" is none."""
    if len(low) < 7:
        return None
    if low.endswith(ENDINGS_FRIENDLY):
        return Role.FRIENDLY
    if low.endswith(ENDINGS_OF_ANY):
        return Role.ACTIVITY
    return Role.BUSY if low.endswith(ENDINGS_BUSY) else None


class _Walk:
    """One walk along the tokens, left to right."""

    def __init__(self, tokens: Sequence[Token], own: frozenset[str]) -> None:
        self.tokens, self.own = tokens, own
        self.clauses = [Clause()]
        self.company: Role | None = None
        """For the name that comes next."""
        self.listed: Role | None = None
        """What "and" hands on."""
        self.must_be_theirs = False
        self.honorific = ""
        self.chain = 0
        self.is_chained = False
        self.paired: set[int] = set()
        self.are_two = False
        """ "1:1" stands somewhere."""
        self.may_list = False

    def through(self) -> None:
        i = 0
        while i < len(self.tokens):
            i = self._run(i) if self.tokens[i].role is Role.NAME else self._word(i)
        for run in (run for clause in self.clauses for run in clause.runs):
            if run.company is None and (self.are_two or run.chain in self.paired):
                run.company = Role.PAIR

    def _run(self, i: int) -> int:
        start, end = i, _end_of_run(self.tokens, i)
        names = [token for token in self.tokens[start:end] if token.low != "."]
        following = self.tokens[end] if end < len(self.tokens) else None
        if not self.is_chained:
            self.chain += 1
        if all(token.low in self.own for token in names) and not names[-1].is_theirs:
            self.paired.add(self.chain)
        elif self._is_met(names[-1], following):
            self.clauses[-1].runs.append(Run(names, self.company, self.honorific, self.chain))
        else:
            self.clauses[-1].is_other = True
        self.listed, self.may_list = self.company, True
        self.company, self.honorific, self.is_chained = None, "", False
        return end

    def _is_met(self, last: Token, following: Token | None) -> bool:
        """Not where something of theirs is meant ("Ana's school"), or a group that is called like them."""
        if following is not None and following.role is Role.NOBODY and not last.is_theirs:
            return False
        if not last.is_theirs:
            if self.must_be_theirs:
                self.company = None
            return True
        ends = (Role.ABOUT, Role.AND, Role.WITH, Role.FILLER, Role.SIGN)
        is_home = following is None or following.role in ends
        return self.company is Role.AT and (is_home or following is None or following.low in HOUSE_WORDS)

    def _word(self, i: int) -> int:
        """Words that leave whoever comes next as they are; all others end a list and its company."""
        token = self.tokens[i]
        if token.role is Role.AND or token.low in _BETWEEN_TWO:
            self._and(token)
        elif token.role is Role.SELF:
            self._self()
        elif token.role is Role.HONORIFIC:
            self.honorific = token.low
        elif token.role is Role.PARTICLE and self.honorific in _BEFORE_SURNAMES:
            pass  # "mit Frau von Ahn"
        elif token.role not in (Role.ARTICLE, Role.FILLER):
            return self._turn(i, token)
        return i + 1

    def _turn(self, i: int, token: Token) -> int:
        role, clause = token.role, self.clauses[-1]
        before = self.company or (self.listed if self.may_list else None)
        self.company, self.honorific = None, ""
        self.must_be_theirs = self.may_list = self.is_chained = False
        if role is Role.WITH:
            self.company = Role.WITH
        elif role is Role.AT:
            self._break(is_word=True)
            self.company, self.must_be_theirs = Role.AT, token.low in _AT_THEIRS
        elif role is Role.HOUSE and self._follows(i, _IN_NAMES):
            self.company = Role.AT
            return i + 2
        elif role in (Role.PARTICLE, Role.OF) and i > 0 and self.tokens[i - 1].low in MEANT:
            self.company = Role.WITH
        elif role is Role.NOBODY:
            clause.is_other, self.may_list, self.listed = True, True, before
        elif role is Role.ABOUT or token.low in _BREAKS:
            self._break(is_word=role is Role.ABOUT)
        else:
            self._kind(role, clause)
        return i + 1

    def _kind(self, role: Role | None, clause: Clause) -> None:
        """A kind of meeting; any other word says that the title may be about something else."""
        is_kind = role in (Role.FRIENDLY, Role.BUSY, Role.PAIR)
        clause.has_kind |= is_kind
        clause.is_other |= not is_kind and role is not Role.HOUSE
        self.are_two |= role is Role.PAIR

    def _and(self, token: Token) -> None:
        if self.may_list:
            self.company, self.is_chained = self.listed, True
        if token.role is Role.PAIR:
            self.paired.add(self.chain)

    def _self(self) -> None:
        if not self.is_chained:
            self.chain += 1
        self.paired.add(self.chain)
        self.may_list, self.is_chained = True, False

    def _break(self, *, is_word: bool) -> None:
        self.clauses[-1].ends_with_word = is_word
        self.clauses.append(Clause())

    def _follows(self, i: int, roles: Collection[Role | None]) -> bool:
        return i + 1 < len(self.tokens) and self.tokens[i + 1].role in roles


def _end_of_run(tokens: Sequence[Token], start: int) -> int:
    """One past the last token; "van der Berg" holds together where a name follows, an initial's dot as well."""
    i = start
    while i < len(tokens):
        token = tokens[i]
        if token.role is Role.NAME or (token.low == "." and len(tokens[i - 1].low) == 1):
            i += 1
            if token.is_theirs:
                return i
            continue
        j = i
        while j < len(tokens) and tokens[j].role in _IN_NAMES and tokens[j].low not in _NEVER_INSIDE:
            j += 1
        if j == i or j == len(tokens) or tokens[j].role is not Role.NAME or not tokens[j].is_capital:
            return i
        i = j
    return i
