"""Careful XML is read without trusting it: no document type, so no entities; no endless tags, no endless trees.

Before step 1 of 5: bytes → tree. What costs more memory than an honest answer ends the reading. Pure.
"""

from collections.abc import Collection, Mapping
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers.expat import ExpatError, ParserCreate

from worker.core.sentence import Sentence

LONGEST_TAG_BYTES = 65_536
"""Expat keeps an unfinished tag in memory, and looks at it again with each piece that comes."""
MOST_ELEMENTS = 400_000
"""A list of 50,000 objects, in less than 100 MB of memory."""


class NotXmlError(ValueError):
    """The body is no XML that is read; it says why, for the middle of a sentence."""

    def __init__(self, why: Sentence) -> None:
        super().__init__(why)
        self.why = why


def root_of(body: bytes, *, attributes: Collection[str] = ()) -> Element:
    """The root, with tags as ElementTree writes them ("{namespace}name") and of the attributes only those named.

    Raises NotXmlError.
    """
    try:
        return _Reading(frozenset(attributes)).root_of(body)
    except (
        ExpatError,
        LookupError,
        UnicodeError,
    ) as error:  # the last two: encodings that are none, or do not fit
        raise NotXmlError(Sentence("it cannot be read")) from error


class _Reading:
    """One reading of one body."""

    def __init__(self, attributes: frozenset[str]) -> None:
        self.builder, self.elements, self.attributes = TreeBuilder(), 0, attributes
        self.parser = ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = lambda name: self.builder.end(_tag(name))
        self.parser.CharacterDataHandler = self.builder.data

    def root_of(self, body: bytes) -> Element:
        for at_bytes in range(0, len(body), LONGEST_TAG_BYTES):
            self.parser.Parse(body[at_bytes : at_bytes + LONGEST_TAG_BYTES], False)
            if at_bytes - self.parser.CurrentByteIndex > LONGEST_TAG_BYTES:
                raise NotXmlError(Sentence("a tag does not end"))
        self.parser.Parse(b"", True)
        return self.builder.close()

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.elements += 1
        if self.elements > MOST_ELEMENTS:
            raise NotXmlError(Sentence("it is made of too many pieces"))
        kept = {key: value for key, value in attributes.items() if key in self.attributes}
        self.builder.start(_tag(name), kept)

    def _refuse(self, *_: object) -> None:
        raise NotXmlError(Sentence("it brings a document type"))


def _tag(name: str) -> str:
    return "{" + name.replace(" ", "}", 1) if " " in name else name
