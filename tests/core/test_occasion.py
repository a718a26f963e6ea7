"""Occasion: why now, in words with figures that can be checked."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.core.bonds import ACTIVE, DORMANT, ENGLISH, LONG_DORMANT, TODAY, bond, in_series, met, words_in
from worker.core.bond import Bond
from worker.core.giving.catalogue import Occasion
from worker.core.giving.look import silent_since
from worker.core.giving.occasion import ended_series, is_missed, last_day, occasion_on, own_gaps
from worker.core.giving.phrase import headline_of, pace_of, why_of
from worker.core.giving.trip import Trip
from worker.core.person import Birthday
from worker.core.touch import Evidence


def test_someone_dormant_is_missed() -> None:
    """B1: after four visits and a silence beyond them."""
    assert is_missed(bond())
    assert occasion_on(bond(), TODAY, zone="UTC") is Occasion.RHYTHM


def test_someone_in_rhythm_is_not() -> None:
    """A7: nobody is nagged about a friend who is there."""
    assert not is_missed(bond(met_ago=ACTIVE))
    assert occasion_on(bond(met_ago=ACTIVE), TODAY, zone="UTC") is None


def test_below_four_visits_there_is_no_rhythm_to_miss() -> None:
    """A4: only an occasion makes a nudge, unless the user pinned the person."""
    assert not is_missed(bond(met_ago=[1500, 1460, 1400]))
    assert is_missed(bond(met_ago=[1500, 1460, 1400], is_pinned=True))


def test_someone_met_once_is_never_missed() -> None:
    """A4: not even when pinned."""
    assert not is_missed(bond(met_ago=[1500], is_pinned=True))


def test_a_fresh_first_meeting_calls_for_thanks() -> None:
    """A4: within two weeks, and only then."""
    assert occasion_on(bond(met_ago=[5]), TODAY, zone="UTC") is Occasion.THANKS
    assert occasion_on(bond(met_ago=[5]), TODAY + timedelta(days=10), zone="UTC") is None


def test_a_first_meeting_in_a_large_round_does_not() -> None:
    """B5: a webinar is no meeting of two people."""
    assert occasion_on(bond(met_ago=[met(5, others=9)]), TODAY, zone="UTC") is None


@pytest.mark.parametrize(
    ("days", "occasion"),
    [
        (7, None),
        (6, Occasion.BIRTHDAY),
        (0, Occasion.BIRTHDAY),
        (-1, Occasion.BELATED),
        (-10, Occasion.BELATED),
        (-11, None),
    ],
)
def test_a_birthday_is_an_occasion_within_its_window(days: int, occasion: Occasion | None) -> None:
    """A4: within a week ahead, so that "on Friday" is no other day; and ten days late."""
    day = TODAY + timedelta(days=days)
    someone = bond(met_ago=[900], birthday=Birthday(month=day.month, day=day.day))

    assert occasion_on(someone, TODAY, zone="UTC") is occasion


def test_a_birthday_at_new_year_crosses_the_year() -> None:
    """31 December is near on 2 January, and 1 January on 30 December."""
    late, early = Birthday(month=12, day=31), Birthday(month=1, day=1)

    assert occasion_on(bond(met_ago=[900], birthday=late), date(2027, 1, 2), zone="UTC") is Occasion.BELATED
    assert (
        occasion_on(bond(met_ago=[900], birthday=early), date(2026, 12, 30), zone="UTC") is Occasion.BIRTHDAY
    )


def why(someone: object, occasion: Occasion, lang: str = "en") -> str:
    return why_of(someone, occasion, words_in(lang), on=TODAY, zone="UTC")  # type: ignore[arg-type]  # a bond


def test_a_rhythm_is_told_with_its_pace_and_its_silence() -> None:
    """A6: plain words, and figures from the calendar."""
    someone = bond(met_ago=[388, 353, 318, 283, 248, 213])

    assert why(someone, Occasion.RHYTHM) == (
        "You saw Ana about every five weeks, until April. A break of seven months is new for the two of you."
    )


def test_a_break_that_was_longer_before_is_not_called_the_longest() -> None:
    """A6: only what is true."""
    someone = bond(met_ago=[1000, 965, 930, 500, 465, 430, 395, 360])

    assert "longer than any" not in why(someone, Occasion.RHYTHM)


def test_meetings_in_bursts_are_told_as_such() -> None:
    """A median would mislead."""
    someone = bond(met_ago=[1500, 1495, 1490, 1485, 1480, 1475, 1110, 700, 695, 690, 685])

    assert why(someone, Occasion.RHYTHM).startswith("You saw a lot of Ana, until January 2025.")


def test_an_ended_series_says_when_it_ended() -> None:
    """A6: the standing appointment stopped; nobody chose to part."""
    someone = bond(met_ago=[in_series(180 + 7 * step) for step in range(20)])

    assert occasion_on(someone, TODAY, zone="UTC") is Occasion.SERIES
    assert why(someone, Occasion.SERIES) == (
        "Your regular calls with Ana, about every week, ended in May. It has been six months."
    )


def test_a_single_meeting_after_a_series_is_no_ended_series() -> None:
    """They met again, by choice."""
    someone = bond(met_ago=[*(in_series(180 + 7 * step) for step in range(20)), met(100)])

    assert ended_series(someone) == ()


def test_after_years_the_gap_needs_no_explanation() -> None:
    """B9: the nine-year case has its own words, with real dates."""
    nine_years = bond(met_ago=[3285 + 35 * step for step in range(8)])

    assert occasion_on(nine_years, TODAY, zone="UTC") is Occasion.YEARS
    assert why(nine_years, Occasion.YEARS) == (
        "Ana and you met about every five weeks, the last time nine years ago. "
        "Such a gap explains itself; a voice says enough."
    )


def test_a_birthday_is_told_with_its_day() -> None:
    """A4: Saturday's wish is planned on Friday."""
    someone = bond(met_ago=[900], birthday=Birthday(month=11, day=28))

    assert (
        why(someone, Occasion.BIRTHDAY)
        == "Ana has a birthday on Saturday, 28 November. You and Ana met once, in June 2024."
    )


