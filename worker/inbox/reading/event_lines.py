"""An event's lines are its properties as text: decoded, unfolded, soft line breaks undone, none of them endless.

Part of step 1 of 5. Pure.
"""

from collections.abc import Callable, Iterable, Iterator

from worker.core.sentence import Sentence
from worker.inbox.reading.text import texts_in

LONGEST_LINE = 1_000_000
"""Characters of one line: a picture inside a calendar is not for us."""


def lines_in(raw: bytes, lose: Callable[[Sentence], None]) -> Iterable[str]:
    """The unfolded lines; endless ones are cut or left out, which is given to `lose` as a phrase."""
    texts: Iterable[str] = texts_in(raw)
    if len(raw) > LONGEST_LINE:
        texts = _without_endless_lines(texts, lose)
    return _without_soft_breaks(texts) if b"QUOTED-PRINTABLE" in raw.upper() else texts


def _without_endless_lines(texts: Iterable[str], lose: Callable[[Sentence], None]) -> Iterator[str]:
    for text in texts:
        if len(text) <= LONGEST_LINE:
            yield text
        else:
            lose(Sentence("a line is longer than a million characters"))
            yield _beginning_of(text)


def _beginning_of(text: str) -> str:
    """Of a title as much as is ever shown, of a list as many whole dates as fit; nothing of anything else."""
    beginning, name = text[:LONGEST_LINE], text[:8].upper()
    if name.startswith(("EXDATE", "RDATE")):
        return beginning[: max(beginning.rfind(","), beginning.rfind(";"), 0)]
    return beginning if name.startswith(("SUMMARY", "LOCATION")) else ""


def _without_soft_breaks(texts: Iterable[str]) -> Iterator[str]:
    """Joins the soft line breaks (`=` at the end) of quoted-printable values (vCalendar 1.0)."""
    pieces: list[str] = []
    for text in texts:
        if text.endswith("=") and (pieces or "QUOTED-PRINTABLE" in text.partition(":")[0].upper()):
            pieces.append(text[:-1])
        else:
            yield "".join((*pieces, text))
            pieces.clear()
    if pieces:
        yield "".join(pieces)
