"""A part is one calendar of a folder that holds several: a large file, or the small files of one folder together.

Beside step 2 of 5: whose it is, is asked of each part (docs/decisions/0022). An export is one file with many events, a
vdir has a file for each event, and a folder may hold both. Pure.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import product

from worker.core.fold import folded_words
from worker.core.nobody import why_nobody_there
from worker.core.owner import Parties, Presence, candidates, has_people, owner_of

FEW = 5
"""Fewer events with people do not tell whose a file is."""


@dataclass(slots=True)
class Tally:
    """How much a file tells."""

    events: int = 0
    with_people: int = 0

    def count(self, parties: Parties) -> None:
        """One event more."""
        self.events += 1
        self.with_people += has_people(parties)

    @property
    def is_part(self) -> bool:
        """A calendar by itself. One in which hardly anybody stands is none, unless nobody does at all."""
        return self.with_people >= FEW or (not self.with_people and self.events >= FEW)


def tallies_in(each: Iterable[tuple[str, Parties]]) -> Mapping[str, Tally]:
    """File → how much it tells. `each` gives (file, parties) of all events."""
    found: dict[str, Tally] = {}
    for file, parties in each:
        found.setdefault(file, Tally()).count(parties)
    return found


def presences_in(each: Callable[[], Iterable[tuple[str, Parties]]]) -> Mapping[str, Presence]:
    """Part → who stands in it. `each` gives (part, parties) of all events, each time that it is asked."""
    found: dict[str, Presence] = {}
    for part, parties in each():
        if part not in found:
            found[part] = Presence(partial(_only, part, each), is_counted=False)
        found[part].count(parties)
    return found


def _only(part: str, each: Callable[[], Iterable[tuple[str, Parties]]]) -> Iterator[Parties]:
    return (parties for name, parties in each() if name == part)


def owners_in(
    presences: Mapping[str, Presence],
    names: Mapping[str, str],
    *,
    known: frozenset[str] = frozenset(),
    folders: Collection[str] = (),
) -> Mapping[str, frozenset[str]]:
    """Part → the user's own addresses as it tells them; empty where it tells none.

    The part in which most stands goes first; whoever is met by its owner, and goes by another name, owns none. Where a
    part by itself tells nothing, an address does that another tells, or that is `known` from elsewhere; where small
    files are few events even together, only such a one does. `names`: part → what the calendar calls itself;
    `folders`: those parts that are small files together.
    """
    guessed = {part: owner_of(presence, names.get(part, "")) for part, presence in presences.items()}
    own, of_others = frozenset[str](), set[str]()
    for part in sorted(guessed, key=lambda part: (-presences[part].events, part)):
        if own and part in folders and presences[part].events < FEW:
            guessed[part] = frozenset()
        elif any(_is_another(address, own, presences.values()) for address in guessed[part]):
            of_others.add(part)
        else:
            own |= guessed[part]
    known |= own
    return {
        part: frozenset() if part in of_others else found or known.intersection(candidates(presences[part]))
        for part, found in guessed.items()
    }


def seen_in(
    presences: Mapping[str, Presence],
    names: Mapping[str, str],
    *,
    said: frozenset[str],
    folders: Collection[str] = (),
) -> Mapping[str, frozenset[str]]:
    """Part → the addresses `said` by the user that stand in it; where none does, of whom it seems to be.

    That is who would own it if nothing were said, and hosts in it, or who alone hosts half of it without being among
    the guests: the user by an address that they did not say, or somebody else. `names` and `folders` as for
    `owners_in`.
    """
    unlisted = {part: each for part, each in presences.items() if said.isdisjoint(each.any_role)}
    seeming = owners_in(unlisted, names, folders=[part for part in folders if part in unlisted])
    return {
        part: frozenset(address for address in seeming[part] if presence.as_organizer[address])
        or _host_of(presence)
        if part in unlisted
        else said.intersection(presence.any_role)
        for part, presence in presences.items()
    }


def _host_of(presence: Presence) -> frozenset[str]:
    """Who alone invites to half of the events and more; some programs do not write a host among the guests."""
    hosts = [each for each, n in presence.as_organizer.items() if 2 * n >= presence.events]
    return frozenset(hosts) if len(hosts) == 1 and why_nobody_there(hosts[0]) is None else frozenset()


def _is_another(address: str, own: frozenset[str], presences: Iterable[Presence]) -> bool:
    """Two addresses of one person may stand beside each other, too, but hardly under two names."""
    seen = [presence for presence in presences if presence.any_role[address]]
    return address not in own and any(
        _differ(seen, address, each) and any(presence.do_meet(each, address) for presence in seen)
        for each in own
    )


def _differ(presences: Iterable[Presence], one: str, other: str) -> bool:
    """Whether both have full names, and none of them is a longer way to say one of the other's."""
    names, others = (
        [set(folded_words(name)) for each in presences for name in each.names.get(address, ())]
        for address in (one, other)
    )
    pairs = list(product(names, others))
    return bool(pairs) and not any(a <= b or b <= a for a, b in pairs)
