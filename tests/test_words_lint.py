"""Every sentence of every language: complete, calm, and never an ask."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain, product
from string import Formatter
from typing import Any

import pytest

from config.gifts import gift_table
from config.words import LANGUAGES, words_of
from tests.sentences import templates, told_as_mere_text
from worker.core.giving.catalogue import catalogue_of
from worker.core.words import Words, spoken

NEVER = {
    "en": r"overdue|neglect\w*|owe[sd]?|owing|scor(?:e|es|ed|ing)|leads?|pipelines?|streaks?|failed to|"
    r"you haven.?t|you have not|touchpoints?|roi|growth.hack\w*|unanswered|you missed|you forgot|"
    r"should have|guilty?",
    "de": r"überfällig\w*|vernachlässig\w*|schulde\w*|schuldig\w*|punktzahl\w*|punktestand|score\w*|"
    r"leads?|pipeline\w*|serie|versäum\w*|du hast (?:\w+ )?nicht|du hast (?:\w+ )?vergessen|"
    r"streak\w*|unbeantwortet\w*|roi",
    "es": r"atrasad\w*|vencid[oa]s?|descuid\w*|debes|deuda\w*|puntuación|puntaje|score|leads?|pipeline|"
    r"racha\w*|no has|no lograste|olvidaste|culpa\w*|sin responder|roi",
    "fr": r"en retard|négligé\w*|tu dois|dette\w*|score\w*|leads?|pipeline|tu n.as pas|tu as oublié|"
    r"échoué|coupable|sans réponse de|roi",
    "pt": r"atrasad\w*|vencid[oa]s?|negligenci\w*|deve|dívida\w*|pontuação|score|leads?|pipeline|"
    r"você não (?:ligou|escreveu|falou|respondeu|fez|viu|entrou)|esqueceu|falhou|culpa\w*|roi",
    "it": r"in ritardo|scadut\w*|trascurat\w*|devi|debito|debiti|punteggio|score|leads?|pipeline|"
    r"non hai|dimenticato|fallito|colpa|roi",
}
"""What Snowdrop never says: docs/why.md, and what it becomes in the other languages."""

ASKS = {
    "en": r"favou?r|could you|can you|would you mind|would you help|help me|i need|lend|introduce me|"
    r"refer me|hire me|buy|please|looking for a job|let me know|get back to me",
    "de": r"gefallen|könntest|kannst du|hilf mir|ich brauche|leih\w*|bitte|stell mich vor|empfiehl mich|"
    r"kaufen?|melde dich",
    "es": r"favor|podrías|puedes|ayúdame|necesito|préstame|preséntame|recomiéndame|compra|avísame|"
    r"respóndeme",
    "fr": r"service à te demander|pourrais-tu|peux-tu|aide-moi|j.ai besoin|prête-moi|présente-moi|"
    r"recommande-moi|achète|s.il te plaît|réponds-moi|dis-moi vite",
    "pt": r"favor|poderia|você pode|me ajud\w*|preciso|me empresta|me apresenta|me indica|compre|"
    r"me responda|me avise",
    "it": r"favore|potresti|puoi|aiutami|ho bisogno|prestami|presentami|raccomandami|compra|per piacere|"
    r"rispondimi|fammi sapere",
}
"""What makes an ask of a message."""

FORMS = {"one", "other", *map(str, range(13))}


def leaves(node: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Each sentence with the key it stands at; plural forms, wordings and forms of address share one key."""
    if isinstance(node, str):
        both = dict.fromkeys(spoken(node, is_polite=each) for each in (False, True))
        yield from ((path, way) for way in both)
    elif isinstance(node, Mapping):
        for key, value in node.items():
            yield from leaves(value, path if key in FORMS else f"{path}.{key}".lstrip("."))
    else:
        for value in node:
            yield from leaves(value, path)


