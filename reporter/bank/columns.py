"""The columns of the CSV of banks: what each heading means, for all of them.

Knows headings. Never what stands under them. Written from the exports of BNP Paribas, Société
Générale, Crédit Agricole, Crédit Mutuel and CIC, Banque Populaire and Caisse d'Épargne, La Banque
Postale, BoursoBank, Qonto, Shine, Revolut (personal and Business), N26, Wise, PayPal and Stripe
(balance history), as published by those who read them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reporter.characters import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

Role = Literal[
    "date", "value_date", "amount", "debit", "credit", "balance", "fee", "net", "currency",
    "status", "type", "label", "account", "sense",
]  # fmt: skip

WORDS: dict[Role, str] = {
    "date": "date, date operation, date d operation, date de l operation, date comptable, "
    "date de comptabilisation, date comptabilisation, date de la transaction, date transaction, "
    "date d execution, date execution, date de l operation local, date de l operation utc, "
    "operation date, operation date local, operation date utc, booking date, transaction date, "
    "date completed utc, completed date, date completed, created utc, created, date creation, "
    "date de fin, date de realisation, dateop, posting date, post date, date de reglement local, "
    "date de reglement utc, date de reglement, date utc",
    "value_date": "date valeur, date de valeur, date de la valeur, date de la valeur local, "
    "date de la valeur utc, settlement date, settlement date local, settlement date utc, "
    "value date, available on utc, available on, date started utc, started date, date de debut, "
    "dateval",
    "amount": "montant, montant eur, montant euros, montant en euros, montant en eur, amount, "
    "montant total ttc, total amount incl vat, montant operation, montant de l operation, "
    "montant ttc, montant de la transaction, gross, montant operation en euro, brut, "
    "montant de l operation en euro, avant commission, transaction amount",
    "debit": "debit, debit euros, debit eur, montant debit, debits, debit en euros, sortie, "
    "sorties, money out, paid out, withdrawal, withdrawals, debit amount",
    "credit": "credit, credit euros, credit eur, montant credit, credits, credit en euros, entree, "
    "entrees, money in, paid in, deposit, deposits, credit amount",
    "balance": "solde, balance, solde apres operation, solde euros, solde eur, solde en euros, "
    "running balance, solde progressif, solde comptable, solde bancaire",
    "fee": "fee, fees, frais, commission",
    "net": "net, total amount",
    "currency": "devise, currency, payment currency, devise du compte",
    "status": "statut, status, state, etat",
    "type": "type, type operation, type d operation, type de transaction, transaction type, "
    "methode de paiement, payment method, reporting category, nature",
    "label": "libelle, libelle operation, libelle de l operation, libelle simplifie, "
    "libelle complet, libelle detaille, libelle court, libelle long, label, description, "
    "intitule, detail, details, detail de l ecriture, payment reference, payee name, payer name, "
    "reference de paiement, nom du beneficiaire, nom du donneur d ordre, nom, name, memo, "
    "informations complementaires, information complementaire, "
    "reference, references, note, nom de la contrepartie, counterparty name, contrepartie, "
    "counterparty, tiers, beneficiaire, payer, beneficiary, emetteur, nom du tiers, motif, "
    "communication, commentaire, payee, beneficiary name, source, partner name, merchant, "
    "payment details, narrative, comment, invoice number, numero de facture, item title, "
    "titre de l objet, subject, objet, libelle de la transaction, sender name",
    "account": "iban, numero de compte, n compte, numero compte, accountnum, iban du compte",
    "sense": "sens, debit credit, d c, balance impact, impact sur le solde",
}
ROLES: dict[str, Role] = {word: role for role, words in WORDS.items() for word in words.split(", ")}
LONGEST_HEADING = 60
OF_OTHERS = {"iban", "numero de compte", "n compte", "numero compte"}
"""Headings of the account, or of that of the other party where the file names this one."""
PARTIES = {
    "nom de la contrepartie", "counterparty name", "contrepartie", "counterparty", "beneficiaire",
    "payee", "payee name", "payer name", "partner name", "nom du beneficiaire", "beneficiary name",
}  # fmt: skip
ENGLISH = {
    "amount", "balance", "description", "details", "detail", "payee", "memo", "name", "currency",
    "status", "state", "reference", "transaction", "posting", "post", "booking", "money", "gross",
    "withdrawal", "withdrawals", "deposit", "deposits", "narrative", "time", "payment",
}  # fmt: skip
FRENCH = {
    "libelle", "montant", "solde", "operation", "valeur", "devise", "euros", "compte", "nature",
    "tiers", "beneficiaire", "frais", "statut", "heure", "avant", "commission",
}  # fmt: skip
PAYMENTS = {"arrival date", "arrival date utc", "amount refunded", "converted amount refunded"}
"""What tells the payments or the payouts of Stripe, which are no movements of its account."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a file says what.

    Attributes:
        row: the rank of the headings, from 0.
        at: for each meaning, the ranks of its columns, in the order in which they are preferred.
    """

    row: int
    at: dict[Role, tuple[int, ...]]

    def first(self, role: Role) -> int | None:
        """Return the rank of the column that says something, None where none does."""
        ranks = self.at.get(role, ())
        return ranks[0] if ranks else None

    @property
    def dates(self) -> tuple[int, ...]:
        """Return the ranks of the columns that hold the dates."""
        return (*self.at.get("date", ()), *self.at.get("value_date", ()))

    @property
    def money(self) -> tuple[int, ...]:
        """Return the ranks of the columns that hold the amounts."""
        return self.at.get("amount", ()) or (*self.at.get("debit", ()), *self.at.get("credit", ()))


def columns(rows: Sequence[Sequence[str]], deepest: int = 40) -> Columns | None:
    """Return the columns of a file; None where no row among the first names a date and money."""
    for rank, row in enumerate(rows[:deepest]):
        at: dict[Role, tuple[int, ...]] = {}
        words = {folded(heading) for heading in row if len(heading) <= LONGEST_HEADING}
        for column, heading in enumerate(row):
            if len(heading) <= LONGEST_HEADING and (role := _role_among(heading, words)):
                at[role] = (*at.get(role, ()), column)
        if not {"date", "value_date"}.isdisjoint(at) and _has_money(at):
            return Columns(rank, {role: _by_preference(role, row, at[role]) for role in at})
    return None


def is_english(row: Sequence[str]) -> bool:
    """Tell whether headings are English, where the month may come before the day."""
    said = {word for heading in row for word in folded(heading).split()}
    return bool(said & ENGLISH) and not said & FRENCH


def of_payments(row: Sequence[str]) -> bool:
    """Tell whether headings are those of a list of payments, not of the movements of an account."""
    return not PAYMENTS.isdisjoint(map(folded, row))


def _role_among(heading: str, words: set[str]) -> Role | None:
    """Return what a heading means beside the others: an account may be that of another party."""
    if folded(heading) in OF_OTHERS and words & PARTIES:
        return None
    return role_of(heading)


def role_of(heading: str) -> Role | None:
    """Return what a heading means, its unit left out; None where it means nothing to us."""
    bare = folded(heading)
    return ROLES.get(bare) or ROLES.get(bare.removesuffix(" euros").removesuffix(" eur").strip())


def _has_money(at: dict[Role, tuple[int, ...]]) -> bool:
    return "amount" in at or {"debit", "credit"} <= at.keys()


def _by_preference(role: Role, row: Sequence[str], ranks: tuple[int, ...]) -> tuple[int, ...]:
    """Return columns in the order of the words above; those of labels stay in that of the file."""
    if role == "label":
        return ranks
    words = WORDS[role].split(", ")
    known = {word: rank for rank, word in enumerate(words)}
    return tuple(sorted(ranks, key=lambda rank: known.get(folded(row[rank]), len(words))))
