"""The log tells what happened, and no address, no token and no traceback."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tasks.running import ROOT
from worker.log import redacted

PLANTED = "planted-secret"
TEXTS = (
    f"https://calendar.example.org/private-{PLANTED}/basic.ics",
    f"HTTPS://u:{PLANTED}@example.org",
    f"webcal://example.org/{PLANTED}.ics",
    f"webcals://example.org/{PLANTED}.ics",
    f"smtp://u:{PLANTED}@mail.example.org:587",
    f"smtp+starttls://u:{PLANTED}@mail.example.org",
    f"smtps://u:{PLANTED}@mail.example.org",
    f"redis://:{PLANTED}@valkey:6379/0",
    f"rediss://:{PLANTED}@valkey:6379/0",
    f"postgresql://u:{PLANTED}@db/snowdrop",
    f"postgresql+psycopg://u:{PLANTED}@db/snowdrop",
    f"postgres://u:{PLANTED}@db/snowdrop",
    f"GET /c/{PLANTED}.ics 200",
    f"GET /c/{PLANTED}/tasks.ics 200",
    f"GET /a/{PLANTED} 200",
    f"GET /a/letters/{PLANTED} 200",
)


@pytest.mark.parametrize("text", TEXTS)
def test_addresses_and_tokens_are_cut_out(text: str) -> None:
    """Wherever they stand in a sentence."""
    shown = redacted(f"before {text} after")

    assert PLANTED not in shown
    assert shown.startswith("before ")
    assert shown.endswith(" after") or " 200 after" in shown


def test_what_is_no_secret_stays() -> None:
    """A log that hides everything tells nothing."""
    sentence = "feed 3 read: 812 events from calendar.example.org, see docs/c or /about"

    assert redacted(sentence) == sentence


@pytest.mark.parametrize("how", ["own", "foreign", "traceback", "nested", "warning"])
def test_no_way_of_logging_shows_a_secret(how: str, tmp_path: Path) -> None:
    """Our events, foreign loggers, exceptions with an address in their text, values within values."""
    code = f"""
import logging, warnings, structlog
from worker.log import start_log
start_log("debug", process="test")
log, address = structlog.get_logger(), {TEXTS[0]!r}
match {how!r}:
    case "own": log.info("fetched " + address, why=address)
    case "foreign": logging.getLogger("httpx2").warning("GET %s", address)
    case "traceback":
        try: raise ValueError(address)
        except ValueError: logging.getLogger("x").exception("failed")
    case "nested": log.info("fetched", problems=[address], more={{"at": address}}, error=ValueError(address))
    case "warning": logging.getLogger("x").error(ValueError(address))
"""

    told = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )

    assert told.stdout == ""
    assert told.stderr.count("\n") == 1
    assert PLANTED not in told.stderr


def test_each_line_tells_when_who_and_what() -> None:
    """One event, one line."""
    code = """
import structlog
from worker.log import start_log
start_log("info", process="worker")
structlog.get_logger().debug("too much")
structlog.get_logger().info("feed read", feed=3)
"""

    line = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    ).stderr

    assert line.count("\n") == 1
    assert "event='feed read'" in line
    assert "process='worker'" in line
    assert "level='info'" in line
    assert "feed=3" in line
    assert "timestamp='20" in line


def test_on_a_terminal_a_line_is_short_and_still_holds_no_secret() -> None:
    """Somebody sits before it; the date and `level='info'` tell them nothing."""
    code = f"""
import structlog
from worker.log import start_log
start_log("info", process="worker")
structlog.get_logger().info("feed read", feed=3)
structlog.get_logger().warning("part died", why={TEXTS[0]!r})
"""
    ours, theirs = os.openpty()

    subprocess.run([sys.executable, "-c", code], cwd=ROOT, stderr=theirs, check=True, timeout=60)

    shown = os.read(ours, 4096).decode()
    os.close(theirs)
    os.close(ours)
    assert re.match(
        r"\d\d:\d\d:\d\d worker: feed read  feed=3\r\n\d\d:\d\d:\d\d worker: warning: part died  why=", shown
    )
    assert PLANTED not in shown
