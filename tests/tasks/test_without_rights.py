"""What the account that runs Snowdrop may not do is told in one sentence, with the file and the remedy."""

from pathlib import Path

import pytest

from tests.prepared import prepare
from tests.rights import ordinary_rights
from tests.tasks.home import NOW, calendar, event
from tests.tasks.running import environ, said
from tests.tasks.worked import is_one_sentence


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A folder that may not be entered, with a calendar and an address book in it."""
    folder = tmp_path / "closed"
    folder.mkdir()
    (folder / "own.ics").write_bytes(calendar(event("a", NOW, "ada@example.com")))
    (folder / "book.vcf").write_text("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nTEL:1\r\nEND:VCARD\r\n")
    folder.chmod(0)
    yield folder
    folder.chmod(0o700)


@pytest.mark.parametrize(
    "command",
    [
        ("add", "own.ics"), ("preview", "own.ics"), ("touches", "own.ics"), ("import", "book.vcf"), ("import", ""),
        ("export", "out"), ("backup", "x.db"), ("restore", "x.db"), ("shelf", "import", "shelf.toml"),
    ],
)  # fmt: skip
def test_a_folder_that_may_not_be_entered_is_named(
    tmp_path: Path, closed: Path, command: tuple[str, ...]
) -> None:
    """By each command that takes a file, to read or to write."""
    env = environ(prepare(tmp_path / "data"))
    with ordinary_rights():
        told = said(*command[:-1], closed / command[-1], env=env)

    assert (told.code, told.out) == (1, b"")
    assert is_one_sentence(told)
    assert any(part in told.err for part in ("right", "rights")), told.err
    assert any(part in told.err for part in (str(closed), command[-1] or "closed"))


@pytest.mark.parametrize("name", ["secret.key", "snowdrop.db"])
@pytest.mark.parametrize("mode", [0o000, 0o400])
def test_a_record_that_may_not_be_used_is_named(tmp_path: Path, name: str, mode: int) -> None:
    """It is neither unreachable nor on a sick disk. A key only has to be read."""
    env = environ(prepare(tmp_path / "data"))
    assert said("people", env=env).code == 0
    (tmp_path / "data" / name).chmod(mode)
    with ordinary_rights():
        told = said("nudges", env=env)

    if (name, mode) == ("secret.key", 0o400):
        assert told.code == 0
        return
    assert told.code in (1, 2)
    assert is_one_sentence(told)
    assert str(tmp_path / "data" / name) in told.err
    assert "give the account" in told.err
