"""Judging: who counts as met, and why not."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.core.event import Occurrence, Party, Status
from worker.core.judge import MOST_OTHERS, Judged, judged, without_cold
from worker.core.owner import Owners
from worker.core.touch import Because, Evidence, LeftOut, Touch, once_each

NOW = datetime(2025, 1, 1, tzinfo=UTC)
THEN = datetime(2024, 3, 4, 9, tzinfo=UTC)
ME = Party(address="me@example.org", partstat="ACCEPTED")
ADA = Party(address="ada@example.org", name="Ada Lovelace", partstat="ACCEPTED")
BEA = Party(address="bea@example.org", partstat="TENTATIVE")
OWNERS = Owners(inferred={"work": frozenset(("me@example.org",))})


def meeting(*attendees: Party, organizer: Party | None = ME, **changes: Any) -> Occurrence:
    return Occurrence(
        **{
            "source": "work", "event_uid": "u", "event_key": "u", "recurrence_id": None, "started_at": THEN,
            "ended_at": THEN + timedelta(hours=1), "title": "Tea", "attendees": attendees, "organizer": organizer,
            **changes,
        }
    )  # fmt: skip


def judge(*occurrences: Occurrence, owners: Owners = OWNERS) -> Judged:
    return judged(occurrences, owners, NOW)


def met(judgement: Judged) -> list[str]:
    return [touch.person for touch in judgement.touches]


def why_not(judgement: Judged) -> dict[str, str]:
    return {one.person: one.because.value for one in judgement.left_out}


def test_everyone_but_the_user_was_met() -> None:
    """An attendee, and who invited."""
    found = judge(meeting(ME, ADA, organizer=BEA, place="Café Luna"))

    assert [(t.person, t.evidence, t.others, t.title, t.place) for t in found.touches] == [
        ("ada@example.org", Evidence.ATTENDEE, 2, "Tea", "Café Luna"),
        ("bea@example.org", Evidence.ORGANIZER, 2, "Tea", "Café Luna"),
    ]
    assert found.left_out == []


def test_who_invited_and_comes_is_one_person() -> None:
    """An organizer stands among the attendees too."""
    assert met(judge(meeting(ME, ADA, organizer=ADA))) == ["ada@example.org"]


@pytest.mark.parametrize(
    ("party", "because"),
    [
        (replace(ADA, partstat="DECLINED"), Because.DECLINED),
        (replace(ADA, partstat="DELEGATED"), Because.DELEGATED),
        (replace(ADA, role="NON-PARTICIPANT"), Because.NOT_A_PARTICIPANT),
        (replace(ADA, kind="ROOM"), Because.NOT_A_PERSON),
        (Party(address="noreply@example.org"), Because.NOT_A_PERSON),
    ],
)
def test_who_was_not_there_does_not_count(party: Party, because: Because) -> None:
    """RFC 5545, 3.2.3, 3.2.12 and 3.2.16; the others count."""
    found = judge(meeting(ME, party, BEA))

    assert met(found) == ["bea@example.org"]
    assert why_not(found) == {party.address: because}


@pytest.mark.parametrize("partstat", ["NEEDS-ACTION", "TENTATIVE", "ACCEPTED"])
def test_who_did_not_answer_or_not_surely_counts(partstat: str) -> None:
    """Most people never answer, and come."""
    assert met(judge(meeting(ME, replace(ADA, partstat=partstat)))) == ["ada@example.org"]


def test_nobody_was_met_where_the_user_declined() -> None:
    """Nor where they sent someone else."""
    found = [
        judge(meeting(replace(ME, partstat=partstat), ADA, organizer=BEA))
        for partstat in ("DECLINED", "DELEGATED")
    ]

    assert [met(each) for each in found] == [[], []]
    assert [why_not(each)["ada@example.org"] for each in found] == ["declined", "delegated"]


def test_a_user_with_two_addresses_was_there_if_one_of_them_was() -> None:
    """An invitation to both, answered with one."""
    owners = Owners(said=frozenset(("me@example.org", "me@example.com")))
    declined = Party(address="me@example.com", partstat="DECLINED")

    assert [met(judge(meeting(*both, ADA), owners=owners)) for both in ((ME, declined), (declined, ME))] == [
        ["ada@example.org"],
        ["ada@example.org"],
    ]


def test_nobody_was_met_where_the_meeting_was_cancelled() -> None:
    """RFC 5545, 3.8.1.11."""
    assert why_not(judge(meeting(ME, ADA, status=Status.CANCELLED))) == {"ada@example.org": "cancelled"}


def test_a_crowd_makes_no_tie() -> None:
    """More people than one talks to; those who declined are not part of it."""
    crowd = [Party(address=f"p{i}@example.org") for i in range(MOST_OTHERS + 1)]

    assert met(judge(meeting(ME, *crowd))) == []
    assert len(met(judge(meeting(ME, *crowd[:-1], replace(crowd[-1], partstat="DECLINED"))))) == MOST_OTHERS


def test_a_feed_that_is_nobodys_gives_nothing() -> None:
    """A team's, a public one."""
    assert why_not(judge(meeting(ADA, organizer=BEA), owners=Owners())) == dict.fromkeys(
        ("ada@example.org", "bea@example.org"), "no_owner"
    )


