"""To compose is to put a chosen person's nudge into words: headline, why, gift, a few words ready to copy.

Step 5 of 5, its end: candidates → nudges. Pure.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import blake2b

from worker.core.away import Away
from worker.core.bond import Bond, PastNudge
from worker.core.giving.agenda import Agenda
from worker.core.giving.birthday import birthday_near
from worker.core.giving.calling import headline_name, said_to
from worker.core.giving.candidate import Candidate
from worker.core.giving.catalogue import Catalogue, Occasion
from worker.core.giving.delicate import is_quotable
from worker.core.giving.everybody import Everybody
from worker.core.giving.gift import BESIDE, Offering, gifts_for
from worker.core.giving.introduction import Introduction, introduction_for
from worker.core.giving.look import reason_of, silent_since
from worker.core.giving.opening import Opening
from worker.core.giving.phrase import headline_of, why_of
from worker.core.giving.said import freshest, patterns_in
from worker.core.giving.shelf import Thing
from worker.core.giving.their_day import free_for_both, is_far
from worker.core.giving.topic import shown
from worker.core.giving.trip import Trip
from worker.core.giving.way import way_for
from worker.core.giving.week import iso_week
from worker.core.nudge import WAITING, Gift, GiftKind, Nudge, Proof
from worker.core.touch import Touch
from worker.core.words import Words, stable_index

_MORE_GIFTS = 2
_AT_HAND = frozenset({GiftKind.RESOURCE, GiftKind.OFFER, GiftKind.MEET_NEARBY})
"""What fits so well that it stands beside the gift, where variety gave the first place to another."""
_REMEMBERED_DAYS = 60
"""Gifts and channels of so long ago count for variety."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Setting:
    """What all nudges of one plan share."""

    today: date
    zone: str
    away: Away
    words: Words
    catalogue: Catalogue
    everybody: Everybody
    shelf: Sequence[Thing] = ()
    """What the user has to give, the newest first."""
    trips: Sequence[Trip] = ()
    """Journeys away from home that lie ahead, the earliest first."""
    openings: Sequence[Opening] = ()
    """Open events that the user goes to, the earliest first."""
    agenda: Agenda = field(default_factory=Agenda)

    @property
    def names(self) -> Collection[str]:
        """Folded words of all names around."""
        return self.everybody.names


def nudges_in_order(
    chosen: Iterable[Candidate], bonds: Iterable[Bond], setting: Setting
) -> tuple[Nudge, ...]:
    """The nudges by day, then by key; gifts and channels vary among them and from the last weeks.

    Where anything else fits as well, no two of a week give the same kind of thing.
    """
    since = setting.today - timedelta(days=_REMEMBERED_DAYS)
    known = list(bonds)
    lately = [(bond, nudge) for bond in known for nudge in bond.nudges if nudge.on >= since]
    used = Counter[str](kind for _, nudge in lately for kind in (nudge.gift_kind.value, nudge.channel))
    given = [(iso_week(past.on), bond.person.key, past.gift_kind) for bond, past in lately]
    nudges: list[Nudge] = []
    said = _told(lately)
    introduced: set[str] = set()
    for candidate in sorted(chosen, key=lambda each: (each.on or setting.today, each.bond.person.key)):
        introduction = introduction_for(
            candidate.bond,
            known,
            setting.everybody,
            today=setting.today,
            zone=setting.zone,
            without=introduced,
        )
        week, key = iso_week(candidate.on or setting.today), candidate.bond.person.key
        here = {kind for given_in, to, kind in given if given_in == week and to != key}
        nudge = _nudge(candidate, setting, used, introduction, said, here)
        given.append((week, key, nudge.gift.kind))
        texts = (nudge.headline, nudge.why, nudge.draft, *(gift.text for gift in nudge.gifts))
        said.update(pattern for text in texts for pattern in patterns_in(text, nudge.name))
        used.update((nudge.gift.kind.value, nudge.channel))
        if introduction and nudge.offers(GiftKind.INTRODUCTION):
            introduced.update((nudge.person, introduction.other))
        nudges.append(nudge)
    return tuple(nudges)


def _told(lately: Iterable[tuple[Bond, PastNudge]]) -> Counter[str]:
    """How often each sentence was said of late; what still stands, and so in the same letter, with all it offers."""
    said = Counter[str]()
    for bond, nudge in lately:
        stands = nudge.state in WAITING
        for text in (nudge.gift_text, *(nudge.more_texts if stands else ())):
            said.update(patterns_in(text, headline_name(bond.person)))
    return said


def nudge_id(person: str, since: date | None, reason: str) -> str:
    """Stable on every machine: the same silence of the same person for the same reason, the same id."""
    return blake2b(f"{person}\0{since}\0{reason}".encode(), digest_size=10).hexdigest()


