"""What the accountant's software can hold, as values: lengths, alphabets, codes.

Knows programs by name, and their limits as read in November 2026 from their import formats. Never
the keys of bilan.toml, nor an entry. A limit that is not known is None: nothing is shortened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping

Encoding = Literal["utf-8", "iso-8859-15", "cp1252"]
ENCODINGS: tuple[Encoding, ...] = get_args(Encoding)


class Software(NamedTuple):
    """The longest texts that a program imports, in characters; None where no limit is known.

    Attributes:
        account: a general account.
        auxiliary: a client's or a supplier's account.
        label: the label of an entry, an account or a party.
        piece: the reference of a document.
        letters: the letters of a match; they then begin again for each party.
        journal: the code of a journal.
        encoding: the alphabet of the file.
    """

    account: int | None = None
    auxiliary: int | None = None
    label: int | None = None
    piece: int | None = None
    letters: int | None = None
    journal: int | None = None
    encoding: Encoding = "utf-8"


SOFTWARE = {
    "pennylane": Software(),
    "odoo": Software(),
    "inqom": Software(),
    "ibiza": Software(letters=3),
    "sage": Software(
        account=13,
        auxiliary=17,
        label=35,
        piece=13,
        letters=3,
        journal=6,
        encoding="iso-8859-15",
    ),
    "quadra": Software(
        account=8,
        auxiliary=8,
        label=30,
        piece=10,
        letters=2,
        journal=2,
        encoding="iso-8859-15",
    ),
    "ebp": Software(account=15, auxiliary=15, label=40, piece=15, encoding="iso-8859-15"),
    "ciel": Software(
        account=11,
        auxiliary=11,
        label=25,
        piece=12,
        journal=2,
        encoding="iso-8859-15",
    ),
}
"""The word of `[export] logiciel` → what the program holds."""


class Parties(NamedTuple):
    """The auxiliary accounts that the owner gives to names.

    Attributes:
        both: those of clients and suppliers alike.
        clients: those of clients alone.
        suppliers: those of suppliers alone.
    """

    both: Mapping[str, str] = {}
    clients: Mapping[str, str] = {}
    suppliers: Mapping[str, str] = {}


class Export(NamedTuple):
    """What the owner says of the file to import.

    Attributes:
        program: the name of the program, None where the owner names none.
        software: the limits, those of a program or the owner's own.
        journals: our code of a journal → the accountant's.
        clients: a client's name → its auxiliary account.
        suppliers: the same for suppliers.
    """

    program: str | None = None
    software: Software = Software()
    journals: Mapping[str, str] = {}
    clients: Mapping[str, str] = {}
    suppliers: Mapping[str, str] = {}

    @property
    def is_plain(self) -> bool:
        """Tell whether entries are handed over as they are made."""
        return self == Export()
