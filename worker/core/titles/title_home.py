"""A home is where somebody comes: "Ana for dinner", "Ana viene a cenar".

Beside `title_runs.py`. Pure. The whole title has to say it: "Cake for Ana", "Dinner for Ana's birthday" and "Ana for
tea at Lily's" do not.
"""

from collections.abc import Sequence

from worker.core.titles.title_tokens import Token
from worker.core.titles.title_words import MEALS, Role

_WHO = (Role.NAME, Role.AND, Role.HONORIFIC, Role.KIN, Role.PARTICLE, Role.FILLER)
_TO_A_MEAL = (Role.COMING, Role.OF, Role.ARTICLE)
_WHEN = (Role.FILLER, Role.ARTICLE, Role.ABOUT, Role.AT, Role.SIGN)


def comes_home(tokens: Sequence[Token], at: int) -> bool:
    """Before the token there is nothing but names; from it on a meal, or "coming over", and at most a time."""
    if any(token.role not in _WHO or token.is_theirs for token in tokens[:at]):
        return False
    meal = at
    while meal < len(tokens) and tokens[meal].role in _TO_A_MEAL:
        meal += 1
    if meal == len(tokens):
        return meal > at + 1 and all(token.role is Role.COMING for token in tokens[at:])
    return tokens[meal].low in MEALS and all(token.role in _WHEN for token in tokens[meal + 1 :])
