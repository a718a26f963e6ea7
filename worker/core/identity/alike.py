"""Who looks alike: pairs of people who share a name, a form of it, or what stands before the @.

Beside step 3 of 5. Pure. Each rule sorts people into blocks and looks only inside them; a block of many tells
nothing (a hundred people called Maria are not one), and costs nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from worker.core.identity.called import (
    Called,
    called,
    is_one_letter_off,
    keys_besides,
    letters_before_at,
    nicknames_of,
    spelt_in_addresses,
)
from worker.core.identity.humans import MOST_NAMESAKES
from worker.core.identity.sighting import Pair
from worker.core.identity.suggestion import Alike, Profile, Suggestion, in_order, is_dismissed, suggestion_of
from worker.core.mailbox import company_of

_LEAST_LETTERS = 7
"""Of a local part or a full name that stands for somebody by itself: "ada@" is anybody's."""
_Named = tuple[Profile, Called]
_Block = list[int]


def suggestions_among(
    people: Iterable[Profile], apart: frozenset[Pair] = frozenset()
) -> Sequence[Suggestion]:
    """All pairs worth asking about but those in `apart`; the surest first, whatever the order of people."""
    everyone = [(each, called(each.name)) for each in sorted(people, key=lambda each: each.key)]
    found: dict[tuple[int, int], set[Alike]] = defaultdict(set)
    for rule in _RULES:
        for i, j, alike in rule(everyone):
            found[min(i, j), max(i, j)].add(alike)
    all_found = (
        suggestion_of(everyone[i][0], everyone[j][0], alikes) for (i, j), alikes in sorted(found.items())
    )
    return in_order(each for each in all_found if not is_dismissed(each, apart))


_Found = Iterator[tuple[int, int, Alike]]


def _of_one_name(everyone: Sequence[_Named]) -> _Found:
    blocks = _blocks(((name.key, i) for i, (_, name) in enumerate(everyone) if name.is_full))
    yield from _pairs(blocks, Alike.SAME_NAME)


def _of_one_surname(everyone: Sequence[_Named]) -> _Found:
    """One surname, and given names that go together: a nickname, an initial, further names."""
    blocks: dict[tuple[str, str], _Block] = defaultdict(list)
    for i, (_, name) in enumerate(everyone):
        if name.surname:
            blocks[name.given, name.surname].append(i)
    for (given, surname), some in sorted(blocks.items()):
        for short in sorted(nicknames_of(given)):
            yield from _across(some, blocks.get((short, surname), []), Alike.NICKNAME)
        if len(given) > 1:
            yield from _across(some, blocks.get((given[0], surname), []), Alike.INITIAL)


def _called_so_besides(everyone: Sequence[_Named]) -> _Found:
    """Somebody whose full name is what another is called besides, with their surname."""
    named = _blocks((name.key, i) for i, (_, name) in enumerate(everyone) if name.is_full)
    for i, (profile, _) in enumerate(everyone):
        for key in keys_besides(profile.name, profile.also):
            yield from _across([i], named.get(key, []), Alike.ALSO_CALLED)


def _with_more_names(everyone: Sequence[_Named]) -> _Found:
    """ "Ana García López" holds "Ana García"; a name of two words is looked up in those of more."""
    short = _blocks((name.words, i) for i, (_, name) in enumerate(everyone) if name.is_full)
    for i, (_, name) in enumerate(everyone):
        for part in _parts(name.words):
            yield from _across([i], short.get(part, []), Alike.MORE_NAMES)


