"""Twins are events of one UID in several sheets of a feed: they are learnt together, as what they say together.

Between steps 1 and 2 of 5, for `learn.py`. When one of them came, changed or went, the others may mean something else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tasks.wiring import House
from worker.core.event_key import sheet_of, uid_of
from worker.inbox.reading.compared import compared
from worker.inbox.reading.entry import Group, group_in
from worker.store import events
from worker.store.duties import Claim
from worker.store.events import Body


@dataclass(frozen=True, kw_only=True, slots=True)
class Twins:
    """Which events share a UID, of those that are to be learnt."""

    asked: frozenset[str] = frozenset()
    """All UIDs that were looked for."""
    keys: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """UID → keys of the events that share it."""

    def know(self, some: Sequence[Body]) -> bool:
        """Whether all of these were looked for: what a visit brought meanwhile was not."""
        return all(uid_of(each.event_key) in self.asked for each in some if sheet_of(each.event_key))


def twins_to_learn(house: House, claim: Claim, feed_id: int) -> Twins:
    """Of all that is to be learnt; from now on their twins are, too."""
    with house.database.write() as conn:
        asked = {uid_of(key) for key in events.keys_unlearnt(conn, claim.user_id, feed_id) if sheet_of(key)}
        keys = events.keys_shared(conn, claim.user_id, feed_id, asked)
        events.mark_unlearnt(conn, claim.user_id, feed_id, (key for some in keys.values() for key in some))
    return Twins(asked=frozenset(asked), keys=keys)


def told_together(
    house: House, claim: Claim, feed_id: int, some: Sequence[Body], twins: Twins
) -> Mapping[str, Group]:
    """Event key → event, of those among `some` that have twins."""
    uids = {uid for each in some if not each.is_gone and (uid := uid_of(each.event_key)) in twins.keys}
    if not uids:
        return {}
    keys = [key for uid in sorted(uids) for key in twins.keys[uid]]
    with house.database.read() as conn:
        there = {each.event_key: each.body for each in events.bodies_of(conn, claim.user_id, feed_id, keys)}
    found: dict[str, Group] = {}
    for uid in uids:
        together = compared([group_in(key, there[key]) for key in twins.keys[uid] if key in there])
        found |= {group.key: group for group in together}
    return found
