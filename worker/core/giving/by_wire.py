"""By wire is how two talk who are not in one room, as far as title and place of a meeting tell.

Beside step 5 of 5: touch → a call or none. Pure.
"""

from worker.core.fold import folded, stems
from worker.core.giving.way_words import CALL
from worker.core.touch import Touch

_CALL = stems(CALL)


def is_call(touch: Touch) -> bool:
    """Whether the two talked, and did not see each other in one place."""
    return bool(_CALL.search(folded(touch.title)) or _CALL.search(folded(touch.place)))
