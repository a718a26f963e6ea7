"""Learnt is what some events of a feed say, all together, before any of it is kept.

Steps 2 and 3 of 5: event → occurrence → touch; the deciding half of `tasks/learn.py`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tasks.booking import bookings_of
from tasks.titles import Titled, titled
from tasks.wiring import House
from worker.core.event import Occurrence
from worker.core.giving.farewell import farewells_in
from worker.core.judge import Judged, judged
from worker.core.knowing import cancelled_series
from worker.core.owner import Owners
from worker.core.problem import Problem
from worker.core.sentence import Sentence
from worker.inbox.reading.entry import Group, group_in
from worker.inbox.reading.expand import Expansion, Reading, expanded
from worker.inbox.reading.read import zones_of
from worker.inbox.reading.window import Window
from worker.inbox.reading.zone import zone_named
from worker.store.bookings import Booking
from worker.store.duties import Claim
from worker.store.events import Body
from worker.store.feeds import Feed

HORIZON = timedelta(days=365)
"""How far ahead series are expanded; `tidy` moves it on."""
_ROOM, _ROOM_PER_EVENT = 300_000, 20
"""Occurrences that one learning follows: a feed of endless series costs no more than the largest honest one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Learnt:
    """What some events say."""

    judgement: Judged
    titles: Titled
    event_ids: Mapping[str, int]
    """Event key → row."""
    farewells: Mapping[str, date]
    """Titles that speak of a death, whether anybody is invited to them or not."""
    ended: frozenset[str]
    """Event keys of series that were called off as a whole: what lay ahead goes, what took place stays."""
    bookings: Sequence[Booking]
    """What they take of the user's time, and where they lead."""
    losses: Sequence[Problem]
    """What of their repetitions could not be followed."""
    occurrences: int
    """How many there are of these events."""
    windows: Mapping[int, frozenset[datetime]]
    """Of events that show only what lies in the feed's window: row → the original starts of what is listed."""


def room_of(feed: Feed) -> int:
    """How many occurrences of a feed are followed at once; honest ones have three or four per event."""
    return _ROOM + _ROOM_PER_EVENT * feed.events


def learnt_from(
    house: House,
    claim: Claim,
    feed: Feed,
    owners: Owners,
    some: Sequence[Body],
    told: Mapping[str, Group],
    *,
    room: int,
) -> Learnt:
    """What these events say; `told`: event key → event, where other sheets have a say in it.

    Once `room` occurrences are there, further events are passed over, and said.
    """
    now = house.now()
    occurrences, losses, windows = list[Occurrence](), list[Problem](), dict[int, frozenset[datetime]]()
    for body in some:
        if len(occurrences) >= room:
            what = Sentence("its events repeat too often to follow them all")
            losses.insert(0, Problem(where=feed.label, what=what, kept=Sentence("what stands first")))
            break
        group = told.get(body.event_key) or group_in(body.event_key, body.body)
        expansion = _expanded(group, house, feed, losses)
        occurrences += expansion.occurrences
        if expansion.are_a_window:
            windows[body.id] = frozenset(o.recurrence_id or o.started_at for o in expansion.occurrences)
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
        occurrences=len(occurrences),
        windows=windows,
    )


def _expanded(group: Group, house: House, feed: Feed, losses: list[Problem]) -> Expansion:
    """All occurrences of one event up to the horizon; `losses` gains what of them could not be followed."""
    zone_name = group.zone_name or feed.zone
    own_zone = zone_named(zone_name) if zone_name else None
    zones = zones_of(feed.zone, group.zones, own_zone, house.zone)
    expansion = expanded(group, Reading(feed.label, zones, Window(None, house.now() + HORIZON)))
    losses += expansion.problems(group, feed.label)
    return expansion
