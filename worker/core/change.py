"""A change is what differs between what a feed showed before and what it shows now.

Step 1 of 5. Pure: the decider of `tasks/poll.py`.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass

FEWEST_FOR_DOUBT = 10
"""Smaller feeds may well halve in a day; an empty one is doubted whatever it held."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """What to do with a feed's events."""

    to_read: frozenset[str]
    """Keys that are new, changed, or back again."""
    gone: frozenset[str]
    """Keys that stood in the feed and do no longer; empty while the feed is doubted."""
    is_doubted: bool = False
    """The feed is suddenly empty, or has lost half or more: an alarm, not a deletion."""


def change_between(
    known: Mapping[str, str],
    there: Set[str],
    seen: Mapping[str, str],
    *,
    is_whole: bool,
    may_shrink: bool,
) -> Change:
    """`known`: key → fingerprint of all events ever read; `there`: those of them that stood in the feed at the last
    reading; `seen`: key → fingerprint as it stands now.

    `is_whole` is False for a body that breaks off: nothing is gone then. `may_shrink`: the user, or a day of
    waiting, has settled a doubt.
    """
    to_read = frozenset(key for key, mark in seen.items() if key not in there or known.get(key) != mark)
    gone = there - seen.keys()
    is_halved = len(there) >= FEWEST_FOR_DOUBT and 2 * len(gone) >= len(there)
    is_doubted = not may_shrink and bool(gone) and (is_halved or not seen)
    return Change(
        to_read=to_read,
        gone=frozenset() if is_doubted or not is_whole else frozenset(gone),
        is_doubted=is_doubted,
    )
