"""The script `run` finds its own folder, however it is called."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    "called", [ROOT / "run", os.path.relpath(ROOT / "run", "/"), "bin/snow", "bin/again"], ids=str
)
def test_the_script_is_at_home_from_anywhere(called: str | Path, tmp_path: Path) -> None:
    """By its whole path, by a path from elsewhere, by a link, and by a link to a link."""
    folder = Path("/") if str(called).endswith("run") else tmp_path
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "snow").symlink_to(ROOT / "run")
    (tmp_path / "bin" / "again").symlink_to("snow")

    told = subprocess.run([folder / called, "help"], cwd=folder, capture_output=True, check=False)

    assert told.returncode == 0, told.stderr
    assert told.stdout.startswith(b"Snowdrop on a bare machine")
    assert b"./run up" in told.stdout
