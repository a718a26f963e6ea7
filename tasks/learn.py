"""learn: what a feed's events say about whom the user meets, and in what rhythm.

Steps 2 to 4 of 5: event → touch → person → rhythm. Only events that changed are looked at again, and only the
people in them. Numbered order: 1 whose feed, 2 expand, 3 judge, 4 save, 5 tie, 6 ring `suggest`.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

import structlog
from sqlalchemy import Connection

from tasks.booking import bookings_of
from tasks.duty import Kind, Work
from tasks.farewells import farewells_in, remember_farewells
from tasks.tie import tie_again, tie_on
from tasks.titles import Titled, known_still, learn_if_outdated, read_again, titled
from tasks.wiring import House
from worker.core.event import Occurrence
from worker.core.judge import Judged, judged
from worker.core.knowing import cancelled_series, crowds_in
from worker.core.mailbox import mailbox_of
from worker.core.owner import Owners, Presence, owner_of
from worker.core.problem import Problem
from worker.core.sieve import Sieve
from worker.core.touch import Touch
from worker.inbox.reading.entry import group_in, parties_in
from worker.inbox.reading.expand import Reading, expanded
from worker.inbox.reading.read import zones_of
from worker.inbox.reading.window import Window
from worker.inbox.reading.zone import zone_named
from worker.store import bookings, duties, events, feeds, forgotten, people, touches, users
from worker.store.bookings import Booking
from worker.store.duties import Claim
from worker.store.events import Body
from worker.store.feeds import Feed
from worker.store.people import Named
from worker.store.settling import settle
from worker.store.touches import NewTouch

log = structlog.get_logger()

HORIZON = timedelta(days=365)
"""How far ahead series are expanded; `tidy` moves it on."""
_AT_ONCE = 5_000
"""Events per transaction: a first reading of ten years takes a few, and other writers get their turn."""
_OWNERS_SHARE = 0.2
"""Whose feed it is, is asked again when so much of it changed: cost follows the change."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Learnt:
    """What some events say."""

    judgement: Judged
    titles: Titled
    event_ids: Mapping[str, int]
    """Event key → row."""
    farewells: frozenset[str]
    """Titles that speak of a death, whether anybody is invited to them or not."""
    ended: frozenset[str]
    """Event keys of series that were called off as a whole: what lay ahead goes, what took place stays."""
    bookings: Sequence[Booking]
    """What they take of the user's time, and where they lead."""
    losses: Sequence[Problem]
    """What of their repetitions could not be followed."""
    windows: Mapping[int, frozenset[datetime]]
    """Of events that show only what lies in the feed's window: row → the original starts of what is listed."""


def learn(house: House, claim: Claim) -> None:
    """Learns one feed's changed events, some at a time; the last some finish the duty."""
    with house.database.write() as conn:
        feed = feeds.get(conn, claim.user_id, claim.subject_id)
        owners = replace(_owners(house, conn, claim, feed), learns_private=house.settings.learn_private)
    while True:
        with house.database.read() as conn:
            some = tuple(events.unlearnt(conn, claim.user_id, feed.id, limit=_AT_ONCE))
        learnt = _learnt(house, claim, feed, owners, [event for event in some if not event.is_gone])
        is_last = len(some) < _AT_ONCE
        with house.database.write() as conn:
            _save(house, conn, claim, feed, some, learnt, is_last=is_last)
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
        return Owners(said=frozenset(mailbox_of(address.lower()) for address in house.settings.me))
    own, is_silent = frozenset(feed.owners), False
    if _is_to_be_asked_whose(conn, claim, feed):
        presence = _presence(events.bodies(conn, claim.user_id, feed.id))
        own, is_silent = owner_of(presence, feed.name), not presence.events
    known = feeds.all_feeds(conn, claim.user_id)
    if own != frozenset(feed.owners):
        feeds.set_owners(conn, claim.user_id, feed.id, own)
        for each in known:
            events.mark_unlearnt(conn, claim.user_id, each.id)
            if each.id != feed.id:
                duties.ring(conn, claim.user_id, Kind.LEARN, each.id, house.now())
    others = {str(each.id): frozenset(each.owners) for each in known if each.id != feed.id}
    silent = frozenset((feed.label,)) if is_silent else frozenset()
    return Owners(inferred={**others, feed.label: own}, silent=silent)  # one host may serve many of one label


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


def _learnt(house: House, claim: Claim, feed: Feed, owners: Owners, some: Sequence[Body]) -> Learnt:
    now, own_zone = house.now(), zone_named(feed.zone) if feed.zone else None
    window = Window(None, now + HORIZON)
    occurrences, losses, windows = list[Occurrence](), list[Problem](), dict[int, frozenset[datetime]]()
    for body in some:
        group = group_in(body.event_key, body.body)
        zones = zones_of(feed.zone, group.zones, own_zone, house.zone)
        expansion = expanded(group, Reading(feed.label, zones, window))
        occurrences += expansion.occurrences
        losses += expansion.problems(group, feed.label)
        if expansion.are_a_window:
            windows[body.id] = frozenset(
                each.recurrence_id or each.started_at for each in expansion.occurrences
            )
    with house.database.read() as conn:
        titles = titled(conn, claim.user_id, occurrences, owners, now)
    event_ids = {body.event_key: body.id for body in some}
    return Learnt(
        judgement=judged(occurrences, owners, now),
        titles=titles,
        event_ids=event_ids,
        bookings=tuple(bookings_of(occurrences, owners, event_ids, now=now, zone=house.zone)),
        farewells=farewells_in(occurrences, owners),
        ended=cancelled_series(occurrences),
        losses=losses,
        windows=windows,
    )


