"""A wish comes on the birthday or on the last work day before it; until that day is in view, nobody goes before it."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.bonds import ACTIVE, DORMANT, TODAY, bond, in_series, met, past, planned
from worker.core.bond import Bond
from worker.core.giving.birthday import birthday_day, wish_day
from worker.core.giving.courtesy import NOTICE_DAYS, usable_days
from worker.core.giving.shelf import ShelfKind, Thing
from worker.core.giving.trip import Trip
from worker.core.nudge import GiftKind, Nudge, NudgeState
from worker.core.person import Birthday
from worker.core.work_day import is_work_day, never

DAY = timedelta(days=1)
VIEWS = (8, 11)
"""So many days `preview` looks at, and `up`."""
NEWS = (Thing(kind=ShelfKind.NEWS, text="I have moved to Leipzig", added_on=TODAY),)


def born(day: date) -> Birthday:
    return Birthday(month=day.month, day=day.day)


def view(today: date, days: int = 11) -> list[date]:
    return [today + step * DAY for step in range(days)]


def wish_of(day: date, today: date = TODAY, days: int = 11, full: Sequence[date] = ()) -> date | None:
    offered = view(today, days)
    usable = usable_days(offered, today, full.__contains__) or [today + NOTICE_DAYS * DAY]
    return wish_day(born(day), usable, today, offered=offered, is_day_off=full.__contains__)


def proposed(someone: Bond, today: date = TODAY, **values: object) -> Nudge | None:
    found = planned(someone, today=today, days=view(today), **values).nudges  # type: ignore[arg-type]  # plan's own
    return found[0] if found else None


@given(st.integers(0, 800), st.integers(0, 40), st.sampled_from(VIEWS))
def test_in_view_it_is_the_day_itself_or_the_last_work_day_before_it(
    start: int, ahead: int, size: int
) -> None:
    """From whichever day one looks, as far as `preview` or `up` do; beyond three weeks after these it is nobody's."""
    today = date(2025, 6, 1) + start * DAY
    birthday = today + ahead * DAY
    between = [birthday - step * DAY for step in range(7)]
    last_work_day = next(day for day in between if is_work_day(day))
    last_in_view = usable_days(view(today, size), today)[-1]

    found = wish_of(birthday, today, size)

    if (birthday - last_in_view).days > 21:
        assert found is None
    elif birthday < usable_days(view(today, size), today)[0]:
        assert found == (last_work_day if last_work_day >= today else birthday)
    else:
        assert found == last_work_day or (found == birthday and last_work_day < today + NOTICE_DAYS * DAY)


@pytest.mark.parametrize("size", VIEWS)
def test_day_after_day_one_wish_is_proposed_and_on_its_day(size: int) -> None:
    """For every birthday of a year: looked at every day from three weeks before it on, until that day is near."""
    for step in range(365):
        birthday = TODAY + (40 + step) * DAY
        day = wish_of(birthday, birthday - 21 * DAY, size)
        assert day is not None
        looks = range(21, (birthday - day).days + 1, -1)

        assert {wish_of(birthday, birthday - early * DAY, size) for early in looks} == {day}
        assert is_work_day(day)
        assert not any(is_work_day(day + n * DAY) for n in range(1, (birthday - day).days + 1))


def test_a_full_day_gives_way_to_the_one_before() -> None:
    """A day without a free hour takes no nudge, a birthday's neither."""
    friday = date(2026, 12, 4)

    assert wish_of(friday, full=[friday]) == friday - DAY
    assert wish_of(friday + 7 * DAY, full=[friday + 7 * DAY]) == friday + 6 * DAY


def test_in_the_middle_of_days_off_the_birthday_itself_is_left() -> None:
    """Neither a week early nor late, however far off one looks."""
    birthday = date(2026, 12, 2)
    off = [birthday + step * DAY for step in range(-7, 3)]

    assert {wish_of(birthday, birthday - early * DAY, full=off) for early in (20, 10, 1, 0)} == {birthday}
    (wish,) = planned(
        bond(met_ago=[900], birthday=born(birthday)),
        today=birthday - DAY,
        days=view(birthday - DAY),
        is_day_off=off.__contains__,
    ).nudges
    assert wish.on == birthday


def test_a_birthday_over_is_wished_on_the_first_day() -> None:
    """Within ten days; then it is no reason any more."""
    first = TODAY + NOTICE_DAYS * DAY

    assert wish_of(first - 10 * DAY) == first
    assert wish_of(first - 11 * DAY) is None
    assert wish_of(TODAY + DAY) == TODAY + DAY
    assert wish_day(born(TODAY + DAY), [first], TODAY, offered=[first], is_day_off=never) == first


