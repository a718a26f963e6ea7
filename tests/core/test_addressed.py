"""Addressed: a name with a form of address stands in a sentence as a careful writer would write it."""

import pytest

from worker.core.seam import sewn


@pytest.mark.parametrize(
    ("lang", "sentence", "name", "text"),
    [
        ("de", "Mit {name} hast du dich getroffen", "Herr Roth", "Mit Herrn Roth hast du dich getroffen"),
        ("de", "Am Montag hast du {name} gesehen", "Herr Roth", "Am Montag hast du Herrn Roth gesehen"),
        ("de", "Du hast {name} viel gesehen", "Herr Roth", "Du hast Herrn Roth viel gesehen"),
        ("de", "Schön, {name} getroffen zu haben", "Herr Roth", "Schön, Herrn Roth getroffen zu haben"),
        ("de", "wann immer es {name} passt", "Herr Roth", "wann immer es Herrn Roth passt"),
        (
            "de",
            "Du und {name}, ihr habt euch getroffen",
            "Herr Roth",
            "Du und Herr Roth, ihr habt euch getroffen",
        ),
        ("de", "Ein Gruß an {name}", "Herrad Roth", "Ein Gruß an Herrad Roth"),
        ("es", "Un saludo a {name}", "Sr. Ruiz", "Un saludo al Sr. Ruiz"),
        ("es", "Un saludo a {name}", "Señora Ruiz", "Un saludo a la Señora Ruiz"),
        ("es", "Noticias de {name}", "Señor Ruiz", "Noticias del Señor Ruiz"),
        ("es", "Tú y {name}", "Señorita Ruiz", "Tú y la Señorita Ruiz"),
        ("es", "Hola. {name} cumple años", "Sra. Ruiz", "Hola. La Sra. Ruiz cumple años"),
        ("es", "Con {name}", "Señorío Ruiz", "Con Señorío Ruiz"),
        ("it", "Un saluto a {name}", "Signora Bianchi", "Un saluto alla Signora Bianchi"),
        ("it", "A {name} piacerebbe", "Sig. Bianchi", "Al Sig. Bianchi piacerebbe"),
        ("it", "Tu e {name}", "Dott.ssa Bianchi", "Tu e la Dott.ssa Bianchi"),
        ("it", "qualcosa di {name}", "Signor Bianchi", "qualcosa del Signor Bianchi"),
        ("pt", "Um agradecimento a {name}", "Sra. Silva", "Um agradecimento à Sra. Silva"),
        ("pt", "Pensando em {name}", "Sr. Silva", "Pensando no Sr. Silva"),
        ("pt", "“Vela” lembra {name}", "Senhor Silva", "“Vela” lembra o Senhor Silva"),
        ("fr", "Un merci à {name}", "Madame Roy", "Un merci à Madame Roy"),
        ("fr", "Un mot de {name}", "Oncle Paul", "Un mot d’Oncle Paul"),
        ("en", "A word to {name}", "Mrs Smith", "A word to Mrs Smith"),
        ("it", "« {name}", "Sig. Bianchi", "« il Sig. Bianchi"),
    ],
)
def test_a_form_of_address_has_the_article_and_the_case_it_takes(
    lang: str, sentence: str, name: str, text: str
) -> None:
    """A5: an Herrn Roth, al Sr. Ruiz, alla Signora Bianchi, no Sr. Silva."""
    assert sewn(sentence, {"name": name}, lang) == text


def test_only_people_have_one() -> None:
    """What is quoted stays as it was written."""
    assert sewn("sobre {topic}", {"topic": "Señora Ruiz"}, "es") == "sobre Señora Ruiz"
