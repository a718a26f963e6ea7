"""Trip: a journey is read from the user's own words, and leads to those who were met there."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.core.bonds import DORMANT, TODAY, bond, met, planned, words_in
from worker.core.event import Occurrence, Status
from worker.core.giving.place_words import CITY_BY_CODE, CITY_BY_NAME, cities_in
from worker.core.giving.trip import Trip, place_named, places_in, trip_of, trip_on, trips_in
from worker.core.nudge import GiftKind
from worker.core.person import Birthday

LISBON = Trip(place="Lisbon", starts_on=TODAY + timedelta(days=20), ends_on=TODAY + timedelta(days=23))


def event(
    title: str = "", place: str = "", *, days: int = 20, all_day: bool = False, **values: object
) -> Occurrence:
    start = datetime.combine(TODAY + timedelta(days=days), datetime.min.time(), UTC) + timedelta(
        hours=0 if all_day else 9
    )
    defaults: dict[str, object] = {
        "source": "me.ics",
        "event_uid": title,
        "event_key": title,
        "recurrence_id": None,
        "started_at": start,
        "ended_at": start + (timedelta(days=3) if all_day else timedelta(hours=3)),
        "all_day": all_day,
        "title": title,
        "place": place,
    }
    return Occurrence(**(defaults | values))  # type: ignore[arg-type]  # a test names what it changes


@pytest.mark.parametrize(
    ("title", "place", "where"),
    [
        ("Flight to Lisbon", "", "Lisbon"),
        ("Flight LH 1166 (FRA-LIS)", "", "Lisbon"),
        ("Flight to LIS", "", "Lisbon"),
        ("Flight: Munich, Lisbon", "", "Lisbon"),
        ("Train to Lyon", "Gare de l'Est", "Lyon"),
        ("Hotel Central", "Rua Augusta 5, 1100-048 Lisboa, Portugal", "Lisboa"),
        ("Flug nach Wien", "Flughafen Hamburg", "Wien"),
        ("Zug nach München", "", "München"),
        ("Vuelo a Sevilla", "", "Sevilla"),
        ("Vol pour Genève", "", "Genève"),
        ("Voo para São Paulo", "", "São Paulo"),
        ("Treno per Torino", "", "Torino"),
        ("Viaggio a Firenze con Leo", "", "Firenze"),
        ("Voyage à Bruxelles", "", "Bruxelles"),
    ],
)
def test_a_journey_is_read_in_six_languages(title: str, place: str, where: str) -> None:
    """Its end, as the user writes it."""
    trip = trip_of(event(title, place), zone="UTC")

    assert trip is not None
    assert trip.place == where


def test_whole_days_with_a_place_are_a_journey() -> None:
    """A conference, a holiday, a visit: where it is stands beside it."""
    trip = trip_of(event("Design days", "Palais, Lyon", all_day=True), zone="UTC")

    assert trip == Trip(
        place="Lyon", starts_on=TODAY + timedelta(days=20), ends_on=TODAY + timedelta(days=22)
    )


@pytest.mark.parametrize(
    "occurrence",
    [
        event("Lunch with Ana", "Café Luna, Lisbon"),
        event("Summer holidays", all_day=True),
        event("Flight to Lisbon", status=Status.CANCELLED),
        event("Flight to Lisbon", is_private=True),
        event("Train to Lyon", recurrence_id=datetime(2026, 1, 1, tzinfo=UTC)),
        event("Training for the marathon"),
        event("Hospital stay", "Lyon", all_day=True),
        event("Call", "https://example.org/a,b", all_day=True),
    ],
)
def test_what_is_no_journey(occurrence: Occurrence) -> None:
    """A5: nothing private or tender, no commute, no lunch at home."""
    assert trip_of(occurrence, zone="UTC") is None


def test_a_flight_and_a_hotel_are_one_journey() -> None:
    """The earlier one names it."""
    both = [event("Flight to Lisbon"), event("Hotel", "Rua Augusta, Lisboa", all_day=True)]

    (trip,) = trips_in(both, today=TODAY, zone="UTC")

    assert trip == Trip(
        place="Lisboa", starts_on=TODAY + timedelta(days=20), ends_on=TODAY + timedelta(days=22)
    )


def test_only_six_weeks_ahead_are_planned_around() -> None:
    """Neither what has begun nor what is far off."""
    journeys = [event(f"Flight to Lisbon {days}", days=days) for days in (-3, 0, 43, 200)]

    assert trips_in(journeys, today=TODAY, zone="UTC") == ()
    assert trips_in([event("Flight to Lisbon", days=42)], today=TODAY, zone="UTC") != ()


@pytest.mark.parametrize("spelling", ["Lisboa", "Lissabon", "Lisbonne", "Lisbona", "Café, Lisbon, Portugal"])
def test_a_city_is_known_in_all_spellings(spelling: str) -> None:
    """Munich is München is Monaco di Baviera."""
    assert places_in("Lisbon") & places_in(spelling)


def test_two_cities_of_one_country_are_two() -> None:
    """Porto is not where you met in Lisbon."""
    assert not places_in("Porto, Portugal") & places_in("Café, Lisbon, Portugal")


@pytest.mark.parametrize("lang", ["en", "de", "es", "fr", "pt", "it"])
def test_a_journey_leads_to_someone_met_there_once(lang: str) -> None:
    """A4: below four meetings, an occasion."""
    someone = bond(met_ago=[met(900, place="Café Luna, Lisboa")])

    (nudge,) = planned(someone, trips=[LISBON], words=words_in(lang)).nudges

    assert nudge.reason == "trip"
    assert nudge.gift.kind is GiftKind.MEET_NEARBY
    assert "Lisbon" in nudge.why
    assert "Lisbon" in nudge.gift.text


def test_someone_missed_there_is_told_by_silence_and_met_by_journey() -> None:
    """A1: the silence is why, the journey what to give."""
    someone = bond(met_ago=[met(days, place="Lisboa") for days in DORMANT])
    at_home = bond("Ben Field", [met(days, place="Berlin") for days in range(30, 730, 14)])

    (nudge,) = planned(someone, at_home, trips=[LISBON]).nudges

    assert nudge.reason == "rhythm"
    assert nudge.gift.kind is GiftKind.MEET_NEARBY


@pytest.mark.parametrize(
    "against",
    [
        {"met_ago": [met(900, place="Porto")]},
        {"met_ago": [met(900, place="")]},
        {"met_ago": [met(900, place="Lisboa")], "ahead": [met(-21, place="Lisboa")]},
        {"met_ago": [met(900, place="Lisboa")], "rest_until": date.max},
        {"met_ago": [met(170, place="Lisboa"), 140, 110, 80, 50, 7]},
        {"met_ago": [met(900, place="Lisboa", others=14)]},
    ],
)
def test_who_is_left_in_peace_on_a_journey(against: dict[str, object]) -> None:
    """A5, A7: met elsewhere, met soon, resting, just seen, never really met."""
    assert planned(bond(**against), trips=[LISBON]).nudges == ()  # type: ignore[arg-type]  # keywords of bond


def test_a_birthday_goes_before_a_journey() -> None:
    """A4: one occasion is enough for one person."""
    someone = bond(met_ago=[met(900, place="Lisboa")], birthday=Birthday(month=11, day=26))

    (nudge,) = planned(someone, trips=[LISBON]).nudges

    assert nudge.reason == "birthday"


@pytest.mark.parametrize(
    ("title", "place", "all_day", "where"),
    [
        ("Flight: Lisbon, then Munich, then home", "", False, "Munich"),
        ("Flight MUC LIS FRA", "", False, "Frankfurt"),
        ("Hotel", "Pension Alpenblick, Mittenwald, Germany", False, "Mittenwald"),
        ("Hotel", "Lisbon, Rua Augusta", False, "Lisbon"),
        ("Hotel", "Germany", False, ""),
        ("Flight to A380", "Porto", False, "Porto"),
        ("Hotel", "New York, Seaside Inn", False, "New York"),
        ("Hotel", "1100 Lisboa Centro, Seaside Inn", False, "Lisboa Centro"),
        ("Flight to " + "K" * 60, "", False, "K" * 40),
        ("Flight to a very far and unknown place", "Porto", False, "Porto"),
        ("Train to Lyon with Ana", "", False, "Lyon"),
        ("Reading week", "New York, USA", True, "New York"),
        ("Reading week", "New York, USA", False, ""),
        ("Flight to Lisbon", "Hospice", False, ""),
    ],
)
def test_where_a_title_or_a_place_leads(title: str, place: str, where: str, *, all_day: bool) -> None:
    """The last city of a title, the first known one of an address, else its last part; a place alone on whole days."""
    assert place_named(title, place, all_day=all_day) == where


def test_a_long_stay_is_a_move() -> None:
    """Sixty days are a journey yet, and a day that ends at midnight is not begun again."""
    start = datetime.combine(TODAY, datetime.min.time(), UTC)

    stay = event("Hotel", "Lyon", started_at=start, ended_at=start + timedelta(days=61), all_day=True)

    assert trip_of(stay, zone="UTC") == Trip(
        place="Lyon", starts_on=TODAY, ends_on=TODAY + timedelta(days=60)
    )
    assert trip_of(replace(stay, ended_at=start + timedelta(days=62)), zone="UTC") is None


def test_a_city_is_known_by_its_code_and_by_all_its_names() -> None:
    """Some have several codes, some several words."""
    assert CITY_BY_CODE["cdg"] == CITY_BY_CODE["ory"] == CITY_BY_NAME["parigi"]
    assert CITY_BY_NAME["new york"] == CITY_BY_NAME["nueva york"] == CITY_BY_CODE["lga"]
    assert not {"york", "new", ""} & CITY_BY_NAME.keys()
    assert cities_in("\nlis opo: lisbon\nlga: new york yorkville nueva york | fra:frankfurt") == (
        {"lis": "lis", "opo": "lis", "lga": "lga", "fra": "fra"},
        {"lisbon": "lis", "new york": "lga", "nueva york": "lga", "yorkville": "lga", "frankfurt": "fra"},
    )


@pytest.mark.parametrize(("step", "is_led"), [(19, True), (20, False), (23, False), (24, True)])
def test_whoever_is_met_on_the_journey_needs_no_word(step: int, *, is_led: bool) -> None:
    """From its first day to its last."""
    someone = bond(met_ago=[met(900, place="Lisboa")], ahead=[met(-step)])

    assert (trip_on(someone, [LISBON], TODAY, zone="UTC") is not None) is is_led


def test_of_two_journeys_the_first_is_told() -> None:
    """In whatever order they stand."""
    someone = bond(met_ago=[met(900, place="Lisboa")])
    again = replace(LISBON, starts_on=TODAY + timedelta(days=30), ends_on=TODAY + timedelta(days=31))

    made = [planned(someone, trips=trips).nudges[0] for trips in ([LISBON, again], [again, LISBON])]

    assert made[0] == made[1]
    assert "13 December" in made[0].why


def test_a_journey_begins_on_the_users_day() -> None:
    """A late flight leaves on the next day in Tokyo."""
    late = datetime.combine(TODAY, datetime.min.time(), UTC) + timedelta(hours=20)

    trip = trip_of(
        event("Flight to Lisbon", started_at=late, ended_at=late + timedelta(hours=3)), zone="Asia/Tokyo"
    )

    assert trip is not None
    assert trip.starts_on == trip.ends_on == TODAY + timedelta(days=1)


def test_a_hotel_from_the_next_day_on_belongs_to_the_flight() -> None:
    """One from the day after that is another journey."""
    flight = event("Flight to Lisbon")
    for step, journeys in ((21, 1), (22, 2)):
        hotel = event("Hotel", "Lisboa", days=step, all_day=True)
        assert len(trips_in([flight, hotel], today=TODAY, zone="UTC")) == journeys


def test_on_the_day_of_the_journey_it_is_too_late() -> None:
    """The word comes before; and what is told is where they met."""
    someone = bond(met_ago=[met(900, place="Lisboa"), met(800, place="Porto")])

    assert trip_on(someone, [LISBON], LISBON.starts_on, zone="UTC") is None
    assert trip_on(someone, [LISBON], LISBON.starts_on - timedelta(days=1), zone="UTC") == (
        LISBON,
        someone.touches[0],
    )
    (nudge,) = planned(someone, trips=[LISBON]).nudges
    assert someone.touches[0].event_uid in {proof.event_uid for proof in nudge.evidence}
    assert nudge.emails == someone.person.emails
