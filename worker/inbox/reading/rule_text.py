"""A rule's text is an RRULE's value as calendars write it (RFC 5545, 3.3.10), or in the old form: here it is read.

Part of step 1 of 5: feed → occurrence. Pure. Forgiving about form (case, blanks, unknown parts), strict about meaning.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from worker.core.sentence import Sentence
from worker.inbox.reading.old_rule import is_old_rule, rule_of_old
from worker.inbox.reading.rule import (
    BY_NUMBERS,
    WEEKDAYS,
    BadRule,
    ByDay,
    Freq,
    Rule,
    items_in,
    numbers_in,
    positive,
    short,
    until_of,
    weekday_of,
)

_LONGEST_KEPT = 200
"""Longer rules are read each time anew: what is kept between readings stays small."""
_BYDAY = re.compile(r"([+-]?[0-9]{1,2})?\s*(MO|TU|WE|TH|FR|SA|SU)")


def rule_of(text: str) -> Rule:
    """The rule that an RRULE's value states, in the form of RFC 5545 or of vCalendar 1.0 ("W2 MO TU #10").

    Where a part stands twice, the last one holds; COUNT beside UNTIL is kept, the earlier end wins.
    Raises BadRule with the cause.
    """
    return _kept_rule(text) if len(text) <= _LONGEST_KEPT else _rule_in(text)


def _rule_in(text: str) -> Rule:
    if is_old_rule(text):
        return rule_of_old(text)
    written = dict(_parts_in(text.upper()))
    _check_scale(written.get("RSCALE", "GREGORIAN"))
    numbers = {r.field: numbers_in(name, written[name]) for name, r in BY_NUMBERS.items() if name in written}
    return Rule(
        freq=_freq_of(written.get("FREQ", "")),
        interval=positive("INTERVAL", written.get("INTERVAL", "1")),
        count=positive("COUNT", written["COUNT"]) if "COUNT" in written else None,
        until=until_of(written["UNTIL"]) if "UNTIL" in written else None,
        by_day=_by_days_in(written.get("BYDAY", "")),
        week_start=weekday_of(written.get("WKST") or "MO", "WKST="),
        **numbers,
    )


_kept_rule = lru_cache(maxsize=4096)(_rule_in)
"""The same few rules stand in many events, and each is asked for when it is decoded and when it is followed."""


def _parts_in(text: str) -> Iterator[tuple[str, str]]:
    for part in filter(str.strip, text.split(";")):
        name, _, value = part.partition("=")
        yield name.strip(), value.strip()


def _freq_of(text: str) -> Freq:
    if text not in Freq.__members__:
        no_freq = Sentence("{part} is not a frequency", part=f"FREQ={short(text)}")
        raise BadRule(no_freq if text else Sentence("no FREQ"))
    return Freq[text]


def _check_scale(text: str) -> None:
    if text != "GREGORIAN":
        raise BadRule(
            Sentence("{part} is a calendar that is not followed here", part=f"RSCALE={short(text)}")
        )


def _by_days_in(text: str) -> tuple[ByDay, ...]:
    return tuple(dict.fromkeys(_by_day_of(item) for item in items_in(text)))


def _by_day_of(text: str) -> ByDay:
    found = _BYDAY.fullmatch(text)
    if not found or (found[1] and not 1 <= abs(int(found[1])) <= 53):
        raise BadRule(Sentence("{part} is not a weekday", part=f"BYDAY={short(text)}"))
    return ByDay(weekday=WEEKDAYS.index(found[2]), nth=int(found[1] or 0))
