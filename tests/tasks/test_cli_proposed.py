"""Names that stand in titles alone, by command: listed, confirmed, identified, refused."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tasks.wiring import now
from tests.prepared import prepare
from tests.tasks.running import Said, environ
from tests.tasks.worked import DAY, calendar, is_one_sentence, work_off


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return environ(prepare(tmp_path / "data"))


@pytest.fixture
def titled(tmp_path: Path, env: dict[str, str], run: Callable[..., Said]) -> None:
    """A calendar with a name in a title, and nobody else."""
    whole = calendar(("t", "ada@example.org", now() - DAY)).replace(
        b"Coffee", "Lunch with Maria D’Angelo".encode()
    )
    lines = whole.splitlines(keepends=True)
    (tmp_path / "own.ics").write_bytes(b"".join(line for line in lines if b"mailto:" not in line))
    run("add", tmp_path / "own.ics")
    work_off(env)


@pytest.mark.usefixtures("titled")
def test_names_in_titles_are_confirmed_or_refused(run: Callable[..., Said]) -> None:
    """By command, and as often as it is said."""
    for _ in range(2):
        assert run("proposed", "Maria", "--nobody").lines == [
            "Maria is nobody, and is not asked about again."
        ]
    assert run("proposed", "Maria", "--nobody", "--undo").lines == ["Maria may be somebody again."]
    for _ in range(2):
        assert run("proposed", "Maria").lines == ["Maria is somebody: titles that name them count now."]
    assert run("proposed", "--format", "json").body == []
    run("rest", "Maria")
    told = run("proposed", "Maria D'Angelo", "--is", "Maria").lines
    assert told == [
        "Maria D'Angelo is Maria: titles that name them so count now. `snowdrop split Maria` takes that back."
    ]


@pytest.mark.usefixtures("titled")
def test_a_name_that_no_title_has_is_nobody_s(run: Callable[..., Said]) -> None:
    """Mistyped, it would never count; each wrong usage is a sentence."""
    assert "no title names Marya D'Angelo: `snowdrop proposed`" in run("proposed", "Marya D'Angelo").err
    assert "never said that Maria is nobody" in run("proposed", "Maria", "--nobody", "--undo").err
    for wrong in (
        ["Marya"],
        ["Marya", "--nobody"],
        ["--nobody"],
        ["Maria", "--undo"],
        ["--is", "Maria"],
        ["Maria", "--nobody", "--is", "Maria"],
        ["maria@example.org"],
    ):
        told = run("proposed", *wrong)
        assert told.code == 2
        assert is_one_sentence(told)
    assert run("proposed").lines[0].startswith("Maria D’Angelo ")


@pytest.mark.usefixtures("titled")
def test_names_in_titles_are_told_with_those_who_may_be_meant(run: Callable[..., Said]) -> None:
    """For programs; nobody known is called so here."""
    (told,) = run("proposed", "--format", "json").body

    assert told == {"name": "Maria D’Angelo", "title": "Lunch with Maria D’Angelo", "bearers": []}


@pytest.mark.usefixtures("titled")
def test_who_may_be_meant_is_told_as_one_types_it(
    tmp_path: Path, env: dict[str, str], run: Callable[..., Said]
) -> None:
    """The answer can be copied from the list."""
    book = tmp_path / "book.vcf"
    book.write_text("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Maria Roth\r\nEMAIL:maria@example.com\r\nEND:VCARD\r\n")
    run("import", book)
    work_off(env)

    assert run("proposed").lines[1:] == ["    perhaps Maria Roth: --is 'Maria Roth'"]
    (told,) = run("proposed", "Maria D'Angelo", "--is", "Maria Roth").lines
    assert told.startswith("Maria D'Angelo is Maria Roth: titles that name them so count now.")
    assert told.endswith("`snowdrop split 'Maria Roth'` takes that back.")
    refused = run("proposed", "Maria D'Angelo", "--nobody")
    assert (
        "Maria D'Angelo means Maria Roth, as you said: `snowdrop split 'Maria Roth'` takes that back"
        in refused.err
    )
    assert run("split", "Maria Roth").lines[0] == "Parted, and each stands alone now:"
    work_off(env)
    assert run("proposed").lines[0].startswith("Maria D’Angelo ")


@pytest.mark.usefixtures("titled")
def test_a_name_in_titles_is_refused_as_one_types_it(run: Callable[..., Said]) -> None:
    """The calendar has the apostrophe of print; taken back, it is asked about again."""
    asked = run("proposed").lines
    run("proposed", "Maria D'Angelo", "--nobody")
    refused = run("proposed").lines
    run("proposed", "maria d`angelo", "--nobody", "--undo")

    assert asked[0].startswith("Maria D’Angelo ")
    assert refused == ["No title names anybody unknown."]
    assert run("proposed").lines == asked
