"""vCards: who a card is about, and what it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inbox.vcards import card_in, vcard
from worker.core.person import Birthday, Card
from worker.core.problem import Problem
from worker.inbox.cards.addressbook import AddressBook, cards_in


def test_a_card_gives_name_addresses_numbers_and_birthday() -> None:
    """The usual vCard 3.0."""
    data = vcard(
        "FN:Ana Lima",
        "N:Lima;Ana;;;",
        "EMAIL;TYPE=INTERNET,HOME:Ana.Lima@Example.org",
        "TEL;TYPE=CELL:+49 170 5550100",
        "BDAY:1984-02-29",
    )

    assert card_in(data) == Card(
        name="Ana Lima",
        emails=("ana.lima@example.org",),
        phones=("+49 170 5550100",),
        birthday=Birthday(month=2, day=29, year=1984),
    )


@pytest.mark.parametrize(
    ("written", "birthday"),
    [
        ("1984-03-09", Birthday(month=3, day=9, year=1984)),
        ("19840309", Birthday(month=3, day=9, year=1984)),
        ("1984/03/09", Birthday(month=3, day=9, year=1984)),
        ("9.3.1984", Birthday(month=3, day=9, year=1984)),
        ("1984-03-09T22:30:00Z", Birthday(month=3, day=9, year=1984)),
        ("19840309T223000-0500", Birthday(month=3, day=9, year=1984)),
        ("1984-03-09 00:00:00", Birthday(month=3, day=9, year=1984)),
        ("--0309", Birthday(month=3, day=9)),
        ("--03-09", Birthday(month=3, day=9)),
        ("--0309T10", Birthday(month=3, day=9)),
        ("--0229", Birthday(month=2, day=29)),
        ("0000-03-09", Birthday(month=3, day=9)),
        ("0001-03-09", Birthday(month=3, day=9)),
    ],
)
def test_a_birthday_is_read_in_every_form(written: str, birthday: Birthday) -> None:
    """RFC 2426, RFC 6350 and what programs write instead."""
    assert card_in(vcard("FN:Ana Lima", f"BDAY:{written}")).birthday == birthday


@pytest.mark.parametrize(
    "written", ["1983-02-29", "---09", "1984", "1984-03", "19841309", "soon", "٠٩.٠٣.1984"]
)
def test_what_is_no_whole_day_is_told_and_the_card_kept(written: str) -> None:
    """A guess would congratulate on the wrong day."""
    book = cards_in(vcard("FN:Ana Lima", f"BDAY:{written}"), name="contacts.vcf")

    assert book == AddressBook(
        cards=(Card(name="Ana Lima"),),
        problems=(
            Problem(
                where="card 1 (Ana Lima)",
                what="BDAY is not a day that can be read",
                kept="the rest of the card",
            ),
        ),
    )


def test_a_birthday_in_words_is_no_day_and_no_fault() -> None:
    """RFC 6350, 6.2.5: BDAY;VALUE=text:circa 1800."""
    book = cards_in(vcard("FN:Ana Lima", "BDAY;VALUE=text:circa 1800", version="4.0"), name="contacts.vcf")

    assert book.cards == (Card(name="Ana Lima"),)


@pytest.mark.parametrize(
    "line",
    [
        "DEATHDATE:20200110",
        "X-DEATHDATE:2020-01-10",
        "DEATHDATE;VALUE=text:in winter",
        "DEATHPLACE:Lisbon",
        "item1.X-ABLabel:Death",
        "item1.X-ABLabel:Todestag",
        "FN:Ana Lima †",
    ],
)
def test_somebody_who_has_died_is_marked(line: str) -> None:
    """A nudge towards a grave would be the worst of all (RFC 6474)."""
    data = vcard(line, "FN:Ana Lima", "item1.X-ABDATE:2020-01-10")

    assert card_in(data).is_deceased


def test_an_empty_day_of_death_marks_nobody() -> None:
    """Some programs write every field."""
    assert not card_in(vcard("FN:Ana Lima", "DEATHDATE:")).is_deceased


@pytest.mark.parametrize(
    "lines",
    [
        ("KIND:group", "FN:Choir"),
        ("KIND:org", "FN:Choir"),
        ("X-ADDRESSBOOKSERVER-KIND:group", "N:Choir", "FN:Choir"),
        ("X-ABShowAs:COMPANY", "N:;;;;", "FN:Choir", "ORG:Choir;"),
        ("FN:Choir", "N:;;;;", "ORG:Choir", "EMAIL:all@example.org"),
    ],
)
def test_a_group_or_a_firm_is_no_person(lines: tuple[str, ...]) -> None:
    """It is told, and nobody is invented."""
    book = cards_in(vcard(*lines), name="contacts.vcf")

    assert book.cards == ()
    assert [problem.what for problem in book.problems] == ["is a firm or a group, not a person"]


def test_a_form_that_nobody_filled_in_is_no_person() -> None:
    """Programs keep them beside real cards."""
    book = cards_in(vcard("FN:{{ firstname }} {{ lastname }}", "EMAIL:{{ email }}"), name="contacts.vcf")

    assert book.cards == ()
    assert [problem.what for problem in book.problems] == ["is a form that nobody has filled in"]


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("N:Lima;Ana;Maria;Dr.;"), "Ana Maria Lima"),
        (("FN:ana@example.org\r\nN:Lima;Ana;;;"), "Ana Lima"),
        (("FN:Lima, Ana\r\nN:Lima;Ana;;;"), "Ana Lima"),
        (("FN:\r\nN:;;;;\r\nNICKNAME:Aninha\r\nTEL:1"), "Aninha"),
        (("N:O\\;Neil\\, Sr.;Ana;;;"), "Ana O;Neil Sr."),
        (("FN:Ana Lima\\, MD\r\nN:Lima;Ana;;;MD"), "Ana Lima"),
        (("FN:Ana Lima, Lisboa"), "Ana Lima"),
        (("FN:Mr. Otto Brand, Ida Kern Sr.\r\nN:Kern;Otto;Brand\\, Ida;Mr.;Sr."), "Otto Brand Ida Kern"),
        (("N:Lima;Ana,Maria;;;"), "Ana Maria Lima"),
        (("FN:Ana\\nLima\u2028\u202e\u200b x\x07"), "Ana Lima x"),
        (("FN:Back\\\\slash"), "Back\\slash"),
    ],
)
def test_the_name_is_what_people_would_say(lines: str, name: str) -> None:
    """FN, else N, else the nickname; on one line and without invisible characters."""
    assert card_in(vcard(lines)).name == name


@pytest.mark.parametrize(
    ("lines", "also"),
    [
        ("NICKNAME:Aninha,Nina", ("Aninha", "Nina")),
        ("NICKNAME:Nina\r\nNICKNAME: nina ", ("Nina",)),
        ("NICKNAME:ANA LIMA,ana@example.org,007,,", ()),
        ("N:Lima;Ana;Maria;Dr.;", ()),
        ("N:Lima;Aninha;Maria;Dr.;", ("Aninha Lima",)),
        ("N:Lima;;;;", ()),
    ],
)
def test_nicknames_are_what_somebody_is_called_besides(lines: str, also: tuple[str, ...]) -> None:
    """Each of the list; neither the name itself, nor what is none."""
    assert card_in(vcard(f"FN:Ana Lima\r\n{lines}")).also == also


@pytest.mark.parametrize(
    ("lines", "given"),
    [
        ("FN:Nagy Péter\r\nN:Nagy;Péter;;;", "Péter"),
        ("FN:Zhang Wei\r\nN:Zhang;Wei;;;", "Wei"),
        ("FN:Nguyễn Thị Minh Anh\r\nN:Nguyễn;Minh Anh;Thị;;", "Minh Anh"),
        ("FN:Nguyễn Minh Anh\r\nN:Nguyễn;Minh,Anh;Thị;;", "Minh Anh"),
        ("FN:Trần Quốc Huy\r\nN:Trần;Huy;Quốc;;", "Huy"),
        ("FN:TRẦN QUỐC HUY\r\nN:Trần;Huy;Quốc;;", "Huy"),
        ("FN:Nagy Zsófia Anna\r\nN:Nagy;Zsófia;Anna;;", "Zsófia"),
        ("FN:Dr. Nagy Péter\r\nN:Nagy;Péter;;;", "Péter"),
        ("FN:MUDr. Nagy Péter jr.\r\nN:Nagy;Péter;;MUDr.;jr.", "Péter"),
        ("FN:van den Berg Anna\r\nN:Berg;Anna;;van den;", "Anna"),
        ("FN:Kim Min-jun\r\nN:Kim;Min-jun;;;", "Min-jun"),
        ("FN:王小明\r\nN:王;小明;;;", "小明"),
        ("FN:Gabriel José García Márquez\r\nN:García Márquez;Gabriel José;;;", ""),
        ("FN:João Pedro da Silva\r\nN:Silva;João;Pedro da;;", ""),
        ("FN:Mohammed bin Salman Al-Sayed\r\nN:Al-Sayed;Mohammed;bin Salman;;", ""),
        ("FN:Anna Jónsdóttir\r\nN:Jónsdóttir;Anna;;;", ""),
        ("FN:Maman\r\nN:Lavoie;Rollande;;;", ""),
        ("FN:JP\r\nN:Roy;Jean-Philippe;;;", ""),
        ("FN:Péter Nagy\r\nN:Nagy;Péter;;;", ""),
        ("FN:Nagy\r\nN:Nagy;;;;", ""),
        ("FN:Nagy Péter", ""),
        ("FN:María José Ruiz Pineda\r\nN:Ruiz Pineda;María José;;;", ""),
        ("FN:Ana Rosa\r\nN:Rosa;Ana;;;", "Ana"),
        ("FN:José Emilio Ruiz\r\nN:Ruiz;José Emilio;;;", "José Emilio"),
    ],
)
def test_a_card_tells_which_name_is_the_given_one_where_the_name_does_not(lines: str, given: str) -> None:
    """It stands last in Hungary, China or Japan: N says which part is which (RFC 6350, 6.2.2)."""
    assert card_in(vcard(lines)).given == given


def test_addresses_are_normalised_and_told_once() -> None:
    """The same form as in calendars, so that both meet."""
    data = vcard(
        "FN:Ana Lima",
        "EMAIL:  ANA@Example.ORG ",
        "EMAIL:mailto:ana@example.org",
        "EMAIL:Ana Lima <ana@example.org>",
        "EMAIL:",
        "EMAIL:ana.lima@example.com",
    )

    assert card_in(data).emails == ("ana@example.org", "ana.lima@example.com")


def test_what_is_no_address_is_told_and_the_card_kept() -> None:
    """Old Exchange directories hold X.500 names."""
    book = cards_in(vcard("FN:Ana Lima", "EMAIL:/o=Firm/cn=ana"), name="contacts.vcf")

    assert book.cards == (Card(name="Ana Lima"),)
    assert [problem.what for problem in book.problems] == ["“/o=Firm/cn=ana” is not a mail address"]


@given(
    st.lists(
        st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=60),
        min_size=1,
        max_size=8,
        unique=True,
    )
)
def test_each_name_that_was_written_is_read(names: list[str]) -> None:
    """In their order, whatever the script."""
    data = b"".join(vcard(f"FN:{name}") for name in names)

    assert [card.name for card in cards_in(data, name="contacts.vcf").cards] == names


@pytest.mark.parametrize(
    ("categories", "circle"),
    [
        ("Family,Friends of mine", ""),
        ("Familie", "family"),
        ("Ski,Arbeit", "work"),
        ("amis", "friends"),
        ("Ski", ""),
    ],
)
def test_the_groups_of_a_card_tell_a_circle(categories: str, circle: str) -> None:
    """Where they tell one and no other; the groups themselves are not kept."""
    assert card_in(vcard("FN:Ana Lima", f"CATEGORIES:{categories}")).circle == circle


@pytest.mark.parametrize(
    ("lines", "household"),
    [
        (
            "item2.X-ABRELATEDNAMES;type=pref:Olivier Roth\r\nitem2.X-ABLabel:_$!<Spouse>!$_",
            ("Olivier Roth",),
        ),
        ("item2.X-ABRELATEDNAMES:Ana\r\nitem2.X-ABLabel:_$!<Mother>!$_", ()),
        ("item2.X-ABRELATEDNAMES:Émile\r\nitem2.X-ABLabel:fils\r\nitem3.X-ABLabel:Spouse", ("Émile",)),
        ("X-ABRELATEDNAMES:Ana\r\nX-ABLabel:Spouse", ()),
        ("X-ABRELATEDNAMES;TYPE=spouse:Ana", ("Ana",)),
        ("RELATED;TYPE=spouse;VALUE=text:Olivier Roth", ("Olivier Roth",)),
        ('RELATED;TYPE="kin,child":Léa\\, the first', ("Léa, the first",)),
        ("RELATED;TYPE=spouse:mailto:O.Roth@Example.org", ("o.roth@example.org",)),
        ("RELATED;TYPE=spouse:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6", ()),
        ("RELATED;TYPE=friend;VALUE=text:Ana\r\nRELATED:Ana", ()),
        ("X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Olivier Roth;14;;;;;;;;;;;;;", ("Olivier Roth",)),
        ("X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Olivier;0;Ehemann;;;", ("Olivier",)),
        ("X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Ana;8;;;", ()),
        ("X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Ana;1;;;", ()),
        ("X-KADDRESSBOOK-X-SpousesName:Maria\r\nX-EVOLUTION-SPOUSE:Maria", ("Maria",)),
    ],
)
def test_a_card_names_partners_and_children(lines: str, household: tuple[str, ...]) -> None:
    """Apple's and Google's labels, RFC 6350 (6.6.6), Android, KAddressBook, Evolution; parents and friends are none."""
    assert card_in(vcard("FN:Eva Roth", lines)).household == household
