"""Open invitations: who only invites, and is not answered, was not met."""

from datetime import timedelta
from pathlib import Path

from tests.tasks.home import ME, NOW, Home, event, missing
from tests.tasks.running import environ, said

ADA, DAY = "ada@example.com", timedelta(days=1)


def test_who_is_known_by_open_invitations_alone_is_told_as_such(tmp_path: Path) -> None:
    """What is not answered counts as no meeting, and says nothing of a circle."""
    invited = event("i", NOW - 9 * DAY, ME, host=ADA).replace(
        f"ACCEPTED:mailto:{ME}", f"NEEDS-ACTION:mailto:{ME}"
    )
    home = Home(tmp_path)
    home.add(home.write("life.ics", *missing("bob"), invited))
    home.live()

    told = said("people", "--why", ADA, env=environ(tmp_path / "data")).out.decode()

    assert "Known by open invitations alone: they do not count as met." in told
    assert "Circle" not in told
    home.house.close()
