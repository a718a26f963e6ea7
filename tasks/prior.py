"""A user's own prior is fitted at most weekly, and kept in between.

Step 4 of 5: ties → prior → rhythm. On the first day, when calendars are added one by one, every look fits it anew, and
states start from there: what is known then does not hang on which calendar came first.
"""

import json
from dataclasses import dataclass
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


@dataclass(frozen=True, kw_only=True, slots=True)
class Fit:
    """The prior that a look stands on."""

    prior: Prior
    is_first: bool
    """Fitted on the first day: no state that was seen before stands on it."""


def prior_for(house: House, conn: Connection, user_id: int) -> Fit:
    """The user's own prior, fitted anew when it is a week old, or of a day to come; needs `write()`."""
    today = house.today().date()
    kept = json.loads(users.value_of(conn, user_id, _KEY) or "{}")
    first_on = kept.get("first_on") or kept.get("fitted_on") or today.isoformat()
    is_first = first_on == today.isoformat()
    if not is_first and timedelta(0) <= today - date.fromisoformat(kept["fitted_on"]) < _FITTED_EVERY:
        return Fit(prior=kept_prior(conn, user_id), is_first=False)
    unseen = unseen_of(house, conn, user_id)
    met = people.ties_met(conn, user_id)
    ties = [as_last_seen(tie, today, unseen.get(person_id, ())) for person_id, tie in met.items()]
    prior = prior_of(ties, today, away=away_of(conn, user_id))
    fitted = {"mu0": prior.mu0, "a": prior.a, "first_on": first_on, "fitted_on": today.isoformat()}
    users.keep_value(conn, user_id, _KEY, None if prior is SHIPPED else json.dumps(fitted))
    return Fit(prior=prior, is_first=is_first and prior is not SHIPPED)
