"""What an accountant should look at in a year, in plain sentences.

Knows doubtful lines and why they are. Never how they look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.accounting.bookable import source
from reporter.accounting.disposals import CLAIMS
from reporter.accounting.movements import account_of, spent
from reporter.accounting.pay import slip_of
from reporter.characters import folded
from reporter.french import capitalised, euros_cents
from reporter.law.vat_deduction import REASONS
from reporter.model import Day, Expense, total
from reporter.settings.words import OF
from reporter.tables.closing import said as closing_said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.accounting.bookable import Bookable
    from reporter.accounting.pack import Pack
    from reporter.law.vat_deduction import Rule

PAY = "Paie\u00a0: les lignes 64 sont reprises au montant des livres, sans détail des retenues."
SLIPS = (
    "leurs cotisations sont toutes en 645100 et 431000\u00a0: retraite et mutuelle (437) à "
    "répartir, frais remboursés en 625100."
)
OPENING = (
    "Aucun à-nouveau\u00a0: les règlements de factures antérieures soldent le report des tiers."
)
CLAIMED = "le compte 462 le porte, faute d’une ligne qui l’encaisse (compte 462000)."
SCRAPPED = "la valeur nette est en charge ; garder de quoi le prouver."
MOVEMENTS = "Mouvements hors résultat (capital, compte courant, TVA ou impôt versés)"
UNBOOKED = (
    "\u00a0: il manque de quoi faire ses écritures, «\u00a0bilan export {}\u00a0» dit quoi\u00a0; "
    "ses charges et son résultat ne sont pas comparés."
)
DEPOSIT = {"acompte", "acomptes", "arrhes"}


def to_review(pack: Pack) -> list[str]:
    """Return what deserves a look, the number of lines of each kind, and what is not there."""
    groups = (*_purchases(pack), *_vat(pack), *_sales(pack))
    said = [f"{what}\u00a0: {len(lines)}\u00a0; {so}" for what, lines, so in groups if lines]
    if pack.lost:
        said.append(_beside_report(pack))
    if pack.previous is None and (before := pack.bilan.previous):
        said.append(f"Exercice {before.year.number}{UNBOOKED.format(before.year.number)}")
    pay = [line for line in pack.purchases if line.account.startswith("64")]
    if any(slip_of(line) is None for line in pay):
        said.append(PAY)
    if slips := [line for line in pack.purchases if slip_of(line)]:
        said.append(f"Bulletins de paie\u00a0: {len(slips)}\u00a0; {SLIPS}")
    moved = pack.bilan.figures.lines.movements
    ledger = pack.bilan.settings.bookkeeping.ledger
    known = [line for line in moved if spent(line) is not None and account_of(line, ledger)]
    if known:
        said.append(f"{MOVEMENTS}\u00a0: {len(known)}\u00a0; au journal de banque, sans à-nouveau.")
    if unknown := len(moved) - len(known):
        what = f"{MOVEMENTS} dont rien ne dit le sens"
        so = "aucune écriture\u00a0: donner le compte, un montant négatif étant une entrée."
        said.append(f"{what}\u00a0: {unknown}\u00a0; {so}")
    said += list(_sold(pack))
    if sentence := closing_said(pack):
        said.append(sentence)
    return said if pack.asked.opening else [*said, OPENING]


def _beside_report(pack: Pack) -> str:
    """Say by how much the result is not that of the report, and why."""
    figures = pack.bilan.figures
    words = OF[figures.status]
    ours, theirs = figures.result_before_tax - pack.lost, figures.result_before_tax
    return (
        f"{capitalised(words.before or words.result)}\u00a0: {euros_cents(ours)} ici, "
        f"{euros_cents(theirs)} dans le rapport\u00a0; l’écart, {euros_cents(pack.lost)}, est la "
        "TVA qui ne se déduit pas, une charge que le rapport ne voit pas\u00a0: il la compte si le "
        "prix payé est écrit en Montant HT, et 0 en TVA."
    )


def _sold(pack: Pack) -> Iterator[str]:
    """Yield what is to be proved or received of what was sold or scrapped."""
    exempts = pack.bilan.settings.bookkeeping.exempts
    postings = (one for entry in pack.entries for one in entry.postings)
    claimed = total(one for one in postings if one.account == CLAIMS)
    if claimed > 0:
        yield f"Prix de cession à encaisser\u00a0: {euros_cents(claimed)}\u00a0; {CLAIMED}"
    groups = (
        (
            "Mises au rebut",
            [x for x in pack.disposals if not x.price and x.asset.cost > 0],
            SCRAPPED,
        ),
        (
            "Cessions sans TVA d’un bien dont l’achat en a donné à déduire",
            [
                x
                for x in pack.disposals
                if x.price and not x.vat and not exempts(x.day) and x.bore_vat
            ],
            "à justifier : export, ou client d’un autre pays de l’Union.",
        ),
        (
            "Cessions exonérées de TVA",
            [
                x
                for x in pack.disposals
                if x.price and not x.vat and not exempts(x.day) and not x.bore_vat
            ],
            "leur achat n’en a pas donné à déduire (CGI, art. 261-3-1° a).",
        ),
    )
    for what, found, so in groups:
        if found:
            yield f"{what} : {len(found)} ; {so}"


Group = tuple[str, list["Bookable"], str]


def _purchases(pack: Pack) -> Iterator[Group]:
    yield (
        "Achats sans date de paiement",
        [line for line in pack.purchases if line.line.paid is None and line.paid is None],
        "aucun règlement n’est écrit pour eux.",
    )
    yield (
        "Achats sans justificatif",
        [line for line in pack.purchases if line.number == source(line.line.place)],
        "leur pièce est le fichier, la feuille et la cellule de la ligne.",
    )


def _vat(pack: Pack) -> Iterator[Group]:
    """Yield the purchases whose VAT is doubtful: CGI annexe II, art. 206, IV-2, and art. 261 C."""
    yield (
        "Charges dont la TVA attend le règlement",
        _waiting(pack),
        "la CA3 ne l’a pas déduite dans l’exercice, le 44566 la porte.",
    )
    exempts = pack.bilan.settings.bookkeeping.exempts
    yield (
        "Achats à l’étranger d’une entreprise en franchise",
        [x for x in pack.purchases if x.zone != "france" and exempts(x.line.date)],
        "leur TVA est due, sans déduction (art. 283-2 du CGI)\u00a0: aucune écriture ne la porte.",
    )
    yield (
        "Immobilisations achetées à l’étranger",
        [p for p in pack.purchases if p.kind == "asset" and p.zone != "france"],
        "acquisition intracommunautaire (B2 et 17) ou importation (A4)\u00a0: lignes à choisir.",
    )
    yield (
        "Achats mêlant plusieurs taux de TVA",
        [line for line in pack.purchases if line.rate is None],
        "leur montant de TVA est repris tel quel.",
    )
    said: dict[Rule, str] = {**REASONS, "full": "part dite sous [tva.deductible]"}
    for rule, reason in said.items():
        yield (
            f"TVA retirée de la TVA déductible, {reason}",
            [line for line in pack.purchases if line.lost and line.rule == rule],
            "elle est dans la charge ou l’immobilisation, et le rapport ne la compte pas.",
        )
    yield (
        "Assurances et intérêts avec TVA déduite",
        [p for p in pack.purchases if p.account.startswith(("616", "661")) and p.vat],
        "ils n’en portent en principe pas.",
    )


def _sales(pack: Pack) -> Iterator[Group]:
    yield (
        "Factures d’un autre exercice que leurs lignes",
        [line for line in (*pack.sales, *pack.others) if line.year != line.invoice_year],
        "en 4181 et 44587, ou en 487, à la clôture, et contre-passées à l’ouverture.",
    )
    yield (
        "Ventes sans TVA dans l’Union, sans numéro de TVA du client",
        [s for s in pack.sales if s.zone == "union" and not s.vat and not _number(s)],
        "le demander et remplir la colonne « N° TVA client »\u00a0: la DES le veut.",
    )
    yield (
        "Ventes réglées avant l’exercice de leur facture",
        [line for line in (*pack.sales, *pack.others) if line.kind == "sale" and line.is_early],
        "le règlement est un acompte (4191), et sa TVA est exigible.",
    )
    yield (
        "Dates de règlement d’avant les livres",
        [x for x in (*pack.sales, *pack.purchases) if x.line.paid and x.paid is None],
        "elles ne sont pas crues : ces lignes sont tenues pour non réglées, corriger la date.",
    )
    yield (
        "Acomptes facturés ou déduits",
        [line for line in pack.sales if _words(line) & DEPOSIT],
        "ils sont en produits (70), pas en 4191.",
    )


def _number(sale: Bookable) -> str:
    """Return the VAT number of a client, empty where the books do not give it."""
    return "" if isinstance(sale.line, Expense) else sale.line.vat_number


def _waiting(pack: Pack) -> list[Bookable]:
    """Return the charges whose VAT no return of the year takes, where payments decide it."""
    if not any(row.side == "deductible" and row.paid is not None for row in pack.vat):
        return []
    charges = (line for line in pack.purchases if line.kind == "charge" and line.recovered)
    return [line for line in charges if line.is_unpaid(pack.year.end)]


def _words(booked: Bookable) -> set[str]:
    """Return the words that say what was sold or bought, folded."""
    line = booked.line
    match line:
        case Expense():
            text = f"{line.category} {line.label} {line.supplier}"
        case Day():
            text = line.mission
        case fee:
            text = fee.service
    return set(folded(text).split())
