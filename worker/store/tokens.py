"""A token is a secret that lets somebody in: a subscription's address, a login link, a session.

Found by its keyed hash, so that the table never holds it; a sealed copy serves `snowdrop address` only.
"""

import hmac
import secrets
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, Row, insert, or_, select, update

from worker.store.secrets import Place, Vault
from worker.store.tables.users import tokens

TOKEN_BYTES = 24
"""192 random bits; 128 are asked for."""


class TokenKind(StrEnum):
    SUBSCRIPTION = "subscription"
    LOGIN = "login"
    """Opens one session, once."""
    SESSION = "session"


def make(
    conn: Connection,
    user_id: int,
    vault: Vault,
    kind: TokenKind,
    now: datetime,
    expires_at: datetime | None = None,
) -> str:
    """A new token; `expires_at` is the first moment at which it is no longer taken, None never comes."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    hashed = vault.hash_of(kind, token)
    is_shown_again = kind is TokenKind.SUBSCRIPTION
    sealed = vault.seal(token.encode(), _place(user_id, hashed)) if is_shown_again else None
    row = {"user_id": user_id, "kind": kind, "hash": hashed, "sealed": sealed, "expires_at": expires_at}
    conn.execute(insert(tokens).values(**row, created_at=now))
    return token


def subscription_of(conn: Connection, user_id: int, vault: Vault, now: datetime) -> str:
    """The user's subscription token, made when there is none; needs `write()`. Raises CannotOpenError."""
    query = select(tokens).where(tokens.c.user_id == user_id, tokens.c.kind == TokenKind.SUBSCRIPTION)
    row = conn.execute(query.where(tokens.c.revoked_at.is_(None)).order_by(tokens.c.id)).first()
    if row is None:
        return make(conn, user_id, vault, TokenKind.SUBSCRIPTION, now)
    return vault.open(row.sealed, _place(user_id, row.hash)).decode()


def user_of(conn: Connection, vault: Vault, kind: TokenKind, token: str, now: datetime) -> int | None:
    """Whose token that is; None for one that is unknown, used up, expired or revoked."""
    row = _valid(conn, vault, kind, token, now)
    return None if row is None else row.user_id


def use_once(conn: Connection, vault: Vault, kind: TokenKind, token: str, now: datetime) -> int | None:
    """Like `user_of`, and the token is used up: of two who come at once, one gets in."""
    row = _valid(conn, vault, kind, token, now)
    if row is None:
        return None
    unused = (tokens.c.id == row.id, tokens.c.user_id == row.user_id, tokens.c.used_at.is_(None))
    used = conn.execute(update(tokens).where(*unused).values(used_at=now))
    return row.user_id if used.rowcount else None


def revoke(conn: Connection, user_id: int, kind: TokenKind, now: datetime) -> None:
    """None of the user's tokens of this kind is taken any more."""
    valid = (tokens.c.user_id == user_id, tokens.c.kind == kind, tokens.c.revoked_at.is_(None))
    conn.execute(update(tokens).where(*valid).values(revoked_at=now, sealed=None))


def _valid(
    conn: Connection, vault: Vault, kind: TokenKind, token: str, now: datetime
) -> Row[*tuple[object, ...]] | None:
    hashed = vault.hash_of(kind, token)
    lives = or_(tokens.c.expires_at.is_(None), tokens.c.expires_at > now)
    query = select(tokens).where(tokens.c.kind == kind, tokens.c.hash == hashed, lives)
    row = conn.execute(query.where(tokens.c.used_at.is_(None), tokens.c.revoked_at.is_(None))).one_or_none()
    return row if row is not None and hmac.compare_digest(str(row.hash), hashed) else None


def _place(user_id: int, hashed: str) -> Place:
    return Place(user_id=user_id, table="tokens", row=hashed)
