"""deliver: what the weekly letter says of the calendars that it comes from, and what becomes of one that is refused."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from html import unescape
from itertools import chain, repeat
from pathlib import Path
from typing import cast

import pytest

from tasks import deliver
from tasks.answering import give
from tasks.checkup import Finding, findings
from tasks.duty import Kind
from tasks.timetable import keep_duties
from tests.outbox.mail_server import PASSWORD, Box, serving
from tests.tasks.home import NOW, Home, monthly
from tests.web.client import client_of
from worker.store import feeds, letters
from worker.store.feeds import FeedKind
from worker.web.links import letters_link

TEN_MINUTES = timedelta(minutes=10)
WEEK = timedelta(weeks=1)


@pytest.mark.parametrize("kind", [FeedKind.DEMO, FeedKind.FILE])
def test_a_letter_about_the_demo_says_that_it_is_made_up(kind: FeedKind, tmp_path: Path) -> None:
    """Whoever set up mail for the first look would else wonder who these people are."""
    home = Home(tmp_path, smtp_url="smtp://127.0.0.1:25", mail_to="me@example.org")
    address = home.write("life.ics", *monthly("ada", meetings=12, ended=timedelta(days=200)))
    with home.house.database.write() as conn:
        feed = feeds.add(conn, home.user_id, home.house.vault, address=address, label="life.ics", kind=kind)
    home.read(feed.id)
    home.suggest()

    text = letter_of(home)
    home.house.close()

    assert ("A made-up life, to look around in." in text) is (kind is FeedKind.DEMO)


def letter_of(home: Home) -> str:
    """Its text as it stands written, before any mail server."""
    key = deliver.letter_key(home.now.date())
    with home.house.database.write() as conn:
        assert deliver._written(home.house, conn, home.user_id, key)
        letter = letters.get(conn, home.user_id, key)
        assert letter is not None
        payload = letters.payload_of(conn, home.house.vault, letter)
    text = cast(EmailMessage, message_from_bytes(payload, policy=default)).get_body(("plain",))
    assert text is not None
    return str(text.get_content())


@pytest.fixture
def box() -> Box:
    return Box()


@pytest.fixture
def url(box: Box) -> Iterator[str]:
    with serving(box) as address:
        yield address


@pytest.fixture
def homes(tmp_path: Path, url: str) -> Iterator["Homes"]:
    made = Homes(tmp_path, url)
    yield made
    made.here.house.close()


class Homes:
    """One record under one Snowdrop after another, each started with settings of its own. Now is a letter's hour."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder, self.url = folder, url
        self.here = self._with("wrong")
        self.add("ada")

    def add(self, name: str) -> None:
        """Somebody is missed."""
        missed = monthly(name, meetings=12, ended=timedelta(days=200))
        self.here.read(self.here.add(self.here.write(f"{name}.ics", *missed)))
        self.here.suggest()

    def _with(self, password: str, **settings: object) -> Home:
        url = self.url.replace("//", f"//me:{password}@")
        return Home(self.folder, smtp_url=url, mail_to="me@example.org", **settings)

    def start(self, password: str, now: datetime = NOW, **settings: object) -> None:
        """Ends what runs and starts anew."""
        self.here.house.close()
        self.here = self._with(password, **settings)
        self.here.now = now
        with self.here.house.database.write() as conn:
            keep_duties(self.here.house, conn)
        self.here.settle(Kind.DELIVER)

    def deliver(self) -> None:
        """The letter's hour has come."""
        self.here.do(Kind.DELIVER, self.here.user_id)

    def wait(self, span: timedelta) -> None:
        """As long as it runs, what is due is done."""
        self.here.now += span
        self.here.settle(Kind.DELIVER)

    def page(self) -> str:
        return unescape(client_of(self.here).get("/").text)

    def doctor(self) -> Finding | None:
        """What it says of the letter."""
        return next((each for each in findings(self.here.house) if "The letter" in each.sentence), None)


REFUSED = "refused the login; check user and password in SNOWDROP_SMTP_URL."
WAITS = (
    "Your letter of 23 November is still waiting: it goes out by itself as soon as the mail server takes it."
)


def test_a_wrong_password_loses_no_letter(homes: Homes, box: Box) -> None:
    """Page and doctor say that it waits, and for what; once that is mended, the next start sends it, once."""
    homes.deliver()
    page, doctor = homes.page(), homes.doctor()
    homes.start(PASSWORD, NOW + timedelta(days=2))
    homes.wait(timedelta(days=1))
    homes.start(PASSWORD, NOW + timedelta(days=3))

    assert f"{WAITS} The mail server " in page
    assert REFUSED in page
    assert doctor is not None
    assert not doctor.is_well
    assert doctor.sentence.startswith(
        "The letter 2026-W48 waits since 2026-11-23, and goes out by itself once"
    )
    assert doctor.sentence.endswith(REFUSED)
    assert len(box.got) == 1
    assert "Your letter" not in homes.page()
    assert homes.doctor() is None


def test_what_a_letter_waits_for_is_told_in_the_users_language(homes: Homes) -> None:
    """All of it."""
    homes.start("wrong", language="de")
    homes.deliver()

    page = homes.page()

    assert "Dein Brief vom 23. November wartet noch: Er geht von selbst hinaus, sobald" in page
    assert "hat die Anmeldung abgelehnt; prüfe Benutzer und Passwort in SNOWDROP_SMTP_URL." in page
    assert REFUSED not in page


