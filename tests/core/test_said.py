"""Said: the same sentence about somebody else is still the same sentence."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest

from config.words import LANGUAGES
from tests.core.bonds import DORMANT, bond, met, planned, remembered, words_in
from worker.core.giving.said import freshest, freshest_within, patterns_in, turn_on
from worker.core.nudge import NudgeState

WAYS = ("A word to Ana", "Thinking of Ana", "Ana comes to mind")


def test_a_sentence_is_known_by_its_words_alone() -> None:
    """A5: neither names nor titles nor figures make it another."""
    assert patterns_in("Thanks for “Choir” with Ana. 3 years.", "Ana Lopez") == patterns_in(
        "Thanks for “Book club” with Ben. 17 years.", "Ben Field"
    )
    assert patterns_in("Dank für „Chor“", "Ana") == patterns_in("Dank für „Garten“", "Ben")
    assert patterns_in("Merci pour « Chorale »", "Ana") == patterns_in("Merci pour « Jardin »", "Ben")


def test_the_wording_said_least_is_taken() -> None:
    """A5: a friend does not talk from a form."""
    said = Counter(patterns_in("A word to Ben", "Ben") * 2 + patterns_in("Thinking of Cleo", "Cleo"))

    assert freshest(WAYS, said, "Ana", 0) == 2
    assert freshest(WAYS, said + Counter(patterns_in(WAYS[2], "Ana") * 2), "Ana", 0) == 1


def test_a_question_is_known_inside_its_sentence() -> None:
    """A3: "One question, out of interest: …" asked Ben the same."""
    asked = ("What did you like best about “Choir”?", "How did “Choir” begin for you?")
    said = Counter(patterns_in("A question for Ben: what did you like best about “Chess”?", "Ben"))

    assert freshest_within(asked, said, "Ana", 0) == 1
    assert freshest_within(asked, {}, "Ana", 0) == 0


def test_quotation_marks_of_all_kinds_in_a_title_break_nothing() -> None:
    """Titles are somebody's own words."""
    odd = ("What of “a » b. ” c? “d”?", "Which?")

    assert freshest_within(odd, Counter(), "Mr. J. Doe", 1) == 1
    assert freshest(odd, Counter(), "(*", 0) == 0


def test_between_equals_it_is_the_next_in_turn() -> None:
    """Nothing said yet: the start decides, and goes round."""
    assert [freshest(WAYS, {}, "Ana", start) for start in (0, 1, 2, 3)] == [0, 1, 2, 0]


def test_each_work_day_begins_elsewhere() -> None:
    """A5: what was said on Friday is not said on Monday, nor on the next Friday, of however many wordings."""
    first = date(2026, 11, 23)
    turns = [turn_on(first + timedelta(days=step)) for step in range(400) if step % 7 < 5]

    for size in range(2, 7):
        assert all((later - earlier) % size for earlier, later in pairwise(turns))
        assert all((later - earlier) % size for earlier, later in zip(turns, turns[5:], strict=False))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_was_given_to_one_is_worded_otherwise_to_the_next(lang: str) -> None:
    """A5: also when the first one has long let go."""
    words, sessions = words_in(lang), [met(days, "Book club") for days in DORMANT]
    (first,) = planned(bond("Ana Lopez", sessions), words=words).nudges
    gone = bond("Ana Lopez", sessions, nudges=[remembered(first, NudgeState.LET_GO)])

    for name in ("Ben Field", "Cleo Mars", "Dora West", "Emil Nord"):
        (second,) = planned(gone, bond(name, sessions), words=words).nudges
        assert patterns_in(second.gift.text, second.name) != patterns_in(first.gift.text, first.name)
