"""Placing tells in which circle somebody stands, and by what: one sentence of `snowdrop people --why PERSON`.

Beside step 3 of 5. It serves variety, so no more is told than the sign.
"""

from tasks.tie import circles_told, own_addresses
from tasks.wiring import House
from worker.core.circle import Placed, placed
from worker.store import meetings
from worker.store.people import KnownPerson


def placed_of(house: House, known: KnownPerson) -> Placed:
    """The circle as it would be found now, from everything."""
    user_id = house.user.id
    with house.database.read() as conn:
        met = meetings.of_people(conn, user_id, [known.id]).get(known.id, ())
        told, own = circles_told(conn, user_id, [known])[known.id], own_addresses(house, conn, user_id)
    warm = () if all(meeting.is_cold for meeting in met) else met
    return placed(known.person.emails, warm, own, house.zone, told)


def circle_line(house: House, known: KnownPerson) -> str:
    """ "Circle: work, by an address of a firm and meetings in office hours." """
    found, words = placed_of(house, known), house.words
    return words.say(f"rhythm.placed.{found.sign}", circle=words.say(f"rhythm.circle.{found.circle}"))
