"""Knowing everyone: from the store to the bonds that suggesting looks at.

Of all people only the numbers are read; a whole life only of those whom the shortlist asks for.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection

from tasks.away import away_of, unseen_of
from tasks.farewells import farewells_of
from tasks.owning import whose_days
from tasks.proposing import perhaps_of
from tasks.tie import own_addresses
from tasks.whose import is_listed_in_parts, is_unlisted, of_whom_it_seems
from tasks.wiring import House
from worker.core import knowing
from worker.core.away import Away
from worker.core.batch import Look, rhythms_of
from worker.core.bond import Bond, PastNudge, Peace
from worker.core.giving.departed import names_of_departed, without_names
from worker.core.giving.note import Note
from worker.core.household import household_in, left_in_peace, owners_by_name
from worker.core.knowing import parted, with_doubts, with_farewells
from worker.core.namesake import Since, met_as_another
from worker.core.owner import Owners, Told, part_key
from worker.core.person import Person
from worker.core.prior import SHIPPED, Prior
from worker.core.rest import RestKind
from worker.core.rhythm import Rhythm, State
from worker.core.touch import Touch, once_each
from worker.store import cards, feeds, notes, nudges, people, touches, verdicts
from worker.store.people import KnownPerson


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """All people of one user, with what their numbers say; and their whole bonds, on request."""

    by_id: Mapping[int, KnownPerson]
    """In short: without addresses and phones."""
    ids: Mapping[str, int]
    """Person's key → row."""
    rhythms: Mapping[int, Rhythm | None]
    nudges: Mapping[int, tuple[PastNudge, ...]]
    notes: Mapping[int, tuple[Note, ...]]
    unseen: Mapping[int, Away]
    farewells: Mapping[str, date]
    departed: frozenset[str]
    """Given names of the dead."""
    now: datetime
    in_peace: Mapping[str, Peace]
    """Key → why: the user's household, and those whose calendars they read."""
    met_as_another: Mapping[str, Since]
    """Key → when a namesake was met who may be the same (`core/namesake.py`)."""
    unlisted: Owners
    """Which calendars list people, but not the user."""
    told_from: Mapping[str, date]
    """Source → the first day on which it tells of a meeting."""

    def sketches(self) -> Iterator[Bond]:
        """Everyone who was met, as a bond without touches."""
        return (self._bond(each, ()) for each in self.by_id.values() if self.rhythms[each.id] is not None)

    def whole(self, conn: Connection, user_id: int, keys: Iterable[str]) -> dict[str, Bond]:
        """Bonds with all their touches, by key; left out are those with nothing but cold ones."""
        ids = [self.ids[key] for key in keys if key in self.ids]
        met = touches.of_people(conn, user_id, ids)
        warm = [who for who, found in met.items() if any(not touch.is_cold for touch in found)]
        maybe = perhaps_of(conn, user_id, warm)
        bonds = (
            with_doubts(
                self._bond(each, met[each.id]),
                maybe.get(each.id, ()),
                self.now,
                met_since=self.met_as_another.get(each.person.key),
            )
            for each in people.of_ids(conn, user_id, warm)
        )
        return {bond.person.key: bond for bond in bonds}

    def without(self, nudge_ids: Collection[str]) -> "Known":
        """As if these nudges had never been made."""
        kept = {
            who: tuple(nudge for nudge in some if nudge.id not in nudge_ids)
            for who, some in self.nudges.items()
        }
        return replace(self, nudges={who: some for who, some in kept.items() if some})

    def keys_of(self, ids: Iterable[int]) -> frozenset[str]:
        return frozenset(self.by_id[each].person.key for each in ids if each in self.by_id)

    def _bond(self, known: KnownPerson, found: Sequence[Touch]) -> Bond:
        is_once_each = len({touch.started_at for touch in found}) == len(found)
        past, ahead = parted(found if is_once_each else once_each(found))
        rest, person = known.rest, _as_told(known)
        return Bond(
            person=with_farewells(person, self.farewells, past) if found else person,
            tie=known.tie,
            rhythm=self.rhythms[known.id],
            touches=without_names(past, self.departed),
            ahead=ahead,
            nudges=self.nudges.get(known.id, ()),
            rest_until=known.rest_until,
            rest_kind=rest.kind if rest else RestKind.RESTING,
            seen_in_crowd_on=known.seen_in_crowd_on,
            is_pinned=known.is_pinned,
            unseen=self.unseen.get(known.id, ()),
            notes=self.notes.get(known.id, ()),
            peace=peace_of(known, past, self.in_peace, self.unlisted),
            told_from=self.told_from.get(past[0].source) if past else None,
        )


