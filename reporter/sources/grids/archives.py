"""A zipped workbook and its XML, read within bounds; the home of zipfile, zlib and expat.

Knows how many bytes a member really holds, whatever the archive says; elements, attributes and
texts. Never what they mean.

A spreadsheet is a zip of XML files: a few kilobytes can hold gigabytes. Every member is
decompressed once here, counted, and its size compared with the one that the archive announces,
before anything else reads it. expat reads in linear time; what it is given is bounded all the
same, because a file may nest a million elements, give each a name of its own, or hold one attribute
of a hundred megabytes.
"""

from __future__ import annotations

import zipfile
import zlib
from collections import deque
from io import BytesIO
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping

    Start = Callable[[str, Mapping[str, str]], None]
    Element = tuple[tuple[str, ...], Mapping[str, str] | None, str]

PIECE = 1 << 20
LOCAL_HEADER = 30
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
MOST_MEMBERS = 10_000
STEP = 1 << 16
DEEPEST = 256
MOST_NAMES = 10_000
LONGEST_MARK = 1 << 19
LONGEST_TEXT = 1 << 17
"""Pieces of text within one element; a cell has at most 32 767 characters."""
UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


class Unsafe(ValueError):  # it says what the archive is
    """An archive that does not keep within bounds, or is not what it says."""


class Archive:
    """A zip file whose members are read within a bound shared by all of them.

    Attributes:
        members: what stands in it, by its path in lower case, as spreadsheets look for it.

    Args:
        data: the bytes of the file.
        bound: how many decompressed bytes all the members may hold.

    Raises:
        Unsafe: where the archive is broken or announces more than the bound.
    """

    def __init__(self, data: bytes, bound: int) -> None:
        self.data = data
        self.left = bound
        try:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                self.members = {
                    info.filename.replace("\\", "/").lower(): info for info in archive.infolist()
                }
                count = len(archive.infolist())
        except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
            raise Unsafe("archive abîmée ou incomplète") from error
        if count > MOST_MEMBERS or count != len(self.members):
            raise Unsafe("archive contenant trop de fichiers, ou deux fichiers du même nom")
        if any(info.flag_bits & 1 for info in self.members.values()):
            raise Unsafe("classeur protégé par un mot de passe")
        if sum(info.file_size for info in self.members.values()) > bound:
            raise Unsafe("contenu trop grand une fois décompressé")

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield the content of a member, piece by piece.

        Raises:
            Unsafe: where it is longer than announced, broken, or beyond the bound.
        """
        info = self.members[name]
        if info.compress_type not in METHODS:
            raise Unsafe("méthode de compression inconnue")
        count = 0
        try:
            for piece in self._inflated(info):
                count += len(piece)
                if count > min(info.file_size, self.left):
                    raise Unsafe("contenu plus grand que ce que l’archive annonce")
                yield piece
        except zlib.error as error:
            raise Unsafe("archive abîmée ou incomplète") from error
        if count != info.file_size:
            raise Unsafe("archive abîmée ou incomplète")
        self.left -= count

    def content(self, name: str) -> bytes:
        """Return the whole content of a member, empty where there is no such member."""
        return b"".join(self.pieces(name)) if name in self.members else b""

    def pass_over_but(self, read: Container[str]) -> None:
        """Count the bytes of the members that nobody reads.

        Raises:
            Unsafe: where one is longer than announced, broken, or beyond the bound.
        """
        for name in self.members:
            if name not in read:
                deque(self.pieces(name), maxlen=0)

    def _inflated(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        """Yield what really stands in a member, by its own stream and not by its announced size."""
        start = info.header_offset
        header = self.data[start : start + LOCAL_HEADER]
        start += LOCAL_HEADER + sum(int.from_bytes(header[i : i + 2], "little") for i in (26, 28))
        raw = memoryview(self.data)[start : start + info.compress_size]
        if info.compress_type == zipfile.ZIP_STORED:
            yield bytes(raw)
            return
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        for at in range(0, len(raw), PIECE):
            todo: bytes | memoryview = raw[at : at + PIECE]
            while todo:
                yield stream.decompress(todo, PIECE * 4)
                todo = stream.unconsumed_tail
        if not stream.eof:
            yield stream.flush()


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
