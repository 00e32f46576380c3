"""What is invoiced and received in a year, as values for JSON.

Knows the keys. Never how a gap is found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reporter.french import Cell

if TYPE_CHECKING:
    from datetime import date

    from reporter.received.values import Delay, Invoice, Received

WHY = {
    "owed": "facture_non_encaisse",
    "advance": "encaisse_avant",
    "earlier": "facture_avant",
    "deposit": "compte_apres",
}


def values(found: Received | None) -> dict[str, Any] | None:
    """Return the sums of a year, their difference by invoice, the unpaid, the delays."""
    if found is None:
        return None
    side = found.sides[0]
    return {
        "date": Cell(found.day, "date"),
        "facture": Cell(side.invoiced, "euros"),
        "encaisse": Cell(side.received, "euros"),
        "ecarts": [
            {
                "pourquoi": WHY[gap.why],
                **_invoice(gap.invoice),
                "montant": Cell(gap.amount, "euros"),
            }
            for gap in found.gaps
        ],
        "impayes": [_unpaid(one, found.told) for one in found.unpaid],
        "clients": [_delay(one) for one in found.delays],
        "exercices_sans_paiement": list(found.unknown),
        **_lost(found),
        **_untold(found),
        **({"encaissements_a_rapprocher": found.incoming} if found.incoming else {}),
    }


def _lost(found: Received) -> dict[str, Any]:
    """Return from which day payments are known, where something was due before it, and that."""
    if found.since is None or not found.lost:
        return {}
    return {
        "paiements_connus_depuis": Cell(found.since, "date"),
        "paiement_inconnu_avant": [_whose(one) for one in found.lost],
    }


def _untold(found: Received) -> dict[str, Any]:
    """Return up to which day payments are known, where it is before the date, and what is not."""
    if found.known is None:
        return {}
    return {
        "paiements_connus_au": Cell(found.known, "date"),
        "paiement_inconnu": [_whose(one) for one in found.untold],
    }


def _whose(one: Invoice) -> dict[str, Any]:
    return {
        "client": one.client,
        "facture": one.number,
        "date": Cell(one.date, "date"),
        "montant": Cell(one.amount, "euros"),
    }


def _invoice(one: Invoice) -> dict[str, Any]:
    return {
        "client": one.client,
        "facture": one.number,
        "date": Cell(one.counted, "date"),
        "paiement": Cell(one.paid, "date"),
    }


def _unpaid(one: Invoice, day: date) -> dict[str, Any]:
    return {
        "client": one.client,
        "facture": one.number,
        "date": Cell(one.date, "date"),
        "echeance": Cell(one.due, "date"),
        "jours_de_retard": one.late_on(day),
        "montant": Cell(one.amount, "euros"),
    }


def _delay(one: Delay) -> dict[str, Any]:
    return {
        "client": one.client,
        "delai_convenu": one.term,
        "delai_moyen": Cell(one.days, "days"),
        "factures_payees": one.paid,
        "factures_payees_en_retard": one.late,
        "impaye": Cell(one.owed, "euros"),
        "impaye_echu": Cell(one.overdue, "euros"),
    }
