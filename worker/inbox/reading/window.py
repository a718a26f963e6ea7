"""A window selects occurrences by their start. Step 1 of 5. Pure."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Window:
    """`since` is inclusive (None: from the dawn of the feed), `until` exclusive; both aware."""

    since: datetime | None
    until: datetime

    def has(self, start: datetime) -> bool:
        return start < self.until and (self.since is None or start >= self.since)
