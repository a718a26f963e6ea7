"""Things that German writes with a capital after a name are no surnames: "Mit Torben Fußball gucken".

Beside step 2 of 5, before the runs of names (`title_runs.py`). Pure.
"""

from collections.abc import Sequence
from dataclasses import replace

from worker.core.fold import word_set
from worker.core.titles.given_names import GIVEN
from worker.core.titles.leisure_words import WITH_A_THING
from worker.core.titles.name_book import NameBook
from worker.core.titles.title_tokens import IS_NAME, Token
from worker.core.titles.title_words import Role

_WITH_A_THING = word_set(WITH_A_THING)
_INFINITIVES = ("en", "ern", "eln")
_SAINTS = frozenset(("st", "sankt"))
_GERMAN = frozenset(("mit", "bei"))
""" "With Jill St. John" is English."""
_LEADS = (Role.WITH, Role.AT)


def without_things(tokens: list[Token], book: NameBook) -> list[Token]:
    """The title's tokens, where the thing after a given name of somebody known is no name any more.

    A verb that is done with something tells it. Where nothing makes company of the name, any verb will do: nobody
    is met there anyway. "Torben St. Pauli" goes to a place.
    """
    for at, token in enumerate(tokens[:-2]):
        if token.role is IS_NAME and token.low in book.given and not token.is_theirs:
            for place in _things_after(tokens, at, book):
                tokens[place] = replace(tokens[place], role=None)
    return tokens


def _things_after(tokens: Sequence[Token], at: int, book: NameBook) -> range:
    name, thing, following = tokens[at : at + 3]
    if thing.role is not IS_NAME or thing.low in GIVEN or book.knows(name.low, thing.low):
        return range(0)
    is_led = at > 0 and tokens[at - 1].role in _LEADS
    if thing.low in _SAINTS and not (is_led and tokens[at - 1].low not in _GERMAN):
        return range(at + 1, min(at + 3 + (following.low == "."), len(tokens)))
    if not following.raw[0].islower():
        return range(0)
    is_verb = following.low in _WITH_A_THING or (not is_led and following.low.endswith(_INFINITIVES))
    return range(at + 1, at + 2) if is_verb and following.role is not Role.FRIENDLY else range(0)
