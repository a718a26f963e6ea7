"""Wiring joins real parts, and is the one place that reads the clock.

Everything below gets `now`, zones, settings' values and open parts handed in.
"""

from datetime import UTC, datetime, tzinfo
from importlib.metadata import PackageNotFoundError, version
from zoneinfo import ZoneInfo, available_timezones

from worker.errors import PermanentError


class UsageError(PermanentError):
    """Wrong usage or settings: exit code 2."""


def now() -> datetime:
    """The present, aware, in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def product_version() -> str:
    try:
        return version("snowdrop")
    except PackageNotFoundError:
        return "0"


def zone_called(name: str) -> ZoneInfo:
    """A zone by its IANA name. Raises UsageError for a name that is none."""
    if name not in available_timezones():
        raise UsageError(f"{name!r} is no time zone: write it like Europe/Berlin")
    return ZoneInfo(name)


def own_zone(name: str = "") -> ZoneInfo:
    """The user's zone: the one in the settings, else the system's, else UTC."""
    if name:
        return zone_called(name)
    import pendulum

    try:
        system = pendulum.local_timezone().name
    except (RuntimeError, ValueError):
        return ZoneInfo("UTC")
    return ZoneInfo(system) if system in available_timezones() else ZoneInfo("UTC")


def instant_in(text: str, zone: tzinfo) -> datetime:
    """ISO 8601 → aware UTC; a time or day without a zone is read in `zone`. Raises UsageError."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise UsageError(f"{text!r} is no time: write it like 2026-11-22 or 2026-11-22T09:00:00Z") from None
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)
