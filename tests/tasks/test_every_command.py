"""Every command × words that nobody should type: an answer, never a traceback."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from tasks.cli import app
from tests.prepared import prepare
from tests.tasks.running import environ, said
from tests.tasks.worked import met_long_ago

WORDS = ("0001-01-01", "x" * 5_000, "a\x07\x1b[31mb\nc", "\udcff")
"""A day before all time zones, a name longer than any file's, what a terminal obeys, bytes that are no text."""
RUNNING = {"up", "worker", "clock", "web"}
OF_A_LIBRARY = re.compile(r"Input|Invalid|Errno|codec|unable|Traceback")
UNSEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


def commands(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Each with the words that lead to it; those that run until they are stopped have no arguments."""
    inner = getattr(command, "commands", None)
    if inner is None:
        yield path, command
        return
    for name in inner.keys() - (RUNNING if not path else set()):
        yield from commands(inner[name], (*path, name))


ALL = dict(commands(typer.main.get_command(app)))


def ways(command: Any, fitting: dict[str, str]) -> Iterator[list[str]]:
    """Each argument and each option once with each word; all others that are needed fit."""
    needed = [each for each in command.params if each.param_type_name == "argument"]
    options = [each for each in command.params if each.param_type_name == "option" and not each.is_flag]
    must = [word for each in options if each.required for word in (each.opts[0], "2026-01-01")]
    right = [fitting.get(each.name, "x") for each in needed]
    for word in WORDS:
        for at, _ in enumerate(needed):
            yield [*right[:at], word, *right[at + 1 :], *must]
        for option in options:
            yield [*right[: sum(each.required for each in needed)], *must, option.opts[0], word]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("every")
    (made / "own.ics").write_bytes(met_long_ago())
    for word in (WORDS[0], WORDS[2]):  # no backup is made there, which takes a second
        (made / word).touch()
    prepare(made / "data")
    return made


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_no_word_is_answered_by_a_traceback(
    path: tuple[str, ...], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is refused is refused in words of ours that fit a screen and leave the terminal as it is."""
    monkeypatch.chdir(folder)
    env = environ(folder / "data")
    file = str(folder / "own.ics")
    fitting = {"source": file, "sources": file, "kind": "book", "number": "1", "given": "done"}

    for way in ways(ALL[path], fitting):
        told = said(*path, *way, env=env)
        assert told.code in (0, 1, 2)
        assert told.code == 0 or told.err
        assert not UNSEEN.search(told.err), told.err
        assert not OF_A_LIBRARY.search(told.err), told.err
        assert max(map(len, told.err.splitlines()), default=0) < 500, told.err
