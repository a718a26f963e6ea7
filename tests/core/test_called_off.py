"""A meeting with guests whose title says that it did not take place is none; what only tells of such things is one."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.core.test_judge import ADA, ME, NOW, judge, meeting, met, why_not
from worker.core.giving.agenda import booked_in
from worker.core.titles.called_off import is_called_off

OFF = {
    "en": """Canceled: Coffee|Cancelled: 1:1|Coffee with Ada cancelled|[CANCELLED] Lunch|CANCELLED Team lunch|CANCELLED
        Canceled event: Lunch|Postponed to next week: lunch|Lunch with Ada called off|Dinner is cancelled due to snow
        Cancelled lunch with Ada|Lunch with Ada was cancelled|*Cancelled* Lunch|Lunch cancelled :(|(canceled) lunch
        Lunch with Ada - couldn't make it|Lunch (Ada sick)|Lunch – no-show|Lunch with Ada, unfortunately cancelled
        Lunch (cancellation)|Dinner, postponed|Cinema fell through""",
    "de": """Fällt aus: Kaffee mit Ada|Abgesagt: Kaffee|Kaffee mit Ada verschoben|Kaffee mit Ada fiel aus
        Entfällt: Jour fixe
        Kaffee mit Ada (abgesagt)|ABGESAGT: Kaffee|Kaffee verschoben auf Freitag|Kaffee fällt leider aus|Kaffee entfällt
        Kaffee, Ada hat abgesagt|Kaffee mit Ada (kam nicht)|Kaffee mit Ada - krank|Faellt aus: Kaffee|Kaffee (Absage)
        Verschoben auf 12.3.: Kaffee|Abgesagt wegen Schnee: Wanderung
        Kaffee ins Wasser gefallen|Kaffee – verlegt auf Juni""",
    "es": """Cancelado: café con Ada|Cena cancelada|Café con Ada cancelado por lluvia|Cancelado café con Ada
        Cena aplazada
        Café con Ada - no vino|Café con Ada se suspendió|Evento cancelado: cena|Cena pospuesta al jueves
        Café (anulado)""",
    "fr": """Annulé : dîner|Dîner annulé|Dîner avec Ada – reporté|Réunion annulée|Souper – malade
        Réunion annulée : budget
        Dîner reporté à jeudi|Dîner avec Ada annulé pour cause de grève|Dîner – partie remise|Annulation : dîner
        Le dîner n’a pas eu lieu|Souper (remis)""",
    "pt": """Desmarcado: almoço|Almoço com Ada adiado para sexta|Cancelado: almoço|Almoço (cancelado)
        Almoço não aconteceu
        Almoço com Ada – não veio|Jantar remarcado|Evento cancelado: jantar|Jantar foi adiado""",
    "it": """Annullato: pranzo|Cena rinviata a lunedì|Cena con Ada (annullata)|Annullato pranzo con Ada|Cena disdetta
        Evento annullato: cena|Pranzo rimandato al 12|Cena con Ada – non è venuta|Cena (saltata)""",
    "others": "Geannuleerd: koffie|Inställt: fika|Aflyst: kaffe|Avlyst: kaffe|Peruutettu: kahvi|Odwołane: kawa",
    "signs": "❌ Lunch|Lunch 🚫|~~Lunch with Ada~~",
}
ON = {
    "en": """Discuss cancelled order|Cancelled orders review|Cancellation policy|Reschedule planning|Day off planning
        Rescheduled flights workshop|Why was the launch postponed|Meeting: cancelled projects|Review of postponed tasks
        Cancelled subscriptions sync|Team offsite|Skip level 1:1|Flu vaccination|Weekly sync (moved to Fridays)
        Missed opportunities workshop|CANCELLED ORDERS|Moved to the new office: party|Discuss why it was cancelled
        Lunch postponed to 1pm""",
    "de": """Absage Firma Müller besprechen|Warum ausgefallen: Ursachen|Besprechung stornierte Rechnungen|Storno klären
        Falls es regnet: Kino|Wie krank ist das?|Absagen schreiben|Kaffee mit Ada, verlegt ins Café|Ausfall der Heizung
        Fällt der Apfel weit vom Stamm|Kaffee verschoben auf 15 Uhr|Verschoben auf 15:30: Kaffee|Verlegt auf 9 Uhr""",
    "es": "Hablar de lo cancelado|Política de cancelaciones|Puente colgante suspendidos|Salto de longitud",
    "fr": "Remise des prix|Reportage photo|Discuter du vol annulé|Rapport annuel|Déplacé : réunion",
    "pt": "Falar do voo cancelado|Remarcação de férias|Passado e futuro",
    "it": "Salta: tango|Salto nel vuoto|Discutere del volo annullato|Pollo saltato",
    "signs": "☕ Ada|Lunch ✔|❤ Ada",
}


def listed(table: dict[str, str]) -> list[str]:
    return [title.strip() for row in table.values() for line in row.splitlines() for title in line.split("|")]


@pytest.mark.parametrize("title", listed(OFF))
def test_who_calls_it_off_in_the_title_met_nobody(title: str) -> None:
    """Before it, after it, or in a part of its own; in six languages, as offices write and as people do."""
    found = judge(meeting(ME, ADA, title=title))

    assert met(found) == []
    assert why_not(found) == {ADA.address: "cancelled"}


@pytest.mark.parametrize("title", listed(ON))
def test_a_meeting_about_such_things_takes_place(title: str) -> None:
    """A cancelled order, a policy, a prize-giving; and what was moved may stand at its new hour."""
    assert met(judge(meeting(ME, ADA, title=title))) == [ADA.address]


def test_what_is_called_off_ahead_is_no_meeting_to_come() -> None:
    """It promises nobody, and takes nobody's time."""
    ahead = meeting(ME, ADA, started_at=NOW + timedelta(days=3), ended_at=NOW + timedelta(days=3, hours=1))
    off = replace(ahead, title="Fällt aus: Tee")

    assert met(judge(ahead)) == [ADA.address]
    assert met(judge(off)) == []
    assert len(list(booked_in([ahead], frozenset({ME.address})))) == 1
    assert list(booked_in([off], frozenset({ME.address}))) == []


def test_a_private_title_says_it_too() -> None:
    """Where private entries are learnt from at all; it is quoted nowhere."""
    assert is_called_off("") is False
    assert met(judge(meeting(ME, ADA, title="Abgesagt: Tee", is_private=True))) == []
