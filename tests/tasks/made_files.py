"""Calendars that a test writes and the reading commands read."""

NOW = "2026-11-22T09:00:00Z"
HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example.org//made up//EN\r\n"
FOOT = "END:VCALENDAR\r\n"


def event(
    *lines: str, uid: str = "e1", start: str = "DTSTART:20250304T090000Z", end: str = "DURATION:PT30M"
) -> str:
    """One VEVENT."""
    rows = (
        "BEGIN:VEVENT",
        f"UID:{uid}" if uid else "",
        "DTSTAMP:20250101T000000Z",
        start,
        end,
        *lines,
        "END:VEVENT",
    )
    return "".join(f"{row}\r\n" for row in rows if row)


def with_ada(*lines: str, uid: str = "e1", start: str = "DTSTART:20250304T090000Z") -> str:
    """A meeting of two."""
    return event(
        "SUMMARY:Coffee with Ada",
        "ORGANIZER:mailto:me@example.org",
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@example.org",
        "ATTENDEE;CN=Ada Lovelace;PARTSTAT=ACCEPTED:mailto:ada@example.org",
        *lines,
        uid=uid,
        start=start,
    )


def with_bo(uid: str, start: str) -> str:
    """A meeting of two others."""
    return with_ada(uid=uid, start=start).replace("Ada Lovelace", "Bo Berg").replace("ada@", "bo@")


def calendar(*events: str) -> bytes:
    return (HEAD + "".join(events) + FOOT).encode()


def is_one_sentence(text: str) -> bool:
    return text.count("\n") == 1 and len(text) > 20 and "Traceback" not in text


def met_monthly(months: int = 24, year: int = 2023) -> bytes:
    """Two years of coffee, then silence."""
    starts = [f"DTSTART:{year + m // 12}{m % 12 + 1:02}{(m * 5) % 27 + 1:02}T090000Z" for m in range(months)]
    return calendar(*(with_ada(uid=f"e{i}", start=start) for i, start in enumerate(starts)))
