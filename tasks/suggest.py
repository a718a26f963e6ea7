"""suggest: who has quietly gone missing, and what could be given to them.

Step 5 of 5: rhythm → nudge. Numbered order: 1 what lay ahead and is past, 2 look at everyone, 3 settle what stands
(`standing.py`), 4 plan, 5 save. Once a day, and whenever something was learnt or answered.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time, timedelta

import structlog
from sqlalchemy import Connection

from tasks.duty import Kind, Work
from tasks.knowing import Known, changed_states, known_people
from tasks.planning import planning_for
from tasks.prior import prior_for
from tasks.standing import Standing, standing_of
from tasks.tie import keep_ties, tie_on
from tasks.wiring import House
from worker.core.nudge import Nudge, NudgeState
from worker.store import answers, duties, feeds, nudge_words, nudges, people, touches
from worker.store.duties import Claim
from worker.store.nudges import NewNudge

log = structlog.get_logger()

DRAFT_HOURS = 3
"""Calendars are added one by one, then comes an address book: the first plan is as if all had come at once."""
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
        fit = prior_for(house, conn, claim.user_id)
    with house.database.read() as conn:
        known = known_people(house, conn, claim.user_id, fit.prior, is_afresh=fit.is_first)
    with house.database.write() as conn:
        standing = standing_of(house, conn, claim.user_id, known)
        if moved := standing.settle():  # what was just withdrawn may be due for another reason
            known = known_people(house, conn, claim.user_id, fit.prior, is_afresh=fit.is_first)
            standing = standing_of(house, conn, claim.user_id, known)
        standing.reach()
        people.save_states(conn, claim.user_id, changed_states(known))
        nudges.wake(conn, claim.user_id, house.today().date())
        added = _plan(standing, known)
        duties.finish(conn, claim, house.now(), _next_look(house))
    log.info("suggested", new=len(added), settled=len(moved))


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


def _plan(standing: Standing, known: Known) -> tuple[str, ...]:
    """Plans, and keeps what is new; gives its ids."""
    house, conn, user_id = standing.house, standing.conn, standing.user_id
    drafts = _drafts(house, conn, user_id)
    stale = standing.stale({nudge.person for nudge in drafts.values()})
    anew = dict.fromkeys(stale, standing.is_foreign)
    planning = planning_for(house, conn, user_id, known.without(drafts), drafts=drafts, anew=anew)
    found = planning.plan(planning.few(), planning.everybody)
    standing.say_anew(stale, found.again)
    _keep(house, conn, user_id, drafts, found.nudges)
    later = _put_off_again(house, conn, user_id, [nudge.id for nudge in found.nudges])
    new = [
        NewNudge(nudge=each, person_id=known.ids[each.person])
        for each in found.nudges
        if each.id not in later
    ]
    return nudges.add_new(conn, user_id, new, house.now())


def _put_off_again(house: House, conn: Connection, user_id: int, ids: Sequence[str]) -> frozenset[str]:
    """What the user put off, and was withdrawn since, waits for the day that they said: not for one of this plan."""
    today = house.today().date()
    withdrawn = {
        each.nudge.id for each in nudges.withdrawn_ahead(conn, user_id, today) if each.nudge.on > today
    }
    later = answers.put_off(conn, user_id, withdrawn.intersection(ids))
    for each in sorted(later):
        nudges.change_state(conn, user_id, each, NudgeState.LATER, house.now())
    return later


def _drafts(house: House, conn: Connection, user_id: int) -> Mapping[str, Nudge]:
    """On the day on which it was made, a plan gives way for some hours to what comes to light: by id."""
    midnight = datetime.combine(house.today().date(), time(), house.zone).astimezone(UTC)
    since = max(house.now() - timedelta(hours=DRAFT_HOURS), midnight)
    return {each.nudge.id: each.nudge for each in nudges.drafts(conn, user_id, since)}


def _keep(
    house: House, conn: Connection, user_id: int, drafts: Mapping[str, Nudge], planned: Sequence[Nudge]
) -> None:
    """Drafts become what is planned now, or were never there."""
    nudges.take_back(conn, user_id, drafts.keys() - {nudge.id for nudge in planned})
    for nudge in planned:
        if nudge.id in drafts and drafts[nudge.id] != nudge:
            nudge_words.say_anew(conn, user_id, nudge.id, nudge, house.now(), is_draft=True)


SUGGEST = Work(do=suggest, lease_seconds=300)
