"""A problem is one loss while reading: where it was, what it was, and what was kept all the same."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """Three short phrases for a user; none holds an address that is a secret."""

    where: str
    what: str
    kept: str
