"""What waits keeps its words from look to look, as long as nothing new is known of its person."""

from datetime import timedelta

from tasks.importing import import_cards
from tests.tasks.home import NOW, Home, missing
from tests.tasks.test_in_doubt import ALDO, met, titled

DAY = timedelta(days=1)


def test_good_wishes_to_somebody_perhaps_met_are_worded_once(home: Home) -> None:
    """Two birthdays, one of somebody of whose last time it is not sure: neither gift gives way to the other's."""
    born = NOW + 3 * DAY
    cards = "".join(
        f"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:{name}\r\nEMAIL:{address}\r\nBDAY:--{day:%m%d}\r\nEND:VCARD\r\n"
        for name, address, day in (
            ("Aldo Fabbri", ALDO, born),
            ("Ada Lind", "ada@example.com", born + DAY),
        )
    )
    (home.folder / "book.vcf").write_text(cards)
    home.add(home.write("work.ics", *met("aldo"), *missing("ada")))
    home.add(home.write("own.ics", titled("Aldo ???", days=-60)))
    import_cards(home.house, home.folder / "book.vcf")
    home.live()
    home.now += timedelta(hours=5)
    home.suggest()
    before = {each.nudge.person: (each.nudge, each.published.sequence) for each in home.nudges()}

    for _ in range(3):
        home.suggest()

    assert {ALDO, "ada@example.com"} <= before.keys()
    assert {each.nudge.person: (each.nudge, each.published.sequence) for each in home.nudges()} == before
