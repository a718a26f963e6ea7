"""A nudge's words may change while it waits: it is said anew, a number is learnt, somebody whom they name is forgotten.

Beside `nudges.py`; what it said before is kept with the answer that put it off.
"""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update

from worker.core.nudge import GiftKind, Nudge
from worker.core.person import Person
from worker.core.sieve import Sieve
from worker.store.nudges import StoredNudge, said, write_change
from worker.store.tables.giving import answers, nudges

_PLAIN = ("headline", "why", "gift_text", "draft")


def say_anew(
    conn: Connection,
    user_id: int,
    nudge_id: str,
    nudge: Nudge,
    now: datetime,
    *,
    is_draft: bool = False,
    worded_on: date | None = None,
) -> None:
    """Gives a nudge the day and the words of another one, whose id is irrelevant; a draft's first day, too.

    `worded_on`: the day of the words, where it is not that of the nudge.
    """
    first = {"first_on": nudge.on} if is_draft else {}
    write_change(conn, user_id, nudge_id, now, **said(nudge, worded_on=worded_on), **first)


def reach(conn: Connection, user_id: int, nudge_id: str, person: Person, now: datetime) -> None:
    """By which addresses and numbers somebody is reached, as is known now."""
    write_change(conn, user_id, nudge_id, now, emails=list(person.emails), phones=list(person.phones))


def kept(stored: StoredNudge) -> dict[str, object]:
    """What a nudge says, as JSON."""
    days = {"on": stored.nudge.on.isoformat(), "worded_on": stored.worded_on.isoformat()}
    return said(stored.nudge) | days


def given_back(words: Mapping[str, Any] | None) -> dict[str, Any]:
    """The inverse, by column; nothing where the words are kept no more."""
    if words is None:
        return {}
    return {**words, **{name: date.fromisoformat(words[name]) for name in ("on", "worded_on")}}


def sift(conn: Connection, user_id: int, sieve: Sieve, event_uids: Collection[str], now: datetime) -> None:
    """Takes the forgotten out of every nudge; where it stands on one of these events, or introduces somebody,
    one word of the name is enough, unless it is a word of the name whose nudge it is. A reader sees the change. What
    was said before is kept no more."""
    conn.execute(update(answers).where(answers.c.user_id == user_id).values(previous_words=None))
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
