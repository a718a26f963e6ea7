"""deliver: what the weekly letter says of the calendars that it comes from."""

from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import cast

import pytest

from tasks import deliver
from tests.tasks.home import Home, monthly
from worker.store import feeds, letters
from worker.store.feeds import FeedKind


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
