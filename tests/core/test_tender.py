"""Tender: titles as people write them, by concept and language: never quoted, or harmless (`tender/*.toml`)."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.words import LANGUAGES
from worker.core.giving.delicate import is_delicate
from worker.core.giving.tender_words import TENDER

TABLES = Path(__file__).with_name("tender")


def read(name: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((TABLES / f"{name}.toml").read_text("utf-8"))


LABELLED = {
    concept: by_lang
    for name in ("care", "death", "doctor", "law", "sorrow", "strife")
    for concept, by_lang in read(name).items()
}
HARMLESS = read("harmless")


def spellings(title: str) -> Iterator[str]:
    """A title in a hurry, in capitals, with the other apostrophe, and with more around it."""
    yield from (title, title.upper(), title.casefold(), title.replace("’", "'"), f"14:30 {title} (Ana)")


@pytest.mark.parametrize("concept", LABELLED)
def test_a_tender_title_is_never_quoted(concept: str) -> None:
    """A5: death, illness, law, debt, losing and seeking work, strife, and other sorrow, in six languages."""
    by_lang = LABELLED[concept]

    quoted = [
        text for titles in by_lang.values() for title in titles for text in spellings(title)
        if not is_delicate(text)
    ]  # fmt: skip

    assert quoted == []


def test_every_concept_is_labelled_in_every_language() -> None:
    """No cell of the grid is without words, and none without a title that tries them."""
    grid = {concept: rows for table in TENDER for concept, rows in table.items()}

    assert len(grid) == sum(map(len, TENDER)) >= 100
    assert set(LABELLED) == set(grid)
    for concept, rows in grid.items():
        assert sorted(re.findall(r"^\s*([a-z]{2}): \S", rows, re.MULTILINE)) == sorted(LANGUAGES), concept
        assert sorted(LABELLED[concept]) == sorted(LANGUAGES), concept
        assert all(LABELLED[concept].values()), concept


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_harmless_title_may_be_quoted(lang: str) -> None:
    """ "interview" is in "Overview" only for a careless reader; "Richter" is a name, "Grab a coffee" no grave."""
    assert [title for title in HARMLESS[lang] if is_delicate(title)] == []
