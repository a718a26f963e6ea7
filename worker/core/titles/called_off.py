"""Whether the title of a meeting with guests says that it did not take place: "Fällt aus: Kaffee", "Lunch – cancelled".

Beside `judge.py`. Whoever calls a meeting off and leaves it in the calendar says so before it, after it, or in a part
of its own; "Discuss the cancelled order" is a meeting. More careful than `off_words.py`, which is asked whether a title
without guests is proof enough of having met somebody. Folded words, six languages and some prefixes of others. Pure.
"""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import dropwhile

from worker.core.fold import folded, folded_words, word_set
from worker.core.lexicon import Lexicon
from worker.core.titles.off_words import BEFORE, PARTS, TELLING, is_struck, nobody_came
from worker.core.titles.title_emoji import has_emoji, is_crossed_out

_SAID = word_set(
    # en
    "cancelled canceled postponed rescheduled scrapped "
    # de
    "abgesagt entfallt entfaellt entfiel ausgefallen verschoben vertagt verlegt aufgeschoben storniert gecancelt "
    "geplatzt abgeblasen "
    # es
    "cancelado cancelada anulado anulada aplazado aplazada pospuesto pospuesta postergado postergada reprogramado "
    "reprogramada suspendido suspendida "
    # fr
    "annule annulee annules annulees reporte reportee reportes reportees ajourne ajournee repousse repoussee "
    "decommande decommandee "
    # pt
    "desmarcado desmarcada adiado adiada remarcado remarcada "
    # it
    "annullato annullata rimandato rimandata rinviato rinviata posticipato posticipata disdetto disdetta cancellato "
    "cancellata "
    # nl, sv, da, no, fi, pl: what Exchange puts before a title
    "geannuleerd afgezegd uitgesteld installt aflyst avlyst peruutettu odwolane odwolany anulowano"
)
"""Of a meeting that was to be."""
_ATTRIBUTES = word_set("cancelled canceled postponed rescheduled scrapped storniert verlegt")
"""They stand before what they tell of, too: "Cancelled orders", or before a place: "verlegt ins Café"."""
_SEVERAL = (
    *("called off", "fell through", "did not happen", "didn t happen", "never happened", "rained off"),
    *(
        "fallt aus",
        "faellt aus",
        "fiel aus",
        "fallt flach",
        "fiel flach",
        "wird nachgeholt",
        "ins wasser gefallen",
    ),
    *("fand nicht statt", "findet nicht statt", "hat nicht stattgefunden"),
    *("no se hizo", "no pudo ser", "se suspende", "se suspendio", "se cancela", "se cancelo", "se aplaza"),
    *(
        "n a pas eu lieu",
        "n a pas lieu",
        "tombe a l eau",
        "tombee a l eau",
        "partie remise",
        "est remis",
        "est remise",
    ),
    *("nao aconteceu", "nao rolou", "foi cancelado", "foi cancelada", "foi adiado", "foi adiada"),
    *("non si e fatto", "non si e fatta", "non si fa", "e saltato", "e saltata"),
)
_WHOLE_PART = frozenset(
    (
        *("called off event", "canceled event", "cancelled event", "cancellation", "cancel", "no show"),
        *("absage", "ausfall", "verlegt", "termin abgesagt"),
        *("annulation", "remis", "a reporter", "reunion annulee", "evenement annule"),
        *("evento cancelado", "evento annullato", "saltato", "saltata", "sospeso", "sospesa", "suspenso"),
    )
)
"""What is off where it is all that a part says: "Kaffee mit Anna (Absage)"."""
_UNTIL = word_set("to till until auf bis al a para pra au aux")
_WHY = _UNTIL | word_set(
    # for what
    "due because by since for wegen weil von da durch por porque debido par pour cause car per causa devido "
    # from when
    "from vom del du dal di last at short kurzfristig"
)
"""What follows where the title goes on: "verschoben auf Freitag", "cancelled due to snow"."""
_CLOCK = re.compile(r"\d{1,2}(?::\d\d|\s?(?:uhr|h|am|pm|heures|horas|ore)\b)", re.IGNORECASE)
"""To another hour is no other day: "verschoben auf 15 Uhr" took place."""
_TALKED_ABOUT = word_set(
    "discuss discussion review why if whether about decide plan retro postmortem handle handling "
    "besprechen besprechung warum ob uber falls "
    "hablar discutir revisar si discuter parler pourquoi parlare discutere perche falar rever"
)
"""With one of them before it, it is what the meeting is about."""
_FILLERS = word_set(
    "leider heute sadly unfortunately malheureusement lamentablemente desgraciadamente infelizmente purtroppo"
)
_WITH = word_set("with mit con avec com")
_OFF = Lexicon((*_SEVERAL, *_SAID))
_GATE = TELLING | _SAID | {max(phrase.split(), key=len) for phrase in (*_SEVERAL, *_WHOLE_PART)}
"""One of these stands in every title that says so in words."""


@lru_cache(maxsize=1 << 14)
def is_called_off(title: str) -> bool:
    """Whether the title itself says that nobody met, then; private titles, which are "", say nothing."""
    if has_emoji(title) and is_crossed_out(title):
        return True
    if "~~" in title and is_struck(title):
        return True
    if _GATE.isdisjoint(folded_words(title)):
        return False
    parts = [words for part in PARTS.split(folded(title)) if (words := _without_fillers(part))]
    why = _WHY - _UNTIL if _CLOCK.search(title) else _WHY
    return any(_is_off(part, why) for part in parts) or nobody_came(parts[-1]) or _is_shouted(title)


def _without_fillers(part: str) -> tuple[str, ...]:
    return tuple(word for word in folded_words(part) if word not in _FILLERS)


def _is_off(part: Sequence[str], why: Collection[str]) -> bool:
    """Whether this part of a title says that it is off: by itself, or of what stands before it or behind it."""
    bare = tuple(dropwhile(BEFORE.__contains__, part))
    return not _WHOLE_PART.isdisjoint((" ".join(part), " ".join(bare))) or any(
        _TALKED_ABOUT.isdisjoint(part[: place.start]) and _ends_it(part, place, why)
        for place in _OFF.places(part)
    )


def _ends_it(part: Sequence[str], place: range, why: Collection[str]) -> bool:
    """With it the part ends, or goes on with a reason or another day; or it begins with what is no attribute."""
    if place.stop == len(part) or part[place.stop] in why:
        return True
    is_attribute = part[0] in _ATTRIBUTES and _WITH.isdisjoint(part)
    return place.start == 0 and not is_attribute and part[place.stop] not in _UNTIL


def _is_shouted(title: str) -> bool:
    """ "CANCELLED Team lunch": in capitals, unlike the rest."""
    first, _, rest = title.strip("[]()*!- ").partition(" ")
    return first.isupper() and not rest.isupper() and folded(first) in _SAID
