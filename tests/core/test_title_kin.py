"""Kin, calls and invitations in titles, and the words that only look like them."""

import pytest

from tests.core.title_books import book_of, counted, named
from worker.core.titles.address_words import KIN, UNCLES


@pytest.mark.parametrize(
    "title", ["Lunch with Nan", "Tea at Nan's", "lunch with nan", "FaceTime Nan", "Nan for tea"]
)
def test_whom_the_address_book_calls_so_is_met_by_a_word_for_kin(title: str) -> None:
    """That two others may be called so for short makes nobody of it."""
    book = book_of("Hannah Booth", "Nan Goldin")

    assert named(title, book) == [("Nan Goldin", True)]
    assert named(title, book_of("Hannah Booth")) == []


@pytest.mark.parametrize(
    "title",
    ["Mum's for Sunday lunch", "Mum’s for tea", "Round to Mum's", "Over to Mum's", "Going to Mum's", "Lunch Mum's",
     "Sunday lunch Mum's", "Mum's house for a roast", "Off to Mum's for dinner"],
)  # fmt: skip
def test_who_eats_at_their_mothers_has_met_her(title: str) -> None:
    """However English puts it; her tablets and her dentist are hers, and a friend's tea may be a child's."""
    book = book_of("Mum", "Megan Rees")

    assert named(title, book) == [("Mum", True)]
    for other in ("Mum's tablets", "Lunch Mum's dentist", "Mum's birthday", title.replace("Mum", "Megan")):
        assert counted(other, book) == frozenset()


def test_a_word_for_kin_is_kin_beside_a_name_that_does_not_have_it() -> None:
    """Hannah's mother is not the user's; Oma Hannah is not Oma Helga; a surname may be such a word."""
    book = book_of("Hannah Booth", "Oma Helga", "Mum", "Linh Vo")

    assert named("Lunch with Hannah Mum", book) == []
    assert named("Lunch with Mum and Hannah", book) == [("Mum", True), ("Hannah Booth", True)]
    assert named("Kaffee mit Oma Helga", book) == [("Oma Helga", True)]
    assert named("Kaffee mit Oma Hannah", book) == [("Oma Hannah", False)]
    assert named("Lunch with Linh Vo", book) == [("Linh Vo", True)]


@pytest.mark.parametrize(
    ("card", "title"),
    [
        ("Grandma Hedwig", "Lunch with Hedwig"),
        ("Niece Lea", "Coffee with Lea"),
        ("Omi Hedwig", "Kuchen bei Hedwig"),
        ("Schwager Tom", "Bier mit Tom"),
        ("Schwägerin Eva", "Kaffee mit Eva"),
        ("Tante Ute", "Kaffee mit Ute"),
        ("Oma Hedwig Schulz", "Kuchen bei Hedwig Schulz"),
        ("Cousine Marie", "Dîner avec Marie"),
        ("Belle-sœur Anne", "Dîner avec Anne"),
        ("Abuela Hedwig", "Comida con Hedwig"),
        ("Primo Luis", "Comida con Luis"),
        ("Nonna Ada", "Pranzo con Ada"),
        ("Cugina Sara", "Cena con Sara"),
        ("Vovó Ana", "Almoço com Ana"),
        ("Cunhado Pedro", "Jantar com Pedro"),
    ],
)
def test_a_word_for_kin_before_the_name_on_a_card_is_no_part_of_the_name(card: str, title: str) -> None:
    """They are shown as the user wrote them, and never chosen where another is called so."""
    given = title.split()[2]

    assert named(title, book_of(card)) == [(card, True)]
    assert counted(title, book_of(card, f"{given} Schulz", f"{given} Roth")) == frozenset()


