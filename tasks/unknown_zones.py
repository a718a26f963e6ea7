"""Unknown zones are names of time zones that mean nothing: told as long as any event of a calendar has one.

Beside step 1 of 5: an event that says what it said is not read again, so that nothing in it would be noticed.
"""

import json

from sqlalchemy import Connection

from tasks.news import News
from worker.core.problem import Problem
from worker.inbox.fetching.sheet import ONLY
from worker.inbox.reading.raw import unknown_zone
from worker.store import events, users
from worker.store.duties import Claim


def zones_still_unknown(conn: Connection, claim: Claim, news: News) -> list[Problem]:
    """Those noticed at earlier readings of this calendar, which its events still have; of a folder, its files know.

    Asked once at each reading, when its events are saved.
    """
    raw = news.raws.get(ONLY)
    if raw is None:
        return []
    key, user_id, feed_id = f"unknown zones:{claim.subject_id}", claim.user_id, claim.subject_id
    before = set(json.loads(users.value_of(conn, user_id, key) or "[]"))
    noticed = raw.zones.unknown
    still = sorted(each for each in before - noticed if events.has_word(conn, user_id, feed_id, each))
    if before != noticed.union(still):
        users.keep_value(conn, user_id, key, json.dumps(sorted(noticed.union(still))))
    return [unknown_zone(each) for each in still]
