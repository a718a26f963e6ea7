"""The page about rhythm shows code: it runs, and it says what the page says."""

import doctest
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "rhythm.md"


def test_the_example_on_the_page_runs() -> None:
    """Every line after a prompt, with the answers shown."""
    failed, tried = doctest.testfile(str(PAGE), module_relative=False)

    assert tried > 0
    assert failed == 0
