"""The catalogue is every kind of gift that may be suggested, and when: `config/gifts.toml` as values.

Beside step 5 of 5: `gift.py` interprets it. Pure.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from worker.core.nudge import GiftKind
from worker.core.rhythm import State
from worker.core.words import Words


class Occasion(StrEnum):
    """Why now."""

    RHYTHM = "rhythm"
    SERIES = "series"
    """A rhythm whose standing appointment has come to an end."""
    YEARS = "years"
    """A rhythm that has been silent for five years or longer: its own words, and a voice."""
    BIRTHDAY = "birthday"
    BELATED = "belated"
    THANKS = "thanks"
    """A first small meeting within the last two weeks."""
    ASK = "ask"
    """Somebody long silent is going to be asked for something: a kind line before it."""
    ASKED = "asked"
    """Somebody was asked for something: thanks, whatever came of it."""
    TRIP = "trip"
    """A journey leads to where the two once met."""
    NEWS = "news"
    """Something is new with the user, for one of those who would care."""
    WARM_UP = "warm_up"
    """An easy, current friend before a long-silent one."""

    @property
    def is_rhythm(self) -> bool:
        return self in (Occasion.RHYTHM, Occasion.SERIES, Occasion.YEARS)


class About(StrEnum):
    """What a gift is about; it is possible only where that exists (`subject.py`)."""

    ANYONE = "anyone"
    TOPIC = "topic"
    HABIT = "habit"
    TELLING = "telling"
    WEEK = "week"
    LAST = "last"
    FIRST_TOPIC = "first_topic"
    FIRST_MEETING = "first_meeting"
    FIRST_WEEK = "first_week"
    MEAL = "meal"
    WALK = "walk"
    INTRODUCTION = "introduction"
    EARLY_BIRTHDAY = "early_birthday"
    """One that is still to come: nobody is congratulated before the day."""
    BIRTHDAY = "birthday"
    LATE_BIRTHDAY = "late_birthday"
    WORK_TOPIC = "work_topic"
    WORK_WEEK = "work_week"
    SHARED_WORK = "shared_work"
    TRIP = "trip"
    OPENING = "opening"
    READING = "reading"
    SKILL = "skill"
    HOURS = "hours"
    SOMEBODY = "somebody"
    NEWS = "news"


CHANNELS = frozenset(
    {"in_person", "walk", "meal", "call", "voice_message", "letter", "message", "at_work"},
)


@dataclass(frozen=True, kw_only=True, slots=True)
class GiftRule:
    """One entry of the catalogue; its words stand at nudge.gift.<said> and nudge.draft.<said>."""

    name: str
    kind: GiftKind
    about: About
    channels: tuple[str, ...]
    """The most fitting first."""
    rank: int = 2
    """1 belongs to this very moment, 2 is drawn from shared history, 3 always fits, 4 stands beside another only."""
    words: str = ""
    """Another gift whose words it borrows; "" where it has its own."""
    question: str = ""
    """The list under nudge.question to choose from; "" where the gift is none."""
    occasions: frozenset[Occasion] = frozenset(Occasion)
    states: frozenset[State] = frozenset(State)
    min_visits: int = 0
    max_visits: int | None = None
    min_silence_days: int = 0
    max_silence_days: int | None = None
    is_light: bool = False
    """Not for who is ill, in mourning, or at odds with the user."""

    @property
    def said(self) -> str:
        """Where its words stand."""
        return self.words or self.name


@dataclass(frozen=True, kw_only=True, slots=True)
class Catalogue:
    """All rules, in order of fit."""

    gifts: tuple[GiftRule, ...]


def catalogue_of(table: Mapping[str, Any]) -> Catalogue:
    """The catalogue in a parsed `gifts.toml`.

    Raises ValueError, one sentence that names the entry, for an unknown field or value, a name used twice,
    or a catalogue without a gift that always fits.
    """
    entries = table.get("gift", [])
    rules = tuple(_rule_of(entry) for entry in entries)
    names = [rule.name for rule in rules]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise ValueError(f"The gift {twice!r} stands twice in gifts.toml; give one of them another name.")
    if not any(_is_always_possible(rule) for rule in rules):
        raise ValueError(
            'gifts.toml needs one gift without conditions, about = "anyone", so that nobody goes empty.'
        )
    return Catalogue(gifts=rules)


def unsaid(catalogue: Catalogue, words: Words) -> tuple[str, ...]:
    """Keys that the catalogue needs and this language lacks; a start with any of them should say so and stop."""
    needed = (
        key
        for rule in catalogue.gifts
        for key in (
            f"gift.{rule.said}",
            f"draft.{rule.said}",
            *([f"question.{rule.question}"] if rule.question else []),
        )
    )
    return tuple(f"nudge.{key}" for key in needed if not words.has(f"nudge.{key}"))


def _rule_of(entry: Mapping[str, Any]) -> GiftRule:
    name = entry.get("name", "without a name")
    known = {field.name for field in fields(GiftRule)}
    if unknown := sorted(set(entry) - known):
        raise ValueError(f"The gift {name!r} in gifts.toml has an unknown field {unknown[0]!r}; remove it.")
    try:
        return _checked(GiftRule(**{key: _READ.get(key, _same)(value) for key, value in entry.items()}))
    except (TypeError, ValueError) as error:
        raise ValueError(f"The gift {name!r} in gifts.toml cannot be read: {error}.") from error


def _checked(rule: GiftRule) -> GiftRule:
    if not rule.channels or not CHANNELS.issuperset(rule.channels):
        raise ValueError(f"its channels have to be some of {', '.join(sorted(CHANNELS))}")
    if rule.kind is GiftKind.QUESTION and not rule.question:
        raise ValueError("a question needs the key of its list in the field question")
    return rule


def _is_always_possible(rule: GiftRule) -> bool:
    return rule == GiftRule(
        name=rule.name, kind=rule.kind, about=About.ANYONE, channels=rule.channels, rank=rule.rank
    )


def _same(value: Any) -> Any:
    return value


_READ: Mapping[str, Any] = {
    "kind": GiftKind,
    "about": About,
    "channels": tuple,
    "occasions": lambda values: frozenset(map(Occasion, values)),
    "states": lambda values: frozenset(map(State, values)),
}