def test_a_meeting_of_others_in_the_users_feed_is_not_the_users() -> None:
    """A colleague's meeting that they may see; unless the user says that all of it is theirs."""
    of_others = meeting(ADA, organizer=BEA)

    assert why_not(judge(of_others)) == dict.fromkeys(("ada@example.org", "bea@example.org"), "not_invited")
    assert met(judge(of_others, owners=Owners(said=frozenset(("me@example.org",))))) == [
        "ada@example.org",
        "bea@example.org",
    ]


def test_an_invitation_by_way_of_a_list_is_the_users() -> None:
    """Who stands behind the list is not written."""
    for address, kind in (("garden@example.org", "GROUP"), ("team@example.org", "")):
        through = meeting(Party(address=address, kind=kind), organizer=BEA)

        assert met(judge(through)) == ["bea@example.org"]


def test_a_contact_line_names_people_too() -> None:
    """RFC 5545, 3.8.4.2."""
    found = judge(meeting(organizer=None, contacts=("Ada <ADA@example.org>; tel 123", "me@example.org, Bea")))

    assert [(t.person, t.evidence) for t in found.touches] == [("ada@example.org", Evidence.CONTACT)]


def test_someone_without_address_goes_by_name() -> None:
    """Two words of letters are a name; one is anything."""
    found = judge(meeting(ME, Party(address="", name="Lovelace, Ada"), Party(address="", name="Projector")))

    assert met(found) == ["name:ada lovelace"]


def test_nothing_of_a_private_event_is_shown() -> None:
    """Whom and when is learnt; title and place are not."""
    (touch,) = judge(meeting(ME, ADA, is_private=True, place="Clinic")).touches

    assert (touch.title, touch.place, touch.is_private) == ("", "", True)


def test_what_is_ahead_is_upcoming() -> None:
    """`now` decides."""
    found = judge(
        meeting(ME, ADA), meeting(ME, ADA, started_at=NOW + timedelta(1), ended_at=NOW + timedelta(2))
    )

    assert [touch.is_upcoming for touch in found.touches] == [False, True]


def test_strangers_whose_invitations_were_never_answered_are_cold() -> None:
    """They count only beside another meeting."""
    unanswered = meeting(replace(ME, partstat="NEEDS-ACTION"), organizer=ADA)
    answered = meeting(ME, organizer=ADA, started_at=THEN + timedelta(7), ended_at=THEN + timedelta(7))

    alone, beside = without_cold(judge(unanswered)), without_cold(judge(unanswered, answered))

    assert (met(alone), why_not(alone)) == ([], {"ada@example.org": "cold"})
    assert met(beside) == ["ada@example.org"] * 2


def test_a_stranger_beside_a_friend_is_cold_all_the_same() -> None:
    """Each by themselves: the friend keeps even the meeting that was never answered."""
    cold = replace(ME, partstat="NEEDS-ACTION")
    unanswered = meeting(cold, BEA, organizer=ADA)
    stranger = meeting(cold, organizer=Party(address="cold@example.org"), event_uid="v")
    answered = meeting(ME, organizer=ADA, started_at=THEN + timedelta(7), ended_at=THEN + timedelta(7))

    found = without_cold(judge(unanswered, stranger, answered))

    assert sorted(met(found)) == ["ada@example.org"] * 2
    assert why_not(found) == {"bea@example.org": "cold", "cold@example.org": "cold"}