def test_of_two_with_one_given_name_the_word_for_kin_tells_which() -> None:
    """Only as it stands on the card: another aunt may be meant by another word."""
    book = book_of("Omi Hedwig", "Hedwig Schulz")

    assert named("Kuchen bei Omi Hedwig", book) == [("Omi Hedwig", True)]
    assert named("Kuchen bei Omi", book) == [("Omi Hedwig", True)]
    assert named("Kuchen bei Hedwig Schulz", book) == [("Hedwig Schulz", True)]
    assert counted("Kuchen bei Hedwig", book) == counted("Kuchen bei Tante Hedwig", book) == frozenset()


@pytest.mark.parametrize(
    ("card", "title"),
    [
        ("Nan Martin", "Lunch with Martin"),
        ("Mari Carmen", "Cena con Carmen"),
        ("Mama Lena", "Spielen mit Lena"),
        ("Papa Luca", "Cena con Luca"),
    ],
)
def test_a_word_for_kin_on_a_card_may_be_a_name_or_of_somebody_else(card: str, title: str) -> None:
    """Nan is a given name, too; Lena's mother is not Lena."""
    assert counted(title, book_of(card)) == frozenset()


@pytest.mark.parametrize(
    "frame",
    [
        "Dinner with {}",
        "Dinner with my {}",
        "Lunch at {}'s",
        "Visit to {}",
        "Call {}",
        "Kaffee mit {}",
        "Kuchen bei der {}",
        "Anruf {}",
        "Cena con {}",
        "Cena con la {}",
        "Visita a la {}",
        "Comida en casa de la {}",
        "Dîner avec la {}",
        "Déjeuner chez {}",
        "Visite à {}",
        "Pranzo con {}",
        "Pranzo con la {}",
        "Visita alla {}",
        "Jantar com a {}",
        "Almoço na casa da {}",
        "Ligar para a {}",
    ],
)
@pytest.mark.parametrize("name", ["Remedios", "Hedwig", "Schulz"])
def test_a_word_for_kin_in_small_letters_is_the_one_on_the_card(frame: str, name: str) -> None:
    """As Spanish and Italian write it; whether or not the name is one that is given, or a word as well."""
    cards = [f"{kin.capitalize()} {name}" for kin in f"{KIN} {UNCLES}".split()]
    titles = {card: frame.format(card[0].lower() + card[1:]) for card in cards}

    assert [card for card in cards if counted(titles[card], book_of(card)) != {card}] == []


def test_a_word_for_kin_in_small_letters_tells_which_of_two_is_meant() -> None:
    """Another's grandmother is not theirs."""
    book = book_of("Abuela Carmen", "Carmen Ruiz")

    assert named("Cena con la abuela Carmen", book) == [("Abuela Carmen", True)]
    assert counted("Cena con la suegra Carmen", book) == frozenset()
    assert counted("Regalo para la abuela Carmen", book) == frozenset()


def test_kin_in_a_list_does_not_keep_the_others_from_being_met() -> None:
    """Without a kind of meeting, it may be about something else."""
    book = book_of("Hannah Booth")

    assert named("Sunday lunch Mum, Dad & Hannah", book) == [("Hannah Booth", True)]
    assert named("Lunch Nan's & Hannah", book) == []
    assert named("Nan & Hannah", book) == []


@pytest.mark.parametrize(
    ("card", "title"),
    [
        ("Mum", "Dinner with mum"),
        ("Mum", "Dinner at mum"),
        ("Mum", "Dinner @ mum & Dad's"),
        ("Mama", "Essen bei mama"),
        ("Mama", "Kaffee mama"),
        ("Maman", "Souper chez maman"),
        ("Maman", "Griot chez maman"),
        ("Mamá", "Almuerzo con mamá"),
        ("Mamá", "Comida en casa de mamá"),
        ("Mamma", "Cena da mamma"),
        ("Mãe", "Almoço mãe"),
        ("Omi Hedwig", "Kuchen bei omi"),
    ],
)
def test_kin_in_small_letters_is_the_one_on_the_card(card: str, title: str) -> None:
    """In English they are "at mum" as well as "at mum's": nothing else is called so."""
    assert named(title, book_of(card, "Hannah Booth")) == [(card, True)]


