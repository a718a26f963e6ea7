"""Names in a title say who is met, where a calendar lists nobody: "Lunch with Maria".

Step 2 of 5, beside `judge.py`: title + name book → who is named. Pure. Somebody known counts only where the words
around the name say that they are met ("Ana's flight" and "Gift for Ana" do not), and only if nobody else may be
meant. A name that nobody has is proposed, where the pattern is clear.

In this order: 1 a look that is cheap and mostly the last, 2 runs of names (`title_runs.py`), 3 who is met, 4 who
it is (`title_meant.py`).
"""

import re
from collections.abc import Collection, Mapping, Sequence

from worker.core.fold import folded, word_set
from worker.core.titles.address_words import POSTS
from worker.core.titles.compound_names import in_full_letters
from worker.core.titles.given_names import GIVEN, ORGANISATIONS, WORDS_TOO
from worker.core.titles.name_book import DOCTORS, NameBook, has_han, name_word
from worker.core.titles.off_words import is_put_off
from worker.core.titles.phrase_words import without_leisure
from worker.core.titles.title_clauses import Run
from worker.core.titles.title_doubt import (
    beside_a_thing,
    is_alone,
    is_social,
    is_unsettled,
    without_doubt,
)
from worker.core.titles.title_dress import undressed, worded
from worker.core.titles.title_elders import elders_in
from worker.core.titles.title_feasts import hosts, is_birthday, is_feast, is_for_a_feast
from worker.core.titles.title_han import people_in_han
from worker.core.titles.title_home import is_visit
from worker.core.titles.title_meant import (
    as_other_kin,
    by_full_name,
    called_in,
    known_in,
    may_be_another,
    only_one,
)
from worker.core.titles.title_outings import is_meal, is_outing
from worker.core.titles.title_places import TOWNS
from worker.core.titles.title_runs import Parsed, parsed
from worker.core.titles.title_words import ROLES, Role
from worker.core.titles.titled import InTitle, each_once

__all__ = ["InTitle", "NameBook", "people_in_title"]

_LONGEST_CHARS = 200
_MOST_WORDS = 3
"""Of a name that is proposed."""
_WORD = re.compile(r"[^\W\d_]+|<>|\d[:-]1|[/&+]")
_INITIALS = re.compile(r"(?<![^\W\d_])[^\W\d_](?:\.?[-‐.][^\W\d_])+(?![^\W\d_])")
""" "j-p", "j.p" are one word, as their name is."""
_COMPANY = frozenset(
    word for word, role in ROLES.items() if role in (Role.WITH, Role.AT, Role.HOUSE, Role.PAIR)
) | {"/"}
_WITH = frozenset(word for word, role in ROLES.items() if role is Role.WITH)
_SOCIAL = frozenset(
    word for word, role in ROLES.items() if role in (Role.FRIENDLY, Role.ACTIVITY, Role.HONORIFIC)
)
_BLOCKS = frozenset(word for word, role in ROLES.items() if role is Role.BLOCK)
_POSTS = word_set(POSTS)


def people_in_title(title: str, book: NameBook) -> tuple[InTitle, ...]:
    """Who is named as met, in the order of the title, each once; () where nobody is."""
    title = book.as_on_cards(worded(title))
    if has_han(title):
        return people_in_han(title, book)
    words = _words_in(title)
    if (book.words.isdisjoint(words) and not _may_propose(words)) or _tells_of_none(title, words, book):
        return ()
    people = _people(
        _taken_apart(title, words, book), book, words, is_asked="?" in title or is_unsettled(words)
    )
    if people and is_put_off(title, words):
        return ()
    return tuple(people) if len(people) < 2 else each_once(people)


