"""The catalogue: a gift is a table and its words, and a mistake in it says where it is."""

from dataclasses import replace

import pytest

from tests.core.bonds import (
    CATALOGUE,
    ENGLISH,
    TODAY,
    bond,
)
from worker.core.giving.catalogue import Catalogue, GiftRule, Occasion, catalogue_of, unsaid
from worker.core.giving.gift import gifts_for


def test_a_new_gift_needs_no_code() -> None:
    """A1: an entry in gifts.toml and its words are all."""
    table = {
        "gift": [
            {"name": "hello", "kind": "hello", "about": "anyone", "channels": ["letter"], "rank": 1},
        ]
    }

    offered = gifts_for(
        bond(), on=TODAY, zone="UTC", occasion=Occasion.RHYTHM, words=ENGLISH, catalogue=catalogue_of(table)
    )

    assert [offering.channels for offering in offered] == [("letter",)]


HELLO = {"name": "hello", "kind": "hello", "about": "anyone", "channels": ["message"]}


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ({"name": "x", "kind": "bribe", "about": "anyone", "channels": ["message"]}, "'x'.*'bribe'"),
        ({"name": "x", "kind": "hello", "about": "money", "channels": ["message"]}, "'x'.*'money'"),
        ({"name": "x", "kind": "hello", "about": "anyone", "channels": ["fax"]}, "'x'.*channels have to be"),
        (
            {"name": "x", "kind": "hello", "about": "anyone", "channels": ["message"], "cost": 3},
            "'x'.*'cost'",
        ),
        ({"name": "x", "kind": "question", "about": "anyone", "channels": ["message"]}, "'x'.*question"),
        ({"name": "x", "kind": "hello"}, "'x'.*cannot be read"),
        (HELLO, "'hello' stands twice"),
    ],
)
def test_a_mistake_in_the_catalogue_names_its_entry(entry: dict[str, object], says: str) -> None:
    """One sentence, the thing and the remedy."""
    with pytest.raises(ValueError, match=says):
        catalogue_of({"gift": [HELLO, entry]})


def test_a_catalogue_without_an_unconditional_gift_is_refused() -> None:
    """A4: else somebody could go empty."""
    with pytest.raises(ValueError, match="without conditions"):
        catalogue_of({"gift": [{**HELLO, "min_visits": 3}]})


def test_a_gift_without_words_is_found_before_it_is_needed() -> None:
    """A1: its entry alone does not make a gift."""
    extra = {
        "name": "song",
        "kind": "question",
        "about": "anyone",
        "channels": ["message"],
        "question": "songs",
    }

    missing = unsaid(catalogue_of({"gift": [HELLO, extra]}), ENGLISH)

    assert missing == ("nudge.gift.song", "nudge.draft.song", "nudge.question.songs")
    assert unsaid(CATALOGUE, ENGLISH) == ()


def test_conditions_are_kept() -> None:
    """Silence, visits, states and occasions of an entry hold."""
    rule = next(rule for rule in CATALOGUE.gifts if rule.name == "hello")

    def fits(**conditions: object) -> bool:
        only = Catalogue(gifts=(replace(rule, **conditions),))
        return bool(
            gifts_for(bond(), on=TODAY, zone="UTC", occasion=Occasion.RHYTHM, words=ENGLISH, catalogue=only)
        )

    assert isinstance(rule, GiftRule)
    assert fits(min_silence_days=210, max_silence_days=210, min_visits=7, max_visits=7)
    assert not fits(min_silence_days=211)
    assert not fits(max_silence_days=209)
    assert not fits(min_visits=8)
    assert not fits(max_visits=6)
    assert not fits(occasions=frozenset({Occasion.THANKS}))
    assert not fits(states=frozenset())
