"""Shelf: what the user has to give meets those whom it fits, in all languages, once each."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.core.bonds import ACTIVE, DORMANT, TODAY, bond, met, past, planned, remembered, words_in
from worker.core.bond import Bond
from worker.core.giving.shelf import ShelfKind, Thing, fit_of, fits_of, kind_of, tidied
from worker.core.nudge import GiftKind, Nudge, NudgeState

BOOK = Thing(kind=ShelfKind.BOOK, text="The Backyard Beekeeper", topics=("bees", "beekeeping"))
HOURS = Thing(kind=ShelfKind.HOURS, text="two hours of help with a move")


def about(title: str, **values: object) -> Bond:
    return bond(met_ago=[met(days, title) for days in DORMANT], **values)  # type: ignore[arg-type]  # keywords of bond


def nudge_with(someone: Bond, *shelf: Thing, **values: object) -> Nudge:
    (nudge,) = planned(someone, shelf=shelf, **values).nudges
    return nudge


def kinds(nudge: Nudge) -> set[GiftKind]:
    return {nudge.gift.kind, *(gift.kind for gift in nudge.more_gifts)}


@pytest.mark.parametrize(
    ("lang", "title", "topic"),
    [
        ("en", "Beekeepers' evening", "bees,beekeeper"),
        ("de", "Imkerei im Schrebergarten", "Imker"),
        ("es", "Taller de cerámica", "cerámicas"),
        ("fr", "Atelier de jardinage", "jardins"),
        ("pt", "Oficina de marcenaria", "marceneiro,marcenaria"),
        ("it", "Corso di fotografia", "fotografie"),
    ],
)
def test_a_book_is_for_whoever_shares_its_topic(lang: str, title: str, topic: str) -> None:
    """B11, A1: found by the stems of shared titles, and told in the user's language."""
    book = Thing(
        kind=ShelfKind.BOOK, text="Ein Buch", topics=tuple(topic.split(",")), link="https://example.org/b"
    )

    nudge = nudge_with(about(title), book, words=words_in(lang))

    assert nudge.gift.kind is GiftKind.RESOURCE
    assert "Ein Buch" in nudge.gift.text
    assert "https://example.org/b" in nudge.draft


@pytest.mark.parametrize(
    ("lang", "title", "topic", "quoted"),
    [
        ("fr", "Atelier d’aquarelle", "aquarelle", "«\u00a0aquarelle\u00a0»"),
        ("fr", "Atelier d'aquarelle", "aquarelle", "«\u00a0aquarelle\u00a0»"),
        ("fr", "Découvrir l’aquarelle", "aquarelle", "«\u00a0aquarelle\u00a0»"),
        ("it", "Corso d'acquerello", "acquerello", "«acquerello»"),
        ("it", "L’arte dell’acquerello", "acquerello", "«acquerello»"),
    ],
)
def test_the_word_shared_is_quoted_without_its_article(
    lang: str, title: str, topic: str, quoted: str
) -> None:
    """B11: where a title runs both into one word, only the word is the topic."""
    book = Thing(kind=ShelfKind.BOOK, text="Un livre", topics=(topic,))

    nudge = nudge_with(about(title), book, words=words_in(lang))

    assert quoted in nudge.gift.text


def test_a_book_is_for_nobody_else() -> None:
    """B11: never out of thin air."""
    assert GiftKind.RESOURCE not in kinds(nudge_with(about("Pottery"), BOOK))


def test_the_meeting_it_stands_on_is_the_evidence() -> None:
    """A6: why this, and for this person."""
    someone = bond(met_ago=[met(500, "Beekeeping"), *DORMANT])

    assert "Beekeeping" in {proof.title for proof in nudge_with(someone, BOOK).evidence}


def test_a_tender_or_private_title_connects_nobody() -> None:
    """A5: "Bees at the hospice" is nothing to tie a book to."""
    for someone in (
        bond(met_ago=[*DORMANT, met(205, "Bees at the hospice")]),
        bond(met_ago=[met(days, "Bees", is_private=True) for days in DORMANT]),
    ):
        assert GiftKind.RESOURCE not in kinds(nudge_with(someone, BOOK))


@pytest.mark.parametrize("where", ["gift_text", "more_texts"])
def test_a_thing_is_not_offered_twice(where: str) -> None:
    """B11, B8: neither as the gift nor beside it; an offer stays open and is never chased."""
    said = "“bees” brought Ana to mind: pass on The Backyard Beekeeper"
    before = past(700, NudgeState.DONE, **{where: said if where == "gift_text" else (said,)})

    assert fit_of(about("Bees"), BOOK, today=TODAY, names=()) is not None
    assert fit_of(about("Bees", nudges=[before]), BOOK, today=TODAY, names=()) is None


def test_what_was_withdrawn_was_not_offered() -> None:
    """B11: they met before its day; nobody has seen it."""
    before = past(700, NudgeState.WITHDRAWN, gift_text="pass on The Backyard Beekeeper")

    assert fit_of(about("Bees", nudges=[before]), BOOK, today=TODAY, names=()) is not None