def perhaps_in_title(
    title: str, book: NameBook, *, all_day: bool = False, is_past: bool = False, is_long: bool = False
) -> Mapping[str, str]:
    """Key → as the title writes it: everybody known whom it may name as met, surely or not.

    Beside those of `people_in_title` that is each of several who are called so, and whose name stands there with
    nothing but a day, an hour or a doubt: "Aldo ???", "Aldo Sat"; or whose party it is, a birthday only where it
    `is_long`, or says so. `is_past`:
    whoever stands there at all, but for things of theirs ("Tennis Aldo", "Umzug Aldo"): who may have been met was
    perhaps not silent for so long.
    """
    title = book.as_on_cards(worded(title))
    if not has_han(title) and _names_nobody(_words_in(title), book):
        return {}
    title = without_doubt(title, book.words)
    if has_han(title):
        return {each.person: each.name for each in people_in_han(title, book) if each.person}
    words = _words_in(title)
    if _names_nobody(words, book) or _tells_of_none(title, words, book):
        return {}
    found = _taken_apart(title, words, book)
    runs = found.runs if is_alone(found.tokens) else _met(found, book, words)
    if is_feast(found.tokens, is_long=is_long) and not (all_day and is_birthday(found.tokens)):
        runs = [hosts(run, book) for run in (*found.runs, *found.theirs)]
    elif is_past and not is_for_a_feast(found.tokens):
        runs = [beside_a_thing(run, book) for run in found.runs if not run.is_about]
    meant, may_be_word = dict[str, str](), is_social(found.tokens)
    for run in runs:
        for names, keys in called_in(run, book, may_be_word=may_be_word):
            meant |= dict.fromkeys(keys, run.written if names is run.names else names[0])
    return {} if meant and is_put_off(title, words) else meant


def person_named(name: str, book: NameBook) -> str | None:
    """The key of the one who bears this full name; None where nobody known, or more than one, does."""
    words = [word for word in map(name_word, in_full_letters(name).split()) if word]
    return only_one(by_full_name(words, book), words, book, ()) if len(words) > 1 else None


def may_name(title: str, book: NameBook) -> bool:
    """Whether somebody in the book may stand in the title: cheap, and true too often rather than too seldom."""
    if has_han(title) and book.han_names is not None and book.han_names.search(title):
        return True
    words = _words_in(book.as_on_cards(in_full_letters(title)))
    return not book.words.isdisjoint(words) or bool(elders_in(title, book))


def has_name(title: str, name: str) -> bool:
    """Whether all words of the name stand in the title, whatever else it says."""
    if has_han(name):
        return name in title
    words = _words_in(in_full_letters(name))
    return bool(words) and set(words).issubset(_words_in(in_full_letters(title)))


def _taken_apart(title: str, words: Collection[str], book: NameBook) -> Parsed:
    found = parsed(undressed(title, words, book.given), book)
    for run in found.runs:  # "Mark & Sinead for dinner"
        if run.names[0] in WORDS_TOO:
            run.is_listed = any(
                each.chain == run.chain and _is_surely_known(each, book) for each in found.runs
            )
    return found


def _is_surely_known(run: Run, book: NameBook) -> bool:
    return run.names[0] in book.given and run.names[0] not in WORDS_TOO


def _names_nobody(words: Collection[str], book: NameBook) -> bool:
    """Nor as German makes "Annas" of Anna."""
    return book.words.isdisjoint(words) and book.given.keys().isdisjoint(
        [word[:-1] for word in words if word.endswith("s")]
    )


def _tells_of_none(title: str, words: Sequence[str], book: NameBook) -> bool:
    is_blocked = not _BLOCKS.isdisjoint(words) and not _BLOCKS.isdisjoint(without_leisure(words))
    return is_blocked or words[0] == "no" or len(title) > _LONGEST_CHARS or book.is_theirs(title)


def _words_in(title: str) -> list[str]:
    low = title.lower() if title.isascii() else folded(title)
    if "-" in low or "." in low or "\u2010" in low:
        low = _INITIALS.sub(lambda found: name_word(found[0]), low)
    return _WORD.findall(low)


def _may_propose(words: list[str]) -> bool:
    """Whether there can be a name that nobody known has: the steps after this one find none elsewhere."""
    if not GIVEN.isdisjoint(words) or not _WITH.isdisjoint(words):
        return True
    return not (_COMPANY.isdisjoint(words) or _SOCIAL.isdisjoint(words))


def _people(found: Parsed, book: NameBook, words: Collection[str], *, is_asked: bool) -> Sequence[InTitle]:
    people: list[InTitle] = []
    for run in _met(found, book, words):
        is_bare = run.company is None
        known = known_in(run, book, words)
        if known and (kin := as_other_kin(run, known, found.tokens, book)):
            people += [InTitle(person=None, name=kin, is_certain=False)] * (not is_bare)
        elif known:
            sure = not is_asked and not (run.company is Role.AT and _is_errand(run, found, book))
            is_met = _has_kind(found)
            people += [
                InTitle(
                    key,
                    book.names[key],
                    sure and not may_be_another(run, key, book, is_met=is_met),
                    is_bare,
                    run.company is Role.ACTIVITY,
                )
                for key in known
            ]
        elif run.company not in (None, Role.ACTIVITY) and _may_be_proposed(run, found):
            people.append(InTitle(person=None, name=run.written, is_certain=False))
    return people


