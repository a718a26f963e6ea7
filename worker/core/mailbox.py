"""A mailbox is where a mail address leads: several spellings of an address may name one, and its host may tell a firm.

Beside step 3 of 5. Pure.
"""

from functools import lru_cache

from worker.core.fold import word_set

MAIL_FOR_ALL = word_set("""
    gmail.com googlemail.com outlook.com hotmail.com hotmail.de hotmail.fr hotmail.co.uk live.com msn.com yahoo.com
    yahoo.de yahoo.fr yahoo.es yahoo.it yahoo.co.uk yahoo.com.br ymail.com icloud.com me.com mac.com aol.com gmx.de
    gmx.net gmx.at gmx.ch web.de t-online.de freenet.de posteo.de mailbox.org proton.me protonmail.com pm.me
    fastmail.com fastmail.fm hey.com tutanota.com laposte.net orange.fr free.fr wanadoo.fr sfr.fr libero.it
    virgilio.it tin.it tiscali.it uol.com.br bol.com.br terra.com.br terra.es telefonica.net sapo.pt qq.com 163.com
    mail.ru yandex.ru seznam.cz wp.pl o2.pl bluewin.ch btinternet.com
""")
"""Providers whose domain says nothing about where somebody works."""

_GOOGLE = frozenset(("gmail.com", "googlemail.com"))
_SECOND_LEVEL = word_set("co com org net ac edu gov gob gouv or ne go")
"""Below a country these are no firm: "firm.co.uk", "firm.com.br"."""
_EXAMPLES = "example"
"""RFC 2606: example.org and example.com are two places, each of which stands for any."""


@lru_cache(maxsize=16_384)
def mailbox_of(address: str) -> str:
    """One spelling for what is delivered to one box: "ada+news@googlemail.com" → "ada@gmail.com".

    The address is lower-case already. A subaddress (RFC 5233) is the same box.
    """
    local, at, domain = address.rpartition("@")
    if not at:
        return address
    plain = local.partition("+")[0] or local
    return f"{plain}@{'gmail.com' if domain in _GOOGLE else domain}"


@lru_cache(maxsize=16_384)
def box_key(address: str) -> str:
    """The same for addresses whose provider reads over dots: "a.da@gmail.com" is "ada@gmail.com"."""
    local, _, domain = mailbox_of(address).rpartition("@")
    return f"{local.replace('.', '')}@{domain}" if domain in _GOOGLE else mailbox_of(address)


def domain_of(address: str) -> str:
    return address.rpartition("@")[2] if "@" in address else ""


@lru_cache(maxsize=16_384)
def company_of(address: str) -> str:
    """The firm that an address names: "ada@mail.acme.co.uk" → "acme"; "" for a provider's, and for no address."""
    domain = domain_of(address)
    if not domain or domain in MAIL_FOR_ALL:
        return ""
    labels = domain.split(".")
    last = len(labels) - 2
    if last > 0 and labels[last] in _SECOND_LEVEL:
        last -= 1
    name = labels[max(last, 0)]
    return domain if name == _EXAMPLES else name


def is_private(address: str) -> bool:
    """At a provider for everybody."""
    return domain_of(address) in MAIL_FOR_ALL
