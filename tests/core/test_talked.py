"""Talked: of two who only ever call each other, nothing tells that they met or saw each other."""

import re

import pytest

from config.words import LANGUAGES
from tests.core.bonds import ACTIVE, DORMANT, ENGLISH, LONG_DORMANT, TODAY, bond, met, words_in
from worker.core.bond import Bond
from worker.core.giving.by_wire import is_call
from worker.core.giving.catalogue import About, Occasion
from worker.core.giving.hold import because
from worker.core.giving.look import Look
from worker.core.giving.phrase import why_of
from worker.core.giving.subject import subjects_of
from worker.core.giving.topic import topic_of
from worker.core.giving.way import only_talk, talked_last

MET = {
    "en": r"met|meet\w*|saw|see",
    "de": r"getroffen|treffen|gesehen|sehen|begegnet",
    "es": r"ve[rsí]\w*|viste|encuentros?",
    "fr": r"voy\w+|vu|vue|rencontr\w+|retrouv\w+",
    "it": r"vede\w*|visto|incontr\w*",
    "pt": r"ver|via|viam|viu|viram|encontr\w*",
}


def calling(*days: int) -> Bond:
    return bond("Hana", [met(day, "Phone call Hana") for day in days])


@pytest.mark.parametrize(
    ("titles", "place", "talk_only"),
    [
        (["Call Hana"] * 4, "", True),
        (["Hana"] * 4, "https://meet.example/abc", True),
        (["Skype Hana", "Hana", "Zoom with Hana", "Hana"], "", True),
        (["Call Hana", "Hana", "Hana", "Hana"], "", False),
        (["Call Hana", "Call Hana", "Coffee with Hana"], "", False),
        (["Hana"] * 4, "", False),
    ],
)
def test_who_only_talks_is_told_by_titles_and_places(
    titles: list[str], place: str, *, talk_only: bool
) -> None:
    """One coffee is a meeting, and where most tell nothing, nothing is told."""
    some = [met(100 - 10 * at, title, place=place) for at, title in enumerate(titles)]

    assert only_talk(bond("Hana", some), "UTC") is talk_only


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "days",
    [DORMANT, LONG_DORMANT, ACTIVE, (20,), (400, 200), (900,), (800, 790, 780, 770, 400, 390, 380, 370)],
)
def test_no_word_of_a_meeting_is_said_of_calls(lang: str, days: tuple[int, ...]) -> None:
    """In each language and on each occasion, however it is put."""
    hana = calling(*days)

    for occasion in Occasion:
        if occasion is Occasion.TRIP:  # a place where they met
            continue
        for day in range(5):
            said = why_of(
                hana, occasion, words_in(lang), on=TODAY, zone="UTC", said=dict.fromkeys("x" * day, 1)
            )
            assert not re.search(rf"\b(?:{MET[lang]})\b", said, re.IGNORECASE), said


def test_a_call_of_these_days_holds_back_as_such() -> None:
    """ "You saw each other" would be wrong."""
    look = Look(bond=calling(100, 60, 5), today=TODAY, zone="UTC", occasion=Occasion.RHYTHM, words=ENGLISH)

    assert because(look) == "you talked on 18 November"


@pytest.mark.parametrize(("last", "is_talk"), [("Phone call Hana", True), ("Coffee with Hana", False)])
def test_of_the_last_time_it_is_told_how_it_was(last: str, *, is_talk: bool) -> None:
    """After years of games a call is none: "you last met" would tell of another day."""
    hana = bond("Hana", [*(met(day, "Cards with Hana") for day in (400, 370, 340)), met(45, last)])
    wish, warm_up = (
        why_of(hana, each, ENGLISH, on=TODAY, zone="UTC") for each in (Occasion.BIRTHDAY, Occasion.WARM_UP)
    )
    lately = bond("Hana", [*hana.touches, met(5, last)])
    held = because(Look(bond=lately, today=TODAY, zone="UTC", occasion=Occasion.RHYTHM, words=ENGLISH))

    assert ("talked" in wish) is ("talked" in warm_up) is is_talk
    assert ("talked" in (held or "")) is is_talk
    assert not talked_last(bond("Hana", ()), "UTC")


@pytest.mark.parametrize("title", ["Skypen mit Hana", "Skyping with Hana", "Facetimen mit Hana"])
def test_a_verb_made_of_a_service_is_a_call(title: str) -> None:
    """And no topic."""
    assert is_call(met(9, title))
    assert topic_of(met(9, title), own=("hana",)) == ""


@pytest.mark.parametrize(("title", "is_met"), [("Phone call Hana", False), ("Coffee with Hana", True)])
def test_a_first_call_is_no_first_meeting(title: str, *, is_met: bool) -> None:
    """Nor is the last one "time spent together"."""
    hana = bond("Hana", [met(day, title) for day in (365, 300, 200, 100)])

    found = subjects_of(hana, on=TODAY, zone="UTC")

    assert (About.FIRST_WEEK in found) is is_met
    assert (About.LAST in found) is is_met
