"""A calendar to keep, and all that the worker would do with it."""

from datetime import datetime, timedelta

from config.settings import settings_from
from tasks.bell import WORKS
from tasks.duty import Kind, carry_out
from tasks.wiring import House, now
from tests.tasks.running import Said
from worker.store import duties

ME = "me@example.org"
DAY = timedelta(days=1)


def calendar(*meetings: tuple[str, str, datetime]) -> bytes:
    """(UID, guest, start) of each meeting of two."""
    rows = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example.org//made up//EN"]
    for uid, guest, at in meetings:
        rows += [
            "BEGIN:VEVENT",
            f"UID:{uid}",
            f"DTSTART:{at:%Y%m%dT%H%M%SZ}",
            "DURATION:PT30M",
            "SUMMARY:Coffee",
        ]
        rows += [f"ORGANIZER:mailto:{ME}", f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{ME}"]
        rows += [f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{guest}", "END:VEVENT"]
    return "".join(f"{row}\r\n" for row in [*rows, "END:VCALENDAR"]).encode()


def met_long_ago(guest: str = "ada.lovelace@example.org", *others: str) -> bytes:
    """Two years of monthly coffee, and then nothing for nine months; once with each of the others."""
    last = now().replace(hour=9, minute=0, second=0) - 270 * DAY
    monthly = [(f"{guest}-{n}", guest, last - 30 * n * DAY) for n in range(24)]
    return calendar(*monthly, *((f"{other}-0", other, last - DAY) for other in others))


def work_off(env: dict[str, str]) -> None:
    """What the worker would do, until nothing is due."""
    home = House(settings_from(env))
    home.migrate()
    for _ in range(20):
        with home.database.read() as conn:
            due = duties.due(conn, home.now() + timedelta(seconds=1), 100)
        for bell in due:
            carry_out(home, WORKS[Kind(bell.kind)], bell.duty_id)
        if not due:
            break
    home.close()


def is_one_sentence(told: Said) -> bool:
    return told.out == b"" and told.err.count("\n") == 1 and "Traceback" not in told.err
