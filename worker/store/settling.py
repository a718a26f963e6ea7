"""Settling joins the people of the store whom all sightings, cards and words of the user make one human.

Step 3 of 5: what `core/identity/humans.py` decides is carried out here, after people became known.
A known weakness: it joins and never parts; what a later meeting would speak against, `split` takes back.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import Connection, func, select

from worker.core.identity.called import called
from worker.core.identity.everyone import key_of
from worker.core.identity.humans import humans_of
from worker.core.identity.sighting import Sighting
from worker.store.identity import join
from worker.store.people import KnownPerson, all_people
from worker.store.tables import addresses, touches
from worker.store.upsert import chunks_of
from worker.store.verdicts import names_before, said_of

_Days = Mapping[str, tuple[date, date]]


def settle(conn: Connection, user_id: int) -> frozenset[int]:
    """Joins those who are one; gives everyone who gained touches, to be tied anew."""
    known = {each.id: each for each in all_people(conn, user_id)}
    unsure = _namesakes(known.values())
    if not unsure:
        return frozenset()
    query = select(addresses.c.address, addresses.c.person_id).where(addresses.c.user_id == user_id)
    owners = {row.address: row.person_id for row in conn.execute(query)}
    days, beside = _days(conn, user_id, unsure), _beside(conn, user_id, unsure)
    said, before = said_of(conn, user_id), names_before(conn, user_id)
    names = {each: before.get(each, known[owner].person.name) for each, owner in sorted(owners.items())}
    seen = [_sighting(each, name, days, beside) for each, name in names.items()]
    first = {each: span[0].isoformat() for each, span in days.items()}
    gained: set[int] = set()
    for group in humans_of(seen, (), said):
        rows = sorted({owners[each] for each in group})
        if len(rows) > 1:
            home = owners[key_of(group, None, first, said)]
            for row in rows:
                if row != home:
                    join(conn, user_id, home, row)
            gained.add(home)
    return frozenset(gained)


def _namesakes(known: Iterable[KnownPerson]) -> frozenset[int]:
    """Everybody who shares a full name with somebody else."""
    everyone = [(called(each.person.name), each.id) for each in known]
    borne = Counter(name.key for name, _ in everyone if name.is_full)
    return frozenset(id_ for name, id_ in everyone if borne[name.key] > 1)


def _sighting(address: str, name: str, days: _Days, beside: Mapping[str, frozenset[str]]) -> Sighting:
    """The name is that of the person, or was before a merge; a title or a card told it as well as a calendar."""
    first_on, last_on = days.get(address, (None, None))
    others = beside.get(address, frozenset())
    return Sighting(address=address, name=name, first_on=first_on, last_on=last_on, beside=others)


def _days(conn: Connection, user_id: int, person_ids: Iterable[int]) -> _Days:
    """Address → days of the first and the last meeting."""
    found: dict[str, tuple[date, date]] = {}
    span = (func.min(touches.c.started_at), func.max(touches.c.started_at))
    for some in chunks_of(sorted(person_ids)):
        query = select(touches.c.address, *span).where(
            touches.c.user_id == user_id, touches.c.person_id.in_(some)
        )
        for address, first, last in conn.execute(query.group_by(touches.c.address)):
            found[address] = (first.date(), last.date())
    return found


def _beside(conn: Connection, user_id: int, person_ids: Iterable[int]) -> Mapping[str, frozenset[str]]:
    """Address → who else stood in the same events."""
    theirs: dict[int, set[str]] = defaultdict(set)
    for some in chunks_of(sorted(person_ids)):
        query = select(touches.c.event_id, touches.c.address).distinct()
        chosen = query.where(
            touches.c.user_id == user_id, touches.c.person_id.in_(some), touches.c.event_id.is_not(None)
        )
        for event_id, address in conn.execute(chosen):
            theirs[event_id].add(address)
    found: dict[str, set[str]] = defaultdict(set)
    for some in chunks_of(sorted(theirs)):
        query = select(touches.c.event_id, touches.c.address).distinct()
        for event_id, other in conn.execute(
            query.where(touches.c.user_id == user_id, touches.c.event_id.in_(some))
        ):
            for address in theirs[event_id]:
                found[address].add(other)
    return {address: frozenset(others - {address}) for address, others in found.items()}
