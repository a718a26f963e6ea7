"""Promises of who is who, over any history of the user's words and of full readings, on the real record.

Merge and split are exact inverses, what was said outlives every reading, and who was forgotten never comes back.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tasks.duty import Kind
from tasks.forgetting import forget_person
from tasks.giving import note
from tasks.importing import import_cards
from tasks.tending import dismiss, merge, note_met, split
from tasks.wishing import let_rest, pin
from tests.store.making import nudge
from tests.tasks.home import ME, NOW, Home, event
from tests.tasks.test_titles import alone
from tests.tasks.tied import rebuilt, ties
from worker.core.giving.note import NoteKind
from worker.core.rest import RestKind
from worker.errors import SnowdropError
from worker.store import events, identity, nudges, people

NAMES = {
    "quill@acme.example": "Quill Adler",
    "qadler@home.example": "Quill Adler",
    "rosa@acme.example": "Rosa Brandt",
    "rosa@initech.example": "Rosa B.",
    "tove.ek@example.net": "Tove",
}
WHO = (*NAMES, "name:ulf zorn")
BOOK = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Rosa Brandt\r\nEMAIL:rosa@acme.example\r\nTEL:+49 1\r\nBDAY:1980-01-02\r\n"
    "END:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ulf Zorn\r\nTEL:+49 3\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Tove Ek\r\nEMAIL:tove.ek@example.net\r\nTEL:+49 2\r\nTEL:+49 1\r\nEND:VCARD\r\n"
)
TITLES = (
    *(
        "Lunch with Quill",
        "Lunch with Rosa",
        "Walk with Rosa Brandt",
        "Walk with Ulf",
        "Coffee with Ulf Zorn",
    ),
    *("Coffee with Tove", "Dinner with Tove Ek and Ulf", "Dinner with Quill Adler and Rosa"),
)
THEIRS = ("people", "addresses", "touches", "nudges", "notes", "verdicts")


def meetings() -> Iterator[str]:
    for number, (address, name) in enumerate(NAMES.items()):
        for times in range(3):
            at = NOW - timedelta(days=400 + 30 * times + 3 * number)
            written = event(f"{number}-{times}", at, address, title=f"Tea with {name}")
            yield written.replace(f"ACCEPTED:mailto:{address}", f"ACCEPTED;CN={name}:mailto:{address}")


def titles() -> Iterator[str]:
    for number, title in enumerate(TITLES):
        for times in range(2):
            yield alone(f"t{number}-{times}", NOW - timedelta(days=390 - 90 * times - 2 * number), title)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record to be copied: everybody met, by titles too, some with cards, a nudge and a note about each."""
    folder = tmp_path_factory.mktemp("model")
    home = Home(folder, me=(ME,))
    home.read(home.add(home.write("work.ics", *meetings())))
    (folder / "book.vcf").write_text(BOOK)
    import_cards(home.house, folder / "book.vcf")
    home.read(home.add(home.write("own.ics", *titles())))
    for who in WHO:
        note(home.house, NoteKind.OFFER, who, f"A book for {who}")
    with home.house.database.write() as conn:
        for who in WHO:
            (known,) = people.find(conn, home.user_id, who)
            new = nudges.NewNudge(nudge=nudge(who, person=who), person_id=known.id)
            nudges.add_new(conn, home.user_id, [new], NOW)
    rebuilt(home)  # a circle waits for that, where another calendar tells a few meetings more
    home.house.close()
    return folder / "data"


@dataclass
class World:
    """A copy of that record, and whom the user forgot."""

    home: Home
    gone: set[str] = field(default_factory=set)

    def rows(self, *but: str) -> dict[str, list[tuple[object, ...]]]:
        return {
            table: self.home.rows(f"SELECT * FROM {table} ORDER BY 1, 2, 3")
            for table in THEIRS
            if table not in but
        }

    def groups(self) -> set[frozenset[str]]:
        found: dict[object, set[str]] = {}
        for person_id, address in self.home.rows("SELECT person_id, address FROM addresses"):
            found.setdefault(person_id, set()).add(str(address))
        return {frozenset(each) for each in found.values()}

    def read_all_again(self) -> None:
        with self.home.house.database.write() as conn:
            for feed in (1, 2):
                events.mark_unlearnt(conn, self.home.user_id, feed)
        for feed in (1, 2):
            self.home.do(Kind.LEARN, feed)
        self.home.settle(Kind.LEARN)

    def forget(self, who: str) -> None:
        """Without the compacting, which another test watches."""
        with self.home.house.database.write() as conn:
            (known,) = people.find(conn, self.home.user_id, who)
            theirs = identity.addresses_of(conn, self.home.user_id, known.id)
            forget_person(self.home.house, conn, self.home.user_id, known.id)
        self.gone |= set(theirs)


@pytest.fixture
def world_of(model: Path, tmp_path: Path) -> Callable[[], World]:
    count = iter(range(1_000_000))

    def build() -> World:
        folder = tmp_path / str(next(count))
        shutil.copytree(model, folder / "data")
        return World(Home(folder, me=(ME,)))

    return build


