"""Lines laid out as people keep them: columns in any order and words, titles, totals, blanks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import zip_longest
from random import Random
from typing import Any

from reporter.model import ZERO, Activity, Day, Expense, Fee
from tests.books.sheets import Cell, Sheet

Row = list[Any]
Line = Day | Fee | Expense
HEADERS: dict[str, tuple[str, ...]] = {
    "date": ("Date", " DATE ", "Date facture", "date_facture"),
    "client": ("Client", "CLIENT", "Nom du client", "client "),
    "mission": ("Mission", "Projet", "Affaire"),
    "days": ("Jours", "Nb de jours", "NOMBRE_JOURS", "Jours facturés"),
    "hours": ("Heures", "temps (en heure)"),
    "rate": ("TJM", "Prix journalier", "TJM (€ HT)"),
    "amount": ("Montant HT", "montant_ht", "Total HT", "HT"),
    "vat": ("Montant TVA", "Total TVA"),
    "vat_rate": ("Taux TVA", "TVA %"),
    "gross": ("Montant TTC", "TTC", "total ttc"),
    "service": ("Prestation", "Libellé", "Objet"),
    "invoice": ("N° Facture", "#numero_facture", "Facture"),
    "supplier": ("Fournisseur", "Prestataire"),
    "label": ("Libellé", "Intitulé"),
    "category": ("Catégorie",),
    "lifetime": ("Durée d’amortissement", "Amortissement (années)"),
    "comment": ("Commentaire", "Remarques"),
}
COLUMNS: dict[str, tuple[tuple[str, ...], ...]] = {
    "days": (
        ("date", "client", "days", "rate"),
        ("date", "client", "hours", "rate", "invoice"),
        ("date", "client", "mission", "days", "rate", "amount"),
        ("date", "client", "days", "amount", "gross", "comment"),
        ("gross", "date", "client", "days", "amount", "vat"),
        ("gross", "vat_rate", "date", "client", "days"),
        ("date", "invoice", "client", "days", "rate", "amount", "vat_rate", "gross"),
    ),
    "fees": (
        ("date", "client", "service", "amount"),
        ("date", "invoice", "client", "service", "amount", "vat", "gross"),
        ("gross", "amount", "client", "date", "service"),
        ("date", "client", "service", "vat_rate", "gross", "comment"),
    ),
    "expenses": (
        ("date", "supplier", "label", "category", "amount", "lifetime"),
        ("date", "supplier", "label", "category", "amount", "vat_rate", "gross", "lifetime"),
        ("date", "label", "category", "lifetime", "amount", "vat"),
    ),
}
SHEETS = {
    "days": ("Jours", "Jours facturés", "CRA", "Régie"),
    "fees": ("Forfaits", "Factures", "Prestations forfaitaires"),
    "expenses": ("Dépenses", "Achats", "Notes de frais"),
}
WHO = defaultdict(lambda: "client", expenses="label", of_client="service", pairs="date")
"""The column where the word of a total stands, in each kind of sheet."""
A_DAY = 7
"""Hours of a day."""
SETTINGS = f"[lecture]\nheures_par_jour = {A_DAY}\n"
SUMMED = ("days", "amount", "gross", "vat")
NUMBERS = frozenset({"days", "hours", "rate", "amount", "gross", "vat", "vat_rate", "lifetime"})


@dataclass(slots=True, kw_only=True)
class Page:
    """A sheet as somebody keeps it; accidents change it in place.

    Attributes:
        columns: the column of each field.
        header: the row of titles, one of `rows`.
        body: the rows of lines, in their order.
        totals: the rows of totals.
        down: whether it is written with its rows as columns, from its header on.
    """

    name: str
    kind: str
    rows: list[Row]
    columns: dict[str, int]
    header: Row
    body: list[Row]
    totals: list[Row]
    hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[str] = field(default_factory=list)
    filtered: str = ""
    down: bool = False

    @property
    def left(self) -> int:
        """Return its first column."""
        return min(self.columns.values())

    @property
    def right(self) -> int:
        """Return the column after its last one."""
        return max(self.columns.values()) + 1

    @property
    def is_whole(self) -> bool:
        """Tell whether it has lines, and still its header."""
        return bool(self.body) and any(row is self.header for row in self.rows)

    def index(self, row: Row) -> int:
        """Return where a row stands; it is told from those that say the same."""
        return next(n for n, other in enumerate(self.rows) if other is row)

    @property
    def sheet(self) -> Sheet:
        """Return what is written."""
        if self.down and self.is_whole:
            top = self.index(self.header)
            turned = zip_longest(*self.rows[top:])
            return Sheet(rows=[*map(tuple, self.rows[:top]), *turned], hidden=self.hidden)
        return Sheet(
            rows=[tuple(row) for row in self.rows],
            hidden=self.hidden,
            hidden_rows=frozenset(self.hidden_rows),
            hidden_columns=frozenset(self.hidden_columns),
            merges=tuple(self.merges),
            filtered=self.filtered,
        )


Book = list[Page]


def value(cell: Any) -> Any:
    """Return what a cell shows."""
    return cell.value if isinstance(cell, Cell) else cell


def book(lines: Activity, chance: Random) -> Book:
    """Return the sheets of some lines: one of each kind, or one of each year and kind."""
    by_year = chance.random() < 0.5
    found: list[Page] = []
    kinds: dict[str, Sequence[Line]] = {
        "days": lines.days, "fees": lines.fees,
        "expenses": sorted((*lines.expenses, *lines.movements), key=lambda line: line.date),
    }  # fmt: skip
    for kind, own in kinds.items():
        name = chance.choice(SHEETS[kind])
        years = sorted({line.date.year for line in own}) if by_year else [0]
        for year in years:
            part = [line for line in own if not year or line.date.year == year]
            if part:
                found.append(page(part, kind, f"{name} {year}" if year else name, chance))
    return found


def page(lines: Sequence[Line], kind: str, name: str, chance: Random) -> Page:
    """Return a sheet of lines of one kind."""
    columns = chance.choice(COLUMNS[kind])
    fields = tuple(chance.sample(columns, len(columns)) if chance.random() < 0.5 else columns)
    left = chance.choice((0, 0, 1, 2))
    header: Row = [None] * left + [chance.choice(HEADERS[name]) for name in fields]
    rows: list[Row] = chance.choice(([], [], [["Mes comptes"], []], [["Suivi", None], [], []]))
    rows = [*map(list, rows), header]
    as_text, subtotals = chance.random() < 0.3, chance.random() < 0.25
    body: list[Row] = []
    totals: list[Row] = []
    since = 0
    for rank, (line, number) in enumerate(zip(lines, _numbers(lines), strict=True), 1):
        cells = [_cell(line, name, number, chance, as_text=as_text) for name in fields]
        body.append([None] * left + _computed(cells, fields, len(rows), left, chance))
        rows.append(body[-1])
        if chance.random() < 0.06:
            rows.append(chance.choice(([], list(header))))
        if subtotals and chance.random() < 0.3 and rank < len(lines):
            totals.append(total([None] * left, fields, lines[since:rank], "Sous-total", kind))
            rows.append(totals[-1])
            since = rank
    if chance.random() < 0.4:
        totals.append(total([None] * left, fields, lines, "TOTAL", kind))
        rows.append(totals[-1])
    width = max(map(len, rows))
    for row in rows:
        row.extend([None] * (width - len(row)))
    places = {name: left + rank for rank, name in enumerate(fields)}
    return Page(
        name=name, kind=kind, rows=rows, columns=places, header=header, body=body, totals=totals
    )


def _numbers(lines: Sequence[Line]) -> list[str]:
    """Return the numbers of invoices: without gap in a year, credit notes on their own."""
    counts: Counter[str] = Counter()
    found = []
    for line in lines:
        kind = "J" if isinstance(line, Day) else "AV" if line.amount < 0 else "F"
        start = f"{kind}-{line.date.year}"
        counts[start] += 1
        found.append(f"{start}-{counts[start]:03}")
    return found


def total(left: Row, fields: Sequence[str], lines: Sequence[Line], word: str, kind: str) -> Row:
    """Return a row of totals: its label stands where names do."""
    sums: dict[str, Any] = {
        WHO[kind]: word,
        "days": sum((line.days for line in lines if isinstance(line, Day)), ZERO),
        "hours": A_DAY * sum((line.days for line in lines if isinstance(line, Day)), ZERO),
        "amount": sum((line.amount for line in lines), ZERO),
        "gross": sum((line.amount + (line.vat or ZERO) for line in lines), ZERO),
        "vat": sum((line.vat or ZERO for line in lines), ZERO),
    }
    return [*left, *(sums.get(name) for name in fields)]


def _computed(cells: Row, fields: tuple[str, ...], row: int, left: int, chance: Random) -> Row:
    """Make the amount a formula of the days and the rate, at times."""
    if {"days", "rate", "amount"} <= set(fields) and chance.random() < 0.6:
        at = {name: chr(ord("A") + left + fields.index(name)) for name in ("days", "rate")}
        amount = cells[fields.index("amount")]
        if isinstance(amount, Decimal):
            formula = f"{at['days']}{row + 1}*{at['rate']}{row + 1}"
            cells[fields.index("amount")] = Cell(value=amount, formula=formula)
    return cells


def _cell(line: Line, name: str, number: str, chance: Random, *, as_text: bool) -> Any:
    """Return what a person writes of a line in the column of a field."""
    match name:
        case "date":
            forms = ("%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y", "%Y%m%d")
            return line.date.strftime(chance.choice(forms)) if as_text else line.date
        case "invoice":
            return number
        case "gross":
            found: Any = line.amount + (line.vat or ZERO)
        case "vat_rate":
            rate = (line.vat_rate or ZERO) * 100
            return (
                f"{f'{rate.normalize():f}'.replace('.', ',')} %"
                if as_text
                else line.vat_rate or ZERO
            )
        case "hours":
            found = line.days * A_DAY if isinstance(line, Day) else ZERO
        case "comment":
            return chance.choice((None, None, f"réunion {number}"))
        case _:
            found = getattr(line, name)
    if isinstance(found, Decimal) and as_text:
        return written(found, chance, unit=name not in ("days", "hours", "lifetime"))
    return found if found != "" else None


def written(number: Decimal, chance: Random, *, unit: bool = True) -> str:
    """Return a number as a French hand writes it."""
    grouped = f"{number:,f}".replace(",", chance.choice((" ", "\u00a0", "\u202f", "")))
    return grouped.replace(".", ",") + (chance.choice(("", " €")) if unit else "")
