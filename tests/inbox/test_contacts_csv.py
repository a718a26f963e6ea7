"""Contact tables: Google, LinkedIn and Outlook, in their spellings."""

import pytest

from worker.core.person import Birthday, Card
from worker.core.problem import Problem
from worker.errors import PermanentError
from worker.inbox.cards.addressbook import AddressBook, cards_in


def table(*lines: str) -> bytes:
    return "\r\n".join(lines).encode()


def test_googles_new_table_is_read() -> None:
    """Headers since 2024."""
    data = table(
        "First Name,Middle Name,Last Name,Phonetic First Name,Nickname,Organization Name,Birthday,Labels,"
        "E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value",
        "Ana,,Lima,Ah-na,,Firm,1984-03-09,* myContacts,Home,ana@example.org,Work,"
        "a@firm.example.com ::: b@firm.example.com,Mobile,+49 170 5550100",
        ",,,,,Only A Firm,,,,info@firm.example.com,,,,",
        "Ben,,Osei,,,,--04-05,,,,,,,",
    )

    book = cards_in(data, name="contacts.csv")

    assert book.cards == (
        Card(
            name="Ana Lima",
            emails=("ana@example.org", "a@firm.example.com", "b@firm.example.com"),
            phones=("+49 170 5550100",),
            birthday=Birthday(month=3, day=9, year=1984),
        ),
        Card(name="Ben Osei", birthday=Birthday(month=4, day=5)),
    )
    assert [(problem.where, problem.what) for problem in book.problems] == [
        ("line 3", "is a firm, not a person")
    ]


def test_googles_old_table_is_read() -> None:
    """In UTF-16, as it was exported for years; a date of death stands among the events."""
    data = table(
        "Name,Given Name,Additional Name,Family Name,Birthday,E-mail 1 - Type,E-mail 1 - Value,"
        "Phone 1 - Type,Phone 1 - Value,Event 1 - Type,Event 1 - Value",
        "Ana Maria Lima,Ana,Maria,Lima,--03-09,* Home,ana@example.org,Mobile,0170 5550100,Death,2020-01-10",
    )

    (card,) = cards_in(data.decode().encode("utf-16"), name="google.csv").cards

    assert card == Card(
        name="Ana Maria Lima",
        emails=("ana@example.org",),
        phones=("0170 5550100",),
        birthday=Birthday(month=3, day=9),
        is_deceased=True,
    )


def test_linkedins_table_is_read_behind_its_notes() -> None:
    """Most connections hide their address: the name is kept."""
    data = table(
        "Notes:",
        '"When exporting your connection data, you may notice that some, or all, addresses are missing."',
        "",
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
        "Ana,Lima,https://www.example.com/in/ana,,Firm,Designer,09 Mar 2021",
        'Ben,"Osei, PhD",https://www.example.com/in/ben,Ben@Example.org,,,10 Mar 2021',
        ",,,,,,",
    )

    book = cards_in(data, name="Connections.csv")

    assert book == AddressBook(
        cards=(Card(name="Ana Lima"), Card(name="Ben Osei", emails=("ben@example.org",)))
    )


def test_outlooks_table_is_read() -> None:
    """Its empty birthday is 0/0/00; display names and fax numbers are left alone."""
    data = table(
        '"Title","First Name","Middle Name","Last Name","Company","Business Fax","Home Phone","Mobile Phone",'
        '"Birthday","E-mail Address","E-mail Type","E-mail Display Name","E-mail 2 Address"',
        '"","Ana","","Lima","","030 1","030 2","0170 3","3/9/1984","ANA@example.org","SMTP","Ana (x@y.z)",""',
        '"","Ben","","Osei","","","","","0/0/00","","","",""',
    )

    book = cards_in(data, name="outlook.csv")

    assert book == AddressBook(
        cards=(
            Card(
                name="Ana Lima",
                emails=("ana@example.org",),
                phones=("030 2", "0170 3"),
                birthday=Birthday(month=3, day=9, year=1984),
            ),
            Card(name="Ben Osei"),
        )
    )


def test_one_unmistakable_date_shows_the_order_of_all() -> None:
    """25/12/1990 has its day first; so has 3/9/1984 in the same table."""
    data = table("First Name,Last Name,Birthday", "Ana,Lima,3/9/1984", "Ben,Osei,25/12/1990")

    ana, ben = cards_in(data, name="outlook.csv").cards

    assert ana.birthday == Birthday(month=9, day=3, year=1984)
    assert ben.birthday == Birthday(month=12, day=25, year=1990)


