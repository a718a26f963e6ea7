"""Off words say that what a title tells of did not take place, or not then: "Souper avec Nadège – remis".

Or that nothing came of it: "Vermut con Paqui - no pudo venir". Read by `title_words.py` (single words, wherever they
stand), `title_names.py` and `worker/core/giving/topic.py`. Folded. A word that means another thing as well ("pollo
saltato", "a reporter", "Remise des prix") stands in a phrase, or for a part of its own.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import dropwhile

from worker.core.fold import folded, folded_words, word_set
from worker.core.lexicon import Grid, Lexicon, entries

OFF = (
    # en
    "cancelled canceled cancel canc cancels cancelling canceling cancellation postponed postpone postponing "
    "reschedule rescheduled rescheduling rebooked raincheck noshow bailed scrapped didn didnt missed skipped "
    "skipping declined bails flaked "
    # de
    "abgesagt abgesagte abgsagt abgseit absage absagen entfallt entfallen entfiel ausgefallen fallt verschoben "
    "verschobe verschieben verschiebt vertagt vertagen aufgeschoben storniert gecancelt gecancelled geplatzt "
    "abgeblasen ausfallen krankgemeldet "
    # es
    "cancelado cancelada cancelar cancelamos anulado anulada anular aplazado aplazada aplazar "
    "pospuesto pospuesta posponer postergado postergada postergar reprogramado reprogramada reprogramar reagendado "
    "reagendada reagendar suspendido suspendida cancelo cancelaron cancelan plantazo "
    # fr
    "annule annulee annules annulees annuler annulation reporte reportee reportes reportees remis ajourne ajournee "
    "repousse repoussee repousser replanifie replanifiee decommande decommandee contremande contremandee cancelle "
    "cancellee canceller "
    # pt
    "desmarcado desmarcada desmarcar desmarcou desmarquei adiado adiada adiar adiou adiamos remarcado remarcada "
    "remarcar remarcou cancelou cancelei cancelaram furou furaram adoeceu suspensa "
    # it
    "annullato annullata annullare rimandato rimandata rimandare rinviato rinviata rinviare posticipato posticipata "
    "disdetto disdetta disdire cancellato cancellata riprogrammato riprogrammata paccato paccata bidonato "
    # nl, pl, sv
    "geannuleerd afgezegd uitgesteld odwolane odwolany przelozone installt instalt uppskjutet "
)
"""Wherever they stand: of the title nothing took place."""

WAYS: Grid = {
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
            deplace a lundi, differe au, tombe a l eau, pose un lapin, s est desist*, n a pas eu lieu,
            remise au lundi, remise au mardi, remise au mercredi, remise au jeudi, remise au vendredi,
            remise au samedi, remise au dimanche
        pt: transferido para, transferida para, transferido pra, passado para, passada para, mudado para, mudada para,
            fica para a proxima, fica pra proxima, ficou para a proxima, ficou pra proxima, fica para outro,
            ficou para outro, fica pra outro, ficou pra outro, ficou para depois, ficou pra depois, fica para depois,
            fica pra depois, deu bolo, levei bolo, a remarcar
        it: spostato a, spostato al, spostata a, spostata al, slittato a, slittata a, e saltato, e saltata,
            cena saltata, pranzo saltato, data da destinarsi, tirato pacco, dato buca, da riprogrammare
        """,
    "swapped": """
        en: shift swap*, swapped with, swapped w, swapped shift*, swap shift*, late swap, early swap, night swap,
            rota swap*, rota change*
        de: dienst getauscht, diensttausch, schicht getauscht, schichttausch, tauscht dienst, tauscht schicht
        es: cambio de turno, cambio de guardia, cambio turno
        fr: echange de garde, echange de service, echange de poste, garde echangee
        pt: troca de turno, troca de plantao, troca de escala
        it: cambio turno, cambio di turno, scambio turno, scambio di turno
        """,
    "nobody came": """
        en: couldn t make, couldnt make, couldn t come, couldnt come, couldn t go, couldnt go, could not make,
            could not come, could not go, can t make it, cant make it, can t come, cant come, cannot make it,
            cannot come, unable to come, unable to make, unable to attend, won t make it, wont make it,
            wasn t able to, wasn t there, weren t there, did not come, did not go, did not make, did not show,
            did not happen, did not turn up, nobody came, no one came, nobody showed, nobody turned up,
            no one turned up, no showed, never happened, not happening, not feeling, ended up not, ditched me,
            ditched us, pulled out, backed out, never came, never showed, blew me off, blew us off, ghosted me,
            ghosted us, stood up by, got stood up, gave it a miss, called it off, rained off, rained out, snowed off,
            in the end no
        de: wurde nichts, wird nichts, nichts draus, nichts daraus, nichts geworden, mich versetzt, uns versetzt,
            versetzt worden, war verhindert, ist verhindert, fiel flach, fallt flach, sausen lassen,
            haben es gelassen, habs vergessen, hab s vergessen, niemand kam, niemand da, fiel ins wasser, wurde nix,
            wird nix, nix geworden, ging nicht, geht nicht, keine zeit, keine lust, kam nicht, kamen nicht, kam nie,
            nicht gekommen, doch nicht, nicht geklappt, klappt nicht, nicht geschafft, kann nicht, konnte nicht,
            konnten nicht, nicht erschienen, nicht aufgetaucht, nicht stattgefunden
        es: no vino, no vinieron, no vine, no vinimos, no viene nadie, no puede venir, no pueden venir, no puedo ir,
            no podemos ir, no pudo, no pudieron, no pude, no pudimos, no fui, no fuimos, no fueron, no aparec*,
            no se present*, no llego, no llegaron, no asisti*, no acudi*, no quiso, no quisieron, no quedamos,
            no nos vimos, no hubo, no se pudo, al final no, al final nada, finalmente no, tampoco vino, nadie vino,
            vino nadie, lo dejamos para, quedo en nada, dejaron plantad*, dejo tirad*, me planto, nos planto, se rajo,
            se rajaron, se echo atras, se echaron atras, se le olvido, se me olvido, se nos olvido, no ha podido,
            no ha venido, no han podido, no han venido, no he podido, no he ido, no hemos podido, no hemos ido,
            no podia, no podian, ni vino, ni fui, mejor otro dia, cancela a ultima, me cancela, nos cancela
        fr: n a pu venir, n ont pu venir, finalement non, au final non, au bout du compte non, jamais venu*,
            personne n est venu*, pas venu*, pas pu, peut pas, peux pas, finalement pas, pas eu lieu, s est pas fait,
            en fait non, ne vient plus, ne vient pas, faux bond, m a plante*, nous a plante*, laisse tomber,
            a eu un empechement, tombee a l eau
        pt: no fim nao, nao veio, nao vieram, nao vem, nao pode, nao puderam, nao pude, nao pudemos, nao fui,
            nao fomos, nao foi, nao foram, nao deu, nao rolou, nao aparec*, nao comparec*, nao consegui*,
            nao aconteceu, nao indo, afinal nao, deixou me pendurad*, baldou se, ninguem veio, ninguem foi,
            deu o bolo, deu um bolo, deu furo, deu cano, deu o cano, levei um bolo, deixou na mao, deixamos para,
            deixamos pra, deixamos de ir, me esqueci de ir
        it: saltata all, saltato all, non e potut*, non ce l ha, non ce l ho, non e venut*, non sono venut*,
            non viene, non ha potuto, non hanno potuto, non ho potuto, non puo venire, non sono andat*,
            non siamo andat*, non c era, non si e fatt*, non s e fatt*, non si fa, non si e presentat*, alla fine no,
            alla fine non, niente di fatto, nessuno e venuto, mai venut*, da buca, tirato il pacco, dato il pacco,
            tirato un bidone, dato forfait, lasciato perdere, lasciamo perdere
        """,
    "ill": """
        en: was ill, were ill, was sick, were sick, is ill, is sick, got ill, got sick, fell ill, fell sick, felt ill,
            felt sick, feeling ill, feeling sick, felt unwell, feeling unwell, was unwell, is unwell, called in sick,
            came down with
        de: war krank, waren krank, ist krank, sind krank, wurde krank, krank geworden, krank gemeldet, liegt flach,
            lag flach
        es: se puso mal*, se pusieron mal*, se puso enferm*, se encontraba mal, se encuentra mal, se sentia mal,
            estaba mala, estaba malo, estaba malita, estaba malito, estaban mal*, esta mala, esta malo, esta malita,
            esta malito, esta enferm*, estaba enferm*, cayo enferm*, cayo mala, cayo malo
        fr: est malade, etait malade, sont malades, etaient malades, tombe malade, tombee malade, etait souffrant*,
            est souffrant*
        pt: passou mal, passei mal, estava passando mal, ficou doente, fiquei doente, estava doente, esta doente,
            ta doente, tava doente
        it: era malat*, e malata, e malato, si e ammalat*, stava male, sta male, sentita male, sentito male,
            sta poco bene
        """,
}  # fmt: skip
ALONE: Grid = {
    "put off": """
        en: off, moved, pushed, bumped
        de: verlegt, ausfall
        es: movido, movida, se cayo
        fr: a reporter, remise, deplace, deplacee, decale, decalee, differe, suspendu
        pt: suspenso, transferido, transferida
        it: salta, saltato, saltata, sospeso, sospesa, spostato, spostata, slittato, slittata
        """,
    "nobody came": """
        en: couldn t, couldnt, could not, can t, cant, cannot, wasn t possible, ghosted, bail, flake, skip, we skip,
            skip it, forgot, forgot about it, absent, gave up, stayed home, stayed in, too tired, had to work,
            another day, another time
        de: versetzt, verhindert, gelassen, lassen wir, vergessen, gekniffen, ein andermal, musste arbeiten, zu mude
        es: no va, no fue, no puede, no pueden, no puedo, no podemos, no viene, no vienen, no vamos, lo dejamos,
            cancela, anula, anulo, plantado, plantada, planton, fallo, me fallo, nos fallo, tampoco, nadie,
            otro dia, se olvido, no sale
        fr: non, desiste, desistee, empeche, empechee, empechement, laisse tomber, une autre fois, absent, absente,
            oublie
        pt: no fim, faltou, faltei, faltaram, fura, furo, cancela, desistiu, desisti, desistimos, esqueci, esqueceu,
            imprevisto, outro dia
        it: niente, buca, bidone, annulla, cancella, impossibilitato, impossibilitata, imprevisto,
            dimenticato, dimenticata, un altra volta
        """,
    "ill": """
        en: flu, fever, migraine, a migraine, had a migraine
        de: grippe, fieber, migrane, hatte migrane, hatte fieber
        es: gripe, migrana
        fr: grippe, fievre, migraine
        pt: gripe, febre, enxaqueca
        it: influenza, febbre, emicrania
        """,
}  # fmt: skip
"""Parts of a title that say nothing else."""
_LONGEST_ILL = 2
_ILL = word_set(
    "ill sick unwell krank erkaltet enferma enfermo malita malito pachucha pachucho malade souffrant souffrante "
    "doente gripada gripado malata malato ammalata ammalato"
)
""" "(krank)", "Anna krank": parts that end so, and say at most whom it befell."""
BEFORE = word_set(
    "i he she they we s then in the end sadly ich er sie wir hab habe hat dann leider am ende yo el ella al final "
    "luego je j elle il on ils elles ai a finalement au lei lui poi ho ha alla fine eu ele ela la no fim"
)
"""What stands before these: "she forgot", "j’ai oublié", "al final nada"."""
_WORDS, _PHRASES, _PARTS_OFF = word_set(OFF), Lexicon(entries(WAYS)), frozenset(entries(ALONE))
_NOBODY, _NOBODY_ALONE = (
    Lexicon(entries({"nobody came": WAYS["nobody came"], "ill": WAYS["ill"]})),
    frozenset(entries({"nobody came": ALONE["nobody came"]})),
)
_OFTEN = word_set("call check come show termin viene vient vino")
"""They stand in a phrase, and in many titles of what took place."""


