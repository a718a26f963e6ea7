"""Words are every sentence that a user reads, in one language.

Used wherever a value becomes text: the sentences stand in `config/words/<lang>/*.toml` and come in as a
mapping; this file only finds, picks, inflects and fills them. Pure.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import blake2b
from itertools import chain
from typing import Any

import pendulum

from worker.core.seam import sewn
from worker.core.sentence import Sentence, Value, within

_LOCALES = {"pt": "pt_br"}
"""Where pendulum's locale is not named like our language."""
_ZERO_IS_ONE = frozenset({"fr", "pt"})
"""Languages that say "0 day", not "0 days" (Unicode CLDR, plural rules)."""

_GROUPS_BY = {"en": ","}
"""Between groups of three figures; elsewhere a narrow blank, which means the same to everybody (ISO 80000-1)."""
_NARROW_BLANK = "\u202f"

_WEEK_DAYS, _MONTH_DAYS, _YEAR_DAYS = 7.0, 30.44, 365.25
_WEEKS_UNTIL_DAYS = 56.0
"""Up to eight weeks are told in weeks, then in months …"""
_MONTHS_UNTIL_DAYS = 23 * _MONTH_DAYS
"""… and from about two years on in years: "fourteen months" tells more than "one year"."""
_HALVES_UNTIL_YEARS = 12
"""Years are told by halves as long as they stand in letters: beside the month, "three years" for 31 months is wrong."""
_NEARLY_HALF = 1 / 6
"""Two months either way: "six and a half years" for six years and four months is wrong as well."""
_ADDRESS = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\]")
""" "an [dich|Sie] gedacht": to a friend, and to whom one is polite."""
_DAYS_UNTIL_DAYS = 14.0
_SAME_MONTH_DAYS = 300
"""Within so many days a month's name can mean one only."""
_YEAR_MONTHS = 12


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Words:
    """The sentences of one language.

    `table` is nested: a leaf is a sentence with `{placeholders}`, a list of wordings, or a table
    `{one = …, other = …}` of either; an exact number as a key (`2 = …`) goes before both. What is said to
    somebody else than the user stands in brackets where it differs: `[dich|Sie]`.
    """

    lang: str
    table: Mapping[str, Any] = field(repr=False)
    is_polite: bool = False
    """Whether they are to be said as to Frau Schuster, rather than as to Anna."""

    def politely(self) -> "Words":
        """The same sentences, as they are said to somebody whom one calls by a form of address and the surname."""
        return replace(self, is_polite=True)

    def say(self, key: str, /, *, n: int | None = None, pick: str = "", **values: str) -> str:
        """The sentence at the dotted `key`, filled; of several wordings the one that `pick` hashes to.

        `n` chooses between `one` and `other` and fills `{n}`; an empty `pick` takes the first wording.
        Raises KeyError for an unknown key, a missing value, or a plural without `n`.
        """
        ways = self._ways(key, n)
        return sewn(ways[stable_index(pick, len(ways))], _filled(values, n), self.lang)

    def ways(self, key: str, /, *, n: int | None = None, **values: str) -> tuple[str, ...]:
        """Every wording of `key`, filled, in the order of the file. Raises KeyError like `say`."""
        return tuple(sewn(way, _filled(values, n), self.lang) for way in self._ways(key, n))

    def has(self, key: str, /) -> bool:
        """Whether there is anything at `key`."""
        try:
            self._at(key)
        except KeyError:
            return False
        return True

    def wordings(self, key: str, /) -> tuple[str, ...]:
        """Every wording of `key` as it stands in the file, placeholders unfilled, all plural forms."""
        return tuple(_leaves(self._at(key)))

    def told(self, text: str) -> str:
        """A sentence of the code in this language; in English where there are no words for it, or it is just a text."""
        if not isinstance(text, Sentence):
            return text
        way = self.table.get("trouble", {}).get(text.template, text.template)
        return sewn(way, {name: self._told_value(each) for name, each in text.values.items()}, self.lang)

    def day(self, day: date, *, with_year: bool = False) -> str:
        """A day as one says it: "2 December", "2 December 2026"."""
        key = "time.day_with_year" if with_year else "time.day"
        return self._dated(day, self._ways(key, day.day)[0])

    def month(self, day: date, *, seen_from: date | None = None) -> str:
        """A month as one says it: "May 2017"; "May" alone where it lies less than ten months off."""
        is_near = seen_from is not None and abs((seen_from - day).days) < _SAME_MONTH_DAYS
        return self._dated(day, self._ways("time.month_alone" if is_near else "time.month", None)[0])

    def weekday(self, day: date) -> str:
        """The name of the day of the week: "Thursday"."""
        return self._dated(day, "dddd")

    def span(self, days: float) -> str:
        """A length of time, as people round: "three weeks", "seven months", "two and a half years", "nine years"."""
        unit, count = _rounded(days)
        return self.say(f"time.span.{unit}", n=count, number=self.number(count))

    def number(self, n: int) -> str:
        """A whole number: in letters up to twelve, then in digits."""
        letters: list[str] = self._at("time.numbers")
        return letters[n] if 0 <= n < len(letters) else str(n)

    def _told_value(self, value: Value) -> str:
        if isinstance(value, int):
            return f"{value:,}".replace(",", _GROUPS_BY.get(self.lang, _NARROW_BLANK))
        return within(self.told(value)) if isinstance(value, Sentence) else value

    def _dated(self, day: date, tokens: str) -> str:
        return pendulum.date(day.year, day.month, day.day).format(tokens, locale=self._locale)

    @property
    def _locale(self) -> str:
        return _LOCALES.get(self.lang, self.lang)

    def _ways(self, key: str, n: int | None) -> tuple[str, ...]:
        leaf = self._at(key)
        if isinstance(leaf, Mapping):
            leaf = leaf[str(n)] if str(n) in leaf else leaf[self._plural(key, n)]
        ways = (leaf,) if isinstance(leaf, str) else tuple(leaf)
        return tuple(spoken(way, is_polite=self.is_polite) for way in ways)

    def _plural(self, key: str, n: int | None) -> str:
        if n is None:
            raise KeyError(f"{key} needs n")
        return "one" if n == 1 or (n == 0 and self.lang in _ZERO_IS_ONE) else "other"

    def _at(self, key: str) -> Any:
        here: Any = self.table
        for part in key.split("."):
            if not isinstance(here, Mapping) or part not in here:
                raise KeyError(f"no words for {key} in {self.lang}")
            here = here[part]
        return here


