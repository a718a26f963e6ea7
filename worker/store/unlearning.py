"""Unlearning is for a calendar that goes with its history: whom it alone told of is nobody any more.

After step 4 of 5. What the user said, noted, answered or imported about somebody stays, and so do they.
"""

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, delete, or_, select

from worker.core.person import card_keys
from worker.store import cards, letters, nudges, people
from worker.store.rests import introduces
from worker.store.tables.events import touches
from worker.store.tables.giving import answers, notes
from worker.store.tables.giving import nudges as nudges_table
from worker.store.tables.people import addresses
from worker.store.tables.people import people as people_table
from worker.store.upsert import chunks_of


def uids_of(conn: Connection, user_id: int, feed_id: int) -> frozenset[str]:
    """The UIDs by which proofs name what a feed told."""
    of_feed = (touches.c.user_id == user_id, touches.c.feed_id == feed_id)
    return frozenset(conn.scalars(select(touches.c.event_uid).where(*of_feed).distinct()))


def unlearn(
    conn: Connection, user_id: int, person_ids: Iterable[int], uids: Collection[str]
) -> frozenset[int]:
    """Of these people, who lost meetings: the unanswered nudges that rest on these events go, and whoever nothing else
    tells of. Gives those who went."""
    ids = sorted(person_ids)
    quoted = [found for some in chunks_of(ids) for found in _resting_on(conn, user_id, some, uids)]
    nudges.take_back(conn, user_id, quoted)
    if quoted:
        letters.drop_unsent(conn, user_id)
    on_cards = {key for card in cards.all_cards(conn, user_id) for key in card_keys(card)}
    gone = frozenset(one for some in chunks_of(ids) for one in _unknown(conn, user_id, some, on_cards))
    _take_back_introductions(conn, user_id, gone)
    for some in chunks_of(sorted(gone)):
        for table, column in ((addresses, addresses.c.person_id), (people_table, people_table.c.id)):
            conn.execute(delete(table).where(table.c.user_id == user_id, column.in_(some)))
    return gone


def _take_back_introductions(conn: Connection, user_id: int, gone: Collection[int]) -> None:
    names = [known.person for known in people.of_ids(conn, user_id, gone)]
    waiting = nudges.waiting(conn, user_id) if names else ()
    nudges.take_back(
        conn,
        user_id,
        [each.nudge.id for each in waiting if any(introduces(each.nudge, who) for who in names)],
    )


def _resting_on(
    conn: Connection, user_id: int, person_ids: Collection[int], uids: Collection[str]
) -> list[str]:
    answered = select(answers.c.nudge_id).where(answers.c.user_id == user_id)
    query = select(nudges_table.c.id, nudges_table.c.evidence).where(
        nudges_table.c.user_id == user_id,
        nudges_table.c.person_id.in_(person_ids),
        nudges_table.c.id.not_in(answered),
    )
    found = conn.execute(query)
    return [id_ for id_, evidence in found if any(uid in uids for uid, _, _ in evidence)]


def _unknown(
    conn: Connection, user_id: int, person_ids: Collection[int], on_cards: Collection[str]
) -> set[int]:
    """Those whom neither a meeting nor a card tells of, nor a word of the user's."""
    said = or_(
        people_table.c.rest_until.is_not(None), people_table.c.is_pinned, people_table.c.is_alive.is_not(None)
    )
    of_user = (people_table.c.user_id == user_id, people_table.c.id.in_(person_ids))
    left = set(conn.scalars(select(people_table.c.id).where(*of_user, ~said)))
    for table in (touches, notes, nudges_table):
        told = select(table.c.person_id).where(table.c.user_id == user_id, table.c.person_id.in_(left))
        left -= set(conn.scalars(told.distinct()))
    written = select(addresses.c.person_id, addresses.c.address)
    theirs = conn.execute(written.where(addresses.c.user_id == user_id, addresses.c.person_id.in_(left)))
    return left - {person_id for person_id, address in theirs if address in on_cards}
