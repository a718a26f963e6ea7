"""To tend is what the page about people asks of the house, and lets it do: the tasks stand behind it.

Days are days of the user's zone. Whoever is meant by a text, is meant as the commands mean it: an address, or the
beginning of a name. What makes no sense raises PermanentError, in a sentence.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from worker.core.identity.meant import address_in
from worker.core.rest import RestKind


class Saying(StrEnum):
    """What can be said about somebody besides a state (`RestKind`)."""

    MET = "met"
    UNMET = "unmet"
    PIN = "pin"
    UNPIN = "unpin"
    ALIVE = "alive"
    """Whatever a title tells of a death; that they have died (`RestKind`) takes it back."""
    AWAKE = "awake"
    """Whatever their rest was, it is over."""


class WhoseDoubt(StrEnum):
    """Why it is open whose a calendar is."""

    NOBODYS = "nobodys"
    """It lists people, none of whom is known to be the user."""
    SEEMS = "seems"
    """It lists no address that the user said, and is of somebody by another."""
    UNLISTED = "unlisted"
    """It lists no address that the user said, and seems to be of nobody."""
    PARTLY = "partly"
    """Some of its files list people, none of whom is known to be the user."""
    ELSEWHERE = "elsewhere"
    """Some of its files list people, and no address that the user said."""
    NAMED = "named"
    """It is called like somebody else."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Someone:
    """A person as a form sends them back, and as they are shown."""

    key: str
    name: str

    @property
    def address(self) -> str:
        """Nothing where none is known."""
        return address_in(self.key)


@dataclass(frozen=True, kw_only=True, slots=True)
class Resting:
    """Somebody who rests."""

    person: Someone
    kind: RestKind
    until: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Noted:
    """A meeting that the user said took place."""

    person: Someone
    day: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """Two who may be one human."""

    one: Someone
    other: Someone
    reasons: Sequence[str]
    """Each names its words under `same`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposed:
    """A name that stands in titles alone."""

    name: str
    title: str
    """"" where it is private."""
    bearers: Sequence[Someone] = ()
    """Whom the user knows by its first word: it may mean them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Tended:
    """All that the page shows; nobody is ranked."""

    known: Sequence[Someone]
    """By name, for choosing; () where they are too many for a list."""
    pairs: Sequence[Pair]
    proposed: Sequence[Proposed]
    resting: Sequence[Resting]
    pinned: Sequence[Someone]
    noted: Sequence[Noted]
    """What was noted last, first; whenever those meetings were."""
    away: Sequence[tuple[date, date]]
    """Both days inclusive."""


class Tends(Protocol):
    """The house's own user alone: commands have no other."""

    def all(self) -> Tended: ...

    def asks_who(self) -> bool:
        """Whether titles name somebody whom nobody known is called."""
        ...

    def doubted(self) -> Mapping[int, tuple[WhoseDoubt, str]]:
        """Feed's number → why it is open whose it is, and who else may be meant; "" where nobody is."""
        ...

    def say(self, who: str, what: Saying | RestKind, day: date | None) -> None:
        """`day` is that of the meeting (today where None is given), or the last one of the rest."""
        ...

    def decide(self, one: str, other: str, *, is_one: bool) -> None: ...

    def answer(self, name: str, *, is_person: bool) -> None: ...

    def identify(self, name: str, who: str) -> None:
        """The name means somebody known."""
        ...

    def remove(self, feed_id: int) -> None:
        """A calendar goes; what was learnt from it stays."""
        ...

    def say_whose(self, feed_id: int, *, is_mine: bool) -> None:
        """A calendar is the user's, or somebody else's: then only what lists the user counts."""
        ...

    def away(self, first: date, last: date, *, is_noted: bool) -> None: ...
