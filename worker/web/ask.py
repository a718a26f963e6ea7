"""What the pages ask the store: each question is one look at the record, made ready to be shown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from worker.core.nudge import NudgeState
from worker.core.rest import RestKind
from worker.core.words import Words
from worker.outbox.as_calendar import subscription, tasks
from worker.outbox.as_html import Told, told
from worker.outbox.as_lines import no_links
from worker.store import answers, duties, feeds, letters, nudges, rests, shelf, tokens, users
from worker.web.links import answer_links
from worker.web.parts import Parts
from worker.web.tends import WhoseDoubt

_WEEK = timedelta(days=7)
_ANSWERED_SHOWN = 5
_COMMAND = re.compile(r"`snowdrop ([^`]+)`")


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarFile:
    """What a subscriber gets."""

    content: bytes
    changed_at: datetime
    """The last change that a reader could see, whole seconds."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AnsweredRow:
    """A nudge that was answered lately, and the answer, to be undone as long as it is the last one."""

    id: str
    name: str
    state: NudgeState
    answer_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedRow:
    """A calendar as the page tells of it."""

    id: int
    label: str
    state: str
    problem: Sequence[str]
    """Text, a command to be typed, text and so on; empty while all is well."""
    is_paused: bool
    may_go: bool
    """Whether the page offers to remove it: who reads well is paused first, so that no slip costs an address."""
    question: str
    """Why it is open whose it is; "" where it is not."""
    may_be_mine: bool
    """Whether the user can say so by a word: an address has to be named."""
    is_theirs: bool
    """It is somebody else's."""
    may_be_theirs: bool
    """Whether it could be anybody's: neither made up nor for the shelf."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RestingRow:
    """Someone who rests."""

    id: int
    name: str
    state: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ShelfRow:
    """Something that the user has to give."""

    id: int
    kind: str
    text: str
    topics: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Garden:
    """Everything on the page; no ranks, no counts."""

    this_week: Sequence[Told]
    """Until Sunday, and what still waits of the days before."""
    coming: Sequence[Told]
    answered: Sequence[AnsweredRow]
    feeds: Sequence[FeedRow]
    resting: Sequence[RestingRow]
    shelf: Sequence[ShelfRow]
    is_demo: bool
    """What is shown is the made-up life."""
    is_reading: bool
    """Some calendar was not tried yet, or what was just read for the first time is still being thought over."""
    is_nobodys: bool
    """Of no calendar is it known whose it is: nobody in them counts."""
    is_unread: bool
    """No calendar could ever be read."""
    is_tended: bool
    """What the commands do can be done here."""
    asks_who: bool
    """Nothing waits, and titles name somebody whom nobody known is called: a week may be empty for want of a word."""
    letter: str | None
    """What became of the latest letter, where it waits or may not have arrived."""
    calendar_url: str
    tasks_url: str

    @property
    def nudges(self) -> Sequence[Told]:
        return (*self.this_week, *self.coming)


def calendar_file(parts: Parts, token: str, *, as_tasks: bool) -> CalendarFile | None:
    """The calendar behind a subscription's token; None for a token that is unknown or revoked."""
    now = parts.now()
    with parts.database.read() as conn:
        user_id = tokens.user_of(conn, parts.vault, tokens.TokenKind.SUBSCRIPTION, token, now)
        if user_id is None:
            return None
        entries = nudges.publishable(conn, user_id, now)
        changed_at = _changed_at(conn, user_id, now)
        words = words_for(parts, conn, user_id)
    write = tasks if as_tasks else subscription
    links = answer_links(parts.signer, parts.base_url, user_id)
    content = write(entries, name=words.say("letter.calendar"), words=words, links=links)
    return CalendarFile(content=content, changed_at=changed_at)


def garden(parts: Parts, user_id: int) -> Garden:
    """The page of this user as it stands now."""
    base = f"{parts.base_url}/c/{_subscription_token(parts, user_id)}"
    tends = parts.tends_for(user_id)
    with parts.database.read() as conn:
        user = users.get(conn, user_id)
        words, today = parts.words(user.language), _day(parts.now(), user)
        waiting = [each.published for each in nudges.waiting(conn, user_id)]
        shown = [(each.nudge.on, told(each, words, no_links, today)) for each in waiting]
        next_week = today + timedelta(days=7 - today.weekday())
        known = feeds.all_feeds(conn, user_id)
        doubted = tends.doubted() if tends is not None else {}
        return Garden(
            this_week=[each for on, each in shown if on < next_week],
            coming=[each for on, each in shown if on >= next_week],
            answered=_answered(conn, user_id, parts.now() - _WEEK),
            feeds=[_feed_row(parts, feed, words, user, doubted.get(feed.id)) for feed in known],
            resting=_resting(conn, user_id, words, today),
            shelf=_shelf_rows(conn, user_id),
            is_demo=any(feed.is_demo for feed in known),
            is_reading=_is_reading(conn, user_id, parts.now()),
            is_tended=tends is not None,
            asks_who=tends is not None and not waiting and tends.asks_who(),
            letter=_letter(conn, user, words),
            is_nobodys=bool(doubted)
            and all(WhoseDoubt.NOBODYS in doubted.get(feed.id, ()) for feed in known if feed.is_calendar),
            is_unread=all(feed.unreadable_since and not feed.read_at for feed in known),
            calendar_url=f"{base}.ics",
            tasks_url=f"{base}/tasks.ics",
        )