def test_a_plan_made_again_offers_the_next_thing() -> None:
    """B11: twice is once, also over years."""
    someone, second = about("Bees"), replace(BOOK, text="A hive in winter")
    first = nudge_with(someone, BOOK, second)
    later = TODAY + timedelta(days=400)

    told = replace(someone, nudges=(remembered(first, NudgeState.DONE, first.on),))
    again = fit_of(told, BOOK, today=later, names=()), fit_of(told, second, today=later, names=())

    assert again[0] is None
    assert again[1] is not None


def test_a_skill_needs_a_topic_and_time_does_not() -> None:
    """A1: a skill that fits nobody is a generic offer; an hour of help suits a friend."""
    skill = Thing(kind=ShelfKind.SKILL, text="sharpening kitchen knives")

    assert fit_of(bond(), skill, today=TODAY, names=()) is None
    assert fit_of(bond(), HOURS, today=TODAY, names=()) is not None
    assert fit_of(bond(met_ago=[900]), HOURS, today=TODAY, names=()) is None


def test_time_for_a_topic_is_for_those_who_share_it() -> None:
    """A1: two hours of tax forms are no gift to everybody."""
    taxes = replace(HOURS, topics=("taxes",))

    assert fit_of(bond(), taxes, today=TODAY, names=()) is None
    assert (
        fit_of(about("Tax return evening"), replace(HOURS, topics=("tax",)), today=TODAY, names=())
        is not None
    )


def test_a_person_on_the_shelf_is_introduced_with_two_consents() -> None:
    """B11: people are something to give, too; never without asking there first."""
    clockmaker = Thing(kind=ShelfKind.PERSON, text="Ada, who restores clocks", topics=("clocks",))

    nudge = nudge_with(about("Clock museum"), clockmaker)

    assert GiftKind.INTRODUCTION in kinds(nudge)


def test_a_long_text_is_cut_and_never_shouts() -> None:
    """A5: at most eight words, one line, no exclamation mark."""
    thing = Thing(
        kind=ShelfKind.LINK, text="Bees!!! are\nthe best\x07 thing in the whole wide and lovely world"
    )

    assert thing.shown == "Bees are the best thing in the whole …"


def test_braces_on_the_shelf_are_braces() -> None:
    """A thing's text is never read as a template."""
    assert "{name}" in nudge_with(about("Bees"), replace(BOOK, text="Bees {name} {0}")).gift.text


def test_a_current_friend_is_not_nudged_for_a_book() -> None:
    """A7: the shelf makes no occasion."""
    assert planned(bond(met_ago=[met(days, "Bees") for days in ACTIVE]), shelf=[BOOK]).nudges == ()


def test_a_thing_is_kept_on_one_line_and_with_its_day() -> None:
    """However it was typed; a day that was said stays."""
    typed = Thing(
        kind=ShelfKind.LINK,
        text=" Seeds \n of \x1b June",
        topics=(" bees\t", " ", "\x07", "wild  bees"),
        link=" https://x.example ",
    )
    earlier = TODAY - timedelta(days=9)

    assert tidied(typed, TODAY) == Thing(
        kind=ShelfKind.LINK,
        text="Seeds of June",
        topics=("bees", "wild bees"),
        link="https://x.example",
        added_on=TODAY,
    )
    assert tidied(replace(typed, added_on=earlier), TODAY).added_on == earlier


def test_hours_are_for_whoever_is_well_known() -> None:
    """From four visits on; a thing with topics is for those who share one."""
    days = [500, 400, 300, 200]

    assert fit_of(bond(met_ago=days), HOURS, today=TODAY, names=()) is not None
    assert fit_of(bond(met_ago=days[1:]), HOURS, today=TODAY, names=()) is None
    assert fit_of(bond(met_ago=days), replace(HOURS, topics=("opera",)), today=TODAY, names=()) is None


def test_news_is_new_for_a_year() -> None:
    """To the day; without its day it is new."""
    news = Thing(kind=ShelfKind.NEWS, text="I have moved", added_on=TODAY - timedelta(days=365))

    assert fit_of(bond(), news, today=TODAY, names=()) is not None
    assert fit_of(bond(), news, today=TODAY + timedelta(days=1), names=()) is None
    assert fit_of(bond(), replace(news, added_on=None), today=TODAY, names=()) is not None


def test_of_each_kind_the_first_that_fits_is_taken() -> None:
    """A link and a book are both something to read."""
    opera = Thing(kind=ShelfKind.LINK, text="An opera", topics=("opera",))
    link = Thing(kind=ShelfKind.LINK, text="On bees", topics=("bees", "beekeeping"))

    found = fits_of(about("Beekeeping"), [opera, BOOK, link, HOURS], today=TODAY, names=())

    assert {kind: fit.thing for kind, fit in found.items()} == {ShelfKind.LINK: BOOK, ShelfKind.HOURS: HOURS}
    assert found[ShelfKind.LINK].topic == "Beekeeping"
    assert found[ShelfKind.LINK].touch == about("Beekeeping").touches[-1]


def test_something_to_read_without_an_address_is_kept_as_a_book() -> None:
    """Any other kind stays what it is."""
    at = "https://example.org/bees"

    assert [kind_of(kind, "") for kind in (ShelfKind.LINK, ShelfKind.SKILL)] == [
        ShelfKind.BOOK,
        ShelfKind.SKILL,
    ]
    assert [kind_of(kind, at) for kind in (ShelfKind.LINK, ShelfKind.BOOK)] == [
        ShelfKind.LINK,
        ShelfKind.BOOK,
    ]
