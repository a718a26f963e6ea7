"""Where a command of the tests finds its settings, and the calendar it reads."""

from pathlib import Path

import pytest

from tests.tasks.running import environ


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return environ(tmp_path / "data")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "work.ics"
