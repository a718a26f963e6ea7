"""A gift is one concrete thing to give to one person, drawn from what the two of them share.

Step 5 of 5, its heart: bond → gifts, in order of fit. There is always at least one. Pure.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from worker.core.bond import Bond
from worker.core.giving.calling import said_to, spoken_to
from worker.core.giving.catalogue import About, Catalogue, GiftRule, Occasion
from worker.core.giving.introduction import Introduction
from worker.core.giving.opening import Opening, opening_for
from worker.core.giving.said import freshest, freshest_within
from worker.core.giving.shelf import Fit, ShelfKind, Thing, fits_of
from worker.core.giving.subject import Subject, local_day, subjects_of
from worker.core.giving.tender_time import is_tender_time
from worker.core.giving.their_day import is_far
from worker.core.giving.topic import shown_name
from worker.core.giving.trip import Trip, trip_on
from worker.core.giving.way import IN_ONE_PLACE
from worker.core.nudge import Gift
from worker.core.touch import Touch
from worker.core.words import Words, stable_index

BESIDE = 4
"""The rank of what stands beside another gift, and is never the first."""
_NOTHING: Mapping[str, int] = {}
VOICES = ("call", "voice_message")
"""After years of silence a voice bonds better than text, and is no more awkward."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Offering:
    """A gift with the ways to bring it, and a few words ready to copy."""

    gift: Gift
    rank: int
    """1 belongs to this very moment, 2 is drawn from shared history, 3 always fits, 4 stands beside another only."""
    channels: tuple[str, ...]
    """The most fitting first; never empty."""
    draft: str
    touch: Touch | None
    """The meeting it stands on; None where it needs none."""


def gifts_for(
    bond: Bond,
    *,
    on: date,
    zone: str,
    occasion: Occasion,
    words: Words,
    catalogue: Catalogue,
    names: Collection[str] = (),
    introduction: Introduction | None = None,
    shelf: Sequence[Thing] = (),
    trips: Sequence[Trip] = (),
    openings: Sequence[Opening] = (),
    pick: str = "",
    said: Mapping[str, int] = _NOTHING,
) -> tuple[Offering, ...]:
    """What can be given to this person on the day `on` (user's zone), best first; never empty.

    `names` are the folded words of all names around, so that a title naming somebody is taken for no topic.
    `introduction` is somebody whom this person might like to meet, `shelf` what the user has to give, `trips` lead
    away from home, to `openings` they go anyway. Of several wordings it is the one that nudges of these weeks have
    `said` least; `pick` chooses between equals, and stays the same for the same nudge. A question is never one that
    was put to this person before.
    """
    words = said_to(bond.person, words)
    subjects = {
        **subjects_of(bond, on=on, zone=zone, names=names),
        **_introduced(introduction),
        **_shelved(fits_of(bond, shelf, today=on, names=names), zone),
        **_travelled(trip_on(bond, trips, on, zone=zone), zone),
        **_invited(opening_for(bond, openings, on=on, today=on, names=names)),
    }
    is_apart = is_far(bond, on, zone)
    offered = (
        _offering(rule, subjects[rule.about], bond, occasion, words, on, pick, said)
        for rule in catalogue.gifts
        if rule.about in subjects and _fits(rule, bond, occasion, on) and not (is_apart and _is_met(rule))
    )
    found = [offering for offering in offered if offering is not None]
    return tuple(sorted(found, key=lambda offering: offering.rank))


def _introduced(introduction: Introduction | None) -> dict[About, Subject]:
    if introduction is None:
        return {}
    subject = Subject(touch=introduction.touch, topic=introduction.topic, other=introduction.name)
    return {About.INTRODUCTION: subject}


def _shelved(fits: Mapping[ShelfKind, Fit], zone: str) -> dict[About, Subject]:
    return {
        _ABOUT[kind]: Subject(
            touch=fit.touch,
            on=local_day(fit.touch, zone) if fit.touch else None,
            topic=fit.topic,
            thing=fit.thing.shown,
            link=fit.thing.link,
        )
        for kind, fit in fits.items()
    }


_ABOUT = {
    ShelfKind.LINK: About.READING,
    ShelfKind.SKILL: About.SKILL,
    ShelfKind.HOURS: About.HOURS,
    ShelfKind.PERSON: About.SOMEBODY,
    ShelfKind.NEWS: About.NEWS,
}


def _travelled(found: tuple[Trip, Touch] | None, zone: str) -> dict[About, Subject]:
    if found is None:
        return {}
    trip, touch = found
    return {About.TRIP: Subject(touch=touch, on=local_day(touch, zone), thing=trip.place)}


