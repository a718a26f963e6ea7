"""A life for the page about people: somebody missed, two who may be one, and titles that name others."""

from datetime import timedelta
from pathlib import Path

from tasks.importing import import_cards
from tests.tasks.home import NOW, Home, event, monthly

BOOK = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Robert Baker\r\nEMAIL:bob@acme.example\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bob Baker\r\nEMAIL:rb@acme.example\r\nEND:VCARD\r\n"
)
LONG_AGO = timedelta(days=240)


def titled(uid: str, title: str, more: str = "") -> str:
    return f"BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART:20260301T180000Z\r\nSUMMARY:{title}\r\n{more}END:VEVENT\r\n"


def lived_in(folder: Path, **settings: object) -> Home:
    """Ada went missing, two may be one, and titles name somebody."""
    home = Home(folder, host="127.0.0.1", **settings)
    book = home.folder / "book.vcf"
    book.write_text(BOOK)
    import_cards(home.house, book)
    met = [
        event(f"{who}{n}", NOW - timedelta(days=9 + n), f"{who}@acme.example")
        for who in ("bob", "rb")
        for n in (1, 2)
    ]
    home.add(home.write("work.ics", *monthly("ada", meetings=12, ended=LONG_AGO), *met))
    own = (titled("t1", "Lunch with Maria"), titled("t2", "Dinner with Xaver", "CLASS:PRIVATE\r\n"))
    home.add(home.write("own.ics", *own))
    home.live()
    return home
