"""Tokens: found by hash only, revocable, and a login link opens one door once."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from tests.store.making import second_user
from worker.store import tokens as token_store
from worker.store.database import Database
from worker.store.secrets import Vault
from worker.store.tables.users import tokens
from worker.store.tokens import TokenKind

HOUR = timedelta(hours=1)


def make(database: Database, user_id: int, vault: Vault, kind: TokenKind, now: datetime) -> str:
    with database.write() as conn:
        return token_store.make(conn, user_id, vault, kind, now, now + HOUR)


def test_the_subscription_token_stays_the_same(
    database: Database, user_id: int, vault: Vault, now: datetime
) -> None:
    """Until it is revoked; then the old one opens nothing."""
    with database.write() as conn:
        first = token_store.subscription_of(conn, user_id, vault, now)
        assert token_store.subscription_of(conn, user_id, vault, now) == first
        assert token_store.user_of(conn, vault, TokenKind.SUBSCRIPTION, first, now + 9999 * HOUR) == user_id

        token_store.revoke(conn, user_id, TokenKind.SUBSCRIPTION, now)
        assert token_store.user_of(conn, vault, TokenKind.SUBSCRIPTION, first, now) is None
        assert token_store.subscription_of(conn, user_id, vault, now) != first


def test_the_table_never_holds_a_token(database: Database, user_id: int, vault: Vault, now: datetime) -> None:
    """Of no kind."""
    secret = [make(database, user_id, vault, kind, now) for kind in TokenKind]

    with database.read() as conn:
        stored = repr(conn.execute(select(tokens)).all())
    assert not any(token in stored for token in secret)
    assert all(len(token) >= 32 for token in secret)


def test_a_login_opens_once(database: Database, user_id: int, vault: Vault, now: datetime) -> None:
    """The second time it is nobody's."""
    token = make(database, user_id, vault, TokenKind.LOGIN, now)

    with database.write() as conn:
        assert token_store.use_once(conn, vault, TokenKind.LOGIN, token, now) == user_id
        assert token_store.use_once(conn, vault, TokenKind.LOGIN, token, now) is None
        assert token_store.user_of(conn, vault, TokenKind.LOGIN, token, now) is None


def test_a_token_ends_at_its_moment(database: Database, user_id: int, vault: Vault, now: datetime) -> None:
    """The moment itself is too late."""
    token = make(database, user_id, vault, TokenKind.SESSION, now)

    with database.read() as conn:
        just_before = now + HOUR - timedelta(seconds=1)
        assert token_store.user_of(conn, vault, TokenKind.SESSION, token, just_before) == user_id
        assert token_store.user_of(conn, vault, TokenKind.SESSION, token, now + HOUR) is None


@pytest.mark.parametrize("wrong", ["", "x", "\0", "a" * 10_000])
def test_a_made_up_token_opens_nothing(
    database: Database, user_id: int, vault: Vault, now: datetime, wrong: str
) -> None:
    """Whatever it looks like."""
    make(database, user_id, vault, TokenKind.SESSION, now)

    with database.read() as conn:
        assert token_store.user_of(conn, vault, TokenKind.SESSION, wrong, now) is None


def test_a_token_of_one_kind_is_none_of_another(
    database: Database, user_id: int, vault: Vault, now: datetime
) -> None:
    """A subscription's address is no session."""
    token = make(database, user_id, vault, TokenKind.SUBSCRIPTION, now)

    with database.read() as conn:
        assert token_store.user_of(conn, vault, TokenKind.SESSION, token, now) is None


def test_everyone_has_their_own_subscription(
    database: Database, user_id: int, vault: Vault, now: datetime
) -> None:
    """And revoking one leaves the other."""
    other = second_user(database)
    with database.write() as conn:
        mine = token_store.subscription_of(conn, user_id, vault, now)
        theirs = token_store.subscription_of(conn, other, vault, now)
        token_store.revoke(conn, other, TokenKind.SUBSCRIPTION, now)

        assert token_store.user_of(conn, vault, TokenKind.SUBSCRIPTION, mine, now) == user_id
        assert token_store.user_of(conn, vault, TokenKind.SUBSCRIPTION, theirs, now) is None
