"""Nudges with made-up people, for the tests of everything that goes out."""

from dataclasses import replace
from datetime import UTC, date, datetime

from config.words import words_of
from worker.core.nudge import Gift, GiftKind, Nudge, NudgeState, Published
from worker.core.words import Words
from worker.outbox.as_lines import AnswerLinks

CREATED_AT = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
CHANGED_AT = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)
ANSWERS = ("done", "later", "let_go", "rest")

ADA = Nudge(
    id="b4f1c0de9a",
    person="ada@example.org",
    name="Ada Lovelace",
    on=date(2026, 11, 26),
    headline="A hello for Ada Lovelace",
    why="You used to meet about every five weeks; the last time was in April, over coffee.",
    gift=Gift(
        kind=GiftKind.QUESTION,
        text="In April she was about to give her talk in Turin; ask what she would tell differently today.",
    ),
    more_gifts=(Gift(kind=GiftKind.MEMORY, text="The photograph from the garden in Como."),),
    channel="call",
    draft="Dear Ada,\nI walked past our café today and thought of your talk in Turin. How did it go?",
    emails=("ada@example.org",),
    phones=("+44 20 7946 0958",),
)
ZOE = Nudge(
    id="77aa00ff12",
    person="name:zoë",
    name="Zoë Ångström-Łukasiewicz",
    on=date(2026, 11, 28),
    headline="Nine years, and still a friend: Zoë Ångström-Łukasiewicz",
    why="You last met in May 2017, at the river. No need to explain the gap; a voice does more than a text.",
    gift=Gift(kind=GiftKind.HELLO, text="A short call, just to say hello."),
)

LINUS = Nudge(
    id="0c2d4e6f80",
    person="linus@example.com",
    name="Linus Brandt",
    on=date(2026, 11, 25),
    headline="Something for Linus Brandt",
    why="You met at the choir's summer feast and have not since.",
    gift=Gift(kind=GiftKind.RESOURCE, text="The recording of the rehearsal he asked about."),
)


def words(lang: str = "en") -> Words:
    return Words(lang=lang, table=words_of(lang))


def published(nudge: Nudge = ADA, state: NudgeState = NudgeState.OPEN, sequence: int = 0) -> Published:
    return Published(
        nudge=nudge, state=state, sequence=sequence, created_at=CREATED_AT, changed_at=CHANGED_AT
    )


def said(text: str, nudge: Nudge = ADA) -> Published:
    """A nudge in which every text from outside is `text`."""
    gift = Gift(kind=GiftKind.HELLO, text=text)
    return published(
        replace(
            nudge,
            name=text,
            headline=text,
            why=text,
            gift=gift,
            more_gifts=(gift,),
            draft=text,
            emails=(text,),
            phones=(text,),
        )
    )


def links(nudge_id: str) -> AnswerLinks:
    base = f"https://snowdrop.example.org/a/{nudge_id}"
    return AnswerLinks(any=f"{base}-any", each={answer: f"{base}-{answer}" for answer in ANSWERS})
