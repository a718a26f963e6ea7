"""Typed wrong: each slip in what a command is given is answered by one sentence that names it and the remedy."""

import os
from pathlib import Path

import pytest

from tests.tasks.ways import SECRET, Way, calendar_in, hold, wrote

WAYS = {
    "an address book of a spreadsheet": Way(
        command=("import", "{folder}/people.xlsx"),
        before=wrote("people.xlsx", b"PK\x03\x04\x14\x00\x06\x00"),
        code=1,
        says=("people.xlsx is a spreadsheet", "vCard or CSV"),
    ),
    "an address book for a calendar": Way(
        command=("add", "{folder}/people.vcf"),
        before=wrote("people.vcf", b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nEND:VCARD\r\n"),
        code=1,
        says=("people.vcf is an address book", "`snowdrop import` reads it"),
    ),
    "a picture for a calendar": Way(
        command=("add", "{folder}/own.png"),
        before=wrote("own.png", b"\x89PNG\r\n\x1a\n" + bytes(99)),
        code=1,
        says=("own.png holds no calendar", "export it again as iCalendar (.ics)"),
    ),
    "a table for a calendar": Way(
        command=("add", "{folder}/own.tsv"),
        before=wrote("own.tsv", b"day\ttitle\tplace\n2026-11-02\tLunch\tHome\n"),
        code=1,
        says=("own.tsv is a table, not a calendar", "iCalendar (.ics)"),
    ),
    "an address of an address book for a file": Way(
        command=("preview", "own.ics", "--contacts", f"https://example.org/{SECRET}"),
        says=("--contacts: name a file", "`snowdrop import`"),
    ),
    "a feed for the shelf that is not there": Way(
        command=("shelf", "follow", "{folder}/notes.xml"),
        code=1,
        says=("no file notes.xml", "check its name"),
    ),
    "a pipe for a calendar": Way(
        command=("add", "{folder}/pipe.ics"),
        before=lambda folder: os.mkfifo(folder / "pipe.ics"),
        code=1,
        says=("no file or folder pipe.ics", "check its name"),
    ),
    "an address book that leads to itself": Way(
        command=("import", "{folder}/book.vcf"),
        before=lambda folder: (folder / "book.vcf").symlink_to(folder / "book.vcf"),
        code=1,
        says=("book.vcf: the address book cannot be read", "check its name"),
    ),
    "a password that no address can hold": Way(
        command=("add", "https://127.0.0.1:9/x", "--user", "ada", "--password-file", "{folder}/own.txt"),
        before=wrote("own.txt", SECRET * 9_000),
        code=1,
        says=("address at 127.0.0.1 is damaged", "copy it anew"),
    ),
    "a link without its address": Way(
        command=("shelf", "add", "link", "How bees winter"),
        says=("a link needs its address", "--link", "How bees winter"),
    ),
    "an answer without its nudge": Way(
        command=("answer", "undo"), says=("the nudge's id comes first", "`snowdrop nudges`", "then undo")
    ),
    "a thing whose number is a word": Way(
        command=("shelf", "remove", "abc"), says=("NUMBER has to be a whole number", "shelf remove --help")
    ),
    "a person whose name is empty": Way(
        command=("people", ""), says=("a word is empty", "leave it out", "people --help")
    ),
    "an option with nothing behind it": Way(
        command=("rest", "Ada", "--until="), says=("a word is empty", "leave it out", "rest --help")
    ),
    "an option for one's own address that is none": Way(
        command=("preview", "{folder}/own.ics", "--me", "notmail"),
        says=("--me", "'notmail' is no mail address", "like me@"),
    ),
    "a wrong year": Way(command=("met", "Amina", "20226-11-01"), says=("20226-11-01", "like 2026-11-22")),
    "days the wrong way around": Way(
        command=("away", "2026-12-10", "2026-12-01"), says=("2026-12-10", "first day first")
    ),
    "a calendar that is not there": Way(
        command=("add", "{folder}/nowhere.ics"), code=1, says=("nowhere.ics", "check its name")
    ),
    "an unknown calendar that is somebody else's": Way(
        command=("theirs", "partner"), code=1, says=("no feed called partner", "`snowdrop feeds`")
    ),
    "an unknown calendar that is the user's after all": Way(
        command=("theirs", "7", "--mine"), code=1, says=("no feed called 7", "`snowdrop feeds`")
    ),
    "somebody else's calendar that is not there": Way(
        command=("add", "{folder}/hers.ics", "--theirs"), code=1, says=("hers.ics", "check its name")
    ),
    "a folder without a calendar": Way(
        command=("add", "{folder}"), code=1, says=("holds no calendar", ".ics")
    ),
    "an address of another kind": Way(
        command=("add", "ftp://example.org/x.ics"), code=1, says=("ftp://", "https:// or webcal://")
    ),
    "a web page for a calendar": Way(
        command=("events", "{folder}/page.ics"),
        before=wrote("page.ics", "<!DOCTYPE html><html><title>Sign in</title></html>"),
        code=1,
        says=("page.ics", "web page"),
    ),
    "a table of another shape": Way(
        command=("import", "{folder}/list.csv"),
        before=wrote("list.csv", "eggs,milk\n6,2\n"),
        code=1,
        says=("eggs, milk", "Known are"),
    ),
    "somebody unknown": Way(
        command=("people", "--why", "Nobody"), code=1, says=("Nobody is called Nobody", "`snowdrop people`")
    ),
    "a nudge of long ago": Way(
        command=("answer", "0123", "done"), code=1, says=("no such nudge", "`snowdrop nudges`")
    ),
    "an answer that is none": Way(
        command=("answer", "0123", "perhaps"), says=("'perhaps'", "'done', 'later'")
    ),
    "a backup into a folder that is not there": Way(
        command=("backup", "{folder}/none/x.db"), code=1, says=("no folder", "/none:", "make it")
    ),
    "a backup that is none": Way(
        command=("restore", "{folder}/list.txt"),
        before=wrote("list.txt", "eggs"),
        code=1,
        says=("list.txt is no backup", "`snowdrop backup`"),
    ),
    "a shelf that is not TOML": Way(
        command=("preview", "{folder}/own.ics"),
        settings={"SHELF": "{folder}/shelf.toml"},
        before=lambda folder: (
            (calendar_in(folder), (folder / "shelf.toml").write_text("books: many"))[0] and None
        ),
        code=1,
        says=("shelf.toml is not TOML", "[[thing]]"),
    ),
    "a command that is none": Way(command=("calender",), says=("calender", "snowdrop --help")),
}


@pytest.mark.parametrize("name", WAYS)
def test_what_is_typed_wrong_is_answered_by_one_helpful_sentence(name: str, tmp_path: Path) -> None:
    """No traceback, no secret, nothing on standard output, and the exit code tells whose fault it is."""
    hold(WAYS[name], tmp_path)