def said_in(lang: str) -> Mapping[str, Any]:
    """All words of a language: what English says of troubles stands in the code, where they are met."""
    words = words_of(lang)
    return {**words, "trouble": {each: each for each in templates()}} if lang == "en" else words


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def by_key(lang: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, text in leaves(said_in(lang)):
        found.setdefault(key, []).append(text)
    return found


every_language = pytest.mark.parametrize("lang", LANGUAGES)


def has_word(pattern: str, text: str) -> re.Match[str] | None:
    return re.search(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE)


@every_language
def test_all_languages_have_the_same_keys(lang: str) -> None:
    """A sentence is missing nowhere, and none is left over."""
    assert set(by_key(lang)) == set(by_key("en"))


@every_language
def test_all_languages_use_the_same_placeholders(lang: str) -> None:
    """What is filled in, is filled in everywhere."""
    english, here = by_key("en"), by_key(lang)

    differing = {
        key: (set().union(*map(placeholders, here[key])) ^ set().union(*map(placeholders, english[key])))
        for key in english
        if key in here and not key.startswith("time.")
    }

    assert {key: names for key, names in differing.items() if names} == {}


def test_every_trouble_of_a_calendar_or_a_letter_is_said_as_a_sentence() -> None:
    """A mere text would stand in English in the middle of a page: `Sentence("{label} …", label=label)` has words."""
    assert told_as_mere_text() == []


@every_language
def test_no_sentence_shouts(lang: str) -> None:
    """A5: no exclamation mark in any language."""
    assert [text for _, text in leaves(said_in(lang)) if re.search("[!¡‼❗！]", text)] == []


@pytest.mark.parametrize("lang", ["fr", "it"])
def test_where_words_are_often_elided_one_apostrophe_stands_on_a_page(lang: str) -> None:
    """The printed one, in every sentence."""
    assert [text for _, text in leaves(words_of(lang)) if re.search(r"\w'", text)] == []


@every_language
def test_no_sentence_blames_or_sells(lang: str) -> None:
    """A5, A6: nobody is overdue, neglected, owed or scored; there are no leads and no pipelines."""
    assert [(key, text) for key, text in leaves(said_in(lang)) if has_word(NEVER[lang], text)] == []


@every_language
def test_chances_are_told_on_request_only_and_as_a_frequency(lang: str) -> None:
    """A5, B10: "about 85 of 100" stands in the answer to `people --why`, and no number of a person anywhere else."""
    telling = [key for key, text in leaves(words_of(lang)) if re.search(r"\b100\b|%|\{many\}", text)]

    assert telling
    assert [key for key in telling if not key.startswith("rhythm.")] == []
    assert [text for _, text in leaves(words_of(lang)["rhythm"]) if "%" in text] == []


@every_language
def test_no_nudge_contains_an_ask(lang: str) -> None:
    """A1: what is given is given; a nudge never asks for anything."""
    nudge = words_of(lang)["nudge"]

    assert [(key, text) for key, text in leaves(nudge) if has_word(ASKS[lang], text)] == []


@every_language
def test_there_are_three_wordings_of_everything_that_is_said_often(lang: str) -> None:
    """A5: a friend does not talk from a form."""
    often = (
        "nudge.headline.",
        "nudge.gift.",
        "nudge.draft.",
        "nudge.question.",
        "nudge.why.few",
        "nudge.why.years_few",
    )

    few = {
        key: texts
        for key, texts in by_key(lang).items()
        if key.startswith(often) and not key.startswith("nudge.draft.hi") and len(set(texts)) < 3
    }

    assert few == {}


@every_language
def test_every_headline_names_the_person(lang: str) -> None:
    """A calendar shows the headline alone."""
    assert [text for key, text in leaves(words_of(lang)["nudge"]["headline"]) if "{name}" not in text] == []


@every_language
def test_every_gift_of_the_catalogue_has_its_words(lang: str) -> None:
    """A gift without words could not be given."""
    words = Words(lang=lang, table=words_of(lang))

    for rule in catalogue_of(gift_table()).gifts:
        assert words.wordings(f"nudge.gift.{rule.said}")
        assert words.wordings(f"nudge.draft.{rule.said}")
        if rule.question:
            assert len(words.wordings(f"nudge.question.{rule.question}")) >= 6


@every_language
def test_every_why_of_a_rhythm_tells_how_long(lang: str) -> None:
    """A6: each reason stands on figures that the user can check."""
    why = words_of(lang)["nudge"]["why"]

    for key in ("usual", "usual_longest", "bursts", "bursts_longest", "years"):
        ways = [text for _, text in leaves(why[key])]
        assert all("{span}" in way for way in ways)


@every_language
def test_the_longest_nudge_has_at_most_sixty_words(lang: str) -> None:
    """A5: short, even with a long name, a long title, and a birthday besides."""
    nudge, long = words_of(lang)["nudge"], long_values(lang)
    headline = longest((text for _, text in leaves(nudge["headline"])), long)
    called = {**long, "name": "Maximilian"}
    going = {**called, "thing": "Rio de Janeiro"}
    reasons = {key: longest((text for _, text in leaves(node)), going) for key, node in nudge["why"].items()}
    questions = [text.format_map(called) for _, text in leaves(nudge["question"])]

    gifts = [
        text.format_map({**called, "question": question})
        for (_, text), question in product(leaves(nudge["gift"]), questions)
    ]
    of_rhythm = max(
        reasons[key]
        for key in reasons
        if key not in ("thanks", "birthday", "belated", "warm_up", "ask", "asked", "trip", "news")
    )
    birthday = max(reasons["birthday"], reasons["belated"])
    wishes = longest(
        chain.from_iterable(nudge["gift"][f"{when}birthday"] for when in ("early_", "", "late_")), called
    )

    assert headline + max(reasons.values()) + max(map(count, gifts)) <= 60, (
        headline,
        max(reasons, key=lambda key: reasons[key]),
        max(gifts, key=count),
    )
    assert headline + birthday + of_rhythm + wishes <= 60


@every_language
def test_a_draft_is_short(lang: str) -> None:
    """A few words ready to copy are few."""
    assert [text for _, text in leaves(words_of(lang)["nudge"]["draft"]) if count(text) > 32] == []


def long_values(lang: str) -> dict[str, str]:
    """The longest that each placeholder becomes; a headline's whole name has three words."""
    words, day = Words(lang=lang, table=words_of(lang)), date(2026, 12, 22)
    return {
        "name": "Maximilian von Hohenstein",
        "topic": "an afternoon about bees and towers",
        "month": words.month(day),
        "day": words.day(day),
        "weekday": words.weekday(day),
        "number": words.number(12),
        "span": words.span(340),
        "pace": max((text for _, text in leaves(words_of(lang)["nudge"]["pace"])), key=count),
        "hi": "",
        "other": "Maximilian von Hohenstein",
        "thing": "a whole afternoon of climbing with old ropes",
        "linked": "a whole afternoon of climbing with old ropes https://example.org/",
    }


def longest(texts: Iterable[str], values: Mapping[str, str]) -> int:
    return max(count(text.format_map({**values, "question": ""})) for text in texts)


def count(text: str) -> int:
    """Words as a reader counts them: what stands between blanks and holds a letter or a figure."""
    return sum(any(char.isalnum() for char in part) for part in text.split())


@every_language
def test_the_words_to_copy_say_what_the_gift_promises(lang: str) -> None:
    """A1: both stand in the same order, so that thanks for a meal are not sent with a walk."""
    nudge = words_of(lang)["nudge"]

    pairs = [(nudge["gift"][key], nudge["draft"][key]) for key in nudge["gift"] if key in nudge["draft"]]
    assert all(shape(gift) == shape(draft) for gift, draft in pairs)


def shape(node: Any) -> Any:
    """How many wordings stand there, for each number."""
    return {key: len(ways) for key, ways in node.items()} if isinstance(node, dict) else len(node)


@every_language
def test_no_invitation_is_for_two_or_names_the_hour(lang: str) -> None:
    """Whoever was only met with somebody beside them is not invited alone; nor to lunch, who came for dinner."""
    for_two = r"for two|für zwei|para dos|pour deux|per due|para dois|a due|a dos|à deux|a dois|zu zweit"
    hour = (
        r"lunch|dinner|\w*mittag\w*|abendessen|(?:una|nuestra) comida|"
        r"almuerzo|la cena|déjeuner|dîner|almoço|jantar|pranzo"
    )
    nudge = words_of(lang)["nudge"]

    kinds = [nudge[kind][key] for kind in ("gift", "draft") for key in ("invite_meal", "invite_walk")]
    texts = [nudge["channel"]["meal"], *nudge["beside"]["meal"], *chain.from_iterable(kinds)]
    assert [text for text in texts if has_word(f"{for_two}|{hour}", text)] == []
