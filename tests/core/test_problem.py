"""Problem: one loss while reading, in one line."""

from worker.core.problem import Problem


def test_a_loss_is_told_with_its_place_and_with_what_was_kept() -> None:
    """And with the event that lost it, where that may be told."""
    loss = Problem(where="line 812", what="DTSTART is not a date", kept="the other 811 events")
    of_tea = Problem(where="line 9", what="no end", kept="an hour", event="Tea on 3 May")

    assert loss.sentence == "line 812: DTSTART is not a date; kept: the other 811 events"
    assert of_tea.sentence == "line 9, Tea on 3 May: no end; kept: an hour"
