"""At somebody's home they are met, whatever it is for; not by what is done there without them, or by a service."""

import pytest

from tests.core.title_books import book_of, counted, named

PACO = book_of("Paco Jiménez")


@pytest.mark.parametrize(
    "title",
    [
        "Griot chez Paco",
        "griot chez paco",
        "Piscine chez Paco",
        "Bain nordique chez Paco",
        "Cabane à sucre chez Paco (apporter le vin)",
        "Griot chez Paco avec Wisly et les enfants",
        "Raclette bei Paco",
        "Tatort gucken bei Paco um 20 Uhr",
        "In Cádiz bei Paco",
        "Fireworks at Paco's",
        "Superbowl & chili @ Paco's new place",
        "Paella en casa de Paco",
        "Asado y piscina en casa de Paco",
        "Polenta da Paco",
        "Risotto sabato da Paco",
        "Lasagne a casa di Paco",
        "Feijoada na casa do Paco",
    ],
)
def test_whoever_is_visited_for_one_thing_is_met(title: str) -> None:
    """What it is, no table has to know."""
    assert counted(title, PACO) == {"Paco Jiménez"}


@pytest.mark.parametrize(
    "title",
    [
        "Plantes chez Paco",
        "Clés chez Paco",
        "Coupe chez Paco",
        "Coiffeur chez Paco",
        "Cours chez Paco",
        "Poubelles chez Paco",
        "Friseur bei Paco",
        "Zahnarzt bei Paco",
        "Klavierstunde bei Paco",
        "Beerdigung bei Paco",
        "Paket bei Paco",
        "Sofa bei Paco abholen",
        "Bohrmaschine bei Paco zurückgeben",
        "Piano lesson at Paco's",
        "Keys at Paco's",
        "Kids at Paco's",
        "Anna chez Paco",
        "Anna's car at Paco's",
        "Ein langer schöner Satz bei Paco",
        "Llaves en casa de Paco",
        "Aula na casa do Paco",
        "Chiavi a casa di Paco",
        "Documenti da Paco",
        "Volo domenica da Paco",
        "Griot at Paco",
        "Griot chez Jiménez",
    ],
)
def test_what_is_done_without_them_or_as_a_service_is_no_visit(title: str) -> None:
    """Nor is whoever else is there, a surname alone, or a place in England that is called like them."""
    assert counted(title, PACO) == frozenset()


def test_a_doctor_at_whom_something_is_is_a_surgery() -> None:
    """A meal is a meal."""
    book = book_of("Anna Wolf")

    assert named("Termin bei Dr. Wolf", book) == [("Anna Wolf", False)]
    assert named("Essen bei Dr. Wolf", book) == [("Anna Wolf", True)]


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Dinner Paco & Wisly", {"Paco Jiménez"}),
        ("Souper Wisly et Paco", {"Paco Jiménez"}),
        ("Cena Paco, Wisly y Lena", {"Paco Jiménez", "Lena Kern"}),
        ("Essen Paco + Familie", {"Paco Jiménez"}),
        ("Jantar Paco e os filhos", {"Paco Jiménez"}),
        ("Souper Paco et ses enfants", {"Paco Jiménez"}),
        ("Souper Paco et les enfants", {"Paco Jiménez"}),
        ("Dinner Paco, Wisly", set()),
        ("Dinner Paco & the Juice", set()),
        ("Dinner Grace & Crown", set()),
        ("Call Paco & Acme", set()),
        ("Call Paco & school", set()),
        ("Kids & Paco", set()),
        ("The kids, Paco", set()),
        ("Essen Paco + Familie Huber", set()),
        ("Paco & Wisly", set()),
    ],
)
def test_beside_somebody_unknown_who_is_known_is_met_by_friends(title: str, who: set[str]) -> None:
    """Joined by "and" alone: after a comma may stand a place, and firms are called so, too."""
    assert counted(title, book_of("Paco Jiménez", "Lena Kern", "Grace Huber")) == who


@pytest.mark.parametrize("town", ["Charlotte", "Florence", "Victoria", "Lourdes", "Sofia", "Austin"])
def test_a_town_after_a_meal_is_who_is_called_so(town: str) -> None:
    """Where nothing else stands there."""
    book = book_of(f"{town} Byrne", "Tom Hill")
    met = [
        "Brunch {}",
        "brunch {}",
        "Café {} 10h",
        "Cena {}",
        "Essen {}",
        "Pranzo {}",
        "Almoço {}",
        "Lunch Tom & {}",
    ]
    elsewhere = [
        *(
            "Flug {}",
            "Weekend {}",
            "Train {}",
            "Hotel {}",
            "Lunch Hotel {}",
            "{} Station",
            "Lunch {} Station",
        ),
        *(
            "Visit {}",
            "Besuch {}",
            "Trip {}",
            "Team dinner {}",
            "Dinner in {}",
            "Dinner {} (Italy)",
            "{} brunch",
        ),
        *("Dinner {}, hotel", "Lunch {} & Albert", "Meeting {}", "Kuchen {}"),
    ]

    assert [title for title in met if f"{town} Byrne" not in counted(title.format(town), book)] == []
    assert [title for title in elsewhere if counted(title.format(town), book)] == []


@pytest.mark.parametrize(
    "title",
    [
        "Paco at ours", "Paco + kids over at our place", "Dinner at ours: Paco", "Paco staying with us", "Paco at mine",
        "Paco bei uns", "Paco & Familie bei uns", "Paco zum Abendessen bei uns 19h", "Abendessen bei uns (Paco)",
        "Paco kommt zu uns", "Paco übernachtet bei mir", "Paco chez nous", "Paco dort chez moi", "Paco à la maison",
        "Paco a cenar en nuestra casa", "Paco duerme en mi casa", "Paco da noi", "Paco a cena da noi",
        "Paco a casa nostra", "Paco cá em casa", "Paco lá em casa", "Paco na nossa casa",
    ],
)  # fmt: skip
def test_whoever_is_at_the_users_home_is_met(title: str) -> None:
    """In each language."""
    assert counted(title, PACO) == {"Paco Jiménez"}


@pytest.mark.parametrize(
    "title", ["Paco's sofa at ours", "Klavierstimmer Paco bei uns", "Paco bei uns?", "Paco putzt bei uns"]
)
def test_what_is_done_at_home_need_not_be_a_visit(title: str) -> None:
    """Nor is what is asked, or a thing of theirs."""
    assert counted(title, PACO) == frozenset()
