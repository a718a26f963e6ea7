"""Everybody: what is looked up in the store is what would be said, had all lives been read."""

from collections.abc import Iterable
from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import Connection

from tasks.feeding import add_demo
from tasks.giving import note, put_on_shelf
from tasks.knowing import known_people
from tasks.planning import Planning, planning_for
from tests.tasks.home import NOW, Home, event
from worker.core.bond import Bond
from worker.core.fold import folded
from worker.core.giving.everybody import Remembered, remembered
from worker.core.giving.note import NoteKind
from worker.core.giving.shelf import ShelfKind, Thing

DAY = timedelta(days=1)
TITLES = ("Coffee", "Pottery class", "Beekeeping course", "Töpferkurs", "Favour", "Budget", "Therapy", "Walk")
PLACES = ("Café am Eck\\, Berlin", "Berlin", "Berlin", "Rua Augusta\\, Lisboa", "")


def lives(chance: Random, count: int) -> list[str]:
    """So many people, each met a few times in years gone by, some of them next week."""
    found = []
    for number in range(count):
        last, gap = chance.choice([5, 30, 120, 300, 2500]), chance.choice([14, 40])
        days = [last + gap * step for step in range(chance.choice([1, 3, 5, 8]))]
        days += [-chance.randrange(1, 40)] if chance.random() < 0.1 else []
        for day in days:
            place = f"LOCATION:{chance.choice(PLACES)}\r\n"
            guests = [f"p{number:02}@example.com", *(["q@firm.example"] if chance.random() < 0.1 else [])]
            title = chance.choice(TITLES)
            found.append(event(f"{number}-{day}", NOW - day * DAY, *guests, title=title, more=place))
    return found


def everyone(home: Home, conn: Connection) -> tuple[Planning, list[Bond], Remembered]:
    known = known_people(home.house, conn, home.user_id)
    bonds = list(known.whole(conn, home.user_id, known.ids).values())
    planning = planning_for(home.house, conn, home.user_id, known)
    memory = remembered(bonds, home.house.today().date(), me=planning.everybody.me)
    return planning, bonds, memory


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_the_store_proposes_is_what_a_plan_over_all_lives_proposes(home: Home, seed: int) -> None:
    """With a journey, news, an ask, birthdays and seventy people: the same nudges, to the letter."""
    chance = Random(seed)
    flight = event("trip", NOW + 35 * DAY, title="Flight to Lisbon")
    home.add(home.write("life.ics", *lives(chance, 70), flight))
    home.live()
    put_on_shelf(home.house, [Thing(kind=ShelfKind.NEWS, text="I keep bees now", topics=("beekeeper",))])
    put_on_shelf(home.house, [Thing(kind=ShelfKind.NEWS, text="I have moved to Leipzig")])
    note(home.house, NoteKind.ASK, "p05@example.com", "a loan of the drill")
    with home.house.database.write() as conn:
        for person_id in chance.sample(range(1, 60), 20):
            conn.exec_driver_sql(
                f"UPDATE people SET birthday_month = 12, birthday_day = {chance.randrange(1, 28)} "
                f"WHERE id = {person_id}"
            )
    home.now += 14 * DAY

    with home.house.database.read() as conn:
        planning, bonds, memory = everyone(home, conn)
        stored = planning.plan(planning.few(), planning.everybody)
        read = planning.plan(bonds, memory)

    assert planning.trips
    assert len(stored.nudges) >= 2
    assert stored.nudges == read.nudges


@pytest.mark.slow
def test_names_home_and_shared_words_are_the_same_as_in_memory(home: Home) -> None:
    """On ten made-up years, and for every word that any title has."""
    add_demo(home.house)
    home.live()

    with home.house.database.read() as conn:
        planning, bonds, memory = everyone(home, conn)
        stored = planning.everybody
        words = {word for bond in bonds for touch in bond.touches for word in touch.title.lower().split()}

        assert stored.names == memory.names
        assert stored.home() == memory.home()
        assert len(words) > 50
        for word in words:
            assert keys(stored.sharing(folded(word))) == keys(memory.sharing(folded(word)))


def keys(bonds: Iterable[Bond]) -> list[str]:
    return [bond.person.key for bond in bonds]


@pytest.mark.slow
def test_few_lives_are_read_of_a_large_address_book(home: Home) -> None:
    """Three hundred people; a look reads a handful of them."""
    quiet = [
        event(f"{n}-{day}", NOW - day * DAY, f"p{n:03}@example.com")
        for n in range(300)
        for day in (300 + n % 9, 340, 380, 420, 460)
    ]
    home.add(home.write("life.ics", *quiet))
    home.live()

    with home.house.database.read() as conn:
        planning, bonds, _ = everyone(home, conn)
        few = planning.few()

    assert len(bonds) == 300
    assert len(few) < 40
