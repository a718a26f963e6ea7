"""Whatever comes and goes with its history: what is left is as if it had never come; and what comes back is whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from tasks.farewells import farewells_of
from tasks.feeding import remove_feed
from tasks.timetable import keep_duties
from tasks.whose import say_whose
from tests.tasks.home import LONG_AGO, NOW, Home, event, monthly
from tests.tasks.test_any_folder import FRIENDS, MINE, meetings
from tests.tasks.test_titles import alone
from worker.store import people


def write(home: Home, name: str, dice: Random) -> str:
    """A calendar of any kind: some of it of people who are silent by now, some ahead, some in titles alone."""
    me, at = dice.choice(MINE[:2]), dice.choice(FRIENDS)
    kind = dice.choice(("file", "team", "silent"))
    some = list(meetings(dice, kind, me, start=hash_of(name), many=dice.choice((1, 3, 6, 12))))
    some += [
        one.replace("me@example.org", me) for one in monthly(dice.choice("xyz"), meetings=9, ended=LONG_AGO)
    ]
    some += [event(f"{name}-ahead", NOW + timedelta(days=dice.randint(2, 60)), at, host=me)]
    some += [alone(f"{name}-t", NOW - timedelta(days=40), f"Lunch with {dice.choice(('Xenia', 'Yann'))}")]
    some += [
        event(f"{name}-f", NOW - timedelta(days=50), at, host=me, title="Funeral of old Max")
    ] * dice.randint(0, 1)
    if dice.random() < 0.5:
        return home.write(f"{name}.ics", *some)
    for number, one in enumerate(some):
        home.write(f"{name}/{number}.ics", one)
    return str(home.folder / name)


def hash_of(name: str) -> int:
    return 1000 * sum(map(ord, name))


def all_of(home: Home) -> dict[str, object]:
    with home.house.database.read() as conn:
        everyone = people.all_people(conn, home.user_id)
        farewells = farewells_of(conn, home.user_id)
    feeds = [
        home.feed(id_) for (id_,) in home.rows("SELECT id FROM feeds WHERE state = 'active' ORDER BY label")
    ]
    return {
        "people": {each.person.key: (each.person.name, each.person.emails, each.tie) for each in everyone},
        "touches": {
            who: sorted((each.started_at, each.title, each.event_key) for each in found)
            for who, found in home.touches().items()
        },
        "whose": {feed.label: (feed.owners, feed.parts) for feed in feeds},
        "perhaps": sorted(home.rows("SELECT address, title, tells FROM perhaps")),
        "farewells": farewells,
    }


@contextmanager
def lived(folder: Path, seed: int) -> Iterator[tuple[Home, str, str]]:
    home = Home(folder)
    yield home, write(home, "keep", Random(seed)), write(home, "drop", Random(seed + 1))
    home.house.close()


def add(home: Home, *calendars: str) -> None:
    """One after the other, each looked at before the next one comes."""
    for each in calendars:
        home.add(each)
        home.live()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(40))
def test_what_goes_with_its_history_leaves_no_trace(tmp_path: Path, seed: int) -> None:
    """In whichever order the two came, and whosever it was said to be."""
    with lived(tmp_path / "one", seed) as (home, keep, _):
        add(home, keep)
        alone_there = all_of(home)
    with lived(tmp_path / "two", seed) as (home, keep, drop):
        add(home, *((drop, keep) if seed % 2 else (keep, drop)))
        if seed % 3 == 0:
            say_whose(home.house, Path(drop).name, is_mine=False)
            home.live()
        remove_feed(home.house, Path(drop).name, with_history=True)
        home.live()

        proofs = {proof.event_uid for each in home.nudges() for proof in each.nudge.evidence}
        there = {touch.event_uid for found in home.touches().values() for touch in found}
        assert all_of(home) == alone_there
        assert proofs <= there


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20))
def test_what_comes_back_is_as_it_was(tmp_path: Path, seed: int) -> None:
    """Past and ahead."""
    with lived(tmp_path, seed) as (home, keep, drop):
        add(home, keep, drop)
        before = all_of(home)
        remove_feed(home.house, Path(drop).name, with_history=False)
        home.live()
        add(home, drop)

        assert all_of(home) == before


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20))
def test_what_was_somebody_elses_and_is_mine_again_is_as_it_was(tmp_path: Path, seed: int) -> None:
    """A slip costs nothing."""
    with lived(tmp_path, seed) as (home, keep, drop):
        add(home, keep, drop)
        before = all_of(home)
        for is_mine in (False, True):
            say_whose(home.house, Path(drop).name, is_mine=is_mine)
            home.live()

        assert all_of(home) == before


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20))
def test_an_address_that_was_said_and_is_taken_back_leaves_no_trace(tmp_path: Path, seed: int) -> None:
    """SNOWDROP_ME, set and unset, with a start in between."""
    with lived(tmp_path, seed) as (home, keep, drop):
        add(home, keep, drop)
        before = all_of(home)
    for me in (MINE[:1], MINE[2:], ()):
        again = Home(tmp_path, me=me)
        with again.house.database.write() as conn:
            keep_duties(again.house, conn)
        again.live()
        after = all_of(again)
        again.house.close()

    assert after == before
