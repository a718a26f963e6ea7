"""A rest here is the wish that somebody be left in peace, as it is kept: from then on nothing waits that is about them.

After step 5 of 5. Learning goes on: who rests is met all the same.
"""

from datetime import date, datetime

from sqlalchemy import Connection

from worker.core.fold import by_name
from worker.core.giving.topic import shown_name
from worker.core.nudge import GiftKind, Nudge, NudgeState
from worker.core.person import Person
from worker.core.rest import Rest, RestKind
from worker.store import answers, letters, nudges, people
from worker.store.people import KnownPerson


def begin(conn: Connection, user_id: int, person_id: int, rest: Rest, now: datetime) -> KnownPerson:
    """Instead of whatever rest there was. What is pending about them is withdrawn: whoever was told of it has read what
    else is planned. Raises NoSuchPersonError."""
    people.set_rest(conn, user_id, person_id, rest)
    if rest.kind is RestKind.DECEASED:
        people.set_alive(conn, user_id, person_id, is_alive=False)
    known = people.get(conn, user_id, person_id)
    letters.drop_unsent(conn, user_id)
    for stored in nudges.waiting(conn, user_id):
        if stored.person_id == person_id or introduces(stored.nudge, known.person):
            nudges.change_state(conn, user_id, stored.nudge.id, NudgeState.WITHDRAWN, now)
            nudges.end_drafts(conn, user_id, now)
    return known


def end(conn: Connection, user_id: int, person_id: int, today: date, now: datetime) -> KnownPerson:
    """Nothing holds them back any more; what was answered with this rest, and is still to come, waits again.

    `today` is a day in the user's zone. Raises NoSuchPersonError.
    """
    for each in nudges.rested_ahead(conn, user_id, person_id, today):
        answers.undo_last_answer(conn, user_id, each.nudge.id, now)
    people.set_rest(conn, user_id, person_id, None)
    return people.get(conn, user_id, person_id)


def resting(conn: Connection, user_id: int, today: date) -> tuple[tuple[KnownPerson, Rest], ...]:
    """Everybody who rests today, by name."""
    everyone = people.all_people(conn, user_id)
    found = [(each, each.rest) for each in everyone if each.rest is not None and each.rest.is_on(today)]
    return tuple(sorted(found, key=lambda pair: by_name(pair[0].person.name)))


def introduces(nudge: Nudge, person: Person) -> bool:
    """Whether it proposes to bring this person together with somebody else."""
    name = shown_name(person.name)
    return any(gift.kind is GiftKind.INTRODUCTION and name in gift.text for gift in nudge.gifts)
