"""Seam: what is filled into a sentence meets it as a careful writer would write it."""

import pytest

from worker.core.seam import sewn


@pytest.mark.parametrize(
    ("lang", "sentence", "value", "text"),
    [
        ("fr", "La rencontre date de {x}.", "avril", "La rencontre date d’avril."),
        ("fr", "La rencontre date de {x}.", "mai", "La rencontre date de mai."),
        ("fr", "une image de «\u00a0{x}\u00a0»", "Indigo", "une image d’«\u00a0Indigo\u00a0»"),
        ("it", "Grazie, in {x}", "novembre 2025", "Grazie, nel novembre 2025"),
        ("it", "Grazie, in {x}", "ottobre 2025", "Grazie, nell’ottobre 2025"),
        ("it", "Grazie, in {x}", "agosto 2025", "Grazie, nell’agosto 2025"),
        ("it", "Grazie, in {x}", "aprile 2025", "Grazie, nell’aprile 2025"),
        ("it", "Grazie, in {x}", "novembre", "Grazie, in novembre"),
        ("it", "Grazie, in {x}", "ottobre", "Grazie, in ottobre"),
        ("it", "letto il {x}", "8 dicembre", "letto l’8 dicembre"),
        ("it", "fino al {x}", "11 dicembre", "fino all’11 dicembre"),
        ("it", "Silenzio dal {x}", "8 dicembre 2025", "Silenzio dall’8 dicembre 2025"),
        ("it", "letto il {x}", "18 dicembre", "letto il 18 dicembre"),
        ("it", "fino al {x}", "1º dicembre", "fino al 1º dicembre"),
        ("it", "Ripenso a {x}", "agosto 2025", "Ripenso ad agosto 2025"),
        ("it", "Ripenso a {x}", "ottobre", "Ripenso a ottobre"),
        ("fr", "La rencontre date de {x}.", "août 2025", "La rencontre date d’août 2025."),
        ("fr", "La rencontre date de {x}.", "octobre", "La rencontre date d’octobre."),
        ("fr", "Une pause de {x}", "onze mois", "Une pause de onze mois"),
        ("fr", "Un mot de {x}", "Hugues", "Un mot d’Hugues"),
        ("fr", "Un mot de {x}", "Hélène Roy", "Un mot d’Hélène Roy"),
        ("fr", "Un mot de {x}", "Henriette", "Un mot d’Henriette"),
        ("fr", "Un mot de {x}", "Henrik", "Un mot de Henrik"),
        ("fr", "Un mot de {x}", "Hans", "Un mot de Hans"),
        ("fr", "Un mot de {x}", "Hassan", "Un mot de Hassan"),
        ("fr", "Un mot de {x}", "Yvonne", "Un mot d’Yvonne"),
        ("fr", "Un mot de {x}", "Yann", "Un mot de Yann"),
        ("fr", "Il faut que {x} vienne", "Élise", "Il faut qu’Élise vienne"),
        ("it", "Un saluto a {x}", "Amina", "Un saluto ad Amina"),
        ("it", "Un saluto a {x}", "Olena", "Un saluto a Olena"),
        ("it", "Tu e {x}", "Elena", "Tu ed Elena"),
        ("es", "Tú y {x}", "Inés", "Tú e Inés"),
        ("es", "Tú y {x}", "Hiroshi", "Tú e Hiroshi"),
        ("es", "Tú y {x}", "Hielo", "Tú y Hielo"),
        ("es", "Tú y {x}", "Iago", "Tú y Iago"),
        ("es", "Tú y {x}", "Yvonne", "Tú e Yvonne"),
        ("es", "Tú y {x}", "Yago", "Tú y Yago"),
        ("es", "Ana o {x}", "Óscar", "Ana u Óscar"),
        ("es", "Ana o {x}", "Hortensia", "Ana u Hortensia"),
        ("pt", "Um café em {x}", "Porto", "Um café no Porto"),
        ("pt", "Um café em {x}", "Rio", "Um café no Rio"),
        ("pt", "Você estará em {x}", "Bahia", "Você estará na Bahia"),
        ("pt", "Um oi de {x}", "Alemanha", "Um oi da Alemanha"),
        ("pt", "Vou a {x}", "Itália", "Vou à Itália"),
        ("pt", "Um café em {x}", "Curitiba", "Um café em Curitiba"),
        ("pt", "Um café em {x}", "Porto Alegre", "Um café em Porto Alegre"),
        ("pt", "Vou a {x}", "Recife", "Vou ao Recife"),
        ("pt", "Vou a {x}", "Salvador", "Vou a Salvador"),
        ("pt", "Um oi de {x}", "Lisboa", "Um oi de Lisboa"),
        ("de", "Ein Gruß an {x}", "Amina", "Ein Gruß an Amina"),
    ],
)
def test_two_words_meet_well(lang: str, sentence: str, value: str, text: str) -> None:
    """A5: d’avril, nell’ottobre, ad Amina, e Inés, no Porto."""
    assert sewn(sentence, {"x": value}, lang) == text


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "One question: what stayed?"),
        ("de", "One question: What stayed?"),
        ("fr", "One question: what stayed?"),
    ],
)
def test_a_question_after_a_colon_begins_small_but_in_german(lang: str, text: str) -> None:
    """And a title that the user wrote is left as it is."""
    assert sewn("One question: {question}", {"question": "What stayed?"}, lang) == text
    assert sewn("News: {thing}", {"thing": "We moved"}, lang) == "News: We moved"


def test_a_spanish_question_keeps_its_mark() -> None:
    """The first letter is what becomes small, not the mark before it."""
    assert sewn("Algo: {question}", {"question": "¿Qué te quedó?"}, "es") == "Algo: ¿qué te quedó?"


def test_a_value_is_never_read_as_a_template() -> None:
    """Braces in a name are braces."""
    assert sewn("A word to {name}", {"name": "{thing.__class__}"}, "en") == "A word to {thing.__class__}"
