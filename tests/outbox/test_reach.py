"""Ways to reach somebody: links that begin a mail, a call or a message, whatever an address book holds."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.words import LANGUAGES
from tests.outbox.examples import ADA, links, words
from worker.core.nudge import Gift, GiftKind
from worker.outbox.as_lines import text_of
from worker.outbox.reach import ways_to


def test_a_mail_and_a_message_begin_with_the_draft() -> None:
    """RFC 6068, 3966, 5724: nothing is left to type but what the user changes."""
    mail, call, message = ways_to(ADA, words())

    assert parse_qs(urlsplit(mail.url).query) == {
        "subject": ["A hello"],
        "body": [ADA.draft.replace("\n", "\r\n")],
    }
    assert call.url == "tel:+442079460958"
    assert parse_qs(urlsplit(message.url).query)["body"] == [ADA.draft.replace("\n", "\r\n")]


def test_a_calendar_entry_has_links_to_follow() -> None:
    """Beside the draft, which stands above them."""
    text = text_of(ADA, words(), links)

    assert "Write to ada@example.org: mailto:ada@example.org\n" in text
    assert ": tel:+442079460958\n" in text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", list(GiftKind))
def test_every_gift_has_a_title_for_its_mail(lang: str, kind: GiftKind) -> None:
    """In each language; wishes and thanks in words of their own."""
    nudge = replace(ADA, gift=Gift(kind=kind, text="x"))

    subject = parse_qs(urlsplit(ways_to(nudge, words(lang))[0].url).query)["subject"][0]

    own = kind if kind in (GiftKind.CELEBRATE, GiftKind.THANKS) else "hello"
    assert subject == words(lang).say(f"letter.mail.{own}")


def test_without_a_draft_nothing_is_begun() -> None:
    """An empty mail with a title would be odd."""
    assert [way.url for way in ways_to(replace(ADA, draft=" "), words())] == [
        "mailto:ada@example.org",
        "tel:+442079460958",
        "sms:+442079460958",
    ]


def test_who_has_neither_address_nor_number_has_no_way() -> None:
    """Nor does a number that nobody can dial."""
    assert ways_to(replace(ADA, emails=("not an address",), phones=("ext.", "7")), words()) == ()


@given(st.text(max_size=80), st.text(max_size=40), st.text(max_size=40))
def test_no_text_adds_a_field_or_another_recipient(draft: str, email: str, phone: str) -> None:
    """A draft, an address and a number stay what they are."""
    for way in ways_to(replace(ADA, draft=draft, emails=(email, "a@example.org"), phones=(phone,)), words()):
        parts = urlsplit(way.url)
        assert parts.scheme in ("mailto", "tel", "sms")
        assert set(parse_qs(parts.query, keep_blank_values=True)) <= {"subject", "body"}
        assert not parts.fragment
        assert "," not in parts.path
