"""A nudge's words may name others than its person: when one of those is forgotten, they go out of it.

Beside `nudges.py`, for `forgotten.py`.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from worker.core.nudge import GiftKind
from worker.core.sieve import Sieve
from worker.store.nudges import write_change
from worker.store.tables.giving import nudges

_PLAIN = ("headline", "why", "gift_text", "draft")


def sift(conn: Connection, user_id: int, sieve: Sieve, event_uids: Collection[str], now: datetime) -> None:
    """Takes the forgotten out of every nudge; where it stands on one of these events, or introduces somebody,
    one word of the name is enough, unless it is a word of the name whose nudge it is. A reader sees the change."""
    for row in conn.execute(select(nudges).where(nudges.c.user_id == user_id)).all():
        clean = _clean(row, sieve, event_uids)
        changed = {name: value for name, value in clean.items() if value != getattr(row, name)}
        if changed:
            write_change(conn, user_id, row.id, now, **changed)


def _clean(row: Row[*tuple[Any, ...]], sieve: Sieve, event_uids: Collection[str]) -> dict[str, object]:
    kinds = {row.gift_kind, *(kind for kind, _ in row.more_gifts)}
    is_shared = GiftKind.INTRODUCTION in kinds or any(uid in event_uids for uid, _, _ in row.evidence)

    def clean(text: str) -> str:
        return sieve.without(text, is_about_them=is_shared, whose=row.name)

    words: dict[str, object] = {name: clean(getattr(row, name)) for name in _PLAIN}
    words["more_gifts"] = [[kind, clean(text)] for kind, text in row.more_gifts]
    words["evidence"] = [
        [sieve.key_of(uid), start, sieve.without(title, is_about_them=is_shared)]
        for uid, start, title in row.evidence
    ]
    return words
