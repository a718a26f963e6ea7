"""An old rule is a recurrence in the short form of vCalendar 1.0 ("MP1 1+ FR #5"), read into the same Rule.

Part of step 1 of 5: feed → occurrence. Pure. Phones and old exporters still write VERSION:1.0.
Grammar: vCalendar 1.0 (versit, 1996), "Recurrence Rules"; rules within rules ("MP1 1+ FR D1 #5") are refused.
"""

import re
from dataclasses import dataclass, field
from datetime import date, datetime

from worker.core.sentence import Sentence
from worker.inbox.reading.rule import BadRule, ByDay, Freq, Rule, numbers_in, positive, until_of, weekday_of

DEFAULT_COUNT = 2
"""The grammar's own: a rule that names no duration happens twice; "#0" means for ever."""

_FREQS = {
    "M": Freq.MINUTELY,
    "D": Freq.DAILY,
    "W": Freq.WEEKLY,
    "MP": Freq.MONTHLY,
    "MD": Freq.MONTHLY,
    "YM": Freq.YEARLY,
    "YD": Freq.YEARLY,
}
_HEAD = re.compile(r"\s*(MP|MD|YM|YD|M|D|W)([0-9]{1,9})(?=\s|$)", re.IGNORECASE)
_COUNT = re.compile(r"#([0-9]{1,9})")
_END = re.compile(r"[0-9]{4}-?[0-9]{2}-?[0-9]{2}(T[0-9:]+Z?)?")
_CLOCK = re.compile(r"([0-9]{2})([0-9]{2})")
_NTH = re.compile(r"([1-5])([+-])")
_MONTH_DAY = re.compile(r"([0-9]{1,2})([+-]?)")


@dataclass(kw_only=True, slots=True)
class _Found:
    """What the words of one rule have said so far."""

    count: int | None = None
    is_for_ever: bool = False
    until: datetime | date | None = None
    clocks: list[str] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)


def is_old_rule(text: str) -> bool:
    return _HEAD.match(text) is not None


def rule_of_old(text: str) -> Rule:
    """The rule that a text for which `is_old_rule` holds states. Raises BadRule with the cause."""
    head = _HEAD.match(text)
    if head is None:
        raise BadRule(Sentence("no FREQ"))
    kind = head[1].upper()
    found = _found_in(kind, text[head.end() :].upper().split())
    by_hour, by_minute = _times_of(found.clocks)
    return Rule(
        freq=_FREQS[kind],
        interval=positive(kind, head[2]),
        count=found.count,
        until=found.until,
        by_hour=by_hour,
        by_minute=by_minute,
        by_day=_by_days_of(kind, found.rest),
        by_month_day=_month_days_of(found.rest) if kind == "MD" else (),
        by_month=numbers_in("BYMONTH", ",".join(found.rest)) if kind == "YM" else (),
        by_year_day=numbers_in("BYYEARDAY", ",".join(found.rest)) if kind == "YD" else (),
    )


def _found_in(kind: str, words: list[str]) -> _Found:
    found = _Found()
    for word in (word.rstrip("$") for word in words):
        _take(kind, word, found)
    if found.count is None and found.until is None and not found.is_for_ever:
        found.count = DEFAULT_COUNT
    return found


def _take(kind: str, word: str, found: _Found) -> None:
    if counted := _COUNT.fullmatch(word):
        found.count, found.is_for_ever = int(counted[1]) or None, int(counted[1]) == 0
    elif _END.fullmatch(word):
        found.until = until_of(word)
    elif _CLOCK.fullmatch(word) and kind not in {"YM", "YD"}:
        found.clocks.append(word)
    elif word:
        found.rest.append(word)


def _times_of(clocks: list[str]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """BYHOUR and BYMINUTE; they multiply, so that clock times with unlike minutes can not be said."""
    minutes = {clock[2:] for clock in clocks}
    if len(minutes) > 1:
        raise BadRule(Sentence("the times {times} have no common minute", times=" ".join(clocks[:4])))
    hours = numbers_in("BYHOUR", ",".join(clock[:2] for clock in clocks))
    return hours, numbers_in("BYMINUTE", ",".join(minutes))


def _by_days_of(kind: str, words: list[str]) -> tuple[ByDay, ...]:
    if kind == "W":
        return tuple(ByDay(weekday=weekday_of(word, "")) for word in words)
    if kind == "MP":
        return _by_positions(words)
    if kind in {"D", "M"} and words:
        raise BadRule(
            Sentence("{part} is a rule within a rule, which is not followed here", part=words[0][:20])
        )
    return ()


def _by_positions(words: list[str]) -> tuple[ByDay, ...]:
    """ "1+ 1- FR" is the first and the last Friday; positions hold for the weekdays after them."""
    days: list[ByDay] = []
    positions: list[int] = []
    is_open = False
    for word in words:
        if nth := _NTH.fullmatch(word):
            positions = [*(positions if is_open else []), int(nth[2] + nth[1])]
            is_open = True
        else:
            days += [ByDay(weekday=weekday_of(word, ""), nth=position) for position in positions or [0]]
            is_open = False
    if not days or is_open:
        raise BadRule(Sentence("a monthly rule by position names no weekday"))
    return tuple(days)


def _month_days_of(words: list[str]) -> tuple[int, ...]:
    return numbers_in("BYMONTHDAY", ",".join(_month_day_of(word) for word in words))


def _month_day_of(word: str) -> str:
    if word == "LD":
        return "-1"
    found = _MONTH_DAY.fullmatch(word)
    return found[2] + found[1] if found else word
