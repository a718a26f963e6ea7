"""learn: what a feed's events say about whom the user meets, and in what rhythm.

Steps 2 to 4 of 5: event → touch → person → rhythm. Only events that changed are looked at again, and only the
people in them. Numbered order: 1 whose feed, 2 expand, 3 judge, 4 save, 5 tie, 6 ring `suggest`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import structlog
from sqlalchemy import Connection

from tasks.duty import Kind, Work
from tasks.wiring import House
from worker.core.circle import circle_of
from worker.core.judge import Judged, judged
from worker.core.knowing import crowds_in, tie_from
from worker.core.owner import Owners, Presence, owner_of
from worker.core.rhythm import rhythm_of
from worker.core.touch import Touch
from worker.inbox.entry import group_in
from worker.inbox.expand import Reading, expanded
from worker.inbox.read import zones_of
from worker.inbox.window import Window
from worker.inbox.zone import zone_named
from worker.store import duties, events, feeds, people, touches
from worker.store.duties import Claim
from worker.store.events import Body
from worker.store.feeds import Feed
from worker.store.people import KnownPerson, LearntTie, Named
from worker.store.touches import NewTouch

log = structlog.get_logger()

HORIZON = timedelta(days=365)
"""How far ahead series are expanded; `tidy` moves it on."""
_AT_ONCE = 2_000
"""Events per transaction: a first reading of ten years takes a few, and other writers get their turn."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Learnt:
    """What some events say."""

    judgement: Judged
    event_ids: Mapping[str, int]
    """Event key → row."""


def learn(house: House, claim: Claim) -> None:
    """Learns one feed's changed events, some at a time; the last some finish the duty."""
    with house.database.write() as conn:
        feed = feeds.get(conn, claim.user_id, claim.subject_id)
        owners = _owners(house, conn, claim, feed)
    while True:
        with house.database.read() as conn:
            some = tuple(events.unlearnt(conn, claim.user_id, feed.id, limit=_AT_ONCE))
        learnt = _learnt(house, feed, owners, [event for event in some if not event.is_gone])
        is_last = len(some) < _AT_ONCE
        with house.database.write() as conn:
            _save(house, conn, claim, feed, some, learnt)
            if is_last:
                duties.ring(conn, claim.user_id, Kind.SUGGEST, claim.user_id, house.now())
                duties.finish(conn, claim, house.now(), None)
            else:
                duties.prolong(conn, claim, house.now(), LEARN.lease_seconds)
        if is_last:
            log.info("feed learnt", feed=feed.id)
            return


def _owners(house: House, conn: Connection, claim: Claim, feed: Feed) -> Owners:
    """Whose feeds these are. Newly found own addresses change what every feed says."""
    if house.settings.me:
        return Owners(said=frozenset(address.lower() for address in house.settings.me))
    own = owner_of(_presence(events.bodies(conn, claim.user_id, feed.id)), feed.name)
    known = {each.label: frozenset(each.owners) for each in feeds.all_feeds(conn, claim.user_id)}
    if own != frozenset(feed.owners):
        feeds.set_owners(conn, claim.user_id, feed.id, own)
        for each in feeds.all_feeds(conn, claim.user_id):
            events.mark_unlearnt(conn, claim.user_id, each.id)
            if each.id != feed.id:
                duties.ring(conn, claim.user_id, Kind.LEARN, each.id, house.now())
    return Owners(inferred={**known, feed.label: own})


def _presence(bodies: Iterable[Body]) -> Presence:
    presence = Presence()
    for body in bodies:
        first = group_in(body.event_key, body.body).entries[0]
        presence.add(body.event_key, first.attendees, first.organizer)
    return presence


def _learnt(house: House, feed: Feed, owners: Owners, some: Sequence[Body]) -> Learnt:
    now, own_zone = house.now(), zone_named(feed.zone) if feed.zone else None
    window = Window(None, now + HORIZON)
    occurrences = []
    for body in some:
        group = group_in(body.event_key, body.body)
        zones = zones_of(feed.zone, group.zones, own_zone, house.zone)
        occurrences += expanded(group, Reading(feed.label, zones, window)).occurrences
    return Learnt(
        judgement=judged(occurrences, owners, now), event_ids={body.event_key: body.id for body in some}
    )


def _save(
    house: House, conn: Connection, claim: Claim, feed: Feed, some: Sequence[Body], learnt: Learnt
) -> None:
    found = learnt.judgement.touches
    named = _names_in(found)
    ids = people.ensure_people(conn, claim.user_id, named)
    new = [
        NewTouch(touch=touch, event_id=learnt.event_ids[touch.event_key], person_id=ids[touch.person])
        for touch in found
    ]
    touched = touches.replace_for_events(
        conn, claim.user_id, feed.id, [event.id for event in some if not event.is_gone], new
    )
    touched |= touches.delete_upcoming_of_gone(conn, claim.user_id, feed.id)
    events.mark_learnt(conn, claim.user_id, feed.id, [event.id for event in some], house.now())
    crowds = crowds_in(learnt.judgement.left_out, house.now(), house.zone)
    tie_again(house, conn, claim.user_id, touched, crowds=crowds)


def _names_in(found: Iterable[Touch]) -> list[Named]:
    """Each address once, with the name that stands beside it most often."""
    counts: dict[str, dict[str, int]] = {}
    for touch in found:
        names = counts.setdefault(touch.person, {})
        names[touch.name] = names.get(touch.name, 0) + bool(touch.name)
    return [
        Named(address=who, name=max(names, key=lambda n: (names[n], len(n), n)))
        for who, names in sorted(counts.items())
    ]


def tie_again(
    house: House,
    conn: Connection,
    user_id: int,
    person_ids: Iterable[int],
    *,
    crowds: Mapping[str, date] | None = None,
) -> None:
    """Rebuilds ties and states of these people from their touches; the user's own wishes stay."""
    seen = people.ids_of_addresses(conn, user_id, crowds or {})
    crowd_days = {seen[address]: day for address, day in (crowds or {}).items() if address in seen}
    known = people.of_ids(conn, user_id, {*person_ids, *crowd_days})
    own = frozenset(house.settings.me) or frozenset(
        address for feed in feeds.all_feeds(conn, user_id) for address in feed.owners
    )
    met = touches.of_people(conn, user_id, [each.id for each in known])
    people.save_ties(
        conn,
        user_id,
        [_tied(house, each, met.get(each.id, ()), own, crowd_days.get(each.id)) for each in known],
    )


def _tied(
    house: House, known: KnownPerson, found: Sequence[Touch], own: frozenset[str], crowd: date | None
) -> LearntTie:
    warm = () if all(touch.is_cold for touch in found) else found
    tie = tie_from(warm, house.zone)
    had_contact = tie.last_met_on != known.tie.last_met_on
    rhythm = rhythm_of(
        tie, house.today().date(), before=None if had_contact else known.state, answered_on=known.answered_on
    )
    crowds = [day for day in (crowd, known.seen_in_crowd_on) if day is not None]
    return LearntTie(
        person_id=known.id,
        tie=tie,
        state=rhythm.state if rhythm else None,
        seen_in_crowd_on=max(crowds, default=None),
        circle=circle_of(known.person.emails, warm, own, house.zone),
    )


LEARN = Work(do=learn, lease_seconds=300)
