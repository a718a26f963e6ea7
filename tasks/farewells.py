"""Farewells are events that speak of a death: who stands in them, or is named, is not congratulated.

Beside step 2 of 5.
"""

import json

from sqlalchemy import Connection

from worker.store import users

_FAREWELLS = "farewells"


def farewells_of(conn: Connection, user_id: int) -> frozenset[str]:
    """Titles of the user's events that speak of a death."""
    return frozenset(json.loads(users.value_of(conn, user_id, _FAREWELLS) or "[]"))


def remember_farewells(conn: Connection, user_id: int, farewells: frozenset[str]) -> None:
    """Keeps them beside those of other calendars."""
    known = farewells_of(conn, user_id)
    if farewells - known:
        users.keep_value(conn, user_id, _FAREWELLS, json.dumps(sorted(known | farewells)))