@pytest.mark.parametrize(
    ("gap", "pace"),
    [
        (7, "about every week"),
        (17, "about every two weeks"),
        (19, "about every three weeks"),
        (30, "about every month"),
        (35, "about every five weeks"),
        (45, "about every six weeks"),
        (53, "about every two months"),
        (91, "about every quarter"),
        (180, "about twice a year"),
        (365, "about once a year"),
        (900, "every few years"),
    ],
)
def test_a_gap_becomes_a_pace(gap: float, pace: str) -> None:
    """As one says it, not as a machine counts it."""
    assert pace_of(gap, ENGLISH) == pace


@pytest.mark.parametrize("lang", ["en", "de", "es", "fr", "pt", "it"])
@pytest.mark.parametrize("days_ago", [DORMANT, LONG_DORMANT, ACTIVE, (700, 650), (900,)])
@pytest.mark.parametrize("occasion", list(Occasion))
def test_every_reason_can_be_said_in_every_language(
    lang: str, days_ago: tuple[int, ...], occasion: Occasion
) -> None:
    """A6: no reason without words, no placeholder left open."""
    someone = bond(met_ago=days_ago, birthday=Birthday(month=11, day=24))

    said = why(someone, occasion, lang) + headline_of(someone, occasion, words_in(lang), on=TODAY)

    assert "{" not in said
    assert "Ana Lopez" in said


def test_nothing_speaks_for_someone_who_is_only_ahead() -> None:
    """Whoever was never met has no silence and no birthday to think of, and whoever will be met needs neither."""
    ahead = bond(met_ago=(), ahead=[met(-9)], birthday=Birthday(month=TODAY.month, day=TODAY.day))

    assert occasion_on(ahead, TODAY, zone="UTC") is None
    assert silent_since(ahead) is None


def test_a_series_of_one_week_has_no_pace() -> None:
    """Four days in a row are one visit: all meetings are counted instead."""
    years = [in_series(days, "Choir") for days in (1200, 1100, 1000, 900, 800)]
    course = [in_series(days, "Pottery course") for days in (403, 402, 401, 400)]

    why = why_of(bond(met_ago=[*years, *course]), Occasion.SERIES, ENGLISH, on=TODAY, zone="UTC")

    assert " nine times" in why
    assert "13 months" in why


