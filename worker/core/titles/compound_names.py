"""Compound names are two given names by which somebody is called as by one: "María José", "Jean Paul", "Mary Ann".

Read by what calls people in sentences (`worker/core/giving/calling.py`), by what reads titles, and by what is typed.
Folded. Most second names are never said ("Anna Elisabeth", "Benjamin James"), so only those that stand here are; of the
given names on a card it is enough in Spanish and Portuguese that the first one likes company. Pure.
"""

import re
from collections.abc import Sequence

from worker.core.fold import folded, word_set
from worker.core.titles.given_names import GIVEN

_DEVOTED = (
    "carmen carmo pilar mar rocio rosario angeles dolores dores mercedes nieves paz luz soledad lourdes lurdes fatima "
    "remedios milagros consuelo socorro concepcion conceicao asuncion graca gracas ceu rosa trinidad"
)
_MARIA = (
    "jose jesus joao luisa luiza teresa isabel eugenia elena helena victoria vitoria cristina fernanda belen ines "
    "antonia paula clara eduarda rita laura leonor beatriz cecilia julia alice manuela emilia amparo inmaculada "
    "alejandra gracia grazia pia carla paola gabriella chiara cruz"
)
_COMPOUNDS = f"""
maria mari : {_DEVOTED} {_MARIA}
mari : jo tere pepa cris pili lo
ana : maria isabel belen cristina clara paula carolina luisa luiza rosa beatriz julia laura lucia sofia rita teresa \
  claudia catarina flavia elena victoria vitoria cecilia margarita raquel mercedes pilar carmen
jose : luis antonio manuel maria miguel ignacio ramon carlos angel javier francisco enrique alberto juan joaquin \
  eduardo fernando pedro julian augusto roberto rafael daniel jesus
juan : carlos jose manuel antonio luis pablo francisco miguel ramon ignacio pedro diego andres david fernando maria \
  alberto camilo sebastian enrique esteban felipe jesus
joao : pedro paulo carlos victor vitor gabriel miguel lucas luis luiz marcos manuel antonio guilherme felipe filipe \
  vicente francisco maria
luis luiz : miguel alberto fernando enrique henrique antonio manuel carlos felipe filipe alfonso angel eduardo \
  gustavo otavio augusto claudio guilherme javier ignacio maria
carlos : alberto eduardo manuel andres enrique henrique antonio javier augusto miguel roberto alexandre jose
francisco : jose javier jesus manuel antonio miguel luis xavier
pedro : henrique miguel luis pablo jose antonio paulo lucas
paulo : henrique roberto cesar sergio
antonio : jose carlos luis jesus manuel
manuel : jesus antonio angel jose
miguel : angel antonio
jorge : luis enrique
victor : manuel hugo
angel : luis
jesus : maria manuel
julio : cesar
marco marcos : antonio vinicius aurelio
rosa eva carmen luz dulce : maria
jean : paul pierre claude marc luc michel francois jacques louis philippe baptiste christophe yves charles marie \
  sebastien bernard noel guy rene andre
marie : claire france laure pierre christine therese helene paule noelle odile jeanne anne eve josee andree louise \
  luise line ange cecile lou
anne : sophie marie laure claire cecile gaelle lise lore
pierre : yves
hans : peter jurgen juergen joachim georg werner dieter christian jakob ulrich
karl : heinz friedrich ludwig
klaus : peter dieter jurgen juergen
heinz : peter georg dieter
wolf : dieter
horst : dieter
anna : maria lena rita lisa paola chiara laura teresa
ann : kathrin katrin christin
lisa : marie
gian : luca carlo franco piero paolo marco maria luigi battista mario pietro
pier : paolo luigi giorgio francesco carlo giuseppe
carlo : alberto
mary : ann anne jane beth lou kate ellen jo sue alice pat
billy : bob joe ray
betty : lou ann jo sue
jo : ann anne beth
sarah : jane beth
lee : ann anne
ruth : ann
peggy : sue
jim : bob
"""

COMPOUNDS: dict[str, frozenset[str]] = {}
"""A first given name → those that are said with it."""
for _line in _COMPOUNDS.replace("\\\n", "").strip().splitlines():
    _firsts, _, _seconds = _line.partition(" : ")
    for _first in _firsts.split():
        COMPOUNDS[_first] = COMPOUNDS.get(_first, frozenset()) | word_set(_seconds)

_FIRSTS = {
    second: tuple(first for first, seconds in COMPOUNDS.items() if second in seconds)
    for second in frozenset().union(*COMPOUNDS.values())
}
"""The other way round."""
_AFTER_MARIA = word_set(_DEVOTED)
_OF = word_set("de del la las los da do das dos")
_LIKE_COMPANY = word_set("maría josé jose juan joão luiz luís")
"""As written: a German Maria is called by one name."""
_MARIA = r"(?P<Maria>\bM(?:\.?ª|\.a\b|a\.(?=\s))\.?|\bmª)\s*"
_OTHERS = r"(?P<Francisco>\b[Ff]co\b\.?)|(?P<Antonio>\b[Aa]nt\.?º)"
_SHORT = re.compile(_OTHERS)
_ALL_SHORT = re.compile(f"{_MARIA}|{_OTHERS}")
"""What Spanish writes for them. "FCO" is an airport."""
_MARKS = ("ª", "º", "Fco", "fco", "Ma.", "M.a")
"""One of these stands in each of them: in ASCII a dot or "co"."""


def compound_of(names: Sequence[str], *, are_given: bool = False) -> str:
    """What somebody is called of names that begin with the given one: "María José", "Maria do Carmo", else the first.

    `are_given`: no surname is among them.
    """
    return " ".join(names[: _count(names, are_given=are_given)])


def _count(names: Sequence[str], *, are_given: bool) -> int:
    words = list(map(_word, names))
    if len(words) < 2:
        return len(words)
    if words[1] in COMPOUNDS.get(words[0], ()):
        return 2
    if are_given and len(words) == 2 and names[0].lower() in _LIKE_COMPANY and words[1] in GIVEN:
        return 2
    second = next((at for at, word in enumerate(words[1:], 1) if word not in _OF), 1)
    return second + 1 if words[0] == "maria" and words[second] in _AFTER_MARIA else 1


def _word(written: str) -> str:
    return folded(written).strip("'.,")


def may_begin(written: str, second: str) -> Sequence[str]:
    """Who may be meant by the beginning of a compound name: José and Juan by the J of "J. Luis", Mari by Maria."""
    likely = _FIRSTS.get(second, ())
    return [first for first in likely if first.startswith(written) or written.startswith(first)]


def given_told(name: str, given: str) -> str:
    """What the given names on a card say of how one is called, where the whole name says something else.

    Ana Rosa is called Ana where Rosa is her surname; José Emilio by both.
    """
    told = compound_of(given.split(), are_given=True)
    is_other = told != compound_of(name.split())
    return told if is_other and f"{name} ".startswith(f"{told} ") else ""


def unshortened(name: str) -> str:
    """ "Fco. Javier" → "Francisco Javier"; "M.ª" stays: so it is written where one is called so."""
    return _SHORT.sub(lambda found: str(found.lastgroup), name)


def in_full_letters(text: str) -> str:
    """As it is compared: "Café con Mª José" → "Café con Maria José". Most titles shorten nothing, and stay quickly."""
    if text.isascii() and "." not in text and "co" not in text:
        return text
    for mark in _MARKS:
        if mark in text:
            return _ALL_SHORT.sub(lambda found: "Maria " if found["Maria"] else str(found.lastgroup), text)
    return text
