"""Spoken: the words to send are polite to whom one calls Frau Schuster, and each person's are their own."""

import re

from tests.core.bonds import CATALOGUE, DORMANT, bond, met, planned, words_in
from worker.core.giving.catalogue import Catalogue
from worker.core.nudge import Nudge

DU = re.compile(r"\b(?:du|dir|dich|dein\w*)\b", re.IGNORECASE)
SIE = re.compile(r"\b(?:Sie|Ihnen|Ihr\w*)\b")


def nudged(name: str) -> Nudge:
    """By a walk, beside a question."""
    rules = tuple(rule for rule in CATALOGUE.gifts if rule.name == "question_deep")
    walkers = bond(name, met_ago=[met(day, "Walk") for day in DORMANT])
    (nudge,) = planned(walkers, words=words_in("de"), catalogue=Catalogue(gifts=rules)).nudges
    return nudge


def test_who_is_called_by_the_surname_is_sent_no_familiar_word() -> None:
    """A5: neither in the greeting nor in the question, nor in what is offered beside; the user is told as ever."""
    nudge = nudged("Frau Schuster")

    assert nudge.draft.startswith("Hallo Frau Schuster, ")
    assert DU.search(nudge.draft) is None
    assert SIE.search(nudge.draft)
    assert DU.search(nudge.why)


def test_a_friend_is_sent_no_polite_one() -> None:
    """A5: the same nudge, to Sabine Schuster."""
    nudge = nudged("Sabine Schuster")

    assert nudge.draft.startswith("Hallo Sabine, ")
    assert SIE.search(nudge.draft) is None
    assert DU.search(nudge.draft)
