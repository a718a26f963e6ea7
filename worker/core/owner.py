"""The owner of a feed is the user, by their own addresses: said by them, or inferred.

Step 2 of 5. Pure.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from worker.core.event import Occurrence, Party, parties_of
from worker.core.event_key import BORDER, folder_of, sheet_of
from worker.core.nobody import why_nobody_there
from worker.core.person import name_key

_LEAST_SHARE = 0.5
"""Of a feed's events with people (contracts: `--me`)."""
FEW = 5
"""Fewer events with people do not tell whose a calendar is."""
_LETTERS = re.compile(r"[^\W\d_]+")
_MOST_TOGETHER = 0.05
"""A second own address hardly ever stands beside the first in one event; someone met often does."""


class Whose(StrEnum):
    """What is known of whose a calendar is, besides who stands in it."""

    MINE = "mine"
    """As the user said."""
    THEIRS = "theirs"
    """Somebody else's, as the user said."""
    BY_NAME = "by_name"
    """Somebody else's, as it is called."""


class Told(StrEnum):
    """What the people in a calendar tell of whose it is."""

    OWN = "own"
    LITTLE = "little"
    """The user's as well, as far as a few events tell: it tells nothing of other calendars beside one that is surely
    theirs."""
    NOBODYS = "nobodys"
    """None of them is known to be the user."""
    SILENT = "silent"
    """Nobody stands in it."""
    FEW = "few"
    """People stand in a few of its many events, and none of them is known to be the user: its titles are theirs."""


Parties = tuple[Party | None, tuple[Party, ...]]
"""Organizer and attendees of one event."""


class Presence:
    """In how many of a feed's events with people each address stands, and in which role.

    `parties_of_each` gives the events once, and once more where several addresses may be the user's: what is kept grows
    with the people, not with the events.
    """

    def __init__(self, parties_of_each: Callable[[], Iterable[Parties]], *, is_counted: bool = True) -> None:
        self._parties_of_each = parties_of_each
        self.total = self.events = 0
        """All events, and those with people."""
        self.any_role, self.as_attendee, self.as_organizer = Counter[str](), Counter[str](), Counter[str]()
        self.names: dict[str, set[str]] = {}
        """Address → full names that it is written with."""
        for parties in parties_of_each() if is_counted else ():
            self.count(parties)

    def count(self, parties: Parties) -> None:
        """One event more; of one without people nothing but its number is known."""
        self.total += 1
        if not has_people(parties):
            return
        host, invited = _in_roles(parties)
        self.events += 1
        for party in parties_of(*parties):
            if len(party.name.split()) > 1:
                self.names.setdefault(party.address, set()).add(party.name)
        self.as_attendee.update(invited)
        self.as_organizer.update(host)
        self.any_role.update(host | invited)

    def beside(self, address: str) -> Counter[str]:
        """In how many events each other address stands together with this one."""
        found = Counter[str]()
        for host, invited in map(_in_roles, self._parties_of_each()):
            if address in host or address in invited:
                found.update((host | invited) - {address})
        return found

    def do_meet(self, one: str, other: str) -> bool:
        """Whether two stand beside each other more often than two addresses of one person do.

        Of the events of whom there are more of: in one's own calendar the other may stand but once, and beside one.
        """
        return self.beside(one)[other] > _MOST_TOGETHER * max(self.any_role[one], self.any_role[other])


def has_people(parties: Parties) -> bool:
    """Whether anybody stands in an event by an address; a room, a robot or "Contacts" is nobody."""
    return any(party.address and why_nobody_there(party.address) is None for party in parties_of(*parties))


def _in_roles(parties: Parties) -> tuple[set[str], set[str]]:
    """Host and invited of one event, by address."""
    organizer, attendees = parties
    host = {organizer.address} if organizer else set[str]()
    return host - {""}, {party.address for party in attendees} - {""}


