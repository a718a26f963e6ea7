"""Topic: what a meeting was about, so that a sentence with it reads well."""

from dataclasses import replace

import pytest

from tests.core.bonds import met
from worker.core.giving.topic import own_words, shown, shown_name, topic_of, words_of
from worker.core.person import Person

MARIA = {"name": "Maria Silva"}


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("Lunch with Maria: new pottery studio", "new pottery studio"),
        ("Coffee with Maria about her thesis", "thesis"),
        ("Kaffee mit Maria über Segelreise", "Segelreise"),
        ("Typography books with Maria", "Typography books"),
        ("Board games at Maria's", "Board games"),
        ("Maria's film club", "film club"),
        ("Choir with Maria and Tom", "Choir"),
        ("Tasting with cheese with Maria", "Tasting with cheese"),
        ("Pottery (evening class with Maria)", "Pottery"),
        ("Pottery (evening class) with Maria", "Pottery (evening class)"),
        ("Climbing [lead practice with Maria]", "Climbing"),
        ("Book club: Middlemarch", "Middlemarch"),
        ("Coffee – Patisserie La Cigogne", ""),
        ("Lunch with Maria - House of the Sun & Moon", ""),
        ("Coffee – career plans", "career plans"),
        ("Abendbrot bei Maria", ""),
        ("Brotzeit mit Maria", ""),
        ("Ceramica dalla Maria", "Ceramica"),
        ("Choir - Nordic Evening", "Nordic Evening"),
        ("Architecture workshop - day 2", "Architecture workshop"),
        ("Re: [ext] Roof repair", "Roof repair"),
        ("Field trip – preparation", "Field trip"),
        ("Klassenfahrt – Vorbereitung", "Klassenfahrt"),
        ("Manual de Português: ponto de situação", "Manual de Português"),
        ("Excursión a Toledo – preparación", "Excursión a Toledo"),
        ("Gita scolastica – preparazione", "Gita scolastica"),
        ("Manuale: punto della situazione", "Manuale"),
        ("Classe verte – état des préparatifs", "Classe verte"),
        ("Telhado: próximos passos", "Telhado"),
        ("Pottery class!!!", "Pottery class"),
        ("EuroPython 2019", "EuroPython 2019"),
        ("Chess in the park with Maria Silva", "Chess in the park"),
        ("読書会", "読書会"),
        ("🍷 with Maria", ""),
        ("🍷🧀 with Maria", ""),
    ],
)
def test_a_title_gives_its_topic(title: str, topic: str) -> None:
    """Names, company and the kind of meeting are taken off."""
    assert topic_of(met(9, title, **MARIA), names={"tom"}) == topic


@pytest.mark.parametrize(
    "title",
    [
        "Meeting", "1:1", "Weekly sync", "Lunch with Maria", "1:1 Maria/Tom", "Maria <> Tom",
         "3/10/2015 15:00 Fin", "End 12.5.2024", "Café con María", "Tom Miller", "Dinner @ Luigi's", "Catch-up", "Zoom https://example.com/j/99",
         "Meeting 12345678", "Maria's birthday", "Workshop", "Team", "Jour fixe", "Mittagessen",
         "Besprechung", "Reunião semanal", "Réunion d'équipe", "Riunione", "Reunión", "Flight to Lisbon",
         "Busy", "Beisl", "Beim Heurigen", "Trattoria con Maria", "Bistrot",
         "Interview with Maria", "Funeral of Joe", "", "???", "Day 2",
        "Visita de estudo – preparação", "Vorbereitung", "Próximos pasos", "Punto della situazione",
        "A very long title that nobody would ever want to hear quoted in a short and calm sentence",
    ],
)  # fmt: skip
def test_a_routine_title_has_no_topic(title: str) -> None:
    """ "How did Lunch with Maria turn out?" is nothing that a friend would ask."""
    assert topic_of(met(9, title, **MARIA), names={"tom", "miller", "luigi"}) == ""


@pytest.mark.parametrize(
    "title",
    ["Sahaja <> Fred", "fred <> jimmy", "Sahaja <-> Fred", "Sahaja ↔ Fred", "Weekly: Sahaja <> Fred", "Sahaja / Fred",
     "Sahaja - Fred", "Sahaja + Fred", "sahaja and frashed", "Jimmy x Fred", "Silva / Ashed", "Ashed & Silva",
     "Re: Sahaja <> Fred"],
)  # fmt: skip
def test_the_two_who_meet_are_no_topic(title: str) -> None:
    """As firms call a meeting of two; each name may be another than the calendar knows."""
    assert topic_of(met(9, title, **MARIA), names={"frashed"}) == ""


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("Pottery / Maria", "Pottery"),
        ("Maria - pottery", "pottery"),
        ("Salsa and Bachata", "Salsa and Bachata"),
        ("Jazz & Blues", "Jazz & Blues"),
        ("Ceramics x Wood", "Ceramics x Wood"),
        ("Sahaja <> Fred: pottery", "pottery"),
    ],
)
def test_what_two_do_beside_a_name_is_their_topic(title: str, topic: str) -> None:
    """Two things are, too."""
    assert topic_of(met(9, title, **MARIA), names={"frashed"}) == topic