def _nudge(
    candidate: Candidate,
    setting: Setting,
    used: Counter[str],
    introduction: Introduction | None,
    said: Mapping[str, int],
    here: Collection[GiftKind],
) -> Nudge:
    bond, words, on = candidate.bond, setting.words, candidate.on or setting.today
    reason = reason_of(candidate.occasion)
    key = nudge_id(bond.person.key, silent_since(bond), _moment(candidate, reason, on))
    best, *more = _preferred(_offerings(candidate, setting, on, key, introduction, said), used, here)
    way = way_for(best.channels, bond, used, on=on, zone=setting.zone)
    way, hours = _in_their_day(way, bond, on, setting)
    return Nudge(
        id=key,
        person=bond.person.key,
        name=headline_name(bond.person),
        on=on,
        headline=headline_of(bond, candidate.occasion, words, on=on, said=said),
        why=_why(candidate, setting, on, said),
        gift=best.gift,
        more_gifts=_more(best, more),
        channel=way,
        hours=hours,
        draft=_draft(best, way, candidate, words, said),
        evidence=_proofs(best.touch, bond.touches[-1]),
        emails=bond.person.emails,
        phones=bond.person.phones,
        reason=reason,
    )


def _why(candidate: Candidate, setting: Setting, on: date, said: Mapping[str, int]) -> str:
    return why_of(
        candidate.bond,
        candidate.occasion,
        setting.words,
        on=on,
        zone=setting.zone,
        away=(*setting.away, *candidate.bond.unseen),
        trips=setting.trips,
        said=said,
    )


def _offerings(
    candidate: Candidate,
    setting: Setting,
    on: date,
    pick: str,
    introduction: Introduction | None,
    said: Mapping[str, int],
) -> Sequence[Offering]:
    return gifts_for(
        candidate.bond,
        on=on,
        zone=setting.zone,
        occasion=candidate.occasion,
        words=setting.words,
        catalogue=setting.catalogue,
        names=setting.names,
        introduction=introduction,
        shelf=setting.shelf,
        trips=setting.trips,
        openings=setting.openings,
        pick=pick,
        said=said,
    )


def _in_their_day(way: str, bond: Bond, on: date, setting: Setting) -> tuple[str, str]:
    """A call to another zone with the hours in which it is day for both; no call where there are none."""
    if way != "call" or not is_far(bond, on, setting.zone):
        return way, ""
    free = free_for_both(bond, on, zone=setting.zone, agenda=setting.agenda)
    if free is None:
        return "voice_message", ""
    return way, f"{free.begins:%H:%M}–{free.ends:%H:%M}"


def _draft(best: Offering, way: str, candidate: Candidate, words: Words, said: Mapping[str, int]) -> str:
    """A walk or a call is offered beside; an invitation has said so, a hello wants nothing, and a letter needs none."""
    key = f"nudge.beside.{'years' if candidate.occasion is Occasion.YEARS else way}"
    if best.gift.kind in (GiftKind.INVITE, GiftKind.HELLO) or not words.has(key):
        return best.draft
    ways = said_to(candidate.bond.person, words).ways(key)
    start = stable_index(best.draft, len(ways))
    return f"{best.draft} {ways[freshest(ways, said, headline_name(candidate.bond.person), start)]}"


def _moment(candidate: Candidate, reason: str, on: date) -> str:
    """A birthday comes every year, in whatever silence: its year belongs to the reason; a trip's or ask's day, too."""
    if candidate.occasion in (Occasion.ASK, Occasion.ASKED, Occasion.TRIP):
        return f"{reason} {candidate.until}"
    day = birthday_near(candidate.bond.person.birthday, on) if reason == Occasion.BIRTHDAY else None
    return f"{reason} {day.year}" if day else reason


def _preferred(
    offerings: Sequence[Offering], used: Counter[str], here: Collection[GiftKind]
) -> list[Offering]:
    """By rank; within one, what this week has not yet, the kind used least; the catalogue's order between equals."""

    def order(each: Offering) -> tuple[int, bool, int]:
        kind = each.gift.kind
        return (each.rank, kind in here, used[kind.value]) if each.rank == 2 else (each.rank, False, 0)

    return sorted(offerings, key=order)


def _more(best: Offering, others: Sequence[Offering]) -> tuple[Gift, ...]:
    """Two gifts of other kinds, as a choice; what stands beside another only goes before."""
    by_kind = {best.gift.kind: best.gift}
    for offering in sorted(others, key=lambda each: (each.rank != BESIDE, each.gift.kind not in _AT_HAND)):
        by_kind.setdefault(offering.gift.kind, offering.gift)
    return tuple(by_kind.values())[1 : 1 + _MORE_GIFTS]


def _proofs(*touches: Touch | None) -> tuple[Proof, ...]:
    """Each meeting once, oldest first; what must not be quoted stands there without its title."""
    known = {(touch.started_at, touch.event_uid): touch for touch in touches if touch is not None}
    return tuple(
        Proof(
            event_uid=touch.event_uid,
            started_at=touch.started_at,
            title=shown(touch.title) if is_quotable(touch) else "",
        )
        for _, touch in sorted(known.items())
    )