one = st.sampled_from(WHO)
STEPS = st.one_of(
    st.tuples(st.just("merge"), one, one),
    st.tuples(st.just("split"), one),
    st.tuples(st.just("dismiss"), one, one),
    st.tuples(st.just("forget"), one),
    st.tuples(st.just("rest"), one, st.sampled_from(RestKind)),
    st.tuples(st.just("pin"), one),
    st.tuples(st.just("met"), one),
    st.tuples(st.just("cards")),
    st.tuples(st.just("read")),
)


def take(world: World, step: tuple[object, ...]) -> None:
    """One word of the user, or one reading; what makes no sense changes nothing."""
    house, (what, *about) = world.home.house, step
    texts = [str(each) for each in about]
    acts: dict[object, Callable[[], object]] = {
        "merge": lambda: merge(house, *texts),
        "split": lambda: split(house, *texts),
        "dismiss": lambda: dismiss(house, *texts),
        "forget": lambda: world.forget(*texts),
        "rest": lambda: let_rest(house, texts[0], RestKind(texts[1]), None),
        "pin": lambda: pin(house, *texts, is_pinned=True),
        "met": lambda: note_met(house, *texts, date(2026, 1, 2)),
        "cards": lambda: import_cards(house, world.home.folder / "book.vcf"),
        "read": world.read_all_again,
    }
    if world.gone.isdisjoint(texts):
        before = world.rows()
        try:
            acts[what]()
        except SnowdropError:
            assert world.rows() == before


def holds(world: World) -> None:
    """Whatever happened: one owner for each address and its touches, ties as counted anew, nobody forgotten."""
    astray = world.home.rows(
        "SELECT t.address FROM touches t JOIN addresses a ON a.address = t.address WHERE a.person_id != t.person_id"
    )
    assert astray == []
    assert ties(world.home) == rebuilt(world.home)
    told = str(world.rows())
    assert [who for who in world.gone if who in told] == []
    groups = world.groups()
    assert sum(map(len, groups)) == len(frozenset().union(*groups))


def any_history(world_of: Callable[[], World], steps: list[tuple[object, ...]]) -> None:
    world = world_of()
    (world.home.folder / "book.vcf").write_text(BOOK)
    for step in steps:
        take(world, step)
    holds(world)
    groups = world.groups()
    world.read_all_again()
    holds(world)
    assert world.groups() == groups
    world.home.house.close()


def merge_and_split(
    world_of: Callable[[], World], steps: list[tuple[object, ...]], pair: tuple[str, str]
) -> None:
    world = world_of()
    (world.home.folder / "book.vcf").write_text(BOOK)
    for step in steps:
        take(world, step)
    world.read_all_again()  # a reading may join of itself, with or without a merge
    before = world.rows("verdicts"), ties(world.home)
    try:
        merge(world.home.house, *pair)
    except SnowdropError:
        return  # one already, or forgotten
    world.read_all_again()
    split(world.home.house, pair[0])
    world.read_all_again()
    after = world.rows("verdicts"), ties(world.home)
    world.home.house.close()
    assert without_row_numbers(after[0]) == without_row_numbers(before[0])
    assert after[1] == before[1]


def without_row_numbers(rows: dict[str, list[tuple[object, ...]]]) -> dict[str, object]:
    """Learning writes touches anew, under new numbers."""
    return {**rows, "touches": sorted(str(row[1:]) for row in rows["touches"])}


quickly = settings(max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture])
thoroughly = settings(quickly, max_examples=400)
histories = st.lists(STEPS, max_size=7)


@quickly
@given(steps=histories)
def test_whatever_was_said_outlives_a_full_reading(
    world_of: Callable[[], World], steps: list[tuple[object, ...]]
) -> None:
    """The same people before and after, each address of one, every tie as counted anew."""
    any_history(world_of, steps)


@quickly
@given(steps=histories, pair=st.tuples(one, one))
def test_a_split_takes_a_merge_back_to_the_row(
    world_of: Callable[[], World], steps: list[tuple[object, ...]], pair: tuple[str, str]
) -> None:
    """After any history, and with full readings in between."""
    merge_and_split(world_of, steps, pair)


@pytest.mark.slow
@pytest.mark.timeout(1800)
@thoroughly
@given(steps=histories)
def test_hundreds_of_histories_outlive_a_full_reading(
    world_of: Callable[[], World], steps: list[tuple[object, ...]]
) -> None:
    """The promise in full."""
    any_history(world_of, steps)


@pytest.mark.slow
@pytest.mark.timeout(1800)
@thoroughly
@given(steps=histories, pair=st.tuples(one, one))
def test_hundreds_of_splits_take_a_merge_back_to_the_row(
    world_of: Callable[[], World], steps: list[tuple[object, ...]], pair: tuple[str, str]
) -> None:
    """The promise in full."""
    merge_and_split(world_of, steps, pair)
