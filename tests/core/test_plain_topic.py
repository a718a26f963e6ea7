"""A plain topic: what two did together may stand in words to send, though the calendar was never shown."""

import pytest

from tests.core.bonds import bond, met
from tests.core.test_gift import given
from worker.core.giving.plain_topic import is_plain
from worker.core.touch import Evidence


@pytest.mark.parametrize(
    "topic",
    ["Climbing", "Board games", "Book club", "Trip to Moab", "Wochenende in Tirol", "Keramikkurs", "Sommerfest",
     "Fin de semana en Lisboa", "Rando", "Weekend à Annecy", "Mostra", "Fim de semana em Aveiro", "Choir concert"],
)  # fmt: skip
def test_what_two_did_together_is_plain(topic: str) -> None:
    """In six languages, with the place."""
    assert is_plain(topic)


@pytest.mark.parametrize(
    "topic",
    ["Puzzle idea", "Her loan", "Climbing, ask about the loan", "Job", "Date", "Berlin", "in", "", "See Ana"],
)
def test_any_other_note_is_not(topic: str) -> None:
    """It may be about them, or about what the user wants."""
    assert not is_plain(topic)


@pytest.mark.parametrize("title", ["Climbing", "Keramikkurs"])
def test_words_to_send_say_what_the_gift_says(title: str) -> None:
    """Else the best of it stays on the page."""
    alone = [met(300 - step, f"{title} with Ana", evidence=Evidence.TITLE) for step in range(0, 200, 20)]

    offered = [each for each in given(bond(met_ago=alone)) if title in each.gift.text]

    assert offered
    assert all(title in each.draft for each in offered)
