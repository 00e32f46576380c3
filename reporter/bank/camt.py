"""CAMT (ISO 20022, bank to customer) → statements, within the bounds of workbooks.

Knows elements. Never CSV nor OFX. Versions 02 to 08 and after say the same where we look: the
statement (053), the report of a day under way (052), the advice of movements (054). This one has
no balances: where it stands alone, they are not verified, and it is said.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reporter.bank.statement import Balance, Movement, Statement
from reporter.bank.values import LONGEST_TEXT, day, euros, line
from reporter.errors import BadCell, BadData, Place
from reporter.sources.grids.archives import Unsafe
from reporter.sources.grids.markup import Markup

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from reporter.bank.statement import Nature

OPENINGS, CLOSINGS = {"OPBD", "PRCD"}, {"CLBD"}
BOOKED = {"", "BOOK"}
GROUPS = {"Stmt", "Rpt", "Ntfctn"}
BLOCKS = {*GROUPS, "Bal", "Ntry"}


@dataclass(slots=True)
class Block:
    """A statement, a balance or an entry: the texts of each of its elements, by their path."""

    name: str
    line: int
    texts: dict[str, list[str]] = field(default_factory=dict)

    def first(self, *paths: str) -> str:
        """Return the first text that stands under one of the paths."""
        return next((self.texts[path][0] for path in paths if path in self.texts), "")

    def every(self, end: str) -> list[str]:
        """Return the texts of all the elements of a name, however deep."""
        return [
            text
            for path, texts in self.texts.items()
            if path.rpartition("/")[2] == end
            for text in texts
        ]


class _Reader:
    """Keeps the blocks of a document as it comes."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self.opened: list[tuple[Block, int]] = []
        self.markup = Markup(self.start, self.end)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in BLOCKS:
            block = Block(name, self.markup.line)
            self.found.append(block)
            self.opened.append((block, len(self.markup.path)))
        elif attributes.get("Ccy") and self.opened:
            block = self.opened[-1][0]
            block.texts.setdefault("Ccy", []).append(attributes["Ccy"])

    def end(self, name: str) -> None:
        path = self.markup.path
        text = self.markup.text.strip()
        if self.opened and len(path) < self.opened[-1][1]:
            self.opened.pop()
        elif text and self.opened:
            block, depth = self.opened[-1]
            key = "/".join((*path[depth:], name))
            block.texts.setdefault(key, []).append(text[:LONGEST_TEXT])


def read_camt(data: bytes, name: str, account: str) -> list[Statement]:
    """Return the statements of a file, one for each account and period.

    Args:
        data: the bytes of the file, already within the size of a book.
        name: the file.
        account: the account where the file gives no number.

    Raises:
        BadCell: where the file is no statement, or is beyond the bounds.
        BadData: with each entry that is not understood.
    """
    reader = _Reader()
    try:
        reader.markup.read([data])
    except Unsafe as error:
        fix = "l’exporter de nouveau depuis la banque"
        raise BadCell("relevé XML illisible", Place(name), shown=str(error), fix=fix) from error
    groups: list[list[Block]] = []
    for block in reader.found:
        if block.name in GROUPS:
            groups.append([])
        if groups:
            groups[-1].append(block)
    if not groups:
        fix = "exporter un relevé CAMT.053, qui a ses soldes"
        raise BadCell("XML qui n’est pas un relevé de compte", Place(name), fix=fix)
    errors: list[BadCell] = []
    found = [_statement(group, name, account, errors) for group in groups]
    if errors:
        raise BadData(errors)
    return found


def _statement(blocks: list[Block], name: str, account: str, errors: list[BadCell]) -> Statement:
    head, *others = blocks
    number = head.first("Acct/Id/IBAN", "Acct/Id/Othr/Id")
    entries = [block for block in others if block.name == "Ntry"]
    booked = [block for block in entries if block.first("Sts/Cd", "Sts") in BOOKED]
    moves = (_movement(block, name, errors) for block in booked)
    return Statement(
        account="".join(number.split()).upper() or account,
        movements=tuple(sorted((move for move in moves if move), key=lambda move: move.date)),
        opening=_balance(others, OPENINGS, name, errors),
        closing=_balance(others, CLOSINGS, name, errors),
        place=Place(name),
        left=len(entries) - len(booked),
    )


def _balance(
    blocks: list[Block], codes: set[str], name: str, errors: list[BadCell]
) -> Balance | None:
    for block in blocks:
        if block.name == "Bal" and block.first("Tp/CdOrPrtry/Cd") in codes:
            amount = _signed(block, name, errors)
            if amount is not None:
                date = day(block.first("Dt/Dt", "Dt/DtTm"))
                return Balance(amount=amount, place=Place(name, row=block.line), date=date)
    return None


def _movement(block: Block, name: str, errors: list[BadCell]) -> Movement | None:
    amount = _signed(block, name, errors)
    date = day(block.first("BookgDt/Dt", "BookgDt/DtTm", "ValDt/Dt", "ValDt/DtTm"))
    place = Place(name, row=block.line)
    if date is None:
        fix = "exporter de nouveau le relevé"
        errors.append(BadCell("date illisible", place, shown=block.first("BookgDt/Dt"), fix=fix))
    if amount is None or date is None:
        return None
    other = "Dbtr" if amount > 0 else "Cdtr"
    names = [
        text
        for path, texts in block.texts.items()
        if path.endswith((f"RltdPties/{other}/Nm", f"RltdPties/{other}/Pty/Nm"))
        for text in texts
    ]
    words = [*block.every("Ustrd"), *block.every("AddtlNtryInf"), *block.every("EndToEndId")]
    said = [word for word in (*names, *words) if word != "NOTPROVIDED"]
    back = block.first("RvslInd") == "true" or any("/RtrInf/" in path for path in block.texts)
    nature: Nature = "reversal" if back else ""
    return Movement(date=date, amount=amount, label=line(*said), nature=nature, place=place)


def _signed(block: Block, name: str, errors: list[BadCell]) -> Decimal | None:
    """Return the amount of a balance or an entry, negative on the debit side."""
    text, side = block.first("Amt"), block.first("CdtDbtInd")
    currency, place = block.first("Ccy") or "EUR", Place(name, row=block.line)
    amount = euros(text)
    if currency != "EUR":
        fix = "exporter un compte en euros : les livres sont en euros"
        errors.append(BadCell("montant dans une autre devise", place, shown=currency, fix=fix))
    elif amount is None or side not in ("CRDT", "DBIT"):
        shown, fix = f"{text} {side}".strip(), "exporter de nouveau le relevé"
        errors.append(BadCell("montant illisible", place, shown=shown, fix=fix))
    else:
        return amount if side == "CRDT" else -amount
    return None