def test_a_third_ones_name_beside_a_topic_leaves_it() -> None:
    """Of a meeting of several, "Yoga / Tom" is yoga; of two, Tom might be one of them."""
    several = replace(met(9, "Yoga / Tom", **MARIA), others=3)

    assert topic_of(several, names={"tom"}) == "Yoga"
    assert topic_of(replace(several, others=1), names={"tom"}) == ""


@pytest.mark.parametrize(
    "way",
    ["Video call", "Videollamada", "Videochiamata", "Videoanruf", "Videotelefonat", "Videochamada", "Appel vidéo",
     "Visio", "Visioconférence", "WhatsApp", "Skype", "Teams", "Google Meet", "Meet", "FaceTime", "Zoom", "Jitsi",
     "Coup de fil", "Telefonat", "Telefonazo", "Signal", "Telegram", "Online", "Video chat", "Videochat"],
)  # fmt: skip
def test_a_way_of_meeting_is_no_topic(way: str) -> None:
    """In whichever language it is called."""
    assert topic_of(met(9, f"{way} con Maria", **MARIA)) == topic_of(met(9, way, **MARIA)) == ""


def test_a_word_that_only_begins_like_a_way_is_a_topic() -> None:
    """A vision board, a chess club online."""
    assert topic_of(met(9, "Vision board with Maria", **MARIA)) == "Vision board"
    assert topic_of(met(9, "Online chess with Maria", **MARIA)) == "Online chess"


def test_a_name_that_is_a_word_does_not_spoil_a_topic() -> None:
    """Somebody called Rose is around; the rose garden is still one."""
    assert topic_of(met(9, "Rose garden", **MARIA), names={"rose"}) == "Rose garden"
    assert topic_of(met(9, "Rose", **MARIA), names={"rose"}) == ""


@pytest.mark.parametrize(
    "article", "l d c j m n s t qu un dell all dall nell sull quest quell L Dell".split()
)
@pytest.mark.parametrize("apostrophe", "'’")
def test_a_word_is_quoted_without_an_article_that_runs_into_it(article: str, apostrophe: str) -> None:
    """«aquarelle», not «d’aquarelle»: French and Italian, with either apostrophe."""
    assert words_of(f"Atelier {article}{apostrophe}aquarelle, (Lyon)") == ["Atelier", "aquarelle", "Lyon"]


@pytest.mark.parametrize("word", ["aujourd’hui", "O’Keeffe", "rock’n’roll", "don't", "Ana's", "d’"])
def test_another_apostrophe_belongs_to_its_word(word: str) -> None:
    """It parts nothing off."""
    assert words_of(word) == [word]


def test_a_private_title_has_no_topic() -> None:
    """It is never quoted, even where a source leaves it in."""
    assert topic_of(replace(met(9, "Pottery class"), is_private=True)) == ""


def test_their_own_words_are_those_of_all_their_names() -> None:
    """A name and what friends call them."""
    assert own_words(Person(key="ada@x", name="Ada King", also=("Countess",))) == ("ada", "king", "countess")


def test_a_shown_text_is_one_calm_line() -> None:
    """No control characters, no line breaks, no exclamation marks."""
    assert shown("Yes!\r\nwe\x00can\u2028!") == "Yes we can"
    assert shown("Yes we can", longest=4) == "Yes"


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("Ada Lovelace", "Ada Lovelace"),
        ("Lovelace, Ada", "Ada Lovelace"),
        ("Lovelace, Ada, Countess", "Lovelace, Ada, Countess"),
        ("Ana\n!", "Ana"),
    ],
)
def test_a_name_is_said_as_people_say_it(name: str, whole: str) -> None:
    """The given name goes first."""
    assert shown_name(name) == whole


@pytest.mark.parametrize(
    ("title", "is_topic"),
    [
        ("one two three four five six", True),
        ("one two three four five six seven", False),
        ("k" * 24 + " " + "m" * 23, True),
        ("k" * 24 + " " + "m" * 24, False),
        ("ab", False),
        ("abc", True),
        ("abc1", False),
        ("会", True),
        ("Kites " + "!" * 194, True),
        ("Kites " + "!" * 195, False),
    ],
)
def test_a_topic_is_short_and_has_a_word(title: str, *, is_topic: bool) -> None:
    """At most six words and forty-eight letters, of a title that is no letter itself."""
    assert bool(topic_of(met(9, title))) is is_topic