def spoken(way: str, *, is_polite: bool) -> str:
    """A wording as it is said to somebody: "an [dich|Sie] gedacht" → "an dich gedacht", "an Sie gedacht"."""
    return _ADDRESS.sub(r"\2" if is_polite else r"\1", way)


def _filled(values: Mapping[str, str], n: int | None) -> dict[str, str]:
    return {**values} if n is None else {"n": str(n), **values}


def stable_index(pick: str, size: int) -> int:
    """A place in 0 … size-1 that depends on `pick` alone, on every machine; 0 for an empty one."""
    if not pick:
        return 0
    return int.from_bytes(blake2b(pick.encode(), digest_size=8).digest()) % size


def _leaves(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        return iter((node,))
    return chain.from_iterable(map(_leaves, node.values() if isinstance(node, Mapping) else node))


def _rounded(days: float) -> tuple[str, int]:
    if days < _DAYS_UNTIL_DAYS:
        return "day", max(0, round(days))
    if days < _WEEKS_UNTIL_DAYS:
        return "week", round(days / _WEEK_DAYS)
    if days < _MONTHS_UNTIL_DAYS and round(days / _MONTH_DAYS) != _YEAR_MONTHS:
        return "month", round(days / _MONTH_DAYS)
    years, part = divmod(days / _YEAR_DAYS, 1)
    if abs(part - 0.5) < _NEARLY_HALF and years < _HALVES_UNTIL_YEARS:
        return "years_and_half", int(years)
    return "year", round(days / _YEAR_DAYS)
