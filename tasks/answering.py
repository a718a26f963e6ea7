"""Answering by command: the same decision and the same record as by link."""

from tasks.duty import look_again
from tasks.wiring import House
from worker.core.answer import Answer
from worker.store import answers
from worker.store.nudges import StoredNudge


def give(house: House, nudge_id: str, text: str) -> StoredNudge:
    """Takes an answer; the same again changes nothing. Raises NoSuchNudgeError."""
    user_id = house.user.id
    with house.database.write() as conn:
        given = answers.give(
            conn, user_id, nudge_id, Answer(text), today=house.today().date(), now=house.now()
        )
        look_again(house, conn, user_id)
    house.ring_now()
    return given.stored


def take_back(house: House, nudge_id: str) -> StoredNudge:
    """Everything is as before the last answer. Raises NoSuchNudgeError."""
    user_id = house.user.id
    with house.database.write() as conn:
        after = answers.undo_last_answer(conn, user_id, nudge_id, house.now())
        look_again(house, conn, user_id)
    house.ring_now()
    return after
