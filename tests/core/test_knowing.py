"""Which local days a touch counts on: at midnight, when clocks change, and for days without hours."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.core.bonds import met
from tests.core.test_judge import ADA, BEA, ME, NOW, THEN, judge, meeting
from worker.core.event import Party, Status
from worker.core.identity.everyone import people_from
from worker.core.knowing import bonds_from, cancelled_series, crowds_in, day_met, tie_from, tie_with
from worker.core.person import Card
from worker.core.rhythm import rhythm_of
from worker.core.tie import MetDay
from worker.core.user_prior import prior_of

BERLIN, SAO_PAULO, APIA = ZoneInfo("Europe/Berlin"), ZoneInfo("America/Sao_Paulo"), ZoneInfo("Pacific/Apia")


def utc(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("begin", "end", "zone", "days"),
    [
        pytest.param(
            utc(2026, 3, 28, 23), utc(2026, 3, 29, 22), BERLIN,
            (date(2026, 3, 29), date(2026, 3, 29)), id="a day of 23 hours",
        ),
        pytest.param(
            utc(2026, 10, 24, 22), utc(2026, 10, 25, 23), BERLIN,
            (date(2026, 10, 25), date(2026, 10, 25)), id="a day of 25 hours",
        ),
        pytest.param(
            utc(2026, 10, 25, 0, 30), utc(2026, 10, 25, 1, 30), BERLIN,
            (date(2026, 10, 25), date(2026, 10, 25)), id="the hour that comes twice",
        ),
        pytest.param(
            utc(2026, 6, 1, 20), utc(2026, 6, 1, 22), BERLIN,
            (date(2026, 6, 1), date(2026, 6, 1)), id="an evening until midnight",
        ),
        pytest.param(
            utc(2026, 6, 1, 20), utc(2026, 6, 1, 22, 1), BERLIN,
            (date(2026, 6, 1), date(2026, 6, 1)), id="an evening past midnight",
        ),
        pytest.param(
            utc(2026, 6, 1, 20), utc(2026, 6, 2, 4), BERLIN,
            (date(2026, 6, 1), date(2026, 6, 1)), id="a night until six",
        ),
        pytest.param(
            utc(2026, 6, 1, 20), utc(2026, 6, 2, 4, 1), BERLIN,
            (date(2026, 6, 1), date(2026, 6, 2)), id="a night and its breakfast",
        ),
        pytest.param(
            utc(2026, 6, 1, 23), utc(2026, 6, 2, 1), BERLIN,
            (date(2026, 6, 2), date(2026, 6, 2)), id="before dawn",
        ),
        pytest.param(
            utc(2018, 11, 4, 3), utc(2018, 11, 5, 2), SAO_PAULO,
            (date(2018, 11, 4), date(2018, 11, 4)), id="a day without a midnight",
        ),
        pytest.param(
            utc(2011, 12, 29, 22), utc(2011, 12, 31, 2), APIA,
            (date(2011, 12, 29), date(2011, 12, 31)), id="a day that an island left out",
        ),
        pytest.param(
            utc(2026, 6, 1, 10), utc(2026, 6, 1, 10), BERLIN,
            (date(2026, 6, 1), date(2026, 6, 1)), id="no length",
        ),
        pytest.param(
            utc(2026, 6, 3, 10), utc(2026, 6, 1, 10), BERLIN,
            (date(2026, 6, 3), date(2026, 6, 3)), id="an end before its start",
        ),
    ],
)  # fmt: skip
def test_a_touch_counts_on_its_local_days(
    begin: datetime, end: datetime, zone: ZoneInfo, days: tuple[date, date]
) -> None:
    """From the day of its start to the last day that it touches; its end is exclusive."""
    assert day_met(met(1, started_at=begin, ended_at=end), zone) == MetDay(starts_on=days[0], ends_on=days[1])


def test_a_visit_is_counted_in_local_days_not_in_hours() -> None:
    """Three days to the hour, over the night of the clocks: four days apart in Berlin, three in New York."""
    two = [met(1, started_at=at, ended_at=at) for at in (utc(2026, 3, 27, 22, 30), utc(2026, 3, 30, 22, 30))]

    assert tie_from(two, BERLIN).visits == 2
    assert tie_from(two, ZoneInfo("America/New_York")).visits == 1


CROWD = [Party(address=f"guest{number}@example.org") for number in range(11)]


def test_a_bond_holds_what_was_what_comes_and_the_last_crowd() -> None:
    """A coffee, a dinner ahead, and two receptions that make no tie."""
    receptions = [
        meeting(ME, ADA, *CROWD, event_key=f"{n}", started_at=THEN + timedelta(days=n)) for n in (9, 2)
    ]
    ahead = meeting(ME, ADA, event_key="ahead", started_at=NOW + timedelta(days=3))
    judgement = judge(meeting(ME, ADA), ahead, *receptions)

    (ada,) = bonds_from(
        judgement, people_from(judgement.touches), own=["me@example.org"], now=NOW, zone=BERLIN
    )

    assert (len(ada.touches), len(ada.ahead), ada.tie.visits) == (1, 1, 1)
    assert ada.seen_in_crowd_on == (THEN + timedelta(days=9)).date()
    assert ada.rhythm is not None
    assert ada.rhythm.silent_since == THEN.date()


def test_a_crowd_ahead_was_not_seen_yet() -> None:
    """Only what is over holds a nudge back."""
    later = meeting(ME, ADA, *CROWD, started_at=NOW + timedelta(days=1))

    assert crowds_in(judge(later).left_out, NOW, BERLIN) == {}


def test_a_farewell_in_any_title_silences_a_person() -> None:
    """A marked death goes before every rhythm; nobody else is touched by it."""
    judgement = judge(meeting(ME, ADA), meeting(ME, BEA, event_key="other"))

    bonds = bonds_from(
        judgement,
        people_from(judgement.touches),
        own=["me@example.org"],
        now=NOW,
        zone=BERLIN,
        farewells={"Funeral of Ada Lovelace": date(2020, 1, 1)},
    )

    assert [(each.person.key, each.person.is_deceased) for each in bonds] == [
        ("ada@example.org", True),
        ("bea@example.org", False),
    ]


def test_a_tie_takes_what_came_later_and_nothing_from_before() -> None:
    """In any order, as if it were built anew; for what lies before, only the whole history tells."""
    first, later = [met(90), met(60)], [met(10), met(30)]
    tie = tie_from(first, BERLIN)

    assert tie_with(tie, later, BERLIN) == tie_from([*first, *later], BERLIN)
    assert tie_with(tie, [], BERLIN) == tie
    assert tie_with(tie, [met(75), met(10)], BERLIN) is None


def test_days_away_are_no_silence_in_any_bond() -> None:
    """Neither in its tie nor in its rhythm."""
    begin, now = THEN - timedelta(days=60), THEN + timedelta(days=40)
    judgement = judge(meeting(ME, ADA, started_at=begin, ended_at=begin), meeting(ME, ADA))
    away = ((date(2024, 1, 20), date(2024, 2, 8)), (date(2024, 3, 20), date(2024, 3, 29)))

    (ada,) = bonds_from(
        judgement, people_from(judgement.touches), own=[ME.address], now=now, zone=BERLIN, away=away
    )

    assert ada.tie == tie_from(judgement.touches, BERLIN, away)
    assert ada.tie != tie_from(judgement.touches, BERLIN)
    assert ada.rhythm is not None
    assert ada.rhythm.silence_days == 30


def test_a_bond_knows_its_circle_from_card_and_calendar() -> None:
    """The card goes before the calendar's name; without either the hours tell."""
    judgement = judge(meeting(ME, ADA))
    card = Card(name="Ada", emails=("ada@example.org",), circle="friends")

    def circle(*cards: Card, calendar: str = "") -> str:
        people = people_from(judgement.touches, cards)
        (ada,) = bonds_from(judgement, people, own=[], now=NOW, zone=BERLIN, calendars={"work": calendar})
        return ada.person.circle

    assert circle(card, calendar="Family") == "friends"
    assert circle(calendar="Family") == "family"
    assert circle() == "work"


