"""Ask: to someone long silent a kind line goes before, and thanks come after; for somebody else, nothing."""

from datetime import timedelta

import pytest

from tests.core.bonds import ACTIVE, DORMANT, NEXT_WEEK, TODAY, bond, met, past, planned, words_in
from tests.test_words_lint import ASKS, has_word
from worker.core.giving.ask import AFTER_EVENT_DAYS, EVENT_AHEAD_DAYS, ask_ahead, ask_behind, has_ask, is_ask
from worker.core.giving.note import Note, NoteKind
from worker.core.nudge import GiftKind, NudgeState

LANGS = ["en", "de", "es", "fr", "pt", "it"]


def note(days_ago: int, kind: NoteKind = NoteKind.ASK, for_whom: str = "") -> Note:
    return Note(kind=kind, text="a reference", noted_on=TODAY - timedelta(days=days_ago), for_whom=for_whom)


@pytest.mark.parametrize(
    "title",
    [
        *("Ask Ana a favour", "Favor: moving help", "Referral chat", "Can you help with my thesis?"),
        *("Ana um Rat fragen", "Ein Gefallen", "Bitte um Empfehlungsschreiben", "Kannst du helfen?"),
        *("Pedir ayuda a Ana", "Un favor", "¿Puedes ayudarme?", "Carta de recomendación"),
        *("Demander un service à Ana", "Coup de main", "Peux-tu m'aider ?", "Lettre de recommandation"),
        *("Pedir um favor", "Você pode me ajudar?", "Pedir ajuda à Ana", "Carta de recomendação"),
        *("Chiedere un favore", "Puoi aiutarmi?", "Chiedere consiglio", "Lettera di referenze"),
    ],
)
def test_an_ask_is_read_in_six_languages(title: str) -> None:
    """B2: from the title of an event."""
    assert is_ask(title)


@pytest.mark.parametrize(
    "title",
    [
        *("Coffee with Ana", "Party favors", "Favourite films", "Por favor llamar", "Helping hands choir"),
        *("Hat gefallen: Theater", "Referral for Ben", "Empfehlungsschreiben für Ben", "Favor para Ben"),
        *(
            "Un coup de main pour Ben",
            "Favore per Ben",
            "Uno spettacolo a favore di Emergency",
            "Vote in favour of bees",
        ),
    ],
)
def test_no_ask_is_none(title: str) -> None:
    """B2: an ask on behalf of somebody else is what a bond is for."""
    assert not is_ask(title)


@pytest.mark.parametrize("lang", LANGS)
def test_a_kind_line_goes_before_a_noted_ask(lang: str) -> None:
    """B2: kindly, in every language, and without a word of the ask."""
    (nudge,) = planned(bond(notes=[note(0)]), words=words_in(lang)).nudges

    assert nudge.reason == "ask"
    assert nudge.gift.kind is GiftKind.HELLO
    assert not has_word(ASKS[lang], f"{nudge.headline} {nudge.why} {nudge.gift.text} {nudge.draft}")
    assert "reference" not in str(nudge)


@pytest.mark.parametrize("lang", LANGS)
def test_thanks_come_after_an_ask(lang: str) -> None:
    """B2: whatever came of it; the line before does not count against them."""
    line = past(17, NudgeState.DONE, reason="ask")

    (nudge,) = planned(bond(notes=[note(18)], nudges=[line]), words=words_in(lang)).nudges

    assert nudge.reason == "asked"
    assert nudge.gift.kind is GiftKind.THANKS


def test_an_event_that_asks_brings_the_line_before_it() -> None:
    """B2: the meeting itself holds nothing back; it is the reason."""
    someone = bond(ahead=[met(-11, "Ask Ana for advice on the thesis, a favour")])

    (nudge,) = planned(someone).nudges

    assert nudge.reason == "ask"
    assert nudge.on < TODAY + timedelta(days=11)
    assert "thesis" not in str(nudge)


def test_after_that_event_come_thanks() -> None:
    """B2: they met, and something was asked for."""
    someone = bond(met_ago=[*DORMANT, met(3, "Favour: reference letter")])

    (nudge,) = planned(someone).nudges

    assert nudge.reason == "asked"


def test_another_meeting_before_it_needs_no_line() -> None:
    """A7: there will be time for a kind word."""
    someone = bond(ahead=[met(-5), met(-11, "A favour")])

    assert planned(someone).nudges == ()


