"""Expanding: every occurrence, at its instant, once."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from tests.inbox.calendars import calendar, ends, event, feed, read, starts, titles, whats
from worker.core.event import Status

NEW_YORK = ZoneInfo("America/New_York")


def series(*lines: str, start: str = ":20240304T090000Z", rule: str = "FREQ=DAILY;COUNT=3") -> bytes:
    return calendar(event(f"RRULE:{rule}", *lines, start=start))


def test_an_empty_exdate_takes_nothing_out() -> None:
    """Sample: empty_exdate.ics."""
    found = read(feed("empty_exdate"))

    assert starts(found) == ["03-04 09:00", "03-05 09:00", "03-06 09:00"]
    assert whats(found) == []


@pytest.mark.parametrize(
    ("exdate", "kept"),
    [
        (";VALUE=DATE:20240305", ["03-05 01:00", "03-07 01:00"]),
        (":20240305", ["03-05 01:00", "03-07 01:00"]),
        (";TZID=America/New_York:20240305T200000", ["03-05 01:00", "03-07 01:00"]),
        (":20240306T010000Z", ["03-05 01:00", "03-07 01:00"]),
        (":20240305T200000", ["03-05 01:00", "03-07 01:00"]),
        (";TZID=Europe/Berlin:20240306T020000", ["03-05 01:00", "03-07 01:00"]),
        (":20240305T200000Z", ["03-05 01:00", "03-06 01:00", "03-07 01:00"]),
        (":20240304T200000Z,20240306T010000Z,never", ["03-05 01:00", "03-07 01:00"]),
        (":00010101T000000Z,20240306T010000Z", ["03-05 01:00", "03-07 01:00"]),
    ],
)
def test_an_exdate_is_compared_by_what_it_names(exdate: str, kept: list[str]) -> None:
    """RFC 5545, 3.8.5.1; a DATE beside a DATE-TIME means that local day. Sample: exdate_as_date.ics."""
    body = series(f"EXDATE{exdate}", start=";TZID=America/New_York:20240304T200000")

    assert starts(read(body)) == kept
    assert starts(read(feed("exdate_as_date"))) == ["03-05 01:00", "03-07 01:00"]


@pytest.mark.parametrize(
    "exdate", [";VALUE=DATE:20240305", ":20240305", ":20240305T000000", ":20240305T120000"]
)
def test_an_exdate_of_an_all_day_series_means_its_day(exdate: str) -> None:
    """Exporters write a time there."""
    assert starts(read(series(f"EXDATE{exdate}", start=";VALUE=DATE:20240304"), tz=UTC)) == [
        "03-04 00:00",
        "03-06 00:00",
    ]


def test_an_exrule_takes_out_what_it_gives() -> None:
    """RFC 2445, 4.8.5.2; withdrawn in RFC 5545 and still written. Sample: exrule.ics."""
    assert starts(read(feed("exrule"))) == ["03-05 09:00", "03-07 09:00", "03-09 09:00", "03-10 09:00"]


def test_a_week_number_alone_means_the_weekday_of_the_start() -> None:
    """RFC 5545, 3.3.10. Sample: by_week_number.ics."""
    assert starts(read(feed("by_week_number"))) == ["05-13 09:00", "2025-05-12 09:00"]


def test_the_first_of_a_week_counts_in_the_whole_week() -> None:
    """RFC 5545, 3.3.10: BYSETPOS is applied to the whole week. Sample: weekly_position_first_week.ics."""
    assert starts(read(feed("weekly_position_first_week"))) == [
        "03-06 09:00",
        "03-11 09:00",
        "03-18 09:00",
        "03-25 09:00",
    ]


@pytest.mark.parametrize(
    ("until", "last"),
    [
        ("20240305T080000Z", "03-05 08:00"),
        ("20240305T075959Z", "03-04 08:00"),
        ("20240305T090000", "03-05 08:00"),
        ("20240305", "03-05 08:00"),
        ("20240303", None),
    ],
)
def test_until_is_inclusive_in_utc_in_local_time_and_as_a_date(until: str, last: str | None) -> None:
    """RFC 5545, 3.3.10. A rule that ended before it began gives nothing."""
    found = starts(
        read(series(start=";TZID=Europe/Berlin:20240304T090000", rule=f"FREQ=DAILY;UNTIL={until}"))
    )

    assert (found[-1] if found else None) == last


@pytest.mark.parametrize(
    ("until", "last"),
    [
        ("20240305T230000Z", "03-05 23:00"),
        ("20240305T000000Z", "03-04 23:00"),
        ("20240305T220000Z", "03-04 23:00"),
    ],
)
def test_of_whole_days_until_in_utc_means_the_day_there(until: str, last: str) -> None:
    """Exporters write local midnight in UTC, or midnight in UTC for the day itself, against RFC 5545, 3.3.10."""
    assert starts(read(series(start=";VALUE=DATE:20240304", rule=f"FREQ=DAILY;UNTIL={until}")))[-1] == last


def test_until_may_be_the_end_of_the_calendar() -> None:
    """UNTIL=99991231T235959Z, on a wall clock ahead of UTC."""
    body = series(start=";TZID=Asia/Tokyo:20240304T090000", rule="FREQ=YEARLY;UNTIL=99991231T235959Z")

    assert (starts(read(body)), whats(read(body))) == (["03-04 00:00", "2025-03-04 00:00"], [])


def test_a_date_that_says_it_is_a_time_is_midnight_in_its_zone() -> None:
    """DTSTART;VALUE=DATE-TIME;TZID=…:20240304, against RFC 5545, 3.3.5."""
    (found,) = read(calendar(event(start=";VALUE=DATE-TIME;TZID=America/New_York:20240304"))).occurrences

    assert (found.started_at.hour, found.all_day) == (5, False)


def test_rdates_add_dates_and_periods() -> None:
    """RFC 5545, 3.8.5.2: a PERIOD has a length of its own. Sample: rdate_period.ics."""
    found = read(feed("rdate_period"))

    assert starts(found) == ["03-04 09:00", "03-05 09:00", "03-06 09:00", "03-07 09:00"]
    assert ends(found) == ["03-04 09:30", "03-05 11:00", "03-06 09:15", "03-07 09:30"]


def test_an_rdate_beside_the_rule_is_one_occurrence() -> None:
    """RFC 5545, 3.8.5.3: duplicates are ignored."""
    assert starts(read(series("RDATE:20240305T090000Z,20240305T090000Z"))) == [
        "03-04 09:00",
        "03-05 09:00",
        "03-06 09:00",
    ]


def test_this_and_future_moves_all_that_follows() -> None:
    """RFC 5545, 3.2.13: same shift, length and words, over the change of the clocks. Sample: this_and_future.ics."""
    found = read(feed("this_and_future"))

    assert starts(found) == ["03-04 08:00", "03-11 08:00", "03-19 10:00", "03-26 10:00", "04-02 09:00"]
    assert ends(found)[-1] == "04-02 09:30"
    assert titles(found)[1:3] == ["Tea with Ada", "Tea with Bea"]


def test_a_cancelled_instance_is_given_as_cancelled() -> None:
    """RFC 5545, 3.8.1.11: nobody met, and the reader says so."""
    body = calendar(
        event("RRULE:FREQ=DAILY;COUNT=2"),
        event("RECURRENCE-ID:20240305T090000Z", "STATUS:CANCELLED", start=":20240305T090000Z"),
    )

    assert [o.status for o in read(body).occurrences] == [Status.CONFIRMED, Status.CANCELLED]


def test_an_override_whose_series_is_not_shown_stands_alone() -> None:
    """An invitation to one date of a series. Sample: override_alone.ics."""
    (found,) = read(feed("override_alone")).occurrences

    assert (found.started_at.hour, found.recurrence_id) == (12, datetime(2024, 3, 4, 9, tzinfo=UTC))


def test_an_override_of_an_excluded_instance_is_gone() -> None:
    """EXDATE holds."""
    body = calendar(
        event("RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20240305T090000Z"),
        event("RECURRENCE-ID:20240305T090000Z", start=":20240305T120000Z"),
    )

    assert starts(read(body)) == ["03-04 09:00", "03-06 09:00"]


def test_an_instance_moved_over_the_horizon_is_found_on_either_side() -> None:
    """Its own start decides."""
    body = calendar(
        event("RRULE:FREQ=YEARLY"), event("RECURRENCE-ID:20300304T090000Z", start=":20240601T090000Z")
    )

    assert starts(read(body)) == ["03-04 09:00", "06-01 09:00", "2025-03-04 09:00"]


def test_in_a_gap_the_offset_before_it_holds_and_in_a_fold_the_first_time() -> None:
    """RFC 5545, 3.3.5. Sample: daylight_saving_gap_and_fold.ics."""
    assert starts(read(feed("daylight_saving_gap_and_fold"))) == [
        *("03-30 01:30", "03-31 01:30", "04-01 00:30"),
        *("10-26 00:30", "10-27 00:30", "10-28 01:30"),
    ]


def test_an_end_before_the_start_moves_nothing() -> None:
    """Sample: end_before_start.ics."""
    found = read(feed("end_before_start"))

    assert (starts(found), ends(found)) == (["03-04 09:00"], ["03-04 09:00"])


def test_an_end_beyond_the_calendar_moves_nothing() -> None:
    """Sample: endless_duration.ics."""
    assert starts(read(feed("endless_duration"))) == ["03-04 09:00"]


@pytest.mark.parametrize(
    ("lines", "start", "end"),
    [
        ((), ":20240304T090000Z", "03-04 09:00"),
        ((), ";VALUE=DATE:20240304", "03-05 00:00"),
        (("DTEND;VALUE=DATE:20240304",), ";VALUE=DATE:20240304", "03-05 00:00"),
        (("DTEND;VALUE=DATE:20240307",), ";VALUE=DATE:20240304", "03-07 00:00"),
        (("DURATION:P2D",), ";VALUE=DATE:20240304", "03-06 00:00"),
        (("DURATION:PT90M",), ":20240304T090000Z", "03-04 10:30"),
        (("DURATION:P1D",), ";TZID=Europe/Berlin:20240330T120000", "03-31 10:00"),
        (("DURATION:PT24H",), ";TZID=Europe/Berlin:20240330T120000", "03-31 11:00"),
        (("DTEND;TZID=Asia/Tokyo:20240304T190000",), ":20240304T090000Z", "03-04 10:00"),
        (("DURATION:-PT1H",), ":20240304T090000Z", "03-04 09:00"),
        (("DTEND:nonsense", "DURATION:PT1H"), ":20240304T090000Z", "03-04 10:00"),
    ],
)
def test_an_event_ends_where_it_says(lines: tuple[str, ...], start: str, end: str) -> None:
    """RFC 5545, 3.3.6, 3.6.1 and 3.8.5.3."""
    assert ends(read(calendar(event(*lines, start=start)), tz=UTC if "DATE" in start else None)) == [end]


def test_times_without_a_zone_are_read_in_tz_then_in_the_calendars_zone_then_in_the_users() -> None:
    """contracts.md. Sample: floating_and_all_day.ics."""
    body = feed("floating_and_all_day")
    found = [read(body, tz=UTC), read(body), read(body.replace(b"X-WR-TIMEZONE", b"X-NOT"))]

    assert [starts(each) for each in found] == [
        ["03-04 09:00", "03-05 00:00"],
        ["03-04 14:00", "03-05 05:00"],
        ["03-04 08:00", "03-04 23:00"],
    ]
    assert [(o.floating, o.all_day) for o in found[0].occurrences] == [(True, False), (False, True)]


def test_a_series_in_utc_repeats_in_the_calendars_zone() -> None:
    """docs/decisions/0006. Sample: utc_series_in_named_zone.ics; clocks changed on 10 March."""
    assert starts(read(feed("utc_series_in_named_zone"))) == ["03-04 15:00", "03-11 14:00"]


def test_every_member_of_a_series_names_its_original_start() -> None:
    """contracts.md: recurrence_id; a single event has none."""
    moved = event("RECURRENCE-ID:20240305T090000Z", start=":20240305T120000Z")
    found = read(calendar(event("RRULE:FREQ=DAILY;COUNT=2"), moved, event(uid="single"))).occurrences

    assert [o.recurrence_id and o.recurrence_id.day for o in found] == [4, None, 5]


def test_a_series_of_more_than_a_lifetime_is_cut_and_said() -> None:
    """contracts.md: at least 10,000 occurrences, and a cut is a problem line."""
    found = read(series(rule="FREQ=MINUTELY"))

    assert len(found.occurrences) >= 10_000
    assert any("the rest is cut" in what for what in whats(found))


@pytest.mark.parametrize("name", ["negative_count", "rscale"])
def test_a_rule_that_says_nothing_costs_only_itself(name: str) -> None:
    """Samples: negative_count.ics, rscale.ics: the start is kept, the loss is named."""
    found = read(feed(name))

    assert len(found.occurrences) == 2
    assert ["a repeat rule cannot be read" in what for what in whats(found)] == [True]


def test_a_window_selects_by_start() -> None:
    """contracts.md: since is inclusive, until exclusive."""
    found = read(
        series(), since=datetime(2024, 3, 5, 9, tzinfo=UTC), until=datetime(2024, 3, 6, 9, tzinfo=UTC)
    )

    assert starts(found) == ["03-05 09:00"]


@pytest.mark.parametrize("until", [datetime.max.replace(tzinfo=UTC), datetime(9999, 12, 31, tzinfo=NEW_YORK)])
def test_a_window_may_reach_to_the_end_of_the_calendar(until: datetime) -> None:
    """Years 1 and 9999 have no room for zones."""
    body = calendar(
        event("RRULE:FREQ=YEARLY;COUNT=3", start=";TZID=Asia/Tokyo:20240304T090000"),
        event(uid="two", start=";TZID=Asia/Tokyo:00010101T000000"),
    )

    found = read(body, until=until)

    assert len(found.occurrences) == 3
    assert whats(found) == ["a date lies beyond what calendars can hold"]
