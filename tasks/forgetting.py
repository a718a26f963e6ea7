"""Forgetting is what `snowdrop forget` does: somebody goes out of the whole record, and does not come back.

Numbered order, all in one transaction: 1 hash all by which they are known, 2 erase the person, 3 take them out of
the events, 4 of all other words, 5 empty the letters. Then the record is rewritten, so that no page still holds them.
"""

from collections.abc import Collection

from sqlalchemy import Connection

from tasks.calling import person_called
from tasks.duty import look_again
from tasks.wiring import House
from worker.core.sieve import Sieve, mark_of_event
from worker.inbox.reading.entry import group_in, written
from worker.inbox.reading.sieved import sieved
from worker.store import events, feeds, forgotten, nudge_words, users
from worker.store.database import StoreUnavailableError

_TO_COMPACT = "to compact"


def forget(house: House, text: str) -> bool:
    """Forgets one person for good. False where others were busy with the record: then `tidy` rewrites it.

    Raises PermanentError where nobody, or more than one, is meant.
    """
    user_id = house.user.id
    with house.database.write() as conn:
        forget_person(house, conn, user_id, person_called(house, conn, text).id)
    house.ring_now()
    return compact_if_due(house, user_id)


def forget_person(house: House, conn: Connection, user_id: int, person_id: int) -> None:
    """The transaction of it; `compact_if_due` belongs after its commit."""
    marks = forgotten.all_marks_of(conn, user_id, person_id)
    titled = forgotten.titled_events_of(conn, user_id, person_id)
    theirs = forgotten.events_of(conn, user_id, person_id)
    uids = forgotten.uids_of(conn, user_id, theirs)
    forgotten.remember(conn, user_id, house.vault, marks)
    sieve = forgotten.sieve_of(conn, user_id, house.vault)
    by_title = {mark_of_event(feed_id, sieve.key_of(key)) for feed_id, key in titled}
    forgotten.remember(conn, user_id, house.vault, by_title)
    forgotten.erase(conn, user_id, person_id)
    for feed_id in feeds.every_id(conn, user_id):
        _out_of_events(conn, user_id, feed_id, sieve, theirs)
    nudge_words.sift(conn, user_id, sieve, uids, house.now())
    forgotten.sift(conn, user_id, sieve, theirs)
    forgotten.empty_letters(conn, user_id)
    users.keep_value(conn, user_id, _TO_COMPACT, house.now().isoformat())
    look_again(house, conn, user_id)


def compact_if_due(house: House, user_id: int) -> bool:
    """Rewrites the record if somebody was forgotten since the last time; False where it could not be done now."""
    with house.database.read() as conn:
        if users.value_of(conn, user_id, _TO_COMPACT) is None:
            return True
    try:
        house.database.compact()
    except StoreUnavailableError:
        return False
    with house.database.write() as conn:
        users.keep_value(conn, user_id, _TO_COMPACT, None)
    return True


def _out_of_events(
    conn: Connection, user_id: int, feed_id: int, sieve: Sieve, theirs: Collection[int]
) -> None:
    new: dict[int, str] = {}
    for body in events.every_body(conn, user_id, feed_id):
        group = group_in(body.event_key, body.body)
        clean = sieved(group, sieve, is_named=body.id in theirs)
        if clean is not group:
            new[body.id] = written(clean)
    events.rewrite(conn, user_id, new)
