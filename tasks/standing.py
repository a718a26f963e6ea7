"""Standing is what waits between two looks: it is withdrawn, or stands again, learns a number, or is said anew.

Step 5 of 5, its third part, for `suggest.py`.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from tasks.knowing import Known
from tasks.wiring import House
from worker.core.answer import settled
from worker.core.bond import Bond
from worker.core.day import day_of
from worker.core.giving.birthday import birthday_near
from worker.core.giving.calling import headline_name
from worker.core.giving.catalogue import Occasion
from worker.core.giving.doubt import doubt_behind, in_doubt, is_last_unsure
from worker.core.giving.hold import TOLD_OF_ALL
from worker.core.giving.tender_time import is_parted, is_too_light
from worker.core.giving.topic import shown
from worker.core.nudge import WAITING, GiftKind, Nudge, NudgeState
from worker.core.person import Person
from worker.store import answers, nudge_words, nudges, users
from worker.store.nudges import StoredNudge
from worker.store.rests import introduces

_WORDED_IN = "worded in"
"""The language of what stands."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """What waits for one user, and what was withdrawn before its day."""

    house: House
    conn: Connection
    user_id: int
    nudges: tuple[StoredNudge, ...]
    bonds: Mapping[str, Bond]
    """Of all their people, by key; without those who are nobody's touch any more."""
    put_off: frozenset[str]
    """Ids of those of which the user said “later” last."""
    is_foreign: bool
    """The user speaks another language since all this was worded."""

    def settle(self) -> frozenset[str]:
        """Withdraws those whose people were met since, or will be soon, or rest; unused ones go. Whose reason to be
        withdrawn is gone stands again. Gives the keys of the people of all these."""
        moved = set()
        for stored in self.nudges:
            comes_back_as = NudgeState.LATER if stored.nudge.id in self.put_off else NudgeState.OPEN
            before = stored.state if stored.state in WAITING else comes_back_as
            state = _settled(self.house, stored.nudge, before, self.bonds.get(stored.nudge.person))
            if (state in WAITING) != (stored.state in WAITING):
                self._move(stored, state)
                moved.add(stored.nudge.person)
        return frozenset(moved)

    def reach(self) -> None:
        """An address book came meanwhile: its numbers stand in what waits, too."""
        for nudge in (stored.nudge for stored in self.nudges if stored.state in WAITING):
            bond = self.bonds.get(nudge.person)
            if bond and (bond.person.emails, bond.person.phones) != (nudge.emails, nudge.phones):
                nudge_words.reach(self.conn, self.user_id, nudge.id, bond.person, self.house.now())

    def stale(self, without: Collection[str]) -> Mapping[str, StoredNudge]:
        """By person's key, those of others than `without` that wait in words which do not fit any more."""
        return {
            each.nudge.person: each
            for each in self.nudges
            if each.state in WAITING and each.nudge.person not in without
            if self.is_foreign
            or _is_stale(each, self.bonds[each.nudge.person].person)
            or self._is_birthday_over(each)
            or self._is_in_doubt(each.nudge)
            or is_too_light(each.nudge, self.bonds[each.nudge.person])
            or _rests_on_gone(each.nudge, self.bonds[each.nudge.person])
        }

    def say_anew(self, stale: Mapping[str, StoredNudge], again: Iterable[Nudge]) -> None:
        """In the words of `again`; what was put off, is in another language, or rests on what counts no more or on a
        birthday that is over, and nothing speaks for any more, is withdrawn. One whose day is over keeps it."""
        said = {nudge.person: nudge for nudge in again}
        for person, stored in stale.items():
            new, is_put_off = said.get(person), stored.worded_on < stored.nudge.on
            is_over = is_put_off or self.is_foreign or self._is_birthday_over(stored)
            is_over |= _rests_on_gone(stored.nudge, self.bonds[person])
            if new is not None and (
                is_over
                or new.name != stored.nudge.name
                or (new.offers(GiftKind.CELEBRATE) and not stored.nudge.offers(GiftKind.CELEBRATE))
                or is_too_light(stored.nudge, self.bonds[person])
                or (self._is_in_doubt(new) and new.why != stored.nudge.why)
            ):
                self._say(stored, new)
            elif is_over:
                self._move(stored, NudgeState.WITHDRAWN)
        users.keep_value(self.conn, self.user_id, _WORDED_IN, self.house.words.lang)

    def _say(self, stored: StoredNudge, new: Nudge) -> None:
        on = stored.nudge.on if stored.nudge.on < new.on <= self.house.today().date() else new.on
        whole, now = replace(new, on=on), self.house.now()
        nudge_words.say_anew(self.conn, self.user_id, stored.nudge.id, whole, now, worded_on=new.on)

    def _is_birthday_over(self, stored: StoredNudge) -> bool:
        """Whether it wishes well for a birthday that was to come, or was today, when it was worded."""
        if not stored.nudge.offers(GiftKind.CELEBRATE):
            return False
        day = birthday_near(self.bonds[stored.nudge.person].person.birthday, stored.worded_on)
        return day is not None and stored.worded_on <= day < self.house.today().date()

    def _is_in_doubt(self, nudge: Nudge) -> bool:
        """Whether it would tell of the last time, and that is not sure by now: then its words are always the same."""
        is_told = nudge.reason in (Occasion.RHYTHM, Occasion.BIRTHDAY, Occasion.ASK)
        return is_told and is_last_unsure(self.bonds[nudge.person], self.house.zone.key)

    def _move(self, stored: StoredNudge, state: NudgeState) -> None:
        nudges.change_state(self.conn, self.user_id, stored.nudge.id, state, self.house.now())


