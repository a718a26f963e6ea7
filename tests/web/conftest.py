"""The house that each test of the door is given."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest
from starlette.testclient import TestClient

from tests.web.house import House, build
from worker.store.database import Database


@pytest.fixture(scope="session")
def model_house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built once; each test gets a copy of its file."""
    folder = tmp_path_factory.mktemp("house")
    build(folder).database.close()
    return folder / "snowdrop.db"


@pytest.fixture
def house(model_house: Path, tmp_path: Path) -> Iterator[House]:
    copyfile(model_house, tmp_path / "snowdrop.db")
    house = House(database=Database(f"sqlite:///{tmp_path / 'snowdrop.db'}"))
    yield house
    house.database.close()


@pytest.fixture
def client(house: House) -> TestClient:
    return house.client(follow_redirects=False)
