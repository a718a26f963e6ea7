"""Leaving is what the user says about days away: "I was away from … to …", or that it was not so."""

from datetime import date

from sqlalchemy import Connection

from tasks.away import away_of, keep_away
from tasks.duty import hearing
from tasks.tie import keep_ties
from tasks.wiring import House, UsageError
from worker.core.away import Away


def go_away(house: House, first: date, last: date) -> Away:
    """Notes one more stretch, both days inclusive; the same again is the same. Gives all. Raises UsageError."""
    if last < first:
        raise UsageError(f"{first} comes after {last}: name the first day first")
    with hearing(house) as conn:
        return _keep(house, conn, {*away_of(conn, house.user.id), (first, last)})


def forget_away(house: House, first: date, last: date) -> Away:
    """Forgets a stretch. Gives those that are left. Raises UsageError where there is none like it."""
    with hearing(house) as conn:
        known = set(away_of(conn, house.user.id))
        if (first, last) not in known:
            raise UsageError(f"nothing is noted from {first} to {last}: `snowdrop away` lists what is")
        return _keep(house, conn, known - {(first, last)})


def _keep(house: House, conn: Connection, stretches: set[tuple[date, date]]) -> Away:
    """Every tie is counted anew at once, so that what is asked next is answered right."""
    kept = keep_away(conn, house.user.id, stretches)
    keep_ties(house, conn, house.user.id)
    return kept
