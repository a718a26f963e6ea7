"""Who is meant by what a user types: a key or an address, a whole name, a first name, or the beginning of one.

Beside step 3 of 5. Pure.
"""

from collections.abc import Collection

from worker.core.fold import typed
from worker.core.person import Person
from worker.core.titles.name_book import without_address

_FARTHEST = 4
""" "Not at all"."""


def keys_meant(people: Collection[Person], text: str) -> frozenset[str]:
    """The keys of all who are meant: what fits exactly goes before a first name, and that before beginnings.

    Whom nothing of these means is looked for without a form of address: "Aunt Margaret" is Margaret.
    """
    wanted = typed(text.strip())
    return _closest(people, wanted) or _closest(people, without_address(wanted))


def _closest(people: Collection[Person], wanted: str) -> frozenset[str]:
    if not wanted:
        return frozenset()
    how_far = {person.key: _distance(person, wanted) for person in people}
    least = min(how_far.values(), default=_FARTHEST)
    return frozenset(key for key, far in how_far.items() if far == least < _FARTHEST)


def _distance(person: Person, wanted: str) -> int:
    at, name = [typed(each) for each in (person.key, *person.emails)], typed(person.name)
    words = name.split()
    if wanted in at:
        return 0
    if wanted == name:
        return 1
    if wanted in words[:1]:
        return 2
    return 3 if any(each.startswith(wanted) for each in (name, *words, *at)) else _FARTHEST
