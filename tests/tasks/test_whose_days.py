"""Whose days the user reads is not missed: the host of a calendar that is somebody else's, however it is called."""

from pathlib import Path

import pytest

from tasks.whose import say_whose
from tasks.wishing import pin
from tests.tasks.home import LONG_AGO, ME, NOW, Home, event, monthly
from tests.tasks.running import environ, said
from tests.tasks.test_seems import waiting
from tests.tasks.test_titles import DAY

NORA, OLGA = "nora@example.com", "olga@example.com"
MINE = monthly("nora", meetings=12, ended=LONG_AGO)


def planned(number: int, *, is_guest: bool) -> str:
    """An event of Nora's with Olga; some programs write her among the guests."""
    whole = event(f"p{number}", NOW - LONG_AGO - 7 * number * DAY, OLGA, host=NORA)
    return whole if is_guest else whole.replace(f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{NORA}\r\n", "")


@pytest.mark.parametrize("is_guest", [True, False])
@pytest.mark.parametrize("me", [(ME,), ()])
def test_who_hosts_a_calendar_of_somebody_elses_is_not_missed(
    tmp_path: Path, me: tuple[str, ...], *, is_guest: bool
) -> None:
    """Saying whose it is makes nobody missed, and a pin contradicts; `preview` says the same."""
    home = Home(tmp_path, me=me)
    mine = home.write("mine.ics", *MINE)
    hers = home.write("plans.ics", *(planned(number, is_guest=is_guest) for number in range(8)))
    home.add(mine)
    home.add(hers)
    home.live()
    say_whose(home.house, "2", is_mine=False)
    home.live()
    left, now = waiting(home), ("--now", f"{NOW:%Y-%m-%dT%H:%M:%SZ}")
    previewed = said("preview", mine, "--theirs", hers, *now, env=environ(tmp_path / "none"))
    pin(home.house, NORA, is_pinned=True)
    home.suggest()
    pinned = waiting(home)
    say_whose(home.house, "2", is_mine=True)
    home.live()

    assert left == set()
    assert b"nora" not in previewed.out
    assert pinned == {NORA}
    home.house.close()


def test_a_calendar_of_many_hosts_is_nobodys_days(tmp_path: Path) -> None:
    """A team's: whoever stands in it is missed as before."""
    home = Home(tmp_path, me=(ME,))
    home.add(home.write("mine.ics", *MINE))
    hosts = [f"host{number}@example.com" for number in range(4)]
    team = [event(f"t{n}", NOW - LONG_AGO - n * DAY, OLGA, NORA, host=hosts[n % 4]) for n in range(8)]
    home.add(home.write("team.ics", *team))
    home.live()
    say_whose(home.house, "2", is_mine=False)
    home.live()

    assert waiting(home) == {NORA}
    home.house.close()
