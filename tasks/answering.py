"""Answering by command: the same decision and the same record as by link."""

from tasks.duty import Kind
from tasks.wiring import House
from worker.core.answer import Answer
from worker.store import answers, duties
from worker.store.nudges import StoredNudge


def give(house: House, nudge_id: str, text: str) -> StoredNudge:
    """Takes an answer; the same again changes nothing. Raises NoSuchNudgeError."""
    user_id = house.user.id
    with house.database.write() as conn:
        given = answers.give(
            conn, user_id, nudge_id, Answer(text), today=house.today().date(), now=house.now()
        )
        duties.ring(conn, user_id, Kind.SUGGEST, user_id, house.now())
    house.ring_now()
    return given.stored


def take_back(house: House, nudge_id: str) -> StoredNudge:
    """Everything is as before the last answer. Raises NoSuchNudgeError."""
    user_id = house.user.id
    with house.database.write() as conn:
        after = answers.undo_last_answer(conn, user_id, nudge_id, house.now())
        duties.ring(conn, user_id, Kind.SUGGEST, user_id, house.now())
    house.ring_now()
    return after
