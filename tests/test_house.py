"""The rules of the house that a reader feels first: small files, short functions, few broad excepts."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parents[1]
MOST_LINES = 300
MOST_FUNCTION_LINES = 40
MOST_BROAD_EXCEPTS = 5
PRODUCT, BESIDE = ("config", "tasks", "worker"), ("bench", "tests")

HISTORY = "worker/store/migrations/versions/"
"""Migrations are never edited once they went out, so that no rule about their shape can be kept later."""


def product(folders: tuple[str, ...] = PRODUCT) -> Iterator[tuple[str, str]]:
    """Path and text of every file of the product, migrations left out; or of other folders."""
    for folder in folders:
        for file in sorted((ROOT / folder).rglob("*.py")):
            name = file.relative_to(ROOT).as_posix()
            if not name.startswith(HISTORY):
                yield name, file.read_text("utf-8")


@cache
def tree_of(text: str) -> ast.Module:
    return ast.parse(text)


@cache
def nodes_in(text: str) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(tree_of(text)))


def long_functions(name: str, text: str) -> list[str]:
    return [
        f"{name}:{node.name}"
        for node in nodes_in(text)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > MOST_FUNCTION_LINES
    ]


def broad_excepts(name: str, text: str) -> list[str]:
    """Where everything is caught: bare, or by one of the two names that stand for everything, alone or among others."""
    found = []
    for node in nodes_in(text):
        if isinstance(node, ast.ExceptHandler):
            kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            names = {each.id for each in kinds if isinstance(each, ast.Name)}
            if node.type is None or names & {"Exception", "BaseException"}:
                found.append(f"{name}:{node.lineno}")
    return found


def test_no_file_is_longer_than_300_lines() -> None:
    """Split at a noun before that."""
    too_long = [name for name, text in product(PRODUCT + BESIDE) if len(text.splitlines()) > MOST_LINES]

    assert too_long == []


def test_no_function_is_longer_than_40_lines() -> None:
    """From its `def` to its last line, docstring included."""
    too_long = [found for name, text in product() for found in long_functions(name, text)]

    assert too_long == []


def test_everything_is_caught_in_five_places_at_most() -> None:
    """At the border of a loop, where one bad row must not stop the rest."""
    found = [place for name, text in product() for place in broad_excepts(name, text)]

    assert len(found) <= MOST_BROAD_EXCEPTS, found


def test_every_exception_from_a_rule_says_why() -> None:
    """Beside itself, so that it goes when its reason does."""
    bare = re.compile(r"# (?:noqa: [A-Z0-9, ]+|type: ignore\[[\w, -]+\]|noqa|type: ignore)\s*$")

    found = [
        f"{name}: {line.strip()}"
        for name, text in product()
        for line in text.splitlines()
        if bare.search(line)
    ]

    assert found == []


def imports_in(name: str, text: str, known: set[str]) -> set[str]:
    """The product's files that a file imports: at its head, inside functions, for types alone."""
    found = set()
    for node in nodes_in(text):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{each.name}" for each in node.names} | {node.module}
        elif isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
    files = {f"{module.replace('.', '/')}.py" for module in found}
    return (files & known) - {name}


def test_no_way_through_the_imports_leads_back() -> None:
    """Two files that know each other are one file, or three."""
    files = dict(product())

    graph = {name: imports_in(name, text, files.keys()) for name, text in files.items()}

    assert len(list(TopologicalSorter(graph).static_order())) == len(files)


def test_every_file_says_first_what_it_is() -> None:
    """One line that a reader of the folder can stop at."""
    silent = [name for name, text in product() if text.strip() and not ast.get_docstring(tree_of(text))]

    assert silent == []
