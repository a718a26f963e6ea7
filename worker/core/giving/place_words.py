"""Place words are cities in the spellings of six languages by airport code, and what is no city: two small tables.

Read by `trip.py`. Folded (no accents, no capitals).
"""

from collections.abc import Mapping

_CITIES = """
ams: amsterdam | ath: athens athen atenas athenes atene | atl: atlanta | bcn: barcelona barcelone barcellona
beg: belgrade belgrad belgrado | ber txl sxf: berlin berlim berlino | bio: bilbao | bos: boston
bru crl: brussels brussel bruxelles brussel bruselas bruxelas | bud: budapest | cdg ory: paris parigi
cgn: cologne koln colonia | chi ord: chicago | cop cph: copenhagen kopenhagen copenhague copenaghen
dfw: dallas | dub: dublin dublino | dus: dusseldorf | edi: edinburgh edimburgo edimbourg edinburgo
eze aep: buenos aires | fco cia: rome rom roma | flr: florence florenz florencia firenze | fra: frankfurt francoforte
gig sdu: rio de janeiro | gru cgh: sao paulo | gva: geneva genf ginebra geneve genebra ginevra
ham: hamburg hamburgo hambourg amburgo | hel: helsinki helsinque | ist saw: istanbul estambul istambul
jfk ewr lga: new york nova york nueva york | krk: krakow krakau cracovia cracovie | lax: los angeles
lhr lgw stn ltn: london londres londra | lis: lisbon lisboa lissabon lisbonne lisbona | lju: ljubljana laibach lubiana
lpz lej: leipzig lipsia | lyo lys: lyon lione | mad: madrid | man: manchester | mex: mexico city ciudad de mexico
mil mxp lin bgy: milan mailand milano milao | mrs: marseille marsella marselha marsiglia
muc: munich munchen munique monaco di baviera
nap: naples neapel napoles napoli | nce: nice nizza niza | nue: nuremberg nurnberg norimberga | opo: porto oporto
osl: oslo | otp: bucharest bukarest bucarest bucareste | prg: prague prag praga | rix: riga | sfo: san francisco
sea: seattle | sin: singapore singapur singapour singapura | sof: sofia | sto arn: stockholm estocolmo stoccolma
str: stuttgart stoccarda estugarda | svq: seville sevilla sevilha siviglia | szg: salzburg salzburgo salisburgo
tll: tallinn | trn: turin torino | tyo hnd nrt: tokyo tokio toquio | vce: venice venedig venecia venise veneza venezia
vie: vienna wien viena vienne | vlc: valencia valence | vno: vilnius wilna
waw: warsaw warschau varsovia varsovie varsavia
yul: montreal | yyz: toronto | zag: zagreb zagabria | zrh: zurich zuerich zurique zurigo
"""
"""Airport codes, then spellings; a spelling of several words stands as it is written."""

_WHOLE = (
    "rio de janeiro", "sao paulo", "new york", "nova york", "nueva york", "los angeles", "mexico city",
    "ciudad de mexico", "monaco di baviera", "san francisco", "buenos aires",
)  # fmt: skip


def cities_in(text: str) -> tuple[dict[str, str], dict[str, str]]:
    """The keys of cities by their codes, and by their spellings; the first code of a city is its key."""
    by_code, by_name = {}, {}
    for entry in text.replace("\n", " | ").split("|"):
        codes, _, names = (part.strip() for part in entry.partition(":"))
        if not codes:
            continue
        key = codes.split()[0]
        by_code.update(dict.fromkeys(codes.split(), key))
        for whole in _WHOLE:
            if whole in names:
                by_name[whole] = key
                names = names.replace(whole, " ")
        by_name.update(dict.fromkeys(names.split(), key))
    return by_code, by_name


_tables = cities_in(_CITIES)
CITY_BY_CODE: Mapping[str, str] = _tables[0]
"""Airport code → the city's key."""
CITY_BY_NAME: Mapping[str, str] = _tables[1]
"""Spelling → the city's key."""

COUNTRIES = frozenset(
    """
    germany deutschland alemania allemagne alemanha germania austria osterreich autriche switzerland schweiz suiza
    suisse suica svizzera france frankreich francia franca spain spanien espana espagne espanha spagna portugal
    portogallo italy italien italia italie brazil brasilien brasil bresil brasile netherlands nederland niederlande
    belgium belgien belgica belgique belgio poland polen polska polonia pologne usa us united states uk
    united kingdom england great britain ireland irland irlanda irlande denmark danmark danemark sweden schweden
    sverige suecia norway norwegen norge noruega finland finnland suomi greece griechenland grecia grece
    czechia tschechien japan japon giappone mexico argentina canada kanada europe europa
    """.split()  # noqa: SIM905  # a list of eighty quoted words reads worse
)

TRAVEL = (
    "flight*", "fly to", "flying to", "train", "train to", "hotel*", "airbnb", "trip", "trip to", "travel to",
    "airport",
    "hostel*", "flug*", "fliegen", "zug", "zug nach", "bahn", "bahn nach", "ice nach", "reise nach", "*reise", "reise",
    "vuelo*", "viaje*", "tren a", "tren", "vol", "vols", "voyage*", "tgv", "train pour", "voo", "voos", "viagem",
    "viagens", "trem", "comboio", "volo", "voli", "viaggio*", "treno", "pension", "herberge*",
)  # fmt: skip
"""A title with one of these tells of a journey."""
