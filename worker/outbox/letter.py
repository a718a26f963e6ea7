"""A letter is one week's nudges for one reader, before it is put into any form.

Step 5 of 5: nudge → what the user reads. Pure values.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from worker.core.nudge import Published


@dataclass(frozen=True, kw_only=True, slots=True)
class Letter:
    """Everything that one letter says."""

    sender: str
    """A mail address, with or without a name before it."""
    recipient: str
    sent_at: datetime
    today: date
    """The day it is for the reader."""
    nudges: Sequence[Published]
    key: str = ""
    """Names this letter for ever (user and week); "" derives it from what the letter says."""
    troubles: Sequence[str] = ()
    """One sentence for each feed that could not be read."""
    page_url: str = ""
    unsubscribe_url: str = ""
