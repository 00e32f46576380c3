"""What is received, through the commands: the terminal, JSON, anonymous reports, the export."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Bilan
from tests.workbooks import DAYS, EXPENSES, Rows, folder

SETTINGS = """
[societe]
siren = "812345676"
{base}
[tva]
regime = "franchise"
[clients."Client A"]
delai = 45
"""
RENT = ("02/01/2020", "Loyer", "Loyer", 300, None)
HEAD = (*DAYS[:4], "Facture", "Date de paiement", "TVA")
LINES: Rows = [
    ("31/01/2020", "Client A", 10, 700, "F-1", "16/03/2020", 0),
    ("31/01/2020", "Client A", 5, 700, "F-1", "16/03/2020", 0),
    ("30/11/2020", "Client B", 12, 650, "F-2", None, 0),
]


def books(root: Path, base: str = "") -> Path:
    sheets: dict[str, Rows] = {"Jours": [HEAD, *LINES], "Dépenses": [EXPENSES, RENT]}
    return folder(root, sheets, SETTINGS.format(base=base))


def shown(bilan: Bilan, root: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(bilan("show", 2020, "--json", "--dossier", root).out)
    return found


def test_the_terminal_and_json_say_the_same(bilan: Bilan, tmp_path: Path) -> None:
    root = books(tmp_path)
    out = bilan("show", 2020, "--dossier", root).out.replace("\u202f", " ")
    assert "Facturé en 2020, pas encore encaissé au 31/12/2020   −7 800,00 €" in out
    assert "En retard : 1 facture, 7 800 €." in out
    found = shown(bilan, root)["encaissements"]
    assert (found["facture"], found["encaisse"]) == ("18300.00", "10500.00")
    assert [(x["facture"], x["jours_de_retard"]) for x in found["impayes"]] == [("F-2", 1)]
    assert [
        (x["client"], x["delai_convenu"], x["delai_moyen"], x["factures_payees"])
        for x in found["clients"]
    ] == [("Client B", 30, None, 0), ("Client A", 45, "45", 1)]


@pytest.mark.parametrize("words", [(), ("--indices",)])
def test_an_anonymous_report_has_the_same_delays_and_no_name(
    bilan: Bilan, tmp_path: Path, words: tuple[str, ...]
) -> None:
    root = books(tmp_path)
    bilan("generate", 2020, "--anonyme", *words, "--format", "md", "--dossier", root)
    text = (root / "reports" / "2020-anonyme" / "bilan-2020.md").read_text(encoding="utf-8")
    section = text[text.index("## Facturé et encaissé") :]
    assert "| Client A | 45 | 45 | 1 | 0 |" in section
    assert "F-1" not in text
    assert ("7\u202f800" in text) is not bool(words)


def test_the_base_of_receipts_everywhere_but_in_the_entries(bilan: Bilan, tmp_path: Path) -> None:
    root = books(tmp_path, 'base = "encaissement"')
    assert shown(bilan, root)["chiffre_affaires"] == "10500.00"
    bilan("generate", 2020, "--format", "md", "--dossier", root)
    text = (root / "reports" / "2020" / "bilan-2020.md").read_text(encoding="utf-8")
    assert "chaque vente compte le jour de son paiement" in text
    assert "à la date de leur paiement" in text
    assert "le chiffre d’affaires encaissé atteint **10,5" in text
    told = "Chaque vente compte le jour de son paiement."
    for made, said in ((root, True), (books(tmp_path / "factures"), False)):
        assert (told in bilan("show", 2020, "--dossier", made).out) == said
        assert (shown(bilan, made).get("base") == "encaissement") == said
        imagined = bilan("scenario", 2021, "--tjm", 500, "--dossier", made).out
        assert ("Les ventes comptent à leur paiement" in imagined) == said
    ran = bilan("export", 2020, "--format", "csv,fec", "--dossier", root)
    assert ran.code == 0
    assert "note : les écritures et leurs totaux restent à la date des factures" in ran.err
    sales = (root / "reports" / "2020" / "comptable-2020-ventes.csv").read_text("utf-8-sig")
    assert "7800" in sales.replace(",00", "")
    assert "restent à la date" not in bilan("export", 2020, "--dossier", books(tmp_path)).err


def test_the_base_of_receipts_without_payments_says_so(bilan: Bilan, tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "Jours": [HEAD[:5], *(line[:5] for line in LINES)],
        "Dépenses": [EXPENSES, RENT],
    }
    root = folder(tmp_path, sheets, '[societe]\nbase = "encaissement"\n')
    assert shown(bilan, root)["chiffre_affaires"] == "18300.00"
    assert shown(bilan, root)["encaissements"] is None
    assert "base ne change rien" in bilan("check", "--dossier", root).out
    assert "1 point à relire" in bilan("show", 2020, "--dossier", root).err


def test_a_part_of_a_year_is_looked_at_on_its_day(bilan: Bilan, tmp_path: Path) -> None:
    """On 29 February, what was paid in March is not paid; nothing is said of the whole year."""
    root = books(tmp_path)
    ran = bilan("show", 2020, "--au", "2020-02-29", "--json", "--dossier", root)
    found = json.loads(ran.out)["encaissements"]
    assert (found["date"], found["facture"], found["encaisse"]) == (
        "2020-02-29",
        "10500.00",
        "0.00",
    )
    assert [(x["facture"], x["echeance"], x["jours_de_retard"]) for x in found["impayes"]] == [
        ("F-1", "2020-03-16", 0)
    ]
    out = bilan("show", 2020, "--au", "2020-02-29", "--dossier", root).out
    assert "Facturé au 29 février 2020, pas encore encaissé" in out
    assert "Facturé en 2020" not in out
