"""How a name with a form of address stands in a sentence: "con la señora Ruiz", "an Herrn Kantor".

Beside `seam.py`. What people are spoken to with has no article: "Hola, Señora Ruiz". Pure.
"""

import re
from collections.abc import Mapping

_ARTICLES: Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    lang: tuple((article, re.compile(rf"(?:{words})\.? \S", re.IGNORECASE)) for article, words in rows)
    for lang, rows in {
        "es": (
            ("la", "señora|señorita|sra|srta|doctora|dra|profesora"),
            ("el", "señor|sr|doctor|profesor"),
        ),
        "it": (
            ("la", r"signora|signorina|sig\.ra|sig\.na|dottoressa|dott\.ssa|professoressa"),
            ("il", "signor|sig|dottor|dott|professor"),
        ),
        "pt": (
            ("a", "senhora|sra|doutora|dra|professora"),
            ("o", "senhor|sr|doutor|professor"),
        ),
    }.items()
}
"""Language → article, and what takes it."""
_SPOKEN_TO = re.compile(r"\b(?:Hola,|Ciao|Gentile|Oi,|Olá,) $")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?] )$")
_JOINED: Mapping[str, Mapping[str, str]] = {
    "es": {"a el": "al", "de el": "del"},
    "it": {"a il": "al", "a la": "alla", "di il": "del", "di la": "della", "da il": "dal", "da la": "dalla"},
    "pt": {
        "a o": "ao",
        "a a": "à",
        "de o": "do",
        "de a": "da",
        "em o": "no",
        "em a": "na",
        "por o": "pelo",
        "por a": "pela",
    },
}
"""What becomes of a preposition and an article."""
_LAST_WORD = re.compile(r"\b\w+ $")
_HERR = re.compile(r"Herr (?=\S)")
_NOT_NOMINATIVE = re.compile(
    r"\b(?:(?:an|bei|durch|für|mit|ohne|von|zu|hast|hast du|immer es) |schön, )$", re.IGNORECASE
)
"""What stands in our sentences before somebody who does nothing in them."""


def addressed(text: str, name: str, lang: str) -> tuple[str, str]:
    """A sentence up to a name, and the name, each as they meet: ("Ein Gruß an ", "Herr Roth") → (…, "Herrn Roth")."""
    if lang == "de" and _NOT_NOMINATIVE.search(text):
        return text, _HERR.sub("Herrn ", name)
    article = next((word for word, takes in _ARTICLES.get(lang, ()) if takes.match(name)), "")
    if not article or _SPOKEN_TO.search(text):
        return text, name
    if _SENTENCE_BEGINS.search(text):
        return f"{text}{article.capitalize()} ", name
    return _joined(text, article, _JOINED[lang]), name


def _joined(text: str, article: str, joins: Mapping[str, str]) -> str:
    last = _LAST_WORD.search(text)
    before = last[0].strip() if last else ""
    joined = joins.get(f"{before.lower()} {article}")
    if last is None or joined is None:
        return f"{text}{article} "
    return f"{text[: last.start()]}{joined.capitalize() if before.istitle() else joined} "