def test_many_ties_teach_a_prior_that_each_of_them_goes_by() -> None:
    """From twenty on; the rhythm of each is not what it would be among strangers."""
    weekly = [
        meeting(ME, Party(address=f"p{n}@example.org"), event_key=f"{n}-{week}", started_at=start, ended_at=start)
        for n in range(30)
        for week in range(4)
        for start in [THEN + timedelta(days=7 * week)]
    ]  # fmt: skip
    judgement = judge(*weekly)

    for away in ((), ((date(2024, 4, 1), date(2024, 12, 1)),)):
        bonds = bonds_from(judgement, people_from(judgement.touches), own=[], now=NOW, zone=BERLIN, away=away)

        ties = [each.tie for each in bonds]
        prior = prior_of(ties, NOW.date(), away=away)
        assert bonds[0].rhythm == rhythm_of(ties[0], NOW.date(), prior=prior, away=away)
        assert bonds[0].rhythm != rhythm_of(ties[0], NOW.date(), away=away)


def test_one_cancelled_member_is_no_cancelled_series() -> None:
    """Nor is a series of which one took place, or several cancelled events that return to nothing."""
    weekly = [
        meeting(ME, ADA, recurrence_id=THEN + timedelta(weeks=n), status=Status.CANCELLED) for n in range(3)
    ]
    alone = [meeting(ME, ADA, event_key="alone", status=Status.CANCELLED)] * 2

    assert cancelled_series(weekly) == {"u"}
    assert cancelled_series(weekly[:1]) == frozenset()
    assert cancelled_series([*weekly, replace(weekly[0], status=Status.CONFIRMED)]) == frozenset()
    assert cancelled_series(alone) == frozenset()
