"""Their day: a call to another zone comes when it is day for both, or not at all."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from config.words import LANGUAGES
from tests.core.bonds import CATALOGUE, DORMANT, LONG_DORMANT, bond, met, planned, words_in
from worker.core.bond import Bond
from worker.core.giving.agenda import Agenda, agenda_of
from worker.core.giving.catalogue import Catalogue
from worker.core.giving.their_day import free_for_both, is_far, zone_of
from worker.outbox.as_lines import channel_of

BERLIN = "Europe/Berlin"
FREE = Agenda()
MONDAY = date(2026, 11, 30)


def living(zone: str = "", *, phones: tuple[str, ...] = (), writes: tuple[str, ...] = ()) -> Bond:
    """By card, by numbers, by the zones in which the latest events were written."""
    touches = [met(day) for day in DORMANT[len(writes) :]]
    touches += [met(day, zone=each) for day, each in zip((200, 190, 180, 170), writes, strict=False)]
    return bond(met_ago=touches, zone=zone, phones=phones)


@pytest.mark.parametrize(
    ("one", "zone"),
    [
        (living("America/New_York"), "America/New_York"),
        (living(phones=("+81 3 5550 0100",)), "Asia/Tokyo"),
        (living(phones=("+351 21 555 0100", "00351215550101")), "Europe/Lisbon"),
        (living(writes=("Asia/Tokyo",) * 3), "Asia/Tokyo"),
        (living("Asia/Tokyo", phones=("+82 2 555 0100",)), "Asia/Tokyo"),
        (living(), ""),
        (living(phones=("030 5550100",)), ""),
        (living(phones=("+1 212 555 0100",)), ""),
        (living(phones=("+7 495 5550100",)), ""),
        (living(phones=("+81 3 5550 0100", "+49 30 5550100")), ""),
        (living(writes=("Asia/Tokyo",) * 2), ""),
        (living(writes=("Asia/Tokyo", "Asia/Tokyo", "Europe/Paris")), ""),
        (living("America/New_York", phones=("+81 3 5550 0100",)), ""),
    ],
)
def test_a_zone_is_known_where_the_evidence_is_clear(one: Bond, zone: str) -> None:
    """A card, all numbers of one country with one zone, or their latest three events; and nothing that disagrees."""
    assert zone_of(one, MONDAY) == zone


def test_only_a_distant_clock_needs_a_word() -> None:
    """London is an hour from Berlin, New York six; and nobody is far of whom nothing is known."""
    assert is_far(living("America/New_York"), MONDAY, BERLIN)
    assert not is_far(living("Europe/London"), MONDAY, BERLIN)
    assert not is_far(living(), MONDAY, BERLIN)


@pytest.mark.parametrize(
    ("zone", "hours"),
    [
        ("America/New_York", ("15:00", "20:00")),
        ("Asia/Tokyo", ("09:00", "12:00")),
        ("Europe/London", ("10:00", "20:00")),
        ("America/Los_Angeles", ("18:00", "20:00")),
        ("Pacific/Auckland", None),
    ],
)
def test_the_hours_are_day_for_both(zone: str, hours: tuple[str, str] | None) -> None:
    """Nine to eight on both clocks, told on the user's own."""
    free = free_for_both(living(zone), MONDAY, zone=BERLIN, agenda=FREE)

    assert (free and (f"{free.begins:%H:%M}", f"{free.ends:%H:%M}")) == hours


def test_the_users_own_appointments_are_gone_round() -> None:
    """Booked from three to half past five in Berlin: then from half past five on."""
    booked = [(datetime(2026, 11, 30, 14, tzinfo=UTC), datetime(2026, 11, 30, 16, 30, tzinfo=UTC))]

    free = free_for_both(
        living("America/New_York"), MONDAY, zone=BERLIN, agenda=agenda_of(booked, zone=BERLIN)
    )

    assert free is not None
    assert f"{free.begins:%H:%M}" == "17:30"


def test_a_day_without_a_common_hour_has_none() -> None:
    """Tokyo's afternoon is Berlin's morning, and that is booked."""
    booked = [(datetime(2026, 11, 30, 8, tzinfo=UTC), datetime(2026, 11, 30, 10, 30, tzinfo=UTC))]

    assert (
        free_for_both(living("Asia/Tokyo"), MONDAY, zone=BERLIN, agenda=agenda_of(booked, zone=BERLIN))
        is None
    )


def called(zone: str, lang: str = "en") -> tuple[str, str]:
    """Way and hours of a nudge that would be a call, as it is read."""
    rules = [rule for rule in CATALOGUE.gifts if rule.name in ("thanks_last", "hello")]
    rules = [replace(rule, channels=("call",)) if rule.name == "thanks_last" else rule for rule in rules]
    one = bond(met_ago=LONG_DORMANT, zone=zone)
    (nudge,) = planned(one, words=words_in(lang), zone=BERLIN, catalogue=Catalogue(gifts=tuple(rules))).nudges
    return nudge.channel, channel_of(nudge, words_in(lang))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_call_across_zones_says_when_it_is_day_there(lang: str) -> None:
    """In every language, with the user's own hours."""
    way, told = called("America/New_York", lang)

    assert way == "call"
    assert "15:00–20:00" in told


def test_a_call_next_door_needs_no_hours() -> None:
    """Most people live where one lives oneself."""
    assert called("Europe/Paris") == ("call", "Perhaps by a call")


def test_nobody_is_called_at_night() -> None:
    """In Auckland it is night while it is day in Berlin: a voice message then."""
    assert called("Pacific/Auckland") == ("voice_message", "Perhaps by a voice message")


def test_their_day_may_begin_on_the_day_before() -> None:
    """Auckland's Monday morning is Los Angeles' Sunday."""
    auckland = "Pacific/Auckland"

    free = free_for_both(living("America/Los_Angeles"), MONDAY, zone=auckland, agenda=FREE)

    assert free is not None
    assert [at.isoformat() for at in (free.begins, free.ends)] == [
        "2026-11-30T09:00:00+13:00",
        "2026-11-30T17:00:00+13:00",
    ]
