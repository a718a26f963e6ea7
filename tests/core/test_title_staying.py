"""Staying with somebody is time together; being away, or looking after their home, is not."""

import pytest

from tests.core.title_books import book_of, counted, named

PACO = book_of("Paco Jiménez")


@pytest.mark.parametrize(
    "title",
    [
        "Stay at Paco's",
        "Staying at Paco's place",
        "Staying with Paco",
        "Weekend at Paco's",
        "Vacation at Paco's",
        "Overnight at Paco's",
        "We visit Paco",
        "Cádiz, Ferienwohnung bei Paco",
        "Übernachtung bei Paco",
        "Urlaub bei Paco",
        "Urlaub in Cádiz bei Paco",
        "Herbstferien bei Paco",
        "Osterwochenende bei Paco",
        "Wir besuchen Paco",
        "Ich besuche Paco",
        "Vacaciones en casa de Paco",
        "Fin de semana en casa de Paco",
        "Dormir en casa de Paco",
        "Vamos a ver a Paco",
        "Séjour chez Paco",
        "Vacances chez Paco",
        "Nuit chez Paco",
        "On dort chez Paco",
        "Vacanze da Paco",
        "Vacanze a casa di Paco",
        "Fine settimana da Paco",
        "Cena da Paco",
        "Cena venerdì da Paco",
        "Grigliata da Paco",
        "Spritz da Paco",
        "Pizza da Paco",
        "Serata da Paco",
        "Stasera da Paco",
        "Domenica da Paco",
        "Pranzo domenica da Paco",
        "Dormire da Paco",
        "Capodanno da Paco",
        "Férias na casa do Paco",
        "Fim de semana na casa do Paco",
        "Pernoite na casa do Paco",
        "Vakantie bij Paco",
    ],
)
def test_staying_with_somebody_is_meeting_them(title: str) -> None:
    """And so is going to see them, in six languages."""
    assert counted(title, PACO) == {"Paco Jiménez"}


@pytest.mark.parametrize(
    "title",
    [
        "Urlaub Paco",
        "Paco on vacation",
        "Vacaciones Paco",
        "Congés Paco",
        "Ferie Paco",
        "Férias Paco",
        "Blumen gießen bei Paco",
        "Blumen gießen bei Paco (Urlaub)",
        "Urlaub: Blumen gießen bei Paco",
        "Katze füttern bei Paco in den Ferien",
        "Water the plants at Paco's, vacation",
        "Festa da Paco",
        "Pacco da Paco",
        "Mail da Paco",
        "Ritiro pacco domani da Paco",
        "Volo domenica da Paco",
    ],
)
def test_somebody_away_is_not_met(title: str) -> None:
    """Nor is whose flowers are watered meanwhile."""
    assert counted(title, PACO) == frozenset()


def test_nobody_is_stayed_with_at_leonardo_da_vinci() -> None:
    """There "da" is a part of the name; and a Domenica is met by name for all that."""
    assert named("Mostra Leonardo da Vinci", book_of("Leonardo Rossi")) == []
    assert named("Ordine da Amazon", PACO) == []
    assert counted("Cena con Domenica", book_of("Domenica Conti")) == {"Domenica Conti"}
