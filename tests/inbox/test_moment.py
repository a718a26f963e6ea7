"""Moments: dates and times as written."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.inbox.reading.moment import Moment, duration_in, moment_in, moment_of

NOON = datetime(2024, 3, 4, 12, 0)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("20240304T120000", Moment(NOON, "Z/one")),
        (" 20240304T120000 ", Moment(NOON, "Z/one")),
        ("20240304T1200", Moment(NOON, "Z/one")),
        ("2024-03-04T12:00:00", Moment(NOON, "Z/one")),
        ("2024-03-04 12:00:00.123", Moment(NOON, "Z/one")),
        ("20240304T120000Z", Moment(NOON, "UTC")),
        ("20240304t120000z", Moment(NOON, "UTC")),
        ("20240304T140000+0200", Moment(NOON, "UTC")),
        ("20240304T073000-04:30", Moment(NOON, "UTC")),
        ("20240304", Moment(datetime(2024, 3, 4), "", True)),
        ("20240303T240000", Moment(datetime(2024, 3, 4), "Z/one")),
        ("20240304T115960", Moment(datetime(2024, 3, 4, 11, 59, 59), "Z/one")),
    ],
)
def test_a_date_is_read_in_every_form_seen(written: str, expected: Moment) -> None:
    """RFC 5545, 3.3.4 and 3.3.5; a time in UTC has no other zone."""
    assert moment_in(written, "Z/one") == expected


@pytest.mark.parametrize(
    "written",
    [
        *(
            "",
            "tomorrow",
            "2024034",
            "20240230",
            "00000101",
            "20240304T",
            "20240304T256000",
            "20240304T990000",
        ),
        *(
            "00010101T000000+0100",
            "99991231T235959-0100",
            "99991231T240000",
            "２０２４0304",
            "2024W011T100000",
        ),
        *("20240304T09+0000", "20240304T09000Z", "20240304T090+01"),
        "20240304T120000" + " " * 200_000 + "x",
        "0" * 1_000_000,
    ],
)
def test_what_is_no_date_is_refused_at_once(written: str) -> None:
    """Also at the ends of the calendar, and however long it is."""
    with pytest.raises(ValueError, match="not a date"):
        moment_in(written)


@given(st.builds(lambda local, zone: Moment(local.replace(microsecond=0), zone), st.datetimes(), st.text()))
def test_a_moment_comes_back_from_the_store(moment: Moment) -> None:
    """Whatever its zone is called."""
    assert moment_of(moment.written) == moment


@given(st.dates())
def test_a_day_comes_back_from_the_store(day: datetime) -> None:
    """A date has no zone."""
    moment = Moment(datetime(day.year, day.month, day.day), "", True)

    assert moment_of(moment.written) == moment


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("PT15M", timedelta(minutes=15)),
        ("-P1DT2H", -timedelta(days=1, hours=2)),
        (" p2w ", timedelta(weeks=2)),
    ],
)
def test_a_duration_is_read(written: str, expected: timedelta) -> None:
    """RFC 5545, 3.3.6."""
    assert duration_in(written) == expected


@pytest.mark.parametrize("written", ["", "P", "PT", "15M", "P999999999W", "PT" + " " * 100_000 + "x"])
def test_what_is_no_duration_is_refused(written: str) -> None:
    """Also one of millions of years."""
    with pytest.raises(ValueError, match="duration"):
        duration_in(written)
