"""Plain titles say that two met, and nothing that could be asked after: "Umzug", "Family dinner", "Copos"."""

import pytest

from tests.core.bonds import met
from worker.core.giving.topic import topic_of

PLAIN = {
    "with": """Lunch|Movie night|Errands|Pool|Sleepover|Staying overnight|Cookout|Potluck|Takeout|Sushi|Ice cream
        Girls night|Baby shower|Thanksgiving|Christmas|Seder|Game night|Drop off|School run|Help move|Ikea|Stop by
        Haircut|Family dinner|Parents|Work stuff|Something|Open house|Night out|Pints|Evening|Weekend|Key handover""",
    "mit": """Mittag|Abend|Wochenende|Feierabend|Vesper|Eis essen|Übergabe|Wohnungsübergabe|Sachen abholen|Kneipe
        Spieleabend|Umzug|Umzugshilfe|Familie|Büro|Mittagspause|Weihnachten|Silvester|Klönschnack|Plausch|Friseur
        Spielplatz|Einkaufen|Schulung|Kantine|Nachtisch|Übernachtung|Mädelsabend""",
    "con": """Copas|Tapas|Vermut|Tomar algo|Tarde|Noche|Finde|Fin de semana|Barbacoa|Nochevieja|Mudanza|Comida familiar
        Casa|Sobremesa|Ponernos al día|Niños|Clase|Partido|Serata|Bevuta|Fine settimana|Trasloco|Due chiacchiere
        Pranzo in famiglia|Rimpatriata|Grigliata|Consegna chiavi""",
    "avec": """Verre|Sortie|Resto|Bouffe|Soir|Midi|Week-end|Raclette|Noël|Réveillon|Déménagement|Repas famille|Boulot
        Pause café|Crémaillère|Baby-sitting|Papoter|Remise des clés|Après-midi|Enfants""",
    "com": """Copos|Petiscos|Imperial|Bica|Tasca|Estar|Ir ter|Noite|Fim de semana|Natal|Mudança|Almoço de família
        Crianças|Boleia|Barzinho|Chopinho|Entrega das chaves|Aula|Feijoada""",
}
TELLING = ["Tennis", "Museum", "Theatre", "Beekeeping", "Padel", "Rudern", "Weihnachtsmarkt", "Romería"]


@pytest.mark.parametrize(
    "title",
    [
        f"{title.strip()} {company} Ana"
        for company, titles in PLAIN.items()
        for line in titles.splitlines()
        for title in line.split("|")
    ],
)
def test_a_plain_title_is_no_topic(title: str) -> None:
    """Nobody is asked what surprised them about it."""
    assert topic_of(met(3, title), own=("ana",), names=("ana",)) == ""


@pytest.mark.parametrize("title", TELLING)
def test_what_two_do_together_is_one(title: str) -> None:
    """So that not everything is plain."""
    assert topic_of(met(3, f"{title} with Ana"), own=("ana",), names=("ana",))


@pytest.mark.parametrize(
    "title", ["Dîner Bénédicte / Anne-Laure", "Expo - Sam", "Brunch with Sam & Jo", "Anniv cousins"]
)
def test_who_was_there_is_no_topic(title: str) -> None:
    """Nobody is asked what they think of first when they think of “Anne-Laure”."""
    said = topic_of(met(3, title), own=("benedicte",), names=())

    assert said in ("", "Expo")
