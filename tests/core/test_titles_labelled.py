"""Names in titles, on a labelled set in eleven languages: precision goes before recall."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.core.title_books import LANGUAGES, TITLES_FILE, counted, proposed


@dataclass(frozen=True, kw_only=True)
class Labelled:
    """One title, the keys of those who count, and the names (or keys) of those who are proposed."""

    lang: str
    title: str
    counted: frozenset[str] = frozenset()
    proposed: frozenset[str] = frozenset()


def labelled() -> Iterator[Labelled]:
    for lang in LANGUAGES:
        for kind in ("counted", "proposed"):
            for line in TITLES_FILE[lang][kind].strip().splitlines():
                title, _, who = line.rpartition(" = ")
                yield Labelled(lang=lang, title=title, **{kind: frozenset(who.split(", "))})
        for line in TITLES_FILE[lang]["nobody"].strip().splitlines():
            yield Labelled(lang=lang, title=line)


TITLES = list(labelled())


@dataclass(kw_only=True)
class Tally:
    """How many were found, found rightly, and to be found."""

    found: int = 0
    right: int = 0
    wanted: int = 0

    def add(self, found: frozenset[str], wanted: frozenset[str]) -> None:
        self.found += len(found)
        self.right += len(found & wanted)
        self.wanted += len(wanted)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.found)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.wanted)


def tally(lang: str | None = None) -> tuple[Tally, Tally]:
    """Of those who count, and of those who are proposed."""
    sure, maybe = Tally(), Tally()
    for each in TITLES:
        if lang in (None, each.lang):
            sure.add(counted(each.title), each.counted)
            maybe.add(proposed(each.title), each.proposed)
    return sure, maybe


def row(name: str, sure: Tally, maybe: Tally) -> str:
    return (
        f"{name:<5} {sure.wanted:4} to count: precision {sure.precision:.3f}, recall {sure.recall:.3f}"
        f"   {maybe.wanted:4} to propose: precision {maybe.precision:.3f}, recall {maybe.recall:.3f}"
    )


def test_the_set_is_large_enough() -> None:
    """A share of few titles says little."""
    assert len(TITLES) >= 400
    assert len({(each.lang, each.title) for each in TITLES}) == len(TITLES)
    assert len(LANGUAGES) >= 6


def test_who_counts_was_met(capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong touch spoils somebody's rhythm, a missed one only delays it: precision goes before recall."""
    with capsys.disabled():
        rows = [row(lang, *tally(lang)) for lang in LANGUAGES]
        sys.stdout.write("\n".join(["", *rows, row("all", *tally()), ""]))

    sure, maybe = tally()
    assert sure.precision >= 0.98
    assert sure.recall >= 0.85
    assert maybe.recall >= 0.85


def test_every_other_title_is_read_as_it_is_meant() -> None:
    """Whoever teaches one of the misread ones takes its line away; no other one is unlearnt for it."""
    misread = {
        (lang, line) for lang, lines in TITLES_FILE["misread"].items() for line in lines.strip().splitlines()
    }

    assert misread == {
        (each.lang, each.title)
        for each in TITLES
        if (counted(each.title), proposed(each.title)) != (each.counted, each.proposed)
    }
