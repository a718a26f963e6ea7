"""Gift: there is always something to give, it fits, and nothing tender is ever touched."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

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
from worker.core.giving.catalogue import About, Catalogue, GiftRule, Occasion, catalogue_of, unsaid
from worker.core.giving.gift import VOICES, Offering, gifts_for
from worker.core.giving.subject import subjects_of
from worker.core.nudge import GiftKind
from worker.core.person import Birthday
from worker.core.touch import Evidence, Touch


def given(
    someone: Bond, occasion: Occasion = Occasion.RHYTHM, *, on: date = TODAY, pick: str = "x"
) -> tuple[Offering, ...]:
    return gifts_for(
        someone, on=on, zone="UTC", occasion=occasion, words=ENGLISH, catalogue=CATALOGUE, pick=pick
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


# The catalogue


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


def at_work(days: range, title: str = "Ticket machine") -> Bond:
    """Somebody from work, met at eleven on work-days."""
    touches = [met(day, title) for day in days]
    touches = [replace(touch, started_at=touch.started_at - timedelta(hours=1)) for touch in touches]
    return bond(met_ago=[t for t in touches if t.started_at.isoweekday() <= 5], circle="work")


def test_a_day_at_the_office_is_told_as_work() -> None:
    """B7: nobody smiles together about a ticket machine; what was good about it is worth a word."""
    offered = given(at_work(range(2190, 2194)))

    assert GiftKind.MEMORY in kinds(offered)
    assert "worth a smile" not in texts(offered)
    assert "once more" not in texts(offered)


def test_a_former_colleague_may_be_recommended() -> None:
    """B7: after years of work together, once the work address has fallen silent."""
    former, short = at_work(range(200, 1400, 40)), at_work(range(200, 400, 40))
    about = subjects_of(former, on=TODAY, zone="UTC")[About.SHARED_WORK]

    assert about.touch == former.touches[-1]
    assert GiftKind.RECOMMENDATION in kinds(given(former))
    assert GiftKind.RECOMMENDATION not in kinds(given(short))
    assert GiftKind.RECOMMENDATION not in kinds(
        given(replace(former, person=replace(former.person, circle="friends")))
    )


def test_after_years_no_question_comes_first() -> None:
    """B9: thanks or a memory opens the door; a question may follow."""
    long = bond(met_ago=[met(day, "Beekeeping") for day in LONG_DORMANT])

    assert given(long, Occasion.YEARS)[0].gift.kind is not GiftKind.QUESTION


def test_a_birthday_is_late_only_when_it_is_over() -> None:
    """On its day it is not."""
    someone = bond(birthday=Birthday(month=TODAY.month, day=TODAY.day))

    def birthdays(step: int) -> set[About]:
        found = subjects_of(someone, on=TODAY + timedelta(days=step), zone="UTC")
        return {About.BIRTHDAY, About.LATE_BIRTHDAY} & found.keys()

    assert birthdays(-8) == birthdays(11) == set()
    assert birthdays(-7) == birthdays(0) == {About.BIRTHDAY}
    assert birthdays(1) == birthdays(10) == {About.LATE_BIRTHDAY}


def test_a_story_is_told_of_the_longest_day_among_few() -> None:
    """More of few than of many, then the longest, then the first."""

    def told(*touches: Touch) -> str:
        return subjects_of(bond(met_ago=touches), on=TODAY, zone="UTC")[About.TELLING].topic

    def lasting(days_ago: int, title: str, hours: int, others: int = 1) -> Touch:
        touch = met(days_ago, title, others=others)
        return replace(touch, ended_at=touch.started_at + timedelta(hours=hours))

    kites, bees = lasting(300, "Kites", 2), lasting(290, "Beekeeping", 9)
    assert told(kites, bees) == "Beekeeping"
    assert told(kites, lasting(290, "Beekeeping", 2)) == "Kites"
    assert told(kites, lasting(290, "Beekeeping", 9, others=4)) == "Kites"
    assert told(kites, lasting(290, "Beekeeping", 9, others=3)) == "Beekeeping"
    assert told(lasting(300, "Kites", 80), lasting(290, "Beekeeping", 90)) == "Kites"


def test_an_anniversary_keeps_its_topic_and_its_meeting() -> None:
    """Three days before and after, whole years ago; never of this year."""
    sailing = met(365, "Sailing")
    someone = bond(met_ago=[sailing, 200, 100])

    def years(step: int) -> int | None:
        found = subjects_of(someone, on=TODAY + timedelta(days=step), zone="UTC").get(About.WEEK)
        return (
            found.years if found and (found.topic, found.touch) == ("Sailing", someone.touches[0]) else None
        )

    assert [years(step) for step in (-4, -3, 3, 4)] == [None, 1, 1, None]
    assert years(365) == 2
    assert years(-365) is None


def test_what_happened_often_is_a_habit() -> None:
    """More than five times; until then, each of them is something of its own."""
    five, six = ([met(300 - 9 * n, "Sailing") for n in range(times)] for times in (5, 6))

    for touches, about in ((five, About.TOPIC), (six, About.HABIT)):
        found = subjects_of(bond(met_ago=touches), on=TODAY, zone="UTC")
        assert {About.TOPIC, About.HABIT} & found.keys() == {about}
        assert found[about].on == TODAY - timedelta(days=300 - 9 * (len(touches) - 1))


def test_their_own_name_is_no_topic() -> None:
    """Of the person as they are known, not only as this one title says it."""
    someone = bond("Iris Lopez", [replace(met(300, "Iris"), name="Dr. L."), 200])

    assert About.TOPIC not in subjects_of(someone, on=TODAY, zone="UTC")


def test_an_anniversary_may_lie_on_the_other_side_of_new_year() -> None:
    """The last day of December is near on the first days of January, and the other way round."""
    last, first = (met((TODAY - day).days, "Kites") for day in (date(2024, 12, 31), date(2024, 1, 1)))

    def years(touch: Touch, on: date) -> int | None:
        found = subjects_of(bond(met_ago=[touch, 200]), on=on, zone="UTC").get(About.WEEK)
        return found.years if found else None

    assert years(last, date(2027, 1, 2)) == 2
    assert years(first, date(2026, 12, 30)) == 3


def test_a_meal_is_one_of_few() -> None:
    """Six others at most; of several the last one."""
    lunches = [met(300, "Lunch", others=6), met(250, "Lunch", others=7)]
    someone = bond(met_ago=lunches)

    assert subjects_of(someone, on=TODAY, zone="UTC")[About.MEAL].touch == someone.touches[0]