def _parts(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The given name with some of what follows, in order."""
    if 2 < len(words) < 6:
        for size in range(2, len(words)):
            yield from ((words[0], *rest) for rest in combinations(words[1:], size - 1))


def _nearly_of_one_name(everyone: Sequence[_Named]) -> _Found:
    """One word equal, the other one letter off: found by leaving out each letter in turn."""
    marked: list[tuple[int, int]] = []
    for i, (_, name) in enumerate(everyone):
        if len(name.words) == 2 and len(name.given) + len(name.surname) >= _LEAST_LETTERS:
            marked += ((hash((name.given, rest)), i) for rest in _shortened(name.surname))
            marked += ((hash((rest, name.surname, 1)), i) for rest in _shortened(name.given))
    marked.sort()
    for block in _runs(marked):
        for i, j in combinations(block, 2):
            if _is_nearly(everyone[i][1], everyone[j][1]):
                yield i, j, Alike.SPELLING


def _shortened(word: str) -> set[str]:
    return {word} | {word[:i] + word[i + 1 :] for i in range(len(word))}


def _is_nearly(a: Called, b: Called) -> bool:
    """Short words differ by a letter and mean another: "Tim" and "Tom", "Lee" and "Lea"."""
    least = 4
    if a.given == b.given:
        return min(len(a.surname), len(b.surname)) > least and is_one_letter_off(a.surname, b.surname)
    is_near = min(len(a.given), len(b.given)) >= least and is_one_letter_off(a.given, b.given)
    return a.surname == b.surname and is_near and not _is_other_gender(a.given, b.given)


def _is_other_gender(a: str, b: str) -> bool:
    """ "Paulo" and "Paula", "Julian" and "Juliana" are two."""
    long, short = (a, b) if len(a) >= len(b) else (b, a)
    return (long[:-1] == short and long[-1] in "ae") or (long[:-1] == short[:-1] and len(a) == len(b))


def _in_an_address(everyone: Sequence[_Named]) -> _Found:
    """Somebody without a name whose address spells the name of another."""
    spelt = _blocks((form, i) for i, (_, name) in enumerate(everyone) for form in spelt_in_addresses(name))
    for i, (profile, name) in enumerate(everyone):
        if not name.words:
            for letters in sorted({letters_before_at(each) for each in profile.addresses}):
                owners = sorted(set(spelt.get(letters, [])))
                if len(letters) >= 5 and len(owners) == 1:
                    yield i, owners[0], Alike.IN_ADDRESS


def _of_one_local_part(everyone: Sequence[_Named]) -> _Found:
    """The same words before the @ at two places, unless the names speak against it."""
    blocks = _blocks(
        (letters, i)
        for i, (profile, _) in enumerate(everyone)
        for letters in sorted({letters_before_at(each) for each in profile.addresses})
        if len(letters) >= _LEAST_LETTERS
    )
    for i, j, alike in _pairs(blocks, Alike.SAME_LOCAL):
        a, b = everyone[i][1], everyone[j][1]
        if not (a.is_full and b.is_full) or a.surname == b.surname or a.given == b.given:
            yield i, j, alike


def _by_given_name(everyone: Sequence[_Named]) -> _Found:
    """ "Robert" and the only Robert Baker of the same firm."""
    full: dict[tuple[str, str], _Block] = defaultdict(list)
    bare: dict[tuple[str, str], _Block] = defaultdict(list)
    for i, (profile, name) in enumerate(everyone):
        for firm in sorted({company_of(each) for each in profile.addresses} - {""}):
            if name.words and len(name.given) > 1:
                (bare if len(name.words) == 1 else full)[name.given, firm].append(i)
    for key, some in sorted(bare.items()):
        if len(some) == 1 and len(full.get(key, [])) == 1:
            yield some[0], full[key][0], Alike.GIVEN_NAME


_RULES: tuple[Callable[[Sequence[_Named]], _Found], ...] = (
    _of_one_name,
    _of_one_surname,
    _called_so_besides,
    _with_more_names,
    _nearly_of_one_name,
    _in_an_address,
    _of_one_local_part,
    _by_given_name,
)


def _blocks(keyed: Iterable[tuple[object, int]]) -> dict[object, _Block]:
    found: dict[object, _Block] = defaultdict(list)
    for key, i in keyed:
        found[key].append(i)
    return dict(found)


def _pairs(blocks: dict[object, _Block], alike: Alike) -> _Found:
    for some in blocks.values():
        if 1 < len(some) <= MOST_NAMESAKES:
            yield from ((i, j, alike) for i, j in combinations(some, 2) if i != j)


def _across(some: _Block, others: _Block, alike: Alike) -> _Found:
    if some and others and len(some) + len(others) <= MOST_NAMESAKES:
        yield from ((i, j, alike) for i in some for j in others if i != j)


def _runs(marked: Sequence[tuple[int, int]]) -> Iterator[_Block]:
    """Neighbours of one mark, where there are at least two and not too many."""
    start = 0
    for end in range(1, len(marked) + 1):
        if end == len(marked) or marked[end][0] != marked[start][0]:
            if 1 < end - start <= MOST_NAMESAKES:
                yield sorted({i for _, i in marked[start:end]})
            start = end
