"""Nobody: calendar addresses and names that are no person — rooms, lists, robots, booking desks.

Step 2 of 5. Data with a reason each; pure.
"""

import re
from functools import lru_cache

from worker.core.event import Party

_KINDS = {"ROOM": "a room", "RESOURCE": "a resource", "GROUP": "a group"}

_DOMAINS: tuple[tuple[str, str], ...] = (
    ("resource.calendar.google.com", "a room or resource (Google)"),
    ("group.calendar.google.com", "a shared calendar (Google)"),
    ("group.v.calendar.google.com", "a holiday or birthday calendar (Google)"),
    ("import.calendar.google.com", "an imported calendar (Google)"),
    ("virtual", "a calendar of birthdays (Google)"),
    ("calendar.yahoo.com", "a calendar service"),
    ("calendly.com", "a booking service"),
    ("cal.com", "a booking service"),
    ("doodle.com", "a booking service"),
    ("eventbrite.com", "a ticket service"),
    ("meetup.com", "an event service"),
    ("lu.ma", "an event service"),
    ("zoom.us", "a conferencing service"),
    ("webex.com", "a conferencing service"),
    ("gotomeeting.com", "a conferencing service"),
    ("bluejeans.com", "a conferencing service"),
    ("otter.ai", "a note-taking bot"),
    ("fireflies.ai", "a note-taking bot"),
    ("read.ai", "a note-taking bot"),
    ("fathom.video", "a note-taking bot"),
    ("tldv.io", "a note-taking bot"),
    ("avoma.com", "a note-taking bot"),
    ("groups.google.com", "a mailing list"),
    ("googlegroups.com", "a mailing list"),
    ("groups.io", "a mailing list"),
    ("unknowncalendar.com", "a placeholder"),
    ("invalid", "a placeholder (RFC 2606)"),
)
"""Where nobody has a mailbox of their own."""
_LIST_HOST = re.compile(r"(?:lists?|listserv|mailman|groups)\d*\.[^.]+\..+")
""" "lists.example.org": such hosts carry lists and nothing else."""

_LOCAL_PARTS: tuple[tuple[str, str], ...] = (
    (r"(?:do[._-]?not|no)[._-]?reply.*|.*[._-]no[._-]?reply", "an address that takes no replies"),
    (
        (
            r"notifications?(?:[._+-].*)?|mailer-daemon|postmaster|bounces?(?:[._+-].*)?|.*[._-]bot|bot|robot"
            r"|notetaker.*|assistant[._-]?bot|calendar-notification"
        ),
        "a robot's address",
    ),
    (
        (
            r"bookings?|booking[._-].*|reservations?|appointments?|termine?|rendezvous|buchung(?:en)?|reservas?"
            r"|citas|prenotazioni|agendamentos?"
        ),
        "a booking desk",
    ),
    (
        (
            r"rooms?[._-].*|room\d+.*|conf(?:erence)?[._-]?room.*|.*meeting[._-]?room.*|raum[._-].*|salle[._-].*"
            r"|sala[._-].*"
        ),
        "a room",
    ),
    (r"webinars?|events?|newsletter|invitations?|invites?|meetups?", "an event's or a newsletter's address"),
    (r"marketing|updates|.*[._-]notices|announce(?:ments?)?", "an announcer"),
    (
        (
            r"all|everyone|everybody|team|staff|all[._-].*|.*[._-](?:all|team|list|group|everyone|sig|wg|chairs)"
            r"|team[._-].*|list[._-].*|community|community[._-].*|membership|members|committee|equipe|equipo|alle"
        ),
        "a list or team",
    ),
    (
        (
            r"(?:.*[._-])?(?:info|sales|support|helpdesk|billing)|office|help|contact|hello|admin|hr|jobs|careers"
            r"|service|kontakt|buero|empfang|reception|frontdesk|praxis|accounts?|orders?|feedback|press|presse"
            r"|vertrieb|sekretariat|kundenservice|contacto|ventas|ventes|accueil|secretariat|soporte|prensa"
            r"|contatto|vendite|segreteria|assistenza|contato|vendas|suporte|secretaria|recepcao"
        ),
        "a role, not a person",
    ),
    (r"calendar|unknownorganizer|nobody|null|devnull|redacted", "a placeholder"),
)
"""What stands before the @ (without "+…"), as a whole."""

