"""A Windows zone is a time zone as Microsoft calls it: by its name, as a list shows it, or as an offset.

Part of step 1 of 5. Pure. Sources: names by CLDR's windowsZones (through icalendar); what lists show by Microsoft's
"Default Time Zones" and, after a bar, by older Windows and by Zimbra, which shows them with dots and slashes. A name
that does not lead to exactly one zone leads to none: it is told, never guessed.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

_LONGEST_NAME = 255
_OLD_NAMES = {
    "armenian standard time": "Asia/Yerevan",
    "kamchatka standard time": "Asia/Kamchatka",
    "malay peninsula standard time": "Asia/Singapore",
    "mexico standard time": "America/Mexico_City",
    "mexico standard time 2": "America/Mazatlan",
    "tzone://microsoft/utc": "UTC",
}
_SHOWN = """
Dateline Standard Time: International Date Line West
Aleutian Standard Time: Aleutian Islands
Hawaiian Standard Time: Hawaii
Marquesas Standard Time: Marquesas Islands
Alaskan Standard Time: Alaska
Pacific Standard Time (Mexico): Baja California | Tijuana, Baja California
Pacific Standard Time: Pacific Time (US & Canada) | Pacific Time (US & Canada), Tijuana
US Mountain Standard Time: Arizona
Mountain Standard Time (Mexico): La Paz, Mazatlan | Chihuahua, La Paz, Mazatlan
Mountain Standard Time: Mountain Time (US & Canada)
Yukon Standard Time: Yukon
Central America Standard Time: Central America
Central Standard Time: Central Time (US & Canada)
Easter Island Standard Time: Easter Island
Central Standard Time (Mexico): Guadalajara, Mexico City, Monterrey
Canada Central Standard Time: Saskatchewan
SA Pacific Standard Time: Bogota, Lima, Quito, Rio Branco | Bogota, Lima, Quito
Eastern Standard Time (Mexico): Chetumal
Eastern Standard Time: Eastern Time (US & Canada)
Haiti Standard Time: Haiti
Cuba Standard Time: Havana
US Eastern Standard Time: Indiana (East)
Turks And Caicos Standard Time: Turks and Caicos
Paraguay Standard Time: Asuncion
Atlantic Standard Time: Atlantic Time (Canada)
Venezuela Standard Time: Caracas
Central Brazilian Standard Time: Cuiaba
SA Western Standard Time: Georgetown, La Paz, Manaus, San Juan | Manaus | Caracas, La Paz
Pacific SA Standard Time: Santiago
Newfoundland Standard Time: Newfoundland
Tocantins Standard Time: Araguaina
E. South America Standard Time: Brasilia
SA Eastern Standard Time: Cayenne, Fortaleza | Buenos Aires, Georgetown
Argentina Standard Time: City of Buenos Aires | Buenos Aires
Greenland Standard Time: Greenland
Montevideo Standard Time: Montevideo
Magallanes Standard Time: Punta Arenas
Saint Pierre Standard Time: Saint Pierre and Miquelon
Bahia Standard Time: Salvador
Azores Standard Time: Azores
Cape Verde Standard Time: Cabo Verde Is. | Cape Verde Is.
UTC: Coordinated Universal Time
GMT Standard Time: Dublin, Edinburgh, Lisbon, London | Greenwich Mean Time, Dublin, Edinburgh, Lisbon, London
Greenwich Standard Time: Monrovia, Reykjavik | Casablanca, Monrovia | Casablanca, Monrovia, Reykjavik
Sao Tome Standard Time: Sao Tome
Morocco Standard Time: Casablanca
W. Europe Standard Time: Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna
Central Europe Standard Time: Belgrade, Bratislava, Budapest, Ljubljana, Prague
Romance Standard Time: Brussels, Copenhagen, Madrid, Paris
Central European Standard Time: Sarajevo, Skopje, Warsaw, Zagreb
W. Central Africa Standard Time: West Central Africa
Jordan Standard Time: Amman
GTB Standard Time: Athens, Bucharest | Athens, Bucharest, Istanbul | Athens, Beirut, Istanbul, Minsk | Bucharest
Middle East Standard Time: Beirut
Egypt Standard Time: Cairo
E. Europe Standard Time: Chisinau
Syria Standard Time: Damascus
West Bank Standard Time: Gaza, Hebron
South Africa Standard Time: Harare, Pretoria
FLE Standard Time: Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius
Israel Standard Time: Jerusalem
South Sudan Standard Time: Juba
Kaliningrad Standard Time: Kaliningrad
Sudan Standard Time: Khartoum
Libya Standard Time: Tripoli
Namibia Standard Time: Windhoek
Arabic Standard Time: Baghdad
Turkey Standard Time: Istanbul
Arab Standard Time: Kuwait, Riyadh
Belarus Standard Time: Minsk
Russian Standard Time: Moscow, St. Petersburg | Moscow, St. Petersburg, Volgograd
E. Africa Standard Time: Nairobi
Volgograd Standard Time: Volgograd
Iran Standard Time: Tehran
Arabian Standard Time: Abu Dhabi, Muscat
Astrakhan Standard Time: Astrakhan, Ulyanovsk
Azerbaijan Standard Time: Baku
Russia Time Zone 3: Izhevsk, Samara
Mauritius Standard Time: Port Louis
Saratov Standard Time: Saratov
Georgian Standard Time: Tbilisi
Caucasus Standard Time: Yerevan | Baku, Tbilisi, Yerevan
Afghanistan Standard Time: Kabul
West Asia Standard Time: Ashgabat, Tashkent | Tashkent | Islamabad, Karachi, Tashkent
Ekaterinburg Standard Time: Ekaterinburg
Pakistan Standard Time: Islamabad, Karachi
Qyzylorda Standard Time: Astana | Qyzylorda
India Standard Time: Chennai, Kolkata, Mumbai, New Delhi
Sri Lanka Standard Time: Sri Jayawardenepura
Nepal Standard Time: Kathmandu
Central Asia Standard Time: Bishkek | Astana, Dhaka
Bangladesh Standard Time: Dhaka
Omsk Standard Time: Omsk
Myanmar Standard Time: Yangon (Rangoon) | Rangoon
SE Asia Standard Time: Bangkok, Hanoi, Jakarta
Altai Standard Time: Barnaul, Gorno-Altaysk
W. Mongolia Standard Time: Hovd
North Asia Standard Time: Krasnoyarsk
N. Central Asia Standard Time: Novosibirsk | Almaty, Novosibirsk
Tomsk Standard Time: Tomsk
China Standard Time: Beijing, Chongqing, Hong Kong, Urumqi
North Asia East Standard Time: Irkutsk | Irkutsk, Ulaan Bataar
Singapore Standard Time: Kuala Lumpur, Singapore
W. Australia Standard Time: Perth
Taipei Standard Time: Taipei
Ulaanbaatar Standard Time: Ulaanbaatar
Aus Central W. Standard Time: Eucla
Transbaikal Standard Time: Chita
Tokyo Standard Time: Osaka, Sapporo, Tokyo
North Korea Standard Time: Pyongyang
Korea Standard Time: Seoul
Yakutsk Standard Time: Yakutsk
Cen. Australia Standard Time: Adelaide
AUS Central Standard Time: Darwin
E. Australia Standard Time: Brisbane
AUS Eastern Standard Time: Canberra, Melbourne, Sydney
West Pacific Standard Time: Guam, Port Moresby
Tasmania Standard Time: Hobart
Vladivostok Standard Time: Vladivostok
Lord Howe Standard Time: Lord Howe Island
Bougainville Standard Time: Bougainville Island
Russia Time Zone 10: Chokurdakh
Magadan Standard Time: Magadan
Norfolk Standard Time: Norfolk Island
Sakhalin Standard Time: Sakhalin
Central Pacific Standard Time: Solomon Is., New Caledonia | Magadan, Solomon Is., New Caledonia
Russia Time Zone 11: Anadyr, Petropavlovsk-Kamchatsky
New Zealand Standard Time: Auckland, Wellington
Fiji Standard Time: Fiji | Fiji, Kamchatka, Marshall Is.
Chatham Islands Standard Time: Chatham Islands
Tonga Standard Time: Nuku'alofa
Samoa Standard Time: Samoa
Line Islands Standard Time: Kiritimati Island
"""
_HEAD = re.compile(r"\(?(UTC|GMT)\s*(?:([+-])(\d{1,2})(?:[:.]?(\d\d))?)?\)?\s*", re.IGNORECASE | re.ASCII)
_COMMA = re.compile(r"\s*[,;/]\s*|\s+-\s+|\s*:\s+")
_SAMPLE_YEARS = range(1990, 2031, 2)


def windows_name_of(tzid: str) -> str | None:
    """The IANA name behind one of Microsoft's names; None where there is none, or more than one could be meant."""
    text = tzid.strip().strip("/\"'").strip()
    if not text or len(text) > _LONGEST_NAME:
        return None
    if name := _names().get(text.casefold()):
        return name
    head = _HEAD.match(text)
    if head is not None and head.end() == len(text):
        return _name_at(head)
    return (
        _shown_name_of(_folded(text[head.end() :]), _offset_of(head))
        if head
        else _shown_name_of(_folded(text))
    )


