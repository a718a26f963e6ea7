"""learn: what a feed's events say about whom the user meets, and in what rhythm.

Steps 2 to 4 of 5: event → touch → person → rhythm. Only events that changed are looked at again, and only the
people in them. Numbered order: 1 whose feed, 2 expand, 3 judge, 4 save, 5 tie, 6 ring `suggest`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import structlog
from sqlalchemy import Connection

from tasks.duty import Work, look_again
from tasks.farewells import remember_farewells
from tasks.learnt import Learnt, learnt_from, room_of
from tasks.owning import owners_of
from tasks.tie import tie_again, tie_on
from tasks.titles import keep_perhaps, known_still, learn_if_outdated, read_again
from tasks.twins import Twins, told_together, twins_to_learn
from tasks.untied import keep_untied, tie_some_untied, untied_of
from tasks.whose import judge_by_name
from tasks.wiring import House
from worker.core.knowing import crowds_in
from worker.core.sieve import Sieve
from worker.core.touch import Touch
from worker.store import bookings, duties, events, feeds, forgotten, meetings, people, touches
from worker.store.duties import Claim
from worker.store.events import Body
from worker.store.feeds import Feed
from worker.store.people import Named
from worker.store.settling import settle
from worker.store.touch_rows import NewTouch

log = structlog.get_logger()

_AT_ONCE = 2_500
"""Events per transaction: a first reading of ten years takes a few, and other writers get their turn."""


def learn(house: House, claim: Claim) -> None:
    """Learns one feed's changed events, some at a time; the last some finish the duty."""
    with house.database.write() as conn:
        feed = feeds.get(conn, claim.user_id, claim.subject_id)
        if judge_by_name(house, conn, feed):
            return
    owners = owners_of(house, claim, feed, lease_seconds=LEARN.lease_seconds)
    room = room_of(feed)
    twins = Twins()
    while True:
        with house.database.read() as conn:
            some = tuple(events.unlearnt(conn, claim.user_id, feed.id, limit=_AT_ONCE))
        if not twins.know(some):
            twins = twins_to_learn(house, claim, feed.id)
            continue
        told = told_together(house, claim, feed.id, some, twins)
        there = [event for event in some if not event.is_gone]
        learnt = learnt_from(house, claim, feed, owners, there, told, room=room)
        room -= learnt.occurrences
        is_last = len(some) < _AT_ONCE
        with house.database.write() as conn:
            tied = _save(house, conn, claim, feed, some, learnt, is_last=is_last)
            _end_or_prolong(house, conn, claim, tied)
        if is_last:
            break
    while tied is None:
        with house.database.write() as conn:
            tied = tie_some_untied(house, conn, claim)
            _end_or_prolong(house, conn, claim, tied)
    log.info("feed learnt", feed=feed.id)


def _end_or_prolong(house: House, conn: Connection, claim: Claim, tied: frozenset[int] | None) -> None:
    """`tied`: everybody whom this learning concerned; None as long as somebody waits to be tied."""
    if tied is not None:
        _settle(house, conn, claim.user_id, tied)
        look_again(house, conn, claim.user_id)
        duties.finish(conn, claim, house.now(), None)
    else:
        duties.prolong(conn, claim, house.now(), LEARN.lease_seconds)


def _save(
    house: House,
    conn: Connection,
    claim: Claim,
    feed: Feed,
    some: Sequence[Body],
    learnt: Learnt,
    *,
    is_last: bool,
) -> frozenset[int] | None:
    """Who was tied, at once where all that changed is few; None where they wait until all is saved."""
    sieve = forgotten.sieve_of(conn, claim.user_id, house.vault)
    listed = _known(learnt.judgement.touches, sieve)
    ids = people.ensure_people(conn, claim.user_id, _names_in(listed))
    met_before = meetings.met_among(conn, claim.user_id, ids.values())
    by_title, ids = known_still(conn, claim.user_id, learnt.titles, ids)
    new = [
        NewTouch(touch=touch, event_id=learnt.event_ids[touch.event_key], person_id=ids[touch.person])
        for touch in (*listed, *by_title)
    ]
    touched, ahead_only = _keep_touches(house, conn, claim, feed, some, learnt, new)
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
    untied = untied_of(conn, claim)
    if is_last and not untied:
        added = _past_by_person(warm - touched.as_before, new)
        tie_on(house, conn, claim.user_id, added, again=again, crowds=crowds)
        return again | touched.people
    keep_untied(conn, claim, untied.joined(touched.people | again, crowds))
    return None


def _keep_touches(
    house: House,
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
    keep_perhaps(conn, claim.user_id, feed.id, some, learnt.titles, house.now())
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
