"""Random companies, and their FEC as one software or another writes it.

A company is made of a seed: entries that balance, opening balances, letters, third parties. A
style is what a program does with it: separator, encoding, numbers, columns, empty fields.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from reporter.fec.fields import FIELDS

Fields = dict[str, str]
LABELS = {
    "401000": "Fournisseurs",
    "411000": "Clients",
    "421000": "Personnel – rémunérations dues",
    "445660": "TVA déductible",
    "445710": "TVA collectée",
    "455100": "Associés – comptes courants",
    "512000": "Banque",
    "613200": "Locations immobilières",
    "622600": "Honoraires",
    "641100": "Salaires",
    "681120": "Dotations",
    "281830": "Amortissements du matériel",
    "101300": "Capital",
    "706000": "Prestations de services",
    "110000": "Report à nouveau",
}
JOURNALS = {
    "AN": "À-nouveaux",
    "VE": "Ventes",
    "AC": "Achats",
    "BQ": "Banque",
    "OD": "Opérations diverses",
}
PARTIES = {"CPONANT": "Compagnie du Ponant", "CCAFE": "Café d'été", "CNIMBUS": "Nimbus"}
SUPPLIERS = {"FQUAI": "Quai des Écrivains", "FPHARE": "Le Phare"}
CENT = Decimal("0.01")


@dataclass
class Line:
    """A posting before any software writes it."""

    account: str
    amount: Decimal
    party: str = ""
    letters: str = ""
    lettered: date | None = None
    currency: str = ""


@dataclass
class Piece:
    """An entry before any software numbers it."""

    journal: str
    day: date
    label: str
    reference: str
    document: date
    lines: list[Line] = field(default_factory=list)


@dataclass
class Company:
    """A year of entries, in the order of their dates."""

    opening: date
    closing: date
    pieces: list[Piece]

    @property
    def name(self) -> str:
        """Return the name of its file."""
        return f"812345676FEC{self.closing:%Y%m%d}.txt"


def company(seed: int) -> Company:
    """Return a year of a company, always the same for a seed."""
    rng = Random(seed)  # noqa: S311  # a test, not a secret
    closing = rng.choice([date(2020, 12, 31), date(2021, 6, 30), date(2020, 2, 29)])
    following = closing + timedelta(days=1)
    opening = following.replace(year=following.year - 1)
    made = _Year(rng, opening, closing)
    made.open()
    for rank in range(rng.randint(4, 14)):
        made.sell(rank)
    for rank in range(rng.randint(2, 10)):
        made.buy(rank)
    made.pay_staff()
    made.depreciate()
    order = list(JOURNALS)
    pieces = sorted(made.pieces, key=lambda piece: (piece.day, order.index(piece.journal)))
    return Company(opening, closing, pieces)


class _Year:
    def __init__(self, rng: Random, opening: date, closing: date) -> None:
        self.rng, self.opening, self.closing = rng, opening, closing
        self.pieces: list[Piece] = []
        self.letters = 0

    def day(self, since: date | None = None) -> date:
        first = since or self.opening
        return first + timedelta(days=self.rng.randint(0, (self.closing - first).days))

    def euros(self) -> Decimal:
        return Decimal(self.rng.randint(100, 2_000_000)) * CENT

    def next_letters(self) -> str:
        self.letters += 1
        first, last = divmod(self.letters, 26)
        return f"A{chr(65 + first)}{chr(65 + last)}"

    def add(self, journal: str, day: date, label: str, reference: str, *lines: Line) -> Piece:
        piece = Piece(journal, day, label, reference, day, list(lines))
        self.pieces.append(piece)
        return piece

    def open(self) -> None:
        if self.rng.random() < 0.7:
            cash, owed = self.euros(), self.euros()
            lines = [
                Line("512000", cash),
                Line("411000", owed, self.rng.choice(list(PARTIES))),
                Line("101300", -cash),
                Line("110000", -owed),
            ]
            self.add("AN", self.opening, "À nouveau", "AN", *lines)

    def sell(self, rank: int) -> None:
        net, party, day = self.euros(), self.rng.choice(list(PARTIES)), self.day()
        vat = (net * self.rng.choice([Decimal("0.2"), Decimal(0)])).quantize(CENT)
        sign = -1 if self.rng.random() < 0.15 else 1
        owed = Line("411000", sign * (net + vat), party)
        lines = [owed, Line("706000", -sign * net)]
        if vat:
            lines.append(Line("445710", -sign * vat))
        if self.rng.random() < 0.1:
            lines[1].currency = "USD"
        reference = f"F{self.closing.year}-{rank:03}"
        self.add("VE", day, f"Facture {reference}", reference, *lines)
        self.settle(owed, day, reference)

    def buy(self, rank: int) -> None:
        net, party, day = self.euros(), self.rng.choice(list(SUPPLIERS)), self.day()
        vat = (net * Decimal("0.2")).quantize(CENT)
        owed = Line("401000", -(net + vat), party)
        charge = Line(self.rng.choice(["613200", "622600"]), net)
        lines = [owed, charge, Line("445660", vat)]
        self.add("AC", day, f"Achat {rank}", f"A{rank}", *lines)
        self.settle(owed, day, f"A{rank}")

    def settle(self, owed: Line, day: date, reference: str) -> None:
        if self.rng.random() < 0.25:
            return
        parts = self.rng.choice([1, 1, 1, 2])
        first = (owed.amount / parts).quantize(CENT)
        amounts = [first, owed.amount - first] if parts == 2 else [owed.amount]
        amounts = [amount for amount in amounts if amount]
        lines = []
        last = day
        for rank, amount in enumerate(amounts):
            last = self.day(last)
            paid = Line("411000" if owed.account == "411000" else "401000", -amount, owed.party)
            lines.append(paid)
            label = f"Règlement {reference} {rank + 1}"
            self.add("BQ", last, label, reference, Line("512000", amount), paid)
        letters = self.next_letters()
        for line in (owed, *lines):
            line.letters, line.lettered = letters, last

    def pay_staff(self) -> None:
        gross = self.euros()
        lines = [Line("641100", gross), Line("421000", -gross, "SDUPONT")]
        self.add("OD", self.day(), "Paie", "PAIE", *lines)
        lent = self.euros()
        lines = [Line("512000", lent), Line("455100", -lent, "APERON")]
        self.add("BQ", self.day(), "Apport", "APPORT", *lines)

    def depreciate(self) -> None:
        annuity = self.euros()
        lines = [Line("681120", annuity), Line("281830", -annuity)]
        self.add("OD", self.closing, "Dotation", "DOT", *lines)


@dataclass(frozen=True, kw_only=True)
class Style:
    """What a program does with entries.

    Attributes:
        tolerated: whether something in it is against the letter of the law.
    """

    separator: str = "\t"
    end: str = "\r\n"
    last_end: bool = True
    encoding: str = "utf-8"
    numbers: str = "whole"
    order: str = "dates"
    amounts: str = "two"
    columns: str = "commercial"
    validation: str = "same"
    padding: bool = False
    suffix: str = ""
    header: str = "exact"
    trailing: bool = False
    quotes: bool = False
    blanks: frozenset[str] = frozenset()
    labels: bool = False
    zero_currency: bool = False
    tail: bytes = b""


LEGAL: dict[str, list[Any]] = {
    "separator": ["\t", "|"],
    "end": ["\r\n", "\n", "\r"],
    "last_end": [True, False],
    "encoding": ["utf-8", "iso-8859-15"],
    "numbers": ["whole", "padded", "lettered", "journal"],
    "order": ["dates", "interleaved"],
    "amounts": ["two", "short", "long", "zeros", "plus", "negative", "after"],
    "columns": ["commercial", "own", "BA", "BNC", "D", "+1", "BNC D"],
    "validation": ["same", "month", "closing", "after"],
    "padding": [False, True],
    "suffix": ["", "_1", " (2)"],
    "header": ["exact", "schema"],
}
TOLERATED: dict[str, list[Any]] = {
    **LEGAL,
    "encoding": ["utf-8", "iso-8859-15", "cp1252", "utf-8-sig"],
    "numbers": [*LEGAL["numbers"], "journal month", "month", "from 500"],
    "order": ["dates", "interleaved", "journals", "accounts"],
    "validation": [*LEGAL["validation"], "empty"],
    "header": ["exact", "schema", "small", "capitals"],
    "trailing": [False, True],
    "quotes": [False, True],
    "blanks": [
        frozenset(),
        frozenset({"PieceDate", "PieceRef"}),
        frozenset({"DateLet"}),
        frozenset({"CompAuxLib", "some PieceRef", "some PieceDate"}),
        frozenset({"unused side"}),
    ],
    "labels": [False, True],
    "zero_currency": [False, True],
    "tail": [b"", b"\x1a", b"\r\n"],
}


def style(seed: int, choices: dict[str, list[Any]]) -> Style:
    """Return a style whose every habit is drawn among those given."""
    rng = Random(seed)  # noqa: S311  # a test, not a secret
    return Style(**{name: rng.choice(values) for name, values in choices.items()})


def written(made: Company, how: Style) -> list[Fields]:
    """Return the lines as a program fills their fields, in its order."""
    rows: list[Fields] = []
    counts: defaultdict[str, int] = defaultdict(int)
    seen: defaultdict[str, int] = defaultdict(int)
    for piece in made.pieces:
        number = _number(piece, how.numbers, counts)
        for line in piece.lines:
            seen[line.account] += 1
            rows.append(_fields(made, piece, line, number, how=how, rank=seen[line.account]))
    return _ordered(rows, how.order)


def _number(piece: Piece, how: str, counts: defaultdict[str, int]) -> str:
    month = f"{piece.day:%Y%m}"
    series = {"journal": piece.journal, "journal month": piece.journal + month, "month": month}
    counts[series.get(how, "")] += 1
    count = counts[series.get(how, "")]
    return {
        "whole": str(count),
        "padded": f"{count:08}",
        "lettered": f"EC{count}",
        "journal": f"{piece.journal}{count:04}",
        "journal month": f"{piece.journal}{month}-{count}",
        "month": f"{month}/{count:03}",
        "from 500": str(499 + count),
    }[how]


def _fields(
    made: Company, piece: Piece, line: Line, number: str, *, how: Style, rank: int
) -> Fields:
    names = PARTIES | SUPPLIERS | {"SDUPONT": "Dupont", "APERON": "Péron"}
    debit, credit = max(line.amount, Decimal(0)), max(-line.amount, Decimal(0))
    if how.amounts in {"negative", "after"} and piece.journal == "VE" and line.amount < 0:
        debit, credit = line.amount, Decimal(0)
    label = LABELS[line.account]
    fields = {
        "JournalCode": piece.journal,
        "JournalLib": JOURNALS[piece.journal],
        "EcritureNum": number,
        "EcritureDate": f"{piece.day:%Y%m%d}",
        "CompteNum": line.account,
        "CompteLib": f"{label} ({rank})" if how.labels and rank % 3 == 0 else label,
        "CompAuxNum": line.party,
        "CompAuxLib": names.get(line.party, ""),
        "PieceRef": piece.reference,
        "PieceDate": f"{piece.document:%Y%m%d}",
        "EcritureLib": piece.label,
        "Debit": amount(debit, how.amounts),
        "Credit": amount(credit, how.amounts),
        "EcritureLet": line.letters,
        "DateLet": f"{line.lettered:%Y%m%d}" if line.lettered else "",
        "ValidDate": _validated(piece, made, how.validation),
        "Montantdevise": "100,00" if line.currency else "0,00" if how.zero_currency else "",
        "Idevise": line.currency,
    }
    return _blanked(fields, how, rank)


def _validated(piece: Piece, made: Company, how: str) -> str:
    if how == "empty":
        return ""
    following = (piece.day.replace(day=28) + timedelta(days=4)).replace(day=1)
    days = {
        "same": piece.day,
        "month": following + timedelta(days=9),
        "closing": made.closing,
        "after": made.closing + timedelta(days=90),
    }
    return f"{days[how]:%Y%m%d}"


def _blanked(fields: Fields, how: Style, rank: int) -> Fields:
    for name in how.blanks:
        if name == "unused side":
            for side in ("Debit", "Credit"):
                other = "Credit" if side == "Debit" else "Debit"
                if not fields[side].strip("0,+") and fields[other].strip("0,+"):
                    fields[side] = ""
        elif not name.startswith("some ") or rank % 4 == 0:
            fields[name.removeprefix("some ")] = ""
    return fields


def amount(euros: Decimal, how: str) -> str:
    """Return an amount as the law allows it to be written."""
    text = f"{abs(euros):.2f}".replace(".", ",")
    sign = "-" if euros < 0 else ""
    match how:
        case "short":
            short = text.rstrip("0").rstrip(",")
            return sign + (short or "0")
        case "long":
            return f"{sign}{text}0"
        case "zeros":
            return f"{sign}{text:0>15}"
        case "plus":
            return sign + text if sign or not euros else f"+{text}"
        case "after":
            return text + sign
        case _:
            return sign + text


def _ordered(rows: list[Fields], how: str) -> list[Fields]:
    match how:
        case "interleaved":  # within a day, every first line, then the others
            return sorted(
                rows,
                key=lambda row: (
                    row["EcritureDate"],
                    row["CompteNum"][0] in "67",
                ),
            )
        case "journals":
            return sorted(rows, key=lambda row: list(JOURNALS).index(row["JournalCode"]))
        case "accounts":
            return sorted(rows, key=lambda row: row["CompteNum"])
        case _:
            return rows


def columns(how: Style) -> list[str]:
    """Return the names of the columns, in order."""
    names = list(FIELDS)
    if how.columns.endswith(("D", "+1")):
        names[11:13] = ["Montant", "Sens"]
    if how.columns.startswith(("BA", "BNC")):
        names += ["DateRglt", "ModeRglt", "NatOp"]
    if how.columns.startswith("BNC"):
        names.append("IdClient")
    return [*names, "Axe"] if how.columns == "own" else names


def encoded(rows: list[Fields], how: Style) -> bytes:
    """Return the bytes of a file."""
    names = columns(how)
    lines = [how.separator.join(_header(names, how.header))]
    for row in rows:
        cells = [_cell(row, name, how) for name in names]
        if how.quotes:
            cells = [f'"{cell}"' if cell else cell for cell in cells]
        lines.append(how.separator.join(cells) + (how.separator if how.trailing else ""))
    text = how.end.join(lines) + (how.end if how.last_end else "")
    plain = text.replace("–", "-") if how.encoding == "iso-8859-15" else text
    return plain.encode(how.encoding) + (how.tail if how.last_end else b"")


def _header(names: list[str], how: str) -> list[str]:
    if how == "schema":
        return [name.replace("CompAux", "CompteAux") for name in names]
    return [{"small": name.lower(), "capitals": name.upper()}.get(how, name) for name in names]


def _cell(row: Fields, name: str, how: Style) -> str:
    if name in row:
        text = row[name]
    elif name in {"Montant", "Sens"}:
        text = _signed(row, name, how.columns)
    else:
        values = {"DateRglt": row["EcritureDate"], "ModeRglt": "VIR", "IdClient": row["CompAuxNum"]}
        text = values.get(name, "")
    return f"{text:<20}" if how.padding and name.endswith("Lib") else text


def _signed(row: Fields, name: str, how: str) -> str:
    on_debit = bool(row["Debit"].strip("0,+"))
    if name == "Montant":
        return row["Debit"] if on_debit else row["Credit"] or "0"
    return ("D" if on_debit else "C") if how.endswith("D") else ("+1" if on_debit else "-1")
