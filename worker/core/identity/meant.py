"""Who is meant by what a user types: a key or an address, a whole name, a first name, or the beginning of one.

And what is shown of somebody, so that typing it means them.

Beside step 3 of 5. Pure.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping

from worker.core.fold import typed
from worker.core.person import NAME_KEY, Person
from worker.core.titles.compound_names import in_full_letters
from worker.core.titles.given_names import GIVEN, NICKNAMES
from worker.core.titles.name_book import without_address

_FARTHEST = 5
""" "Not at all"."""


def address_in(key: str) -> str:
    """What of a key may be shown: "" where no address is known."""
    return "" if key.startswith(NAME_KEY) else key


def in_full(key: str, name: str) -> str:
    """What tells them from others of their name: "Maria (maria@example.org)", or "Maria (–)" without an address."""
    return f"{name} ({address_in(key) or '–'})"


def told_apart(names: Mapping[str, str]) -> Mapping[str, str]:
    """Key → the name; in full where an address is known, or another has it."""
    bearers = Counter(map(typed, names.values()))
    return {
        key: in_full(key, name) if address_in(key) or bearers[typed(name)] > 1 else name
        for key, name in names.items()
    }


def to_type(names: Mapping[str, str]) -> Mapping[str, str]:
    """Key → what means nobody else: an address; without one the name, in full where another has it."""
    return {key: address_in(key) or told for key, told in told_apart(names).items()}


def keys_meant(people: Collection[Person], text: str) -> frozenset[str]:
    """The keys of all who are meant: what fits exactly goes before a first name, and that before beginnings.

    Whom nothing of these means is looked for without a form of address: "Aunt Margaret" is Margaret. Who is known with
    one goes by both: "Oma Ruth" is called Ruth as well. At last hyphens and apostrophes do not matter: "marie eve".
    """
    wanted = _typed(text.strip())
    return (
        _closest(people, wanted)
        or _closest(people, without_address(wanted))
        or _closest(people, _bare(wanted), _bare)
    )


def may_be_another(person: Person, text: str) -> bool:
    """Whether what means them as a beginning is a whole name, and no short form of theirs: "Julie" of Juliette."""
    wanted = typed(text.strip())
    names = {word for name in person.names for word in re.split(r"[\s.@-]+", typed(name))}
    short = {each for name in names for each in NICKNAMES.get(name, ())}
    is_given = wanted in GIVEN and wanted not in names | short
    return is_given and any(name.startswith(wanted) for name in names)


def _typed(name: str) -> str:
    """ "Mª José" is "María José"."""
    return typed(in_full_letters(name)).strip()


def _bare(words: str) -> str:
    """ "marie-eve o'reilly" → "marie eve oreilly"."""
    return words.replace("'", "").replace("-", " ")


def _closest(people: Collection[Person], wanted: str, spell: Callable[[str], str] = str) -> frozenset[str]:
    if not wanted:
        return frozenset()
    how_far = {person.key: _distance(person, wanted, spell) for person in people}
    least = min(how_far.values(), default=_FARTHEST)
    return frozenset(key for key, far in how_far.items() if far == least < _FARTHEST)


def _distance(person: Person, wanted: str, spell: Callable[[str], str]) -> int:
    at = [typed(each) for each in (person.key, *person.emails)]
    names = [spell(_typed(each)) for each in person.names]
    bare = [without_address(each) for each in names]
    if wanted in at or (wanted.endswith(")") and wanted == _typed(in_full(person.key, person.name))):
        return 0
    if wanted in names:
        return 1 if wanted == names[0] else 2
    if wanted in bare or any(wanted in each.split()[:1] for each in (*names, *bare)):
        return 3
    words = (word for each in names for word in each.split())
    return 4 if any(each.startswith(wanted) for each in (*names, *bare, *words, *at)) else _FARTHEST