def test_ones_own_unanswered_invitation_is_not_cold() -> None:
    """Who invites need not answer."""
    assert met(without_cold(judge(meeting(replace(ME, partstat="NEEDS-ACTION"), ADA)))) == ["ada@example.org"]


def test_one_meeting_in_two_feeds_is_one_touch() -> None:
    """Under one UID or two; the stronger evidence is kept."""
    here = meeting(ME, organizer=ADA)
    there = replace(here, source="private", event_uid="v", attendees=(ME, ADA))
    owners = Owners(said=frozenset(("me@example.org",)))

    (touch,) = once_each(judge(here, there, owners=owners).touches)

    assert (touch.evidence, touch.source) == (Evidence.ATTENDEE, "private")


@given(st.lists(st.builds(
    lambda at, people, own, uid: meeting(
        replace(ME, partstat=own), *people, organizer=BEA, started_at=at, ended_at=at, event_uid=uid
    ),
    st.sampled_from([THEN, NOW, NOW + timedelta(1)]),
    st.lists(st.sampled_from([ADA, BEA, replace(ADA, partstat="DECLINED")]), max_size=3),
    st.sampled_from(["ACCEPTED", "NEEDS-ACTION", "DECLINED"]), st.sampled_from("uvw"),
), max_size=6), st.randoms())  # fmt: skip
def test_the_order_does_not_matter_and_twice_is_once(
    occurrences: list[Occurrence], dice: random.Random
) -> None:
    """Of occurrences; and a feed that is read twice says the same."""
    shuffled = dice.sample(occurrences, len(occurrences)) + occurrences

    a, b = (once_each(without_cold(judge(*some)).touches) for some in (occurrences, shuffled))

    assert [(t.person, t.started_at) for t in a] == [(t.person, t.started_at) for t in b]


def test_private_meetings_are_learnt_only_where_the_user_wants_it() -> None:
    """Else they are left out with that reason."""
    private = meeting(ME, ADA, is_private=True)

    assert why_not(judge(private, owners=replace(OWNERS, learns_private=False))) == {
        "ada@example.org": "private"
    }


def test_somebody_listed_twice_came_if_one_of_the_entries_says_so() -> None:
    """In either order."""
    declined = replace(ADA, partstat="DECLINED")

    assert (
        met(judge(meeting(ME, declined, ADA)))
        == met(judge(meeting(ME, ADA, declined)))
        == ["ada@example.org"]
    )


def test_a_zone_tells_where_the_one_who_invites_lives() -> None:
    """Whoever only comes may be anywhere."""
    found = judge(meeting(ME, ADA, BEA, organizer=ADA, zone="Asia/Tokyo"))

    assert {touch.person: touch.zone for touch in found.touches} == {
        "ada@example.org": "Asia/Tokyo",
        "bea@example.org": "",
    }


def test_who_does_not_count_is_told_with_the_whole_event() -> None:
    """But for the title of a private one."""
    left = meeting(ME, replace(ADA, partstat="DECLINED"), all_day=True, recurrence_id=THEN)

    (row,) = judge(left).left_out
    (private,) = judge(replace(left, is_private=True)).left_out

    assert row == LeftOut(
        person="ada@example.org", name="Ada Lovelace", started_at=THEN, ended_at=THEN + timedelta(hours=1),
        all_day=True, event_uid="u", recurrence_id=THEN, source="work", title="Tea", because=Because.DECLINED,
        detail="",
    )  # fmt: skip
    assert private == replace(row, title="", is_private=True)


def test_a_touch_holds_what_the_event_says() -> None:
    """Whose it is, when and where it was, and how it returns."""
    end = THEN + timedelta(hours=2)
    tea = meeting(
        ME, ADA, event_uid="uid", event_key="key", recurrence_id=THEN, ended_at=end, all_day=True, place="Café",
        is_endless=True,
    )  # fmt: skip

    (touch,) = judge(tea).touches

    assert touch == Touch(
        person="ada@example.org", name="Ada Lovelace", started_at=THEN, ended_at=end, all_day=True, event_uid="uid",
        event_key="key", recurrence_id=THEN, source="work", title="Tea", place="Café", evidence=Evidence.ATTENDEE,
        others=1, is_upcoming=False, is_endless=True,
    )  # fmt: skip
