"""Three lines of each kind, to which a test adds one column or one odd line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A sheet of three lines; the odd one is the last, on row 4.

    Attributes:
        figure: the figure that the lines make.
        whole: that figure.
        rest: that figure without the last line.
        last: the amount of the last line.
    """

    sheet: str
    header: str
    lines: tuple[str, str, str]
    figure: str
    whole: str
    rest: str
    last: str

    def with_column(self, header: str, *cells: str, sheet: str = "") -> str:
        """Return the sheet with one more column, at its right."""
        rows = (self.header, *self.lines)
        more = (header, *cells)
        body = "\n".join(f"{row} | {cell}" for row, cell in zip(rows, more, strict=True))
        return f"# {sheet or self.sheet}\n{body}"

    def odd(self, header: str, usual: str, cell: str, sheet: str = "") -> str:
        """Return the sheet with a column that says the same twice, then something else."""
        return self.with_column(header, usual, usual, cell, sheet=sheet)

    def and_then(self, *rows: str) -> str:
        """Return the sheet with rows below, the first on row 5."""
        return "\n".join((f"# {self.sheet}", self.header, *self.lines, *rows))


DAYS = Kind(
    "Jours",
    "Date | Client | Mission | Jours | TJM | Montant HT",
    (
        "31/01/2020 | Ponant | Flux | 10 | 700 | 7000",
        "28/02/2020 | Ponant | Flux | 8 | 700 | 5600",
        "31/03/2020 | Trois Rives | Audit | 9 | 650 | 5850",
    ),
    "revenue",
    "18450",
    "12600",
    "5850",
)
FEES = Kind(
    "Factures",
    "Date | Client | Prestation | Montant HT",
    (
        "31/01/2020 | Ponant | Audit | 1000",
        "28/02/2020 | Trois Rives | Formation | 2500",
        "31/03/2020 | Ponant | Infogérance | 4700",
    ),
    "revenue",
    "8200",
    "3500",
    "4700",
)
EXPENSES = Kind(
    "Dépenses",
    "Date | Fournisseur | Libellé | Montant HT",
    (
        "31/01/2020 | Les Bureaux du Quai | Poste partagé | 110",
        "28/02/2020 | Télécom Alizé | Fibre | 250",
        "31/03/2020 | Forge Numérique | Papier | 470",
    ),
    "charges",
    "830",
    "360",
    "470",
)
KINDS = {"days": DAYS, "fees": FEES, "expenses": EXPENSES}
