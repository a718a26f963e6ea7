"""The departed are named in no gift: a meeting whose title names them counts, and its title is not brought up.

Beside step 5 of 5: people + farewells → names → what is known of the living (`knowing.py`). Pure.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from worker.core.fold import folded, folded_words
from worker.core.giving.farewell import is_departed, is_farewell_to
from worker.core.person import Person
from worker.core.titles.name_book import without_address
from worker.core.titles.title_words import ROLES
from worker.core.touch import Touch

_EDGES = '.,;:!?()[]"“”„†'


def names_of_departed(people: Collection[Person], farewells: Collection[str]) -> frozenset[str]:
    """The folded given names of whoever died, known or only named in a title; without those that a living one bears."""
    said = frozenset(word for title in farewells for word in folded_words(title))
    gone = {folded(word) for title in farewells for word in _names_in(title) if is_farewell_to(title, word)}
    if not gone and not said and not any(person.is_deceased for person in people):
        return frozenset()
    living = set[str]()
    for person in people:
        called = _called(person)
        is_gone = person.is_deceased or (not said.isdisjoint(called) and is_departed(person, farewells))
        (gone if is_gone else living).update(called)
    return frozenset(gone - living)


def without_names(touches: Iterable[Touch], names: frozenset[str]) -> tuple[Touch, ...]:
    """The same meetings, untitled where the title has one of these names."""
    if not names:
        return tuple(touches)
    return tuple(
        touch if names.isdisjoint(folded_words(touch.title)) else replace(touch, title="")
        for touch in touches
    )


def _names_in(title: str) -> Iterator[str]:
    """What looks like a name: nobody needs a card to be mourned."""
    words = (word.removesuffix("'s").removesuffix("’s").strip(_EDGES) for word in title.split())
    return (word for word in words if len(word) > 2 and word[0].isupper() and ROLES.get(folded(word)) is None)


def _called(person: Person) -> frozenset[str]:
    """ "Saul Goldberg" is saul, "Tante Irmgard" irmgard."""
    return frozenset(word for name in person.names for word in folded_words(without_address(name))[:1])
