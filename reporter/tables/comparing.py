"""The accountant's year against ours as tables: the results, the accounts, the lines.

Knows labels and cells. Never what is compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.french import Cell, Kind, counted, short_date, spaced
from reporter.model import ZERO
from reporter.tables.table import Column, Table, headings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from reporter.comparing.comparison import Account, Comparison
    from reporter.comparing.pairing import Change, What

CLASSES = {
    "1": "Capitaux",
    "2": "Immobilisations",
    "3": "Stocks",
    "4": "Tiers",
    "5": "Banque et caisse",
    "6": "Charges",
    "7": "Produits",
    "8": "Comptes spéciaux",
}
WHAT: dict[What, str] = {
    "account": "compte changé",
    "replaced": "compte changé, ou l’une à la place de l’autre",
    "date": "date changée",
    "amount": "montant changé",
    "added": "ajoutée",
    "left out": "laissée",
}
OURS, THEIRS, GAP = (Column(title, "cents") for title in ("Chez vous", "Dans le FEC", "Écart"))


def comparison(found: Comparison) -> tuple[Table, ...]:
    """Return the tables of a year; those that have nothing to say are left out."""
    lists = (_accounts(found), _lines(found), _to_add(found))
    return (_bridge(found), _classes(found), *(table for table in lists if table.rows))


def _bridge(found: Comparison) -> Table:
    """Return the way from the result of the report to the accountant's, account by account."""
    year, apart = found.pack.year.number, found.booked - found.reported
    rows = [("Résultat du rapport", found.reported)]
    if apart:
        rows.append(("Ce que le dossier compte, et non le rapport", apart))
    rows += [(_named(step), -step.gap) for step in found.steps]
    rows.append(("Résultat de l’expert-comptable", found.result))
    return Table(
        title=f"D’un résultat {year} à l’autre",
        columns=headings("Étape", Column("Montant", "cents")),
        rows=tuple((Cell(name), Cell(euros, _kind(name))) for name, euros in rows),
        note=_meaning(found),
    )


def _meaning(found: Comparison) -> str:
    """Return what the results are, by the legal form of the year."""
    if not found.is_taxed:
        return "Ce FEC n’a pas d’impôt sur les sociétés\u00a0: l’exercice n’y est pas clos."
    taxed = found.pack.bilan.settings.pays_tax(found.pack.year)
    before = "Après impôts" if taxed else "Avant impôt personnel"
    return f"{before}. Une charge de plus diminue le résultat."


def _kind(name: str) -> Kind:
    return "cents" if name.startswith("Résultat") else "signed_cents"


def _named(account: Account) -> str:
    return f"{account.number} {account.name}".strip()


def _classes(found: Comparison) -> Table:
    sums: dict[str, tuple[Decimal, Decimal]] = {}
    for account in found.accounts:
        mine, its = sums.get(account.number[0], (ZERO, ZERO))
        sums[account.number[0]] = mine + account.ours, its + account.theirs
    return Table(
        title="Par classe",
        columns=headings("Classe", OURS, THEIRS, GAP),
        rows=tuple(
            _sides(f"{key} {CLASSES.get(key, '')}".strip(), mine, its)
            for key, (mine, its) in sorted(sums.items())
        ),
        note=spaced("Soldes en euros, débits positifs, crédits négatifs."),
    )


def _sides(name: str, mine: Decimal, its: Decimal) -> tuple[Cell, ...]:
    return (
        Cell(name),
        Cell(mine, "cents"),
        Cell(its, "cents"),
        Cell(its - mine, "signed_cents"),
    )


def _accounts(found: Comparison) -> Table:
    return Table(
        title="Comptes qui diffèrent",
        columns=headings("Compte", OURS, THEIRS, GAP),
        rows=tuple(_sides(_named(x), x.ours, x.theirs) for x in found.accounts if x.gap),
    )


