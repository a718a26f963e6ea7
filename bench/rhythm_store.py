"""What a tie costs in the store: its bytes, and the time that one more meeting takes, however long the history.

Run by `./run bench rhythm store`. SQLite in a temporary folder; the functions are those of the worker.
"""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

from sqlalchemy import Column, Connection, MetaData, Table, create_engine, event, insert

from config.settings import settings_from
from tasks.tie import tie_again, tie_on
from tasks.wiring import House
from worker.core.tie import Tie
from worker.core.touch import Evidence, Touch
from worker.store import events, feeds, people, touches
from worker.store.columns import ROW_ID
from worker.store.events import NewEvent
from worker.store.feeds import FeedKind
from worker.store.people import Named
from worker.store.tables.people import people as people_table
from worker.store.touch_rows import NewTouch

MOST_BYTES = 200
NOW = datetime(2026, 1, 1, 9, tzinfo=UTC)
HISTORIES = (10, 100, 1_000, 10_000)
MOST_GROWTH = 2.0
"""One more meeting after the longest history may take so many times what it takes after the shortest."""
_ROUNDS = 15


@dataclass(frozen=True, kw_only=True)
class Later:
    """One more meeting, after so many before it; seconds."""

    history: int
    added: float
    rebuilt: float
    histories_read: int
    """How often touches were asked for, while it was added."""


def bytes_of_a_tie(ties: Sequence[Tie]) -> float:
    """The file's growth per row, of a table with the columns of `people` that hold the tie, and its row number.

    Rows go in by the thousand; pages, their free rest and the tree above them are all counted.
    """
    columns = [Column(each.name, people_table.c[each.name].type) for each in fields(Tie)]
    table = Table("ties", MetaData(), Column("id", ROW_ID, primary_key=True), *columns)
    rows = [{each.name: getattr(tie, each.name) for each in fields(Tie)} for tie in ties]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "ties.db"
        engine = create_engine(f"sqlite:///{file}")
        table.metadata.create_all(engine)
        empty = file.stat().st_size
        with engine.begin() as conn:
            conn.execute(insert(table), rows)
        engine.dispose()
        return (file.stat().st_size - empty) / len(rows)


def later_meetings() -> list[Later]:
    return [_later_after(history) for history in HISTORIES]


def _later_after(history: int) -> Later:
    """The best of some rounds, each with a meeting that has just passed."""
    with _house() as house, house.database.write() as conn:
        user_id = house.user.id
        who = people.ensure_people(conn, user_id, [Named(address="ana@example.com")])["ana@example.com"]
        past = [_touch(NOW - timedelta(days=1 + number)) for number in range(history)]
        ahead = [_touch(NOW + timedelta(days=1 + number), is_upcoming=True) for number in range(_ROUNDS)]
        feed = feeds.add(conn, user_id, house.vault, address="a.ics", label="a.ics", kind=FeedKind.FILE)
        one = NewEvent(event_key="all", fingerprint="", body="", last_ends_at=None)
        event_id = events.save_many(conn, user_id, feed.id, [one])["all"]
        new = [NewTouch(touch=each, event_id=event_id, person_id=who) for each in past + ahead]
        touches.replace_for_events(conn, user_id, feed.id, [event_id], new)
        tie_again(house, conn, user_id, [who])
        added, read = [], list[int]()
        for number in range(_ROUNDS):
            passed = touches.mark_passed(conn, user_id, NOW + timedelta(days=1 + number))
            with _questions(conn) as asked:
                added.append(_seconds(lambda passed=passed: tie_on(house, conn, user_id, passed)))
            read.append(len(asked))
        rebuilt = min(_seconds(lambda: tie_again(house, conn, user_id, [who])) for _ in range(5))
    return Later(history=history, added=min(added), rebuilt=rebuilt, histories_read=max(read))


@contextmanager
def _questions(conn: Connection) -> Iterator[list[str]]:
    """The statements that read touches meanwhile."""
    seen: list[str] = []

    def note(_conn: object, _cursor: object, statement: str, *_: object) -> None:
        if "FROM touches" in statement:
            seen.append(statement)

    event.listen(conn, "before_cursor_execute", note)
    yield seen
    event.remove(conn, "before_cursor_execute", note)


def _seconds(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun


@contextmanager
def _house() -> Iterator[House]:
    with tempfile.TemporaryDirectory() as folder:
        house = House(settings_from({}, data_dir=Path(folder), timezone="UTC"), clock=lambda: NOW)
        house.migrate()
        _ = house.user
        try:
            yield house
        finally:
            house.close()


def _touch(at: datetime, *, is_upcoming: bool = False) -> Touch:
    return Touch(
        person="ana@example.com",
        name="",
        started_at=at,
        ended_at=at + timedelta(hours=1),
        all_day=False,
        event_uid="",
        event_key=at.isoformat(),
        recurrence_id=None,
        source="",
        title="",
        place="",
        evidence=Evidence.ANSWER,
        others=1,
        is_upcoming=is_upcoming,
    )
