"""Whatever lies in a folder, in however many files: what is learnt of it is what a preview reads."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from tests.tasks.home import NOW, Home, event
from tests.tasks.test_folder_owners import as_learnt, as_previewed
from tests.tasks.test_titles import alone

MINE = ("me@work.example", "me@home.example", "mine@x.example")
FRIENDS = tuple(f"f{n}@example.com" for n in range(8))
TEAM = tuple(f"t{n}@team.example" for n in range(12))


def meetings(dice: Random, kind: str, me: str, *, start: int, many: int) -> Iterator[str]:
    for n in range(start, start + many):
        at = NOW - timedelta(days=3 + n)
        if kind == "silent":
            yield alone(f"u{n}", at, "Gym")
            continue
        host, *guests = dice.sample(TEAM, 2) if kind == "team" else dice.sample((me, dice.choice(FRIENDS)), 2)
        more = dice.choice((*FRIENDS, *MINE))
        guests += [more] if dice.random() < 0.2 and more != host else []
        told = event(f"u{n}", at, *guests, host=host)
        yield told.replace(f"ORGANIZER:mailto:{host}\r\n", "") if dice.random() < 0.4 else told


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(60))
def test_any_folder_is_learnt_as_it_is_previewed(tmp_path: Path, seed: int) -> None:
    """Of one to three own addresses, large files and small; what has no host counts where the calendar is mine."""
    dice, home = Random(seed), Home(tmp_path)
    mine = MINE[: dice.randint(1, 3)]
    for n in range(dice.randint(1, 5)):
        kind = dice.choice(("file", "below", "vdir", "team", "silent"))
        many = dice.choice((1, 2, 3, 4, 5, 6, 9, 20))
        written = list(meetings(dice, kind, dice.choice(mine), start=100 * n, many=many))
        if kind == "vdir":
            for number, one in enumerate(written):
                home.write(f"all/v{n}/{number}.ics", one)
        else:
            home.write(f"all/{'s/' if kind == 'below' else ''}{n}.ics", *written)

    home.read(home.add(str(home.folder / "all")))

    assert as_learnt(home) == as_previewed(home)
    home.house.close()
