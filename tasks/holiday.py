"""A holiday is a day off in the user's country: no nudge lands on it.

Beside step 5 of 5. The tables come from the optional package `holidays`; without it, or for a country that it does
not know, only the feasts of `courtesy.py` are free.
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from holidays.holiday_base import HolidayBase

_EVES = frozenset({(12, 24), (12, 31)})
"""Few tables name them, and hardly anybody wants a reminder then."""
_REMEDY = "`pip install holidays` beside Snowdrop"


def days_off(country: str, zone: ZoneInfo) -> Callable[[date], bool]:
    """Whether a day is a holiday of a country ("DE", "DE-BY"; "" is the zone's), or one of two eves.

    Where no holidays are known, the eves alone.
    """

    def is_off(day: date) -> bool:
        if (day.month, day.day) in _EVES:
            return True
        table = _table(country or country_of(zone.key))
        return table is not None and day in table

    return is_off


@lru_cache
def country_of(zone: str) -> str:
    """The country to which a time zone belongs, by the IANA's table; "" where it belongs to none, like UTC."""
    rows = (
        row.split("\t")
        for row in files("tzdata").joinpath("zoneinfo/zone.tab").read_text("utf-8").splitlines()
    )
    return next((row[0] for row in rows if len(row) > 2 and row[2] == zone), "")


def told(country: str, zone: ZoneInfo) -> tuple[bool, str]:
    """Whether holidays are known as the user wants it, and a sentence with the remedy where they are not."""
    place = country or country_of(zone.key)
    if (table := _table(place)) is not None:
        part = "" if "-" in place else _a_part_in(table)
        if not part:
            return True, f"No nudge lands on a holiday of {place}"
        return True, (
            f"No nudge lands on a holiday that all of {place} keeps; "
            f'SNOWDROP_COUNTRY="{place}-{part}" adds those of one part (each by its code in ISO 3166-2)'
        )
    if not _is_installed():
        return not country, f"Holidays are not known: {_REMEDY}, and they are left free"
    return (
        not country,
        f"No holidays are known of {place or zone.key}: set SNOWDROP_COUNTRY, like DE or DE-BY",
    )


def _is_installed() -> bool:
    try:
        import holidays  # noqa: F401  # asked for, not used
    except ImportError:
        return False
    return True


def _a_part_in(table: "HolidayBase") -> str:
    """One of the parts of its country that keep days of their own; "" where there are none."""
    return next((part for part in table.subdivisions if part.isalpha() and part.isupper()), "")


@lru_cache
def _table(place: str) -> "HolidayBase | None":
    """Fills itself, year by year, as it is asked."""
    if not place or not _is_installed():
        return None
    import holidays

    country, _, region = place.partition("-")
    try:
        return holidays.country_holidays(country, subdiv=region or None)
    except NotImplementedError:
        return None
