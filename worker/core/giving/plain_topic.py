"""A plain topic names what people do together, and where, and nothing else: "Climbing", "Wochenende in Tirol".

Beside step 5 of 5: a title that the user wrote alone is not for other eyes ("Lunch with Ana: her loan"), but what two
did together both know, whatever the calendar calls it. Pure.
"""

import re

from worker.core.fold import folded_words, stems, word_set
from worker.core.giving.place_words import CITY_BY_NAME
from worker.core.titles.leisure_words import (
    FREE_TIME,
    LEISURE,
    LEISURE_ENDINGS,
    LESSONS_TOO,
    ON_STAGE,
    OUTINGS,
)
from worker.core.titles.title_words import ROLES, Role

_TOGETHER = (Role.FRIENDLY, Role.ACTIVITY, Role.STAY)
_AND_MORE = (
    "workshop course match trip weekend outing ausflug excursion excursao gita wochenende "
    "fin fim semana finde calcetto"
)
_NOT_SO = (
    "date see seeing get ver voir trovare treffen quedar appointment termin cita rdv rendez-vous appuntamento"
)
_SHARED = (
    frozenset(word for word, role in ROLES.items() if role in _TOGETHER)
    | word_set(" ".join((LEISURE, OUTINGS, LESSONS_TOO, ON_STAGE, _AND_MORE)))
) - word_set(_NOT_SO)
_ENDINGS = (*LEISURE_ENDINGS, "fest", "kurs", "wanderung", "spiel")
_AROUND = frozenset(
    word for word, role in ROLES.items() if role in (Role.ARTICLE, Role.PARTICLE, Role.AND, Role.AT)
)
_FREE_TIME = stems(FREE_TIME)
_IN_A_PLACE = re.compile(r"\b(?:in|to|im|am|an der|nach|à|a|au|en|em|no|na|nel|nella) [^\W\d_a-z]\w+$")


def is_plain(topic: str) -> bool:
    """Whether nobody minds that the other reads this topic, though they never saw the title."""
    text = _FREE_TIME.sub("yoga", " ".join(folded_words(_IN_A_PLACE.sub("", topic))))
    said = [word for word in text.split() if word not in _AROUND and word not in CITY_BY_NAME]
    return bool(said) and all(word in _SHARED or word.endswith(_ENDINGS) for word in said)
