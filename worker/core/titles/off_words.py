"""Off words say that what a title tells of did not take place, or not then: "Souper avec Nadège – remis".

Read by `title_words.py` (single words, wherever they stand) and `title_names.py` (phrases). Folded. A word that means
another thing as well ("pollo saltato", "a reporter", "Remise des prix") stands in a phrase, or for a part of its own.
"""

import re

from worker.core.fold import folded, folded_words
from worker.core.lexicon import Grid, Lexicon, entries

OFF = (
    # en
    "cancelled canceled cancel canc cancels cancelling canceling cancellation postponed postpone postponing "
    "reschedule rescheduled rescheduling rebooked raincheck noshow bailed scrapped didn didnt missed skipped "
    "skipping declined "
    # de
    "abgesagt abgesagte abgsagt abgseit absage absagen entfallt entfallen entfiel ausgefallen fallt verschoben "
    "verschobe verschieben verschiebt vertagt vertagen aufgeschoben storniert gecancelt gecancelled geplatzt "
    "abgeblasen ausfallen "
    # es
    "cancelado cancelada cancelar cancelamos anulado anulada anular aplazado aplazada aplazar "
    "pospuesto pospuesta posponer postergado postergada postergar reprogramado reprogramada reprogramar reagendado "
    "reagendada reagendar suspendido suspendida "
    # fr
    "annule annulee annules annulees annuler annulation reporte reportee reportes reportees remis ajourne ajournee "
    "repousse repoussee repousser replanifie replanifiee decommande decommandee contremande contremandee cancelle "
    "cancellee canceller "
    # pt
    "desmarcado desmarcada desmarcar desmarcou desmarquei adiado adiada adiar adiou adiamos remarcado remarcada "
    "remarcar remarcou cancelou cancelei furou suspensa "
    # it
    "annullato annullata annullare rimandato rimandata rimandare rinviato rinviata rinviare posticipato posticipata "
    "disdetto disdetta disdire cancellato cancellata riprogrammato riprogrammata paccato paccata bidonato "
    # nl, pl, sv
    "geannuleerd afgezegd uitgesteld odwolane odwolany przelozone installt instalt uppskjutet "
)
"""Wherever they stand: of the title nothing took place."""

_WAYS: Grid = {
    "put off": """
        en: no show, called off, calling off, call off, rain check, is off, was off, stood me up, stood us up,
            put off, putting off, pushed to, pushed it, pushed back, pushed out, push back, bumped to, fell through,
            moved to next, moved to later, moved to tomorrow, moved to another, moved to mon*, moved to tue*,
            moved to wed*, moved to thu*, moved to fri*, moved to sat*, moved to sun*, moved to jan*, moved to feb*,
            moved to mar*, moved to apr*, moved to may, moved to june, moved to july, moved to aug*, moved to sep*,
            moved to oct*, moved to nov*, moved to dec*
        de: fiel aus, fallen aus, sagt ab, sagte ab, verlegt auf, wird nachgeholt, ins wasser gefallen, auf spater,
            neuer termin folgt
        es: no se hizo, no se dio, no pudo ser, se cayo el, se cayo la, cancelo la, cancelo el, se cancel*,
            se suspend*, se pospu*, se posterg*, movido al, movida al, movido para, movida para, pasado al, pasada al,
            corrido para, corrida para, para otro dia, dejo plantad*, a reprogramar
        fr: remise a plus, remise a une, remise a la semaine, remise a demain, partie remise, a remettre,
            remettre a plus, a replanifier, decale au, decalee au, decale a lundi, deplace au, deplacee au,
            deplace a lundi, differe au, tombe a l eau, pose un lapin, s est desist*, n a pas eu lieu, remise au lundi,
            remise au mardi, remise au mercredi, remise au jeudi, remise au vendredi, remise au samedi,
            remise au dimanche
        pt: transferido para, transferida para, transferido pra, passado para, passada para, mudado para, mudada para,
            fica para a proxima, fica pra proxima, ficou para a proxima, ficou pra proxima, fica para outro,
            ficou para outro, fica pra outro, ficou pra outro, ficou para depois, ficou pra depois, fica para depois,
            fica pra depois, deu bolo, levei bolo, a remarcar
        it: spostato a, spostato al, spostata a, spostata al, slittato a, slittata a, e saltato, e saltata,
            cena saltata, pranzo saltato, data da destinarsi, tirato pacco, dato buca, da riprogrammare
        """,
}  # fmt: skip
_ALONE: Grid = {
    "put off": """
        en: off, moved, pushed, bumped
        de: verlegt, ausfall
        es: movido, movida, se cayo
        fr: a reporter, remise, deplace, deplacee, decale, decalee, differe, suspendu
        pt: suspenso, transferido, transferida
        it: salta, saltato, saltata, sospeso, sospesa, spostato, spostata, slittato, slittata
        """,
}  # fmt: skip
"""Parts of a title that say nothing else."""
_PHRASES, _PARTS_OFF = Lexicon(entries(_WAYS)), frozenset(entries(_ALONE))
_PARTS = re.compile(r"\s[-–—]+\s|[-=]+>|[–—:;,()|/\[\].!?…•·*→]+")
_STRUCK = re.compile(r"~~\S.*~~")


def is_put_off(title: str) -> bool:
    """Whether more than one word says so, or one that is all of its part: "Cena con Ana (saltata)"; or it is struck."""
    if _STRUCK.search(title) or _PHRASES.is_in(folded_words(title)):
        return True
    parts = (" ".join(folded_words(part)) for part in _PARTS.split(folded(title)))
    return any(part in _PARTS_OFF for part in parts)
