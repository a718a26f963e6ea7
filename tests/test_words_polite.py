"""Words to send: who is called "Frau Schuster" is spoken to as that, in every language, and a friend as a friend."""

import re
from collections.abc import Iterator

import pytest

from config.words import LANGUAGES
from tests.core.bonds import words_in
from tests.test_words_lint import has_word
from worker.core.words import spoken

SAID_TO_THEM = ("beside", "question", "draft")
"""What of a nudge is said to whom it is about; all else is said to the user."""

TO_A_FRIEND = {
    "en": r"(?!)",
    "de": r"du|dir|dich|dein\w*|euch|euer|eure\w*|erzähl|komm|weißt|magst|hast|bist|liebe[rns]?",
    "es": r"te|ti|tú|tus?|tuy[oa]s?|contigo|ven|cuenta conmigo|eres|estás|has|quieres|dices|sientes|piensas|alegras|"
    r"(?!parte|suerte)\w+[aei]rte(?:l[oae]s?)?|\w+ártel[oae]s?|\w{3,}(?:aste|iste)|\w+rías|\w+ieras",
    "fr": r"tu|te|toi|ton|ta|tes|tien\w*|t’\w+|\w+-tu|\w+-toi|raconte|viens si",
    "it": r"tu|te|ti|tuo|tua|tue|tuoi|ciao|vieni|racconta|hai|stai|vuoi|ami|dici|pensi|ricordi|"
    r"(?!parti)\w+[aei]rti|dirtelo|\w+resti|sapessi",
    "pt": r"vocês?|tu|te|ti|tua?s?|contigo|oi|a gente",
}
"""What is said to a friend alone."""

POLITELY = {
    "en": r"(?!)",
    "de": r"(?-i:Sie (?:sind|mögen|würden)|an Sie|Ihnen|Ihr(?:e[rmn]?)?)",
    "es": r"usted|le|sus?|suy[oa]s?",
    "fr": r"vous|votre|vos|venez|racontez",
    "it": r"(?-i:Lei|Le|La (?:fa|chiamo|conosco|aiuta|rende)|Su[oae]|Suoi)|gentile {name}",
    "pt": r"lhe|olá|o senhor|a senhora",
}
"""What no friend would hear."""
OF_ANOTHER = re.compile(r"le contarías|«{topic}» le importa|veo si también le")
"""Here Spanish "le" is somebody else."""

every_language = pytest.mark.parametrize("lang", LANGUAGES)


def wordings(lang: str) -> Iterator[str]:
    words = words_in(lang)
    (nameless,) = words.wordings("nudge.draft.hi_nameless")
    for kind in SAID_TO_THEM:
        yield from (way for way in words.wordings(f"nudge.{kind}") if way != nameless)


@every_language
def test_who_is_called_by_the_surname_is_spoken_to_politely(lang: str) -> None:
    """A5: no "du" after "Hallo Frau Schuster"; no "te", "toi", "ti" or "você" either."""
    said = [spoken(way, is_polite=True) for way in wordings(lang)]

    assert [text for text in said if has_word(TO_A_FRIEND[lang], text)] == []


@every_language
def test_a_friend_is_spoken_to_as_a_friend(lang: str) -> None:
    """A5: nor is anybody called "Sie" after "Hallo Anna"."""
    said = [spoken(way, is_polite=False) for way in wordings(lang)]

    assert [text for text in said if has_word(POLITELY[lang], OF_ANOTHER.sub("", text))] == []


@every_language
def test_what_is_said_to_the_user_has_one_form(lang: str) -> None:
    """The user is a friend: only what is sent differs."""
    words = words_in(lang)
    sent = set(wordings(lang))

    both = [way for way in words.wordings("nudge") if spoken(way, is_polite=True) != way]
    assert [way for way in both if way not in sent] == []
    assert bool(both) is (lang != "en")
