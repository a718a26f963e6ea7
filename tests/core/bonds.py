"""Builders of small lives: people, meetings and nudges as the tests of gifts and courtesy need them.

A test says how many days ago each meeting was; everything else has a plain default.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from config.gifts import gift_table
from config.words import words_of
from worker.core.bond import Bond, PastNudge, Peace
from worker.core.giving.catalogue import Catalogue, catalogue_of
from worker.core.giving.courtesy import Plan, plan
from worker.core.giving.note import Note
from worker.core.knowing import day_met
from worker.core.nudge import GiftKind, Nudge, NudgeState
from worker.core.perhaps import Perhaps
from worker.core.person import Person
from worker.core.rest import RestKind
from worker.core.rhythm import rhythm_of, tie_of
from worker.core.touch import Evidence, Touch
from worker.core.words import Words

TODAY = date(2026, 11, 23)
"""A Monday."""
NEXT_WEEK = tuple(TODAY + timedelta(days=step) for step in range(2, 5))
"""Wednesday to Friday of the same ISO week."""

CATALOGUE: Catalogue = catalogue_of(gift_table())
ENGLISH = Words(lang="en", table=words_of("en"))
DORMANT = (400, 365, 330, 300, 270, 240, 210)
"""About every month, then seven months of silence."""
LONG_DORMANT = tuple(4000 - 30 * step for step in range(12))
"""Every month eleven years ago, then nothing."""
ACTIVE = (190, 160, 130, 100, 65, 30)
"""About every month, last seen a month ago."""


def words_in(lang: str) -> Words:
    return Words(lang=lang, table=words_of(lang))


def met(days_ago: int, title: str = "Coffee", **values: Any) -> Touch:
    """A meeting of one hour, so many days before TODAY (negative: ahead)."""
    started_at = datetime.combine(TODAY - timedelta(days=days_ago), datetime.min.time(), UTC) + timedelta(
        hours=12
    )
    defaults: dict[str, Any] = {
        "person": "",
        "name": "",
        "started_at": started_at,
        "ended_at": started_at + timedelta(hours=1),
        "all_day": False,
        "event_uid": f"uid-{days_ago}",
        "event_key": f"uid-{days_ago}",
        "recurrence_id": None,
        "source": "life.ics",
        "title": title,
        "place": "",
        "evidence": Evidence.ATTENDEE,
        "others": 1,
        "is_upcoming": days_ago < 0,
    }
    return Touch(**(defaults | values))


def in_series(days_ago: int, title: str = "Weekly call", *, is_endless: bool = False) -> Touch:
    """One meeting of a series."""
    touch = met(days_ago, title, event_key=f"series-{title}", is_endless=is_endless)
    return replace(touch, recurrence_id=touch.started_at)


def bond(
    name: str = "Ana Lopez",
    met_ago: Iterable[int | Touch] = DORMANT,
    *,
    ahead: Sequence[Touch] = (),
    nudges: Sequence[PastNudge] = (),
    rest_until: date | None = None,
    rest_kind: RestKind = RestKind.RESTING,
    seen_in_crowd_on: date | None = None,
    is_pinned: bool = False,
    peace: Peace | None = None,
    notes: Sequence[Note] = (),
    perhaps: Sequence[Perhaps] = (),
    perhaps_met: Sequence[Perhaps] = (),
    known_on: date | None = None,
    told_from: date | None = None,
    today: date = TODAY,
    **person: Any,
) -> Bond:
    """A bond whose tie and rhythm are what its meetings make them."""
    key = person.pop("key", f"{name.split(maxsplit=1)[0].lower()}@example.org")
    touches = [met(each) if isinstance(each, int) else each for each in met_ago]
    touches = sorted((_with(each, key, name) for each in touches), key=lambda t: t.started_at)
    tie = tie_of(day_met(touch, ZoneInfo("UTC")) for touch in touches)
    answers = [nudge.closed_on for nudge in nudges if nudge.state is NudgeState.DONE and nudge.closed_on]
    return Bond(
        person=replace(Person(key=key, name=name, emails=(key,)), **person),
        tie=tie,
        rhythm=rhythm_of(tie, today, answered_on=max(answers, default=None)),
        touches=tuple(touches),
        ahead=tuple(ahead),
        nudges=tuple(nudges),
        rest_until=rest_until,
        rest_kind=rest_kind,
        seen_in_crowd_on=seen_in_crowd_on,
        is_pinned=is_pinned,
        peace=peace,
        notes=tuple(notes),
        perhaps=tuple(perhaps),
        perhaps_met=tuple(perhaps_met),
        known_on=known_on,
        told_from=told_from,
    )


def _with(touch: Touch, key: str, name: str) -> Touch:
    """The meeting as this person's, and with nobody else's unless its UID says so."""
    own_uid = f"{touch.event_uid}-{key}" if touch.event_uid.startswith("uid-") else touch.event_uid
    return replace(touch, person=key, name=name, event_uid=own_uid)


def past(days_ago: int, state: NudgeState = NudgeState.LET_GO, **values: Any) -> PastNudge:
    """A nudge of so many days before TODAY, closed a week after its day."""
    on = TODAY - timedelta(days=days_ago)
    is_closed = state not in (NudgeState.OPEN, NudgeState.LATER)
    nudge = PastNudge(
        id=f"nudge-{days_ago}",
        on=on,
        reason="rhythm",
        gift_kind=GiftKind.HELLO,
        gift_text="A simple hello that wants nothing back",
        channel="message",
        state=state,
        closed_on=on + timedelta(days=7) if is_closed else None,
    )
    return replace(nudge, **values)


def planned(*bonds: Bond, **values: Any) -> Plan:
    """The plan for the week of TODAY, three nudges at most, in English."""
    defaults: dict[str, Any] = {
        "today": TODAY,
        "days": NEXT_WEEK,
        "weekly_budget": 3,
        "planned": {},
        "words": ENGLISH,
        "catalogue": CATALOGUE,
    }
    return plan(bonds, **(defaults | values))


def remembered(nudge: Nudge, state: NudgeState = NudgeState.OPEN, closed_on: date | None = None) -> PastNudge:
    """The nudge as it is looked back on later."""
    return PastNudge(
        id=nudge.id,
        on=nudge.on,
        reason=nudge.reason,
        gift_kind=nudge.gift.kind,
        gift_text=nudge.gift.text,
        channel=nudge.channel,
        state=state,
        closed_on=closed_on,
        more_texts=tuple(gift.text for gift in nudge.more_gifts),
    )