def test_nobody_is_wished_well_who_has_no_birthday() -> None:
    """As far as the address book tells."""
    assert wish_day(None, [TODAY], TODAY) is None
    assert birthday_day(None, [TODAY]) is None


@pytest.mark.parametrize("met_ago", [DORMANT, [900], ACTIVE], ids=["missed", "met once", "a friend"])
def test_whoever_they_are_the_wish_stands_on_its_day(met_ago: list[int]) -> None:
    """Each is looked at every morning for a month, until a nudge stands: it tells of the birthday."""
    birthday = TODAY + 30 * DAY
    looks = (proposed(bond(met_ago=met_ago, birthday=born(birthday)), TODAY + n * DAY) for n in range(8, 31))
    first = next(nudge for nudge in looks if nudge is not None)

    assert birthday == date(2026, 12, 23)
    assert first.on == birthday
    assert first.offers(GiftKind.CELEBRATE)


@pytest.mark.parametrize("ahead", [12, 20, 30])
def test_neither_a_silence_nor_an_easy_word_goes_before_a_birthday(ahead: int) -> None:
    """It would leave no wish for the day: half a year is between two nudges."""
    birthday = born(TODAY + ahead * DAY)
    friend, hearer = bond("Ben Field", ACTIVE), bond("Dan Drifting", [211, 181, 151, 121, 91, 61])
    long = bond("Zoe Field", [4000 - 30 * step for step in range(12)])

    assert proposed(bond(met_ago=DORMANT)) is not None
    assert proposed(bond(met_ago=DORMANT, birthday=birthday)) is None
    assert "Ben Field" in [each.name for each in planned(friend, long, days=view(TODAY)).nudges]
    waiting = bond("Ben Field", ACTIVE, birthday=birthday)
    assert "Ben Field" not in [each.name for each in planned(waiting, long, days=view(TODAY)).nudges]
    assert proposed(hearer, shelf=NEWS) is not None
    assert proposed(bond("Dan Drifting", [211, 181, 151, 121, 91, 61], birthday=birthday), shelf=NEWS) is None


def test_what_would_pass_does_not_wait_for_a_birthday() -> None:
    """Thanks after a first meeting, and a journey to where they were met."""
    birthday = born(TODAY + 20 * DAY)
    trip = Trip(place="Lisbon", starts_on=TODAY + 9 * DAY, ends_on=TODAY + 12 * DAY)
    there = bond("Rui Costa", [met(days, place="Lisboa") for days in (300, 330, 400)], birthday=birthday)
    home = bond("Zoe Field", [met(days, place="Leipzig") for days in range(8, 200, 8)])

    thanks = proposed(bond(met_ago=[3], birthday=birthday))
    journey = planned(there, home, days=view(TODAY), trips=[trip]).nudges

    assert thanks is not None
    assert (thanks.reason, thanks.on) == ("thanks", TODAY + 2 * DAY)
    assert [(nudge.name, nudge.reason) for nudge in journey] == [("Rui Costa", "trip")]


def test_thanks_are_given_while_they_are_fresh_though_a_birthday_comes_after() -> None:
    """Met eight days ago, and the birthday in nine days: it would be no thanks any more."""
    late, soon = (proposed(bond(met_ago=[ago], birthday=born(TODAY + 9 * DAY))) for ago in (8, 5))

    assert late is not None
    assert soon is not None
    assert (late.reason, late.on) == ("thanks", TODAY + 2 * DAY)
    assert (soon.reason, soon.on) == ("thanks", TODAY + 9 * DAY)


def test_three_weeks_after_a_meeting_count_to_the_birthday() -> None:
    """Not to the day on which one looks."""
    birthday = born(TODAY + 9 * DAY)
    lately = [met(days) for days in (200, 150, 90, 40)]

    def is_wished(ago: int) -> bool:
        found = proposed(bond(met_ago=[*lately, met(ago)], birthday=birthday))
        return found is not None and found.reason == "birthday"

    assert not is_wished(12)
    assert is_wished(13)


def test_a_series_ended_waits_for_the_birthday_too() -> None:
    """A standing appointment is a silence like another."""
    series = [in_series(180 + 7 * step) for step in range(20)]

    assert proposed(bond(met_ago=series)) is not None
    assert proposed(bond(met_ago=series, birthday=born(TODAY + 20 * DAY))) is None


KNOWN = (160, 130, 100, 65, 30)
"""Days ago on which a friend was met who is not missed."""


def silent(count: int) -> list[Bond]:
    return [bond(f"S{n} Field", [days + n for days in DORMANT]) for n in range(count)]


