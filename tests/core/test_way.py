"""A way: how to reach out, by what the two have used, taking turns."""

from datetime import UTC, datetime, timedelta

import pytest

from config.words import LANGUAGES
from tests.core.bonds import CATALOGUE, DORMANT, LONG_DORMANT, TODAY, bond, met, past, planned, words_in
from worker.core.bond import Bond
from worker.core.giving.catalogue import CHANNELS, Catalogue
from worker.core.giving.gift import VOICES
from worker.core.giving.way import way_for, way_of, ways_used

MONDAY_TEN = datetime(2026, 3, 2, 10, tzinfo=UTC)


def used(*titles: str, **values: object) -> tuple[str, ...]:
    """How two meet who had a meeting of each title, in turn; seven months ago."""
    touches = [met(day, titles[n % len(titles)], **values) for n, day in enumerate(DORMANT)]
    return ways_used(bond(met_ago=touches), on=TODAY, zone="UTC")


@pytest.mark.parametrize(
    ("title", "place", "way"),
    [
        ("Walk in the park", "", "walk"),
        ("Wanderung", "Harz", "walk"),
        ("Lunch with Ana", "Café am Eck", "meal"),
        ("Abendessen", "", "meal"),
        ("Almuerzo", "", "meal"),
        ("Déjeuner avec Ana", "", "meal"),
        ("Jantar", "", "meal"),
        ("Pranzo", "", "meal"),
        ("Call with Ana", "", "call"),
        ("Telefonat mit Ana", "", "call"),
        ("Llamada con Ana", "", "call"),
        ("Appel avec Ana", "", "call"),
        ("Ligação com Ana", "", "call"),
        ("Chiamata con Ana", "", "call"),
        ("Lunch", "https://meet.example/abc", "call"),
        ("Catch up", "Microsoft Teams Meeting", "call"),
        ("Coffee", "", "in_person"),
        ("Kaffee", "", "in_person"),
        ("Catch up", "Rua Augusta 7", "in_person"),
        ("Catch up", "", ""),
        ("Funeral of Joe", "Old Church", ""),
    ],
)
def test_title_and_place_tell_how_two_met(title: str, place: str, way: str) -> None:
    """In six languages; a link is a call, whatever the title says; a tender title tells nothing."""
    assert way_of(met(100, title, place=place), bond(), "UTC") == way


def test_office_hours_with_somebody_from_work_are_at_work() -> None:
    """The same meeting with a friend is one in person."""
    touch = met(
        100, "Budget", place="Room 2", started_at=MONDAY_TEN, ended_at=MONDAY_TEN + timedelta(hours=1)
    )

    assert way_of(touch, bond(circle="work"), "UTC") == "at_work"
    assert way_of(touch, bond(circle="friends"), "UTC") == "in_person"


def test_the_most_usual_way_comes_first() -> None:
    """Five walks and two calls."""
    assert used("Walk", "Walk", "Call") == ("walk", "call")


def test_once_among_many_is_no_habit() -> None:
    """One meal among seven meetings."""
    assert used("Walk", "Walk", "Walk", "Walk", "Walk", "Walk", "Lunch") == ("walk",)


def test_a_crowd_tells_nothing() -> None:
    """A company dinner is no table for two."""
    assert used("Dinner", others=8) == ()


def test_nobody_is_asked_to_a_table_after_many_years() -> None:
    """A call still fits; so does a letter."""
    eaten = bond(met_ago=[met(day, "Lunch" if day % 60 else "Call") for day in LONG_DORMANT])

    assert "meal" not in ways_used(eaten, on=TODAY, zone="UTC")


def test_an_office_is_left_sooner_than_a_town() -> None:
    """After a year of silence a former colleague may sit elsewhere."""
    at = [MONDAY_TEN - timedelta(weeks=60 + 5 * step) for step in range(6)]
    touches = [
        met(0, "Budget", place="Room 2", started_at=day, ended_at=day + timedelta(hours=1)) for day in at
    ]

    assert ways_used(bond(met_ago=touches, circle="work"), on=TODAY, zone="UTC") == ()


def test_the_tie_goes_before_the_catalogue() -> None:
    """They walk; the gift would rather be a message."""
    walkers = bond(met_ago=[met(day, "Walk") for day in DORMANT])

    assert _way(walkers, "message", "letter", "walk") == "walk"
    assert _way(bond(met_ago=[met(day, "Sync") for day in DORMANT]), "message", "letter", "walk") == "message"


def test_one_place_is_proposed_to_those_alone_who_share_one() -> None:
    """Two who only ever talk by phone are not sent on a walk, however often a call was proposed."""
    callers = bond(
        met_ago=[met(day, "Call") for day in DORMANT], nudges=[past(days, channel="call") for days in (9, 8)]
    )

    assert _way(callers, "walk", "meal", "in_person", "call", "letter") == "letter"


def test_ways_take_turns_for_one_person() -> None:
    """Last time it was a walk."""
    walkers = bond(met_ago=[met(day, "Walk") for day in DORMANT], nudges=[past(300, channel="walk")])

    assert _way(walkers, "message", "letter", "walk") == "message"


def test_ways_take_turns_among_people() -> None:
    """A walk was proposed to somebody else this week."""
    walkers = bond(met_ago=[met(day, "Walk") for day in DORMANT])

    assert way_for(("message", "walk"), walkers, {"walk": 1}, on=TODAY, zone="UTC") == "message"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_walk_is_offered_beside_the_words_to_send(lang: str) -> None:
    """In every language: whoever walked is invited to walk, in one more sentence, without hurry."""
    words = words_in(lang)
    walkers = bond(met_ago=[met(day, "Walk") for day in DORMANT])
    rules = tuple(rule for rule in CATALOGUE.gifts if rule.name in ("question_deep", "hello"))

    (nudge,) = planned(walkers, words=words, catalogue=Catalogue(gifts=rules)).nudges

    assert nudge.channel == "walk"
    assert any(nudge.draft.endswith(way) for way in words.ways("nudge.beside.walk"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_after_years_a_voice_needs_no_explanation(lang: str) -> None:
    """B9: a call or a voice message, and a sentence that asks for no account of the years."""
    words = words_in(lang)

    (nudge,) = planned(bond(met_ago=LONG_DORMANT), words=words).nudges

    assert nudge.channel in VOICES
    assert any(nudge.draft.endswith(way) for way in words.ways("nudge.beside.years"))


def test_every_channel_is_told_in_every_language() -> None:
    """And no word is left over."""
    for lang in LANGUAGES:
        assert set(words_in(lang).table["nudge"]["channel"]) == CHANNELS


def _way(one: Bond, *channels: str) -> str:
    return way_for(channels, one, {}, on=TODAY, zone="UTC")


def test_of_two_equal_ways_the_order_is_the_alphabets() -> None:
    """Not that of the meetings."""
    touches = [met(300, "Walk"), met(290, "Call")]

    assert ways_used(bond(met_ago=touches), on=TODAY, zone="UTC") == ("call", "walk")
