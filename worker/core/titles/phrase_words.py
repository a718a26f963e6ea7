"""Phrases are said in several words and read as one: "Christmas Eve", "5 à 7", "bei uns".

Read by `title_dress.py`, before the words of `title_words.py`.
"""

import re
from collections.abc import Collection, Iterable

from worker.core.fold import word_set

_PHRASE = re.compile(
    r"\b(?:(?:christmas|xmas) (?:eve|day)|new year['’]?s?(?: eve| day)?|boxing day|bank holiday|"
    r"(?:easter|whit) (?:sunday|monday)|good friday|(?:4th|fourth) of july|"
    r"fin d['’]ann[ée]e|nouvel an|jour de l['’]an|(?:saint|st)[ -]sylvestre|fin de a[ñn]o|a[ñn]o nuevo|"
    r"fi(?:m|nal) de ano|ano novo|fine anno|heilig abend)\b",
    re.IGNORECASE,
)
_IN_PHRASES = word_set(
    "eve day new bank sunday monday friday july fin nouvel jour sylvestre ano fine heilig cinq sept a"
)
"""One of these stands in each, or the "à" of the hours below."""
_IN_ONE_WORD = "xmas"
_AFTER_WORK = re.compile(r"\b(?<!de )(?:5|cinq) ?[à@] ?(?:7|sept)\b(?!:| ?h)", re.IGNORECASE)
"""In Québec, "5 à 7" is drinks after work; "de 5 à 7", "5 à 7h" are hours."""

_READING = re.compile(
    r"\b(?:(?:book|reading) (?:club|group|circle)|clube? de (?:lectura|lecture|leitura)|"
    r"(?:gruppo|circolo) di lettura)\b",
    re.IGNORECASE,
)
_READS = word_set("book reading lectura lecture leitura lettura")
"""One of these stands in each."""
_READING_GROUP = "bookclub"
_LEISURE = re.compile(
    r"\b(?:book (?:clubs?|groups?|circle|launch|swap|fair|festival|signing|release|reading|talk|tour|exchange|party|"
    r"market|shops?|stores?)|(?:whale|bird|dolphin|turtle) watch|watch party|(?:nature|game|wildlife|forest) reserve|"
    r"order in|buy nothing|stream (?:walk|hike|clean ?up)|(?:fantasy|nfl|nba) draft|draft (?:party|night|day)|"
    r"tribute (?:band|bands|concert|show|night|act)|prep school|meal prep(?:ping|aration)?)\b"
)
""" "Book club", "Whale watch": no errand, though a word of one stands in it."""

_CYCLING = re.compile(
    r"\b(?:bike (?:ride|tour)|(?:(?:giro|gita|uscita) )?in bici(?:cletta)?|"
    r"(?:(?:sortie|tour|balade) (?:[àa] |en )?|[àa] |en )v[ée]lo|"
    r"(?:(?:paseo|ruta|salida|passeio) )?(?:en|de) bici(?:cleta)?)\b",
    re.IGNORECASE,
)
"""A bicycle alone is a thing of somebody's: "Vélo Camille"."""
_CYCLES = word_set("bike bici bicicletta bicicleta velo")
"""One of these stands in each."""

_AT_HOME = re.compile(
    r"\b(?:(?:sleep|stay)(?:s|ing) |[üu]bernachtet |schl[äa]ft |dort |duerme |dorme )?(?:"
    r"with us|(?:(?:over|round|back) )?(?:at|to|round) (?:ours|mine|(?:our|my) (?:place|house|flat|home))|"
    r"(?:bei|zu) (?:uns|mir)(?: zu ?hause| daheim)?|chez (?:nous|moi)|[àa] la maison|"
    r"(?:en|a) (?:nuestra|mi) casa|da (?:noi|me)|a casa (?:nostra|mia)|"
    r"(?:[cl][áa] )?(?:em|na|[àa]) (?:nossa|minha) casa|[cl][áa] em casa)\b",
    re.IGNORECASE,
)
_OWN = word_set("us ours mine our my uns mir nous moi maison nuestra mi noi me nostra mia nossa minha la ca")
"""One of these stands in each."""
IN_PHRASES = _IN_PHRASES | _OWN | _READS | _CYCLES
"""One of these stands in a title of which anything is said in several words, or an "@"."""
AT_OURS = "atours"
"""Where the user lives: whoever is there is met. No language has this word."""


def without_leisure(words: Iterable[str]) -> Collection[str]:
    """A title's folded words without those of which a pastime is made that would tell of an errand."""
    return _LEISURE.sub("", " ".join(words)).split()


def in_one_word(title: str, words: Collection[str]) -> str:
    """What is said in several words in one: "Christmas Eve drinks Lottie" → "xmas drinks Lottie", "5 à 7" → "apéro".

    So is the user's home. `words` are the title's own, folded.
    """
    if not _READS.isdisjoint(words):
        title = _READING.sub(_READING_GROUP, title)
    if not _CYCLES.isdisjoint(words):
        title = _CYCLING.sub("cycling", title)
    if not _OWN.isdisjoint(words):
        title = _AT_HOME.sub(AT_OURS, title)
    if _IN_PHRASES.isdisjoint(words) and "@" not in title:
        return title
    return _AFTER_WORK.sub("apéro", _PHRASE.sub(_IN_ONE_WORD, title))
