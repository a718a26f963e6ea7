"""Names in titles that are written without spaces, in Chinese or Japanese: 会议 王伟, 田中さんとランチ.

Beside `title_names.py`. Pure. What is left of the title without the names has to be a kind of meeting and nothing else.
"""

import re
from collections.abc import Iterator

from worker.core.titles.han_words import HONORIFIC, KINDS, NOBODY, SURNAMES, WITH
from worker.core.titles.name_book import NameBook
from worker.core.titles.title_words import ROLES, Role
from worker.core.titles.titled import InTitle

_GAP = r"[\s:：/／、,，&＆・\-–—()（）「」?？]"
_AROUND = re.compile(rf"(?:{KINDS}|{WITH}|{HONORIFIC}|\d[:：]1|\d+|{_GAP}|[a-z]+)*", re.IGNORECASE)
_KIND = re.compile(rf"{KINDS}|{WITH}|1[:：]1|[a-z]{{3}}", re.IGNORECASE)
_LATIN = re.compile(r"[a-z]+", re.IGNORECASE)
_IS_NOBODY = re.compile(NOBODY)
_UNKNOWN = re.compile(
    rf"(?:(?<={_GAP})|(?<=[和跟与與同约約见見请請])|^)"
    rf"((?:{SURNAMES})[\u4e00-\u9fff]{{1,2}}?)(?:{HONORIFIC})?(?=$|{_GAP}|と|{KINDS})"
)
_CALLED = re.compile(r"(?:^|(?<=[\s:：、・/]))([\u4e00-\u9fff]{1,4})(?:さん|様|さま|くん|君|ちゃん|氏)")
_ASKED = re.compile("[?？]")
_LATIN_KINDS = (Role.WITH, Role.FRIENDLY, Role.BUSY, Role.FILLER, Role.AND)


def people_in_han(title: str, book: NameBook) -> tuple[InTitle, ...]:
    """As `people_in_title`, for titles with Chinese or Japanese writing."""
    if _IS_NOBODY.search(title) or any(
        ROLES.get(w.lower()) not in _LATIN_KINDS for w in _LATIN.findall(title)
    ):
        return ()
    if book.han_names is not None and (known := book.han_names.findall(title)):
        return tuple(_known(known, book.han_names.sub(" ", title), book))
    found = _CALLED.findall(title) or _UNKNOWN.findall(title)
    has_kind = _KIND.search(_CALLED.sub(" ", _UNKNOWN.sub(" ", title))) is not None
    if not has_kind:
        return ()
    return tuple(InTitle(person=None, name=name, is_certain=False) for name in dict.fromkeys(found))


def _known(written: list[str], left: str, book: NameBook) -> Iterator[InTitle]:
    """Those who alone are called like this; nobody where `left`, the title without them, says something else."""
    if not _AROUND.fullmatch(left):
        return
    keys = [book.han[name] for name in written]
    is_bare = _KIND.search(left) is None
    for key in dict.fromkeys(next(iter(each)) for each in keys if len(each) == 1):
        yield InTitle(person=key, name=book.names[key], is_certain=not _ASKED.search(left), is_bare=is_bare)
