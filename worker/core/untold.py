"""The untold is what judging passes over in silence: events without people, and people counted already.

Beside step 2 of 5, for whoever asks why an event did not count. Pure.
"""

from collections.abc import Iterable, Iterator, Sequence

from worker.core.event import Occurrence, Status
from worker.core.judge import Judged
from worker.core.touch import Because, LeftOut, Touch, as_left_out


def untold_in(
    occurrences: Iterable[Occurrence], found: Sequence[Touch], judgement: Judged
) -> Iterator[LeftOut]:
    """One row for each touch of `found` that `judgement` took for another, and for each occurrence in no row at all.

    `found` are all touches under their person's key, before each was counted once.
    """
    kept = {(touch.person, touch.started_at): touch for touch in judgement.touches}
    for touch in found:
        other = kept[touch.person, touch.started_at]
        if touch is not other:
            yield as_left_out(touch, Because.TWICE, _instead(touch, other))
    rows: list[Touch | LeftOut] = [*found, *judgement.left_out]
    told = {(row.source, row.event_uid, row.started_at, row.title) for row in rows}
    for occurrence in occurrences:
        title = "" if occurrence.is_private else occurrence.title
        if (occurrence.source, occurrence.event_uid, occurrence.started_at, title) not in told:
            yield _nobody_in(occurrence, title)


def _instead(touch: Touch, other: Touch) -> str:
    if (touch.source, touch.event_uid) == (other.source, other.event_uid):
        return "under another address"
    return f"in {other.source}" if touch.source != other.source else "in another event at that time"


def _nobody_in(occurrence: Occurrence, title: str) -> LeftOut:
    return LeftOut(
        person="",
        name="",
        started_at=occurrence.started_at,
        ended_at=occurrence.ended_at,
        all_day=occurrence.all_day,
        event_uid=occurrence.event_uid,
        recurrence_id=occurrence.recurrence_id,
        source=occurrence.source,
        title=title,
        because=Because.CANCELLED if occurrence.status is Status.CANCELLED else Because.NOBODY,
        detail=_who_stands_there(occurrence),
        is_private=occurrence.is_private,
    )


def _who_stands_there(occurrence: Occurrence) -> str:
    if occurrence.attendees or occurrence.organizer:
        return "you alone"
    return (
        "no people listed, its title names nobody as met"
        if occurrence.title
        else "no people listed, no title"
    )
