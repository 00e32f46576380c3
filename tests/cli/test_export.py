from __future__ import annotations

from datetime import date
from pathlib import Path

from openpyxl import load_workbook

import reporter
from tests.cli.conftest import Bilan
from tests.workbooks import DAYS, EXPENSES, Rows, folder

ROOT = Path(reporter.__file__).parent.parent
ACCOUNT = (
    'remplir la colonne Compte, ou ajouter à bilan.toml, sous [comptes] : "Offrandes" = "…", '
    "un compte de 60 à 69"
)


def test_the_example_is_exported(bilan: Bilan, tmp_path: Path) -> None:
    ran = bilan("export", 2020, "--dossier", ROOT, "--sortie", tmp_path)
    assert ran.code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "812345676FEC20201231-description.txt",
        "812345676FEC20201231.txt",
        "comptable-2020.xlsx",
    ]


def test_every_format_at_once(bilan: Bilan, tmp_path: Path) -> None:
    formats = "xlsx, fec,csv,hledger,beancount"
    assert (
        bilan(
            "export", 2020, "--dossier", ROOT, "--sortie", tmp_path, "--format", formats, "--impot"
        ).code
        == 0
    )
    assert len(list(tmp_path.iterdir())) == 9
    fec = (tmp_path / "812345676FEC20201231.txt").read_text(encoding="utf-8")
    assert "695000\tImpôts sur les bénéfices\t\t\tIS-2020" in fec
    assert load_workbook(tmp_path / "comptable-2020.xlsx").sheetnames[0] == "Synthèse"


def test_all_that_is_missing_is_said_and_nothing_is_written(bilan: Bilan, tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "Jours": [(*DAYS, "TVA"), (date(2020, 3, 31), "Client A", 1, 500, 500, 0.2)],
        "Dépenses": [EXPENSES, (date(2020, 3, 31), "Cadeau", "Offrandes", 9, None)],
    }
    ran = bilan("export", 2020, "--dossier", folder(tmp_path, sheets))
    assert ran.code == 1
    assert ran.err.splitlines() == [
        "erreur : SIREN manquant",
        "  --> bilan.toml, clé societe.siren",
        '   = écrire les neuf chiffres du SIREN entre guillemets, par exemple "812345676"',
        "erreur : numéro de facture manquant",
        "  --> data/livres.xlsx, feuille « Jours », cellule A2",
        "   | Client A, 31/03/2020, 500,00 €",
        "   = remplir la colonne Facture",
        "erreur : aucun compte pour cette dépense",
        "  --> data/livres.xlsx, feuille « Dépenses », cellule A2",
        "   | Offrandes",
        f"   = {ACCOUNT}",
        "3 erreurs dans 2 fichiers : rien n’a été écrit",
    ]
    assert not (tmp_path / "reports").exists()
