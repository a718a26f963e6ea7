"""Backups: the same rows on either engine, new numbers after the old ones, and no mail sent twice."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.store.making import another_address, event, nudge, person, touch
from worker.core.answer import Answer
from worker.core.giving.note import Note, NoteKind
from worker.core.giving.shelf import ShelfKind, Thing
from worker.core.perhaps import Perhaps
from worker.core.person import Card
from worker.core.sentence import Sentence
from worker.core.sieve import marks_of
from worker.store import (
    answers,
    aside,
    bookings,
    clippings,
    duties,
    events,
    feeds,
    forgotten,
    letters,
    notes,
    nudges,
    people,
    perhaps,
    sheets,
    shelf,
    tokens,
    touches,
    users,
    verdicts,
)
from worker.store.backup import BackupError, back_up, restore
from worker.store.bookings import Booking
from worker.store.cards import replace_book
from worker.store.database import Database
from worker.store.feeds import FeedKind
from worker.store.letters import LetterState
from worker.store.migrate import migrate_back
from worker.store.nudges import NewNudge
from worker.store.secrets import Vault
from worker.store.tables.record import metadata
from worker.store.touch_rows import NewTouch

HOUR = timedelta(hours=1)


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    """The store without the watch over whose rows are read: a backup is of everyone."""
    database = Database(url)
    yield database
    database.close()


@pytest.fixture
def ada(database: Database, user_id: int, vault: Vault, now: datetime) -> int:
    """A row in every table."""
    with database.write() as conn:
        ada = person(conn, user_id, "ada@example.org", "Ada")
        feed = feeds.add(conn, user_id, vault, address="secret", label="a", kind=FeedKind.FILE)
        sheets.keep(conn, user_id, feed.id, {"a.ics": "1"})
        forgotten.remember(conn, user_id, vault, marks_of(["bo@example.org"], ()))
        ids = events.save_many(conn, user_id, feed.id, [event("e")])
        new = [NewTouch(touch=touch(), event_id=ids["e"], person_id=ada)]
        touches.replace_for_events(conn, user_id, feed.id, ids.values(), new)
        another_address(conn, user_id, ada, "al@example.org")
        verdicts.say_same(conn, user_id, "ada@example.org", "al@example.org", {"addresses": []})
        nudges.add_new(conn, user_id, [NewNudge(nudge=nudge(), person_id=ada)], now)
        answers.give(conn, user_id, "n1", Answer.LET_GO, today=now.date(), now=now)
        tokens.subscription_of(conn, user_id, vault, now)
        letters.write(conn, user_id, vault, dedupe_key="w", message_id="<m>", payload=b"p", now=now)
        duties.ring(conn, user_id, "poll", feed.id, now)
        taken = Booking(event_id=ids["e"], started_at=now, ended_at=now + HOUR)
        bookings.replace_for_events(conn, user_id, feed.id, ids.values(), [taken])
        may_be = Perhaps(
            person="ada@example.org",
            name="Ada",
            started_at=now,
            ended_at=now + HOUR,
            all_day=False,
            event_key="e",
            title="Ada ???",
        )
        perhaps.replace_for_events(conn, user_id, feed.id, ids, [may_be])
        later = events.save_many(conn, user_id, feed.id, [event("f")])
        apart = [NewTouch(touch=touch(event_key="f"), event_id=later["f"], person_id=ada)]
        touches.replace_for_events(conn, user_id, feed.id, later.values(), apart)
        aside.put_aside(conn, user_id, feed.id, later.values())
        notes.add(conn, user_id, ada, Note(kind=NoteKind.OFFER, text="a telescope", noted_on=now.date()))
        clippings.replace_for_feed(conn, user_id, feed.id, [Thing(kind=ShelfKind.LINK, text="B")], now.date())
        shelf.put(conn, user_id, Thing(kind=ShelfKind.BOOK, text="Bees", added_on=now.date()))
        users.keep_value(conn, user_id, "k", "v")
        replace_book(conn, user_id, "book", [Card(name="Ada", emails=("ada@example.org",))])
    return ada


def rows_of(url: str) -> dict[str, list[tuple[object, ...]]]:
    """All rows but the letters, which a restore holds back."""
    database = Database(url)
    with database.read() as conn:
        rows = {t.name: sorted(map(tuple, conn.execute(select(t))), key=repr) for t in metadata.sorted_tables}
    database.close()
    rows.pop("letters")
    return rows


@pytest.mark.usefixtures("ada")
def test_a_backup_comes_back_as_it_was(database: Database, url: str, tmp_path: Path) -> None:
    """From this engine into a file, and into a new record."""
    copy = f"sqlite:///{tmp_path / 'new.db'}"
    back_up(database, tmp_path / "backup")
    restore(tmp_path / "backup", copy)

    rows = rows_of(url)
    assert rows == rows_of(copy)
    assert all(rows.values())


def test_a_restored_record_can_be_used(
    database: Database, url: str, user_id: int, ada: int, tmp_path: Path, vault: Vault
) -> None:
    """On the engine it came from: numbers go on after the old ones, sealed values open."""
    back_up(database, tmp_path / "backup")
    database.close()
    migrate_back(url, "base")
    restore(tmp_path / "backup", url)

    with database.write() as conn:
        feed = feeds.all_feeds(conn, user_id)[0]
        assert feeds.address_of(conn, user_id, vault, feed.id) == "secret"
        assert person(conn, user_id, "bob@example.org") > ada
        assert people.get(conn, user_id, ada).person.name == "Ada"


def test_a_restored_record_sends_no_mail_again(
    database: Database, user_id: int, ada: int, tmp_path: Path, now: datetime
) -> None:
    """A letter on its way when the backup was made has probably arrived since."""
    back_up(database, tmp_path / "backup")
    restore(tmp_path / "backup", f"sqlite:///{tmp_path / 'new.db'}")

    restored = Database(f"sqlite:///{tmp_path / 'new.db'}")
    with restored.write() as conn:
        assert letters.claim(conn, user_id, "w", now + HOUR, 60) is None
        held = letters.troubled(conn, user_id)
    assert held is not None
    assert held.state is LetterState.FAILED
    assert isinstance(held.problem, Sentence)
    restored.close()


def test_a_record_is_never_overwritten(database: Database, url: str, user_id: int, tmp_path: Path) -> None:
    """Neither a file nor a record that is there already."""
    back_up(database, tmp_path / "backup")

    with pytest.raises(BackupError, match="exists already"):
        back_up(database, tmp_path / "backup")
    with pytest.raises(BackupError, match="record already"):
        restore(tmp_path / "backup", url)


@pytest.mark.parametrize("content", [b"", b"no database at all" * 500])
def test_what_is_no_backup_is_refused_kindly(tmp_path: Path, content: bytes) -> None:
    """An empty file, another one; and it is left as it was."""
    file = tmp_path / "file"
    file.write_bytes(content)

    with pytest.raises(BackupError, match="no backup"):
        restore(file, f"sqlite:///{tmp_path / 'new.db'}")
    assert file.read_bytes() == content


def test_a_backup_that_cannot_be_read_is_not_called_a_false_one(tmp_path: Path) -> None:
    """A slip in its name would make a good backup look lost."""
    with pytest.raises(
        BackupError, match=r"mistyped\.db cannot be copied \(no such file or directory\): check"
    ):
        restore(tmp_path / "mistyped.db", f"sqlite:///{tmp_path / 'new.db'}")
