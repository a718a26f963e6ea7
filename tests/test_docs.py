"""The pages lead somewhere: every link, every path that they name, and every name of the code that a link bears."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from bench import letters

TESTS = Path(__file__).parent
ROOT = TESTS.parent
PAGES = sorted((*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("tests/*.md")))
_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]+)\)")
_PATH = re.compile(r"`((?:bench|config|docs|tasks|tests|worker|\.ci)/[^`\s:]*)")
_FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_NAME = re.compile(r"`(?:\w+\.)*(\w+)`")

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())


@cache
def text_of(page: Path) -> str:
    """Without what is shown to be typed."""
    return _FENCED.sub("", page.read_text("utf-8"))


def links_in(page: Path) -> Iterator[tuple[str, Path, str]]:
    """What each link within the project says, the file that it leads to, and the heading there."""
    for said, target in _LINK.findall(text_of(page)):
        if ":" not in target:
            path, _, heading = target.partition("#")
            yield said, (page.parent / path).resolve() if path else page, heading


def headings_of(page: Path) -> set[str]:
    """As they stand behind a # in an address."""
    found = re.findall(r"^#+ (.*)$", text_of(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


@every_page
def test_every_link_leads_to_a_file_that_is_there(page: Path) -> None:
    """And to a heading that stands in it."""
    for said, file, heading in links_in(page):
        assert file.exists(), f"[{said}] leads to {file}"
        assert not heading or heading in headings_of(file), f"{file} has no heading #{heading}"


@every_page
def test_every_path_that_a_page_names_is_there(page: Path) -> None:
    """From the root, or among the tests; `<lang>` and `*` stand for any."""
    for path in _PATH.findall(text_of(page)):
        pattern = re.sub(r"<\w+>", "*", path).rstrip("/")
        assert any((*ROOT.glob(pattern), *TESTS.glob(pattern))), f"there is no {path}"


@every_page
def test_every_name_that_a_link_bears_is_defined_where_it_leads(page: Path) -> None:
    """A walk through the code in words is followed name by name."""
    for said, file, _ in links_in(page):
        name = _NAME.fullmatch(said)
        if name and file.suffix == ".py" and not said.endswith(".py`"):
            assert re.search(rf"\b(def|class) {name[1]}\b", file.read_text("utf-8")), (
                f"{file} has no {name[1]}"
            )


@pytest.mark.slow
def test_the_letters_shown_are_what_the_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever changes a word, a gift or a way shows here."""
    shown = re.findall(
        r"^```text\n(.*?)\n```", (ROOT / "docs" / "letters.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )

    letters.main(["--letter", "en", "de", "fr"])
    printed = capsys.readouterr().out

    assert len(shown) == 3
    assert [letter.splitlines()[0] for letter in shown if letter not in printed] == []
