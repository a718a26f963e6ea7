"""News is what a visit to a feed brought, split but not read.

Step 1 of 5, its first half: what is unchanged leaves the ledger again, and only what stays in it is read.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from worker.core.change import Change, KnownEvent
from worker.core.event_key import key_prefix, sheet_of
from worker.core.problem import Problem
from worker.core.sentence import Sentence
from worker.core.sieve import Sieve
from worker.inbox.fetching.sheet import ONLY, Catch, sieved_catch
from worker.inbox.reading.entry import Group
from worker.inbox.reading.imprint import Familiar
from worker.inbox.reading.ledger import Groups, Ledger
from worker.inbox.reading.raw import NotACalendarError, Raw, group_of, note_at_the_end, raw_in
from worker.inbox.reading.sieved import sieved_raw

_FAULTY = "?"
"""Before the fingerprint of an event of which something was lost: it is never as it was, and each reading says so."""
BySheet = Mapping[str, Sequence[Problem]]
"""Sheet name → what of it could not be read."""


class Read(NamedTuple):
    """An event as it was read, and what tells it apart from another reading."""

    group: Group
    fingerprint: str
    imprint: bytes | None


@dataclass(frozen=True, kw_only=True, slots=True)
class News:
    """What a visit brought."""

    raws: Mapping[str, Raw]
    """Sheet name → sheet, of all that are new or changed."""
    ledger: Ledger
    """The events of all of them."""
    kept: frozenset[str]
    """Sheets of which all that is known stays: unchanged, or not readable, or broken off."""
    caught: Catch
    """Without its sheets: their bytes are not needed any more."""
    unread: Mapping[str, Problem]
    """Sheet name → why it could not be read, of all that are new or changed."""
    known: Sequence[KnownEvent]
    """The events of the feed as they were read before, by their keys; the first of them, where they are many."""
    familiar: Set[int]
    """The ids of events that are written as they were read before; they stand in no ledger."""

    @property
    def is_whole(self) -> bool:
        """False where the only body breaks off: nothing is gone then."""
        return ONLY not in self.raws or self.raws[ONLY].is_whole

    def leave_out_unchanged(self, known: Iterable[KnownEvent], change: Change) -> None:
        """Takes those out of the ledger that say what they said."""
        before = tuple(known)
        some = tuple(each for each in before if each.id not in self.familiar)
        change.count_unchanged(len(before) - len(some))
        shown = self._marks_of(self.ledger.groups_of(each.key for each in some))
        cut = {raw.cut_key for raw in self.raws.values()}  # of these, less is shown than is known
        if not cut.isdisjoint(shown):
            shown |= {each.key: each.fingerprint for each in some if each.key in shown and each.key in cut}
        unchanged = change.unchanged_among(some, shown, is_kept=lambda key: sheet_of(key) in self.kept)
        self.ledger.take_out(unchanged)

    def read(self, page: Groups) -> Iterator[Read]:
        """The events on a page of the ledger."""
        for key, chunks in page.items():
            raw = self._raw_of(key)
            losses = raw.losses.number
            group = group_of(raw, key, chunks)
            if group is not None:
                group = replace(group, zone_name="" if ONLY in self.raws else raw.zone_name or "")
                is_faulty, mark = raw.losses.number > losses, raw.fingerprint_of(chunks)
                yield Read(
                    group=group,
                    fingerprint=f"{_FAULTY}{mark}" if is_faulty else mark,
                    imprint=chunks[0].imprint if len(chunks) == 1 and not is_faulty else None,
                )

    def problems_by_sheet(self) -> BySheet:
        """Of each sheet that is new or changed, none where it can be read whole; asked once, when all is read."""
        found: dict[str, Sequence[Problem]] = {name: [problem] for name, problem in self.unread.items()}
        for name, raw in self.raws.items():
            note_at_the_end(raw, is_sheet=bool(name))
            of_sheet = partial(Sentence, "{sheet}, {where}", sheet=raw.label)
            found[name] = [
                replace(each, where=of_sheet(where=each.where)) if name else each
                for each in raw.losses.problems
            ]
        return found

    def _marks_of(self, groups: Groups) -> dict[str, str]:
        return {key: self._raw_of(key).fingerprint_of(chunks) for key, chunks in groups.items()}

    def _raw_of(self, key: str) -> Raw:
        return self.raws.get(ONLY) or self.raws[sheet_of(key)]


def news_in(caught: Catch, label: str, scratch: Path, sieve: Sieve, known: Sequence[KnownEvent]) -> News:
    """Splits each sheet by itself. One that is no calendar costs only itself, as long as there are others.

    What is familiar among the events known costs no more than that; the rest of them is compared later.
    No sheet and no event is called after somebody forgotten. Raises NotACalendarError where there are none, and
    BodyLostError.
    """
    raws: dict[str, Raw] = {}
    errors: dict[str, NotACalendarError] = {}
    ledger, familiar = Ledger(scratch), set[int]()
    for sheet in caught.fresh:
        split = partial(raw_in, sheet.body, sheet.label or label, key_of=_key_in(sheet.name, sieve))
        try:
            if sheet.name == ONLY:
                raws[ONLY], familiar = _without_familiar(split, scratch, known)
                ledger = raws[ONLY].ledger
            else:
                raws[sheet.name] = split(ledger=ledger)
        except NotACalendarError as error:
            errors[sheet.name] = error
    if errors and not raws and not caught.kept:
        raise next(iter(errors.values()))
    cut = {name for name, raw in raws.items() if not raw.is_whole} - {ONLY}
    labels = {sheet.name: sheet.label for sheet in caught.fresh}
    unread = {sieve.key_of(name): _unread(labels[name], error) for name, error in errors.items()}
    return News(
        raws={sieve.key_of(name): sieved_raw(raw, sieve) for name, raw in raws.items()},
        ledger=ledger,
        kept=frozenset(map(sieve.key_of, caught.kept | errors.keys() | cut)),
        caught=sieved_catch(replace(caught, fresh=()), sieve),
        unread=unread,
        known=known,
        familiar=familiar,
    )


def _unread(label: str, error: NotACalendarError) -> Problem:
    return Problem(where=label, what=error.what, kept=Sentence("the other calendars there"))


def _without_familiar(
    split: Callable[..., Raw], scratch: Path, known: Sequence[KnownEvent]
) -> tuple[Raw, set[int]]:
    """All of a sheet but what is familiar: as long as that is all that is said of it, and means what it meant."""
    familiar = Familiar((each.id, each.imprint) for each in known if not each.is_gone)
    if familiar:
        raw = split(ledger=Ledger(scratch), familiar=familiar)
        found = familiar.found()
        if found is not None and _say_the_same(raw, [each for each in known if each.id in found]):
            return raw, found
    return split(ledger=Ledger(scratch), familiar=Familiar()), set()


def _say_the_same(raw: Raw, familiar: Sequence[KnownEvent]) -> bool:
    """Nothing else in the calendar is a part of these events, or changes what they mean."""
    is_alike = all(each.fingerprint.endswith(raw.salt) for each in familiar)
    return is_alike and not raw.ledger.has_any(each.key for each in familiar)


def _key_in(sheet_name: str, sieve: Sieve) -> Callable[[str], str] | None:
    """None where the key of an event is kept as it is."""
    prefix = key_prefix(sheet_name)
    return (lambda key: sieve.key_of(prefix + key)) if prefix or sieve else None