@pytest.mark.parametrize(
    "header",
    [
        "Vorname;Nachname;E-Mail-Adresse;Mobiltelefon;Geburtstag;Fax geschäftlich",
        "Prénom;Nom;Adresse de messagerie;Tél. mobile;Anniversaire;Télécopie",
        "Nombre;Apellidos;Dirección de correo electrónico;Teléfono móvil;Cumpleaños;Fax",
        "Nome;Cognome;Indirizzo posta elettronica;Cellulare;Compleanno;Fax",
        "Nome;Sobrenome;Endereço de Email;Telefone celular;Aniversário;Fax",
    ],
)
def test_outlooks_table_is_read_in_other_languages(header: str) -> None:
    """With semicolons, in Windows-1252, days before months with dots."""
    data = f"{header}\r\nZoë;Müller;zoe@example.org;0170 3;9.3.1984;\r\n".encode("cp1252")

    assert cards_in(data, name="kontakte.csv").cards == (
        Card(
            name="Zoë Müller",
            emails=("zoe@example.org",),
            phones=("0170 3",),
            birthday=Birthday(month=3, day=9, year=1984),
        ),
    )


@pytest.mark.parametrize(
    ("header", "dates", "birthday"),
    [
        ("Anniversaire", ("4/12/1979",), Birthday(month=12, day=4, year=1979)),
        ("Compleanno", ("4/12/1979", "12/25/1980"), Birthday(month=4, day=12, year=1979)),
        ("Birthday", ("4/12/1979",), Birthday(month=4, day=12, year=1979)),
        ("Birthday", ("4/12/1979", "25/12/1980"), Birthday(month=12, day=4, year=1979)),
    ],
)
def test_the_language_of_a_table_tells_its_dates_where_they_do_not(
    header: str, dates: tuple[str, ...], birthday: Birthday
) -> None:
    """One date says which comes first, for its whole column."""
    rows = (f"Zoë{n},Müller,{n}@example.org,{each}" for n, each in enumerate(dates))
    data = table(f"First Name,Last Name,E-mail Address,{header}", *rows)

    assert cards_in(data, name="contacts.csv").cards[0].birthday == birthday


def test_a_table_of_another_kind_says_what_it_found_and_what_is_known() -> None:
    """One sentence with the remedy."""
    with pytest.raises(PermanentError) as caught:
        cards_in(table("Amount,IBAN,Date", "12,DE00,2026-01-01"), name="bank.csv")

    sentence = str(caught.value)
    assert "bank.csv" in sentence
    assert "Amount, IBAN, Date" in sentence
    for known in ("vCard", "Google", "LinkedIn", "Outlook", "E-mail 1 - Value", "Email Address"):
        assert known in sentence


def test_a_quote_that_never_closes_keeps_the_rows_before() -> None:
    """The rest of the file would be one endless cell."""
    rest = "x" * 200_000
    data = table("First Name,Email Address", "Ana,ana@example.org", f'Ben,"{rest}')

    book = cards_in(data, name="contacts.csv")

    assert book.cards == (Card(name="Ana", emails=("ana@example.org",)),)
    assert book.problems == (Problem(where="line 3", what="a cell does not end", kept="the rows before"),)


def test_short_rows_are_read_as_far_as_they_go() -> None:
    """Trailing commas are often saved away."""
    data = table("First Name,Last Name,Email Address,Birthday", "Ana")

    assert cards_in(data, name="contacts.csv").cards == (Card(name="Ana"),)


@pytest.mark.parametrize(
    ("header", "groups", "circle"),
    [
        ("Labels", "* myContacts ::: Family", "family"),
        ("Group Membership", "* myContacts ::: * coworkers ::: Work", "work"),
        ("Categories", "Friends;Ski", "friends"),
        ("Kategorien", "Familie", "family"),
        ("Labels", "* myContacts ::: * starred", ""),
    ],
)
def test_the_groups_of_a_row_tell_a_circle(header: str, groups: str, circle: str) -> None:
    """Google calls them labels, Outlook categories."""
    data = table(f"First Name,E-mail 1 - Value,{header}", f"Ana,ana@example.org,{groups}")

    assert [card.circle for card in cards_in(data, name="contacts.csv").cards] == [circle]


