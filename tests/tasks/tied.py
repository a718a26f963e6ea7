"""What stands about ties in a Home's record, and what it would be, were all counted anew."""

from tasks.tie import tie_again
from tests.tasks.home import Home
from worker.core.tie import Tie
from worker.store import people
from worker.store.people import KnownPerson

ANA, BEN = "ana@example.com", "ben@example.com"


def known(home: Home, key: str = ANA) -> KnownPerson:
    with home.house.database.read() as conn:
        return people.find(conn, home.user_id, key)[0]


def ties(home: Home) -> dict[str, Tie]:
    with home.house.database.read() as conn:
        return {each.person.key: each.tie for each in people.all_people(conn, home.user_id)}


def rebuilt(home: Home) -> dict[str, Tie]:
    """All counted anew from all touches; the record is left as if nothing had been asked."""
    with home.house.database.write() as conn:
        everyone = people.all_people(conn, home.user_id)
        tie_again(home.house, conn, home.user_id, [each.id for each in everyone])
    return ties(home)