def _tells(entry: str) -> str:
    """The word of an entry that few other titles have: the longest of those that do not stand often."""
    return max(
        (word for word in entry.split() if "*" not in word), key=lambda word: (word not in _OFTEN, len(word))
    )


TELLING = _WORDS | _ILL | set(map(_tells, entries(WAYS, ALONE)))
"""One of these stands in every title that is put off, unless it is struck."""
PARTS = re.compile(r"\s[-–—]+\s|[-=]+>|[–—:;,()|/\[\].!?…•·*→]+")
_STRUCK = re.compile(r"~~\S.*~~")


def is_put_off(title: str, words: Iterable[str]) -> bool:
    """Whether a word says so, or several, or one that is all of its part: "Cena con Ana (saltata)"; or it is struck.

    `words` are the title's own, folded, as the caller has them: most titles need but one look at them.
    """
    if TELLING.isdisjoint(words) and "~~" not in title:
        return False
    words = folded_words(title)
    if is_struck(title) or not _WORDS.isdisjoint(words) or _PHRASES.is_in(words):
        return True
    return any(_is_off(folded_words(part)) for part in PARTS.split(folded(title)))


def is_struck(title: str) -> bool:
    """Whether a part of it is crossed out, as in Markdown."""
    return _STRUCK.search(title) is not None


def nobody_came(part: Sequence[str]) -> bool:
    """Whether that, or an illness, is what a part of a title tells, in folded words: "(kam nicht)", "– malade"."""
    bare = tuple(dropwhile(BEFORE.__contains__, part))
    begins = any(place.start == 0 for words in (part, bare) for place in _NOBODY.places(words))
    return begins or _is_ill(bare) or " ".join(bare) in _NOBODY_ALONE


def _is_off(part: Sequence[str]) -> bool:
    """Whether all that a part of a title says is that."""
    bare = tuple(dropwhile(BEFORE.__contains__, part))
    return _is_ill(bare) or " ".join(part) in _PARTS_OFF or " ".join(bare) in _PARTS_OFF


def _is_ill(bare: Sequence[str]) -> bool:
    return 0 < len(bare) <= _LONGEST_ILL and bare[-1] in _ILL
