"""A home is where somebody comes, "Ana for dinner", "Ana viene a cenar", and where the user goes: "Griot chez Ana".

Beside `title_runs.py`. Pure. The whole title has to say it: "Cake for Ana", "Dinner for Ana's birthday" and "Ana for
tea at Lily's" do not, nor does "Plantes chez Ana".
"""

from collections.abc import Sequence
from itertools import takewhile

from worker.core.fold import folded_words
from worker.core.giving.delicate import is_delicate
from worker.core.titles.given_names import GIVEN
from worker.core.titles.home_words import BEFORE_DA, CHORES, HOUSE_WORDS, MEALS
from worker.core.titles.name_book import NO_KEYS, NameBook
from worker.core.titles.phrase_words import AT_OURS
from worker.core.titles.title_clauses import end_of_run
from worker.core.titles.title_tokens import Token
from worker.core.titles.title_words import JOINS, Role

_WHO = (Role.NAME, Role.AND, Role.HONORIFIC, Role.KIN, Role.PARTICLE, Role.FILLER)
_TO_A_MEAL = (Role.COMING, Role.OF, Role.ARTICLE)
_WHEN = (Role.FILLER, Role.ARTICLE, Role.ABOUT, Role.AT, Role.SIGN)
_ENDS_A_HOME = (Role.ABOUT, Role.AND, Role.WITH, Role.FILLER, Role.SIGN)
_SAYS_NOTHING = (Role.FILLER, Role.ARTICLE, Role.ABOUT)
_LONGEST_THING = 2


def comes_home(tokens: Sequence[Token], at: int) -> bool:
    """Before the token there is nothing but names; from it on a meal, "coming over" or "at ours", and a time."""
    if any(token.role not in _WHO or token.is_theirs for token in tokens[:at]):
        return False
    meal = at
    while meal < len(tokens) and tokens[meal].role in _TO_A_MEAL:
        meal += 1
    if any(token.low == AT_OURS for token in tokens[at:meal]):
        return all(token.role in _WHEN for token in tokens[meal:])
    if meal == len(tokens):
        return meal > at + 1 and all(token.role is Role.COMING for token in tokens[at:])
    after = tokens[meal + 1 :]
    return tokens[meal].low in MEALS and all(token.role in _WHEN or token.low == AT_OURS for token in after)


def is_at_a_place(tokens: Sequence[Token], at: int) -> bool:
    """Whether German "an dem" stands before a name: "Essen am Kai" is by the water; "Lunch 11 am Kai" is not."""
    return at > 0 and tokens[at - 1].low == "am" and not tokens[max(0, at - 2)].raw[0].isdigit()


def is_home(following: Token | None) -> bool:
    """Whether "Ana's" is her home, by what follows; "Ana's school" is not."""
    return following is None or following.role in _ENDS_A_HOME or following.low in HOUSE_WORDS


def is_shared_home(tokens: Sequence[Token], end: int, book: NameBook) -> bool:
    """ "At Tom & Ana's": both are known, and "'s" stands after the last, or they share a card.

    `end` is one past the first of them. "At Ben & Jerry's" is a place.
    """
    if len(tokens) < end + 2 or tokens[end].low not in JOINS:
        return False
    first, second = (book.given.get(tokens[at].low, NO_KEYS) for at in (end - 1, end + 1))
    last = end_of_run(tokens, end + 1)
    if not (first and second) or last == end + 1:
        return False
    is_theirs = tokens[last - 1].is_theirs or not first.isdisjoint(second)
    return is_theirs and is_home(tokens[last] if last < len(tokens) else None)


def is_visit(tokens: Sequence[Token], at: int, book: NameBook) -> bool:
    """Whether but a thing of a word or two stands before "at Ana's", whatever it is: "Griot", "Super Bowl y paella".

    Not where it is done whether or not she is there, or for her as a service ("Clés", "Blumen gießen", "Coupe"), is
    tender, or is somebody: "Tom chez Ana".
    """
    after = takewhile(lambda token: token.role is not Role.SIGN, tokens[at + 1 :])
    if any(token.role is None and token.low not in HOUSE_WORDS for token in after):
        return False
    things = 0
    for token in tokens[:at]:
        if token.role is Role.AND:
            things = 0
        elif token.role not in _SAYS_NOTHING:
            things += 1
            is_thing = token.low in BEFORE_DA if tokens[at].low == "da" else _may_be_thing(token, book)
            if things > _LONGEST_THING or not is_thing:
                return False
    what = " ".join(token.raw for token in tokens[:at])
    return not (CHORES.is_in(folded_words(what)) or is_delicate(what))


def _may_be_thing(token: Token, book: NameBook) -> bool:
    is_somebody = token.is_theirs or token.low in GIVEN or token.low in book.given
    return token.role in (None, Role.NAME) and not is_somebody
