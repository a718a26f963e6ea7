"""An outing is an hour of leisure with somebody whose name stands beside it, "Ciné Camille", as it does beside a meal.

Beside `title_names.py`, for titles without a word like "with". Pure. The name may be a singer's, a child's or a
place's: so nothing else may stand there, and everybody in it is known.
"""

from collections.abc import Sequence

from worker.core.fold import word_set
from worker.core.giving.place_words import CITY_BY_NAME
from worker.core.titles.given_names import TOWNS_TOO, WORDS_TOO
from worker.core.titles.home_words import AT_TABLE
from worker.core.titles.leisure_words import LESSONS_TOO, ON_STAGE, OUTING_ENDINGS, OUTINGS, STAGE_ENDINGS
from worker.core.titles.name_book import NameBook
from worker.core.titles.title_clauses import Run
from worker.core.titles.title_doubt import DAYS, SILENT
from worker.core.titles.title_meant import called_in
from worker.core.titles.title_tokens import Token
from worker.core.titles.title_words import Role

_OUTINGS, _LESSONS_TOO, _ON_STAGE = map(word_set, (OUTINGS, LESSONS_TOO, ON_STAGE))
_AROUND_NAMES = (Role.NAME, Role.AND, Role.FILLER, Role.ARTICLE)
_BESIDE = (Role.NAME, Role.AND, Role.FILLER, Role.FRIENDLY, Role.ACTIVITY)
_NEVER_ALONE = WORDS_TOO | DAYS | frozenset(CITY_BY_NAME)


def is_meal(tokens: Sequence[Token], runs: Sequence[Run], book: NameBook) -> bool:
    """Nothing but a meal and people known: "Mark – coffee". A town is one only right after it: "Brunch Charlotte"."""
    if AT_TABLE.isdisjoint([token.low for token in tokens]):
        return False
    said = [token for token in tokens if token.role not in _AROUND_NAMES and token.low not in "?!"]
    is_first, meals = said == tokens[:1], [token for token in said if token.low not in SILENT]
    is_alone = len(meals) == 1 and meals[0].low in AT_TABLE
    return is_alone and all(
        run.names[0] in book.given and (is_first or run.names[0] not in TOWNS_TOO) for run in runs
    )


def is_outing(tokens: Sequence[Token], runs: Sequence[Run], book: NameBook) -> bool:
    """Whether the title says where one goes, and with whom: with each of these runs, and nobody else."""
    said = [token for token in tokens if token.role is Role.ACTIVITY]
    if not (said and runs) or any(
        token.is_theirs or (token.role not in _BESIDE and token.low not in SILENT) for token in tokens
    ):
        return False
    people = [each for run in runs for each in called_in(run, book)]
    if len(people) > len(runs):  # "Maria Theresa exhibition"
        return False
    are_sure = len(people) > 1 or len(people[0][0]) > 1
    is_led = tokens[0].role is not Role.NAME
    return all(_is_shared(token.low, are_sure=are_sure, is_led=is_led) for token in said) and all(
        keys and _is_person(names, book) for names, keys in people
    )


def _is_shared(pastime: str, *, are_sure: bool, is_led: bool) -> bool:
    if pastime in _ON_STAGE or pastime.endswith(STAGE_ENDINGS):
        return are_sure
    return pastime in _OUTINGS or (pastime in _LESSONS_TOO and is_led) or pastime.endswith(OUTING_ENDINGS)


def _is_person(names: Sequence[str], book: NameBook) -> bool:
    """No word, town or day, "Expo Sam", nor who lives with the user: "Swim Mia" may be a child's lesson."""
    return len(names) > 1 or not (names[0] in _NEVER_ALONE or names[0] in book.household)
