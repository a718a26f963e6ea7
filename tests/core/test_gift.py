"""Gift: there is always something to give, it fits, and nothing tender is ever touched."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from config.words import LANGUAGES, words_of
from tests.core.bonds import (
    ACTIVE,
    CATALOGUE,
    DORMANT,
    ENGLISH,
    LONG_DORMANT,
    TODAY,
    bond,
    in_series,
    met,
    past,
)
from worker.core.bond import Bond
from worker.core.giving.catalogue import Occasion
from worker.core.giving.gift import VOICES, Offering, gifts_for
from worker.core.nudge import GiftKind
from worker.core.person import Birthday
from worker.core.touch import Evidence
from worker.core.words import Words


def given(
    someone: Bond,
    occasion: Occasion = Occasion.RHYTHM,
    *,
    on: date = TODAY,
    pick: str = "x",
    words: Words = ENGLISH,
) -> tuple[Offering, ...]:
    return gifts_for(
        someone, on=on, zone="UTC", occasion=occasion, words=words, catalogue=CATALOGUE, pick=pick
    )


def texts(offerings: tuple[Offering, ...]) -> str:
    return " ".join(offering.gift.text + offering.draft for offering in offerings)


def kinds(offerings: tuple[Offering, ...]) -> list[GiftKind]:
    return [offering.gift.kind for offering in offerings]


@pytest.mark.parametrize("occasion", list(Occasion))
@pytest.mark.parametrize("days_ago", [DORMANT, LONG_DORMANT, ACTIVE, (900,), (3,)])
def test_there_is_always_something_to_give(occasion: Occasion, days_ago: tuple[int, ...]) -> None:
    """A4: nobody is without a gift, whatever is known of them."""
    assert given(bond(met_ago=days_ago), occasion)


def test_a_question_is_drawn_from_the_last_thing_shared() -> None:
    """A3: a good question for this person, not a stock one."""
    someone = bond(met_ago=[met(300, "Bread baking"), met(260, "Beekeeping"), 250, 240])

    question = next(each for each in given(someone) if each.gift.kind is GiftKind.QUESTION)

    assert "“Beekeeping”" in question.gift.text
    assert question.touch == someone.touches[1]


def test_without_a_topic_a_question_still_goes_deep() -> None:
    """A3: routine titles are not quoted, and small talk is no question."""
    question = next(each for each in given(bond()) if each.gift.kind is GiftKind.QUESTION)

    assert "“" not in question.gift.text
    assert question.gift.text.endswith("?")


def test_the_same_question_is_never_put_twice() -> None:
    """A3: nudge after nudge, each question is new, and when all are used up there is none."""
    someone = bond(met_ago=[met(300 - step, "Beekeeping") for step in range(0, 80, 20)])
    put: list[str] = []

    while questions := [each for each in given(someone) if each.gift.kind is GiftKind.QUESTION]:
        put.append(questions[0].gift.text)
        had = past(1000 - len(put), gift_kind=GiftKind.QUESTION, gift_text=put[-1])
        someone = replace(someone, nudges=(*someone.nudges, had))

    asked = [text.partition(": ")[2] for text in put]
    assert len(asked) == len(set(asked)) == 14
    assert given(someone)


def test_a_note_that_the_user_wrote_alone_is_not_in_the_draft() -> None:
    """A5: "Lunch with Ana: puzzle idea" reminds the user; Ana never saw it."""
    alone = [
        met(300 - step, "Lunch with Ana: puzzle idea", evidence=Evidence.TITLE) for step in range(0, 80, 20)
    ]

    offered = given(bond(met_ago=alone))

    assert any("puzzle idea" in offering.gift.text for offering in offered)
    assert not any("puzzle idea" in offering.draft for offering in offered)


@pytest.mark.parametrize("pick", ["x", "y", "z"])
def test_a_question_of_such_a_note_is_told_without_it(pick: str) -> None:
    """Words that want no reply would be no question, and "a question I have" is a riddle."""
    alone = [met(300 - step, "Puzzle idea", evidence=Evidence.TITLE) for step in range(0, 200, 20)]

    offered = given(bond(met_ago=alone), pick=pick)
    question = next(each for each in offered if "Puzzle idea" in each.gift.text and "?" in each.gift.text)

    assert "?" in question.draft
    assert "Puzzle" not in question.draft


def test_a_private_title_is_in_no_gift() -> None:
    """Whom and when is learnt from a private event; its title is nobody's business."""
    someone = bond(met_ago=[met(300 - step, "Walled garden", is_private=True) for step in range(0, 80, 20)])

    assert "Walled" not in texts(given(someone))


@pytest.mark.parametrize(
    "title", ["Funeral of Joe", "Job interview", "Therapy group", "Scheidung", "Oncology"]
)
def test_a_tender_event_is_in_no_gift(title: str) -> None:
    """A5: it is not quoted, not remembered, not asked about."""
    someone = bond(met_ago=[met(900, "Beekeeping"), 700, 500, met(361, title)])

    offered = given(someone, on=TODAY + timedelta(days=3))

    assert title not in texts(offered)
    assert all(offering.touch != someone.touches[-1] for offering in offered)


