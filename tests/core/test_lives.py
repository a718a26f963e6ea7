"""Lives: small calendars in all six languages, each with one thing that must happen, or must not (`lives/*.toml`)."""

import re
from typing import Any

import pytest

from config.words import LANGUAGES
from tests.core.bonds import words_in
from tests.core.life import Life, lived, lives
from tests.test_words_lint import ASKS, NEVER, count, has_word
from worker.core.fold import folded
from worker.core.giving.courtesy import Plan
from worker.core.nudge import Nudge
from worker.core.words import Words, spoken

LIVES = tuple(lives())
MARKS = {"en": "“{}”", "de": "„{}“", "es": "«{}»", "fr": "«\u00a0{}\u00a0»", "pt": "“{}”", "it": "«{}»"}
"""How a language quotes."""
_QUOTED = re.compile(r"“[^”]*”|„[^“]*“|«[^»]*»")

every_life = pytest.mark.parametrize(
    "life", LIVES, ids=[f"{life.says} {life.each}".strip() for life in LIVES]
)


def gifts(nudge: Nudge) -> list[str]:
    return [nudge.gift.text, *(gift.text for gift in nudge.more_gifts)]


def said(nudge: Nudge) -> str:
    """Every word of a nudge that anybody reads, its evidence included."""
    titles = (proof.title for proof in nudge.evidence)
    return " ".join((nudge.headline, nudge.why, *gifts(nudge), nudge.draft, *titles))


def first_names(nudges: list[Nudge]) -> list[str]:
    return [nudge.name.split()[0] for nudge in nudges]


def is_worded(text: str, words: Words, keys: list[str]) -> bool:
    """Whether a text holds one of the sentences at some keys, whatever was filled in, and however sewn on."""
    patterns = (
        re.sub(r"(?:\w+\\ )?\\\{\w+\\\}", ".+", re.escape(spoken(way, is_polite=False)))
        for key in keys
        for way in words.wordings(key)
    )
    return any(re.search(pattern, text, re.IGNORECASE) for pattern in patterns)


def test_there_are_sixty_lives() -> None:
    """And each is told once."""
    assert len({(life.says, life.each) for life in LIVES}) == len(LIVES) >= 60


def kinds_of(nudge: Nudge) -> set[str]:
    return {nudge.gift.kind.value, *(gift.kind.value for gift in nudge.more_gifts)}


def quoted(life: Life, key: str, lang: str) -> str:
    return MARKS[lang].format(life.title(key, lang))


def told(made: Plan) -> str:
    """What a failure shows."""
    return "\n".join([*map(said, made.nudges), *(held.because for held in made.held_back)])


SLIPS = {
    "en": r"\ba (?=[aeio]\w)",
    "de": r"\bin dem (?=\w+ \d{4})",
    "es": r"\by (?=[iI]|[Hh]i(?!e))|\bo (?=[oO]|[Hh]o)|\b[ad] el\b",
    "fr": r"\b(?:[Dd]e|[Qq]ue|[Ll][ea]|[Jj]e|[Nn]e|[Ss]e|[Tt]e|[Mm]e) (?=[aeiouâàéèêîôûAEIOUÉ])",
    "pt": r"\b(?:de|em|por) (?:os?|as?)\b",
    "it": r"\b[Aa] (?=[aA]\w)|\b[Ee] (?=[eEè])",
}
"""What sounds wrong where two words meet."""


def slips(nudge: Nudge, lang: str) -> list[str]:
    """Where a sentence of ours meets a name, a month or a question badly."""
    texts = [_QUOTED.sub("“”", text) for text in (nudge.headline, nudge.why, *gifts(nudge), nudge.draft)]
    found = [match.group() for text in texts for match in re.finditer(SLIPS[lang], text)]
    if lang != "de":
        found += [text for text in texts if re.search(r":\s¿?[A-ZÀ-Ý][^:]*\?", text)]
    return found


@every_life
def test_a_life_gets_what_it_must(life: Life) -> None:
    """A1, A2, A3, A4, A5, A6, A7, B1, B2, B3, B4, B5, B6, B7, B8, B9, B11: each life names its point."""
    for lang in LANGUAGES:
        assert missing(life, lang) == {}, f"{lang}: {told(lived(life, lang))}"


