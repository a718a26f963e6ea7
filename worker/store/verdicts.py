"""A verdict is what was said of two addresses: the same human, or two.

Beside step 3: read by `settling.py`, which makes people of it. A verdict goes when one of its addresses is forgotten.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, delete, select

from worker.core.identity.sighting import Pair, Said, pair_of
from worker.store.tables.people import verdicts
from worker.store.upsert import insert_new


class Verdict(StrEnum):
    """What the user says."""

    SAME = "same"
    APART = "apart"


@dataclass(frozen=True, kw_only=True, slots=True)
class Merge:
    """Two people of whom the user said that they are one, and how they stood before."""

    id: int
    kept: str
    other: str
    before: Mapping[str, Any]


def said_of(conn: Connection, user_id: int) -> Said:
    """All that the user said."""
    same, apart = list[tuple[str, str]](), set[Pair]()
    query = select(verdicts.c.one, verdicts.c.other, verdicts.c.kind).where(verdicts.c.user_id == user_id)
    for one, other, kind in conn.execute(query.order_by(verdicts.c.id)):
        if kind == Verdict.SAME:
            same.append((one, other))
        elif kind == Verdict.APART:
            apart.add(pair_of(one, other))
    return Said(same=tuple(same), apart=frozenset(apart))


def merges_of(conn: Connection, user_id: int, members: Iterable[str]) -> tuple[Merge, ...]:
    """What the user joined within one person, oldest first."""
    some = sorted(members)
    query = select(verdicts).where(verdicts.c.user_id == user_id, verdicts.c.kind == Verdict.SAME)
    within = query.where(verdicts.c.one.in_(some), verdicts.c.other.in_(some)).order_by(verdicts.c.id)
    return tuple(
        Merge(id=row.id, kept=row.one, other=row.other, before=row.before) for row in conn.execute(within)
    )


def say_same(conn: Connection, user_id: int, kept: str, other: str, before: Mapping[str, Any] | None) -> None:
    row = {"user_id": user_id, "one": kept, "other": other, "kind": Verdict.SAME.value, "before": before}
    insert_new(conn, verdicts, [row], ["user_id", "one", "other", "kind"])


def say(conn: Connection, user_id: int, kind: Verdict, pairs: Iterable[tuple[str, str]]) -> None:
    """Once, however often it is said."""
    rows = [{"user_id": user_id, "one": one, "other": other, "kind": kind.value} for one, other in pairs]
    insert_new(conn, verdicts, rows, ["user_id", "one", "other", "kind"])


def say_apart(conn: Connection, user_id: int, pairs: Iterable[Pair]) -> None:
    """These are two, and are never proposed as one."""
    in_order = sorted(tuple(sorted(pair)) for pair in pairs)
    say(conn, user_id, Verdict.APART, ((one, other) for one, other in in_order))


def unsay_apart(conn: Connection, user_id: int, some: Iterable[str], others: Iterable[str]) -> None:
    """Nothing parts them any more."""
    first, second = sorted(some), sorted(others)
    parted = (verdicts.c.user_id == user_id, verdicts.c.kind == Verdict.APART)
    for one, other in ((first, second), (second, first)):
        conn.execute(delete(verdicts).where(*parted, verdicts.c.one.in_(one), verdicts.c.other.in_(other)))


def unsay(conn: Connection, user_id: int, verdict_id: int) -> None:
    conn.execute(delete(verdicts).where(verdicts.c.user_id == user_id, verdicts.c.id == verdict_id))
