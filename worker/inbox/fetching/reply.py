"""A reply is what a server's status and headers mean for a reader of calendars.

Part of fetching. Pure: header values in, seconds or errors out. Sources: RFC 9110 and RFC 9111.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from worker.core.sentence import Sentence
from worker.errors import SnowdropError
from worker.inbox.fetching.catch import UnavailableError, UnreadableError

REDIRECTS = frozenset({301, 302, 303, 307, 308})
BODIES = frozenset({200, 203})
"""203 is 200 through a proxy that changed something (RFC 9110, 15.3.4)."""
MOST_DIGITS = 10
"""More digits than any number of seconds that means something."""
LONGEST_VALIDATOR = 512


def trouble_of(
    label: str, status: int, headers: Mapping[str, str], now: datetime, *, has_login: bool = False
) -> SnowdropError:
    """What a status other than a calendar means: one sentence, and whether to come again."""
    sentence = wrong_login(label) if status == 401 and has_login else _meaning(label, status)
    if _is_busy(status):
        return UnavailableError(sentence, retry_after_seconds=retry_after_seconds(headers, now))
    return UnreadableError(sentence) if status >= 400 else UnavailableError(sentence)


def wrong_login(label: str) -> Sentence:
    return Sentence(
        "{label} does not accept the user name or the password (401): check both; "
        "some servers want an app password, which is made in their settings.",
        label=label,
    )


def _is_busy(status: int) -> bool:
    return status in (408, 425, 429) or status >= 500


def _meaning(label: str, status: int) -> Sentence:
    if status in (404, 410):
        return Sentence(
            "There is nothing at this address of {label} ({status}): "
            "copy it once more, whole, from where you found it, and add it again.",
            label=label,
            status=status,
        )
    if status in (401, 403, 407):
        return Sentence(
            "{label} does not let us read the calendar ({status}): "
            "use its secret or public address, or add it with --user.",
            label=label,
            status=status,
        )
    if _is_busy(status):
        return Sentence(
            "{label} is too busy or not well just now ({status}): it is tried again by itself.",
            label=label,
            status=status,
        )
    if status >= 400:
        return Sentence(
            "{label} turned the request down ({status}): check the address in the calendar's settings.",
            label=label,
            status=status,
        )
    return Sentence(
        "{label} answered without a calendar ({status}): it is tried again by itself.",
        label=label,
        status=status,
    )


def retry_after_seconds(headers: Mapping[str, str], now: datetime) -> int | None:
    """The server's wish, in seconds from now, 0 or more; None where there is none (RFC 9110, 10.2.3)."""
    wish = headers.get("retry-after", "").strip()
    return _seconds(wish) if wish.isdecimal() else _seconds_until(wish, headers, now)


def cache_seconds(headers: Mapping[str, str], now: datetime) -> int | None:
    """For how long the answer counts as fresh, 0 or more; None where nothing is said (RFC 9111, 4.2.1)."""
    directives = [part.strip().lower() for part in headers.get("cache-control", "").split(",")]
    if "no-cache" in directives or "no-store" in directives:
        return 0
    for directive in directives:
        name, _, value = directive.partition("=")
        if name.strip() == "max-age":
            return _seconds(value.strip().strip('"'))
    return _seconds_until(headers.get("expires", ""), headers, now)


def validator(value: str | None) -> str | None:
    """An ETag or Last-Modified that can be sent back; None for one that cannot, which costs only a 304."""
    is_sendable = (
        value is not None and value.isascii() and value.isprintable() and len(value) <= LONGEST_VALIDATOR
    )
    return value if is_sendable else None


def _seconds(digits: str) -> int | None:
    return int(digits) if digits.isdecimal() and len(digits) <= MOST_DIGITS else None


def _seconds_until(text: str, headers: Mapping[str, str], now: datetime) -> int | None:
    """Counted on the server's own clock where it tells the time: neither clock has to be right then."""
    then, base = _moment(text), _moment(headers.get("date", "")) or now
    return None if then is None else max(0, round((then - base).total_seconds()))


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
