"""A title's tokens: its words and signs, each with what it does for the names beside it.

Beside step 2 of 5: title → tokens → runs of names (`title_runs.py`). Pure.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from worker.core.fold import word_set
from worker.core.titles.address_words import BEFORE_KIN, NAMES_TOO
from worker.core.titles.given_names import GIVEN, WORDS_TOO
from worker.core.titles.name_book import NO_KEYS, NameBook, name_word
from worker.core.titles.season_words import BEFORE_A_KIND, FEASTS, FOND, FOND_WITH_A_CAPITAL, SEASONS
from worker.core.titles.title_words import (
    BEFORE_HOUSEHOLD,
    ENDINGS_BUSY,
    ENDINGS_FRIENDLY,
    ENDINGS_OF_ANY,
    ENDINGS_STAY,
    HOUSEHOLD,
    JOINS,
    ROLES,
    SURNAMES_TOO,
    TALKS_ABOUT,
    Role,
)

_WITH_M = "m."
""" "Kino m. Rosi"; not "10 p. m." or "20 m."."""
_TOKEN = re.compile(
    r"\b[wcm](?:/|(?<=m)(?<![\d.] m)\.(?!ª))|1[:-]1s?\b|1on1\b|<-?>|<3+|"
    r"[^\W\d_]+(?:(?:['’‘´`.‐‑-]|(?<=\b[^\W\d_])\.-)[^\W\d_]+)*['’]?|\d\S*|[^\w\s]"
)
_THEIRS = re.compile(r"['’](?:[sS])?\Z")
_LIST = frozenset(",/&+")
_QUOTES = frozenset("'\".“”„«»‘’")
_NEVER_NAMES = (Role.NOBODY, Role.BLOCK, Role.SELF)
"""Though a list called "Marketing Team" may stand among the people."""
_ACRONYM_CHARS = 4
_ELIDED = re.compile(r"(?:[dl]|d[ae]ll|d[ae]gl)['’‘´`](\w)")
""" "Luca d'Este", "Benoît l'Hermite"."""
_OF, _NAMES_TOO = (Role.PARTICLE, Role.OF), GIVEN | word_set(NAMES_TOO)
_INITIALS = re.compile(r"[^\W\d_](?:\.?[-‐‑][^\W\d_])+")
""" "J-P", "M.-È.": somebody who is called so, though "me" be a word."""
_KINDS = (Role.FRIENDLY, Role.BUSY, Role.ACTIVITY, Role.STAY, Role.PAIR)
_BEFORE_NAMES = (Role.NAME, Role.WITH, Role.AND, Role.AT, Role.HONORIFIC, Role.PAIR)
_BEFORE_KIN = word_set(BEFORE_KIN)
_ASIDE = SEASONS | FOND | HOUSEHOLD | _BEFORE_KIN
_SMALL = (Role.WITH, Role.AND, Role.AT, Role.PARTICLE, Role.OF, Role.ARTICLE, Role.ABOUT)
_WITH_ACCENTS = word_set("fur uber pa as for la")
"""The others lose their meaning with an accent: "Zé" is no "ze", nor "Dê" a "de"."""
_LEAD = (Role.WITH, Role.AT, Role.PARTICLE)
_AFTER_FOND = (Role.FILLER, Role.SIGN, Role.ABOUT, Role.AT)
_CLOSE = (Role.AND, *_AFTER_FOND)
_OF_A_KIND = [[kind, Role.PARTICLE] for kind in _KINDS]
""" "Cena de Navidad", "dîner de Noël"."""
_AT_HOME = (Role.AT, Role.HOUSE)
IS_NAME, _IS_KIN = Role.NAME, Role.KIN
"""Asked of every word: before CPython 3.12 it takes as long as a call to say `Role.NAME`."""
_LEADS_HOME = ("da", "en", "na", "em")
"""Besides what is "at" anyway: "Natale da Ana", "Navidad en casa de Ana", "Natal na casa da Ana"."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word or sign, as it reads wherever it stands."""

    raw: str
    """Without "'s"."""
    low: str
    role: Role | None
    is_capital: bool = False
    is_theirs: bool = False
    """ "Ana's"."""
    are_initials: bool = False


def tokens_in(title: str, book: NameBook) -> list[Token]:
    """A word is a name if it has a capital and no other meaning; in small letters only those of people known are."""
    is_cased = not (title.isupper() or title.islower())
    tokens: list[Token] = []
    before: Role | None = None
    all_written = _TOKEN.findall(title)
    for written in all_written:
        token = _token(written)
        low, role, may_be_name = token.low, token.role, is_cased and token.is_capital
        if token.are_initials and low in book.given:
            token = _name(written)
        elif low in _ASIDE and _is_aside(token, tokens, all_written, book, is_cased=is_cased):
            token = replace(token, role=Role.FILLER)
        elif role is None:
            if (
                may_be_name
                or low in book.words
                or (before is IS_NAME and is_cased and _is_elided(token, tokens[-1], book))
            ):
                token = _name(written)
        elif role is _IS_KIN:
            may_be_theirs = not may_be_name and _is_whose(tokens, all_written)
            if not may_be_theirs and _is_own_name(token, before, book, is_cased=is_cased):
                token = _name(written)
        elif (
            tokens
            and (may_be_name or low in book.called)
            and _is_name_too(token, tokens, all_written, book, may_be_written=may_be_name)
        ):
            token = _name(written)
        tokens.append(token)
        before = token.role
    return tokens


