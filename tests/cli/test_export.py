from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
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


@pytest.mark.parametrize(("day", "going"), [(date(2020, 12, 31), True), (date(2021, 1, 1), False)])
def test_the_workbook_of_a_year_under_way_compares_it_with_nothing(
    bilan: Bilan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, day: date, *, going: bool
) -> None:
    monkeypatch.setattr("reporter.today.today", lambda: day)
    bilan("export", 2020, "--dossier", ROOT, "--sortie", tmp_path, "--format", "xlsx")
    sheet = load_workbook(tmp_path / "comptable-2020.xlsx", data_only=True)["Synthèse"]
    assert ("en cours" in str(sheet["A2"].value)) is going
    assert (sheet["D6"].value == "n.\u00a0d.") is going


def test_every_format_at_once(bilan: Bilan, tmp_path: Path) -> None:
    formats = "xlsx, fec,csv,hledger,beancount"
    assert (
        bilan(
            "export", 2020, "--dossier", ROOT, "--sortie", tmp_path, "--format", formats, "--impot"
        ).code
        == 0
    )
    assert len(list(tmp_path.iterdir())) == 11
    fec = (tmp_path / "812345676FEC20201231.txt").read_text(encoding="utf-8")
    assert "695000\tImpôts sur les bénéfices\t\t\tIS-2020" in fec
    assert load_workbook(tmp_path / "comptable-2020.xlsx").sheetnames[0] == "Synthèse"


def test_a_form_without_corporate_tax_is_told_that_there_is_none(
    bilan: Bilan, tmp_path: Path
) -> None:
    """An EI whose train lost its VAT had an entry of IS of 10 475 €."""
    sheets: dict[str, Rows] = {
        "Forfaits": [
            ("Date", "Client", "Montant HT", "TVA", "Facture"),
            (date(2020, 3, 31), "Client A", 60000, 0.2, "F1"),
        ],
        "Dépenses": [
            ("Date", "Fournisseur", "Catégorie", "Montant HT", "TVA"),
            (date(2020, 2, 1), "SNCF", "Train", 1000, 0.1),
        ],
    }
    settings = '[societe]\nsiren = "812345676"\nstatut = "ei"\n'
    books = folder(tmp_path, sheets, settings)
    ran = bilan("export", 2020, "--dossier", books, "--impot")
    assert "note : pas d’impôt sur les sociétés en 2020 : --impot n’écrit rien" in ran.err
    fec = (books / "reports/2020/812345676FEC20201231.txt").read_text(encoding="utf-8")
    assert "\t625100\t" in fec
    assert "IS-2020" not in fec


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


def test_a_month_or_a_quarter_is_a_file_of_its_own(bilan: Bilan, tmp_path: Path) -> None:
    to = ("--dossier", ROOT, "--sortie", tmp_path)
    ran = bilan("export", 2020, *to, "--mois", "3")
    assert ran.code == 0
    assert "note : xlsx ne s’écrit que pour l’année entière" in ran.err
    assert bilan("export", 2020, *to, "--trimestre", "2020-T2", "--format", "fec,hledger").code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "812345676FEC20201231_2020-03-description.txt",
        "812345676FEC20201231_2020-03.txt",
        "812345676FEC20201231_2020-T2-description.txt",
        "812345676FEC20201231_2020-T2.txt",
        "comptable-2020_2020-T2.journal",
    ]
    march = tmp_path / "812345676FEC20201231_2020-03.txt"
    dates = {line.split("\t")[3] for line in march.read_text("utf-8").splitlines()[1:]}
    assert min(dates) >= "20200301"
    assert max(dates) <= "20200331"
    described = march.with_name(march.stem + "-description.txt").read_text("utf-8")
    assert "Période : 2020-03" in described.replace("\u00a0", " ")
    assert bilan("check", "--fec", march).code == 0


def test_a_month_that_cannot_be_written_is_refused(bilan: Bilan, tmp_path: Path) -> None:
    to = ("--dossier", ROOT, "--sortie", tmp_path)
    for words, code, said in (
        (("--mois", "13"), 2, "--mois : « 13 » n’est pas un mois, écrire par exemple 3 ou 2020-03"),
        (("--trimestre", "5"), 2, "--trimestre : « 5 » n’est pas un trimestre, écrire par"),
        (("--mois", "3", "--trimestre", "1"), 2, "erreur : choisir --mois ou --trimestre"),
        (("--mois", "2021-03"), 1, "2021-03 n’est pas dans l’exercice, du 01/01/2020 au"),
        (("--mois", "3", "--format", "xlsx"), 2, "un mois ne s’écrit qu’en fec, hledger et"),
    ):
        ran = bilan("export", 2020, *to, *words)
        assert ran.code == code
        assert said in " ".join(ran.err.replace("│", " ").split())
    assert list(tmp_path.iterdir()) == []


def test_the_software_and_the_codes_of_the_accountant(bilan: Bilan, tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "Jours": [
            (*DAYS, "Facture", "TVA"),
            (date(2020, 3, 31), "Compagnie du Ponant", 1, 500, 500, "FACTURE-2020-01", 0.2),
        ],
        "Dépenses": [EXPENSES],
    }
    books = folder(tmp_path, sheets)
    settings = (
        '[societe]\nsiren = "812345676"\n[export]\nlogiciel = "quadra"\n'
        '[export.journaux]\nVE = "VT"\n[tiers]\n"Compagnie du Ponant" = "C0001"\n'
    )
    (books / "bilan.toml").write_text(settings, encoding="utf-8")
    assert bilan("export", 2020, "--dossier", books, "--format", "fec").code == 0
    file = books / "reports" / "2020" / "812345676FEC20201231.txt"
    first = file.read_bytes().decode("iso-8859-15").split("\r\n")[1].split("\t")
    assert first[0] == "VT"
    assert first[6] == "C0001"
    assert len(first[8]) == 10
    assert first[8].endswith("020-01")
    assert first[10] == "Facture FACTURE-2020-01 - Comp"
    (books / "bilan.toml").write_text(settings.replace("du Pon", "de Pon"), encoding="utf-8")
    ran = bilan("export", 2020, "--dossier", books, "--format", "fec")
    assert ran.code == 1
    assert ran.err.splitlines()[1:5] == [
        "erreur : ni client ni fournisseur des livres",
        "  --> bilan.toml, clé tiers",
        "   | Compagnie de Ponant",
        "   = l’écrire comme dans les classeurs",
    ]
    assert bilan("export", 2020, "--dossier", books, "--format", "csv").code == 0
