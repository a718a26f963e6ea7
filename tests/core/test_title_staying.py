"""Staying with somebody is time together; being away, or looking after their home, is not."""

import pytest

from tests.core.title_books import book_of, counted

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
    ],
)
def test_somebody_away_is_not_met(title: str) -> None:
    """Nor is whose flowers are watered meanwhile."""
    assert counted(title, PACO) == frozenset()
