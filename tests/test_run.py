"""The script `run` finds its own folder, however it is called; and what it starts is answered for when held wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bench.__main__ import main

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


def test_help_while_the_environment_is_being_made_is_the_short_one(tmp_path: Path) -> None:
    """Another `./run` prepares it: begun is not whole, and its commands cannot be asked yet."""
    (tmp_path / "run").write_bytes((ROOT / "run").read_bytes())
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / ".made").touch()
    (tmp_path / ".venv" / "bin" / "python").symlink_to(sys.executable)

    told = subprocess.run(["sh", "run", "help"], cwd=tmp_path, capture_output=True, check=False)

    assert (told.returncode, told.stderr) == (0, b"")
    assert b"./run up" in told.stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("bench.titles",), "no benchmark bench.titles"),
        (("titles", "twice"), "twice is too much"),
        (("pipeline", "Large"), "pipeline takes only large"),
        (("life", "/no/such/path"), "/no/such/path holds no history"),
        (("life", "run"), "run holds no history"),
        (("life", "x.csv.gz", "many"), "'many' is no number of years"),
        (("life", "x.csv.gz", "3", "2026-02-30"), "'2026-02-30' is no day"),
        (("life", "--raed"), "--raed is too much"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_benchmark_that_is_held_wrong_says_so_in_one_sentence(
    words: tuple[str, ...], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Instead of a traceback, or of minutes that measure something else."""
    assert main([*words]) == 2

    told = capsys.readouterr().err
    assert says in told
    assert told.count("\n") == 1


@pytest.mark.slow
def test_the_demos_years_are_played_and_counted(capfd: pytest.CaptureFixture[str]) -> None:
    """Three years, week by week, by the code that plans for everybody."""
    assert main(["life"]) == 0

    told = capfd.readouterr().out
    assert "| people | 37 |" in told
    assert "| same person within 90 days | 0 |" in told


def test_the_fuzzer_refuses_what_is_no_number_of_seconds() -> None:
    """A negative one would end it at once."""
    for word in ("ten", "-3", "0"):
        told = subprocess.run([ROOT / "run", "fuzz", word], capture_output=True, text=True, check=False)

        assert told.returncode == 2
        assert told.stderr == f"{word} is no number of seconds: `./run fuzz 60` takes a minute\n"
