"""Names in titles: what a book of names has to keep apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.title_books import BOOK, TITLES_FILE, book_of, counted, named, person
from worker.core.person import Person
from worker.core.titles.name_book import NameBook
from worker.core.titles.title_names import has_name, may_name, people_in_title, person_named
from worker.core.titles.title_words import ROLES


def test_of_two_marias_neither_counts() -> None:
    """Who is meant is anybody's guess; the full name tells, and so does the company."""
    book = book_of("Maria Silva <m@acmeworks.com>", "Maria Rossi")

    assert named("Lunch with Maria", book) == [("Maria", False)]
    assert named("Lunch with Maria Rossi", book) == [("Maria Rossi", True)]
    assert named("Lunch with Maria R.", book) == [("Maria Rossi", True)]
    assert named("Lunch with Maria (Acmeworks)", book) == [("Maria Silva", True)]


def test_a_nickname_is_shared_like_a_name() -> None:
    """Bob may be Robert or Roberto; with one of them known, it is clear."""
    assert named("Beer with Bob", book_of("Robert Baker")) == [("Robert Baker", True)]
    assert named("Beer with Bob", book_of("Robert Baker", "Roberto Ruiz")) == [("Bob", False)]


def test_an_address_book_and_a_calendar_know_one_person() -> None:
    """The card without an address is the one with the same name who has one."""
    people = [
        Person(key="name:ana ruiz", name="Ana Ruiz"),
        Person(key="ana@x", name="Ana Ruíz", emails=("ana@x",)),
    ]

    assert named("Lunch with Ana", NameBook.of(people)) == [("ana@x", True)]


def test_somebody_else_with_the_same_given_name_is_proposed() -> None:
    """ "Maria Gomez" is not the Maria who is known."""
    assert named("Lunch with Maria Gomez", book_of("Maria Silva")) == [("Maria Gomez", False)]


def test_the_user_is_nobody_met() -> None:
    """Not by the given name; somebody with the same one is told by the surname."""
    book = book_of("Ben Cohen", "Ana Ruiz", own=("Ben Carter",))

    assert named("Ben / Ana", book) == [("Ana Ruiz", True)]
    assert named("1:1 Ben", book) == []
    assert named("Lunch with Ben Cohen", book) == [("Ben Cohen", True)]


def test_an_address_is_no_name() -> None:
    """Its words may be any words."""
    assert named("Lunch with Sales", book_of("sales@example.com")) == []


def test_a_surname_that_is_a_word_needs_a_capital() -> None:
    """ "Lunch with Fox" is Anna's; a walk with fox and hare is not."""
    book = book_of("Anna Fox")

    assert named("Lunch with Fox", book) == [("Anna Fox", True)]
    assert named("Walk with fox and hare", book) == []


def test_a_list_among_the_people_is_nobody() -> None:
    """Some calendars hold teams as guests."""
    assert named("Lunch with Marketing", book_of("Marketing Team")) == []


def test_the_order_of_people_does_not_matter() -> None:
    """The same book, whoever was met first."""
    people = [person(*pair) for pair in TITLES_FILE["people"].items()]

    assert NameBook.of(reversed(people), TITLES_FILE["me"]) == BOOK


def test_a_sign_that_parts_nothing_may_mean_anything() -> None:
    """A dash parts the kind of meeting from whom it is with; "Call # Maria" may be a ticket."""
    assert named("Call - Maria", BOOK) == [("maria", True)]
    assert named("Call # Maria", BOOK) == []


def test_a_title_of_one_name_says_so() -> None:
    """On an all-day event that is a birthday."""
    assert [each.is_bare for each in people_in_title("Maria", BOOK)] == [True]
    assert [each.is_bare for each in people_in_title("Lunch with Maria", BOOK)] == [False]


@given(
    st.text(max_size=60)
    | st.lists(
        st.sampled_from(
            [
                *"&/:-.,'’?()@",
                "with",
                "Ana",
                "ana's",
                "of",
                "1:1",
                "<>",
                "me",
                "Tom",
                "王伟",
                "和",
                "Lunch",
                "w/",
                "at",
                "Dr.",
            ]
        ),
        max_size=8,
    ).map(" ".join)
)
def test_any_text_is_read(title: str) -> None:
    """Whatever stands in a title: no failure, everybody once, and only people who are known count."""
    found = people_in_title(title, BOOK)

    assert len({each.person or each.name for each in found}) == len(found)
    assert all(each.person in BOOK.names for each in found if each.is_certain)


