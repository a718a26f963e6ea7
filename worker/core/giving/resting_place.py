"""A resting place is where the dead lie and are visited: "Grab Aldo besuchen", "Visit Aldo at the cemetery".

Beside step 5 of 5: `farewell.py` asks here for what stands around a name, which no table of words can hold. Pure.
"""

import re

from worker.core.fold import folded, word_set
from worker.core.titles.given_names import GIVEN, TOWNS_TOO, WORDS_TOO

RIP = "rip"
"""What says of whoever is named behind it that they are dead."""
_GIVEN = GIVEN - WORDS_TOO - TOWNS_TOO
_SIGNS = word_set(
    "cemet cemit cement cimet cimit camposanto yard friedhof grab life view hours visitation halle memorial removal"
)
"""Without any of these no rule below speaks: most titles have none."""
_CEMETERY = (
    r"(?:cemetery|graveyard|churchyard|\w*friedhof|cimeti[eè]re|cementerio|camposanto|cimitero|cemit[eé]rio)\b"
    r"(?!\s+(?:\d{1,3}\b(?![:.]\d|\s*(?:uhr|h|am|pm)\b)|(?:road|rd|street|st|lane|avenue)\b))"
)
"""And no address: "Am Friedhof 3", "Cemetery Road"."""
_AT_ONE = (
    rf"(?:at|in|on|am|auf|im|au|en|al|nel|no)(?: (?:the|dem|el|il|o))?(?: [\w.’'-]+){{0,2}}? {_CEMETERY}"
)
_WHO = r"((?!(?:with|mit|avec|con|com|von)\b)[^,;:()]{1,60}?)"
_VISITED = re.compile(
    r"\b(?:visit(?:ing)?|visitar(?: a)?|visita (?:ad?|al|alla|ao|à)|visiter|rendre visite (?:à|au)|visitare|trovare)"
    rf" {_WHO} {_AT_ONE}|(?<!\w){_WHO} {_AT_ONE} besuchen\b|\b\w*friedhof:? {_WHO} besuchen\b",
    re.IGNORECASE,
)
_PARTED_THERE = re.compile(
    rf"^\W*(?:abschied(?:sfeier)?(?: (?:von|für))?|abschied nehmen von|last goodbye to|farewell to|adieu à|adiós a"
    rf"|despedida de|adeus a|addio a)[: ]+([^,;:()]{{1,40}}?)\W+{_CEMETERY}\W*$"
    rf"|^\W*([^,;:()]{{1,40}}?) verabschieden\W+(?:{_CEMETERY}|aussegnungshalle|trauerhalle)\W*$",
    re.IGNORECASE,
)
""" "Abschied von Aldo (Friedhof)"; a cemetery and a name alone may be somebody who comes along."""
_GRAB_OF = re.compile(r"^\W*Grab\W+([^\W\d_]+)(?=(?: [^\W\d_a-z][\w.-]*){0,2}\W*$)")
""" "Grab Aldo", of somebody called by a given name; not "Grab Lunch"."""
_REMEMBERED = re.compile(
    r"^\W*(?i:memorial)\W+([^\W\d_]+(?: [^\W\d_a-z][\w.’'-]*){0,2})\W*$"
    r"|^\W*([^\W\d_]+(?: [^\W\d_a-z][\w.’'-]*){0,2})(?<!['’]s) (?i:memorial|removal)\W*$"
)
""" "Memorial Nuala", "Nuala Ryan removal", of somebody called by a given name; not "Snow removal"."""
_TENDED = "besuchen|pflegen|gießen|giessen|bepflanzen|schmücken|richten|herrichten|putzen"
_GRAB = re.compile(
    rf"(?:(?<=[^\W\d_]s )|(?<=[^\W\d_]['’] ))Grab\b(?=\s*(?:$|[,;.–-]|(?:{_TENDED}|um|am|in|auf|mit)\b))"
    rf"|\bGrab(?= (?:[^\W\d_a-z][\w.-]* ){{1,3}}(?:{_TENDED})\b)"
)
"""German, with its capital, beside a name: "Aldos Grab", "Grab Aldo besuchen"; not "Grab a coffee with Aldo"."""
_LIFE = re.compile(
    r"\bcelebrat(?:ion of|ing|e) ([^,;:]{1,60}?)['’]s? life\b(?! (?:together|with|in|as|at|partner)\b)",
    re.IGNORECASE,
)
_LAID_OUT = re.compile(r"\b(?:viewing|visitation|calling hours)\b(?=.*\bfuneral\b)", re.IGNORECASE)
""" "Viewing Aldo Rossi, Oak Funeral Home"; a flat has a viewing, too."""


def with_the_dead(title: str) -> str:
    """The title with a plain "rip" before whom it visits in a grave, and "celebration of life" for Aldo's."""
    low = title.lower()
    if not any(sign in low for sign in _SIGNS):
        return title
    if (parted := _PARTED_THERE.match(title)) is not None:
        return f"{RIP} {parted[parted.lastindex or 0]}"
    if (grave := _GRAB_OF.match(title)) is not None and folded(grave[1]) in GIVEN:
        return f"{RIP} {title[grave.start(1) :]}"
    if (kept := _REMEMBERED.match(title)) and folded((who := kept[1] or kept[2]).split()[0]) in _GIVEN:
        return f"{RIP} {who}"
    title = _VISITED.sub(lambda found: f"{RIP} {found[found.lastindex or 0]},", title)
    title = _LIFE.sub(r"celebration of life \1", _GRAB.sub(RIP, title))
    return _LAID_OUT.sub(RIP, title)
