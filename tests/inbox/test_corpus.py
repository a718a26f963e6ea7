"""The corpus: every calendar of many producers gives touches or a sentence, through the real command too."""

# ruff: noqa: T201 - the count is printed

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.inbox.calendars import BERLIN, whose
from worker.core.judge import judged
from worker.errors import SnowdropError
from worker.inbox.body import Held
from worker.inbox.reading.entry import group_in, written
from worker.inbox.reading.expand import Reading, expanded
from worker.inbox.reading.raw import groups_in, raw_in
from worker.inbox.reading.read import calendar_in, zones_of
from worker.inbox.reading.window import Window

NOW = datetime(2026, 11, 22, tzinfo=UTC)
WINDOW = Window(None, NOW + timedelta(days=365))
FOLDER = Path(os.environ.get("SNOWDROP_TEST_DATA", "/nonexistent")) / "calendars"
ROOT = Path(__file__).parent.parent.parent

pytestmark = pytest.mark.skipif(
    "SNOWDROP_TEST_DATA" not in os.environ, reason="SNOWDROP_TEST_DATA names no folder of samples"
)


def samples() -> Iterator[Path]:
    yield from sorted(FOLDER.glob("*.ics"))


@pytest.mark.slow
def test_every_calendar_gives_touches_or_a_sentence() -> None:
    """No traceback, and by far most are calendars."""
    read = refused = 0
    for path in samples():
        try:
            found = calendar_in(
                Held(path.read_bytes()), source="x", default_zone=None, fallback_zone=BERLIN, window=WINDOW
            )
        except SnowdropError as error:
            refused += str(error).startswith("x ")
            continue
        judged(found.occurrences, whose(found), NOW)
        assert all(problem.what.isprintable() for problem in found.problems)
        read += 1

    print(f"\n{read} calendars read, {refused} refused with a sentence")
    assert read + refused == len(list(samples())) > 0
    assert refused <= 3


@pytest.mark.slow
def test_every_calendar_says_the_same_by_way_of_the_store() -> None:
    """bytes → occurrences, and bytes → groups → JSON → groups → occurrences."""
    for path in samples():
        try:
            raw = raw_in(Held(path.read_bytes()), "x")
        except SnowdropError:
            continue
        whole = Reading("x", zones_of(raw.zone_name, raw.zones.definitions, None, BERLIN), WINDOW)
        for group in groups_in(raw):
            back = group_in(group.key, written(group))
            assert back == group
            alone = Reading("x", zones_of(raw.zone_name, back.zones, None, BERLIN), WINDOW)
            assert expanded(back, alone).occurrences == expanded(group, whole).occurrences, path.name


@pytest.mark.slow
@pytest.mark.parametrize("command", ["events", "touches"])
def test_the_command_reads_the_whole_folder_without_a_traceback(command: str, tmp_path: Path) -> None:
    """Exit code 1, since some files are no calendars; each is one sentence on standard error."""
    arguments = [sys.executable, "-m", "tasks.cli", command, str(FOLDER), "--format", "jsonl"]
    environment = {**os.environ, "SNOWDROP_DATA_DIR": str(tmp_path), "PYTHONPATH": str(ROOT)}

    done = subprocess.run(
        arguments, capture_output=True, text=True, env=environment, timeout=110, check=False
    )

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stdout.count("\n") > 1000 if command == "events" else done.stdout is not None
