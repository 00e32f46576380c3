"""XML, read within bounds; the home of expat.

Knows elements, attributes and texts. Never what they mean, nor where they come from.

expat reads in linear time; what it is given is bounded all the same, because a file may nest a
million elements, give each a name of its own, or hold one attribute of a hundred megabytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

from reporter.sources.grids.archives import Unsafe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    Start = Callable[[str, Mapping[str, str]], None]
    Element = tuple[tuple[str, ...], Mapping[str, str] | None, str]

STEP = 1 << 16
DEEPEST = 256
MOST_NAMES = 10_000
LONGEST_MARK = 1 << 19
LONGEST_TEXT = 1 << 17
"""Pieces of text within one element; a cell has at most 32 767 characters."""
UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


class Markup:
    """An XML document, read as it comes.

    Attributes:
        path: the open elements, without their prefixes.
        texts: the pieces of text since the last element that opened or closed.

    Args:
        start: told of each element that opens, without its prefix, and of its attributes; the
            texts are still those that came before it.
        end: told of each element that closes; it stands in the path no more.
    """

    def __init__(self, start: Start, end: Callable[[str], None] | None = None) -> None:
        self.path: list[str] = []
        self.texts: list[str] = []
        self.fed = 0
        self._start = start
        self._end = end
        self._parser = parser = expat.ParserCreate("utf-8")
        parser.StartElementHandler = self._open
        parser.EndElementHandler = self._close
        parser.CharacterDataHandler = self.texts.append
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.CommentHandler = parser.ProcessingInstructionHandler = self._interrupt
        parser.StartCdataSectionHandler = self._interrupt

    @property
    def text(self) -> str:
        """Return the text since the last element that opened or closed."""
        return "".join(self.texts)

    @property
    def line(self) -> int:
        """Return the line of the document that is being read, from 1."""
        return self._parser.CurrentLineNumber

    def feed(self, data: bytes) -> None:
        """Read a piece; those longer than a step are cut after a mark, so that no text is.

        Raises:
            Unsafe: where the XML is malformed, beyond the bounds, or declares a document type.
        """
        if not self.fed and data[:2] in UTF_16:
            raise Unsafe("XML qui n’est pas en UTF-8")
        at = 0
        while at < len(data):
            end = at + STEP
            if end < len(data):
                end = data.rfind(b">", at, end) + 1 or end
            self._parse(data[at:end])
            at = end

    def read(self, pieces: Iterable[bytes]) -> None:
        """Read a whole document; nothing at all is no document, and not a mistake.

        Raises:
            Unsafe: where it is malformed, beyond the bounds, or declares a document type.
        """
        for piece in pieces:
            self.feed(piece)
        if self.fed:
            self.close()

    def close(self) -> None:
        """Say that the document is over.

        Raises:
            Unsafe: where it is not.
        """
        self._parse(b"", last=True)

    def _parse(self, data: bytes, *, last: bool = False) -> None:
        parser = self._parser
        try:
            parser.Parse(data, last)
        except expat.ExpatError as error:
            raise Unsafe(f"XML mal formé, ligne {error.lineno}") from error
        self.fed += len(data)
        if self.fed - parser.CurrentByteIndex > LONGEST_MARK or len(parser.intern) > MOST_NAMES:
            raise Unsafe("XML démesuré")
        if len(self.texts) > LONGEST_TEXT:
            raise Unsafe("texte démesuré")

    def _open(self, name: str, attributes: Mapping[str, str]) -> None:
        if ":" in name:
            name = name.rpartition(":")[2]
        self.path.append(name)
        if len(self.path) > DEEPEST:
            raise Unsafe("XML démesuré")
        self._start(name, attributes)
        self.texts.clear()

    def _close(self, _: str) -> None:
        name = self.path.pop()
        if self._end:
            self._end(name)
        self.texts.clear()

    def _interrupt(self, *_: str) -> None:
        self.texts += ("", "")


def elements(pieces: Iterable[bytes]) -> Iterator[Element]:
    """Yield each element of a document as it opens, then as it closes; of nothing at all, none.

    It is its path, from the outermost element to itself; its attributes, None where it closes; and
    what is written between it and the last one that opened or closed.

    Raises:
        Unsafe: where it is malformed, beyond the bounds, or declares a document type.
    """
    met: list[Element] = []

    def start(_: str, attributes: Mapping[str, str]) -> None:
        met.append(((*markup.path,), attributes, "".join(texts)))

    def end(name: str) -> None:
        met.append(((*markup.path, name), None, "".join(texts)))

    markup = Markup(start, end)
    texts = markup.texts
    for piece in pieces:
        for at in range(0, len(piece), STEP):
            markup.feed(piece[at : at + STEP])
            yield from met
            met.clear()
    if markup.fed:
        markup.close()


def refuse_types(content: bytes) -> None:
    """Look for what no document may hold, in one that is read elsewhere than here.

    Raises:
        Unsafe: where it declares a document type, or is not in UTF-8.
    """
    if content[:2] in UTF_16:
        raise Unsafe("XML qui n’est pas en UTF-8")
    if b"<!DOCTYPE" in content:
        _refuse_doctype()


def _refuse_doctype(*_: object) -> None:
    raise Unsafe("déclaration de type de document, interdite")
