"""Commands of the tests: where they find their settings, what they read, and a record that they keep."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.tasks.home import Home
from tests.tasks.running import Said, environ, said
from tests.tasks.worked import met_long_ago, work_off


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return environ(tmp_path / "data")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "work.ics"


@pytest.fixture
def run(env: dict[str, str]) -> Callable[..., Said]:
    """A command on this test's own record."""
    return lambda *arguments: said(*arguments, env=env)


@pytest.fixture
def read(tmp_path: Path, env: dict[str, str], run: Callable[..., Said]) -> Callable[..., Said]:
    """The same, with one calendar read, learnt and suggested from."""
    (tmp_path / "work.ics").write_bytes(met_long_ago())
    assert run("add", tmp_path / "work.ics").code == 0
    work_off(env)
    return run


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    """A house without commands, its clock turned by hand."""
    made = Home(tmp_path)
    yield made
    made.house.close()