def _invited(found: tuple[Opening, Fit] | None) -> dict[About, Subject]:
    if found is None:
        return {}
    opening, fit = found
    return {
        About.OPENING: Subject(
            touch=fit.touch, topic=fit.topic, thing=opening.thing.shown, ahead_on=opening.on
        )
    }


def called(bond: Bond) -> str:
    """What one calls this person in a sentence: the first name, else whatever name is known."""
    return _spoken_to(bond) or shown_name(bond.person.name)


def _spoken_to(bond: Bond) -> str:
    return spoken_to(bond.person, (touch.title for touch in bond.touches))


def _fits(rule: GiftRule, bond: Bond, occasion: Occasion, on: date) -> bool:
    silence_days = (on - bond.tie.last_met_on).days if bond.tie.last_met_on else 0
    return (
        occasion in rule.occasions
        and (bond.rhythm is None or bond.rhythm.state in rule.states)
        and rule.min_visits <= bond.tie.visits
        and (rule.max_visits is None or bond.tie.visits <= rule.max_visits)
        and rule.min_silence_days <= silence_days
        and (rule.max_silence_days is None or silence_days <= rule.max_silence_days)
        and not (rule.is_light and is_tender_time(bond, on))
    )


def _is_met(rule: GiftRule) -> bool:
    """Whether it brings the two together: a walk, a table."""
    return IN_ONE_PLACE.issuperset(rule.channels)


def _offering(
    rule: GiftRule,
    subject: Subject,
    bond: Bond,
    occasion: Occasion,
    words: Words,
    on: date,
    pick: str,
    said: Mapping[str, int],
) -> Offering | None:
    """None for a question when none is left that was not put to this person before.

    The words ready to copy say what the gift's wording of the same place in the list promises; of a title that the
    other never saw they say nothing: where the gift is a question about one, they put one that needs no title.
    """
    values = _values(subject, bond, words, on)
    if rule.question:
        question = _new_question(rule, bond, words, pick, values, said)
        if question is None:
            return None
        values["question"] = question
    count = subject.years or None
    plain = "plain_question" if rule.question else "plain"
    draft = rule.said if subject.is_known_to_both else plain
    ways = words.ways(f"nudge.gift.{rule.said}", n=count, **values)
    chosen = _fresh(ways, bond, said, f"{pick} {rule.name}")
    drafts = words.ways(f"nudge.draft.{draft}", n=count, **values)
    return Offering(
        gift=Gift(kind=rule.kind, text=_begun(ways[chosen])),
        rank=rule.rank,
        channels=_channels(rule, bond, occasion),
        draft=drafts[chosen % len(drafts)],
        touch=subject.touch,
    )


def _values(subject: Subject, bond: Bond, words: Words, on: date) -> dict[str, str]:
    name = _spoken_to(bond)
    return {
        "name": called(bond),
        "hi": words.say("nudge.draft.hi", name=name) if name else words.say("nudge.draft.hi_nameless"),
        "topic": subject.topic,
        "month": words.month(subject.on, seen_from=on) if subject.on else "",
        "other": subject.other,
        "thing": subject.thing,
        "linked": f"{subject.thing} {subject.link}".rstrip(),
        "number": words.number(subject.years),
        "day": words.day(subject.ahead_on) if subject.ahead_on else "",
        "weekday": words.weekday(subject.ahead_on) if subject.ahead_on else "",
    }


def _new_question(
    rule: GiftRule, bond: Bond, words: Words, pick: str, values: dict[str, str], said: Mapping[str, int]
) -> str | None:
    """Never one that was put to this person; the one that others were asked least of late."""
    put = [text.casefold() for nudge in bond.nudges for text in (nudge.gift_text, *nudge.more_texts)]
    new = [
        question
        for question in words.ways(f"nudge.question.{rule.question}", n=None, **values)
        if not any(question.casefold() in text for text in put)
    ]
    if not new:
        return None
    start = stable_index(f"{pick} {rule.question}", len(new))
    return new[freshest_within(new, said, called(bond), start)]


def _fresh(ways: Sequence[str], bond: Bond, said: Mapping[str, int], pick: str) -> int:
    """Which wording this person has not had yet, while there is one, and others least."""
    had = {nudge.gift_text for nudge in bond.nudges}
    new = [index for index, way in enumerate(ways) if _begun(way) not in had] or list(range(len(ways)))
    start = stable_index(pick, len(new))
    return new[freshest([ways[index] for index in new], said, called(bond), start)]


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]


def _channels(rule: GiftRule, bond: Bond, occasion: Occasion) -> tuple[str, ...]:
    fitting = tuple(
        channel for channel in rule.channels if channel != "at_work" or bond.person.circle == "work"
    )
    if occasion is Occasion.YEARS:
        return tuple(channel for channel in fitting if channel in VOICES) or VOICES
    return fitting or ("message",)
