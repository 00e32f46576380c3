"""Whoever does what the refusals say, word for word, ends right, or is told that it is no table."""

from __future__ import annotations

import csv
import io
import random
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from tests.examples import few
from tests.sources.advice.robot import obey

TITLES: dict[str, list[str]] = {
    "date": ["Date", "Quand", "Jour", "Le", "Day", "Fait le", "Date de la mission", "Colonne A"],
    "client": ["Client", "Qui", "Pour qui", "Customer", "Société", "Company", "Zorglub", "Nom"],
    "days": ["Jours", "Nb jrs", "Qté", "Journées", "Days", "JH vendus", "Durée (j)", "Truc"],
    "hours": ["Heures", "Hours", "Hrs", "Durée (h)", "Temps passé", "Nb d'heures", "Machin"],
    "rate": ["TJM", "Tarif jour", "Rate", "Prix", "Taux", "PU", "Tarif", "Bidule"],
    "amount": ["Montant HT", "Total HT", "Amount", "Total", "CA", "Somme", "Net", "Chose"],
    "supplier": ["Fournisseur", "Chez", "Magasin", "Vendor", "Marchand", "Enseigne", "Truc"],
    "label": ["Libellé", "Quoi", "Objet", "Achat", "Description", "Détail"],
}
DECOYS: dict[str, list[Any]] = {
    "Facture payée complètement": ["oui", "non"],
    "External Reference URL": ["http://un", ""],
    "Reste à payer": ["0", "120,50"],
    "Jours de congé": ["1", "0"],
    "Coût": ["55,10", "20"],
    "Payé le": ["05/06/2020", ""],
    "Date d'échéance": ["30/06/2020", "31/07/2020"],
    "Budget jours": ["10", "12"],
    "N° de ligne": ["1", "2"],
    "Commission": ["12,5", "13"],
    "TVA": ["20 %", "20 %"],
    "Code": ["A1", "B2"],
    "Heures sup": ["0", "2"],
    "Durée prévue": ["3", "4"],
    "Objectif": ["1000", "2000"],
}
NAMES = [
    "export",
    "2020",
    "Suivi perso",
    "mes données",
    "Feuil1",
    "Jours",
    "Factures clients",
    "CA",
]
SOLD = {"Factures clients", "CA"}
"""Names of sales alone: labels there are of what was sold, which is asked."""
CLIENTS = ["Ponant", "Port Franc", "24ème Rue"]


def french(number: Decimal) -> str:
    return f"{number:f}".replace(".", ",")


def strange(seed: int) -> tuple[str, str, Decimal, Decimal | None, str]:
    """Return a strange file: its name, its text, its amount, its days, and its kind."""
    pick = random.Random(seed)  # noqa: S311  # a test
    kind = pick.choice(["days", "days", "hours", "fees", "expenses"])
    fields = {
        "days": ["date", "client", "days", "rate"],
        "hours": ["date", "client", "hours", "rate"],
        "fees": ["date", "client", "amount"],
        "expenses": ["date", pick.choice(["supplier", "label"]), "amount"],
    }[kind]
    if kind == "days" and pick.random() < 0.4:
        fields.append("amount")
    titles = {field: pick.choice(TITLES[field]) for field in fields}
    rows, total, days = [], Decimal(0), Decimal(0)
    for n in range(pick.randint(2, 6)):
        count = Decimal(pick.choice(["1", "0.5", "2", "1.5"]))
        hours = Decimal(pick.choice(["7", "3.5", "2", "8"]))
        rate = Decimal(pick.choice([650, 700, 712]))
        amount = Decimal(pick.randint(10000, 900000)) / 100
        if kind == "days":
            amount = count * rate
            days += count
        total += (hours * rate / 7).quantize(Decimal("0.01")) if kind == "hours" else amount
        values = {
            "date": date(2020, 6, 3 + n).strftime("%d/%m/%Y"),
            "client": pick.choice(CLIENTS),
            "supplier": pick.choice(["Forge", "Alizé"]),
            "label": pick.choice(["Papier", "Serveur", "Fibre"]),
            "days": french(count),
            "hours": french(hours),
            "rate": str(rate),
            "amount": french(amount),
        }
        rows.append([values[field] for field in fields])
    header = [titles[field] for field in fields]
    for decoy in pick.sample(sorted(DECOYS), pick.randint(0, 3)):
        header.append(decoy)
        for row in rows:
            row.append(pick.choice(DECOYS[decoy]))
    order = list(range(len(header)))
    pick.shuffle(order)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerows([[line[n] for n in order] for line in (header, *rows)])
    return pick.choice(NAMES), out.getvalue(), total, days if kind == "days" else None, kind


def truth_of(kind: str) -> dict[str, str]:
    """Return what the owner answers, where a line leaves a choice."""
    counted = "Heures" if kind == "hours" else "Jours"
    answers = dict.fromkeys(TITLES["amount"], "Montant HT") | dict.fromkeys(TITLES["rate"], "TJM")
    return answers | dict.fromkeys([*TITLES["hours"], *TITLES["days"]], counted)


def ends(seed: int) -> str:
    """Return how a strange file ends: read, or refused; fail where it is read wrong."""
    name, text, amount, days, kind = strange(seed)
    with TemporaryDirectory() as root:
        data = Path(root) / "data"
        data.mkdir()
        (data / f"{name}.csv").write_text(text, encoding="utf-8")
        end = obey(Path(root), truth_of(kind))
    context = f"seed {seed}\n{name}\n{text}\n{end.settings}\n{end.said}"
    if end.activity is None:
        said = (
            "n’est pas un tableau",
            "nommer",
            "?",
            "l’un de",
            "n’en garder qu’une",
            "TJM inconnu",
            "TVA illisible",  # a « Taux » beside a TVA is hers
        )
        assert any(word in end.said for word in said), context
        return "refused"
    lines = [*end.activity.days, *end.activity.fees, *end.activity.expenses]
    assert sum((line.amount for line in lines), Decimal(0)) == amount, context
    unsaid = "Truc" in text or ("Qté" in text and ("PU" in text or "Taux" in text))
    if days is not None and not (end.activity.fees and unsaid):
        assert sum((line.days for line in end.activity.days), Decimal(0)) == days, context
    sold = name in SOLD or "CA" in text.split("\r\n")[0].split(";")
    unlike = bool(end.activity.expenses) != (kind == "expenses")
    assert not unlike or (sold and kind == "expenses"), context
    return "read"


@few(30)
@given(st.integers(min_value=0, max_value=10**9))
@example(711_586_868)  # days and their price, of somebody « Nom », on a sheet of revenue
@example(414_193_711)  # « JH vendus »
@example(932_486_208)  # a number of which half are zero is no cost in a total
@example(370_678)  # one column of numbers, of half days, beside a price
@example(233_898_243)  # a quantity beside the price of a day
@example(380_786_010)  # days before their date
@example(613_442_930)  # words in the columns of a sheet of days: they are no clients' days
@example(46_776)  # labels and amounts on a sheet that is called as sales
@example(507_384_189)  # the price « Taux » of a quantity, beside a VAT
def test_doing_what_is_said_ends_right_or_is_told_why(seed: int) -> None:
    ends(seed)


def test_many_strange_files_are_read_in_the_end() -> None:
    """A property that only sees refusals shows nothing."""
    found = [ends(seed) for seed in range(60)]
    assert found.count("read") >= 30