def owner_of(
    presence: Presence,
    calendar_name: str = "",
    *,
    known: frozenset[str] = frozenset(),
    tells_by_role: bool = True,
) -> frozenset[str]:
    """The user's own addresses in one feed; empty where nobody stands in half of its events with people.

    An address counts in both roles or as ATTENDEE. Where several qualify, the one in most events is the owner, and
    another one only if the two hardly ever meet. Where two stand level, whoever is `known` from elsewhere goes first,
    then who hosts, where that tells anything; and where nothing tells them apart, nobody is. The owner's full name on
    another address is the owner again, as in a folder that holds the calendars of work and home.
    """

    def rank(address: str) -> tuple[int, int, int]:
        is_host = tells_by_role and presence.as_organizer[address] > 0
        events = presence.any_role[address]
        is_named = calendar_name.casefold() == address
        return -(2 * presence.events if is_named else events), -(address in known), -is_host

    ranked = sorted(candidates(presence, calendar_name), key=lambda address: (*rank(address), address))
    if not ranked or _is_a_guest_always(presence, ranked[0], known):
        return frozenset()
    first = ranked[0]
    if len(ranked) > 1 and rank(first) == rank(ranked[1]):
        return frozenset()
    namesakes = (a for a in _namesakes(presence, first) if _may_own(presence, a))
    others = {*ranked, *namesakes} - {first}
    beside = presence.beside(first) if others else {}
    return frozenset(
        (first, *(a for a in others if beside.get(a, 0) <= _MOST_TOGETHER * presence.any_role[a]))
    )


def candidates(presence: Presence, calendar_name: str = "") -> Sequence[str]:
    """Who stands in half of the events with people, and may be the user; as a host alone, who gave the calendar its
    name."""
    least, named = _LEAST_SHARE * presence.events, calendar_name.casefold()
    return [
        address
        for address, n in presence.any_role.items()
        if n >= least
        and (_may_own(presence, address) or (address == named and why_nobody_there(address) is None))
    ]


def _is_a_guest_always(presence: Presence, address: str, known: frozenset[str]) -> bool:
    """Whether somebody else hosts everything, and this one is not always there: rather the host's calendar, whom some
    programs do not write among the guests, than theirs."""
    hosts = [host for host, n in presence.as_organizer.items() if n == presence.events]
    is_sure = address in known or address in hosts or presence.any_role[address] == presence.events
    return bool(hosts) and not is_sure


def _namesakes(presence: Presence, address: str) -> Iterator[str]:
    own = {name_key(name) for name in presence.names.get(address, ())}
    return (a for a, names in presence.names.items() if own and own & {name_key(name) for name in names})


def _may_own(presence: Presence, address: str) -> bool:
    return presence.as_attendee[address] > 0 and why_nobody_there(address) is None


@dataclass(frozen=True, slots=True)
class Owners:
    """Whose calendars these are."""

    said: frozenset[str] = frozenset()
    """By the user (`--me`): then no other address is theirs, and every feed is."""
    inferred: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Source → own addresses; where a source is a folder, part (as `part_key` names it) → own addresses, too.

    Where the user said theirs, and a calendar lists none of them: of whom it seems to be.
    """
    silent: frozenset[str] = frozenset()
    """Sources and parts in which nobody stands at all, as calendars are published: the user's, or they would not be
    here."""
    unlisted: frozenset[str] = frozenset()
    """Sources and parts that list people, but none of the addresses that the user said."""
    theirs: frozenset[str] = frozenset()
    """Sources that are somebody else's: only what lists the user is theirs."""
    learns_private: bool = True
    """False where the user wants nothing learnt from their private events."""

    @property
    def all(self) -> frozenset[str]:
        return self.said or frozenset().union(*self.inferred.values())

    @property
    def unsaid(self) -> frozenset[str]:
        """Of whom a calendar seems to be that lists no address which the user said: themselves, or somebody else."""
        return frozenset().union(*self.inferred.values()) - self.said if self.said else frozenset()

    @property
    def names(self) -> tuple[str, ...]:
        """What the own addresses tell of the user's name: "ben.carter@…" → "ben carter"."""
        return tuple(" ".join(_LETTERS.findall(address.partition("@")[0])) for address in sorted(self.all))

    def has(self, occurrence: Occurrence) -> bool:
        """True where the calendar in which it stands is the user's as a whole."""
        if occurrence.source in self.theirs:
            return False
        return bool(
            self.said or self.inferred.get(self._calendar_of(occurrence.source, occurrence.event_key))
        )

    def is_silent(self, occurrence: Occurrence) -> bool:
        """True where nobody stands in its calendar."""
        return self._calendar_of(occurrence.source, occurrence.event_key) in self.silent

    def is_unlisted(self, source: str, event_key: str) -> bool:
        """True where the calendar in which this event stands lists people, but no address that the user said."""
        return bool(self.unlisted) and self._calendar_of(source, event_key) in self.unlisted

    def _calendar_of(self, source: str, event_key: str) -> str:
        """A file that is known by itself, else the small files of its folder, else the whole source."""
        if sheet := sheet_of(event_key):
            for part in (sheet, folder_of(sheet)):
                if (key := part_key(source, part)) in self.inferred:
                    return key
        return source


def part_key(source: str, part: str) -> str:
    """The name of one part of a source."""
    return f"{source}{BORDER}{part}"