def words_for(parts: Parts, conn: Connection, user_id: int) -> Words:
    return parts.words(users.get(conn, user_id).language)


def today_of(parts: Parts, conn: Connection, user_id: int) -> date:
    """The day it is for the user."""
    return _day(parts.now(), users.get(conn, user_id))


def day_words(day: date, words: Words, today: date) -> str:
    """A day, with its year where that is not this one."""
    return words.day(day, with_year=day.year != today.year)


def rest_words(kind: RestKind, until: date, words: Words, today: date) -> str:
    """What is behind a rest, where anything is, and until when, where that is known."""
    said = [] if kind is RestKind.RESTING else [words.say(f"rest.state.{kind}")]
    if until != date.max:
        said.append(words.say("page.rest_until", day=day_words(until, words, today)))
    return ", ".join(said) or words.say("page.rest_for_good")


def _subscription_token(parts: Parts, user_id: int) -> str:
    with parts.database.write() as conn:
        return tokens.subscription_of(conn, user_id, parts.vault, parts.now())


def _changed_at(conn: Connection, user_id: int, now: datetime) -> datetime:
    """Also when an entry left the calendar: If-Modified-Since would miss it in what is still there."""
    every = nudges.all_nudges(conn, user_id)
    left = (each.shown_until for each in every if each.shown_until is not None and each.shown_until <= now)
    moments = (each.published.changed_at for each in every)
    return max((*left, *moments), default=datetime.fromtimestamp(0, now.tzinfo)).replace(microsecond=0)


def _answered(conn: Connection, user_id: int, since: datetime) -> list[AnsweredRow]:
    given = [each for each in answers.history(conn, user_id) if each.at >= since and each.undone_at is None]
    latest = {each.nudge_id: each.id for each in given}
    in_order = sorted(latest, key=lambda nudge_id: -latest[nudge_id])[:_ANSWERED_SHOWN]
    rows = (nudges.get(conn, user_id, nudge_id) for nudge_id in in_order)
    return [
        AnsweredRow(id=row.nudge.id, name=row.nudge.name, state=row.state, answer_id=latest[row.nudge.id])
        for row in rows
        if row.state in answers.ANSWERS
    ]


def _shelf_rows(conn: Connection, user_id: int) -> list[ShelfRow]:
    return [
        ShelfRow(
            id=each.id, kind=each.thing.kind.value, text=each.thing.text, topics=", ".join(each.thing.topics)
        )
        for each in shelf.everything(conn, user_id)
    ]


def _is_reading(conn: Connection, user_id: int, now: datetime) -> bool:
    if not feeds.has_everything_been_tried(conn, user_id):
        return True
    return duties.is_any_due(conn, user_id, now) and not nudges.all_nudges(conn, user_id)


def _feed_row(
    parts: Parts, feed: feeds.Feed, words: Words, user: users.User, doubt: tuple[WhoseDoubt, str] | None
) -> FeedRow:
    is_paused = feed.state is feeds.FeedState.PAUSED
    if is_paused:
        state = words.say("page.feed_paused")
    elif feed.unreadable_since:
        state = words.say("page.feed_unread", day=words.day(_day(feed.unreadable_since, user)))
    elif feed.read_at:
        state = words.say("page.feed_well", day=words.day(_day(feed.read_at, user)))
    else:
        state = words.say("page.feed_waiting")
    return FeedRow(
        id=feed.id,
        label=feed.title,
        state=f"{state} · {words.say('page.feed_theirs')}" if feed.is_theirs else state,
        question=words.say(f"page.feed_whose.{doubt[0]}", who=doubt[1]) if doubt else "",
        problem=_with_commands(words.told(feed.problem), parts.called) if feed.problem else (),
        is_paused=is_paused,
        may_go=is_paused or bool(feed.unreadable_since),
        is_theirs=feed.is_theirs,
        may_be_mine=doubt is not None and doubt[0] in (WhoseDoubt.NAMED, WhoseDoubt.UNLISTED),
        may_be_theirs=feed.is_calendar and not feed.is_demo,
    )


def _letter(conn: Connection, user: users.User, words: Words) -> str | None:
    """None while all is well, and where no letters are wanted."""
    letter = letters.troubled(conn, user.id)
    if letter is None or letter.problem is None or users.value_of(conn, user.id, users.LETTERS):
        return None
    key = "page.letter_waits" if letter.is_waiting else "page.letter_unsure"
    return words.say(key, day=words.day(_day(letter.created_at, user)), why=words.told(letter.problem))


def _with_commands(text: str, called: str) -> list[str]:
    found = enumerate(_COMMAND.split(text))
    return [f"{called} {part}" if at % 2 else part for at, part in found]


def _resting(conn: Connection, user_id: int, words: Words, today: date) -> list[RestingRow]:
    return [
        RestingRow(id=known.id, name=known.person.name, state=rest_words(rest.kind, rest.until, words, today))
        for known, rest in rests.resting(conn, user_id, today)
    ]


def _day(moment: datetime, user: users.User) -> date:
    return moment.astimezone(user.zone).date()
