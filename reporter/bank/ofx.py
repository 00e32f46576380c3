"""OFX, 1.x (SGML) and 2.x (XML) → statements, within the bounds of workbooks.

Knows tags and leaves. Never CSV. Written from the OFX specifications 1.6 and 2.2 (chapter 11,
banking): what a statement holds is the same in both, but for tags that SGML does not close.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reporter.bank.statement import Balance, Movement, Statement
from reporter.bank.values import LONGEST_TEXT, day, euros, line
from reporter.errors import BadCell, BadData, Place
from reporter.patterns import pattern
from reporter.sources.grids.archives import Unsafe
from reporter.sources.grids.markup import DEEPEST, Markup
from reporter.sources.grids.text_files import NotText, decoded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TAG = pattern(r"<(/?)([A-Za-z0-9._]{1,64})>([^<]*)")
START = pattern(r"\s*(?:OFXHEADER:|<\?OFX|<OFX>|<\?xml)", re.IGNORECASE)
ACCOUNTS = {"BANKACCTFROM", "CCACCTFROM"}
STATEMENTS = {"STMTRS", "CCSTMTRS"}
KEPT = {"STMTTRN", "LEDGERBAL", *ACCOUNTS, *STATEMENTS}
"""What is read; the leaves of another aggregate inside (PAYEE) belong to the one that holds it."""
ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": " ", "&quot;": '"', "&apos;": "'"}
ENTITY = pattern("|".join(ENTITIES))


@dataclass(slots=True)
class Block:
    """An aggregate: its name, the line where it opens, its leaves."""

    name: str
    line: int
    leaves: dict[str, str] = field(default_factory=dict)


def is_ofx(text: str) -> bool:
    """Tell whether a text is OFX, by how it begins."""
    return START.match(text) is not None and "<OFX>" in text[:LONGEST_TEXT].upper()


def read_ofx(data: bytes, name: str, account: str) -> list[Statement]:
    """Return the statements of a file, one for each account.

    Args:
        data: the bytes of the file, already within the size of a book.
        name: the file.
        account: the account where the file gives no number.

    Raises:
        BadCell: where the file is no OFX, or is beyond the bounds.
        BadData: with each movement that is not understood.
    """
    try:
        text = decoded(data)
        is_xml = text.lstrip().startswith("<?xml")
        blocks = _of_xml(data) if is_xml else list(_of_sgml(text))
    except (Unsafe, NotText) as error:
        shown = str(error) or "ce n’est pas du texte"
        fix = "l’exporter de nouveau depuis la banque"
        raise BadCell("relevé OFX illisible", Place(name), shown=shown, fix=fix) from error
    errors: list[BadCell] = []
    found = [_statement(part, name, account, errors) for part in _parted(blocks)]
    if errors:
        raise BadData(errors)
    if not found:
        raise BadCell("relevé OFX sans compte", Place(name), fix="exporter les opérations")
    return found


def _of_sgml(text: str) -> Iterator[Block]:
    """Yield the aggregates of an SGML file; a tag followed by text is a leaf.

    Raises:
        Unsafe: where it declares a document type, or nests beyond the bound.
    """
    if "<!" in text:
        raise Unsafe("déclaration interdite dans un relevé")
    opened: list[Block] = []
    at, number = 0, 1
    for tag in TAG.finditer(text):
        number += text.count("\n", at, tag.start())
        at = tag.start()
        closing, name, said = tag[1], tag[2].upper(), tag[3].strip()
        if closing and opened and any(block.name == name for block in opened):
            while opened and opened.pop().name != name:
                pass
        elif not closing and said:
            _keep(opened, name, ENTITY.sub(lambda one: ENTITIES[one[0]], said))
        elif not closing and _is_aggregate(name):
            opened.append(block := Block(name, number))
            if len(opened) > DEEPEST:
                raise Unsafe("OFX démesuré")
            if name in KEPT:
                yield block


def _is_aggregate(name: str) -> bool:
    """Tell whether a tag without text can hold others: an empty leaf holds nothing."""
    return name in KEPT or name.endswith(("RS", "MSGSRSV1", "LIST", "OFX", "FROM", "BAL", "PAYEE"))


def _of_xml(data: bytes) -> list[Block]:
    """Return the aggregates of an XML file.

    Raises:
        Unsafe: where it is malformed, beyond the bounds, or declares a document type.
    """
    found: list[Block] = []
    opened: list[Block] = []

    def start(name: str, _: Mapping[str, str]) -> None:
        opened.append(Block(name.upper(), markup.line))
        if opened[-1].name in KEPT:
            found.append(opened[-1])

    def end(name: str) -> None:
        opened.pop()
        if text := markup.text.strip():
            _keep(opened, name.upper(), text)

    markup = Markup(start, end)
    markup.read([data])
    return found


def _keep(opened: list[Block], name: str, text: str) -> None:
    """Give a leaf to the nearest aggregate that is read; the first of a name wins."""
    for block in reversed(opened):
        if block.name in KEPT:
            block.leaves.setdefault(name, text[:LONGEST_TEXT])
            return


def _parted(blocks: list[Block]) -> Iterator[list[Block]]:
    """Yield the aggregates of each statement."""
    part: list[Block] = []
    for block in blocks:
        if block.name in STATEMENTS:
            if part:
                yield part
            part = [block]
        elif part:
            part.append(block)
    if part:
        yield part


def _statement(blocks: list[Block], name: str, account: str, errors: list[BadCell]) -> Statement:
    currency = blocks[0].leaves.get("CURDEF", "EUR").upper()
    if currency != "EUR":
        fix = "exporter un compte en euros : les livres sont en euros"
        place = Place(name, row=blocks[0].line)
        errors.append(BadCell("compte dans une autre devise", place, shown=currency, fix=fix))
    numbers = (block.leaves.get("ACCTID", "") for block in blocks if block.name in ACCOUNTS)
    moves = (_movement(block, name, errors) for block in blocks if block.name == "STMTTRN")
    kept = sorted((move for move in moves if move), key=lambda move: move.date)
    closing = (_balance(block, name, errors) for block in blocks if block.name == "LEDGERBAL")
    return Statement(
        account="".join(next(numbers, "").split()).upper() or account,
        movements=tuple(kept),
        opening=None,
        closing=next(closing, None),
        place=Place(name),
    )


def _movement(block: Block, name: str, errors: list[BadCell]) -> Movement | None:
    leaves, place = block.leaves, Place(name, row=block.line)
    date = day(leaves.get("DTPOSTED", ""))
    amount = euros(leaves.get("TRNAMT", ""))
    for what, tag, found in (("date", "DTPOSTED", date), ("montant", "TRNAMT", amount)):
        if found is None:
            shown = f"{tag} {leaves.get(tag, '')}".strip()
            fix = "exporter de nouveau le relevé"
            errors.append(BadCell(f"{what} illisible", place, shown=shown, fix=fix))
    if date is None or amount is None:
        return None
    words = (leaves.get(tag, "") for tag in ("NAME", "MEMO", "CHECKNUM", "REFNUM"))
    return Movement(
        date=date,
        amount=amount,
        label=line(*words),
        nature="transfer" if leaves.get("TRNTYPE", "").upper() == "XFER" else "",
        place=place,
    )


def _balance(block: Block, name: str, errors: list[BadCell]) -> Balance | None:
    place = Place(name, row=block.line)
    amount = euros(block.leaves.get("BALAMT", ""))
    if amount is None:
        shown = f"BALAMT {block.leaves.get('BALAMT', '')}".strip()
        errors.append(BadCell("solde illisible", place, shown=shown, fix="exporter de nouveau"))
        return None
    return Balance(amount=amount, place=place, date=day(block.leaves.get("DTASOF", "")))