@pytest.mark.parametrize(
    "title",
    [
        "Lunch with Hannah's mum",
        "Lunch with her mum",
        "Café maman de Léo",
        "Dîner avec la maman de Léo",
        "Dîner avec la maman d'Hannah",
        "Dîner avec sa maman",
        "Essen mit mama von Lena",
        "cena con la mama de ana",
        "Lunch at Mama Rosa",
    ],
)
def test_whose_kin_it_is_the_title_tells(title: str) -> None:
    """Somebody else's is not the one on the card."""
    assert counted(title, book_of("Mum", "Maman", "Mama", "Hannah Booth")) == frozenset()


def test_a_name_in_small_letters_that_is_kin_as_well_is_kin() -> None:
    """Among capitals, unless the card has nothing else."""
    book = book_of("Nan Goldin", "Mari López")

    assert named("Lunch with nan", book) == named("Dîner avec mari", book) == []
    assert named("Lunch with nan", book_of("Nan")) == [("Nan", True)]


def test_a_surname_may_be_a_word_of_ringing() -> None:
    """Kate Bell is not the Kate who is known."""
    assert named("Lunch with Kate Bell", book_of("Kate Moss")) == [("Kate Bell", False)]
    assert named("Call Robert Bell", book_of("Robert Bell")) == [("Robert Bell", True)]


@pytest.mark.parametrize(
    ("title", "is_met"),
    [
        ("Maria for tea at 5", True),
        ("Maria coming round", True),
        ("Maria over", False),
        ("Maria for tea at Lily's", False),
        ("Swimming, then Maria for tea", False),
        ("Maria's for tea", False),
        ("Maria for", False),
    ],
)
def test_who_is_asked_home_is_met_where_the_title_says_nothing_else(title: str, *, is_met: bool) -> None:
    """Else it may be somebody's way from school, or a cake."""
    assert counted(title, book_of("Maria Silva")) == ({"Maria Silva"} if is_met else set())


@pytest.mark.parametrize(
    "title", ["Essen mit Juli", "Essen im Juli", "Grillen Juli", "Jantar com ela", "Dîner avec mari"]
)
def test_a_nickname_that_is_a_word_as_well_is_mostly_the_word(title: str) -> None:
    """Julia, Elisabeth and Marie are called so; July, "she" and the husband are, too."""
    known = book_of("Julia Kern", "Elisabeth Lang", "Marie Blanc")

    assert counted(title, known) == ({"Julia Kern"} if title == "Essen mit Juli" else set())


@pytest.mark.parametrize(
    "title",
    [
        "Dinner with the cousins Tom and Ana",
        "Dinner with my sisters Tom & Ana",
        "Essen mit den Cousinen Tom und Ana",
        "Essen mit meinen Schwestern Tom und Ana",
        "Comida con los compadres Tom y Ana",
        "Merienda con las primas Tom y Ana",
        "Cena con mis tíos Tom y Ana",
        "Dîner avec les cousines Tom et Ana",
        "Dîner avec mes sœurs Tom et Ana",
        "Cena con le cugine Tom e Ana",
        "Cena con i cugini Tom e Ana",
        "Cena con gli zii Tom e Ana",
        "Jantar com os primos Tom e Ana",
        "Jantar com meus irmãos Tom e Ana",
    ],
)
def test_kin_in_a_row_are_met_by_their_names(title: str) -> None:
    """As after the word for one of them."""
    assert counted(title, book_of("Tom Hill", "Ana Sol")) == {"Tom Hill", "Ana Sol"}


@pytest.mark.parametrize(
    "title",
    ["Dinner with Tom's cousins", "Dinner with the cousins of Tom", "Cena con las primas de Ana",
     "Regalo para las primas Tom y Ana", "Souper chez les Hill", "Dîner avec les cousines"],
)  # fmt: skip
def test_kin_of_somebody_are_not_that_one(title: str) -> None:
    """Nor is a family who is known by one of them."""
    assert counted(title, book_of("Tom Hill", "Ana Sol")) == frozenset()
