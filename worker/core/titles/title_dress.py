"""A title's dress is what stands around its words: emoji, "Re:", short forms, feasts of several words.

Beside `title_names.py`. Pure.
"""

import re
from collections.abc import Collection

from worker.core.titles.address_words import KIN, UNCLES
from worker.core.titles.compound_names import in_full_letters
from worker.core.titles.phrase_words import IN_PHRASES, in_one_word
from worker.core.titles.title_emoji import has_emoji, is_crossed_out, without_emoji
from worker.core.titles.title_said import SAID, in_plain_words
from worker.core.titles.title_sickbed import WARDS, by_the_sickbed

_REPLY = re.compile(
    r"\s*(?:(?:re|fw|fwd|aw|wg|tr|rv|enc|updated|invitation|einladung|invitación|invito|convite)\s*:\s*)+",
    re.IGNORECASE,
)
_WHOSE = rf"((?:{'|'.join(f'{KIN} {UNCLES}'.split())})(?: [^\W\d_]\w*)?['’]s)(?: (?:house|place))?"
_MEAL = (
    r"(?:(?:birthday|sunday|roast|christmas|easter|boxing day|family|early|late) )*"
    r"(?:lunch|dinner|tea|coffee|supper|brunch|breakfast|drinks|bbq|barbecue|roast|cake|food)"
)
_FOR_A_MEAL = re.compile(
    rf"^(?:(?:round|over|off|down) )?(?:to )?{_WHOSE} for (?:an? |the )?({_MEAL})\b", re.IGNORECASE
)
_MEAL_THERE = re.compile(rf"^({_MEAL}) {_WHOSE}$", re.IGNORECASE)
_GOING_THERE = re.compile(
    rf"^(?:round|over|off|going|popping|back)(?: (?:round|over))? to {_WHOSE}$", re.IGNORECASE
)
_MAY_BE_DRESSED = IN_PHRASES | WARDS | SAID


def worded(title: str) -> str:
    """Without emoji and short names; "" where one of them calls it off."""
    title = at_theirs(in_full_letters(title))
    if not has_emoji(title):
        return title
    return "" if is_crossed_out(title) else without_emoji(title)


def at_theirs(title: str) -> str:
    """As English says that one eats with one's kin: "Mum's for Sunday lunch" → "Sunday lunch at Mum's".

    "Maria's for tea" may be a child's invitation.
    """
    if "'s" not in title and "’s" not in title:
        return title
    title = _FOR_A_MEAL.sub(r"\2 at \1", title)
    return _GOING_THERE.sub(r"Tea at \1", _MEAL_THERE.sub(r"\1 at \2", title))


def undressed(title: str, words: Collection[str], names: Collection[str]) -> str:
    """Without what a mail puts before it, with each feast as one word, a ward as a place, and names led plainly.

    `words` are the title's own, folded: of most titles they say that nothing of the kind is there. `names` are those
    that people known are given.
    """
    if _MAY_BE_DRESSED.isdisjoint(words) and ":" not in title and "@" not in title:
        return title
    if not SAID.isdisjoint(words):
        title = in_plain_words(title, names)
    reply = _REPLY.match(title)
    return by_the_sickbed(in_one_word(title[reply.end() :] if reply else title, words), words)
