"""What stands behind a comma in a name: the given name of a directory, a degree, a firm, a town; or that of a son.

Beside step 3 of 5: "Kern, Otto" and "Otto Kern, MD" are both Otto Kern. Pure.
"""

from collections.abc import Sequence
from itertools import takewhile

from worker.core.fold import folded, word_set
from worker.core.giving.place_words import CITY_BY_NAME
from worker.core.titles.given_names import GIVEN, TOWNS_TOO

_GENERATIONS = word_set("jr sr ii iii iv jun sen junior senior")
"""These tell a father from a son, and stay: "Otto Kern, Jr." is Otto Kern Jr."""
NAME_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "phd", "ph.d", "md", "m.d", "esq", "mba", "msc"))
"""What follows a name and is none, whatever stands before it."""
_SUFFIXES_TOO = word_set(
    "bsc ma ba meng beng llm llb mph dds dvm edd jd cpa cfa pmp rn dr prof ing eng arch dipling diplom dipl mag "
    "magister pe facs cissp lcsw frcs mrcp obe mbe"
)
"""Behind a whole name; behind a family name "Ma" and "Jun" are what somebody is called."""
_FIRMS = word_set(
    "ltd limited gmbh inc llc llp ag sa sas sarl srl spa sl kg bv nv oy ab as corp co plc ev eg ug"
)
_LEADING = word_set(
    "mr mrs ms miss mx sir herr frau sr sra mme mlle sig dr dra prof pd univ med rer nat phil jur ing dipl dipling "
    "habil hc mag"
)
"""Titles that a directory writes before the family name: "Prof. Dr. Behn, Jutta"."""
_LONGEST_DEGREE = 5


def without_commas(name: str) -> str:
    """The name in the order in which it is said: "Kern, Otto", "Otto Kern, MD", "Otto Kern, ACME Ltd" → "Otto Kern".

    Directories write the family name first; what follows a name that begins with a given one is no name. Where nothing
    tells, as behind two commas, the name stays as it is written.
    """
    if "," not in name:
        return name
    parts = [words for part in name.split(",") if (words := part.split())]
    kept, ending = _without_endings(parts)
    if not kept:
        return name
    first, *others = kept
    titles = list(takewhile(lambda word: _bare(word) in _LEADING, first))
    first = first[len(titles) :]
    if not first:
        return name
    if others and (_is_whole(first, others) or (titles and (len(first) > 1 or _is_town(others[0])))):
        others = []
    if len(others) > 1:
        return name
    return " ".join((*titles, *(others[0] if others else ()), *first, *ending))


def _without_endings(parts: Sequence[Sequence[str]]) -> tuple[list[Sequence[str]], Sequence[str]]:
    """Without degrees and firms at the end; and what tells the generation, which belongs there."""
    kept, ending = list(parts), list[str]()
    while kept:
        last = kept[-1]
        if len(kept) > 1 and (_is_degree(last, kept) or _is_firm(last)):
            ending = [word for word in last if _bare(word) in _GENERATIONS] or ending
            kept.pop()
        elif len(kept) > 1 and len(last) > 1 and _bare(last[-1]) in NAME_SUFFIXES:
            ending = [last[-1]] if _bare(last[-1]) in _GENERATIONS else ending
            kept[-1] = last[:-1]
        else:
            break
    return kept, ending


def _is_degree(part: Sequence[str], parts: Sequence[Sequence[str]]) -> bool:
    (short, *more), before = part, parts[0]
    endings = NAME_SUFFIXES | (_SUFFIXES_TOO | _GENERATIONS if len(before) > 1 else set())
    if all(_bare(word) in endings for word in part):
        return True
    is_written_so = short.isupper() and short.isalpha() and 2 <= len(short) <= _LONGEST_DEGREE
    is_calm = len(before) > 1 and not all(word.isupper() for word in before)
    return not more and is_written_so and is_calm and folded(short) not in GIVEN


def _is_firm(part: Sequence[str]) -> bool:
    return len(part) > 1 and _bare(part[-1]) in _FIRMS


def _is_whole(first: Sequence[str], others: Sequence[Sequence[str]]) -> bool:
    """Whether what stands before the comma is a name by itself, and what stands behind it is not its given name."""
    return len(first) > 1 and _is_given(first[0]) and not any(_is_given(part[0]) for part in others)


def _is_town(part: Sequence[str]) -> bool:
    return folded(" ".join(part)) in CITY_BY_NAME


def _is_given(word: str) -> bool:
    name = folded(word).partition("-")[0]
    return name in GIVEN and name not in TOWNS_TOO


def _bare(word: str) -> str:
    return folded(word).replace(".", "").replace("-", "")
