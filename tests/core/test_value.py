"""Values made by the hundred thousand keep the promises of frozen dataclasses, the last one by the type checker."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from worker.core.value import value


@value
class Spot:
    row: int
    column: int = 0


def test_a_value_is_what_its_fields_are() -> None:
    """Equal, and found in a set, by its fields; `replace` makes another."""
    spot = Spot(row=3)

    assert (spot, hash(spot)) == (Spot(row=3, column=0), hash(Spot(row=3, column=0)))
    assert {replace(spot, column=4)} == {Spot(row=3, column=4)}


def test_a_value_takes_its_fields_by_name_and_no_others() -> None:
    """Two texts beside each other are not exchanged unseen."""
    with pytest.raises(TypeError, match="positional"):
        Spot(3)  # type: ignore[misc]
    with pytest.raises(AttributeError):
        Spot(row=3).place = "here"  # type: ignore[attr-defined]


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [
        "worker.core.touch.Touch.person",
        "worker.core.event.Occurrence.title",
        "worker.inbox.reading.entry.Entry.uid",
    ],
)
def test_the_type_checker_lets_nobody_change_a_value(name: str, tmp_path: Path) -> None:
    """What the interpreter does not hold, `./run check` does."""
    module, kind, field = name.rsplit(".", 2)
    changing = tmp_path / "changing.py"
    changing.write_text(
        f"from {module} import {kind}\n\n\ndef change(it: {kind}) -> None:\n    it.{field} = ''\n"
    )

    checked = subprocess.run(
        [sys.executable, "-m", "mypy", str(changing)], capture_output=True, text=True, check=False
    )

    assert f'Property "{field}" defined in "{kind}" is read-only' in checked.stdout
    assert "Found 1 error" in checked.stdout