def test_an_occasion_that_passes_knows_its_last_day() -> None:
    """Thanks two weeks, a line until the day before, thanks for help three weeks, wishes the day itself."""
    fresh, lisbon = bond(met_ago=[5]), bond(met_ago=[met(900, place="Lisboa")])
    born = bond(birthday=Birthday(month=11, day=29))
    asking, asked = bond(ahead=[met(-9, "A favour")]), bond(met_ago=[*DORMANT, met(3, "A favour")])
    trip = Trip(place="Lisbon", starts_on=TODAY + timedelta(days=20), ends_on=TODAY + timedelta(days=22))

    def days_left(someone: Bond, occasion: Occasion) -> int | None:
        day = last_day(someone, occasion, TODAY, zone="UTC", trips=[trip])
        return (day - TODAY).days if day else None

    assert days_left(fresh, Occasion.THANKS) == 9
    assert days_left(asking, Occasion.ASK) == 8
    assert days_left(asked, Occasion.ASKED) == 18
    assert days_left(lisbon, Occasion.TRIP) == 19
    assert days_left(born, Occasion.BIRTHDAY) == 6
    assert days_left(born, Occasion.BELATED) == 16
    assert days_left(born, Occasion.RHYTHM) is None
    assert days_left(bond(), Occasion.RHYTHM) is None


def test_gaps_lie_between_the_days_of_the_users_zone() -> None:
    """A late evening in London is the next day in Tokyo."""
    early, touch = bond(met_ago=[40, 9]).touches
    late = replace(
        touch, started_at=touch.started_at.replace(hour=20), ended_at=touch.ended_at.replace(hour=21)
    )

    assert own_gaps(bond(met_ago=[early, late]), zone="UTC") == (31,)
    assert own_gaps(bond(met_ago=[early, late]), zone="Asia/Tokyo") == (32,)


def test_silence_runs_from_the_end_of_the_last_meeting() -> None:
    """After a month together, seven months of silence are seven."""
    (stay,) = bond(met_ago=[met(243, "Holidays")]).touches
    stay = replace(stay, ended_at=stay.ended_at + timedelta(days=30))

    why = why_of(bond(met_ago=[400, 370, 340, 310, stay]), Occasion.RHYTHM, ENGLISH, on=TODAY, zone="UTC")

    assert "seven months" in why


def test_a_course_among_many_meetings_is_no_standing_appointment() -> None:
    """Most of what two shared has to belong to it."""
    often = [600 - 30 * n for n in range(10)]
    course = [in_series(days) for days in (240, 230, 220, 210)]

    assert ended_series(bond(met_ago=[*often, *course])) == ()
    assert len(ended_series(bond(met_ago=[*often[:2], *course]))) == 4


def test_a_first_meeting_is_fresh_from_its_day_on() -> None:
    """For two weeks."""
    days = [
        day for day in range(20) if occasion_on(bond(met_ago=[day]), TODAY, zone="UTC") is Occasion.THANKS
    ]

    assert days == list(range(15))


@pytest.mark.parametrize(
    ("days_before", "is_fresh"), [(400, False), (31, False), (30, True), (0, True), (-1, True)]
)
def test_nobody_named_long_before_is_met_for_the_first_time(days_before: int, *, is_fresh: bool) -> None:
    """A name in the month before tells how the first meeting came about."""
    known = bond(met_ago=[3], known_on=TODAY - timedelta(days=3 + days_before))

    assert occasion_on(known, TODAY, zone="UTC") is (Occasion.THANKS if is_fresh else None)


@pytest.mark.parametrize(("days_before", "is_fresh"), [(0, False), (364, False), (365, True), (3000, True)])
def test_nobody_is_met_for_the_first_time_where_calendars_begin(days_before: int, *, is_fresh: bool) -> None:
    """Whoever stands in their first year may well be an old friend."""
    known = bond(met_ago=[3], told_from=TODAY - timedelta(days=3 + days_before))

    assert occasion_on(known, TODAY, zone="UTC") is (Occasion.THANKS if is_fresh else None)


def test_of_whom_a_title_alone_tells_was_known_before() -> None:
    """A title means whoever stands in the address book already: nobody says that they met an old friend first then."""
    by_title, by_list = (
        occasion_on(bond(met_ago=[met(3, "Lunch with Gesa", evidence=each)]), TODAY, zone="UTC")
        for each in (Evidence.TITLE, Evidence.ATTENDEE)
    )

    assert (by_title, by_list) == (None, Occasion.THANKS)
