"""`snowdrop away` and `snowdrop people --why`, as typed."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.prepared import prepare
from tests.tasks.home import ME, NOW, Home, monthly
from tests.tasks.running import environ, snowdrop

pytestmark = pytest.mark.slow


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """A record in which Ana was met every four weeks for a year, and then not for ten months."""
    home = Home(tmp_path, me=(ME,))
    home.read(home.add(home.write("a.ics", *monthly("ana", meetings=14, ended=timedelta(days=300)))))
    home.suggest()
    home.house.close()
    return environ(prepare(tmp_path / "data"))


def test_days_away_are_noted_listed_and_forgotten(env: dict[str, str]) -> None:
    """Each time everything that is noted is shown; a wrong day is one sentence and exit code 2."""
    days = ("2026-02-01", "2026-09-30")
    noted = snowdrop("away", *days, env=env)
    listed = snowdrop("away", "--format", "json", env=env)
    wrong = snowdrop("away", *days[::-1], env=env)
    forgotten = snowdrop("away", *days, "--remove", env=env)

    assert noted.stdout.decode() == "2026-02-01 to 2026-09-30\n"
    assert json.loads(listed.stdout) == [{"from": days[0], "to": days[1], "feed": None}]
    assert wrong.returncode == 2
    assert wrong.stderr.decode().count("\n") == 1
    assert forgotten.stdout.decode().startswith("Nothing is noted")


def test_why_tells_dates_odds_and_what_would_change_them(env: dict[str, str]) -> None:
    """In words, and with every number for programs; days away change the answer at once."""
    text = snowdrop("people", "--why", "ana", env=env).stdout.decode()
    (body,) = json.loads(snowdrop("people", "--why", "ana", "--format", "json", env=env).stdout)
    first, last = (NOW.date() - timedelta(days=290), NOW.date() - timedelta(days=1))
    snowdrop("away", first.isoformat(), last.isoformat(), env=env)
    away = snowdrop("people", "--why", "ana", env=env | {"SNOWDROP_LANGUAGE": "de"}).stdout.decode()

    assert "Usually about every month" in text
    assert "of 100 such ties do not pick up again within three months" in text
    assert "%" not in text
    assert body["why"]["state"] == body["state"] == "dormant"
    assert body["why"]["factors"]["quiet"] == body["p_silent"]
    assert len(body["why"]["visits"]) == 14
    assert date.fromisoformat(body["why"]["silent_since"]) < first
    assert "Üblich ist etwa jeden Monat" in away
    assert "Jetzt: lebendig." in away
    assert "Nicht mitgezählt, weil du weg warst" in away
