"""A sieve holds back those whom the user asked to forget: it knows keyed hashes of them, and nothing else.

Beside step 1 of 5 and the address books: what it holds back is never stored again. Pure; the hash is handed in.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import groupby
from operator import itemgetter

from worker.core.event_key import BORDER
from worker.core.fold import folded
from worker.core.person import name_key

GAP = "…"
"""Stands where a name stood."""
_WORD = re.compile(r"[^\W_]+")
_MAIL = re.compile(r"[^\s\"'<>@,;:()\[\]{}|\\]+@[^\s\"'<>@,;:()\[\]{}|\\]+")
_FIRST_IDEOGRAPH = "\u2e80"
_TELLING_LETTERS = 3
"""Shorter words ("da", "van") are a part of many names, and of many sentences."""


class MarkKind(StrEnum):
    ADDRESS = "address"
    NAME = "name"
    """The whole name, folded."""
    WORD = "word"
    """One word of a name, folded."""
    EVENT = "event"
    """An event whose title named them."""
    KEY = "key"
    """What a producer calls one of its events or files, where that holds their name."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """One thing by which somebody can be recognised, before it is hashed."""

    kind: MarkKind
    text: str


def marks_of(addresses: Iterable[str], names: Iterable[str]) -> frozenset[Mark]:
    """All by which this person would be recognised; `addresses` may hold "name:…" keys."""
    found = {_mark_of_key(each) for each in addresses}
    for name in names:
        found.add(Mark(kind=MarkKind.NAME, text=name_key(name)))
        found |= {Mark(kind=MarkKind.WORD, text=folded(word)) for word in _words(name)}
    return frozenset(found)


def mark_of_event(feed_id: int, event_key: str) -> Mark:
    return Mark(kind=MarkKind.EVENT, text=f"{feed_id}:{event_key}")


class Sieve:
    """Tells who is forgotten; an empty one holds nothing back and costs nothing.

    `others`: the names of those who are known. A surname may be theirs too, and stays where their whole name stands.
    """

    def __init__(
        self, hashes: frozenset[str], hash_of: Callable[[Mark], str], others: Iterable[str] = ()
    ) -> None:
        self.hashes = hashes
        self.others = frozenset(others)
        self._hash_of = lru_cache(maxsize=1 << 16)(hash_of)

    def __bool__(self) -> bool:
        return bool(self.hashes)

    def has(self, mark: Mark) -> bool:
        return bool(self.hashes) and self._hash_of(mark) in self.hashes

    def has_person(self, address: str, name: str = "") -> bool:
        """By the address, or "name:…" key; the name decides only where there is no address: namesakes exist."""
        if address:
            return self.has(_mark_of_key(address))
        return bool(name) and self.has(Mark(kind=MarkKind.NAME, text=name_key(name)))

    def beside(self, names: Iterable[str]) -> "Sieve":
        """The same where these stand beside the forgotten."""
        return Sieve(self.hashes, self._hash_of, self.others.union(names))

    def without(self, text: str, *, is_about_them: bool = False, whose: str = "") -> str:
        """The text with a gap where a forgotten address or whole name stood; the same text where none did.

        `is_about_them`: one word of the name is enough, since they are known to be meant. `whose`: the name of whom the
        text is about besides; no word of it is a gap where it stands without another of the forgotten name.
        """
        if not self.hashes or not text:
            return text
        whole = unicodedata.normalize("NFC", text)
        own = frozenset(map(folded, _words(whose)))
        found = [*self._addresses(whole), *self._names(whole, is_about_them, own)]
        return _with_gaps(whole, found) if found else text

    def without_in(self, value: object) -> object:
        """The same for whatever JSON holds: each text of it, those that are keys too."""
        match value:
            case str():
                return self.without(value)
            case list():
                return [self.without_in(each) for each in value]
            case dict():
                return {self.without(name): self.without_in(each) for name, each in value.items()}
        return value

    def key_of(self, key: str) -> str:
        """A key without them: still one for one event, and the same whenever it is read again."""
        return BORDER.join(map(self._key_of_part, key.split(BORDER))) if self.hashes else key

    def _key_of_part(self, part: str) -> str:
        clean = self.without(part)
        return part if clean == part else clean + self._hash_of(Mark(kind=MarkKind.KEY, text=part))[:12]

    def _addresses(self, text: str) -> Iterator[tuple[int, int]]:
        for match in _MAIL.finditer(text):
            if self.has_person(match[0].casefold().rstrip(".")):
                yield match.span()

    def _names(self, text: str, is_about_them: bool, own: frozenset[str]) -> Iterator[tuple[int, int]]:
        """Runs of words that all belong to a name: of two telling ones, or of one where they are meant."""
        needed = 1 if is_about_them else 2
        words = list(_WORD.finditer(text))
        theirs = [self._has_word(word[0]) for word in words]
        if any(theirs):
            self._leave_others(words, theirs)
        for is_theirs, run in groupby(zip(theirs, words, strict=True), key=itemgetter(0)):
            telling = [word for _, word in run if _is_telling(word[0])] if is_theirs else []
            if all(folded(word[0]) in own for word in telling):
                continue
            if len(telling) >= needed or any(self._is_whole(word[0]) for word in telling):
                yield telling[0].start(), telling[-1].end()

    def _leave_others(self, words: Sequence[re.Match[str]], theirs: list[bool]) -> None:
        """Where the whole name of somebody else stands, in whichever order, none of its words is the forgotten's."""
        said = [folded(word[0]) for word in words]
        for length in {len(name) for name in self._kin}:
            for at in range(len(said) - length + 1):
                if tuple(sorted(said[at : at + length])) in self._kin:
                    theirs[at : at + length] = [False] * length

    @cached_property
    def _kin(self) -> frozenset[tuple[str, ...]]:
        """The words of each name that shares some with the forgotten, and is not theirs altogether."""
        names = (tuple(sorted(map(folded, _words(name)))) for name in self.others)
        return frozenset(name for name in names if {self._has_word(word) for word in name} == {True, False})

    def _has_word(self, word: str) -> bool:
        return self.has(Mark(kind=MarkKind.WORD, text=folded(word)))

    def _is_whole(self, word: str) -> bool:
        """A whole name in one word is one in Chinese; elsewhere it is a given name, which many bear."""
        return word >= _FIRST_IDEOGRAPH and self.has(Mark(kind=MarkKind.NAME, text=name_key(word)))


def _mark_of_key(key: str) -> Mark:
    is_name = key.startswith("name:")
    return Mark(kind=MarkKind.NAME if is_name else MarkKind.ADDRESS, text=key)


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text))


def _is_telling(word: str) -> bool:
    return len(word) >= _TELLING_LETTERS or word >= _FIRST_IDEOGRAPH


def _with_gaps(text: str, spans: Iterable[tuple[int, int]]) -> str:
    pieces, at = list[str](), 0
    for start, end in sorted(spans):
        if start >= at:
            pieces += [text[at:start], GAP]
        at = max(at, end)
    return "".join((*pieces, text[at:]))
