"""A place after Spanish or French "en" is no company: "Cena con Irene en Toledo", "Vacaciones con Irene en julio".

Beside `title_runs.py`. Dutch writes "and" so: "Lunch met Jan en Piet". Which of the two it is, other words tell. Pure.
"""

from collections.abc import Sequence
from dataclasses import replace

from worker.core.fold import word_set
from worker.core.giving.place_words import CITY_BY_NAME
from worker.core.titles.given_names import GIVEN
from worker.core.titles.title_tokens import Token
from worker.core.titles.title_words import Role

TOWNS = frozenset(CITY_BY_NAME) - GIVEN
"""What alone in a title is rather the town than somebody of that surname."""
_ROMANCE = word_set(
    "con y de del el la los las avec et du le les chez "
    "cena cenar comida comer almuerzo almorzar desayuno desayunar merienda cafecito canas cerveza cervezas vermut "
    "aperitivo reunion llamada visita viaje vacaciones finde puente paseo excursion cumple cumpleanos fiesta boda "
    "concierto teatro cine partido partida quedada quedar tarde noche senderismo escapada "
    "dejeuner diner gouter repas apero verre balade rendez rendez-vous rdv anniversaire vacances sortie soiree fete"
)
"""Beside one of these, "en" is Spanish or French."""
_WITHIN = 3


def with_places(tokens: list[Token]) -> list[Token]:
    """The same tokens, with "en" before a place or a time where it is one; "en casa de Ana" leads to her."""
    ends = [at for at, token in enumerate(tokens) if token.low == "en"]
    if not ends or _ROMANCE.isdisjoint([token.low for token in tokens]):
        return tokens
    for at in ends:
        if not _leads_home(tokens[at + 1 : at + _WITHIN]):
            tokens[at] = replace(tokens[at], role=Role.ABOUT)
    return tokens


def _leads_home(following: Sequence[Token]) -> bool:
    return any(token.role is Role.HOUSE for token in following)
