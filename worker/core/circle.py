"""A circle is the part of life in which you meet someone: work or friends, for variety only.

Beside step 3 of 5. Pure; never shown as rank.
"""

from collections.abc import Iterable, Sequence
from datetime import tzinfo

from worker.core.touch import Meeting, Touch

WORK, FAMILY, FRIENDS = "work", "family", "friends"
WORK_HOURS = range(8, 18)
_WORK_SHARE = 0.6

_MAIL_FOR_ALL = frozenset(
    """
    gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.de yahoo.fr yahoo.es
    yahoo.it icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.at web.de t-online.de freenet.de posteo.de
    mailbox.org proton.me protonmail.com fastmail.com fastmail.fm hey.com tutanota.com laposte.net orange.fr
    free.fr wanadoo.fr libero.it virgilio.it tin.it uol.com.br bol.com.br terra.com.br terra.es
    telefonica.net qq.com 163.com mail.ru yandex.ru seznam.cz wp.pl o2.pl bluewin.ch
    """.split()  # noqa: SIM905  # a list of seventy quoted words reads worse
)
"""Providers whose domain says nothing about where somebody works."""


def circle_of(
    emails: Sequence[str], touches: Iterable[Touch | Meeting], own: Iterable[str], zone: tzinfo
) -> str:
    """By the domain shared with the user and the hours of meeting.

    A domain of one's own is the firm's or the family's: the hours tell which.
    """
    domains = {_domain_of(email) for email in emails} - _MAIL_FOR_ALL - {""}
    if not domains:
        return FRIENDS
    starts = [touch.started_at.astimezone(zone) for touch in touches if not touch.all_day]
    at_work = sum(start.weekday() < 5 and start.hour in WORK_HOURS for start in starts)
    if at_work >= _WORK_SHARE * max(len(starts), 1):
        return WORK
    return FAMILY if domains & {_domain_of(address) for address in own} else FRIENDS


def _domain_of(email: str) -> str:
    return email.rpartition("@")[2]
