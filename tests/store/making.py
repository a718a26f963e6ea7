"""Values for the tests of the store, made with as little as a test needs to say."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection, insert

from worker.core.nudge import Gift, GiftKind, Nudge, Proof
from worker.core.rhythm import Tie
from worker.core.touch import Evidence, Touch
from worker.store import events
from worker.store.database import Database
from worker.store.events import Body, NewEvent
from worker.store.people import Named, ensure_people
from worker.store.tables.people import addresses
from worker.store.tables.users import users

START = datetime(2025, 3, 4, 9, 0, tzinfo=UTC)


def second_user(database: Database) -> int:
    """Somebody else in the same record."""
    with database.write() as conn:
        row = insert(users).values(timezone="Asia/Tokyo", language="de", created_at=START)
        return int(conn.execute(row.returning(users.c.id)).scalar_one())


def person(conn: Connection, user_id: int, address: str, name: str = "") -> int:
    return ensure_people(conn, user_id, [Named(address=address, name=name)])[address]


def another_address(conn: Connection, user_id: int, person_id: int, address: str) -> None:
    conn.execute(insert(addresses).values(user_id=user_id, address=address, person_id=person_id))


def there(conn: Connection, user_id: int, feed_id: int) -> tuple[Body, ...]:
    """What the feed holds now."""
    return events.page_of_bodies(conn, user_id, feed_id, after="", limit=10_000)


def event(key: str, **changed: object) -> NewEvent:
    values: dict[str, object] = {"event_key": key, "fingerprint": "f1", "body": "{}", "last_ends_at": START}
    return NewEvent(**values | changed)  # type: ignore[arg-type]  # a test names what it changes


def touch(person: str = "ada@example.org", **changed: object) -> Touch:
    values: dict[str, object] = {
        "person": person,
        "name": "Ada",
        "started_at": START,
        "ended_at": START + timedelta(minutes=30),
        "all_day": False,
        "event_uid": "uid-1",
        "event_key": "uid-1",
        "recurrence_id": None,
        "source": "work.ics",
        "title": "Coffee with Ada",
        "place": "",
        "evidence": Evidence.ATTENDEE,
        "others": 1,
        "is_upcoming": False,
    }
    return Touch(**values | changed)  # type: ignore[arg-type]  # a test names what it changes


def tie(visits: int = 3) -> Tie:
    return Tie(
        visits=visits,
        sum_y=7.25,
        sum_y2=26.5,
        series_visits=1,
        days_met=visits + 1,
        first_met_on=date(2020, 1, 2),
        visit_started_on=date(2024, 5, 6),
        last_met_on=date(2024, 5, 7),
        latest_started_on=date(2024, 5, 7),
        is_visit_in_series=True,
    )


def nudge(id: str = "n1", on: date = date(2026, 11, 26), **changed: object) -> Nudge:  # noqa: A002  (the field's name)
    values: dict[str, object] = {
        "id": id,
        "person": "ada@example.org",
        "name": "Ada",
        "on": on,
        "headline": "Say hello to Ada",
        "why": "It has been seven months.",
        "gift": Gift(kind=GiftKind.QUESTION, text="How did the move go?"),
        "more_gifts": (Gift(kind=GiftKind.HELLO, text="Just a hello."),),
        "channel": "call",
        "draft": "Dear Ada",
        "evidence": (Proof(event_uid="uid-1", started_at=START, title="Coffee"),),
        "emails": ("ada@example.org",),
        "phones": ("+49 30 1",),
        "reason": "rhythm",
    }
    return Nudge(**values | changed)  # type: ignore[arg-type]  # a test names what it changes
