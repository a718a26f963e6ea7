"""Wishing is what the user wants for somebody: to be left in peace, or to be kept in mind. Each can be taken back.

Beside step 5 of 5; everyone is looked at again after it.
"""

from datetime import date

from tasks.calling import person_called
from tasks.duty import hearing
from tasks.wiring import House, UsageError
from worker.core.person import Person
from worker.core.rest import Rest, RestKind, rest_of
from worker.store import people, rests


def let_rest(house: House, text: str, kind: RestKind, until: date | None) -> tuple[Person, Rest]:
    """From today on; what is pending about them goes at once. Raises UsageError, PermanentError."""
    today = house.today().date()
    if until is not None and until < today:
        raise UsageError(f"{until} is over: name a day to come, or leave --until out")
    if until is not None and kind is RestKind.DECEASED:
        raise UsageError("a death ends on no day: leave --until out; `--end` takes a mistake back")
    wished = rest_of(kind, today, until)
    with hearing(house) as conn:
        known = person_called(house, conn, text)
        rests.begin(conn, house.user.id, known.id, wished, house.now())
    return known.person, wished


def end_rest(house: House, text: str) -> Person:
    """Raises UsageError where there is none, PermanentError."""
    with hearing(house) as conn:
        known = person_called(house, conn, text)
        if known.rest is None:
            raise UsageError(f"{known.person.name} does not rest: there is nothing to take back")
        rests.end(conn, house.user.id, known.id, house.today().date(), house.now())
    return known.person


def say_alive(house: House, text: str, *, is_undone: bool = False) -> Person:
    """They live, whatever a title, an address book, or an earlier wish tells of a death; or the first two count again.

    Raises UsageError where there is nothing to take back, PermanentError.
    """
    with hearing(house) as conn:
        known = person_called(house, conn, text)
        if is_undone and not known.person.is_alive:
            raise UsageError(
                f"you never said that {known.person.name} is alive: there is nothing to take back"
            )
        people.set_alive(conn, house.user.id, known.id, is_alive=not is_undone)
        if known.rest is not None and known.rest.kind is RestKind.DECEASED:
            rests.end(conn, house.user.id, known.id, house.today().date(), house.now())
    return known.person


def pin(house: House, text: str, *, is_pinned: bool) -> Person:
    """Raises PermanentError."""
    with hearing(house) as conn:
        known = person_called(house, conn, text)
        people.pin(conn, house.user.id, known.id, is_pinned=is_pinned)
    return known.person
