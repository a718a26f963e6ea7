"""A year with Snowdrop: calendars change, days pass, letters come, answers are given — on real parts."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from itertools import pairwise
from pathlib import Path
from socket import socket
from typing import cast

import icalendar
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tasks.answering import give, take_back
from tasks.feeding import add_feed
from tests.stories.village import (
    Clock,
    Village,
    calendar,
    every,
    farewell,
    first_name,
    meeting,
    valkey,
    village,
)
from worker.outbox.as_calendar import subscription
from worker.outbox.as_lines import no_links
from worker.store import nudges

BUDGET = 3
START = date(2026, 1, 5)  # a Monday
END = date(2027, 1, 4)


STATES = {"done": "done", "later": "later", "let_go": "let_go", "rest": "rested", "rest_for_good": "rested"}
"""What each answer leads to."""


@dataclass
class MailBox:
    """What the mail server got."""

    letters: list[EmailMessage] = field(default_factory=list)

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802  # the server's name
        assert isinstance(envelope.content, bytes)
        self.letters.append(cast(EmailMessage, message_from_bytes(envelope.content, policy=default)))
        return "250 OK"


@pytest.fixture
def mail() -> Iterator[tuple[MailBox, str]]:
    """A real SMTP server on loopback."""
    box = MailBox()
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    yield box, f"smtp://127.0.0.1:{port}"
    controller.stop()


class Life:
    """What stands in the calendar on a day: meetings appear in it as they are made."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.past = [
            *self._thread("Ada Example", "Pottery with Ada", 35, date(2023, 2, 1), date(2025, 9, 1)),
            *self._thread("Ben Example", "Chess with Ben", 30, date(2023, 3, 1), date(2025, 8, 1)),
            *self._thread("Cleo Example", "Choir practice", 21, date(2023, 1, 9), date(2025, 9, 10)),
            *self._thread("Dora Example", "Book club at Dora's", 14, date(2024, 1, 4), END),
            *self._thread("Emil Example", "Sailing with Emil", 20, date(2022, 5, 1), date(2024, 9, 1)),
            (date(2025, 3, 3), farewell("Funeral of Emil Example", date(2025, 3, 3))),
        ]

    @staticmethod
    def _thread(who: str, title: str, apart: int, start: date, until: date) -> list[tuple[date, str]]:
        days = every(apart, start=start, until=until)
        return [(day, meeting(f"{first_name(who)}-{day}", day, who, title)) for day in days]

    def write(self, today: date, *more: str) -> None:
        """Meetings are in the calendar a week ahead."""
        known = [text for day, text in self.past if day <= today + timedelta(days=7)]
        self.file.write_text(calendar(*known, *more), newline="")


