"""Holiday: days off by country, from the setting or from the time zone, and without the package none."""

import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tasks import holiday
from tasks.answering import give
from tasks.door import app_for
from tasks.holiday import country_of, days_off, told
from tests.tasks.home import Home, monthly
from worker.web import act
from worker.web.links import Claim

BERLIN, UTC = ZoneInfo("Europe/Berlin"), ZoneInfo("UTC")
UNITY, EPIPHANY, EASTER_MONDAY = date(2026, 10, 3), date(2026, 1, 6), date(2027, 3, 29)


@pytest.fixture
def without_the_package(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As on a machine where the extra was not installed."""
    monkeypatch.setitem(sys.modules, "holidays", None)
    holiday._table.cache_clear()
    yield
    holiday._table.cache_clear()


def test_a_time_zone_tells_the_country() -> None:
    """By the IANA's own table; UTC belongs to none."""
    assert [country_of(zone) for zone in ("Europe/Berlin", "America/Sao_Paulo", "Asia/Tokyo", "UTC")] == [
        "DE",
        "BR",
        "JP",
        "",
    ]


def test_a_holiday_of_the_country_is_off() -> None:
    """A5: and the day after it is not."""
    is_day_off = days_off("", BERLIN)

    assert is_day_off(UNITY)
    assert not is_day_off(UNITY + timedelta(days=3))


@pytest.mark.parametrize("country", ["", "DE", "BR", "XX"])
def test_two_eves_are_off_everywhere(country: str) -> None:
    """A5: on Christmas Eve nobody wants a reminder, and on the last of the year."""
    is_day_off = days_off(country, UTC)

    assert [day for day in range(20, 32) if is_day_off(date(2026, 12, day)) and day not in (25, 26)] == [
        24,
        31,
    ]


def test_a_region_has_its_own_holidays() -> None:
    """Epiphany is one in Bavaria, and none in Berlin."""
    assert days_off("DE-BY", BERLIN)(EPIPHANY)
    assert not days_off("DE-BE", BERLIN)(EPIPHANY)


def test_the_setting_goes_before_the_zone() -> None:
    """Somebody who lives abroad knows best."""
    assert not days_off("PT", BERLIN)(UNITY)


@pytest.mark.parametrize(("country", "zone"), [("XX", BERLIN), ("DE-XX", BERLIN), ("", UTC)])
def test_an_unknown_country_has_none_and_says_so(country: str, zone: ZoneInfo) -> None:
    """With the remedy; where nobody asked for a country it is no fault."""
    assert not days_off(country, zone)(UNITY)
    is_well, sentence = told(country, zone)

    assert is_well is not bool(country)
    assert "SNOWDROP_COUNTRY" in sentence


@pytest.mark.usefixtures("without_the_package")
def test_without_the_package_nothing_breaks() -> None:
    """And the sentence says what to install; it is a fault only where a country was set."""
    assert not days_off("DE", BERLIN)(UNITY)
    assert told("", BERLIN)[0]
    assert told("DE", BERLIN) == (
        False,
        "Holidays are not known: `pip install holidays` beside Snowdrop, and they are left free",
    )


def test_with_it_the_country_is_named() -> None:
    """So that a wrong guess is seen."""
    assert told("DE-BY", BERLIN) == (True, "No nudge lands on a holiday of DE-BY")
    assert told("", ZoneInfo("Europe/Dublin")) == (True, "No nudge lands on a holiday of IE")


def test_where_parts_of_a_country_keep_more_days_the_remedy_is_named() -> None:
    """England keeps Easter Monday, Scotland does not; one zone tells of neither."""
    is_well, sentence = told("", ZoneInfo("Europe/London"))

    assert is_well
    assert "that all of GB keeps" in sentence
    assert 'SNOWDROP_COUNTRY="GB-ENG"' in sentence
    assert not days_off("GB", BERLIN)(EASTER_MONDAY)
    assert days_off("GB-ENG", BERLIN)(EASTER_MONDAY)


def _by_command(home: Home, nudge_id: str) -> None:
    give(home.house, nudge_id, "later")


def _by_link(home: Home, nudge_id: str) -> None:
    act.answer(
        app_for(home.house).state.parts, Claim(user_id=home.user_id, nudge_id=nudge_id, answer="later")
    )


@pytest.mark.parametrize("answer", [_by_command, _by_link])
@pytest.mark.parametrize(
    ("country", "comes_back"), [("DE-BY", date(2027, 1, 7)), ("DE-BE", date(2027, 1, 6))]
)
def test_what_is_put_off_comes_back_on_no_holiday(
    answer: Callable[[Home, str], None], country: str, comes_back: date, tmp_path: Path
) -> None:
    """Two weeks after the 23rd of December is Epiphany, which Bavaria keeps and Berlin does not."""
    home = Home(tmp_path, country=country)
    home.add(home.write("work.ics", *monthly("ada", meetings=12, ended=timedelta(days=240))))
    home.now = home.now.replace(month=12, day=23)
    home.live()

    answer(home, home.nudges()[0].nudge.id)

    assert home.nudges()[0].nudge.on == comes_back
    home.house.close()
