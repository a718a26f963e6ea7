"""Words: finding, picking, inflecting and filling the sentences of a language."""

import re
from datetime import date, timedelta

import pytest

from config.words import LANGUAGES, language_of, words_of
from tests.core.bonds import ENGLISH, words_in
from worker.core.words import Words, stable_index

SMALL = Words(
    lang="en",
    table={
        "a": {
            "plain": "Hello {name}",
            "ways": ["one {name}", "two {name}", "three {name}"],
            "address": "Thinking of [thee|you], [thou art|you are] [dear] to me {name}",
            "many": {"one": "{n} day", "other": "{n} days", "2": "a couple of days"},
        }
    },
)


def test_a_sentence_is_filled() -> None:
    """A string is formatted with its values."""
    assert SMALL.say("a.plain", name="Ana") == "Hello Ana"


def test_a_wording_is_said_to_a_friend_or_politely() -> None:
    """Both stand in it, in brackets; other brackets are a part of the text, and so is what is filled in."""
    to_a_friend = "Thinking of thee, thou art [dear] to me [a|b]"

    assert SMALL.say("a.address", name="[a|b]") == to_a_friend
    assert SMALL.politely().say("a.address", name="[a|b]") == ("Thinking of you, you are [dear] to me [a|b]")
    assert SMALL.politely().say("a.plain", name="Ana") == "Hello Ana"


def test_a_value_with_braces_is_left_as_it_is() -> None:
    """A title from a calendar is never read as a template."""
    assert SMALL.say("a.plain", name="{lang.__class__}") == "Hello {lang.__class__}"


def test_the_same_pick_always_gives_the_same_wording() -> None:
    """Wordings vary between nudges, not between two looks at one."""
    assert SMALL.say("a.ways", pick="x", name="Ana") == SMALL.say("a.ways", pick="x", name="Ana")


def test_different_picks_reach_every_wording() -> None:
    """No wording is left unused."""
    assert len({SMALL.say("a.ways", pick=str(n), name="Ana") for n in range(40)}) == 3


def test_without_a_pick_the_first_wording_is_taken() -> None:
    """What need not vary does not."""
    assert SMALL.say("a.ways", name="Ana") == "one Ana"


@pytest.mark.parametrize(("n", "said"), [(1, "1 day"), (2, "a couple of days"), (3, "3 days"), (0, "0 days")])
def test_a_plural_follows_its_number(n: int, said: str) -> None:
    """An exact number goes before one and other."""
    assert SMALL.say("a.many", n=n) == said


def test_french_zero_is_singular() -> None:
    """Unicode CLDR: French and Portuguese count 0 as one."""
    french = Words(lang="fr", table={"day": {"one": "{n} jour", "other": "{n} jours"}})

    assert french.say("day", n=0) == "0 jour"


@pytest.mark.parametrize("key", ["a.none", "a.plain.more", "b"])
def test_an_unknown_key_raises(key: str) -> None:
    """A missing sentence is a fault of ours, found by tests, never shown."""
    with pytest.raises(KeyError, match="no words for"):
        SMALL.say(key)


def test_a_plural_without_a_number_raises() -> None:
    """There is nothing to choose by."""
    with pytest.raises(KeyError, match="needs n"):
        SMALL.say("a.many")


def test_all_wordings_can_be_listed() -> None:
    """As they stand, all plural forms among them."""
    assert SMALL.wordings("a.many") == ("{n} day", "{n} days", "a couple of days")
    assert SMALL.has("a.many")
    assert not SMALL.has("a.few")


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "no days"),
        (1, "one day"),
        (13, "13 days"),
        (21, "three weeks"),
        (13.9, "14 days"),
        (14, "two weeks"),
        (44, "six weeks"),
        (55, "eight weeks"),
        (56, "two months"),
        (61, "two months"),
        (350, "eleven months"),
        (213, "seven months"),
        (364, "one year"),
        (425, "14 months"),
        (700, "23 months"),
        (701, "two years"),
        (731, "two years"),
        (2306, "six years"),
        (2318, "six and a half years"),
        (2434, "six and a half years"),
        (2436, "seven years"),
        (943, "two and a half years"),
        (4200, "eleven and a half years"),
        (4600, "13 years"),
        (3285, "nine years"),
    ],
)
def test_a_span_is_said_as_people_say_it(days: float, said: str) -> None:
    """Rounded to the unit that fits."""
    assert ENGLISH.span(days) == said


