"""suggest: who has quietly gone missing, and what could be given to them.

Step 5 of 5: rhythm → nudge. Numbered order: 1 what lay ahead and is past, 2 look at everyone, 3 settle what stands,
4 plan, 5 save. Once a day, and whenever something was learnt or answered.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

import structlog
from sqlalchemy import Connection

from tasks.away import away_of
from tasks.booking import looked_ahead
from tasks.duty import Work
from tasks.giving import shelf_of
from tasks.holiday import days_off
from tasks.knowing import Everyone, everyone
from tasks.prior import prior_for
from tasks.tie import keep_ties, tie_on
from tasks.wiring import House
from worker.core.answer import settled
from worker.core.bond import Bond
from worker.core.giving.catalogue import Occasion
from worker.core.giving.courtesy import Plan, plan
from worker.core.giving.shelf import Thing
from worker.core.giving.week import iso_week
from worker.core.nudge import NudgeState
from worker.inbox.shelf_file import NotAShelfError
from worker.store import duties, feeds, nudges, people, shelf, touches
from worker.store.duties import Claim
from worker.store.nudges import NewNudge, StoredNudge

log = structlog.get_logger()

DAYS_AHEAD = 10
"""Planning looks so many days ahead, so that a first start on any weekday shows something."""
HOUR_OF_DAY = 4
"""The daily look is taken at this hour of the user's clock."""


def suggest(house: House, claim: Claim) -> None:
    """Plans the next days. Never before every known feed was read once or has failed."""
    with house.database.write() as conn:
        if not _may_suggest(conn, claim):
            duties.finish(conn, claim, house.now(), None)
            return
        tie_on(house, conn, claim.user_id, touches.mark_passed(conn, claim.user_id, house.now()))
        keep_ties(house, conn, claim.user_id)
        prior = prior_for(house, conn, claim.user_id)
    with house.database.read() as conn:
        known = everyone(house, conn, claim.user_id, prior)
        standing = nudges.waiting(conn, claim.user_id)
    with house.database.write() as conn:
        gone = _settle(house, conn, claim.user_id, standing, known)
        _remember_states(conn, claim.user_id, known)
        nudges.wake(conn, claim.user_id, house.today().date())
        proposed = _planned(house, conn, claim.user_id, _without(known, gone))
        new = [NewNudge(nudge=nudge, person_id=known.ids[nudge.person]) for nudge in proposed.nudges]
        added = nudges.add_new(conn, claim.user_id, new, house.now())
        duties.finish(conn, claim, house.now(), _next_look(house))
    log.info("suggested", new=len(added), settled=len(gone))


def _may_suggest(conn: Connection, claim: Claim) -> bool:
    """Every feed was tried, and what was read is learnt."""
    if not feeds.has_everything_been_tried(conn, claim.user_id):
        return False
    return not any(
        duty is not None and duty.due_at is not None and duty.parked_at is None and duty.problem is None
        for feed in feeds.all_feeds(conn, claim.user_id)
        if (duty := duties.get(conn, claim.user_id, "learn", feed.id))
    )


def _next_look(house: House) -> datetime:
    """Tomorrow early in the morning, on the user's clock."""
    tomorrow = house.today().date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(HOUR_OF_DAY), house.zone)


def _settle(
    house: House, conn: Connection, user_id: int, standing: tuple[StoredNudge, ...], known: Everyone
) -> frozenset[str]:
    """Nudges whose people were met since, or will be soon, are withdrawn; unused ones go. Gives their ids."""
    bonds = {bond.person.key: bond for bond in known.bonds}
    gone = set()
    for stored in standing:
        state = _settled(house, stored, bonds.get(stored.nudge.person))
        if state not in (NudgeState.OPEN, NudgeState.LATER):
            nudges.change_state(conn, user_id, stored.nudge.id, state, house.now())
            gone.add(stored.nudge.id)
    return frozenset(gone)


def _settled(house: House, stored: StoredNudge, bond: Bond | None) -> NudgeState:
    """The newest meeting known when it was made is its newest proof: a later one ends the silence."""
    today = house.today().date()
    if bond is None or bond.person.is_deceased or (bond.rest_until is not None and bond.rest_until >= today):
        return NudgeState.WITHDRAWN
    nudge = stored.nudge
    proofs = [proof.started_at for proof in nudge.evidence]
    since = [touch for touch in bond.touches if touch.started_at > max(proofs, default=touch.started_at)]
    ahead = next((touch for touch in bond.ahead if not touch.is_endless), None)
    if nudge.reason == Occasion.ASK:
        ahead = None  # the line goes before that very meeting
    return settled(
        stored.state,
        on=nudge.on,
        today=today,
        silent_since=max(proofs).astimezone(house.zone).date() if proofs else None,
        last_met_on=since[-1].started_at.astimezone(house.zone).date() if since else None,
        next_meeting_on=ahead.started_at.astimezone(house.zone).date() if ahead else None,
    )


def _remember_states(conn: Connection, user_id: int, known: Everyone) -> None:
    """States have hysteresis: the next look needs this one's."""
    changed = {
        known.ids[bond.person.key]: bond.rhythm.state
        for bond in known.bonds
        if bond.rhythm is not None and bond.rhythm.state is not known.before.get(bond.person.key)
    }
    people.save_states(conn, user_id, changed)


def _without(known: Everyone, gone: frozenset[str]) -> tuple[Bond, ...]:
    """Whose nudge was settled just now waits for the next look."""
    return tuple(bond for bond in known.bonds if not any(nudge.id in gone for nudge in bond.nudges))


def _planned(house: House, conn: Connection, user_id: int, bonds: tuple[Bond, ...]) -> Plan:
    today = house.today().date()
    days = [today + timedelta(days=i) for i in range(1, DAYS_AHEAD + 1)]
    ahead = looked_ahead(conn, user_id, now=house.now(), zone=house.zone)
    return plan(
        bonds,
        today=today,
        days=days,
        weekly_budget=house.settings.weekly_budget,
        planned=_standing_by_week(conn, user_id, days),
        words=house.words,
        catalogue=house.catalogue,
        is_day_off=days_off(house.settings.country, house.zone),
        zone=house.zone.key,
        away=away_of(conn, user_id),
        shelf=_shelf(house, conn),
        trips=ahead.trips,
        openings=ahead.openings,
        agenda=ahead.agenda,
    )


def _shelf(house: House, conn: Connection) -> Sequence[Thing]:
    """Without their own file where it cannot be read: `snowdrop shelf list` says so."""
    try:
        return shelf_of(house, conn)
    except NotAShelfError as error:
        log.warning("shelf unreadable", problem=str(error))
        return [each.thing for each in shelf.everything(conn, house.user.id)]


def _standing_by_week(conn: Connection, user_id: int, days: list[date]) -> Mapping[tuple[int, int], int]:
    mondays = {iso_week(day): day - timedelta(days=day.weekday()) for day in days}
    return {week: nudges.count_in_week(conn, user_id, monday) for week, monday in mondays.items()}


SUGGEST = Work(do=suggest, lease_seconds=300)
