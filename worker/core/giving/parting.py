"""A parting is a title that tells that the user and somebody parted: "Broke up with Priya", but not "Anna's break-up".

Beside step 5 of 5: nobody is nudged about whom they left, or who left them, until the two meet again
(`tender_time.py`). What may be somebody else's ("Break-up Liam") counts as the user's: silence hurts less. Pure.
"""

import re

from worker.core.fold import folded_words, word_set
from worker.core.giving.parting_words import AND, I_OR_WE, LEFT_ME, PARTED, WITH
from worker.core.lexicon import Lexicon, entries
from worker.core.titles.given_names import GIVEN
from worker.core.titles.title_words import ROLES, Role

_PARTED, _LEFT_ME = Lexicon(entries(PARTED)), Lexicon(entries(LEFT_ME))
_OTHERS = {word for word, role in ROLES.items() if role is Role.KIN} | word_set(
    "girlfriend boyfriend bf gf husband wife freundin freund mann frau novia novio marido mujer copine copain mari "
    "femme namorada namorado esposa esposo fidanzata fidanzato moglie marito ragazza ragazzo her his their "
    "seiner ihrem ihrer"
)
_SMALL = (("w", WITH), ("i", I_OR_WE), ("a", AND))
_OWN = re.compile(
    "|".join(
        (
            r"^[wi]*P[Pwi]*N+(?:a+i|(?![sa]))",  # "Broke up with Priya", "Break-up talk Priya"
            r"^i*w[wi]*N+[wi]*P",  # "Mit Jonas Schluss gemacht", "Von Jonas getrennt"
            r"^o+w[wi]*N+[wi]*P[Pwi]*$",  # "Dinner with Priya (broke up)"
            r"^i*N+[wi]*P[Pwi]*$",  # "Jonas: Trennungsgespräch", "Hab Jonas verlassen"
            r"^(?:N+a+i+|i+a+N+)[wi]*P",  # "Liam and I broke up"
            r"^[wi]*M[wi]*N+(?![sa])",  # "Me dejó Luis", "Got dumped by Liam"
            r"^w*N+[wi]*M",  # "Liam left me", "Paul m'a quittée"
        )
    )
)
"""Whose parting it is, by the words of the title as letters (`_letters`)."""


def is_own_parting(title: str, *names: str) -> bool:
    """Whether a title tells of the user's parting from who is called so, as far as it can be told from the words.

    Not where it is theirs ("Liam's break-up", "Annas Trennung"), nor where somebody else is named as well ("Liam broke
    up with Jo", "Anna hat sich von ihrem Freund getrennt"): then only something tender is told of them.
    """
    words = folded_words(title)
    return bool(_OWN.match(_letters(words, {word for name in names for word in folded_words(name)})))


def _letters(words: tuple[str, ...], theirs: set[str]) -> str:
    """P parted, M somebody left me, N their name, n another's, w "with", i "I" or "we", s "'s", a "and", o all else."""
    parted = {at for place in _PARTED.places(words) for at in place}
    left_me = {at for place in _LEFT_ME.places(words) for at in place}
    letters = "".join(
        "M" if at in left_me else "N" if word in theirs else _letter(word, is_parting=at in parted)
        for at, word in enumerate(words)
    )
    return "" if "n" in letters else re.sub("M+", "M", letters)


def _letter(word: str, *, is_parting: bool) -> str:
    if word == "s":
        return "s"
    if small := next((letter for letter, known in _SMALL if word in known), ""):
        return small
    if is_parting:
        return "P"
    return "n" if word in GIVEN or word in _OTHERS else "o"