def missing(life: Life, lang: str) -> dict[str, Any]:
    """What this life must get, and does not."""
    made, words, must = lived(life, lang), words_in(lang), dict(life.asked("must"))
    nudges, held = list(made.nudges), list(made.held_back)

    checks: dict[str, Any] = {
        "nudged": lambda names: sorted(first_names(nudges)) == names,
        "count": lambda n: len(nudges) == n,
        "count_held": lambda n: len(held) == n,
        "waits": lambda n: len(made.rediscover) == n,
        "held": lambda key: is_worded(held[0].because, words, [f"nudge.held.{key}"]),
        "held_says": lambda key: quoted(life, key, lang) in held[0].because,
        "reason": lambda reason: nudges[0].reason == reason,
        "on": lambda day: nudges[0].on == day,
        "channel": lambda channels: nudges[0].channel in channels,
        "first": lambda kind: nudges[0].gift.kind == kind,
        "first_on": lambda name: first_names(nudges)[0] == name,
        "gives": lambda kinds: set(kinds) <= kinds_of(nudges[0]),
        "quotes": lambda key: any(quoted(life, key, lang) in text for text in gifts(nudges[0])),
        "asks": lambda name: is_worded(said(nudges[0]), words, [f"nudge.question.{name}"]),
        "says": lambda keys: all(life.title(key, lang) in said(nudges[0]) for key in keys),
        "why": lambda keys: is_worded(nudges[0].why, words, [f"nudge.why.{key}" for key in keys]),
        "why_of_first": lambda keys: is_worded(nudges[0].why, words, [f"nudge.why.{key}" for key in keys]),
    }
    return {key: wanted for key, wanted in must.items() if not checks[key](wanted)}


@every_life
def test_a_life_is_spared_what_it_must_not_get(life: Life) -> None:
    """A5, B5, B8: what is tender, private, over or for somebody else."""
    for lang in LANGUAGES:
        assert unspared(life, lang) == [], f"{lang}: {told(lived(life, lang))}"


def unspared(life: Life, lang: str) -> list[str]:
    """What this life gets, and must not."""
    made, spared = lived(life, lang), life.asked("must_not")
    everything = folded(" ".join(map(said, made.nudges)))
    drafts = folded(" ".join(nudge.draft for nudge in made.nudges))

    given = {kind for nudge in made.nudges for kind in kinds_of(nudge)} & set(spared.get("gives", ()))
    said_of = [key for key in spared.get("says", ()) if folded(life.title(key, lang)) in everything]
    drafted = [key for key in spared.get("drafts", ()) if folded(life.title(key, lang)) in drafts]
    quotes = [spared["quotes"]] if "quotes" in spared else []
    cited = [key for key in quotes if quoted(life, key, lang) in " ".join(map(said, made.nudges))]
    return [*given, *said_of, *drafted, *cited]


@every_life
def test_every_life_is_told_kindly(life: Life) -> None:
    """A1, A5: our own sentences ask, blame and shout nowhere; a nudge is short, and says nothing twice."""
    for lang in LANGUAGES:
        for nudge in lived(life, lang).nudges:
            assert unkind(nudge, lang) == [], f"{lang}: {said(nudge)}"


def unkind(nudge: Nudge, lang: str) -> list[str]:
    """What is wrong with the sentences of a nudge."""
    ours = _QUOTED.sub(" ", " ".join((nudge.headline, nudge.why, *gifts(nudge), nudge.draft)))
    is_wrong = {
        "a word that is never said": has_word(NEVER[lang], ours),
        "an ask": has_word(ASKS[lang], ours),
        "a shout, or a gap": re.search(r"[!¡{}]", said(nudge)),
        "too long": count(f"{nudge.headline} {nudge.why} {nudge.gift.text}") > 60,
        "the same gift twice": len({*gifts(nudge)}) < len(gifts(nudge)),
        "no evidence": not nudge.evidence,
        "no draft": not nudge.draft,
    }
    return [what for what, found in is_wrong.items() if found] + slips(nudge, lang)
