"""deliver: the weekly letter. (The subscription needs no delivering: it is a view of the nudges.)

After step 5: nudge → what the user reads. Numbered order: 1 write the letter down, 2 claim it, 3 hand it over
(marking it just before the final dot), 4 mark it sent. A crash loses nothing and makes one copy more at most.
A letter that certainly is nowhere yet waits, and says at each try what holds then, until the next one takes its place.
"""

from datetime import date, datetime, time, timedelta
from email.message import EmailMessage
from itertools import pairwise
from secrets import token_hex

import structlog
from sqlalchemy import Connection

from config.settings import DAYS
from tasks.duty import Work
from tasks.wiring import House, UsageError
from worker.core.giving.week import iso_week
from worker.core.nudge import NudgeState, Published
from worker.core.sentence import Sentence, changed
from worker.errors import SnowdropError
from worker.outbox.as_letter import address_in, bytes_of, letter_of
from worker.outbox.letter import Letter
from worker.outbox.to_smtp import Envelope, RefusedError, UnansweredError, send
from worker.store import duties, feeds, letters, nudges, users
from worker.store.duties import Claim
from worker.store.feeds import Feed
from worker.store.letters import LetterState
from worker.web.letters import OFF
from worker.web.links import answer_links, letters_link

log = structlog.get_logger()

_LEASE_SECONDS = 120.0
_MOST_COPIES = 2
"""An uncertain letter is handed over once more, never a third time; both copies have one Message-ID."""
_NO_THIRD = Sentence("It is uncertain whether this letter arrived; it is not sent a third time")


def deliver(house: House, claim: Claim) -> None:
    """Sends this week's letter, if there is something to say and somewhere to send it."""
    hour, next_hour = letter_hours(house)
    key = letter_key(hour.date())
    with house.database.write() as conn:
        written = _written(house, conn, claim.user_id, key)
    if written:
        _hand_over(house, claim, key)
    with house.database.write() as conn:
        duties.finish(conn, claim, house.now(), next_hour)


def send_now(house: House) -> bool:
    """Sends the letter as it stands now, for whoever wants to see one; the week's own comes all the same.

    False where there is nothing to say. Raises UsageError without a mail server, and what sending raises.
    """
    if not house.settings.smtp_url:
        raise UsageError("Letters are off: SNOWDROP_SMTP_URL names no mail server")
    with house.database.read() as conn:
        message = _message(house, conn, house.user.id, f"at once {token_hex(8)}")
    if message is not None:
        send(bytes_of(message), _envelope(house), house.settings.smtp_url, handed=lambda: None)
    return message is not None


def letter_key(day: date) -> str:
    """One letter per ISO week, for ever: that of the day it is for, however much later it is tried."""
    year, week = iso_week(day)
    return f"{year}-W{week:02}"


def letter_hours(house: House) -> tuple[datetime, datetime]:
    """The latest time of a letter on the user's clock, now included, and the next."""
    here = house.today()
    latest = here.date() - timedelta(days=(here.weekday() - DAYS.index(house.settings.letter_day)) % 7)
    times = [_letter_on(house, latest + timedelta(weeks=weeks)) for weeks in (-1, 0, 1)]
    return next((last, coming) for last, coming in pairwise(times) if coming > here)


def _letter_on(house: House, day: date) -> datetime:
    """That day at the letter's hour; quiet hours are waited for, late ones until the next morning."""
    wished = time(house.settings.letter_hour)
    begin, end = (
        time.fromisoformat(part) for part in (house.settings.quiet_hours or "00:00-00:00").split("-")
    )
    is_over_night = begin > end
    if is_over_night and wished >= begin:
        return datetime.combine(day + timedelta(days=1), end, house.zone)
    is_quiet = wished < end and (is_over_night or begin <= wished)
    return datetime.combine(day, end if is_quiet else wished, house.zone)


