"""A mailbox is where a mail address leads: several spellings of an address may name one, and its host may tell a firm.

Beside step 3 of 5. Pure.
"""

from functools import lru_cache

from worker.core.fold import word_set

_IN_MANY_COUNTRIES = word_set("yahoo hotmail outlook live msn gmx aol ymail yandex")
"""Providers with a domain in each of many countries: yahoo.ca, hotmail.co.nz, outlook.pt."""
_MAIL_FOR_ALL = word_set("""
    gmail.com googlemail.com icloud.com me.com mac.com rocketmail.com mail.com email.com zoho.com zohomail.eu duck.com
    proton.me protonmail.com pm.me fastmail.com fastmail.fm hey.com hushmail.com mailfence.com runbox.com riseup.net
    tutanota.com tutanota.de tuta.io tuta.com tutamail.com kolabnow.com disroot.org
    web.de t-online.de freenet.de posteo.de posteo.net mailbox.org arcor.de online.de email.de netcologne.de
    protonmail.ch netplus.ch vtxnet.ch citycable.ch quickline.ch romandie.com sunrise.net bluemail.ch aliceadsl.fr
    vodafone.de vodafonemail.de kabelmail.de aon.at chello.at bluewin.ch hispeed.ch sunrise.ch
    laposte.net orange.fr free.fr wanadoo.fr sfr.fr neuf.fr bbox.fr numericable.fr club-internet.fr cegetel.net
    skynet.be telenet.be proximus.be xs4all.nl ziggo.nl kpnmail.nl planet.nl home.nl hetnet.nl casema.nl
    libero.it virgilio.it tin.it tiscali.it alice.it email.it fastwebnet.it inwind.it iol.it
    terra.es telefonica.net movistar.es orange.es jazztel.es vodafone.es ya.com euskaltel.net ono.com
    prodigy.net.mx fibertel.com.ar speedy.com.ar netcabo.pt clix.pt iol.pt telepac.pt bouygtel.fr tim.it
    magenta.de a1.net sapo.pt uol.com.br bol.com.br terra.com.br ig.com.br globo.com r7.com
    btinternet.com virginmedia.com ntlworld.com blueyonder.co.uk sky.com talktalk.net tiscali.co.uk eircom.net
    comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net
    shaw.ca rogers.com sympatico.ca videotron.ca bigpond.com optusnet.com.au xtra.co.nz
    online.no telia.com tele2.se comhem.se bredband.net seznam.cz email.cz centrum.cz azet.sk wp.pl o2.pl onet.pl
    op.pl interia.pl freemail.hu citromail.hu abv.bg inbox.lv ukr.net mail.ru bk.ru list.ru inbox.ru rambler.ru ya.ru
    qq.com 163.com 126.com foxmail.com sina.com naver.com daum.net hanmail.net docomo.ne.jp ezweb.ne.jp
    softbank.ne.jp rediffmail.com
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
    labels = domain.split(".")
    last = len(labels) - 2
    if last > 0 and labels[last] in _SECOND_LEVEL:
        last -= 1
    name = labels[max(last, 0)]
    if domain in _MAIL_FOR_ALL or name in _IN_MANY_COUNTRIES:
        return ""
    return domain if name == _EXAMPLES else name
