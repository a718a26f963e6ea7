"""A change is what differs between what a feed showed before and what it shows now.

Step 1 of 5. Pure: the decider of `tasks/poll.py`. It is told of some events at a time, and keeps eight bytes of each
that is gone: a feed may have a million of them.
"""

from array import array
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

FEWEST_FOR_DOUBT = 10
"""Smaller feeds may well halve in a day; an empty one is doubted whatever it held."""


class KnownEvent(NamedTuple):
    """An event that was read once, without its body."""

    id: int
    key: str
    fingerprint: str
    is_gone: bool
    """It stood in the feed once, and does no longer."""
    imprint: bytes | None = None
    """Of its very bytes; None where they do not tell all."""


class Change:
    """Grows while what is known is compared with what is shown."""

    def __init__(self) -> None:
        self.there = 0
        """Events that stood in the feed at the last reading."""
        self.unchanged = 0
        """Of these, those that say what they said."""
        self.kept = 0
        """Of these, those that were not shown and still count as there."""
        self.gone = array("q")
        """Of these, the ids of all others that are not shown now."""

    def count_unchanged(self, number: int) -> None:
        """So many that stood there are written as they were."""
        self.there += number
        self.unchanged += number

    def unchanged_among(
        self, known: Iterable[KnownEvent], shown: Mapping[str, str], *, is_kept: Callable[[str], bool]
    ) -> list[str]:
        """The keys of those that say what they said. One that was gone and is back is to be read again.

        `shown`: key → fingerprint as it stands now, of all of these that do; `is_kept` tells by the key whether an
        event that is not shown is not gone either.
        """
        unchanged = []
        for each in known:
            self.there += not each.is_gone
            if (mark := shown.get(each.key)) is not None:
                if mark == each.fingerprint and not each.is_gone:
                    unchanged.append(each.key)
            elif not each.is_gone:
                if is_kept(each.key):
                    self.kept += 1
                else:
                    self.gone.append(each.id)
        self.unchanged += len(unchanged)
        return unchanged

    def is_doubtful(self, shown: int) -> bool:
        """The feed, which shows so many events, is suddenly empty or lost half or more: an alarm, not a deletion."""
        is_halved = self.there >= FEWEST_FOR_DOUBT and 2 * len(self.gone) >= self.there
        return bool(self.gone) and (is_halved or not shown)