def standing_of(house: House, conn: Connection, user_id: int, known: Known) -> Standing:
    """As it stands now."""
    today = house.today().date()
    resting = [each.person for each in known.by_id.values() if each.rest and each.rest.is_on(today)]
    withdrawn = nudges.withdrawn_ahead(conn, user_id, today)
    found = (
        *nudges.waiting(conn, user_id),
        *(each for each in withdrawn if _may_come_back(each, resting)),
    )
    bonds = known.whole(conn, user_id, {stored.nudge.person for stored in found})
    language = users.value_of(conn, user_id, _WORDED_IN) or house.words.lang
    return Standing(
        house=house,
        conn=conn,
        user_id=user_id,
        nudges=found,
        bonds=bonds,
        put_off=answers.put_off(conn, user_id, (stored.nudge.id for stored in found)),
        is_foreign=language != house.words.lang,
    )


def _may_come_back(withdrawn: StoredNudge, resting: Iterable[Person]) -> bool:
    """Not what was put off beyond its time, nor an introduction to somebody who rests."""
    return withdrawn.worded_on >= withdrawn.nudge.on and not any(
        introduces(withdrawn.nudge, each) for each in resting
    )


def _settled(house: House, nudge: Nudge, before: NudgeState, bond: Bond | None) -> NudgeState:
    """The newest meeting known when it was made is its newest proof: a later one ends the silence."""
    today = house.today().date()
    if bond is None or bond.person.is_deceased or (bond.rest_until is not None and bond.rest_until >= today):
        return NudgeState.WITHDRAWN
    if (bond.peace or is_parted(bond)) and nudge.reason not in TOLD_OF_ALL:
        return NudgeState.WITHDRAWN
    proofs = [proof.started_at for proof in nudge.evidence]
    since = [touch for touch in bond.touches if touch.started_at > max(proofs, default=touch.started_at)]
    ahead = [day_of(touch, house.zone) for touch in bond.ahead if not touch.is_endless]
    if nudge.reason == Occasion.ASK:
        ahead = []  # the line goes before that very meeting
    ahead += [day_of(each, house.zone) for each in in_doubt(bond, nudge.reason, house.zone.key)]
    met = [day_of(each, house.zone) for each in since[-1:]]
    if doubt := doubt_behind(bond, nudge.reason, today=today, zone=house.zone.key):
        met.append(day_of(doubt, house.zone))
    return settled(
        before,
        on=nudge.on,
        today=today,
        silent_since=max(proofs).astimezone(house.zone).date() if proofs else None,
        last_met_on=max(met, default=None),
        next_meeting_on=min(ahead, default=None),
    )


def _is_stale(stored: StoredNudge, person: Person) -> bool:
    """Whether it was worded for another day or name, or without knowing of a birthday near its day."""
    nudge = stored.nudge
    if stored.worded_on < nudge.on or nudge.name != headline_name(person):
        return True
    return birthday_near(person.birthday, nudge.on) is not None and not nudge.offers(GiftKind.CELEBRATE)


def _rests_on_gone(nudge: Nudge, bond: Bond) -> bool:
    """Whether a meeting that it quotes counts no more, as in a calendar that turned out to be somebody else's."""
    told: dict[datetime, set[str]] = {}
    for touch in bond.touches:
        told.setdefault(touch.started_at, set()).update(("", shown(touch.title)))
    return any(proof.title not in told.get(proof.started_at, ()) for proof in nudge.evidence)