def _subscribed(here: Village) -> icalendar.Calendar:
    """What a subscriber sees now."""
    with here.house.database.read() as conn:
        entries = nudges.publishable(conn, here.house.user.id, here.house.now())
    return icalendar.Calendar.from_ical(
        subscription(entries, name="Snowdrop", words=here.house.words, links=no_links)
    )


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_year_passes_gently(tmp_path: Path, mail: tuple[MailBox, str]) -> None:
    """B3, A2, A7, B1: never over the budget, nobody twice, nothing kept that was not wanted, nothing lost."""
    box, smtp_url = mail
    life = Life(tmp_path / "life.ics")
    clock = Clock(datetime(2026, 1, 5, 5, tzinfo=UTC))
    life.write(START)
    knobs = {"weekly_budget": BUDGET, "smtp_url": smtp_url, "mail_to": "me@example.org"}
    with valkey(tmp_path) as url, village(tmp_path, url, clock, **knobs) as here:
        add_feed(here.house, str(life.file))
        seen: dict[str, set[str]] = defaultdict(set)
        day, with_ben, cleo_is_back = START, "", ""
        while day < END:
            clock.set(day)
            if day == date(2026, 1, 12):
                with_ben = meeting(
                    "ben-again", date(2026, 2, 2), "Ben Example", "Chess with Ben", more="SEQUENCE:1"
                )
            if day == date(2026, 5, 4):
                cleo_is_back = meeting("cleo-again", date(2026, 5, 6), "Cleo Example", "Choir practice")
            life.write(day, *filter(None, (with_ben, cleo_is_back)))
            here.settle()
            for entry in _subscribed(here).walk("VEVENT"):
                seen[str(entry["UID"])].add(str(entry["STATUS"]))
            day += timedelta(days=1)

        rows = here.table("nudges")
        weeks = Counter(date.fromisoformat(row["first_on"]).isocalendar()[:2] for row in rows)
        by_person: dict[str, list[date]] = defaultdict(list)
        for row in sorted(rows, key=lambda row: row["first_on"]):
            by_person[row["person"]].append(date.fromisoformat(row["first_on"]))

        assert rows
        assert max(weeks.values()) <= BUDGET
        apart = [later - sooner for days in by_person.values() for sooner, later in pairwise(days)]
        assert all(gap >= timedelta(days=180) for gap in apart)
        assert "ada@example.com" in by_person
        assert "emil@example.com" not in by_person, "a marked death silences everything"
        assert not [
            d for d in by_person.get("ben@example.com", []) if date(2026, 1, 12) <= d <= date(2026, 2, 2)
        ]
        assert {row["state"] for row in rows} <= {"open", "let_go", "withdrawn"}
        assert all("CANCELLED" in states for uid, states in seen.items() if _is_over(uid, rows))

        letter_weeks = Counter(str(letter["Message-ID"]) for letter in box.letters)
        assert box.letters
        assert max(letter_weeks.values()) == 1
        assert len(box.letters) <= 53
        for letter in box.letters:
            _check_letter(letter)


def _is_over(uid: str, rows: list[dict[str, object]]) -> bool:
    return any(f"{row['id']}@snowdrop" == uid and row["state"] != "open" for row in rows)


def _check_letter(letter: EmailMessage) -> None:
    """Plain, HTML and one calendar object that says what its header says."""
    kinds = {part.get_content_type(): part for part in letter.walk()}
    assert {"text/plain", "text/html", "text/calendar"} <= kinds.keys()
    attached = icalendar.Calendar.from_ical(kinds["text/calendar"].get_payload(decode=True))
    assert kinds["text/calendar"].get_param("method") == "PUBLISH"
    assert str(attached["METHOD"]) == "PUBLISH"
    assert len(attached.walk("VEVENT")) >= 1
    assert not any("ATTENDEE" in event for event in attached.walk("VEVENT"))


@pytest.mark.slow
def test_every_answer_ends_the_matter_and_can_be_undone(tmp_path: Path) -> None:
    """A2: a nudge ends when the person reaches out; later, let go and rest do what they say, and undoing is exact."""
    life = Life(tmp_path / "life.ics")
    life.write(date(2026, 3, 2))
    clock = Clock(datetime(2026, 3, 2, 9, tzinfo=UTC))
    with valkey(tmp_path) as url, village(tmp_path, url, clock, weekly_budget=3) as here:
        add_feed(here.house, str(life.file))
        here.settle()
        before = {row["id"]: row for row in here.table("nudges")}
        assert before
        nudge_id = min(before)

        for answer, state in STATES.items():
            give(here.house, nudge_id, answer)
            here.settle()
            after = {row["id"]: row for row in here.table("nudges")}
            assert after[nudge_id]["state"] == state
            take_back(here.house, nudge_id)
            here.settle()
            again = {row["id"]: row for row in here.table("nudges")}
            assert again[nudge_id]["state"] == "open"
            assert again[nudge_id]["on"] == before[nudge_id]["on"]
            assert again[nudge_id]["sequence"] == after[nudge_id]["sequence"] + 1
            assert set(again) == set(before), "twice is once, and no answer makes a new nudge"
