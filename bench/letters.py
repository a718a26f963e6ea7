"""Letters: the demo's next eight weeks in every language, to be read aloud as a kind friend would.

`./run bench letters [LANG…]`. Nobody answers; each week is planned on the Thursday before it.
"""

import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo

from config.words import LANGUAGES
from tasks.backtest import Backtest
from tasks.demo import demo_calendars
from tasks.demo_script import script_of
from tasks.reading import Library, Zoned, library_of, met_in
from tasks.wiring import catalogue_in, words_in
from worker.core.nudge import Nudge, NudgeState, Published
from worker.core.person import Card
from worker.core.words import Words
from worker.inbox.cards.addressbook import cards_in
from worker.inbox.reading.window import Window
from worker.outbox.as_letter import letter_of
from worker.outbox.letter import Letter

TODAY = date(2026, 11, 23)
WEEKS = 8
ZONE = ZoneInfo("Europe/Berlin")


def main(args: Sequence[str] = ()) -> int:
    """Prints them; always 0, since only a reader can judge."""
    is_whole = "--letter" in args
    langs = [arg for arg in args if not arg.startswith("--")] or LANGUAGES
    for lang in langs:
        print(f"\n═══ {lang} ═══")
        for monday, nudges in _weeks(lang):
            print(_letter(monday, nudges, lang) if is_whole else f"\n── {monday} ──")
            if not is_whole:
                _show(nudges)
    return 0


def demo_library() -> tuple[Library, list[Card], datetime]:
    """The demo's calendars and address book, as read on TODAY, and that moment."""
    now = datetime.combine(TODAY, time(9), ZONE).astimezone(UTC)
    with tempfile.TemporaryDirectory() as folder:
        cards: list[Card] = []
        script = script_of(files("config").joinpath("demo.toml").read_text("utf-8"))
        for name, text in demo_calendars(TODAY, script).items():
            path = Path(folder) / name
            path.write_bytes(text.encode())
            if path.suffix == ".vcf":
                cards += cards_in(path.read_bytes(), name=name).cards
                path.unlink()
        zoned = Zoned(said=None, fallback=ZONE)
        window = Window(None, now + timedelta(days=365))
        return library_of([folder], now=now, zoned=zoned, window=window), cards, now


def _weeks(lang: str) -> list[tuple[date, tuple[Nudge, ...]]]:
    words = words_in(lang)
    library, cards, now = demo_library()
    met = met_in(library, me=(), cards=cards, now=now)
    test = Backtest(library=library, met=met, zone=ZONE, words=words, catalogue=catalogue_in(words), budget=3)
    return [(week.monday, week.plan.nudges) for week in test.weeks(TODAY, TODAY + timedelta(weeks=WEEKS))]


def _show(nudges: Sequence[Nudge]) -> None:
    for nudge in nudges:
        print(
            f"\n{nudge.on:%a %d %b} · {nudge.headline}  [{nudge.channel}]\n  {nudge.why}\n  {nudge.gift.text}"
        )
        for gift in nudge.more_gifts:
            print(f"  – {gift.text}")
        print(f"  « {nudge.draft} »")


def _letter(monday: date, nudges: Sequence[Nudge], lang: str) -> str:
    words: Words = words_in(lang)
    sent_at = datetime.combine(monday, time(7), ZONE).astimezone(UTC)
    published = [
        Published(nudge=each, state=NudgeState.OPEN, sequence=0, created_at=sent_at, changed_at=sent_at)
        for each in nudges
    ]
    letter = Letter(
        sender="you@example.org",
        recipient="you@example.org",
        sent_at=sent_at,
        today=monday,
        nudges=published,
    )
    message = letter_of(letter, words=words)
    body = message.get_body(("plain",)) if message is not None else None
    return f"\n{message['Subject']}\n\n{body.get_content()}" if message is not None and body else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
