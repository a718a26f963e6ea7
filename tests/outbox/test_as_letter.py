"""The weekly letter: readable anywhere, the same on each try, and harmless whatever a feed put into it."""

from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from icalendar import Calendar

from config.words import LANGUAGES
from tests.outbox.examples import ADA, CHANGED_AT, ZOE, links, published, said, words
from tests.outbox.test_as_calendar import GOLDEN, NASTY
from worker.errors import PermanentError
from worker.outbox.as_letter import bytes_of, letter_of
from worker.outbox.letter import Letter

LETTER = Letter(
    sender="Snowdrop <snowdrop@example.org>",
    recipient="me@example.com",
    sent_at=CHANGED_AT,
    today=CHANGED_AT.date(),
    nudges=[published(ADA), published(ZOE)],
    key="user-1/2026-W48",
    troubles=["The calendar “Work” has been unreadable since 3 November: the address answers 404."],
    page_url="https://snowdrop.example.org/",
    unsubscribe_url="https://snowdrop.example.org/u/abc",
)


def _parsed(letter: Letter = LETTER, lang: str = "en") -> EmailMessage:
    message = letter_of(letter, words=words(lang), links=links)
    assert message is not None
    parsed = message_from_bytes(bytes_of(message), policy=SMTP)
    assert isinstance(parsed, EmailMessage)
    return parsed


def _part(message: EmailMessage, kind: str) -> EmailMessage:
    (part,) = (part for part in message.walk() if part.get_content_type() == kind)
    assert isinstance(part, EmailMessage)
    return part


def test_a_letter_is_written_as_it_always_was() -> None:
    """Every byte of a letter is on record, its boundaries and its Message-ID too."""
    message = letter_of(LETTER, words=words(), links=links)

    assert message is not None
    assert bytes_of(message) == (GOLDEN / "letter.eml").read_bytes()


def test_a_week_without_a_nudge_has_no_letter() -> None:
    """Silence is an answer; an unreadable feed alone is shown on the page."""
    assert letter_of(replace(LETTER, nudges=[]), words=words(), links=links) is None


def test_the_calendar_in_the_mail_says_publish_twice() -> None:
    """RFC 6047: the method of the MIME type equals METHOD in the body."""
    part = _part(_parsed(), "text/calendar")

    calendar = Calendar.from_ical(part.get_content())

    assert dict(part["content-type"].params) == {"method": "PUBLISH", "charset": "utf-8"}
    assert calendar["METHOD"] == "PUBLISH"
    assert len(calendar.events) == 2
    assert part.get_filename() == "snowdrop.ics"


def test_the_headers_say_what_it_is_and_how_to_stop_it() -> None:
    """RFC 3834 and RFC 8058."""
    message = _parsed()

    assert message["Subject"] == "This week: Ada Lovelace and Zoë Ångström-Łukasiewicz"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["List-Unsubscribe"] == "<https://snowdrop.example.org/u/abc>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["Date"].datetime == CHANGED_AT


def test_what_last_week_left_has_no_day_any_more() -> None:
    """A day that is over does not stand under "this week"; what is ahead keeps its day."""
    message = _parsed(replace(LETTER, today=date(2026, 11, 27)))

    for kind in ("text/plain", "text/html"):
        told = _part(message, kind).get_content()
        assert "Ada Lovelace" in told
        assert "26 November" not in told
        assert "Saturday, 28 November" in told


def test_a_retry_carries_the_same_message_id_and_another_week_another() -> None:
    """The key names the letter, whatever has changed in it since."""
    first, retry = _parsed(), _parsed(replace(LETTER, nudges=[published(ADA)]))
    next_week = _parsed(replace(LETTER, key="user-1/2026-W49"))

    assert first["Message-ID"] == retry["Message-ID"] != next_week["Message-ID"]
    assert first["Message-ID"].endswith("@example.org>")


def test_the_draft_can_be_sent_from_the_letter() -> None:
    """A mail and a message begun with the draft, and the number to call."""
    html = _part(_parsed(), "text/html").get_content()

    assert 'href="mailto:ada@example.org?subject=A%20hello&amp;body=Dear%20Ada%2C%0D%0AI%20walked' in html
    assert 'href="tel:+442079460958"' in html
    assert 'href="sms:+442079460958?body=Dear%20Ada%2C%0D%0AI%20walked' in html


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_letter_speaks_every_language(lang: str) -> None:
    """Both forms say the same in the user's language, with nothing left unfilled."""
    message = _parsed(lang=lang)

    text, html = (_part(message, kind).get_content() for kind in ("text/plain", "text/html"))

    say = words(lang).say
    assert say("letter.opening", n=2) in text
    assert say("letter.answer.done") in html
    assert "{" not in text.replace("{}", "")


def test_addresses_in_the_open_stand_behind_a_colon_as_french_writes_it() -> None:
    """With a space before it, which no line breaks."""
    text = _part(_parsed(lang="fr"), "text/plain").get_content()

    opened = [line for line in text.splitlines() if "mailto:" in line or "://" in line.partition(" ")[2]]
    assert len(opened) > 2
    assert [line for line in opened if "\u00a0: " not in line and "404" not in line] == []


def test_nothing_in_the_html_comes_from_elsewhere() -> None:
    """No images, no scripts, no style sheets: nothing that could tell that it was opened."""
    tags = _tags(_part(_parsed(), "text/html").get_content())

    assert not {"img", "script", "link", "iframe", "form", "object"} & {name for name, _ in tags}
    assert {url.partition(":")[0] for _, url in tags if url} == {"https", "mailto", "tel", "sms"}


@pytest.mark.parametrize("mailbox", ["", "nobody", "a@", "@example.org", "jörg@example.org"])
def test_a_mailbox_that_is_none_is_named(mailbox: str) -> None:
    """The remedy is a setting, so the sentence names it."""
    with pytest.raises(PermanentError, match="MAIL_FROM"):
        letter_of(replace(LETTER, recipient=mailbox), words=words(), links=links)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(NASTY)
def test_no_text_breaks_out_of_the_letter(text: str) -> None:
    """Whatever a name or a title holds, headers, parts and tags stay those of a harmless letter."""
    _check_letter_of(text)


@pytest.mark.slow
@pytest.mark.timeout(900)
@settings(max_examples=10_000, suppress_health_check=[HealthCheck.too_slow])
@given(NASTY)
def test_ten_thousand_texts_do_not_break_out_of_a_letter(text: str) -> None:
    """The promise in full, for headers and HTML."""
    _check_letter_of(text)


def _check_letter_of(text: str) -> None:
    message = _parsed(replace(LETTER, nudges=[said(text)], troubles=[text]))

    assert list(message.keys()) == _HEADERS
    assert [part.get_content_type() for part in message.walk()] == _KINDS
    html = _part(message, "text/html").get_content()
    assert {name for name, _ in _tags(html)} <= _TAGS
    assert "\x00" not in bytes_of(message).decode("ascii")


_HEADERS = [
    "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted",
    "List-Unsubscribe", "List-Unsubscribe-Post", "MIME-Version", "Content-Type",
]  # fmt: skip
_KINDS = ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar"]
_TAGS = {"html", "head", "meta", "title", "style", "body", "div", "p", "h2", "a", "wbr", "ul", "li"}


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs).get("href") or dict(attrs).get("src")))


def _tags(html: str) -> list[tuple[str, str | None]]:
    parser = _Tags()
    parser.feed(html)
    return parser.seen
