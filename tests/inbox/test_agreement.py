"""Agreement: starts and attendees, beside icalendar with recurring-ical-events, on calendars of many producers.

Where the two differ, the table says why the pair is wrong, with the section of RFC 5545 where there is one.
"""

# ruff: noqa: T201 - the count is printed

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.inbox.calendars import BERLIN
from tests.inbox.oracle import Answer, Seen, ask
from worker.errors import SnowdropError
from worker.inbox.body import Held
from worker.inbox.reading.read import calendar_in
from worker.inbox.reading.window import Window

SINCE = datetime(1800, 1, 1, tzinfo=UTC)
"""The pair knows no window from the dawn of the calendar on."""
UNTIL = datetime(2027, 11, 21, 23, tzinfo=UTC)
"""Midnight in Berlin, so that a whole day lies on one side."""

pytestmark = pytest.mark.skipif(
    "SNOWDROP_TEST_DATA" not in os.environ, reason="SNOWDROP_TEST_DATA names no folder of samples"
)

UIDS = "3.8.4.7: a UID used again without RECURRENCE-ID; of these separate events only some are given"
BARE_CR = "3.1: lines end in a bare CR; the whole file is one line, and nothing is given, without a word"
NO_ADDRESS = "3.3.3 and RFC 6068: a blank stands in no mail address; it is a room's name, given as an address"
LAST_DAY = (
    "3.3.10: beside a DATE, Exchange writes the last day's local midnight in UTC as UNTIL; that day is cut"
)
SHOWN = "3.2.19: a TZID as Windows shows it in a list of zones is read as floating, without a word"
WRONG = {
    "KDE_kcalendarcore__ConnectDaily1": "3.8.4.4: a RECURRENCE-ID of 1970 on a master names no instance",
    "KDE_kcalendarcore__KOrganizer_vCalTestCase13.vcs": "vCalendar 1.0, Recurrence Rules: the short form is left out",
    "Kozea_Radicale__broken-vevent": "3.6: an event without END is left out, without a word",
    "Metro-Olografix_moca24-ics__schedule": UIDS,
    "aaronsewall_pycon_us_ics__open_spaces": UIDS,
    "apache_james-project__ics_with_error": SHOWN,
    "apple_ccs-calendarserver__Test-01A": BARE_CR,
    "apple_ccs-calendarserver__Test-03B": BARE_CR,
    "apple_ccs-calendarserver__Test-03C": BARE_CR,
    "apple_ccs-calendarserver__Test-03D": BARE_CR,
    "ical4j_ical4j__groupwise": NO_ADDRESS,
    "jazzband_icalevents__cest": LAST_DAY,
    "jazzband_icalevents__recurring_override": LAST_DAY,
    "jens-maus_node-ical__Office-2012-owa": SHOWN,
    "linagora_tmail-backend__aliceInviteBob": "RFC 2445, 4.8.5.2: EXRULE is left out",
    "niccokunzmann_python-recurring-ical-events__issue_132_swapped_start_and_end": "3.8.2.2: DTEND moves the start",
    "stalwartlabs_calcard__156": NO_ADDRESS,
    "stalwartlabs_calcard__156.ics.out": NO_ADDRESS,
    "tine20_tine20__calendarserver_external_invitation": "RFC 7986, 6.2: EMAIL beside a urn:uuid is left out",
    "tine20_tine20__invitation_bad_tz": "3.2.19: a TZID that means nothing is read as UTC, without a word",
}
NO_START = "3.8.2.4: one event without DTSTART costs the whole file"
BAD_START = "3.8.2.4: one DTSTART that is no date costs the whole file"
ENDLESS = "3.3.10: SECONDLY for ever is never cut"
WIDE = "3.1.4: UTF-16 is not read"
TWO_TZIDS = "3.6.5: a VTIMEZONE with two TZIDs costs the whole file"
BAD_ZONE = "3.6.5: one date in a VTIMEZONE that cannot be read costs the whole file"
FAILS = {
    "1and1_cosmo__vjournal": "3.3.4: a blank behind a date costs the whole file",
    "HackspaceJena_plenums_invite__invite": BAD_START,
    "KDE_kcalendarcore__RFC2445_RRULETest39": ENDLESS,
    "KDE_kitinerary__20220726-rovereto-randa-IT.ics.json": "no calendar: JSON; both refuse it",
    "VandenboschVincent_ICalendarNet__Bug2033495": NO_START,
    "VandenboschVincent_ICalendarNet__Bug2912657": WIDE,
    "VandenboschVincent_ICalendarNet__Secondly1": ENDLESS,
    "arran4_golang-ical__timeparsing": BAD_START,
    "bitfireAT_ical4android__empty-priority": "3.8.1.9: an empty PRIORITY of a to-do costs the whole file",
    "bitfireAT_ical4android__latin1": BAD_ZONE,
    "cyrusimap_cyrus-imapd__rdate_period": "RFC 7529, 4.1: RSCALE=GREGORIAN is refused",
    "horde_Icalendar__Brisbane": BAD_ZONE,
    "horde_Icalendar__timezone4": BAD_ZONE,
    "ical4j_ical4j__blankTzid": "3.6.5: a VTIMEZONE without a name costs the whole file",
    "irgangla_icalevents__icloud": "3.3.14: an offset of more than a day costs the whole file",
    "jens-maus_node-ical__test_with_multiple_tzids_in_vtimezone": TWO_TZIDS,
    "kewisch_ical.js__google_birthday": "3.8.5.2: an RDATE that is no date costs the whole file",
    "libical_XbICalendar__process-calendar": BAD_START,
    "libical_libical__malloc": "3.1: a line that is none costs the whole file",
    "nextcloud_calendar__attendee6": "no calendar: lines outside of any component; both refuse it",
    "nextcloud_calendar__refresh": NO_START,
    "stalwartlabs_calcard__042.ics.out": TWO_TZIDS,
    "stalwartlabs_calcard__129.ics.out": NO_START,
    "stalwartlabs_calcard__140.ics.out": NO_START,
    "stalwartlabs_calcard__152": "3.3.5: a date of a to-do that cannot be read costs the whole file",
    "tine20_tine20__bad_encoding": WIDE,
    "u01jmg3_ics-parser__issue-343": NO_START,
}


