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
    ("lists.linux.dev", "a mailing list"),
    ("unknowncalendar.com", "a placeholder"),
)
_LOCAL_PARTS = re.compile(
    r"""(?:
      (?:do[._-]?not|no)[._-]?reply.* | .*[._-]no[._-]?reply | notifications?(?:[._+-].*)? | mailer-daemon
    | postmaster | unknownorganizer | bounces?(?:[._+-].*)? | .*[._-]bot | bot | robot | notetaker.*
    | assistant[._-]?bot | bookings? | booking[._-].* | reservations? | appointments? | termine | rendezvous
    | calendar | calendar-notification | rooms?[._-].* | room\d+.* | conf(?:erence)?[._-]?room.*
    | meeting[._-]?room.* | raum[._-].* | salle[._-].* | sala[._-].* | webinars? | events? | newsletter
    | marketing | updates | announce(?:ments?)? | invitations? | invites? | all | everyone | everybody | team
    | staff | all[._-].* | .*[._-](?:all|team|list|group|everyone) | team[._-].* | list[._-].* | info | office
    | support | help(?:desk)? | contact | hello | sales | admin | hr | jobs | careers | service | kontakt
    | buero | empfang | reception | frontdesk | praxis | billing | accounts? | orders? | feedback | press
    )\Z""",
    re.VERBOSE,
)
_NAMES = re.compile(
    r"""(?:
      .*\b(?:conference|meeting)\s+room\b.* | (?:room|raum|salle|sala|besprechungsraum|konferenzraum|meetingraum)\b.*
    | .*\b(?:note\s?taker|notetaker|meeting\s+(?:bot|assistant)|read\.ai|otter\.ai|fireflies)\b.*
    | unknown\s+organizer | no[\s-]?reply.* | .*\bdistribution\s+list\b.* | .*\bmailing\s*list\b.*
    | .*\bprojector\b.* | .*\bbeamer\b.*
    )\Z""",
    re.VERBOSE | re.IGNORECASE,
)


@lru_cache(maxsize=16_384)
def why_nobody(party: Party) -> str | None:
    """The reason why this line is no person, as a short phrase; None where it may be one."""
    if party.kind in _KINDS:
        return _KINDS[party.kind]
    if not party.address:
        return None if is_person_name(party.name) else "neither a mail address nor a name"
    return why_nobody_there(party.address) or (
        "a room or bot by its name" if _NAMES.match(party.name) else None
    )


@lru_cache(maxsize=16_384)
def why_nobody_there(address: str) -> str | None:
    """The same by the address alone."""
    local, _, domain = address.rpartition("@")
    for known, reason in _DOMAINS:
        if domain == known or domain.endswith("." + known):
            return reason
    return "a role, list or robot address" if _LOCAL_PARTS.match(local.partition("+")[0]) else None


def is_person_name(name: str) -> bool:
    """Two words or more of letters: enough to tell a human from a room where no address is given."""
    words = name.replace(",", " ").split()
    return (
        len(words) >= 2 and all(any(c.isalpha() for c in word) for word in words) and not _NAMES.match(name)
    )