@pytest.mark.parametrize(
    ("lang", "day", "month"),
    [
        ("en", "1 December", "May 2017"),
        ("de", "1. Dezember", "Mai 2017"),
        ("es", "1 de diciembre", "mayo de 2017"),
        ("fr", "1er décembre", "mai 2017"),
        ("pt", "1º de dezembro", "maio de 2017"),
        ("it", "1º dicembre", "maggio 2017"),
    ],
)
def test_days_and_months_are_said_in_every_language(lang: str, day: str, month: str) -> None:
    """Including the first of a month, which some languages number otherwise."""
    assert words_in(lang).day(date(2026, 12, 1)) == day
    assert words_in(lang).month(date(2017, 5, 9)) == month


def test_a_day_can_be_said_with_its_year() -> None:
    """Far days need it."""
    assert ENGLISH.day(date(2017, 5, 9), with_year=True) == "9 May 2017"


def test_two_weeks_are_feminine_in_portuguese() -> None:
    """An exact number has its own form where a language needs one."""
    assert words_in("pt").span(14) == "duas semanas"


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "two and a half years"),
        ("de", "zweieinhalb Jahre"),
        ("es", "dos años y medio"),
        ("fr", "deux ans et demi"),
        ("pt", "dois anos e meio"),
        ("it", "due anni e mezzo"),
    ],
)
def test_half_a_year_more_is_said_in_every_language(lang: str, said: str) -> None:
    """Beside the month, "three years" for 31 months would be counted after, and found wrong."""
    assert words_in(lang).span(943) == said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_span_up_to_a_life_can_be_said(lang: str) -> None:
    """No length of time is without words, in any language."""
    assert all(words_in(lang).span(days) for days in range(0, 36_500, 9))


def test_an_unknown_language_names_those_there_are() -> None:
    """The remedy stands in the sentence."""
    with pytest.raises(LookupError, match="choose one of en, de, es, fr, pt, it"):
        words_of("tlh")


def test_a_stable_index_lies_within_its_size() -> None:
    """The same on every machine and in every process."""
    assert [stable_index(pick, 5) for pick in ("", "ana", "ben")] == [0, 1, 3]


def test_a_month_needs_no_year_as_long_as_it_can_mean_one_only() -> None:
    """Within ten months, before or after."""
    may = date(2026, 5, 10)

    for days, said in ((-300, "May 2026"), (-299, "May"), (0, "May"), (299, "May"), (300, "May 2026")):
        assert ENGLISH.month(may, seen_from=may + timedelta(days=days)) == said


@pytest.mark.parametrize(
    ("tag", "lang"),
    [("DE", "de"), ("pt_BR", "pt"), ("fr_FR.UTF-8", "fr"), ("de-AT", "de"), ("de@euro", "de")],
)
def test_a_language_may_be_given_as_systems_write_it(tag: str, lang: str) -> None:
    """With its country and its encoding."""
    assert language_of(tag) == lang


@pytest.mark.parametrize("lang", sorted({*LANGUAGES} - {"de"}))
def test_a_draft_goes_on_in_small_letters_after_the_greeting(lang: str) -> None:
    """ "Hi John, today I thought of you": a comma ends no sentence. English has a large I, German large nouns."""
    firsts = set(re.findall(r"\{hi\} (\w+)", str(words_of(lang)["nudge"]["draft"])))

    assert len(firsts) > 5
    assert {word for word in firsts if word[0].isupper()} <= {"I"}
