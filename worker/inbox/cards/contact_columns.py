"""A contact column is one field of an address book's table, known by its header.

Serves `contacts_csv.py`. Headers are compared folded, letters and digits only ("E-mail 1 - Value" →
"email1value"), so that the tables of Google, LinkedIn and Outlook are read alike, in six languages. Pure.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from worker.core.fold import folded

_FULL = "name fullname displayname contactname nombrecompleto nomcomplet nomecompleto"
_GIVEN = "firstname givenname vorname prenom nombre nombredepila primernombre nome primeironome nomeproprio"
_MIDDLE = (
    "middlename additionalname weiterevornamen zweitervorname deuxiemeprenom segundonombre secondonome "
    "segundonome nomedomeio"
)
_FAMILY = "lastname familyname surname nachname nom nomdefamille apellidos apellido cognome sobrenome apelido"
_NICKNAME = (
    "nickname spitzname kosename rufname surnom pseudo pseudonyme diminutif apodo alias mote sobrenombre soprannome "
    "nomignolo alcunha"
)
_FIRM = (
    "company organizationname organization1name firma societe organizacion organizzazione societa empresa "
    "namederorganisation nomdelorganisation nombredelaorganizacion nombredeorganizacion nomeorganizzazione "
    "nomedellorganizzazione nomedaorganizacao"
)
_BIRTHDAY_IN_ENGLISH = "birthday dateofbirth"
_BIRTHDAY = (
    "geburtstag geburtsdatum anniversaire datedenaissance cumpleanos fechadenacimiento "
    "compleanno datadinascita aniversario datadenascimento"
)
_GROUPS = (
    "labels groupmembership categories kategorien etiketten etiquetas libelles categorias categorie etichette "
    "marcadores grupos gruppen gruppi groupes"
)
_HOUSEHOLD = (
    "spouse children partner kinder ehepartner ehepartnerin conjoint conjointe enfants conyuge hijos coniuge figli "
    "conjuge filhos"
)
"""Outlook's; the other columns tell by their labels whom they name."""
_EMAIL = re.compile(r"e?mail|messagerie|courriel|correo|postaelettronica")
_PHONE = re.compile(r"phone|^tel|mobil|cellulare|movil|celular")
_LABEL = "label|type|typ$|tipo|etiqueta|etiquette|libelle|etichetta|marcador|rotulo|bezeichnung|beschriftung"
_OF_EVENT = re.compile(rf"(?:evento?|evenement|ereignis|termin)\d+(?:{_LABEL})")
_OF_RELATION = re.compile(
    rf"((?:relation|relacion|relazione|relacao|beziehung)\d+)(?:(?:{_LABEL})|(value|valeur|valore?|wert))"
)
_BESIDE = re.compile(
    rf"{_LABEL}|display|angezeigt|afficher|mostrar|^nom|phoneti|assist|companymain|fax|pager|telex|isdn|tty"
)
"""What stands beside an address or a number, and is none that reaches this person by voice or mail."""
_BESIDE_ANOTHER: Mapping[str, tuple[str, str]] = {
    "apelido": ("sobrenome", "alcunha"),
    "aniversario": ("cumpleanos", ""),
}
"""Header → beside which other it is as good as which: in Brazil "apelido" is a nickname, "aniversario" in Spain the
day of a wedding."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Columns:
    """Where in a row each field stands, counted from 0; empty where the table has no such column."""

    full: tuple[int, ...]
    given: tuple[int, ...]
    middle: tuple[int, ...]
    family: tuple[int, ...]
    nickname: tuple[int, ...]
    firm: tuple[int, ...]
    emails: tuple[int, ...]
    phones: tuple[int, ...]
    birthday: tuple[int, ...]
    is_day_first: bool
    """The header of the birthday is in a language in which days stand before months."""
    event_labels: tuple[int, ...]
    """What Google's further dates are called ("Anniversary", "Death")."""
    groups: tuple[int, ...]
    """The groups that somebody is in."""
    household: tuple[int, ...]
    """Partner and children."""
    relations: tuple[tuple[int, int], ...]
    """What somebody is, and their name."""

    @property
    def are_enough(self) -> bool:
        """Whether this may be the header of an address book: a name, and something to know them by."""
        has_name = bool(self.full or self.given or self.family)
        return has_name and bool(self.emails or self.phones or self.birthday)


def columns_of(headers: Sequence[str]) -> Columns:
    """The columns that a row of headers names."""
    written = [re.sub(r"[\W_]+", "", folded(header)) for header in headers]
    keys = [_meant(key, written) for key in written]
    return Columns(
        full=_named(keys, _FULL),
        given=_named(keys, _GIVEN),
        middle=_named(keys, _MIDDLE),
        family=_named(keys, _FAMILY),
        nickname=_named(keys, _NICKNAME),
        firm=_named(keys, _FIRM),
        emails=_alike(keys, _EMAIL),
        phones=_alike(keys, _PHONE),
        birthday=_named(keys, f"{_BIRTHDAY_IN_ENGLISH} {_BIRTHDAY}"),
        is_day_first=bool(_named(keys, _BIRTHDAY)),
        event_labels=tuple(at for at, key in enumerate(keys) if _OF_EVENT.fullmatch(key)),
        groups=_named(keys, _GROUPS),
        household=_named(keys, _HOUSEHOLD),
        relations=_relations(keys),
    )


def _meant(key: str, keys: Sequence[str]) -> str:
    another = _BESIDE_ANOTHER.get(key)
    return another[1] if another and another[0] in keys else key


def _named(keys: Sequence[str], names: str) -> tuple[int, ...]:
    return tuple(at for at, key in enumerate(keys) if key in names.split())


def _relations(keys: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Google's: "Relation 1 - Label" (or Type) and "Relation 1 - Value"."""
    found: dict[str, dict[bool, int]] = {}
    for at, key in enumerate(keys):
        if match := _OF_RELATION.fullmatch(key):
            found.setdefault(match[1], {})[bool(match[2])] = at
    return tuple((each[False], each[True]) for each in found.values() if len(each) > 1)


def _alike(keys: Sequence[str], pattern: re.Pattern[str]) -> tuple[int, ...]:
    return tuple(at for at, key in enumerate(keys) if pattern.search(key) and not _BESIDE.search(key))