def known_people(
    house: House, conn: Connection, user_id: int, prior: Prior = SHIPPED, *, is_afresh: bool = False
) -> Known:
    """Everyone, with what their numbers say today; afresh, whatever state they were seen in before."""
    found, unseen = people.in_short(conn, user_id), unseen_of(house, conn, user_id)
    farewells = farewells_of(conn, user_id)
    states = {} if is_afresh else {each.id: each.state for each in found}
    today, away = house.today().date(), away_of(conn, user_id)
    rhythms = _rhythms(found, states, unseen, today=today, prior=prior, away=away)
    return Known(
        by_id={each.id: each for each in found},
        ids={each.person.key: each.id for each in found},
        rhythms=rhythms,
        nudges=nudges.of_people(conn, user_id),
        notes=notes.of_people(conn, user_id),
        unseen=unseen,
        farewells=farewells,
        departed=names_of_departed([_as_told(each) for each in found], farewells),
        now=house.now(),
        in_peace=in_peace_of(house, conn, user_id, found),
        met_as_another=namesakes_of(conn, user_id, found),
        unlisted=unlisted_of(house, conn, user_id),
        told_from={
            source: first.astimezone(house.zone).date()
            for source, first in touches.first_by_source(conn, user_id).items()
        },
    )


def namesakes_of(conn: Connection, user_id: int, everyone: Iterable[KnownPerson]) -> Mapping[str, Since]:
    """Key of somebody silent → when a namesake was met who may be the same, as far as the user has not parted them."""
    apart = verdicts.said_of(conn, user_id).apart
    return met_as_another(((each.person, each.tie) for each in everyone), apart)


def unlisted_of(house: House, conn: Connection, user_id: int) -> Owners:
    """Which calendars list people, but not the user; of two that share a label, both have to be so."""
    known = feeds.all_feeds(conn, user_id)
    listed = {each.label for each in known if not is_unlisted(house, each)}
    parts = {
        part_key(each.label, part): told
        for each in known
        if is_listed_in_parts(house, each)
        for part, told in each.parts.items()
    }
    nobodys = (key for key, told in parts.items() if told is Told.NOBODYS)
    return Owners(
        inferred=dict.fromkeys(parts, frozenset()),
        unlisted=frozenset((*({each.label for each in known} - listed), *nobodys)),
    )


def peace_of(
    known: KnownPerson, past: Sequence[Touch], in_peace: Mapping[str, Peace], unlisted: Owners
) -> Peace | None:
    """Why somebody is left in peace; None of whomever the user pinned."""
    return None if known.is_pinned else knowing.peace_of(known.person.key, past, in_peace, unlisted)


def _as_told(known: KnownPerson) -> Person:
    """With the user's own word for a death."""
    has_died = known.rest is not None and known.rest.kind is RestKind.DECEASED
    return replace(known.person, is_deceased=True) if has_died else known.person


def in_peace_of(
    house: House, conn: Connection, user_id: int, everyone: Collection[KnownPerson]
) -> Mapping[str, Peace]:
    """By key, whom the user's own card names as partner or child, and whose calendar the user seems to read."""
    household = household_in(cards.with_household(conn, user_id), own_addresses(house, conn, user_id))
    known = feeds.all_feeds(conn, user_id)
    read = owners_by_name(feed.name for feed in known if feed.is_theirs)
    read |= {address for feed in known for address in of_whom_it_seems(house, feed)}
    read |= whose_days(conn, user_id, known)
    return left_in_peace([each.person for each in everyone], household, read) if household or read else {}


def _rhythms(
    known: Iterable[KnownPerson],
    before: Mapping[int, State | None],
    unseen: Mapping[int, Away],
    *,
    today: date,
    prior: Prior,
    away: Away,
) -> dict[int, Rhythm | None]:
    """Each one's rhythm: in one go for all whose days away are the same."""
    alike: dict[Away, list[KnownPerson]] = {}
    for each in known:
        alike.setdefault((*away, *unseen.get(each.id, ())), []).append(each)
    found: dict[int, Rhythm | None] = {}
    for days, some in alike.items():
        looks = [
            Look(tie=each.tie, before=before.get(each.id), answered_on=each.answered_on) for each in some
        ]
        rhythms = rhythms_of(looks, today, prior=prior, away=days)
        found.update((each.id, rhythm) for each, rhythm in zip(some, rhythms, strict=True))
    return found


def changed_states(known: Known) -> Mapping[int, State]:
    """Whose state is another than at the last look."""
    return {
        each.id: rhythm.state
        for each in known.by_id.values()
        if (rhythm := known.rhythms[each.id]) is not None and rhythm.state is not each.state
    }