@pytest.mark.parametrize(
    ("headers", "cells", "household"),
    [
        ("Relation 1 - Label,Relation 1 - Value", "Spouse,Olivier Roth", ("Olivier Roth",)),
        ("Relation 1 - Type,Relation 1 - Value", "Mother,Ana", ()),
        ("Relation 1 - Label,Relation 1 - Value,Relation 2 - Label,Relation 2 - Value",
         "Child,Léa ::: Émile,* fils,Noé", ("Léa", "Émile", "Noé")),
        ("Relation 1 - Label", "Spouse", ()),
        ("Spouse,Children", 'Olivier Roth,"Léa; Émile"', ("Olivier Roth", "Léa", "Émile")),
        ("Partner,Kinder", "Olivier,", ("Olivier",)),
    ],
)  # fmt: skip
def test_a_row_names_partners_and_children(headers: str, cells: str, household: tuple[str, ...]) -> None:
    """Google's relations, new and old, and Outlook's columns."""
    data = table(f"First Name,E-mail 1 - Value,{headers}", f"Eva,eva@example.org,{cells}")

    assert [card.household for card in cards_in(data, name="contacts.csv").cards] == [household]


@pytest.mark.parametrize(
    ("headers", "also"),
    [
        ("Nombre,Apellidos,Apodo,Correo electrónico 1 - Etiqueta,Correo electrónico 1 - Valor", "Paqui"),
        ("Nombre,Apellidos,Sobrenombre,E-mail 1 - Etiqueta,E-mail 1 - Valor", "Paqui"),
        ("Nombre,Apellidos,Alias,E-mail 1 - Etiqueta,E-mail 1 - Valor", "Paqui"),
        ("Vorname,Nachname,Spitzname,E-Mail 1 – Bezeichnung,E-Mail 1 – Wert", "Paqui"),
        ("Prénom,Nom,Pseudo,E-mail 1 - Étiquette,E-mail 1 - Valeur", "Paqui"),
        ("Prénom,Nom,Surnom,Adresse e-mail 1 - Libellé,Adresse e-mail 1 - Valeur", "Paqui"),
        ("Nome,Cognome,Soprannome,Email 1 - Etichetta,Email 1 - Valore", "Paqui"),
        ("Nome,Sobrenome,Apelido,E-mail 1 - Marcador,E-mail 1 - Valor", "Paqui"),
        ("Nome próprio,Apelido,Alcunha,E-mail 1 - Etiqueta,E-mail 1 - Valor", "Paqui"),
        ("First Name,Last Name,Nickname,E-mail 1 - Label,E-mail 1 - Value", "Paqui"),
    ],
)
def test_googles_headers_are_read_in_other_languages(headers: str, also: str) -> None:
    """A label is no address; "Apelido" is a surname in Portugal, and beside "Sobrenome" a nickname."""
    book = cards_in(table(headers, "Francisca,Ruiz,Paqui,* Otro,f@example.org"), name="contacts.csv")

    assert book == AddressBook(cards=(Card(name="Francisca Ruiz", emails=("f@example.org",), also=(also,)),))


@pytest.mark.parametrize(
    ("event", "relation"),
    [
        ("Evento 1 - Etiqueta", "Relación 1 - Etiqueta,Relación 1 - Valor"),
        ("Événement 1 - Libellé", "Relation 1 - Libellé,Relation 1 - Valeur"),
        ("Ereignis 1 - Label", "Beziehung 1 - Label,Beziehung 1 - Wert"),
        ("Evento 1 - Etichetta", "Relazione 1 - Etichetta,Relazione 1 - Valore"),
        ("Evento 1 - Marcador", "Relação 1 - Marcador,Relação 1 - Valor"),
    ],
)
def test_dates_and_relations_are_read_in_other_languages(event: str, relation: str) -> None:
    """Who died, and who is a partner; what is said of how a name sounds is no telephone."""
    headers = f"First Name,Prénom phonétique,E-mail 1 - Value,{event},{relation}"
    book = cards_in(table(headers, "Eva,é-va,eva@example.org,Death,Spouse,Olivier Roth"), name="contacts.csv")

    assert book.cards == (
        Card(name="Eva", emails=("eva@example.org",), is_deceased=True, household=("Olivier Roth",)),
    )


def test_the_day_of_a_wedding_is_no_birthday() -> None:
    """Spanish tables tell both, Portuguese ones call a birthday so."""
    data = table("Nombre,E-mail,Cumpleaños,Aniversario,", "Ana,ana@example.org,,2010-06-12,")

    assert cards_in(data, name="contacts.csv").cards == (Card(name="Ana", emails=("ana@example.org",)),)


@pytest.mark.parametrize(
    ("given", "family", "told"),
    [("María José", "Ruiz Pineda", ""), ("Ana", "Rosa", "Ana"), ("José Emilio", "Ruiz", "José Emilio")],
)
def test_a_row_tells_how_many_names_are_given(given: str, family: str, told: str) -> None:
    """Where the name alone tells otherwise."""
    data = table("Nombre,Apellidos,E-mail", f"{given},{family},a@example.org")

    assert [card.given for card in cards_in(data, name="contacts.csv").cards] == [told]
