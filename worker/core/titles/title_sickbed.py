"""A sickbed is where somebody is visited: "Visita a Mari Carmen hospital" is no hospital's name.

Beside `title_names.py`. Pure.
"""

import re

_VISIT = re.compile(
    r"\W*(?:visit|visiting|see|seeing|besuch|krankenbesuch|krankenhausbesuch|visita|visitar|visitare|visite|ver|voir) ",
    re.IGNORECASE,
)
_WARD = re.compile(
    r"(?<= )(?<!\b(?:in|im) )(?=(?:hospital|krankenhaus|spital|klinik|h[oô]pital|clinique|cl[ií]nica|ospedale)\b)",
    re.IGNORECASE,
)


def by_the_sickbed(title: str) -> str:
    """A visit with its hospital as a place: "Visite Léa hôpital" → "Visite Léa in hôpital"."""
    visit = _VISIT.match(title)
    if visit is None:
        return title
    return title[: visit.end()] + _WARD.sub("in ", title[visit.end() :])
