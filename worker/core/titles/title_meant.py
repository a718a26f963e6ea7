"""Who is meant by a run of names: everybody who is called so, and the one of them who is.

Beside step 2 of 5, the last step of `title_names.py`: runs (`title_runs.py`) + name book → keys. Pure.
"""

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from worker.core.person import NAME_KEY
from worker.core.titles.address_words import KIN_ALIKE
from worker.core.titles.compound_names import compound_of
from worker.core.titles.given_names import GIVEN, GUESTS_TOO, ORGANISATIONS, TOWNS_TOO, WORDS_TOO
from worker.core.titles.name_book import DOCTORS, KIN_WORDS, NO_KEYS, Keys, NameBook, name_word
from worker.core.titles.title_clauses import Run
from worker.core.titles.title_places import TOWNS
from worker.core.titles.title_tokens import Token
from worker.core.titles.title_words import ROLES, Role

_ONE_NAME = WORDS_TOO | {word for word, role in ROLES.items() if role is Role.KIN}
"""Beside another name these belong to it: "Oma Ruth" is not Oma and Ruth."""
_KIN_KIND = {word: kind for kind, row in enumerate(KIN_ALIKE) for word in row.split()}
_NO_SURNAMES = GIVEN | TOWNS
_BEFORE_GIVEN = frozenset(("fr", "sr", "dr"))
"""Before a given name these are another's, a priest's or a sister's."""
_STRONG = (Role.WITH, Role.AT, Role.PAIR)


def known_in(run: Run, book: NameBook, words: Collection[str]) -> Sequence[str]:
    """The keys of those whom a run names: mostly one, more where given names stand side by side; () for nobody."""
    found: list[str] = []
    for names, keys in called_in(run, book):
        key = only_one(keys, names, book, words)
        if key is None:
            return ()
        found.append(key)
    return found


def called_in(run: Run, book: NameBook, *, may_be_word: bool = False) -> list[tuple[Sequence[str], Keys]]:
    """The names, and all who are called so: mostly once, more where given names stand side by side.

    `may_be_word`: also where one of them is a word.
    """
    names = run.names
    if run.honorific == "m" and (keys := book.in_short(["m", *names])):  # "M. José" is María
        return [(names, keys)]
    if len(names) == 1:
        return [(names, _by_one(names[0], run, book, may_be_word=may_be_word))]
    keys = by_full_name(names, book)
    are_given = not keys and all(name in book.given and name not in _ONE_NAME for name in names)
    if are_given and compound_of(names) == names[0]:
        return [((name,), book.given[name]) for name in names]
    return [(names, keys)]


def _by_one(name: str, run: Run, book: NameBook, *, may_be_word: bool) -> Keys:
    """A given name goes before a surname, except after "Mr"; words and companies need more than standing there."""
    is_called = bool(run.honorific)
    if name in WORDS_TOO:
        is_town_at_table = run.company is Role.FRIENDLY and name in TOWNS_TOO
        is_guest = run.company is Role.FRIENDLY and name in GUESTS_TOO
        is_led = is_called or may_be_word or is_guest or run.company in _STRONG or run.is_listed
        is_strong = is_led and run.tokens[0].raw[0].isupper()
        if not (is_strong or is_town_at_table):
            return NO_KEYS
    if name in ORGANISATIONS and not is_called:
        return NO_KEYS
    if is_called and (surname := book.surnames.get(name)):
        return _of_that_kin(run.honorific, surname, book)
    if given := book.meant_by(name):
        return _of_that_kin(run.honorific, given, book) if is_called else given
    may_be_surname = run.company is not None and run.tokens[0].is_capital and name not in _NO_SURNAMES
    return book.surnames.get(name, NO_KEYS) if may_be_surname else NO_KEYS


def _of_that_kin(called: str, keys: Keys, book: NameBook) -> Keys:
    """Nobody where one of them is kin of another kind: whoever stands on a card as "Tante Inge" is not "Oma Inge".

    Of several, those who are known as kin.
    """
    if (kind := _KIN_KIND.get(called)) is None:
        return keys
    keys = keys & book.kin or keys
    kinds = {_KIN_KIND.get(name_word(book.names[key].split()[0])) for key in keys}
    return keys if kinds <= {None, kind} else NO_KEYS


def by_full_name(names: list[str], book: NameBook) -> Keys:
    first, last = names[0], names[-1]
    if len(last) == 1:  # "Maria S."
        given = book.given.get(first, NO_KEYS)
        return frozenset(
            k for k in given if any(k in keys for w, keys in book.surnames.items() if w[0] == last)
        )
    return book.in_order(first, last) or book.in_order(last, first) or book.in_short(names)


def only_one(keys: Keys, names: Iterable[str], book: NameBook, words: Collection[str]) -> str | None:
    """The one who is meant; of several the one whose company stands in the title, or who really is called so."""
    if len(keys) > 1:
        employers = book.employers
        if not employers.keys().isdisjoint(words):
            keys = frozenset(key for word in words for key in employers.get(word, NO_KEYS) if key in keys)
        elif not book.telling.keys().isdisjoint(names):
            keys = keys.intersection(*[book.telling[name] for name in names if name in book.telling])
    return next(iter(keys)) if len(keys) == 1 else None


def as_other_kin(run: Run, keys: Sequence[str], tokens: Iterable[Token], book: NameBook) -> str:
    """ "tía Marta", as the title writes it, where she may be the user's aunt rather than a friend of that name, whom
    nobody knows as kin; else "". Whoever is known from titles alone is who they were said to be."""
    is_plain = run.honorific not in KIN_WORDS or len(run.names) > 1 or run.names[0] in book.said
    if is_plain or any(key in book.kin or key.startswith(NAME_KEY) for key in keys):
        return ""
    pairs = pairwise(tokens)
    kin = next((one.raw for one, name in pairs if name == run.tokens[0] and one.low == run.honorific), "")
    return kin and f"{kin} {run.written}"


def may_be_another(run: Run, key: str, book: NameBook, *, is_met: bool) -> bool:
    """ "Fr Pat" is the priest, and "Check-up with Dr. Cano" with a doctor, not with friends of these names. `is_met`: a
    kind of meeting stands there, as a lunch or a call: with a doctor, it may be with the friend."""
    if len(run.names) > 1 or key in book.doctors:
        return False
    if run.honorific in _BEFORE_GIVEN and run.names[0] not in book.surnames:
        return True
    return run.honorific in DOCTORS and not is_met
