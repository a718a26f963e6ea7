"""suggest: who has quietly gone missing, and what could be given to them.

Step 5 of 5: rhythm → nudge. Numbered order: 1 what lay ahead and is past, 2 look at everyone, 3 settle what stands,
4 plan, 5 save. Once a day, and whenever something was learnt or answered.
"""

from datetime import datetime, time, timedelta

import structlog
from sqlalchemy import Connection

from tasks.duty import Kind, Work
from tasks.knowing import Known, changed_states, known_people
from tasks.planning import planning_for
from tasks.prior import prior_for
from tasks.tie import keep_ties, tie_on
from tasks.wiring import House
from worker.core.answer import settled
from worker.core.bond import Bond
from worker.core.giving.catalogue import Occasion
from worker.core.giving.courtesy import Plan
from worker.core.nudge import WAITING, NudgeState
from worker.store import duties, feeds, nudges, people, touches
from worker.store.duties import Claim
from worker.store.nudges import NewNudge, StoredNudge

log = structlog.get_logger()

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
        known = known_people(house, conn, claim.user_id, prior)
        standing = nudges.waiting(conn, claim.user_id)
    with house.database.write() as conn:
        gone = _settle(house, conn, claim.user_id, standing, known)
        people.save_states(conn, claim.user_id, changed_states(known))
        nudges.wake(conn, claim.user_id, house.today().date())
        proposed = _planned(house, conn, claim.user_id, known, gone)
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
        if (duty := duties.get(conn, claim.user_id, Kind.LEARN, feed.id))
    )


def _next_look(house: House) -> datetime:
    """Tomorrow early in the morning, on the user's clock."""
    tomorrow = house.today().date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(HOUR_OF_DAY), house.zone)


def _settle(
    house: House, conn: Connection, user_id: int, standing: tuple[StoredNudge, ...], known: Known
) -> frozenset[str]:
    """Nudges whose people were met since, or will be soon, are withdrawn; unused ones go. Gives their ids."""
    bonds = known.whole(conn, user_id, {stored.nudge.person for stored in standing})
    gone = set()
    for stored in standing:
        state = _settled(house, stored, bonds.get(stored.nudge.person))
        if state not in WAITING:
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


def _planned(house: House, conn: Connection, user_id: int, known: Known, gone: frozenset[str]) -> Plan:
    """Whose nudge was settled just now, by its id in `gone`, waits for the next look."""
    planning = planning_for(house, conn, user_id, known)
    free = [bond for bond in planning.few() if not any(nudge.id in gone for nudge in bond.nudges)]
    return planning.plan(free, planning.everybody)


SUGGEST = Work(do=suggest, lease_seconds=300)
