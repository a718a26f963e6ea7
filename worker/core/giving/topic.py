"""A topic is what a meeting was about, as its title says it: fit to be quoted, or "" where nothing is.

Beside step 5 of 5: touch → topic → gift. "Lunch with Maria: pottery" is about "pottery"; "Lunch with Maria"
is about nothing that could be asked after. Pure.
"""

import re
from collections.abc import Collection

from worker.core.comma_name import without_commas
from worker.core.fold import folded, folded_words, stems, word_set
from worker.core.giving.delicate import is_quotable
from worker.core.giving.routine_words import ABOUT, FILLER, PLAIN, ROUTINE
from worker.core.giving.tender_words import WALK
from worker.core.person import Person
from worker.core.titles.address_words import KIN, KIN_TOGETHER
from worker.core.titles.given_names import GIVEN, NICKNAMES, TOWNS_TOO, WORDS_TOO
from worker.core.titles.home_words import AT_TABLE
from worker.core.titles.off_words import is_put_off
from worker.core.touch import Touch

LONGEST_CHARS, LONGEST_WORDS = 48, 6
"""A longer title is not quoted: a nudge has at most sixty words."""
LONGEST_TITLE_CHARS = 200
"""Beyond, it is a text that happens to stand in the title."""
_NAME_CHARS = 60

_ROUTINE, _WALK = stems(ROUTINE), stems(WALK)
_KIN = word_set(f"{KIN} {KIN_TOGETHER}")
_SAYS_NOTHING = FILLER | PLAIN | _KIN
_NAMES = (GIVEN | {each for known in NICKNAMES.values() for each in known}) - WORDS_TOO - TOWNS_TOO
"""A part of a title that is nothing but given names tells who was there."""
_REPLY = re.compile(
    r"^\s*(?:(?:re|fw|fwd|aw|wg|tr|rv|enc|updated|invitation|accepted|tentative|declined|canceled|cancelled|"
    r"einladung|invitación|invito|convite|aktualisiert)\s*:|\[[^\]]*\]|\([^)]*\))\s*",
    re.IGNORECASE,
)
_ABOUT = re.compile(rf"\b(?:{'|'.join(ABOUT)})\b", re.IGNORECASE)
_PARTS = re.compile(r"\s+[-–—|/·•>]+\s+|\s*[:;|•·]\s+")
_DASH = re.compile(r"\s+[-–—]+\s+")
_IN_PLACES = word_set("of the and de la le les du des di da do del della el los y et e und am im zum zur") | {
    "&"
}
_PAIRED = re.compile(r"<[-=–—]*>|[↔⇔⇄⟷]")
"""Between whom a meeting is: "Ada <> Ben"."""
_TWO = re.compile(r"(\w+)(?:\s*[/+&|·×]\s*|\s+(?:[-–—x]|and|und|y|e|et)\s+)(\w+)", re.IGNORECASE)
_OPEN = re.compile(r"\s*[(\[{][^)\]}]*$")
"""A bracket whose end went with the names: "Pottery (evening class with Ana)"."""
_COMPANY = re.compile(
    r"\s+(?:with|w/|mit|con|avec|com|amb|at|bei|chez|da|dalla?|na casa d[aeo]s?|en casa de|a casa di)\s+",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"^(\w+)['’]s\s+")
_PRONOUN = re.compile(
    r"^(?:her|his|their|your|my|our|the|ihre?n?|seine?n?|meine?n?|sus?|son|sa|ses|seu|sua)\s+", re.IGNORECASE
)
_UNQUOTABLE = re.compile(
    r"https?:|www\.|@|\d{5,}|[{}<>\\^`]|#\d|\w{30,}|\b\d{1,2}(?::|[./-]\d{1,2}[./-])\d", re.IGNORECASE
)
"""Links, addresses, numbers of calls and bookings, machine text, times and dates."""
_EDGES = " \t\"'“”„‟«»‹›‘’.,;:-–—_*~+=|/\\#?¿¡&"
_WORD_EDGES = ".,;:()“”\"'«»„"
_ELIDED = re.compile(
    r"^(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu|un|coll|[dn]ell|d?all|sull|quest|quell)['’](?=\w)",
    re.IGNORECASE,
)
"""What French and Italian run into the next word: "d’aquarelle", "dell’acquerello"."""


def shown(text: str, *, longest: int = 200) -> str:
    """Somebody's text as it may stand in a sentence: one line, no control characters or exclamation marks."""
    calm = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(re.sub(r"[!¡‼❗❕！]+", "", calm).split())[:longest].rstrip()