def _met(found: Parsed, book: NameBook, words: Collection[str]) -> Sequence[Run]:
    """Those whom something makes company; or all, where nothing but names of people known stands there.

    "Quimio Mari Carmen" has a capital more than her name; "Da Gino" is at his home.
    """
    if None not in [run.company for run in found.runs]:
        return found.runs
    _take_kinds(found, book)
    if found.is_friendly and is_outing(found.tokens, found.runs, book):
        for run in found.runs:
            run.company = run.company or Role.ACTIVITY
    is_home = bool(found.tokens) and found.tokens[0].low == "da"
    is_bare = found.is_bare() and (is_home or not any(clause.is_other for clause in found.clauses))
    is_all_known = is_bare and all(known_in(run, book, words) for run in found.runs)
    return found.runs if is_all_known else [run for run in found.runs if run.company]


def _is_errand(run: Run, found: Parsed, book: NameBook) -> bool:
    """ "Water the plants at Ana's": whoever lives there may well be away. "Termin bei Dr. Lima" is one at a surgery."""
    first = found.clauses[0]
    if run.honorific in DOCTORS:
        return not first.has_kind
    is_about = first.is_other or any(each.company is None for each in first.runs)
    may_be_away = is_about and not found.is_friendly
    return may_be_away and not (run.names[0] in book.given and is_visit(found.tokens, run.led_at, book))


def _take_kinds(found: Parsed, book: NameBook) -> None:
    """ "Call Ana", "Coffee: Ana", "Ana sync - project": beside a kind of meeting, and nothing else."""
    has_kind, runs = False, list[Run]()
    for clause in found.clauses:
        if clause.is_other:
            return
        has_kind |= clause.has_kind
        runs += clause.runs
        if has_kind and (met := _beside_a_kind(runs, found, book)):
            company = Role.FRIENDLY if is_meal(found.tokens, runs, book) else Role.BUSY
            for run in met:
                run.company = run.company or company
            return
        if clause.ends_with_word:
            return


def _beside_a_kind(runs: Sequence[Run], found: Parsed, book: NameBook) -> Sequence[Run]:
    """All where each is a name; else whoever is known and joined with somebody who is not: "Dinner Ana & Wisly"."""
    if all(_is_name(run, book) for run in runs):
        return runs
    if not (found.is_friendly and runs[-1].is_joined):
        return ()
    return [run for run in runs if run.names[0] in book.given and run.names[0] not in WORDS_TOO]


def _is_name(run: Run, book: NameBook) -> bool:
    """Any capital word looks like a name; with nothing but a kind of meeting beside it, it has to be one."""
    first = run.tokens[0].low
    return bool(run.company or run.honorific) or first in book.words or first in GIVEN


def _may_be_proposed(run: Run, found: Parsed) -> bool:
    names, first = run.names, run.names[0]
    firms = names[:1] if len(names) == 2 and first in GIVEN else names  # "Giulia Ferrari"
    if len(names) > _MOST_WORDS or not ORGANISATIONS.isdisjoint(firms) or not run.tokens[0].raw[0].isupper():
        return False
    if _POSTS.issuperset(names) or (len(names) == 1 and first in TOWNS):
        return False
    if run.honorific in DOCTORS and len(names) == 1:
        return False  # a surgery rather than a friend
    if first in WORDS_TOO and len(names) == 1 and run.company is not Role.WITH:
        return False
    if first in GIVEN or run.honorific:
        return True
    is_short = run.company in (Role.WITH, Role.AT) and len(names) < _MOST_WORDS
    return is_short and (found.is_friendly or _is_among_friends(run, found) or _is_whole(run, found))


def _is_whole(run: Run, found: Parsed) -> bool:
    """ "Curling with Mbali Dube": two words of a name, at the end of something that is no meeting of colleagues."""
    is_last = found.tokens[-1] == run.tokens[-1]
    is_named = len(run.names) > 1 and all(token.is_capital for token in run.tokens)
    return run.company is Role.WITH and is_named and is_last and not _has_kind(found)


def _is_among_friends(run: Run, found: Parsed) -> bool:
    """ "Stammtisch mit Mechthild und Heinz": beside somebody's name, and no meeting of colleagues."""
    return not _has_kind(found) and any(
        each.chain == run.chain and each.names[0] in GIVEN for each in found.runs
    )


def _has_kind(found: Parsed) -> bool:
    """Whether a kind of meeting stands anywhere in a title."""
    return any(clause.has_kind for clause in found.clauses)
