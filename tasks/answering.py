"""Answering by command: the same decision and the same record as by link."""

from sqlalchemy import Connection

from tasks.duty import hearing
from tasks.holiday import days_off
from tasks.wiring import House, UsageError
from worker.core.answer import Answer
from worker.store import answers, nudges
from worker.store.nudges import StoredNudge


def give(house: House, nudge: str, text: str) -> StoredNudge:
    """Takes an answer; the same again changes nothing. Raises NoSuchNudgeError, UsageError."""
    user_id = house.user.id
    with hearing(house) as conn:
        given = answers.give(
            conn,
            user_id,
            _id_of(conn, user_id, nudge),
            Answer(text),
            today=house.today().date(),
            now=house.now(),
            is_day_off=days_off(house.settings.country, house.zone),
        )
    return given.stored


def take_back(house: House, nudge: str) -> StoredNudge:
    """Everything is as before the last answer. Raises NoSuchNudgeError, UsageError."""
    user_id = house.user.id
    with hearing(house) as conn:
        return answers.undo_last_answer(conn, user_id, _id_of(conn, user_id, nudge), house.now())


def _id_of(conn: Connection, user_id: int, text: str) -> str:
    """The id that begins so; where none does, the text itself, which the store knows no nudge of."""
    ids = [each.nudge.id for each in nudges.all_nudges(conn, user_id)]
    found = [each for each in ids if each.startswith(text)]
    if len(found) > 1 or not text:
        raise UsageError(f"{text!r} may be several nudges: type more of the id of the one you mean")
    return found[0] if found else text