def _save(
    house: House,
    conn: Connection,
    claim: Claim,
    feed: Feed,
    some: Sequence[Body],
    learnt: Learnt,
    *,
    is_last: bool,
) -> None:
    sieve = forgotten.sieve_of(conn, claim.user_id, house.vault)
    listed = _known(learnt.judgement.touches, sieve)
    ids = people.ensure_people(conn, claim.user_id, _names_in(listed))
    met_before = touches.met_among(conn, claim.user_id, ids.values())
    by_title, ids = known_still(conn, claim.user_id, learnt.titles, ids)
    new = [
        NewTouch(touch=touch, event_id=learnt.event_ids[touch.event_key], person_id=ids[touch.person])
        for touch in (*listed, *by_title)
    ]
    touched, ahead_only = _keep_touches(conn, claim, feed, some, learnt, new)
    bookings.replace_for_events(conn, claim.user_id, feed.id, [each.id for each in some], learnt.bookings)
    done = events.still_as_read(conn, claim.user_id, feed.id, some)
    events.mark_learnt(conn, claim.user_id, feed.id, done, house.now())
    if learnt.losses:
        feeds.add_problem(conn, claim.user_id, feed.id, learnt.losses[0].sentence)
    learn_if_outdated(house, conn, feed, learnt.titles, claim.user_id)
    newly_met = {ids[touch.person] for touch in listed if not touch.is_cold} - met_before
    read_again(house, conn, claim.user_id, newly_met)
    remember_farewells(conn, claim.user_id, learnt.farewells)
    crowds = crowds_in(learnt.judgement.left_out, house.now(), house.zone)
    warm = {each.person_id for each in new if not each.touch.is_cold}
    again = touched.lost_past | (touched.people - warm) | ahead_only
    untied = _untied_of(conn, claim).joined(again if is_last else touched.people | again, crowds)
    _keep_untied(conn, claim, None if is_last else untied)
    if is_last:
        added = _past_by_person(warm - touched.as_before, new)
        tie_on(house, conn, claim.user_id, added, again=untied.person_ids, crowds=untied.crowds)
        _settle(house, conn, claim.user_id, untied.person_ids | touched.people)


def _keep_touches(
    conn: Connection,
    claim: Claim,
    feed: Feed,
    some: Sequence[Body],
    learnt: Learnt,
    new: Sequence[NewTouch],
) -> tuple[touches.Touched, frozenset[int]]:
    """What these events say now; and who lost only meetings ahead, since their event ended or is gone."""
    ended = {event.id for event in some if event.event_key in learnt.ended}
    said = [event.id for event in some if not event.is_gone and event.id not in ended]
    touched = touches.replace_for_events(conn, claim.user_id, feed.id, said, new, learnt.windows)
    ahead_only = touches.delete_upcoming_of(conn, claim.user_id, feed.id, ended)
    if any(event.is_gone for event in some):
        ahead_only |= touches.delete_upcoming_of_gone(conn, claim.user_id, feed.id)
    return touched, ahead_only


def _settle(house: House, conn: Connection, user_id: int, person_ids: frozenset[int]) -> None:
    """Joins and parts whom this calendar and the others show to be one, or two."""
    settled = settle(conn, user_id, person_ids)
    if settled.moved:
        tie_again(house, conn, user_id, settled.moved)
    if settled.moved | settled.renamed:
        read_again(house, conn, user_id, settled.moved | settled.renamed)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Untied:
    """Who waits for the last some to be tied, or everybody would be tied again and again."""

    person_ids: frozenset[int] = frozenset()
    crowds: Mapping[str, date] = field(default_factory=dict)
    """Address → the last day in a crowd."""

    def joined(self, person_ids: frozenset[int], crowds: Mapping[str, date]) -> "_Untied":
        days = {who: max(day, self.crowds.get(who, day)) for who, day in crowds.items()}
        return _Untied(person_ids=self.person_ids | person_ids, crowds={**self.crowds, **days})


def _untied_of(conn: Connection, claim: Claim) -> _Untied:
    """What earlier transactions of this learning left, in this attempt or in one that was killed."""
    ids, crowds = json.loads(users.value_of(conn, claim.user_id, f"untied:{claim.subject_id}") or "[[], {}]")
    days = {who: date.fromisoformat(day) for who, day in crowds.items()}
    return _Untied(person_ids=frozenset(ids), crowds=days)


def _keep_untied(conn: Connection, claim: Claim, untied: _Untied | None) -> None:
    value = None
    if untied is not None:
        days = {who: day.isoformat() for who, day in untied.crowds.items()}
        value = json.dumps([sorted(untied.person_ids), days])
    users.keep_value(conn, claim.user_id, f"untied:{claim.subject_id}", value)


def _past_by_person(warm: Iterable[int], new: Iterable[NewTouch]) -> Mapping[int, Sequence[Touch]]:
    """Whoever stands in a warm touch, with what is new and past of theirs."""
    added: dict[int, list[Touch]] = {person_id: [] for person_id in warm}
    for each in new:
        if not each.touch.is_upcoming and each.person_id in added:
            added[each.person_id].append(each.touch)
    return added


def _known(found: list[Touch], sieve: Sieve) -> list[Touch]:
    """Without those who were forgotten while this was learnt."""
    if not sieve:
        return found
    kept = (touch for touch in found if not sieve.has_person(touch.person))
    return [replace(touch, title=sieve.without(touch.title)) for touch in kept]


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


LEARN = Work(do=learn, lease_seconds=300)
