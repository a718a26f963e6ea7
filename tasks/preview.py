"""A preview is the whole pipeline once, in memory: nothing stored, nothing sent."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tasks.holiday import days_off
from tasks.reading import Library, Met
from tasks.show import utc_text
from tasks.wiring import catalogue_in, words_in
from worker.core.bond import Bond
from worker.core.event import Occurrence
from worker.core.giving.agenda import PAST_WEEKS, agenda_of, booked_in
from worker.core.giving.courtesy import Plan, plan
from worker.core.giving.everybody import remembered
from worker.core.giving.farewell import farewells_in
from worker.core.giving.opening import openings_in
from worker.core.giving.shelf import Thing
from worker.core.giving.trip import has_word_of_travel, trips_in
from worker.core.judge import Judged
from worker.core.knowing import bonds_from, with_perhaps
from worker.core.nudge import Nudge, NudgeState, Published
from worker.core.perhaps import perhaps_in
from worker.core.rhythm import State
from worker.core.touch import Because
from worker.core.words import Words
from worker.inbox.reading.read import Calendar

DAYS_AHEAD = 7


@dataclass(frozen=True, kw_only=True, slots=True)
class Preview:
    """What was read and what would be proposed."""

    now: datetime
    zone: ZoneInfo
    library: Library
    met: Met
    bonds: Sequence[Bond]
    plan: Plan
    words: Words

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()


def preview_of(
    library: Library,
    met: Met,
    *,
    now: datetime,
    zone: ZoneInfo,
    lang: str,
    budget: int,
    shelf: Sequence[Thing] = (),
    country: str = "",
) -> Preview:
    """Proposes for the seven days after `now`, at most `budget` nudges in all; `shelf` is what the user has to give.

    Holidays of `country` ("" is the zone's) are left free.
    """
    bonds = _bonds(library, met, now=now, zone=zone)
    today = now.astimezone(zone).date()
    words = words_in(lang)
    recent = _recent(library, now)
    own = [each for each in recent if met.owners.has(each)]
    proposed = plan(
        bonds,
        today=today,
        days=[today + timedelta(days=i) for i in range(DAYS_AHEAD + 1)],
        weekly_budget=budget,
        planned={},
        in_all=budget,
        words=words,
        catalogue=catalogue_in(words),
        is_day_off=days_off(country, zone),
        zone=zone.key,
        shelf=shelf,
        trips=trips_in(_journeys(recent, met, now), today=today, zone=zone.key),
        openings=openings_in((each for each in own if each.started_at > now), zone=zone.key),
        agenda=agenda_of(booked_in(own, met.owners.all), zone=zone.key),
        everybody=remembered(bonds, today, me=met.owners.names),
    )
    return Preview(now=now, zone=zone, library=library, met=met, bonds=bonds, plan=proposed, words=words)


def _bonds(library: Library, met: Met, *, now: datetime, zone: ZoneInfo) -> Sequence[Bond]:
    bonds = bonds_from(
        met.judgement,
        met.people,
        own=met.owners.all,
        now=now,
        zone=zone,
        farewells=farewells_in(library.occurrences, met.owners),
        calendars=library.names,
        in_peace=met.in_peace,
        owners=met.owners,
    )
    perhaps = perhaps_in(library.occurrences, met.owners, met.book, now)
    return with_perhaps(bonds, perhaps, met.people, now)


def _recent(library: Library, now: datetime) -> list[Occurrence]:
    """What tells how full a week is, and all that lies ahead."""
    since = now - timedelta(weeks=PAST_WEEKS + 1)
    return [o for o in library.occurrences if o.started_at >= since]


def _journeys(occurrences: Iterable[Occurrence], met: Met, now: datetime) -> Iterator[Occurrence]:
    """Ahead, and in the user's own calendar; in one that is nobody's, with a word of travel in its title."""
    return (
        each
        for each in occurrences
        if each.started_at > now and each.source not in met.owners.theirs
        if met.owners.has(each) or has_word_of_travel(each.title)
    )


def published(preview: Preview) -> list[Published]:
    """The nudges as feed and letter follow them; their times derive from `now`, so equal input gives equal bytes."""
    return [
        Published(
            nudge=nudge, state=NudgeState.OPEN, sequence=0, created_at=preview.now, changed_at=preview.now
        )
        for nudge in preview.plan.nudges
    ]


def as_body(preview: Preview) -> dict[str, Any]:
    """`preview --format json` (docs/contracts.md)."""
    return {
        "now": utc_text(preview.now),
        "timezone": preview.zone.key,
        "me": sorted(preview.met.owners.all),
        "sources": [_source_body(calendar, preview.met.judgement) for calendar in preview.library.calendars],
        "people": [_person_body(bond) for bond in preview.bonds],
        "nudges": [nudge_body(nudge) for nudge in preview.plan.nudges],
        "held_back": [{"person": held.person, "because": held.because} for held in preview.plan.held_back],
        "rediscover": list(preview.plan.rediscover),
    }


def _source_body(calendar: Calendar, judgement: Judged) -> dict[str, Any]:
    counts = Counter(one.because.value for one in judgement.left_out if one.source == calendar.source)
    always = (Because.DECLINED, Because.CANCELLED, Because.CROWD, Because.NOT_A_PERSON)
    return {
        "source": calendar.source,
        "events": calendar.events,
        "occurrences": len(calendar.occurrences),
        "touches": sum(touch.source == calendar.source for touch in judgement.touches),
        "left_out": {reason.value: 0 for reason in always} | dict(sorted(counts.items())),
        "problems": [
            {"where": p.where, "what": p.what, "kept": p.kept, "event": p.event} for p in calendar.problems
        ],
    }


def _person_body(bond: Bond) -> dict[str, Any]:
    tie, rhythm, person = bond.tie, bond.rhythm, bond.person
    last = max((touch.ended_at for touch in bond.touches), default=None)
    return {
        "key": person.key,
        "name": person.name,
        "emails": list(person.emails),
        "first_met_at": utc_text(bond.touches[0].started_at) if bond.touches else None,
        "last_met_at": utc_text(bond.touches[-1].started_at) if last else None,
        "days_met": tie.days_met,
        "usual_gap_days": round(rhythm.usual_gap_days, 3) if rhythm else None,
        "silence_days": rhythm.silence_days if rhythm else None,
        "p_silent": round(rhythm.p_silent, 5) if rhythm else None,
        "state": (rhythm.state if rhythm else State.NEW).value,
        "next_meeting_at": utc_text(bond.ahead[0].started_at) if bond.ahead else None,
        "circle": person.circle,
    }


def nudge_body(nudge: Nudge) -> dict[str, Any]:
    return {
        "id": nudge.id,
        "person": nudge.person,
        "on": nudge.on.isoformat(),
        "headline": nudge.headline,
        "why": nudge.why,
        "gift": {"kind": nudge.gift.kind.value, "text": nudge.gift.text},
        "more_gifts": [{"kind": gift.kind.value, "text": gift.text} for gift in nudge.more_gifts],
        "channel": nudge.channel,
        "draft": nudge.draft or None,
        "evidence": [
            {"event_uid": p.event_uid, "started_at": utc_text(p.started_at), "title": p.title or None}
            for p in nudge.evidence
        ],
    }


def as_text(preview: Preview) -> list[str]:
    """For people: who, when, why, what to give, and how."""
    from worker.outbox.as_lines import channel_of, when_of

    rows: list[str] = []
    for nudge in preview.plan.nudges:
        rows += [
            f"{when_of(nudge, preview.words, preview.today)} · {nudge.headline}",
            f"  {nudge.why}",
            f"  {nudge.gift.text}",
        ]
        rows += [f"  – {gift.text}" for gift in nudge.more_gifts]
        rows += [f"  {channel_of(nudge, preview.words)}", ""]
    if not rows and preview.library.calendars:  # a week of which nothing is known is not called a quiet one
        return [preview.words.say("page.week_empty")]
    return rows


def as_ics(preview: Preview) -> bytes:
    """The subscription as it would stand."""
    from worker.outbox.as_calendar import subscription
    from worker.outbox.as_lines import no_links

    name = preview.words.say("letter.calendar")
    return subscription(published(preview), name=name, words=preview.words, links=no_links)


def as_eml(preview: Preview, *, sender: str, recipient: str) -> bytes:
    """The letter as it would be sent; b"" where there is none, since a week without a nudge is silent."""
    from worker.outbox.as_letter import bytes_of, letter_of
    from worker.outbox.letter import Letter

    first = next(iter(sorted(preview.met.owners.all)), "you@localhost")
    letter = Letter(
        sender=sender or recipient or first,
        recipient=recipient or first,
        sent_at=preview.now,
        today=preview.today,
        nudges=published(preview),
        troubles=preview.library.failures,
    )
    message = letter_of(letter, words=preview.words)
    return b"" if message is None else bytes_of(message)
