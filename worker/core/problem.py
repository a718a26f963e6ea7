"""A problem is one loss while reading: where it was, what it was, and what was kept all the same."""

from dataclasses import dataclass

from worker.core.sentence import Sentence


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """Short phrases for a user; none holds an address that is a secret."""

    where: str
    what: str
    kept: str
    event: str = ""
    """Which event lost something: its title, unless it is private, and its day; "" where that cannot be told."""

    @property
    def sentence(self) -> Sentence:
        """All of it, as one line."""
        where = Sentence("{where}, {event}", where=self.where, event=self.event) if self.event else self.where
        return Sentence("{where}: {what}; kept: {kept}", where=where, what=self.what, kept=self.kept)
