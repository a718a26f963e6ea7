"""learn: what a feed's events say about whom the user meets, and in what rhythm.

Steps 2 to 4 of 5: event → touch → person → rhythm. Only events that changed are looked at again, and only the
people in them. Numbered order: 1 whose feed, 2 expand, 3 judge, 4 save, 5 tie, 6 ring `suggest`.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import structlog
from sqlalchemy import Connection

from tasks.duty import Kind, Work
from tasks.wiring import House
from worker.core.circle import circle_of
from worker.core.delicate import speaks_of_death
from worker.core.judge import Judged, judged
from worker.core.knowing import crowds_in, tie_from
from worker.core.owner import Owners, Presence, owner_of
from worker.core.rhythm import rhythm_of
from worker.core.touch import Meeting, Touch
from worker.inbox.entry import group_in, parties_in
from worker.inbox.expand import Reading, expanded
from worker.inbox.read import zones_of
from worker.inbox.window import Window
from worker.inbox.zone import zone_named
from worker.store import duties, events, feeds, people, touches, users
from worker.store.duties import Claim
from worker.store.events import Body
from worker.store.feeds import Feed
from worker.store.people import KnownPerson, LearntTie, Named
from worker.store.touches import NewTouch

log = structlog.get_logger()

HORIZON = timedelta(days=365)
"""How far ahead series are expanded; `tidy` moves it on."""
_AT_ONCE = 10_000
"""Events per transaction, a second or two: ten years at once, and with more other writers get their turn."""
_OWNERS_SHARE = 0.2
"""Whose feed it is, is asked again when so much of it changed: cost follows the change."""


_FAREWELLS = "farewells"


@dataclass(frozen=True, kw_only=True, slots=True)
class Learnt:
    """What some events say."""

    judgement: Judged
    event_ids: Mapping[str, int]
    """Event key → row."""
    farewells: frozenset[str]
    """Titles that speak of a death, whether anybody is invited to them or not."""


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
    own = frozenset(feed.owners)
    if _is_to_be_asked_whose(conn, claim, feed):
        own = owner_of(_presence(events.bodies(conn, claim.user_id, feed.id)), feed.name)
    known = feeds.all_feeds(conn, claim.user_id)
    if own != frozenset(feed.owners):
        feeds.set_owners(conn, claim.user_id, feed.id, own)
        for each in known:
            events.mark_unlearnt(conn, claim.user_id, each.id)
            if each.id != feed.id:
                duties.ring(conn, claim.user_id, Kind.LEARN, each.id, house.now())
    others = {str(each.id): frozenset(each.owners) for each in known if each.id != feed.id}
    return Owners(inferred={**others, feed.label: own})  # labels are not unique: one host may serve many


def _is_to_be_asked_whose(conn: Connection, claim: Claim, feed: Feed) -> bool:
    """A feed without an owner each time; any other once a fifth of its events changed since it was asked."""
    key = f"changed since whose:{feed.id}"
    changed = events.count_unlearnt(conn, claim.user_id, feed.id)
    changed += int(users.value_of(conn, claim.user_id, key) or 0)
    is_due = not feed.owners or changed >= _OWNERS_SHARE * feed.events
    users.keep_value(conn, claim.user_id, key, "0" if is_due else str(changed))
    return is_due


def _presence(bodies: Iterable[Body]) -> Presence:
    presence = Presence()
    for body in bodies:
        organizer, attendees = parties_in(body.body)
        presence.add(body.event_key, attendees, organizer)
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
        judgement=judged(occurrences, owners, now),
        event_ids={body.event_key: body.id for body in some},
        farewells=frozenset(each.title for each in occurrences if speaks_of_death(each.title)),
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
    done = events.still_as_read(conn, claim.user_id, feed.id, some)
    events.mark_learnt(conn, claim.user_id, feed.id, done, house.now())
    _remember_farewells(conn, claim.user_id, learnt.farewells)
    crowds = crowds_in(learnt.judgement.left_out, house.now(), house.zone)
    tie_again(house, conn, claim.user_id, touched, crowds=crowds)


def farewells_of(conn: Connection, user_id: int) -> frozenset[str]:
    """Titles of the user's events that speak of a death."""
    return frozenset(json.loads(users.value_of(conn, user_id, _FAREWELLS) or "[]"))


def _remember_farewells(conn: Connection, user_id: int, farewells: frozenset[str]) -> None:
    known = farewells_of(conn, user_id)
    if farewells - known:
        users.keep_value(conn, user_id, _FAREWELLS, json.dumps(sorted(known | farewells)))


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
    met = touches.meetings_of(conn, user_id, [each.id for each in known])
    people.save_ties(
        conn,
        user_id,
        [_tied(house, each, met.get(each.id, ()), own, crowd_days.get(each.id)) for each in known],
    )


def _tied(
    house: House, known: KnownPerson, found: Sequence[Meeting], own: frozenset[str], crowd: date | None
) -> LearntTie:
    warm = () if all(meeting.is_cold for meeting in found) else found
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
