"""Farewells are events that speak of a death: who stands in them, or is named, is not congratulated.

Beside step 2 of 5.
"""

import json
from collections.abc import Iterable

from sqlalchemy import Connection

from worker.core.event import Occurrence
from worker.core.giving.delicate import speaks_of_death
from worker.core.owner import Owners
from worker.store import users

_FAREWELLS = "farewells"


def farewells_in(occurrences: Iterable[Occurrence], owners: Owners) -> frozenset[str]:
    """Titles that speak of a death, whether anybody is invited to them or not."""
    told = (each.title for each in occurrences if owners.learns_private or not each.is_private)
    return frozenset(filter(speaks_of_death, told))


def farewells_of(conn: Connection, user_id: int) -> frozenset[str]:
    """Titles of the user's events that speak of a death."""
    return frozenset(json.loads(users.value_of(conn, user_id, _FAREWELLS) or "[]"))


def remember_farewells(conn: Connection, user_id: int, farewells: frozenset[str]) -> None:
    """Keeps them beside those of other calendars."""
    known = farewells_of(conn, user_id)
    if farewells - known:
        users.keep_value(conn, user_id, _FAREWELLS, json.dumps(sorted(known | farewells)))
