"""The page docs/reading.md: each test that it names is there, and each sample of tests/feeds is told of by a test."""

from pathlib import Path

import pytest

from tests.inbox.calendars import FEEDS
from tests.test_why_table import TESTS, named_tests

ROWS = [
    line
    for line in (TESTS.parent / "docs" / "reading.md").read_text("utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| fact ")
]
CODE = "".join(file.read_text("utf-8") for file in sorted((TESTS / "inbox").glob("test_*.py")))


@pytest.mark.parametrize("row", ROWS, ids=[row.split("|")[1].strip()[:60] for row in ROWS])
def test_every_test_on_the_page_is_there(row: str) -> None:
    """Newcomers find by it how a fact is meant."""
    for file, name in named_tests(row):
        assert f"def {name}(" in (TESTS / file).read_text("utf-8"), f"{file} has no {name}"
    assert named_tests(row)


@pytest.mark.parametrize("sample", sorted(FEEDS.glob("*.ics")), ids=lambda sample: sample.stem)
def test_every_sample_is_read_by_a_test(sample: Path) -> None:
    """One file per fault, named after it."""
    told = f'"{sample.stem}"' in CODE or f"{sample.stem}.ics" in CODE

    assert told or sample.stem.startswith(("customized_time_zone_", "event_inside_"))