def _is_aside(
    token: Token, tokens: list[Token], written: Sequence[str], book: NameBook, *, is_cased: bool
) -> bool:
    """Whether a word says nothing of who is met: kisses after a name, a season, the kids; "Happy New Year" wishes."""
    if token.low in book.words or (tokens and tokens[-1].low == "happy"):
        return False
    following = _token(written[len(tokens) + 1]) if len(tokens) + 1 < len(written) else None
    may_be_name = is_cased and token.is_capital
    if token.low in _BEFORE_KIN:
        return following is not None and following.role is Role.KIN
    if token.low in HOUSEHOLD:
        return _comes_along(tokens, following)
    if token.low in FOND:
        is_last = following is None or following.role in _AFTER_FOND or following.low in FOND
        after_name = any(each.role is Role.NAME for each in tokens)
        return is_last and after_name and (not may_be_name or token.low in FOND_WITH_A_CAPITAL)
    if may_be_name and token.low in FEASTS and not _is_feast(token.low, tokens, following, book):
        return False
    if [each.role for each in tokens[-2:]] in _OF_A_KIND:
        tokens[-1] = replace(tokens[-1], role=Role.FILLER)
    return True


def _comes_along(tokens: list[Token], following: Token | None) -> bool:
    """ "Dinner Ana + kids", "et ses enfants"; not "+ Familie Weber"."""
    is_led = bool(tokens) and (tokens[-1].role is Role.ARTICLE or tokens[-1].low in BEFORE_HOUSEHOLD)
    is_named = following is not None and following.role is None and following.is_capital
    if is_named or not any(each.low in JOINS for each in tokens[-1 - is_led :][:1]):
        return False
    if is_led:
        tokens[-1] = replace(tokens[-1], role=Role.FILLER)
    return True


def _is_feast(low: str, tokens: Sequence[Token], following: Token | None, book: NameBook) -> bool:
    """ "Christmas at Ana's", "Easter lunch Ana", "Cena di Natale Ana"; not "avec Noël" or "Cena di Natale Rossi"."""
    before = tokens[-1].role if tokens else None
    is_before_kind = following is not None and following.role in _KINDS
    if before is Role.NAME:
        return is_before_kind and low in BEFORE_A_KIND
    if before is Role.PARTICLE:
        is_before_name = following is not None and following.role is None and following.is_capital
        return not is_before_name or (following is not None and _is_given(following, book))
    if following is not None and not tokens and (following.role in _AT_HOME or following.low in _LEADS_HOME):
        return True
    return before not in _BEFORE_NAMES and low not in WORDS_TOO and (is_before_kind or following is None)


def _is_name_too(
    token: Token, tokens: Sequence[Token], written: Sequence[str], book: NameBook, *, may_be_written: bool
) -> bool:
    """Whether a word that means something else is somebody: "with Bill", "com o Du", "coffee with al"."""
    before, following = tokens[-1], written[len(tokens) + 1 : len(tokens) + 2]
    if may_be_written:
        if before.role in _BEFORE_NAMES:
            is_surname = before.role is Role.NAME and _is_surname(token, before, following, book)
            return is_surname or _is_called(token, book)
        may_be = token.role in _SMALL or token.low in GIVEN
        return may_be and _is_called(token, book) and _is_led(token, before, following)
    leads = tokens[-2 if before.role is Role.ARTICLE and len(tokens) > 1 else -1]
    is_small = token.role in _SMALL and (token.role is not Role.ARTICLE or token.low in GIVEN)
    is_led = leads.role in _LEAD or leads.low in JOINS
    return is_small and is_led and _ends_with(following, _CLOSE)


def _is_led(token: Token, before: Token, following: Sequence[str]) -> bool:
    """After another small word ("de La Ana" has an article), or after a meal, where nothing follows: "Lunch Al"."""
    if before.role in _SMALL:
        is_article = token.role is Role.ARTICLE and token.low not in GIVEN
        return not is_article or _ends_with(following, _CLOSE)
    return before.role in _KINDS and _ends_with(following, (Role.AND,))


def _ends_with(following: Sequence[str], roles: Collection[Role]) -> bool:
    return all(_token(each).role in roles for each in following)


