"""tidy: moves the horizon on, so that what lies ahead is known a year in advance without a new reading.

Beside the flow; once a week.
"""

from datetime import timedelta

from tasks.booking import PAST
from tasks.duty import Kind, Work
from tasks.forgetting import compact_if_due
from tasks.learnt import HORIZON
from tasks.wiring import House
from worker.store import bookings, duties, events, feeds, perhaps
from worker.store.duties import Claim

EVERY = timedelta(days=7)


def tidy(house: House, claim: Claim) -> None:
    """Events that reach beyond the old horizon are learnt from again."""
    with house.database.write() as conn:
        for feed in feeds.all_feeds(conn, claim.user_id):
            keys = events.keys_ending_after(conn, claim.user_id, feed.id, house.now() + HORIZON - 2 * EVERY)
            if keys and claim.last_done_at is not None:
                events.mark_unlearnt(conn, claim.user_id, feed.id, keys)
                duties.ring(conn, claim.user_id, Kind.LEARN, feed.id, house.now())
        bookings.forget_before(conn, claim.user_id, house.now() - PAST)
        perhaps.thin_out(conn, claim.user_id, house.now())
        duties.finish(conn, claim, house.now(), house.now() + EVERY)
    compact_if_due(house, claim.user_id)


TIDY = Work(do=tidy, lease_seconds=120)