@pytest.mark.parametrize(
    ("title", "is_possible"),
    [
        ("Lunch with MARIA", True),
        ("Tea with Zoë", True),
        ("Dentist", False),
        ("会议 王伟", True),
        ("会议 李娜", False),
    ],
)
def test_a_title_without_any_word_of_the_book_names_nobody_in_it(title: str, *, is_possible: bool) -> None:
    """What lets a million titles be passed over: it never says no where somebody is named."""
    book = book_of("Maria Silva", "Zoe King", "王伟")

    assert may_name(title, book) is is_possible
    assert is_possible or not counted(title, book)


def test_a_doctor_by_one_name_is_a_surgery() -> None:
    """With a given name they are somebody."""
    assert named("Lunch with Dr. Bauer", book_of()) == []
    assert named("Lunch with Dr. Petra Bauer", book_of()) == [("Petra Bauer", False)]


def test_names_side_by_side_are_several_people() -> None:
    """As long as each of them is somebody known; else they are one name."""
    book = book_of("Maria Silva", "Tom Miller")

    assert named("Lunch with Maria Tom", book) == [("Maria Silva", True), ("Tom Miller", True)]
    assert named("Lunch with Maria Ana", book) == [("Maria Ana", False)]


@pytest.mark.parametrize("title", ["Me and Maria", "ich & Maria", "Maria and me", "I + Maria"])
def test_whoever_stands_beside_the_user_is_met(title: str) -> None:
    """Before or after them."""
    assert named(title, book_of("Maria Silva")) == [("Maria Silva", True)]


@pytest.mark.parametrize(
    ("title", "whom"),
    [
        ("会议 王伟?", [("王伟", False)]),
        ("会议 王伟？", [("王伟", False)]),
        ("王伟 李娜 会议", [("王伟", True), ("李娜", True)]),
        ("王伟 lunch", [("王伟", True)]),
        ("王伟 lecture", []),
        ("王伟 Lunch lecture", []),
        ("张敏", []),
        ("会议 张敏 张敏", [("张敏", False)]),
        ("鈴木さんと佐藤さんと会議", [("鈴木", False)]),
        ("王伟生日 会议", []),
    ],
)
def test_a_chinese_or_japanese_title_is_a_name_and_a_kind_of_meeting(
    title: str, whom: list[tuple[str, bool]]
) -> None:
    """Whatever else stands there says that something of theirs may be meant; a question only proposes."""
    assert named(title, book_of("王伟", "李娜")) == whom


def test_a_chinese_name_alone_is_bare() -> None:
    """On a whole day that is a birthday; a name that two bear names neither."""
    book = book_of("王伟", "李娜")

    assert [each.is_bare for each in people_in_title("王伟", book)] == [True]
    assert [each.is_bare for each in people_in_title("会议 王伟", book)] == [False]
    assert named("会议 田中さん", book_of("田中 太郎", "田中 花子")) == []


def test_a_form_of_address_makes_a_name_of_any_word() -> None:
    """Without one, a name that nobody has is proposed only beside something that friends do."""
    assert named("Meeting with Mrs. Kowalczyk", book_of()) == [("Kowalczyk", False)]
    assert named("Lunch with Kowalczyk", book_of()) == [("Kowalczyk", False)]
    assert named("Meeting with Kowalczyk", book_of()) == []


@pytest.mark.parametrize(
    "written", ["{}", "{} Maria", "Maria {}", "Lunch with Maria {}", "Lunch {} Maria", "Maria's {}"]
)
def test_no_word_of_the_table_makes_somebody_else_of_a_name(written: str) -> None:
    """Wherever it stands, first or last: whoever is met is Maria."""
    book = book_of("Maria Silva")

    for word in (*ROLES, *(each.title() for each in ROLES)):
        assert counted(written.format(word), book) <= {"Maria Silva"}