def _is_called(token: Token, book: NameBook) -> bool:
    """Somebody known bears a word that means something else: "Lunch with Bill", "with Cat"."""
    if token.role is Role.RING:  # "Kate Bell"
        return True
    if token.role in _NEVER_NAMES:
        return token.low in GIVEN and token.low in book.called
    return len(token.low) > 1 and token.low in book.given


def _is_surname(token: Token, before: Token, following: Sequence[str], book: NameBook) -> bool:
    """ "Hugo Petit", or what somebody known is called; not "Hugo Quick Sync", "Hugo Lundi soir" or "Hugo Lundi 12h"."""
    if len(token.low) == 1 and not before.is_theirs:
        return _is_initial(token, before, following, book)
    if token.role in _NEVER_NAMES or before.is_theirs:
        return False
    if book.knows(before.low, token.low):
        return True
    if token.low not in SURNAMES_TOO or not _is_given(before, book):
        return False
    return not any(_token(each).role in (*_KINDS, Role.FILLER) and each not in _QUOTES for each in following)


def _is_initial(token: Token, before: Token, following: Sequence[str], book: NameBook) -> bool:
    """ "Rhys M", "Rhys I.", where that is somebody's surname; not "Rhys & I" or "Rhys e Maria"."""
    theirs = book.given.get(before.low, NO_KEYS)
    is_last = all(not each[0].isalpha() or _token(each).role is not None for each in following)
    return is_last and any(
        w[0] == token.low and not theirs.isdisjoint(keys) for w, keys in book.surnames.items()
    )


def _is_elided(token: Token, before: Token, book: NameBook) -> bool:
    """A surname that begins in small letters, after a given name; "avec l'Équipe" and "Mère d'Ana" are none."""
    elided = _ELIDED.match(token.raw)
    return elided is not None and elided[1].isupper() and not before.is_theirs and _is_given(before, book)


def _is_given(token: Token, book: NameBook) -> bool:
    return token.is_capital and (token.low in GIVEN or token.low in book.given)


def _is_whose(before: Sequence[Token], written: Sequence[str]) -> bool:
    """ "la mamá de Ana", "la maman d'Ana", "sa maman": somebody else's. "Her mum" leaves nobody company anyway."""
    following = written[len(before) + 1 : len(before) + 2]
    is_of = any(_token(each).role in _OF or _ELIDED.match(each) for each in following)
    return is_of or (bool(before) and before[-1].low == "sa")


def _is_own_name(token: Token, before: Role | None, book: NameBook, *, is_cased: bool) -> bool:
    """Somebody is known as "Nan", or as "Linh Vo": that Anna may be called Nan is not enough.

    In small letters among capitals, "nan" is rather a grandmother than Nan Goldin.
    """
    if before is Role.NAME:
        return token.low in book.surnames
    names = [book.names[key].split() for key in book.called.get(token.low, ())]
    is_word = is_cased and not token.is_capital and token.low in _NAMES_TOO
    return any(not is_word or len(name) == 1 or name_word(name[0]) != token.low for name in names)


@lru_cache(maxsize=1 << 14)
def _name(written: str) -> Token:
    """The same names stand in many titles."""
    return replace(_token(written), role=Role.NAME)


@lru_cache(maxsize=1 << 14)
def _token(written: str) -> Token:
    first = written[0]
    if not first.isalpha():
        role = ROLES.get(written) or (Role.AND if written in _LIST else None)
        is_plain = role is None and (first.isdigit() or written in _QUOTES)
        return Token(written, written, Role.FILLER if is_plain else role or Role.SIGN)
    if written == _WITH_M:
        return Token(written, written, Role.WITH)
    if written == "I":
        return Token(written, "i", Role.SELF, is_capital=True)
    raw = _THEIRS.sub("", written)
    low = name_word(raw)
    role = ROLES.get(low) or ROLES.get(written.lower()) or (_kind_by_ending(low) if first.isupper() else None)
    if role in _SMALL and not raw.isascii() and len(low) > 1 and "ª" not in raw and low not in _WITH_ACCENTS:
        role = None
    is_acronym = raw.isupper() and 1 < len(raw) <= _ACRONYM_CHARS
    are_initials = _INITIALS.fullmatch(written) is not None
    return Token(raw, low, role, first.isupper() and not is_acronym, raw != written, are_initials)


def _kind_by_ending(low: str) -> Role | None:
    """For nouns, which German writes with a capital: "Geburtstagsessen" is a meal, "giessen" is none."""
    if len(low) < 7 or low.startswith(TALKS_ABOUT):
        return None
    if low.endswith(ENDINGS_FRIENDLY):
        return Role.FRIENDLY
    if low.endswith(ENDINGS_OF_ANY):
        return Role.ACTIVITY
    if low.endswith(ENDINGS_STAY):
        return Role.STAY
    return Role.BUSY if low.endswith(ENDINGS_BUSY) else None
