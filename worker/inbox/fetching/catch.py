"""A catch is what a fetch brings home: bytes, the news that nothing is new, or a sentence about why not.

Before step 1 of 5: source → catch → event. Pure values.
"""

from dataclasses import dataclass
from pathlib import Path

from worker.core.sentence import Sentence
from worker.errors import PermanentError, TemporaryError
from worker.inbox.body import Body


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """How much one fetch may cost, and where."""

    body_bytes: int = 15 * 1024 * 1024
    """The most an address may give, unpacked. Real feeds of twenty years stay below 10 MB."""
    file_bytes: int = 500 * 1000 * 1000
    """The most a file, or standard input, may hold: its owner gave it, so this only stops a slip."""
    total_seconds: float = 30.0
    """One wall clock over a whole fetch: names, connections, redirects, headers and body."""
    redirects: int = 5
    """How often an address may send us on. Calendars in use need two at most."""
    scratch: Path | None = None
    """The folder in which what is large waits to be read; None: the system's, which may be memory."""


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, kw_only=True, slots=True)
class Fetched:
    """A calendar's bytes. The two validators (None where there is none) go with the next fetch."""

    body: Body
    etag: str | None = None
    last_modified: str | None = None
    cache_seconds: int | None = None
    """For how long the server calls this fresh; None where it says nothing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NotModified:
    """Nothing has changed since the validators were given. They may have been renewed."""

    etag: str | None = None
    last_modified: str | None = None
    cache_seconds: int | None = None


class UnavailableError(TemporaryError):
    """The source does not answer well just now.

    `retry_after_seconds` is the server's own wish for the next visit (RFC 9110, 10.2.3), or None.
    """

    def __init__(self, sentence: str, *, retry_after_seconds: int | None = None) -> None:
        super().__init__(sentence)
        self.retry_after_seconds = retry_after_seconds


class UnreadableError(PermanentError):
    """The source will not be readable until somebody changes something."""


class TooLargeError(UnreadableError):
    """The source holds more than it may. The bytes read so far are gone."""

    def __init__(self, label: str, limit_bytes: int) -> None:
        megabytes, is_large = f"{limit_bytes / 1_000_000:.0f}", limit_bytes >= 1_000_000
        size = Sentence("{n} MB", n=megabytes) if is_large else Sentence("{n} bytes", n=str(limit_bytes))
        super().__init__(
            Sentence(
                "{label} holds more than {size}: "
                "offer a smaller part of the calendar, or raise the limit in the settings.",
                label=label,
                size=size,
            )
        )