@pytest.mark.parametrize(
    ("met_ago", "is_wished"), [(KNOWN, True), ([900], False)], ids=["well known", "met once"]
)
def test_whoever_is_well_known_is_wished_well_in_two_weeks_running(
    met_ago: list[int], *, is_wished: bool
) -> None:
    """Beside silences that fill their places; whoever was met but once is, once a fortnight."""
    said = bond("Yan Field", [700], nudges=[past(4, NudgeState.DONE, reason="birthday")])
    friend = bond("Zoe Field", met_ago, birthday=born(date(2026, 11, 26)))

    made = planned(said, friend, *silent(3)).nudges

    assert Counter(nudge.reason for nudge in made) == {"rhythm": 2} | ({"birthday": 1} if is_wished else {})


def test_tomorrow_too_whoever_is_well_known_is_wished_well() -> None:
    """It is no other week's turn by then."""
    said = bond("Yan Field", [700], nudges=[past(4, NudgeState.DONE, reason="birthday")])
    tomorrow = born(TODAY + DAY)
    friend, lost, once = (
        bond(name, days, birthday=tomorrow)
        for name, days in (("Zoe Field", KNOWN), ("Lea Field", DORMANT), ("Ola Field", [900]))
    )

    def wished(*some: Bond) -> set[str]:
        return {nudge.name for nudge in planned(said, *some, days=view(TODAY, 5)).nudges}

    assert wished(friend) == {"Zoe Field"}
    assert wished(lost) == {"Lea Field"}
    assert wished(once) == set()


def test_of_two_birthdays_of_one_week_the_better_known_is_wished() -> None:
    """Whoever was met but once has a late wish."""
    once = bond("Abel Field", [900], birthday=born(date(2026, 11, 25)))
    known = bond("Zoe Field", KNOWN, birthday=born(date(2026, 11, 27)))

    assert [
        nudge.name for nudge in planned(once, known, *silent(3)).nudges if nudge.reason == "birthday"
    ] == ["Zoe Field"]


def test_whoever_is_missed_and_has_a_birthday_goes_before_who_is_missed_more() -> None:
    """The others can wait for another week."""
    often = [bond(f"O{n} Field", [160 + 7 * step for step in range(60)]) for n in range(5)]
    born_then = bond("Walter Field", DORMANT, birthday=born(date(2026, 11, 26)))

    assert "Walter Field" in {nudge.name for nudge in planned(born_then, *often).nudges}
    assert "Walter Field" not in {
        nudge.name for nudge in planned(bond("Walter Field", DORMANT), *often).nudges
    }


@pytest.mark.parametrize(("silences", "names"), [(0, {"Abe", "Bea", "Cleo"}), (3, {"Abe"})])
def test_birthdays_of_one_week_take_what_silences_leave(silences: int, names: set[str]) -> None:
    """Three friends, three places: all of them; beside silences one, and the others are wished well late."""
    friends = [
        bond(f"{name} Field", [days + more for days in KNOWN], birthday=born(date(2026, 11, 25 + at)))
        for at, (name, more) in enumerate((("Abe", 2), ("Bea", 1), ("Cleo", 0)))
    ]

    made = planned(*friends, *silent(silences)).nudges

    assert {nudge.name.split()[0] for nudge in made if nudge.reason == "birthday"} == names


@pytest.mark.parametrize("budget", [2, 1, 3])
def test_a_long_silence_and_its_easy_word_wait_for_a_birthday(budget: int) -> None:
    """Whoever is missed and has a birthday in that week would miss it for them."""
    friend, long = bond("Amy Field", ACTIVE), bond("Lea Field", [4000 - 30 * step for step in range(12)])
    sister = bond("Jess Field", DORMANT, birthday=born(date(2026, 11, 26)))

    made = [nudge.name for nudge in planned(friend, long, sister, weekly_budget=budget).nudges]

    assert "Jess Field" in made
    assert set(made) >= ({"Amy Field", "Lea Field"} if budget > 2 else set())


def test_where_another_is_wished_well_too_the_long_silence_waits() -> None:
    """Three places, of which an occasion has one: the birthday of whoever is missed goes before two who can wait."""
    friend, long = bond("Amy Field", ACTIVE), bond("Lea Field", [4000 - 30 * step for step in range(12)])
    sister = bond("Jess Field", DORMANT, birthday=born(date(2026, 11, 26)))
    once = bond("Zoe Field", [900], birthday=born(date(2026, 11, 27)))

    made = {nudge.name for nudge in planned(friend, long, sister, once).nudges}

    assert made == {"Jess Field", "Zoe Field"}
