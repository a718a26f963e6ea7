"""The table of tests/why.md: each test that it names is there, and each docstring's number is a point."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
ROWS = [line for line in (TESTS / "why.md").read_text("utf-8").splitlines() if re.match(r"\| [AB]\d", line)]
POINTS = {f"A{n}" for n in range(1, 8)} | {f"B{n}" for n in range(1, 12)}


def named_tests(row: str) -> list[tuple[str, str]]:
    """File and test (or life) of each name in a row; "::test_x" alone belongs to the file before it."""
    file, found = "", []
    for path, name in re.findall(r"`([\w/.]*)::([^`]+)`", row):
        file = path or file
        found.append((file, name))
    return found


@pytest.mark.parametrize("row", ROWS, ids=[row.split("|")[1].strip() for row in ROWS])
def test_every_test_in_the_table_is_there(row: str) -> None:
    """A table that lies is worse than none."""
    point = row.split("|")[1].strip()

    for file, name in named_tests(row):
        code = (TESTS / file).read_text("utf-8")
        told = f'says = "{name}"' if file.endswith(".toml") else f"def {name}("
        assert told in code, f"{file} has no {name}"
    assert named_tests(row)
    assert point in POINTS


def test_every_number_in_a_docstring_is_a_point() -> None:
    """ "A9" would be nothing anybody could look up."""
    numbers = {
        number
        for file in TESTS.rglob("test_*.py")
        for listed in re.findall(r'^ +"""((?:[AB]\d+, )*[AB]\d+): ', file.read_text("utf-8"), re.MULTILINE)
        for number in listed.split(", ")
    }

    assert numbers <= POINTS
