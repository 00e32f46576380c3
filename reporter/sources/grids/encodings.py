"""The bytes of a text file → its text, whatever way it is encoded, even line by line.

Knows encodings. Never what the text says.
"""

from __future__ import annotations

import codecs

from reporter.characters import is_utf8

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
EURO_OF_LATIN_9 = 0xA4
CONTROLS = range(0x80, 0xA0)
"""Bytes that are letters and signs in cp1252, and nothing in ISO-8859-15."""
LATIN_END = "\u0250"
"""The first letter beyond those of Latin alphabets: a text in UTF-16 is mostly before it."""


class NotText(ValueError):
    """Bytes that are no text."""


def decoded(data: bytes) -> str:
    """Return the text of bytes in UTF-8, UTF-16, cp1252, ISO-8859-15, or a mix of them by line.

    A line that is not UTF-8 is in the file's one-byte encoding: cp1252, unless its only sign of
    one is the euro of ISO-8859-15.

    Raises:
        NotText: where the bytes are no text in any of them.
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    if b"\0" in data:
        text = _strict(data, "utf-16-le" if data[1:2] == b"\0" else "utf-16-be")
        if 2 * sum(" " <= sign < LATIN_END for sign in text) <= len(text):
            raise NotText
        return text
    try:
        return data.decode()
    except UnicodeDecodeError:
        other = _one_byte(data)
        return "".join(_line(line, other) for line in data.splitlines(keepends=True))


def _one_byte(data: bytes) -> str:
    others = {byte for line in data.splitlines() if not is_utf8(line) for byte in line}
    latin_9 = EURO_OF_LATIN_9 in others and not others.intersection(CONTROLS)
    return "iso-8859-15" if latin_9 else "cp1252"


def _line(line: bytes, encoding: str) -> str:
    return line.decode() if is_utf8(line) else _strict(line, encoding)


def _strict(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotText from error
    if "\0" in text:
        raise NotText
    return text
