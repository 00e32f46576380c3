"""`bilan reconcile` as a person types it, and for another program."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from io import StringIO
from pathlib import Path

from tests.bank.test_matching import F12, books, sale
from tests.cli.conftest import Bilan

MOVES = (
    "15/04/2020;VIR F-2020-12;1200,00\n"
    "20/04/2020;VIR ACME CONSEIL;960,00\n"
    "30/04/2020;FRAIS DE TENUE;-6,00\n"
)
SALES = [F12, sale("F-2020-13", 800), sale("F-2020-14", 800)]


def test_each_euro_is_explained_or_asked(bilan: Bilan, tmp_path: Path) -> None:
    books(tmp_path, SALES, MOVES)
    ran = bilan("reconcile", 2020, "--dossier", tmp_path)
    assert ran.code == 0, ran.err
    said = ran.out.replace("\u202f", " ")
    assert "Ventes encaissées           1            +1 200,00 €" in said
    assert '"2020-04-20 960,00 VIR ACME CONSEIL" = "F-2020-13"' in said
    assert "2020-04-30 -6,00 FRAIS DE TENUE" in said
    assert said.count("F-2020-14") == 2
    assert "l’égalité des soldes n’est pas vérifiée" in said


def test_the_same_for_a_program(bilan: Bilan, tmp_path: Path) -> None:
    books(tmp_path, SALES, MOVES)
    text = (tmp_path / "data/banque/a.csv").read_text(encoding="utf-8")
    (tmp_path / "data/banque/a.csv").write_text("Ancien solde;100,00\n" + text, encoding="utf-8")
    found = json.loads(bilan("reconcile", 2020, "--json", "--dossier", tmp_path).out)
    again = bilan("reconcile", 2020, "--format", "json", "--dossier", tmp_path).out
    assert json.loads(again) == found
    (account,) = found["comptes"]
    sums = [Decimal(account[key]) for key in ("solde_avant", "explique", "a_expliquer")]
    assert sum(sums) == Decimal(account["solde_apres"])
    assert [one["cle"] for one in found["mouvements_sans_ligne"]] == [
        "2020-04-30 -6,00 FRAIS DE TENUE"
    ]
    (asked,) = found["a_rapprocher"]
    assert [piece["reference"] for piece in asked["paie_peut_etre"]] == ["F-2020-13", "F-2020-14"]
    assert [one["reference"] for one in found["lignes_sans_mouvement"]] == [
        "F-2020-13",
        "F-2020-14",
    ]


def test_what_stands_in_two_statements_is_said(bilan: Bilan, tmp_path: Path) -> None:
    books(tmp_path, SALES, MOVES)
    folder = tmp_path / "data" / "banque"
    (folder / "b.csv").write_bytes((folder / "a.csv").read_bytes())
    said = bilan("reconcile", 2020, "--dossier", tmp_path).out
    assert "Doublons d’un relevé à l’autre, écartés : 3 mouvements." in said


def test_the_same_for_a_spreadsheet(bilan: Bilan, tmp_path: Path) -> None:
    books(tmp_path, SALES, MOVES)
    out = bilan("reconcile", 2020, "--format", "csv", "--dossier", tmp_path).out
    rows = list(csv.reader(StringIO(out), delimiter=";"))
    assert ["Ventes encaissées", "1", "1200,00"] in rows


def test_without_statements_it_says_where_to_put_them(bilan: Bilan, tmp_path: Path) -> None:
    books(tmp_path, SALES, MOVES)
    assert "aucun relevé de l’exercice 2019" in bilan("reconcile", 2019, "--dossier", tmp_path).err
    (tmp_path / "data" / "banque" / "a.csv").unlink()
    ran = bilan("reconcile", 2020, "--dossier", tmp_path)
    assert ran.code == 1
    assert "data/banque" in ran.err


def test_a_label_drives_neither_the_terminal_nor_a_spreadsheet(
    bilan: Bilan, tmp_path: Path
) -> None:
    books(tmp_path, SALES, "15/04/2020;=HYPERLINK(1)\x1b[2J;-7,00\n")
    ran = bilan("reconcile", 2020, "--dossier", tmp_path)
    assert ran.code == 0, ran.err
    assert "\x1b" not in ran.printed
    out = bilan("reconcile", 2020, "--format", "csv", "--dossier", tmp_path).out
    cells = [cell for row in csv.reader(StringIO(out), delimiter=";") for cell in row]
    assert not any(cell.startswith("=") or "\x1b" in cell for cell in cells)


def test_what_is_left_aside_and_paid_short_is_said(bilan: Bilan, tmp_path: Path) -> None:
    answer = '[banque.rapprochements]\n"2020-04-15 1185,00 VIR ACME" = ["F-2020-12"]\n'
    books(tmp_path, [F12], "15/04/2020;VIR ACME;1185,00\n", settings=answer)
    path = tmp_path / "data" / "banque" / "a.csv"
    rows = "15/04/2020;VIR ACME;1185,00;Exécuté\n16/04/2020;CB POSTE;-5,00;Refusé\n"
    path.write_text(f"Date;Libellé;Montant;Statut\n{rows}", encoding="utf-8")
    said = bilan("reconcile", 2020, "--dossier", tmp_path).out
    assert "F-2020-12 : payé à −15,00 € près, par votre réponse." in " ".join(said.split())
    assert "1 opération sans effet, hors du compte." in " ".join(said.split())