def test_a_login_that_is_let_in_later_sends_the_letter_without_a_start(homes: Homes, box: Box) -> None:
    """A lock that the server has lifted: until then it is asked seldom, lest it shut its door for good."""
    homes.deliver()
    homes.wait(TEN_MINUTES - timedelta(seconds=1))
    box.password = "wrong"
    doctor = homes.doctor()
    sent_at = [len(box.got)]
    homes.wait(timedelta(seconds=1))
    sent_at.append(len(box.got))

    assert doctor == Finding(
        True,
        "The letter 2026-W48 waits since 2026-11-23, and goes out by itself: at 2026-11-23 10:10, or at the next start",
    )
    assert sent_at == [0, 1]
    assert homes.here.duty(Kind.DELIVER, homes.here.user_id).due_at == datetime(2026, 11, 30, 6, tzinfo=UTC)


def test_the_pauses_between_refused_logins_grow(homes: Homes) -> None:
    """Ten minutes at first, six hours in the end."""
    homes.deliver()
    pauses = []
    for _ in range(8):
        due_at = homes.here.duty(Kind.DELIVER, homes.here.user_id).due_at
        assert due_at is not None
        pauses.append((due_at - homes.here.now).total_seconds() / 60)
        homes.wait(due_at - homes.here.now)

    assert pauses == [10, 20, 40, 80, 160, 320, 360, 360]


def test_a_letter_says_what_holds_when_it_goes_out_at_last(homes: Homes, box: Box) -> None:
    """Where all was answered meanwhile, there is nothing to say, and nothing waits."""
    homes.deliver()
    for each in homes.here.nudges():
        give(homes.here.house, each.nudge.id, "done")

    homes.start(PASSWORD, NOW + timedelta(days=1))

    assert box.got == []
    assert "Your letter" not in homes.page()


def test_a_letter_that_waited_a_week_gives_its_place_to_the_next(homes: Homes, box: Box) -> None:
    """Never two at once."""
    homes.deliver()
    homes.here.now += WEEK
    homes.add("bea")

    homes.start(PASSWORD, NOW + WEEK)

    assert len(box.got) == 1
    assert homes.here.rows("SELECT dedupe_key, state FROM letters") == [("2026-W49", "sent")]


def test_a_letter_that_goes_out_as_the_next_hour_strikes_does_not_skip_it(homes: Homes, box: Box) -> None:
    """The next is due at once then."""
    hour = datetime(2026, 11, 30, 6, tzinfo=UTC)
    before = hour - timedelta(seconds=1)
    homes.start(PASSWORD, before)
    clock = chain([before, before], repeat(hour))  # claimed, and begun
    homes.here.house.now = lambda: next(clock)
    homes.deliver()

    assert len(box.got) == 1
    assert homes.here.duty(Kind.DELIVER, homes.here.user_id).due_at == hour


def test_who_stops_the_letters_waits_for_none(homes: Homes, box: Box) -> None:
    """The one that waited goes."""
    homes.deliver()
    link = letters_link(homes.here.house.signer, "", homes.here.user_id)
    client_of(homes.here).post(link)
    page = homes.page()

    homes.start(PASSWORD)

    assert "Your letter" not in page
    assert box.got == []


def test_a_letter_that_is_refused_for_good_is_told_of_on_the_page(homes: Homes, box: Box) -> None:
    """A server that does not know the recipient will not know them tomorrow: it is asked no more."""
    homes.start(PASSWORD)
    box.rcpt_reply = "550 no such user"
    homes.deliver()
    box.rcpt_reply = "250 OK"
    homes.wait(timedelta(days=1))

    assert box.got == []
    assert "Your letter of 23 November may not have reached you. The mail server " in homes.page()
    assert "refused the letter (550); check SNOWDROP_MAIL_FROM and SNOWDROP_MAIL_TO." in homes.page()


def test_a_letter_that_may_have_arrived_stays_unsure(homes: Homes, box: Box) -> None:
    """The server took the whole of it and was gone: page and doctor say that it is unsure."""
    homes.start(PASSWORD)
    box.reply = ""
    homes.deliver()
    box.reply = "250 OK"
    homes.wait(timedelta(seconds=31))
    homes.wait(TEN_MINUTES)
    homes.start(PASSWORD, NOW + timedelta(days=1))
    doctor = homes.doctor()

    assert len(box.got) == 1
    assert "Your letter of 23 November may not have reached you. The mail server " in homes.page()
    assert doctor is not None
    assert doctor.sentence.startswith("The letter 2026-W48 did not surely arrive: The mail server ")


@pytest.mark.parametrize(
    ("day", "hour", "key"),
    [
        ("monday", 7, "2026-W48"),
        ("sunday", 18, "2026-W47"),
        ("monday", 20, "2026-W47"),
        ("friday", 7, "2026-W47"),
    ],
)
def test_a_letter_that_is_tried_late_is_still_that_of_its_own_week(
    day: str, hour: int, key: str, tmp_path: Path
) -> None:
    """Now is Monday, ten: Sunday's letter that waits over night does not take the place of next Sunday's."""
    home = Home(tmp_path, letter_day=day, letter_hour=hour)

    assert deliver.letter_key(deliver.letter_hours(home.house)[0].date()) == key
    home.house.close()