@cache
def _names() -> Mapping[str, str]:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return _OLD_NAMES | {name.casefold(): iana for name, iana in WINDOWS_TO_OLSON.items()}


def _name_at(head: re.Match[str]) -> str | None:
    """ "UTC+01:00", as a name: a zone of that offset.

    "GMT+1" may mean either side of Greenwich, and "(UTC+01:00)" has lost its places: they mean nothing.
    """
    base, sign, hours, minutes = head.groups()
    is_either = minutes is None and base.upper() == "GMT"
    if sign is None or is_either or minutes not in (None, "00") or head[0].startswith("("):
        return None
    hour = -int(hours) if sign == "+" else int(hours)  # in "Etc/GMT-1" the sign is turned around (POSIX)
    return "UTC" if hour == 0 else f"Etc/GMT{hour:+}" if -14 <= hour <= 12 else None


def _offset_of(head: re.Match[str]) -> timedelta:
    _, sign, hours, minutes = head.groups()
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    return -offset if sign == "-" else offset


def _folded(shown: str) -> str:
    """One form for commas, dots, slashes, ampersands and capitals."""
    return ", ".join(_COMMA.split(shown.casefold().replace("&", "and").strip()))


def _shown_name_of(shown: str, offset: timedelta | None = None) -> str | None:
    """By the whole of what is shown, else by those of its places that are known: all have to mean one zone.

    Then a list in another language ("Berlin, Bern, Rom, Wien") is understood by what it has in common with ours.
    """
    whole, by_place = _shown_zones()
    if shown in whole:
        zones = {whole[shown]}
    else:
        known = [by_place[place] for place in shown.split(", ") if place in by_place]
        zones = set.intersection(*known) if known else set()
    names = {_names()[zone] for zone in zones}
    fitting = [name for name in names if offset is None or _has_had(name, offset)]
    return fitting[0] if len(fitting) == 1 else None


@cache
def _shown_zones() -> tuple[Mapping[str, str], Mapping[str, set[str]]]:
    """Zone by all that is shown, and zones by each place in it."""
    whole: dict[str, str] = {}
    by_place: dict[str, set[str]] = defaultdict(set)
    for zone, shown in _rows():
        whole[_folded(shown)] = zone
        for place in _folded(shown).split(", "):
            by_place[place].add(zone)
    return whole, dict(by_place)


def _rows() -> Iterable[tuple[str, str]]:
    for line in _SHOWN.strip().splitlines():
        zone, _, rest = line.partition(": ")
        yield from ((zone.casefold(), shown) for shown in rest.split(" | "))


@lru_cache(maxsize=256)
def _has_had(name: str, offset: timedelta) -> bool:
    """Whether the zone's clocks have shown this offset in a winter or summer that calendars tell of."""
    zone = ZoneInfo(name)
    days = (datetime(year, month, 1, tzinfo=UTC) for year in _SAMPLE_YEARS for month in (1, 7))
    return any(day.astimezone(zone).utcoffset() == offset for day in days)