def test_a_name_may_be_a_word_or_of_two_letters() -> None:
    """A word is a name beside a friend's name or a second one; two letters are a name, one is an initial."""
    assert named("Drinks at Hope's", book_of()) == []
    assert named("Drinks at Hope Miller's", book_of()) == [("Hope Miller", False)]
    assert named("Lunch with Bo", book_of("Bo King")) == [("Bo King", True)]
    assert named("Lunch with Maria S. Silva", book_of("Maria Silva", "Maria Rossi")) == [
        ("Maria Silva", True)
    ]


def test_whoever_is_found_bears_their_name_as_it_is_known() -> None:
    """However the title writes it."""
    for title, name in (("Lunch with MARIA", "Maria Silva"), ("会议 王伟", "王伟")):
        assert [each.name for each in people_in_title(title, book_of("Maria Silva", "王伟"))] == [name]


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Lunch with Kowalczyk Brzoza", ["Kowalczyk Brzoza"]),
        ("Lunch with Kowalczyk Brzoza Lipa", []),
        ("Lunch with Petra Brzoza Lipa", ["Petra Brzoza Lipa"]),
        ("Lunch with Petra Brzoza Lipa Dab", []),
    ],
)
def test_a_name_that_nobody_has_is_short(title: str, who: list[str]) -> None:
    """Two words; three with a given name that is known; more are the name of a firm."""
    assert named(title, book_of()) == [(name, False) for name in who]


def test_an_initial_tells_one_of_several_and_makes_nobody_known() -> None:
    """Whoever else has that given name is proposed."""
    assert named("Lunch with Bettina S.", book_of("Maria Silva")) == [("Bettina S", False)]
    assert named("Lunch with Maria T.", book_of("Maria Silva")) == [("Maria T", False)]


def test_a_full_name_is_somebody_and_one_word_is_not() -> None:
    """In either order, as long as one person bears it."""
    two = [Person(key=key, name="Tom Miller", emails=(key,)) for key in ("t@x.example", "m@y.example")]
    book = NameBook.of([person("maria", "Maria Silva"), *two])

    assert person_named("maria SILVA", book) == person_named("Silva Maria", book) == "maria"
    assert person_named("Maria", book) is None
    assert person_named("Maria Rossi", book) is None
    assert person_named("Tom Miller", book) is None
    assert person_named("", book) is None


@pytest.mark.parametrize(
    ("title", "name", "is_there"),
    [
        ("Lunch with Maria D’Angelo", "d'angelo MARIA", True),
        ("Lunch with Maria D’Angelo", "Marya D'Angelo", False),
        ("Re: Ana-Lúcia's flight", "Ana Lucia", True),
        ("和王小明吃饭", "王小明", True),
        ("和王小明吃饭", "王明", False),
        ("Sync 3", "3", False),
    ],
)
def test_a_title_has_a_name_with_all_of_its_words(title: str, name: str, is_there: bool) -> None:
    """However it is written, and whatever is said of them."""
    assert has_name(title, name) is is_there


def test_a_title_names_somebody_by_all_that_they_are_called() -> None:
    """They are one, and told by the name that is shown; two who are called so are two."""
    maria = Person(key="m", name="María Ortega", also=("Maricarmen", "王玛丽"))
    rosi = Person(key="r", name="", also=("Rosi",))

    book = NameBook.of([maria, rosi])
    assert named("Coffee with Maricarmen", book) == named("Coffee with Maria", book) == [("m", True)]
    assert named("和王玛丽吃饭", book) == [("m", True)]
    assert [each.name for each in people_in_title("Lunch with Maricarmen and Rosi", book)] == [
        "María Ortega",
        "Rosi",
    ]

    other = Person(key="o", name="Maricarmen Soto")
    assert named("Coffee with Maricarmen", NameBook.of([maria, other])) == [("Maricarmen", False)]


@pytest.mark.parametrize("title", ["Re: Ana Ruiz", "Fwd: Ana", "AW: WG: Ana"])
def test_what_a_mail_puts_before_a_title_says_nothing(title: str) -> None:
    """It is no topic."""
    assert named(title, book_of("Ana Ruiz")) == [("Ana Ruiz", True)]
