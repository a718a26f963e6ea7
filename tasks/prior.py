"""A user's own prior is fitted at most weekly, and kept in between.

Step 4 of 5: ties → prior → rhythm.
"""

import json
from datetime import date, timedelta

from sqlalchemy import Connection

from tasks.away import away_of, unseen_of
from tasks.wiring import House
from worker.core.knowing import as_last_seen
from worker.core.prior import SHIPPED, Prior
from worker.core.user_prior import prior_of
from worker.store import people, users

_KEY = "rhythm prior"
_FITTED_EVERY = timedelta(days=7)
"""A user's own prior is fitted anew at most weekly (docs/rhythm.md)."""


def kept_prior(conn: Connection, user_id: int) -> Prior:
    """As last fitted; the shipped one before that."""
    kept = json.loads(users.value_of(conn, user_id, _KEY) or "{}")
    return Prior(mu0=kept["mu0"], a=kept["a"]) if kept else SHIPPED


def prior_for(house: House, conn: Connection, user_id: int) -> Prior:
    """The user's own prior, fitted anew when it is a week old, or of a day to come; needs `write()`."""
    today = house.today().date()
    kept = json.loads(users.value_of(conn, user_id, _KEY) or "{}")
    if kept and timedelta(0) <= today - date.fromisoformat(kept["fitted_on"]) < _FITTED_EVERY:
        return kept_prior(conn, user_id)
    unseen = unseen_of(house, conn, user_id)
    met = (each for each in people.in_short(conn, user_id) if each.tie.visits)
    ties = [as_last_seen(each.tie, today, unseen.get(each.id, ())) for each in met]
    prior = prior_of(ties, today, away=away_of(conn, user_id))
    fitted = {"mu0": prior.mu0, "a": prior.a, "fitted_on": today.isoformat()}
    users.keep_value(conn, user_id, _KEY, None if prior is SHIPPED else json.dumps(fitted))
    return prior
