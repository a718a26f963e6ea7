"""A private meeting about something tender counts as a meeting, and is no reason for a word."""

from datetime import timedelta

from tests.tasks.home import NOW, Home, event


def test_a_private_tender_meeting_is_kept_without_its_words(home: Home) -> None:
    """Here and where all is learnt anew."""
    private = event(
        "m", NOW - timedelta(days=4), "ada@example.com", title="HR mediation", more="CLASS:PRIVATE\r\n"
    )
    home.add(home.write("work.ics", private))
    home.live()

    (touch,) = home.touches()["ada@example.com"]
    assert (touch.title, touch.is_private, touch.is_hushed) == ("", True, True)
    assert home.nudges() == ()
    assert home.rows("SELECT count(*) FROM touches WHERE title LIKE '%mediation%'") == [(0,)]