def shown_name(name: str) -> str:
    """A name as it may stand in a sentence: "Lovelace, Ada" becomes "Ada Lovelace"."""
    return without_commas(shown(name, longest=_NAME_CHARS))


def own_words(person: Person) -> tuple[str, ...]:
    """The folded words of all that somebody is called: what `topic_of` takes for theirs."""
    return folded_words(" ".join(person.names))


def topic_of(touch: Touch, *, own: Collection[str] = (), names: Collection[str] = ()) -> str:
    """What this meeting was about, ready to be quoted; "" where private, delicate, put off, routine or unreadable.

    `own` holds the folded words of the person's name, `names` those of everybody around: a part of a title
    that names the person, or nothing but people, is no topic.
    """
    title = touch.title
    if len(title) > LONGEST_TITLE_CHARS or not is_quotable(touch) or is_put_off(title, folded_words(title)):
        return ""
    theirs = {*own, *folded_words(touch.name)}
    everybody = {*theirs, *names}
    if touch.others == 1 and _are_two(title, theirs, everybody):
        return ""
    bare = [_without_names(part, everybody) for part in _parts_of(_without_venue(shown(title)))]
    return next((part for part in reversed(bare) if _is_topic(part, theirs, everybody)), "")


def words_of(topic: str) -> list[str]:
    """The words of a topic as each may be quoted by itself: no marks around, no article that runs into it."""
    return [_ELIDED.sub("", word.strip(_WORD_EDGES)) for word in topic.split()]


def _without_venue(title: str) -> str:
    """ "Coffee – Patisserie La Cigogne" is about coffee: what has capitals behind a meal is where it is eaten."""
    meal, *beside = _DASH.split(title, maxsplit=1)
    words = " ".join(beside).split()
    is_place = all(word[0].isupper() or word.casefold() in _IN_PLACES for word in words)
    return meal if is_place and not AT_TABLE.isdisjoint(folded_words(meal)[:1]) else title


def _parts_of(title: str) -> list[str]:
    """The title taken apart at dashes, colons and "about"; the most telling part tends to be the last."""
    while (bare := _REPLY.sub("", title, count=1)) != title:
        title = bare
    parts = (part for part in _PARTS.split(title) if not _PAIRED.search(part))
    pieces = [piece for part in parts for piece in _ABOUT.split(part)]
    return [piece.strip(_EDGES) for piece in pieces if piece.strip(_EDGES)]


def _are_two(title: str, own: Collection[str], names: Collection[str]) -> bool:
    """ "Sahaja / Fred", of a meeting of two: whoever is one side, the other is no topic either.

    "Yoga / Ben" with Ben himself may be one: only somebody else, or their surname, stands beside another name.
    """
    two = _TWO.fullmatch(title.strip(_EDGES))
    has_given = not _NAMES.isdisjoint(own)
    return two is not None and any(
        has_given and side not in _NAMES if side in own else side in _NAMES or side in names
        for side in map(folded, two.groups())
    )


def _without_names(part: str, names: Collection[str]) -> str:
    """ "Board games at Ana's" and "Ana's board games" are about board games."""
    heads = list(_COMPANY.finditer(part))
    for company in heads:
        if all(word in names or word in FILLER for word in folded_words(part[company.end() :])):
            part = _OPEN.sub("", part[: company.start()])
            break
    whose = _WHOSE.match(part)
    if whose and folded(whose[1]) in names:
        part = part[whose.end() :]
    return _PRONOUN.sub("", part).strip(_EDGES)


def _is_topic(part: str, own: Collection[str], names: Collection[str]) -> bool:
    if (
        len(part) > LONGEST_CHARS
        or len(part.split()) > LONGEST_WORDS
        or _UNQUOTABLE.search(part)
        or _ROUTINE.search(folded(part))
    ):
        return False
    if any(word in own and len(word) > 1 for word in folded_words(part)):
        return False
    bare = _WALK.sub(" ", folded(part))  # "Walk" says nothing, "Walking the Camino" does
    words = [word for word in folded_words(bare) if word not in _SAYS_NOTHING and word not in names]
    if words and _NAMES.issuperset(words) and part[0].isupper():
        return False
    return any(len(word) > 2 and not any(char.isdigit() for char in word) for word in words) or (
        any(
            ord(char) > 0x2E7F and char.isalpha() for char in part
        )  # without spaces a word may be two signs long
    )
