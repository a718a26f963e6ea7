"""Variety: one letter never says the same sentence twice, in any language."""

from collections import Counter

import pytest

from config.words import LANGUAGES
from tests.core.bonds import DORMANT, LONG_DORMANT, NEXT_WEEK, bond, met, planned, remembered, words_in
from worker.core.bond import Bond
from worker.core.giving.said import patterns_in
from worker.core.nudge import Nudge, NudgeState

NAMES = ("Ana Lopez", "Ben Field", "Cleo Mars")
LIVES = {
    "the same silence": [bond(name) for name in NAMES],
    "the same long silence": [bond(name, LONG_DORMANT) for name in NAMES],
    "the same book club": [bond(name, [met(days, "Book club") for days in DORMANT]) for name in NAMES],
    "the same work": [
        bond(name, [met(7 * step, "Map symbols") for step in range(40, 60)], circle="work") for name in NAMES
    ],
}


def sentences(nudges: tuple[Nudge, ...]) -> list[str]:
    """What a letter says, without whom and what it is about; but for the words ready to copy, for one person each."""
    return [
        pattern
        for nudge in nudges
        for text in (nudge.why, nudge.gift.text, *(gift.text for gift in nudge.more_gifts))
        for pattern in patterns_in(text, nudge.name)
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("people", LIVES.values(), ids=LIVES)
def test_a_letter_never_says_a_sentence_twice(people: list[Bond], lang: str) -> None:
    """A5: three people with the very same history; and a friend does not talk from a form."""
    made = planned(*people, words=words_in(lang), weekly_budget=4).nudges

    assert len(made) == 3
    assert [each for each, n in Counter(sentences(made)).items() if n > 1] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_nudge_that_came_later_says_nothing_that_stands(lang: str) -> None:
    """A5: the week is filled on several days, and is one letter all the same."""
    (first,) = planned(bond(), words=words_in(lang), days=NEXT_WEEK[:1]).nudges
    known = bond(nudges=[remembered(first, NudgeState.OPEN)])
    (second,) = planned(known, bond("Ben Field"), words=words_in(lang), days=NEXT_WEEK).nudges

    texts = {first.gift.text, *(gift.text for gift in first.more_gifts)}
    assert texts.isdisjoint({second.gift.text, *(gift.text for gift in second.more_gifts)})