def _lines(found: Comparison) -> Table:
    same = counted(found.same, "ligne est la même", "lignes sont les mêmes")
    return Table(
        title="Ligne par ligne",
        columns=headings("Quoi", "Date", "Compte", "Pièce", "Libellé", OURS, THEIRS, "Ligne"),
        rows=tuple(_line(change) for change in found.changes),
        note=spaced(f"{same}. Numéros, journaux, libellés et lettrages ne sont pas comparés."),
    )


def _line(change: Change) -> tuple[Cell, ...]:
    mine, its, line, day = change.ours, change.theirs, change.line, short_date(change.date)
    return (
        Cell(WHAT[change.what]),
        Cell(_both(short_date(mine.date), short_date(its.date)) if mine and its else day),
        Cell(_both(mine.written, its.written) if mine and its else line.written),
        Cell(_told(change, line.reference, mine.reference if mine else "")),
        Cell(_told(change, line.label, mine.label if mine else "")),
        Cell(mine.amount, "cents") if mine else Cell(""),
        Cell(its.amount, "cents") if its else Cell(""),
        Cell(line.line if its else ""),
    )


def _told(change: Change, its: str, mine: str) -> str:
    """Return what the line says; both sides' words where they may be two lines."""
    return _both(mine, its) if change.what == "replaced" else its


def _both(mine: str, its: str) -> str:
    """Return what both sides say, the same once."""
    return its if mine == its else f"{mine} → {its}"


def _to_add(found: Comparison) -> Table:
    return Table(
        title="À écrire dans bilan.toml",
        columns=headings("Ligne"),
        rows=tuple((Cell(line),) for line in proposed(found)),
        note=spaced(
            "Le résultat et l’impôt définitifs l’emportent alors dans le rapport ; vérifier que ce "
            "FEC est celui de la clôture."
        ),
    )


def proposed(found: Comparison) -> Iterator[str]:
    """Yield the lines of bilan.toml that make the report say what the accountant has closed."""
    year = found.pack.bilan.settings.of(found.pack.year)
    said = {"resultat": (found.result, year.final_result)}
    if found.pack.bilan.settings.pays_tax(found.pack.year):
        said["impot"] = (found.tax, year.final_tax)
    if found.is_taxed and any(euros != known for euros, known in said.values()):
        yield f"[exercice.{found.pack.year.number}]"
        yield from (f"{key} = {euros:.2f}" for key, (euros, _) in said.items())
    if found.accounted:
        yield "[comptes]"
        for category, number in found.accounted.items():
            key = category.replace("\\", "\\\\").replace('"', '\\"')
            yield f'"{key}" = "{number}"'


def values(found: Comparison) -> dict[str, object]:
    """Return the same for another program: amounts as texts, with two decimals."""
    return {
        "exercice": found.pack.year.number,
        "resultat_rapport": _euros(found.reported),
        "resultat_ecritures": _euros(found.booked),
        "resultat_comptable": _euros(found.result),
        "impot_comptable": _euros(found.tax),
        "etapes": [_account_values(step) for step in found.steps],
        "comptes": [_account_values(one) for one in found.accounts],
        "lignes": [_line_values(change) for change in found.changes],
        "lignes_memes": found.same,
        "a_ecrire": list(proposed(found)),
    }


def _euros(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:.2f}"


def _account_values(account: Account) -> dict[str, object]:
    return {
        "compte": account.number,
        "libelle": account.name,
        "vous": _euros(account.ours),
        "comptable": _euros(account.theirs),
        "ecart": _euros(account.gap),
    }


def _line_values(change: Change) -> dict[str, object]:
    mine, its, line = change.ours, change.theirs, change.line
    return {
        "quoi": WHAT[change.what],
        "piece": line.reference,
        "piece_vous": mine.reference if mine else None,
        "libelle": line.label,
        "libelle_vous": mine.label if mine else None,
        "date_vous": mine.date.isoformat() if mine else None,
        "date_comptable": its.date.isoformat() if its else None,
        "compte_vous": mine.written if mine else None,
        "compte_comptable": its.written if its else None,
        "montant_vous": _euros(mine.amount) if mine else None,
        "montant_comptable": _euros(its.amount) if its else None,
        "ligne": line.line if its else None,
    }
