"""Unlearning is for a calendar that goes with its history: whom it alone told of is nobody any more.

After step 4 of 5. What the user said, noted, answered or imported about somebody stays, and so do they.
"""

from collections.abc import Collection

from sqlalchemy import Connection, delete, exists, or_, select, union

from worker.core.person import card_keys
from worker.store import cards, letters, nudges
from worker.store import people as known
from worker.store.rests import introduces
from worker.store.tables.events import aside, touches
from worker.store.tables.giving import answers, notes
from worker.store.tables.giving import nudges as nudges_table
from worker.store.tables.people import addresses, people
from worker.store.upsert import chunks_of


def uids_of(conn: Connection, user_id: int, feed_id: int) -> frozenset[str]:
    """The UIDs by which proofs name what a feed told."""
    told = (
        select(table.c.event_uid).where(table.c.user_id == user_id, table.c.feed_id == feed_id)
        for table in (touches, aside)
    )
    return frozenset(conn.scalars(union(*told)))


def unlearn(conn: Connection, user_id: int, uids: Collection[str]) -> frozenset[int]:
    """Unanswered nudges that rest on these events go, and whoever nothing tells of any more; gives those who went."""
    quoted = _resting_on(conn, user_id, uids)
    nudges.take_back(conn, user_id, quoted)
    if quoted:
        letters.drop_unsent(conn, user_id)
    gone = _unknown(conn, user_id)
    _take_back_introductions(conn, user_id, gone)
    for some in chunks_of(sorted(gone)):
        for table, column in ((addresses, addresses.c.person_id), (people, people.c.id)):
            conn.execute(delete(table).where(table.c.user_id == user_id, column.in_(some)))
    return gone


def _resting_on(conn: Connection, user_id: int, uids: Collection[str]) -> list[str]:
    answered = select(answers.c.nudge_id).where(answers.c.user_id == user_id)
    query = select(nudges_table.c.id, nudges_table.c.evidence).where(
        nudges_table.c.user_id == user_id, nudges_table.c.id.not_in(answered)
    )
    found = conn.execute(query)
    return [id_ for id_, evidence in found if any(uid in uids for uid, _, _ in evidence)]


def _unknown(conn: Connection, user_id: int) -> frozenset[int]:
    """Those whom neither a meeting nor a card tells of, nor a word of the user's."""
    said = or_(people.c.rest_until.is_not(None), people.c.is_pinned, people.c.is_alive.is_not(None))
    theirs = (addresses.c.user_id == user_id, addresses.c.person_id == people.c.id)
    told = [
        exists().where(table.c.user_id == user_id, table.c.person_id == people.c.id)
        for table in (touches, notes, nudges_table)
    ]
    told.append(exists().where(*theirs, aside.c.user_id == user_id, aside.c.address == addresses.c.address))
    query = select(people.c.id, addresses.c.address).join(addresses, theirs[1])
    rows = conn.execute(query.where(people.c.user_id == user_id, theirs[0], ~or_(said, *told))).all()
    on_cards = {key for card in cards.all_cards(conn, user_id) for key in card_keys(card)} if rows else set()
    return frozenset(id_ for id_, _ in rows) - {id_ for id_, address in rows if address in on_cards}


def _take_back_introductions(conn: Connection, user_id: int, gone: Collection[int]) -> None:
    """Nobody is proposed to be made known to who is nobody."""
    went = [each.person for each in known.of_ids(conn, user_id, gone)]
    waiting = nudges.waiting(conn, user_id) if went else ()
    nudges.take_back(
        conn,
        user_id,
        [each.nudge.id for each in waiting if any(introduces(each.nudge, who) for who in went)],
    )