@pytest.mark.parametrize("who", ["for", "active", "offer"])
def test_what_brings_no_line(who: str) -> None:
    """B2, B8: an ask for somebody else, an ask of a current friend, an offer."""
    people = {
        "for": bond(met_ago=[900], notes=[note(0, for_whom="Ben")]),
        "active": bond(met_ago=ACTIVE, notes=[note(0)]),
        "offer": bond(met_ago=[900], notes=[note(0, NoteKind.OFFER)]),
    }

    assert planned(people[who]).nudges == ()


def test_an_offer_is_never_chased() -> None:
    """B8: not the next day, not a year later, not in any nudge."""
    for days in (1, 30, 400):
        someone = bond(notes=[note(days, NoteKind.OFFER)])
        (nudge,) = planned(someone).nudges
        assert nudge.reason == "rhythm"
        assert "reference" not in str(nudge)


def test_someone_at_rest_stays_at_rest() -> None:
    """A5: an ask disturbs nobody."""
    assert planned(bond(rest_until=TODAY + timedelta(days=9), notes=[note(0)])).nudges == ()


def test_an_ask_long_ago_is_over() -> None:
    """A7: without trace; the silence may speak for itself again."""
    (nudge,) = planned(bond(notes=[note(90)])).nudges

    assert nudge.reason == "rhythm"


def test_one_line_before_one_ask() -> None:
    """B2: made again the next day, the plan does not say it twice."""
    someone = bond(notes=[note(3)], nudges=[past(2, NudgeState.DONE, reason="ask")])

    assert planned(someone, days=NEXT_WEEK).nudges == ()


def test_an_ask_goes_before_a_birthday() -> None:
    """B2: one by occasion in a week, and this one cannot wait."""
    from worker.core.person import Birthday

    people = [
        bond(met_ago=[900], notes=[note(0)]),
        bond("Zoe Field", [900], birthday=Birthday(month=11, day=26)),
    ]

    assert [nudge.reason for nudge in planned(*people).nudges] == ["ask"]


@pytest.mark.parametrize(
    ("days_ago", "ahead", "behind"),
    [
        (-1, False, False),
        (0, True, False),
        (13, True, False),
        (14, False, True),
        (42, False, True),
        (43, False, False),
    ],
)
def test_a_noted_ask_is_first_ahead_and_then_behind(days_ago: int, *, ahead: bool, behind: bool) -> None:
    """Never both on one day, and not before it is noted."""
    someone = bond(notes=[note(days_ago)])

    assert (ask_ahead(someone, TODAY, zone="UTC") is not None) is ahead
    assert (ask_behind(someone, TODAY, zone="UTC") is not None) is behind


def test_thanks_for_a_meeting_that_asked_come_on_the_days_after_it() -> None:
    """Not on its own day, and not when it is long over."""
    someone = bond(met_ago=[*DORMANT, met(0, "A favour")])
    days = [day for day in range(40) if ask_behind(someone, TODAY + timedelta(days=day), zone="UTC")]

    assert days == list(range(1, AFTER_EVENT_DAYS + 1))


def test_an_ask_of_somebody_just_met_is_none_after_a_silence() -> None:
    """Nor is one in a calendar that is private."""
    lately = bond(met_ago=[60, met(30, "A favour")])
    private = bond(met_ago=[*DORMANT, met(3, "A favour", is_private=True)])

    assert ask_behind(lately, TODAY - timedelta(days=25), zone="UTC") is None
    assert ask_behind(private, TODAY, zone="UTC") is None


def test_an_ask_is_looked_for_among_the_latest_meetings() -> None:
    """With three more since, thanks were said there."""
    asked = met(300, "A favour")

    assert has_ask(bond(met_ago=[asked]))
    assert has_ask(bond(met_ago=[900, asked, 200, 100]))
    assert not has_ask(bond(met_ago=[900, asked, 200, 100, 50]))
    assert has_ask(bond(ahead=[met(-9, "A favour")]))
    assert not has_ask(bond())


def test_an_event_that_asks_is_seen_six_weeks_ahead() -> None:
    """To the day."""
    ahead = [
        ask_ahead(bond(ahead=[met(-days, "A favour")]), TODAY, zone="UTC") is not None
        for days in (0, 1, EVENT_AHEAD_DAYS, EVENT_AHEAD_DAYS + 1)
    ]

    assert ahead == [False, True, True, False]
