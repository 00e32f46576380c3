"""What a title of several meanings says beside the others: « Amount » by a VAT, « Taux » by hours.

Knows the titles of one header. Never what stands below: each row says whether its amount agrees.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.patterns import pattern
from reporter.sources.tables.header_rows import DATED
from reporter.sources.tables.titles import best, key_of, words_of
from reporter.words.charges import MEANS
from reporter.words.labels import PAY_WORDS
from reporter.words.unsure import BARE_RATES, BARE_TIMES, BODIES, MATTERS, NAMED, PARTY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reporter.sources.grids.grid import Grid
    from reporter.words.columns import Field

BEFORE = {"amount", "montant", "net", "net amount", "montant net", "line total", "line amount"}
BEFORE |= {"fee", "fees"}
WITH = {"total", "montant total", "total amount", "gross", "grand total", "total facture"}
TIMES = {"jour", "jours", "j", "journee", "heure", "heures", "h", "day", "days", "hour", "hours"}
FEW = 24
"""Cells that a column of units may hold at most."""
WHOLE = {"forfait", "forfaits", "unite", "piece", "lot", "mois", "frais", "fixed"}
"""Units of some work, by the time or whole."""
DRIVEN = {"montant", "total", "indemnite", "indemnites", "montant indemnite", "montant total"}
DRIVEN |= {"indemnite kilometrique", "indemnites kilometriques", "remboursement", "a rembourser"}
JOURNEYS = {"motif", "motif deplacement", "objet deplacement", "trajet", "itineraire"}
SHARES = words_of(PAY_WORDS["pay_employer"]) | {"cotisations", "cotisations sociales"}
SHARES |= {"charges sociales", "urssaf"}
"""All that is due of a pay, where no gross one parts it."""
COSTS = {"montant", "montant total", "total"} | words_of(PAY_WORDS["pay_cost"])
VAT: tuple[Field, ...] = ("vat", "vat_any")
COUNTED = {"days", "hours"}
BILLED: set[Field] = {"invoice", "invoiced", "status", "paid"}
"""What a list of invoices has, and no book of what is received need have."""
TAUGHT = "beneficiaire"
"""The title of who is paid, or of who was taught."""
CLIENTS = {"client", "clients", "cliente", "clientes"}
BILLS = pattern(r"\b(?:factur|ventes?\b|invoice|sales\b|bill)")
"""How a sheet of invoices, or its file, is called; folded."""
TERMS = pattern(r"\b(?:\d+ ?j|reception|echeances?|termes?|mois|venir|attente)")
"""What says when a payment is due, beside its means: « Virement à 30 jours »; folded."""
OF_TIME = {"billable rate"}
"""A price of time, whatever stands beside it; others are one where they make its amount."""


def plain_amounts(header: Sequence[Any], fields: dict[Field, int]) -> dict[Field, int]:
    """Return the columns of the amounts that a VAT beside them tells: « Amount | Tax | Total ».

    Kilometres are paid back without VAT: theirs has one meaning.
    """
    keys = {n: key_of(cell) for n, cell in enumerate(header) if isinstance(cell, str)}
    if is_driven(keys, fields) and fields.keys().isdisjoint({*VAT, "vat_rate", "amount", "gross"}):
        driven = [n for n, key in keys.items() if key in DRIVEN and n not in fields.values()]
        return {"amount": driven[0]} if len(driven) == 1 else {}
    if fields.keys().isdisjoint(VAT) or {"amount", "gross"} <= fields.keys():
        return {}
    before = [n for n, key in keys.items() if key in BEFORE and n not in fields.values()]
    whole = [n for n, key in keys.items() if key in WITH and n not in fields.values()]
    found: dict[Field, int] = {}
    if "amount" not in fields and len(before) == 1 and ("gross" in fields or len(whole) == 1):
        found["amount"] = before[0]
    if "gross" not in fields and len(whole) == 1 and ("amount" in fields or found):
        found["gross"] = whole[0]
    return found


def is_driven(keys: Mapping[int, str], fields: Mapping[Field, int]) -> bool:
    """Tell whether a table is a log of kilometres: its lines are journeys, by their title.

    Other expenses may stand beside some of a car, and their amount have VAT.
    """
    label = fields.get("label", fields.get("supplier", -1))
    return "kilometres" in fields and keys.get(label, "") in JOURNEYS


def bare_rates(
    header: Sequence[str], words: Sequence[str], fields: Mapping[Field, int]
) -> dict[Field, int]:
    """Return the price that a table of time has under « Taux »: that of its days, or its hours.

    What they make stands beside it, « Amount » too: each row then says whether it is.
    """
    counted = fields.keys() & COUNTED
    rates = [n for n in best(words, BARE_RATES) if n not in fields.values()]
    if len(counted) != 1 or len(rates) != 1 or fields.keys() & {"rate", "hourly", "unit_price"}:
        return {}
    name: Field = "rate" if "days" in counted else "hourly"
    made = [n for n, cell in enumerate(header) if key_of(cell) in BEFORE | WITH]
    if "amount" in fields or words[rates[0]] in OF_TIME:
        return {name: rates[0]}
    return {name: rates[0], "amount": made[0]} if len(made) == 1 else {}


def bare_times(words: Sequence[str], fields: Mapping[Field, int]) -> dict[Field, int]:
    """Return the time that a table has under « Durée »: days at a TJM, hours at a rate of theirs.

    What they make stands beside it: each row then says whether it is.
    """
    times = [n for n in best(words, BARE_TIMES) if n not in fields.values()]
    rates = fields.keys() & {"rate", "hourly"}
    if fields.keys() & COUNTED or "amount" not in fields or len(rates) != 1 or len(times) != 1:
        return {}
    return {"days" if "rate" in rates else "hours": times[0]}


def told_units(rows: Sequence[Sequence[Any]], fields: Mapping[Field, int]) -> Mapping[Field, int]:
    """Return the fields of a list of quantities of which a column says « Jour » or « Forfait ».

    It is their unit, whatever its title, « Type » as any: days would else be no days.
    """
    if "quantity" not in fields or "unit" in fields:
        return fields
    for column in range(len(rows[0]) if rows else 0):
        cells = {row[column] for row in rows} - {""}
        told = len(cells) < FEW and all(isinstance(cell, str) for cell in cells)
        texts = {folded(cell) for cell in cells} - {""} if told else set()
        if texts & TIMES and texts <= TIMES | WHOLE:
            return {**{it: n for it, n in fields.items() if n != column}, "unit": column}
    return fields


def taxed_at(words: Sequence[str], fields: Mapping[Field, int]) -> dict[Field, int]:
    """Return the rate of VAT that « Taux » is beside a VAT, where it prices nothing."""
    rates = [n for n, word in enumerate(words) if word == "taux" and n not in fields.values()]
    vat = {"vat", "vat_any"} & fields.keys() and fields.keys().isdisjoint({"vat_rate", *COUNTED})
    unpriced = "quantity" in fields and fields.keys().isdisjoint({"unit_price", "price"})
    return {"vat_rate": rates[0]} if vat and len(rates) == 1 and not unpriced else {}


def party(words: Sequence[str], fields: Mapping[Field, int]) -> Mapping[Field, int]:
    """Return the fields of a sheet of expenses whose « Tiers » is whoever is paid.

    Where nothing says what each is, its category does: « Nature » of an expense.
    """
    paid = best(words, PARTY)
    if "supplier" not in fields and len(paid) == 1:
        fields = {**fields, "supplier": paid[0]}
    if fields.keys().isdisjoint({"supplier", "label"}) and "category" in fields:
        fields = {**fields, "label": fields["category"]}
    return fields


def exempt(
    header: Sequence[Any], words: Sequence[str], fields: Mapping[Field, int]
) -> Mapping[Field, int]:
    """Return the fields of a sheet of pay, or of taxes, whose « Montant » bears no VAT.

    A row that says neither whom nor what it pays is called by its date.
    """
    if "pay_gross" in fields or not fields.keys().isdisjoint({"amount", "gross", *VAT}):
        return fields
    keys = {n: key_of(cell) for n, cell in enumerate(header) if isinstance(cell, str)}
    costs, net, shares = (
        [n for n, key in keys.items() if key in its and n not in fields.values()]
        for its in (COSTS, words_of(PAY_WORDS["pay_net"]), SHARES)
    )
    if "supplier" not in fields and (person := best(words, PAY_WORDS["pay_person"])):
        fields = {**fields, "supplier": person[0]}
    told: Field = "label" if fields.keys().isdisjoint({"supplier", "label"}) else "date"
    if "date" in fields and len(net) == len(shares) == 1:
        slip: dict[Field, int] = {"pay_gross": net[0], "pay_net": net[0], "pay_employer": shares[0]}
        return {**fields, told: fields["date"], **slip}
    if len(costs) != 1 or "date" not in fields:
        return fields
    return {**fields, told: fields["date"], "amount": costs[0]}


def spent_on(
    header: Sequence[Any], words: Sequence[str], fields: Mapping[Field, int], *, income: bool
) -> Mapping[Field, int]:
    """Return the fields of expenses, of which there are none where « Bénéficiaire » is nobody paid.

    Beside a client, or a body, it may be who was trained, as on a sheet of what comes in.
    """
    supplier = fields.get("supplier")
    if supplier is None or words[supplier] != TAUGHT:
        return fields
    titles = {word for cell in header for word in key_of(str(cell)).split()}
    if not income and titles.isdisjoint(CLIENTS) and not best(words, BODIES):
        return fields
    return {it: n for it, n in fields.items() if it not in ("supplier", "label")}


def matter(
    words: Sequence[str], fields: Mapping[Field, int], *, income: bool
) -> Mapping[Field, int]:
    """Return the fields of a table of sales whose « Affaire » or « Établissement » is its client.

    It is no longer then what was done. One that is of time, or named for what comes in, has some.
    """
    counted = not fields.keys().isdisjoint(COUNTED)
    if not (counted or income):
        return fields
    whose = best(words, MATTERS if counted else f"{MATTERS} ; {NAMED}")
    if "client" in fields or len(whose) != 1:
        return fields
    others = {it: n for it, n in fields.items() if n != whose[0]}
    return {**others, "client": whose[0]}


def is_received(grid: Grid, top: int, fields: Mapping[Field, int]) -> bool:
    """Tell whether each sale of a list says how it was paid: its date is that of the payment.

    A list of invoices may say how they are to be: it has their numbers, what became of them, or a
    name of theirs.
    """
    billed = any(BILLS.search(folded(name)) for name in (grid.name, grid.file_name))
    if billed or fields.keys() & BILLED or "date" not in fields:
        return False
    dates = ((row, row[fields["date"]]) for row in grid.rows[top + 1 :])
    dated = [row for row, it in dates if isinstance(it, date) or DATED.match(str(it))]
    means = ([*map(folded, column)] for column in zip(*dated, strict=True))
    return any(all(map(_is_paid_by, column)) for column in means)


def _is_paid_by(text: str) -> bool:
    return text.partition(" ")[0] in MEANS and not TERMS.search(text)
