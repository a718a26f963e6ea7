"""Letters: one per key, the same bytes every time, and what is uncertain is known as such."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from tests.store.making import second_user
from worker.core.sentence import Sentence
from worker.store import letters
from worker.store.database import Database
from worker.store.duties import Fenced
from worker.store.letters import Letter, LetterState
from worker.store.secrets import Vault
from worker.store.tables.duties import letters as letters_table

WEEK = "letter:2026-W48"
MINUTE = timedelta(minutes=1)


def write(
    database: Database, user_id: int, vault: Vault, now: datetime, payload: bytes = b"planted words"
) -> Letter:
    with database.write() as conn:
        return letters.write(
            conn, user_id, vault, dedupe_key=WEEK, message_id="<1@example.org>", payload=payload, now=now
        )


def claim(database: Database, user_id: int, now: datetime) -> Letter:
    with database.write() as conn:
        letter = letters.claim(conn, user_id, WEEK, now, 60)
    assert letter is not None
    return letter


def test_a_week_has_one_letter(database: Database, user_id: int, vault: Vault, now: datetime) -> None:
    """Written again, it says what holds then, until somebody sends it: from there on it stays, byte by byte."""
    first = write(database, user_id, vault, now)
    again = write(database, user_id, vault, now + MINUTE, b"other words")
    claimed = claim(database, user_id, now + MINUTE)
    write(database, user_id, vault, now + MINUTE, b"too late")
    with database.write() as conn:
        letters.mark_handed(conn, claimed, now + MINUTE)
    write(database, user_id, vault, now + 99 * MINUTE, b"much too late")

    assert first == again
    with database.read() as conn:
        assert letters.payload_of(conn, vault, first) == b"other words"


def test_a_letter_is_sealed_in_the_table(
    database: Database, user_id: int, vault: Vault, now: datetime
) -> None:
    """It holds links that act."""
    write(database, user_id, vault, now)

    with database.read() as conn:
        assert "planted" not in repr(
            conn.execute(select(letters_table).where(letters_table.c.user_id == user_id)).all()
        )


def test_a_letter_goes_its_way(database: Database, user_id: int, vault: Vault, now: datetime) -> None:
    """Sending, handed, sent; then nobody can claim it again."""
    write(database, user_id, vault, now)
    letter = claim(database, user_id, now)
    with database.write() as conn:
        letters.mark_handed(conn, letter, now)
        letters.mark_sent(conn, letter, now)
        sent = letters.get(conn, user_id, WEEK)

        assert letters.claim(conn, user_id, WEEK, now + 99 * MINUTE, 60) is None
        assert letters.troubled(conn, user_id) is None
    assert sent is not None
    assert (sent.state, sent.copies, sent.sent_at) == (LetterState.SENT, 1, now)


def test_one_sends_at_a_time(database: Database, user_id: int, vault: Vault, now: datetime) -> None:
    """Until the lease ends."""
    write(database, user_id, vault, now)
    claim(database, user_id, now)

    with database.write() as conn:
        assert letters.claim(conn, user_id, WEEK, now, 60) is None
        assert letters.claim(conn, user_id, WEEK, now + MINUTE, 60) is not None


def test_a_crash_before_handing_is_certain(
    database: Database, user_id: int, vault: Vault, now: datetime
) -> None:
    """It was not sent: send it."""
    write(database, user_id, vault, now)
    claim(database, user_id, now)

    again = claim(database, user_id, now + MINUTE)

    assert (again.is_uncertain, again.copies) == (False, 0)


def test_a_crash_after_handing_is_uncertain_and_counted(
    database: Database, user_id: int, vault: Vault, now: datetime
) -> None:
    """Whoever comes next knows, and knows how many copies went out at most."""
    write(database, user_id, vault, now)
    with database.write() as conn:
        letter = letters.claim(conn, user_id, WEEK, now, 60)
        assert letter is not None
        letters.mark_handed(conn, letter, now)

    again = claim(database, user_id, now + MINUTE)

    assert (again.is_uncertain, again.copies, again.message_id) == (True, 1, "<1@example.org>")
    with database.read() as conn:
        assert letters.troubled(conn, user_id) == again


def test_who_wakes_up_late_cannot_mark(database: Database, user_id: int, vault: Vault, now: datetime) -> None:
    """Another sends it by now."""
    write(database, user_id, vault, now)
    late = claim(database, user_id, now)
    claim(database, user_id, now + MINUTE)

    for mark in (letters.mark_handed, letters.mark_sent):
        with database.write() as conn, pytest.raises(Fenced):
            mark(conn, late, now)


def test_a_letter_that_waits_is_tried_again_and_shown_like_one_that_failed(
    database: Database, user_id: int, vault: Vault, now: datetime
) -> None:
    """Waiting is certain: no copy is out."""
    write(database, user_id, vault, now)
    with database.write() as conn:
        letter = letters.claim(conn, user_id, WEEK, now, 60)
        assert letter is not None
        assert letters.troubled(conn, user_id) is None
        letters.mark_waiting(conn, letter, Sentence("{server} is busy", server="mail.example.org"))
        waiting = letters.troubled(conn, user_id)
        again = letters.claim(conn, user_id, WEEK, now, 60)
        assert again is not None
        letters.mark_failed(conn, again, "The server knows no such recipient")

        failed = letters.troubled(conn, user_id)
        assert letters.claim(conn, user_id, WEEK, now + MINUTE, 60) is None
    assert waiting is not None
    assert failed is not None
    assert (again.is_uncertain, waiting.is_waiting, failed.is_waiting) == (False, True, False)
    assert isinstance(waiting.problem, Sentence)
    assert (waiting.problem, failed.problem) == (
        "mail.example.org is busy",
        "The server knows no such recipient",
    )


def test_a_later_letter_ends_the_trouble_of_an_earlier_one(
    database: Database, user_id: int, vault: Vault, now: datetime
) -> None:
    """What a year ago went wrong need not be told for ever."""
    write(database, user_id, vault, now)
    letter = claim(database, user_id, now)
    with database.write() as conn:
        letters.mark_failed(conn, letter, "No")
        later = {"dedupe_key": "letter:2026-W49", "message_id": "<2@example.org>", "payload": b"p"}
        letters.write(conn, user_id, vault, now=now, **later)

        assert letters.troubled(conn, user_id) is None


def test_of_what_was_not_sent_the_named_one_stays(
    database: Database, user_id: int, vault: Vault, now: datetime
) -> None:
    """The week of all others is over."""
    write(database, user_id, vault, now)

    with database.write() as conn:
        letters.drop_unsent(conn, user_id, but=WEEK)
        assert letters.get(conn, user_id, WEEK) is not None
        letters.drop_unsent(conn, user_id, but="letter:2026-W49")
        assert letters.get(conn, user_id, WEEK) is None


def test_letters_of_others_are_not_seen(
    database: Database, user_id: int, vault: Vault, now: datetime
) -> None:
    """The same key is another letter for another user."""
    write(database, user_id, vault, now)
    other = second_user(database)

    with database.write() as conn:
        assert letters.get(conn, other, WEEK) is None
        assert letters.claim(conn, other, WEEK, now, 60) is None
    assert write(database, other, vault, now).user_id == other