_NAMES: tuple[tuple[str, str], ...] = (
    (
        (
            r".*\b(?:conference|meeting)\s+room\b.*|(?:room|raum|salle|sala|besprechungsraum|konferenzraum"
            r"|meetingraum)\b.*|.*\b(?:projector|beamer)\b.*"
        ),
        "a room or a device by its name",
    ),
    (
        r".*\b(?:note\s?taker|meeting\s+(?:bot|assistant)|read\.ai|otter\.ai|fireflies)\b.*",
        "a note-taking bot by its name",
    ),
    (
        (
            r".*\b(?:distribution|mailing)\s*list\b.*"
            r"|.+\s(?:team|group|committee|commitee|department|channel|maintainers|community|sig|verteiler|abteilung)"
        ),
        "a group by its name",
    ),
    (r".*\b(?:admin|service|system|shared)\s+(?:account|mailbox)\b.*", "an account of many by its name"),
    (
        r"(?:unknown|event)\s+organizer|no[\s-]?reply.*|\(?(?:omitted|redacted)\)?",
        "a placeholder by its name",
    ),
)
"""How what is no person is called."""
_WEBINAR = re.compile(
    r"\b(?:webinars?|webcasts?|livestreams?|live\s?stream|masterclass|online[- ]seminar|webinaires?|seminario web)\b",
    re.IGNORECASE,
)

_OF_MANY = frozenset(("a mailing list", "a list or team", "a role, not a person"))

_Rules = tuple[tuple[re.Pattern[str], str], ...]
_LOCAL_RULES: _Rules = tuple((re.compile(pattern), reason) for pattern, reason in _LOCAL_PARTS)
_NAME_RULES: _Rules = tuple((re.compile(pattern, re.IGNORECASE), reason) for pattern, reason in _NAMES)


@lru_cache(maxsize=16_384)
def why_nobody(party: Party) -> str | None:
    """The reason why this line is no person, as a short phrase; None where it may be one."""
    if party.kind in _KINDS:
        return _KINDS[party.kind]
    if not party.address:
        return None if is_person_name(party.name) else "neither a mail address nor a name"
    return why_nobody_there(party.address) or _why_by_name(party.name)


@lru_cache(maxsize=16_384)
def why_nobody_there(address: str) -> str | None:
    """The same by the address alone."""
    local, _, domain = address.rpartition("@")
    for known, reason in _DOMAINS:
        if domain == known or domain.endswith("." + known):
            return reason
    if _LIST_HOST.fullmatch(domain):
        return "a mailing list"
    return _first_reason(_LOCAL_RULES, local.partition("+")[0])


def is_of_many(party: Party) -> bool:
    """Whether the user may be behind this line though no address of theirs stands there: a list, a role; no room."""
    return party.kind == "GROUP" or why_nobody_there(party.address) in _OF_MANY


def is_person_name(name: str) -> bool:
    """Two words or more of letters: enough to tell a human from a room where no address is given."""
    words = name.replace(",", " ").split()
    return (
        len(words) >= 2 and all(any(c.isalpha() for c in word) for word in words) and not _why_by_name(name)
    )


def is_webinar(title: str) -> bool:
    """Whoever invites to it speaks to an audience, of which the calendar shows one."""
    return _WEBINAR.search(title) is not None


def _why_by_name(name: str) -> str | None:
    return _first_reason(_NAME_RULES, " ".join(name.split()))


def _first_reason(rules: _Rules, text: str) -> str | None:
    return next((reason for pattern, reason in rules if pattern.fullmatch(text)), None)
