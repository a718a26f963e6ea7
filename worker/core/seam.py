"""A seam is where a filled-in word meets its sentence: "de" and "Ana" become "d’Ana" in French.

Beside `words.py`: sentence + values → text. What was filled in stays as it is, but for the questions of ours. Pure.
"""

import re
from collections.abc import Mapping
from string import Formatter

from worker.core.addressed import addressed

_VOWEL = "[aeiouâàáãäåéèêëîïíôóöøûüúœæ]"
_MUTE = (
    "hadrien hector helene hélène héloïse henri henriette hermine hervé hilaire hippolyte honoré honorine horace "
    "hortense hubert hugo hugues huguette hyacinthe"
)
"""French names in h of which nothing is heard; where it is ("de Hans", "de Hassan"), or nobody knows, none elides."""
_ELIDES = rf"(?!(?:onze|onzième|oui)\b){_VOWEL}|y(?!{_VOWEL})|(?:{'|'.join(_MUTE.split())})\b"
"""Before which French elides: a vowel, but "onze"; "Yves", but not "Yann"; a mute h."""
_MASCULINE = (
    "(?:rio(?: de janeiro| grande do (?:sul|norte))?|porto|cairo|recife|brasil|jap[ãa]o|canad[áa]|m[ée]xico|egito|"
    "chile|peru|uruguai|paraguai|l[íi]bano|algarve|alentejo|douro|cear[áa]|paran[áa]|par[áa]|maranh[ãa]o|pantanal)$"
)
_FEMININE = (
    "(?:bahia|amaz[ôo]nia|para[íi]ba|madeira|alemanha|argentina|austr[áa]lia|[áa]ustria|b[ée]lgica|bol[íi]via|china|"
    "col[ôo]mbia|coreia|cro[áa]cia|dinamarca|esc[óo]cia|espanha|finl[âa]ndia|fran[çc]a|gr[ée]cia|holanda|hungria|[íi]ndia|"
    "inglaterra|irlanda|isl[âa]ndia|it[áa]lia|noruega|nova zel[âa]ndia|pol[ôo]nia|r[úu]ssia|su[ée]cia|su[íi][çc]a|"
    "toscana|sic[íi]lia|turquia|ucr[âa]nia|europa|[áa]frica|[áa]sia)$"
)
"""Places that Portuguese calls by an article."""
_ELEVEN = r"(?:8|11)\b"
"""Days of a month that Italian speaks with a vowel."""
_SEAMS: Mapping[str, tuple[tuple[re.Pattern[str], str, str], ...]] = {
    "es": (
        (re.compile(r"\by $"), "e ", r"h?[ií](?![aáeéoó])|y(?![aáeéiíoóuú])\w"),
        (re.compile(r"\bo $"), "u ", r"h?[oó]"),
    ),
    "fr": (
        (re.compile(r"\b([dD])e («\u00a0)?$"), r"\1’\2", _ELIDES),
        (re.compile(r"\b([qQ]u)e $"), r"\1’", _ELIDES),
    ),
    "it": (
        (re.compile(r"\b([aA]) $"), r"\1d ", "[aàá]"),
        (re.compile(r"\b([eE]) $"), r"\1d ", "[eèé]"),
        (re.compile(r"\bil $"), "l’", _ELEVEN),
        (re.compile(r"\b(al|dal|nel|del|sul) $"), r"\1l’", _ELEVEN),
        (re.compile(r"\bin $"), "nell’", r"[aeiou]\w+ \d{4}$"),
        (re.compile(r"\bin $"), "nel ", r"\w+ \d{4}$"),
    ),
    "pt": (
        (re.compile(r"\bem $"), "no ", _MASCULINE),
        (re.compile(r"\bde $"), "do ", _MASCULINE),
        (re.compile(r"\ba $"), "ao ", _MASCULINE),
        (re.compile(r"\bem $"), "na ", _FEMININE),
        (re.compile(r"\bde $"), "da ", _FEMININE),
        (re.compile(r"\ba $"), "à ", _FEMININE),
    ),
}
"""Language → what stands before, what becomes of it, and the beginning of what follows."""
_AFTER_COLON = re.compile(r":\s$")
_CAPITAL_AFTER_COLON = frozenset({"de"})
"""Languages in which a whole sentence after a colon begins with a capital."""
_PEOPLE = frozenset({"name", "other"})
_OURS = frozenset({"question"})
"""What is a sentence of ours within another one."""


def sewn(sentence: str, values: Mapping[str, str], lang: str) -> str:
    """The sentence with its `{placeholders}` filled. Raises KeyError for a missing value."""
    text = ""
    for literal, field, _, _ in Formatter().parse(sentence):
        text += literal
        if field is None:
            continue
        value = values[field]
        if field in _PEOPLE:
            text, value = addressed(text, value, lang)
        for before, becomes, follows in _SEAMS.get(lang, ()):
            if re.match(follows, value, re.IGNORECASE):
                text = before.sub(becomes, text)
        if field in _OURS and lang not in _CAPITAL_AFTER_COLON and _AFTER_COLON.search(text):
            value = _begun_small(value)
        text += value
    return text


def _begun_small(sentence: str) -> str:
    """With its first letter small: "¿Qué" becomes "¿qué"."""
    at = next((place for place, char in enumerate(sentence) if char.isalpha()), 0)
    return sentence[:at] + sentence[at : at + 1].lower() + sentence[at + 1 :]