def _ours(path: Path) -> tuple[Seen, str]:
    """What we see, and the zone in which times without one were read."""
    window = Window(SINCE, UNTIL)
    try:
        found = calendar_in(
            Held(path.read_bytes()), source="x", default_zone=None, fallback_zone=BERLIN, window=window
        )
    except SnowdropError:
        return [], "Europe/Berlin"
    seen = [
        (f"{o.started_at:%Y-%m-%dT%H:%M:%S}", tuple(sorted(p.address for p in o.attendees if p.address)))
        for o in found.occurrences
    ]
    return sorted(seen), found.zone_name or "Europe/Berlin"


def _both(path: Path) -> tuple[str, Seen, Answer]:
    seen, zone = _ours(path)
    return path.stem, seen, ask(path, zone, (SINCE, UNTIL))


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_starts_and_attendees_agree_wherever_the_pair_is_right() -> None:
    """Prints the count; a new difference fails, and so does a row of the table that no longer holds."""
    samples = sorted((Path(os.environ["SNOWDROP_TEST_DATA"]) / "calendars").glob("*.ics"))
    results = [_both(path) for path in samples]

    failed = {name: answer.failure for name, _, answer in results if answer.failure}
    differ = {name for name, seen, answer in results if not answer.failure and seen != answer.seen}
    print(f"\nagree on starts and attendees: {len(results) - len(failed) - len(differ)} of {len(results)}")
    for what, table in (("the pair is wrong", WRONG), ("the pair fails", FAILS)):
        print(f"{what}: {len(table)}", *(f"  {name}: {why}" for name, why in table.items()), sep="\n")
    assert differ == WRONG.keys()
    assert failed.keys() == FAILS.keys(), {name: why for name, why in failed.items() if name not in FAILS}
