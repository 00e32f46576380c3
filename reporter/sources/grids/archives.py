"""A zipped workbook, read within bounds; the home of zipfile and zlib.

Knows how many bytes a member really holds, whatever the archive says. Never what they mean.

A spreadsheet is a zip of XML files: a few kilobytes can hold gigabytes. Every member is
decompressed once here, counted, and its size compared with the one that the archive announces,
before anything else reads it.
"""

from __future__ import annotations

import zipfile
import zlib
from collections import deque
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

PIECE = 1 << 17
"""Bytes of a member that are decompressed at once, few enough to stay near the processor."""
LOCAL_HEADER = 30
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
MOST_MEMBERS = 10_000


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