def test_the_first_meeting_at_a_funeral_is_no_anniversary() -> None:
    """A5: nobody is congratulated on it."""
    someone = bond(met_ago=[met(730, "Funeral of Joe"), 700, 650, 600, 550, 500])

    assert GiftKind.CELEBRATE not in kinds(given(someone))


def test_a_meeting_years_ago_this_week_is_remembered() -> None:
    """A1: shared history is something to give."""
    someone = bond(met_ago=[met(5 * 365 + 1, "Sailing trip"), *range(1700, 1400, -30)])

    offered = given(someone)

    assert offered[0].gift.kind is GiftKind.MEMORY
    assert "five years ago this week" in offered[0].gift.text.lower()


def test_what_returns_every_month_is_no_anniversary() -> None:
    """A1: of a choir, every week is an anniversary; a memory is of something that happened once."""
    choir = bond(met_ago=[met(504 - 7 * step, "Choir in the old church") for step in range(40)])

    assert "this week" not in texts(given(choir))


def test_a_memory_of_last_year_is_in_the_singular() -> None:
    """One year, not "one years"."""
    someone = bond(met_ago=[met(364, "Sailing trip"), 400, 430, 460])

    assert "one year ago this week" in given(someone)[0].gift.text.lower()


def test_a_birthday_goes_before_everything() -> None:
    """A4: the right moment."""
    someone = bond(birthday=Birthday(month=11, day=26))

    assert given(someone)[0].gift.kind is GiftKind.CELEBRATE


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_wish_before_the_day_names_the_day(lang: str) -> None:
    """Wishes before it are bad luck: nobody sends them at once, in whatever wording."""
    words = Words(lang=lang, table=words_of(lang))
    someone = bond(birthday=Birthday(month=11, day=28))

    def wishes(day: int) -> set[str]:
        return {
            given(someone, Occasion.BIRTHDAY, on=date(2026, 11, day), pick=pick, words=words)[0].gift.text
            for pick in "abcdefghij"
        }

    saturday = words.weekday(date(2026, 11, 28))
    assert [len(wishes(27)), len(wishes(28))] == [3, 3]
    assert all(saturday.casefold() in text.casefold() for text in wishes(27))
    assert not any(saturday.casefold() in text.casefold() for text in wishes(28))


def test_a_birthday_on_29_february_is_kept_in_common_years() -> None:
    """On the 28th."""
    someone = bond(met_ago=[500], birthday=Birthday(month=2, day=29))

    assert given(someone, Occasion.BIRTHDAY, on=date(2027, 2, 26))[0].gift.kind is GiftKind.CELEBRATE


def test_a_hello_asks_for_nothing_and_is_always_there() -> None:
    """A1: the smallest gift."""
    assert given(bond())[-1].gift.kind is GiftKind.HELLO


def test_a_shared_meal_can_be_shared_again() -> None:
    """B3: in person too, where that is how they met."""
    shared = bond(met_ago=[met(200 + 30 * step, "Dinner") for step in range(6)])

    invitation = next(each for each in given(shared) if each.gift.kind is GiftKind.INVITE)

    assert invitation.channels == ("meal",)
    assert GiftKind.INVITE not in kinds(given(bond()))


def test_after_years_a_voice_is_proposed() -> None:
    """B9: it bonds better than text, and is no more awkward."""
    offered = given(bond(met_ago=LONG_DORMANT), Occasion.YEARS)

    assert all(set(offering.channels) <= set(VOICES) for offering in offered)


def test_work_is_a_place_to_meet_people_from_work() -> None:
    """B3: and nobody else."""
    work = given(bond(circle="work"))
    other = given(bond(circle="friends"))

    assert any("at_work" in offering.channels for offering in work)
    assert not any("at_work" in offering.channels for offering in other)


def test_a_series_counts_less_than_a_single_event() -> None:
    """A3: what happened once says more than what happened every week."""
    someone = bond(
        met_ago=[met(400, "Sailing trip"), *(in_series(300 - 7 * step, "Garden club") for step in range(10))]
    )

    assert "Sailing trip" in given(someone)[0].gift.text


def test_a_person_known_by_address_alone_is_not_greeted_by_it() -> None:
    """A5: "Hi ana@example.org" is nothing that one writes."""
    offered = given(bond("ana@example.org"))

    assert all("ana@" not in offering.draft for offering in offered)
    assert any(offering.draft.startswith("Hello,") for offering in offered)
    assert not any("Hello," in offering.draft for offering in given(bond()))


def test_after_years_no_question_comes_first() -> None:
    """B9: thanks or a memory opens the door; a question may follow."""
    long = bond(met_ago=[met(day, "Beekeeping") for day in LONG_DORMANT])

    assert given(long, Occasion.YEARS)[0].gift.kind is not GiftKind.QUESTION
