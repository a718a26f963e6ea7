"""An opening is an event ahead that anybody may come to, which the user goes to anyway: a concert, a fair, a talk.

Beside step 5 of 5: occurrences without people → openings → "come along". Pure.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from worker.core.bond import Bond
from worker.core.day import day_of
from worker.core.event import Occurrence, Status
from worker.core.fold import folded, stems
from worker.core.giving.delicate import is_delicate
from worker.core.giving.shelf import Fit, ShelfKind, Thing, fit_of
from worker.core.giving.topic import shown

AHEAD_DAYS = 42
"""An invitation further ahead than this is a plan."""
NOTICE_DAYS = 3
"""So many days at least between the word and the day: an easy no needs time."""

_OPEN = stems((
    # en
    "open house", "open day", "open studio*", "open mic*", "open air", "exhibition*", "vernissage*", "concert*",
    "recital*", "festival*", "fair", "fairs", "flea market", "lecture", "public talk", "poetry reading", "screening*",
    "meetup*", "theatre", "theater", "museum night", "matinee*", "parade*",
    # de
    "tag der offenen tur", "offene werkstatt*", "offenes atelier", "*ausstellung*", "*konzert*", "*festival*",
    "*messe", "flohmarkt*", "*vortrag", "lesung*", "filmvorfuhrung*", "theater*", "museumsnacht", "stadtfest*",
    # es
    "puertas abiertas", "exposicion*", "concierto*", "feria*", "mercadillo*", "charla abierta", "lectura publica",
    "teatro", "noche de los museos",
    # fr
    "portes ouvertes", "exposition*", "foire*", "brocante*", "lecture publique", "projection*", "theatre",
    "nuit des musees", "salon du *",
    # pt
    "portas abertas", "exposicao", "exposicoes", "show", "feira*", "palestra*", "noite dos museus", "sarau*",
    # it
    "porte aperte", "mostra", "mostre", "fiera*", "mercatino*", "lettura pubblica", "notte dei musei", "sagra*",
))  # fmt: skip
"""A title with one of these tells of something that is open to others. Folded; `*` leaves that end open."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Opening:
    """One open event."""

    title: str
    """As the user's calendar writes it."""
    on: date
    """The day in the user's zone on which it begins."""

    @property
    def thing(self) -> Thing:
        """As something that the user has to give: it fits whom it is about, and is offered once."""
        return Thing(kind=ShelfKind.LINK, text=self.title, topics=(self.about,))

    @property
    def about(self) -> str:
        """Folded, without the word that makes it open: a school fair is not for whoever likes record fairs."""
        return " ".join(_OPEN.sub(" ", folded(self.title)).split())


def opening_of(occurrence: Occurrence, *, zone: str) -> Opening | None:
    """The open event that an entry of the user's own tells of; None for one with people, or one that is private."""
    if occurrence.status is Status.CANCELLED or occurrence.is_private or occurrence.is_in_series:
        return None
    title = shown(occurrence.title)
    if (
        len(occurrence.attendees) > 1
        or not is_open(title)
        or is_delicate(title)
        or is_delicate(occurrence.place)
    ):
        return None
    opening = Opening(title=title, on=day_of(occurrence, ZoneInfo(zone)))
    return opening if opening.about else None


def is_open(title: str) -> bool:
    """Whether a title tells of something that anybody may come to."""
    return _OPEN.search(folded(title)) is not None


def openings_in(occurrences: Iterable[Occurrence], *, zone: str) -> tuple[Opening, ...]:
    """The open events among the user's own occurrences, the earliest first."""
    found = {opening for each in occurrences if (opening := opening_of(each, zone=zone)) is not None}
    return tuple(sorted(found, key=lambda opening: (opening.on, opening.title)))


def opening_for(
    bond: Bond, openings: Sequence[Opening], *, on: date, today: date, names: Collection[str]
) -> tuple[Opening, Fit] | None:
    """The first opening after the day `on` that fits this person's topics and was not offered to them before."""
    for opening in openings:
        if timedelta(days=NOTICE_DAYS) <= opening.on - on <= timedelta(days=AHEAD_DAYS):
            fit = fit_of(bond, opening.thing, today=today, names=names)
            if fit is not None:
                return opening, fit
    return None
