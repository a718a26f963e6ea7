"""What the pages do to the record: each act is one transaction that rings what is due after it."""

from dataclasses import dataclass
from datetime import date

from worker.core.answer import Answer
from worker.store import answers, feeds, nudges, rests, tokens
from worker.store.nudges import StoredNudge
from worker.web.ask import today_of
from worker.web.links import Claim
from worker.web.parts import Parts
from worker.web.session import LASTS


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What an answer or its undoing led to."""

    stored: StoredNudge
    is_changed: bool
    rest_until: date | None = None
    answer_id: int | None = None
    """What undoes it; None where there is nothing to undo."""
    is_day_sure: bool = True
    """False for what was put off and may come before its day, or not at all."""


def answer(parts: Parts, claim: Claim) -> Outcome:
    """Gives the answer; the same again changes nothing. Raises NoSuchNudgeError, ValueError for no answer."""
    wished = Answer(claim.answer)
    with parts.database.write() as conn:
        today = today_of(parts, conn, claim.user_id)
        given = answers.give(
            conn,
            claim.user_id,
            claim.nudge_id,
            wished,
            today=today,
            now=parts.now(),
            is_day_off=parts.is_day_off,
        )
        if given.is_changed:
            parts.look_again(conn, claim.user_id)
    if given.is_changed:
        parts.wake()
    rest_until = given.outcome.rest_until if given.is_changed else None
    return Outcome(
        stored=given.stored,
        is_changed=given.is_changed,
        rest_until=rest_until,
        answer_id=given.answer_id,
        is_day_sure=given.is_day_sure,
    )


def undo(parts: Parts, user_id: int, nudge_id: str, answer_id: int) -> Outcome:
    """Takes this answer back, if it is the last one: twice is once. Raises NoSuchNudgeError."""
    with parts.database.write() as conn:
        before = nudges.get(conn, user_id, nudge_id)
        after = answers.undo_last_answer(conn, user_id, nudge_id, parts.now(), answer_id=answer_id)
        if after == before:
            return Outcome(stored=before, is_changed=False)
        parts.look_again(conn, user_id)
    parts.wake()
    return Outcome(stored=after, is_changed=True)


def end_rest(parts: Parts, user_id: int, person_id: int) -> None:
    """The person rests no more. Raises NoSuchPersonError."""
    with parts.hearing(user_id) as conn:
        rests.end(conn, user_id, person_id, today_of(parts, conn, user_id), parts.now())


def add_feed(parts: Parts, user_id: int, address: str) -> None:
    """Adds a calendar by its address. Raises PermanentError for what is none."""
    kept, label, kind = parts.typed_address(address)
    with parts.database.write() as conn:
        feed = feeds.add(conn, user_id, parts.vault, address=kept, label=label, kind=kind)
        parts.feed_changed(conn, user_id, feed.id)
    parts.wake()


def set_paused(parts: Parts, user_id: int, feed_id: int, *, is_paused: bool) -> None:
    """Stops reading a calendar for now, or goes on. Raises NoSuchFeedError."""
    with parts.database.write() as conn:
        feeds.get(conn, user_id, feed_id)
        (feeds.pause if is_paused else feeds.resume)(conn, user_id, feed_id)
        parts.feed_changed(conn, user_id, feed_id)
    parts.wake()


def new_address(parts: Parts, user_id: int) -> None:
    """Ends the subscription's address and makes another."""
    now = parts.now()
    with parts.database.write() as conn:
        tokens.revoke(conn, user_id, tokens.TokenKind.SUBSCRIPTION, now)
        tokens.subscription_of(conn, user_id, parts.vault, now)


def enter(parts: Parts, secret: str) -> str | None:
    """A session's token in exchange for a key, which is used up by it; None for a key that does not fit."""
    now = parts.now()
    with parts.database.write() as conn:
        user_id = tokens.use_once(conn, parts.vault, tokens.TokenKind.LOGIN, secret, now)
        if user_id is None:
            return None
        return tokens.make(conn, user_id, parts.vault, tokens.TokenKind.SESSION, now, now + LASTS)
