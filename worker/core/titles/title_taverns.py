"""A tavern may be called after its host, who is not met there: "Comida en Casa Pepe con Nacho", "Cena da Gino con Ana".

Between `title_tokens.py` and `title_runs.py`. Pure. Words like "Bar" and "Gasthaus" are about something else by
themselves; here are those that mean a home or a meal as well: "en casa de Pepe", "Café Ana".
"""

from collections.abc import Sequence
from dataclasses import replace

from worker.core.titles.home_words import BEFORE_DA
from worker.core.titles.title_clauses import end_of_run
from worker.core.titles.title_tokens import Token
from worker.core.titles.title_words import ROLES, Role

_ALWAYS = ("restaurant", "restaurante", "ristorante")
_OR_A_MEAL = ("cafe", "resto", "pub")
_MAY_BE = frozenset((*_ALWAYS, *_OR_A_MEAL, "da", "bei"))
_ANY_PLACE = _MAY_BE | {word for word, role in ROLES.items() if role is Role.HOUSE}
_LEADS = (Role.AT, Role.ABOUT)
_LEADS_TOO = ("en", "al", "alla")
_BETWEEN = (Role.ARTICLE, Role.HONORIFIC, Role.KIN)


def without_taverns(tokens: list[Token]) -> list[Token]:
    """The tokens, where the name of a tavern tells but a place."""
    if _ANY_PLACE.isdisjoint([token.low for token in tokens]):
        return tokens
    kept = list(tokens)
    for at, token in enumerate(tokens[:-1]):
        may_be = token.role is Role.HOUSE or token.low in _MAY_BE
        if may_be and tokens[at + 1].role is Role.NAME:
            end = end_of_run(tokens, at + 1)
            if _is_tavern(tokens, at, end):
                names = (replace(each, role=Role.FILLER) for each in tokens[at + 1 : end])
                kept[at:end] = [replace(token, role=Role.ABOUT), *names]
    return kept


def _is_tavern(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the token makes a tavern of the name behind it, which ends before `end`."""
    token, is_first = tokens[at], at == 0
    if token.role is Role.HOUSE or token.low in _ALWAYS:  # "en casa Pepe" is at home
        return token.is_capital or token.low in _ALWAYS
    if token.low in _OR_A_MEAL:
        is_led = not is_first and (tokens[at - 1].role in _LEADS or tokens[at - 1].low in _LEADS_TOO)
        return is_led or _has_company(tokens, end, end + 1)
    is_alone = end == len(tokens) or tokens[end].role is not Role.AND
    if token.is_capital and not is_first:
        return is_alone
    may_be_place = is_first or (token.low == "da" and tokens[at - 1].low in BEFORE_DA)
    return may_be_place and is_alone and _has_company(tokens, end, len(tokens))


def _has_company(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether "with Ana" begins there."""
    for at, token in enumerate(tokens[start:end], start):
        if token.role is Role.WITH and token.low != "com":  # Portuguese "da Ana" is hers
            following = next((each for each in tokens[at + 1 :] if each.role not in _BETWEEN), None)
            return following is not None and following.role is Role.NAME
    return False