def _written(house: House, conn: Connection, user_id: int, key: str) -> bool:
    """Writes the letter down, anew where it is nowhere yet; False where there is none this week."""
    is_wanted = house.settings.smtp_url and users.value_of(conn, user_id, users.LETTERS) != OFF
    known = letters.get(conn, user_id, key)
    if is_wanted and known is not None and known.state is not LetterState.SENDING:
        return True
    message = _message(house, conn, user_id, key) if is_wanted else None
    letters.drop_unsent(conn, user_id, but=key if message else "")
    if message is None:
        return False
    letters.write(
        conn,
        user_id,
        house.vault,
        dedupe_key=key,
        message_id=str(message["Message-ID"]),
        payload=bytes_of(message),
        now=house.now(),
    )
    return True


def _message(house: House, conn: Connection, user_id: int, key: str) -> EmailMessage | None:
    """What the letter says now; None where that is nothing."""
    known = feeds.all_feeds(conn, user_id)
    made_up = [house.words.say("page.demo")] if any(feed.is_demo for feed in known) else []
    troubles = [
        house.words.told(_of_this_one(feed, feed.problem))
        for feed in known
        if feed.problem and feed.unreadable_since
    ]
    letter = Letter(
        sender=house.settings.mail_from or house.settings.mail_to,
        recipient=house.settings.mail_to,
        sent_at=house.now(),
        today=house.today().date(),
        nudges=_nudges_for(house, conn, user_id),
        key=f"{user_id}/{key}",
        troubles=made_up + troubles,
        page_url=f"{house.base_url}/",
        unsubscribe_url=letters_link(house.signer, house.base_url, user_id),
    )
    links = answer_links(house.signer, house.base_url, user_id)
    return letter_of(letter, words=house.words, links=links)


def _of_this_one(feed: Feed, problem: str) -> str:
    """What is wrong, with the calendar by its title: a letter shows no list beside which to read it."""
    return changed(problem, lambda value: feed.title if value == feed.label else value)


def _nudges_for(house: House, conn: Connection, user_id: int) -> list[Published]:
    """Open nudges of the seven days from today, and those made since the last letter."""
    today = house.today().date()
    last = house.now() - timedelta(days=7)
    return [
        stored.published
        for stored in nudges.open_ones(conn, user_id)
        if stored.state is NudgeState.OPEN
        and stored.nudge.on < today + timedelta(days=7)
        and (stored.nudge.on >= today or stored.published.created_at > last)
    ]


def _hand_over(house: House, claim: Claim, key: str) -> None:
    with house.database.write() as conn:
        letter = letters.claim(conn, claim.user_id, key, house.now(), _LEASE_SECONDS)
        if letter is None:
            return
        if letter.is_uncertain and letter.copies >= _MOST_COPIES:
            letters.mark_failed(conn, letter, _NO_THIRD)
            return
        payload = letters.payload_of(conn, house.vault, letter)

    def handed() -> None:
        with house.database.write() as conn:
            letters.mark_handed(conn, letter, house.now())

    try:
        send(payload, _envelope(house), house.settings.smtp_url, handed=handed)
    except RefusedError as error:
        with house.database.write() as conn:
            letters.mark_failed(conn, letter, error.sentence)
        log.warning("letter refused", key=key, why=str(error))
        return
    except SnowdropError as error:
        # No reply at the end: it may have arrived, and stays `handed`. All else is certain.
        mark = letters.mark_unanswered if isinstance(error, UnansweredError) else letters.mark_waiting
        with house.database.write() as conn:
            mark(conn, letter, error.sentence)
        log.warning("letter not sent", key=key, why=str(error))
        raise
    with house.database.write() as conn:
        letters.mark_sent(conn, letter, house.now())
    log.info("letter sent", key=key)


def _envelope(house: House) -> Envelope:
    return Envelope(
        sender=address_in(house.settings.mail_from or house.settings.mail_to),
        recipient=address_in(house.settings.mail_to),
    )


DELIVER = Work(do=deliver, lease_seconds=180)
