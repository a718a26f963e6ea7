"""A part is one calendar of a folder that holds several: a large file, or the small files of one folder together.

Beside step 2 of 5: whose it is, is asked of each part (docs/decisions/0022). An export is one file with many events, a
vdir has a file for each event, and a folder may hold both. Pure.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import product

from worker.core.event_key import BORDER
from worker.core.fold import folded_words
from worker.core.nobody import why_nobody_there
from worker.core.owner import FEW, Parties, Presence, Told, candidates, has_people, owner_of
from worker.core.stranger import strangers_in


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


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """Whose the calendars of one or many sources are, as far as who stands in them tells."""

    own: Mapping[str, frozenset[str]]
    """Part → the user's addresses in it; where they said theirs, and it lists none of them: of whom it seems to be."""
    presences: Mapping[str, Presence]
    """Part → who stands in it."""
    parts: Mapping[str, str]
    """Small file → the part that it is in; any other file is one by itself."""
    strangers: frozenset[str]
    """Small files in which only others are, in a folder that is the user's."""
    apart: frozenset[str]
    """The parts that strangers make: of each folder one."""

    def own_of(self, file: str) -> frozenset[str]:
        """The addresses of the part in which a file is."""
        return self.own.get(self.parts.get(file, file), frozenset())

    def told(self, part: str, *, is_said: bool) -> Told:
        """What a part tells where it lists none of the user's addresses."""
        events, total = self.presences[part].events, self.presences[part].total
        if not events or (is_said and events < FEW):
            return Told.SILENT
        return Told.FEW if events < FEW <= total else Told.NOBODYS

    def are_titles_own(self, file: str) -> bool:
        """Whether hardly anybody stands in its part, so that what nobody stands in is the user's."""
        part = self.parts.get(file, file)
        return part not in self.presences or self.told(part, is_said=False) is not Told.NOBODYS

    def has_many(self, file: str) -> bool:
        """Whether its part has events enough to tell that it is not the user's."""
        return self._events_beside(file) >= FEW

    def _events_beside(self, file: str) -> int:
        part = self.parts.get(file, file)
        return self.presences[part].events if part in self.presences else 0


def ask(
    each: Callable[[], Iterable[tuple[str, Parties]]],
    *,
    folder_of: Callable[[str], str | None] | None,
    name_of: Callable[[str], str],
    said: frozenset[str] = frozenset(),
    known: frozenset[str] = frozenset(),
    is_theirs: bool = False,
) -> Asked:
    """Asks every part. `each` gives (file, parties) of all events, each time that it is asked.

    `folder_of`: file → the folder with whose small files it is asked together; None where it stands for itself, as all
    do where there is no such function.
    `name_of`: part → what the calendar calls itself. `said`: the user's addresses, as they said; `known`: as other
    feeds tell them. `is_theirs`: all of it is somebody else's, and it is asked of whom.
    """
    parts = small_in(each(), folder_of) if folder_of else {}
    asking = partial(_ask, each, name_of=name_of, said=said, known=known, is_seeming=bool(said) or is_theirs)
    first = asking(parts, frozenset())
    if is_theirs or not parts:
        return first
    mine = said or known.union(*first.own.values())
    strangers = strangers_in(
        ((file, parts[file], one) for file, one in each() if file in parts), mine, bool(said)
    )
    if not strangers:
        return first
    apart = {file: f"{part}{BORDER}" if file in strangers else part for file, part in parts.items()}
    return asking(apart, strangers)


def small_in(
    each: Iterable[tuple[str, Parties]], folder_of: Callable[[str], str | None]
) -> Mapping[str, str]:
    """Small file → the folder with whose other small files it is asked together."""
    folders = ((file, folder_of(file)) for file, tally in tallies_in(each).items() if not tally.is_part)
    return {file: folder for file, folder in folders if folder is not None}


def _ask(
    each: Callable[[], Iterable[tuple[str, Parties]]],
    parts: Mapping[str, str],
    strangers: frozenset[str],
    *,
    name_of: Callable[[str], str],
    said: frozenset[str],
    known: frozenset[str],
    is_seeming: bool,
) -> Asked:
    presences = presences_in(lambda: ((parts.get(file, file), parties) for file, parties in each()))
    small, apart = frozenset(parts.values()), frozenset(parts[file] for file in strangers)
    names = {part: name_of(part) for part in presences}
    if is_seeming:
        own = seen_in(presences, names, said=said, folders=small)
    else:
        others = {part: presence for part, presence in presences.items() if part not in apart}
        own = {
            **dict.fromkeys(apart, frozenset[str]()),
            **owners_in(others, names, known=known, folders=small),
        }
    return Asked(own=own, presences=presences, parts=parts, strangers=strangers, apart=apart)


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
    files are few events even together, only such a one does, and hosting a few tells nothing beside it. `names`: part →
    what the calendar calls itself; `folders`: those parts that are small files together.
    """
    guessed, of_others = dict[str, frozenset[str]](), set[str]()
    for part in sorted(presences, key=lambda part: (-presences[part].events, part in folders, part)):
        own, presence = frozenset().union(*guessed.values()), presences[part]
        larger = (each for other, each in guessed.items() if presences[other].events > presence.events)
        sure, is_few = known.union(*larger), presence.events < FEW
        by_role = not (sure and is_few)
        found = owner_of(presence, names.get(part, ""), known=sure, tells_by_role=by_role)
        if not by_role and part in folders:
            found = frozenset()
        elif any(_is_another(address, own, presences.values()) for address in found):
            of_others.add(part)
        guessed[part] = frozenset() if part in of_others else found
    known = known.union(*guessed.values())
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
