"""Where a message leads: to what can be done on the books at hand, in their own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Bilan

HARVEST = (
    "Date,Client,Project,Hours,Billable?,Invoiced?,Billable Rate,Billable Amount\n"
    "2020-03-02,Ponant,F,7,Yes,Yes,100,700\n2020-03-03,Ponant,F,7,Yes,Yes,100,700\n"
)
COMPANY = '[societe]\nnom = "Azur"\nsiren = "812345676"\n[lecture]\nheures_par_jour = 7\n'
SPENT = "Date;Libellé;Catégorie;Montant HT;Taux TVA\n02/03/2020;Poste;Loyer;310;20 %\n"
MICRO = '[societe]\nstatut = "micro"\n'


def written(root: Path, settings: str, **files: str) -> Path:
    (root / "data").mkdir(parents=True, exist_ok=True)
    (root / "bilan.toml").write_text(settings, encoding="utf-8")
    for name, text in files.items():
        (root / "data" / f"{name}.csv").write_text(text, encoding="utf-8")
    return root


def test_no_pack_is_made_of_a_tracker_and_its_cells_are_not_asked_for(
    tmp_path: Path, bilan: Bilan
) -> None:
    books = written(tmp_path, COMPANY, harvest=HARVEST, depenses=SPENT)
    ran = bilan("export", 2020, "--dossier", books)
    assert ran.code == 1
    assert ran.err.count("erreur : ") == 1
    assert "un suivi du temps ne connaît ni factures ni TVA\n  --> data/harvest.csv\n" in ran.err
    assert "remplir la colonne Facture" not in ran.err
    assert not (books / "reports").exists()


def test_the_mistakes_of_typed_lines_stay_beside_those_of_a_tracker(
    tmp_path: Path, bilan: Bilan
) -> None:
    typed = "Date;Client;Jours;TJM;Taux TVA\n02/06/2020;Alizé;1;700;20 %\n"
    books = written(tmp_path, COMPANY, harvest=HARVEST, depenses=SPENT, jours=typed)
    ran = bilan("export", 2020, "--dossier", books)
    assert ran.err.count("un suivi du temps") == 1
    assert "data/jours.csv, cellule A2" in ran.err
    assert "remplir la colonne Facture" in ran.err


def grid(month: str, days: int, **worked: dict[int, str]) -> str:
    """Return a month of days, a column each."""
    dates = range(1, days + 1)
    rows = [f"{name};" + ";".join(its.get(n, "") for n in dates) for name, its in worked.items()]
    return "\n".join([month, "Client;" + ";".join(map(str, dates)), *rows, ""])


GRIDS = {
    "janvier": grid("Janvier 2020", 31, Ponant={2: "1", 3: "1", 7: "0,5"}, Alizé={7: "0,5"}),
    "fevrier": grid("Février 2020", 29, Ponant={3: "1", 4: "1"}),
}


def test_a_grid_has_no_column_for_invoices_and_none_is_asked_for(
    tmp_path: Path, bilan: Bilan
) -> None:
    prices = "Client;TJM\nPonant;700\nAlizé;650\n"
    books = written(tmp_path, COMPANY, depenses=SPENT, missions=prices, **GRIDS)
    ran = bilan("export", 2020, "--dossier", books)
    assert ran.code == 1
    assert "une grille ne connaît ni factures ni TVA\n  --> data/janvier.csv\n" in ran.err
    assert ran.err.count("janvier.csv") == 1
    assert "ranger à côté la liste des factures" in ran.err
    listed = (
        "N° facture;Date;Client;Montant HT;TVA;Payée le\nF1;31/01/2020;Ponant;1750;350;20/02/2020\n"
        "F2;31/01/2020;Alizé;325;65;\nF3;29/02/2020;Ponant;1400;280;\n"
    )
    written(tmp_path, COMPANY, factures=listed)
    assert "aucune date de paiement" not in bilan("check", "--dossier", books).out
    ran = bilan("export", 2020, "--dossier", books)
    assert ran.code == 0, ran.err
    (entries,) = (books / "reports" / "2020").glob("*FEC20201231.txt")
    sold = [it.split("\t") for it in entries.read_text("utf-8").splitlines() if "\t411000\t" in it]
    assert [(it[8], it[11]) for it in sold if it[0] == "VE"] == [
        ("F1", "2100,00"), ("F2", "390,00"), ("F3", "1680,00"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("settings", "told"),
    [(MICRO, True), (COMPANY, False)],
)
def test_a_micro_enterprise_is_told_of_the_exemption(
    tmp_path: Path, bilan: Bilan, settings: str, *, told: bool
) -> None:
    sale = "Date;Client;Montant;Date de paiement\n02/03/2020;Ponant;310;05/03/2020\n"
    ran = bilan("check", "--dossier", written(tmp_path, settings, ventes=sale))
    assert '"Montant" = "Montant HT"' in ran.err
    assert ('en franchise en base de TVA : [tva] regime = "franchise"' in ran.err) is told


@pytest.mark.parametrize(
    ("settings", "word"), [(MICRO, "le reste est trop beau"), ("", "le résultat est trop beau")]
)
def test_a_year_without_expense_speaks_of_what_it_shows(
    tmp_path: Path, bilan: Bilan, settings: str, word: str
) -> None:
    sale = "Date;Client;Montant HT;Date de paiement\n02/03/2020;Ponant;310;05/03/2020\n"
    assert word in bilan("check", "--dossier", written(tmp_path, settings, forfaits=sale)).out


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04xlsx", b"%PDF-1.7", b"Date;Client;Jours;TJM\n02/03/2020;Ponant;1;700\n"],
)
def test_what_is_no_entries_is_said_so(tmp_path: Path, bilan: Bilan, content: bytes) -> None:
    (tmp_path / "livres.xlsx").write_bytes(content)
    ran = bilan("check", "--fec", tmp_path / "livres.xlsx")
    assert (ran.code, ran.out) == (1, "")
    assert "livres.xlsx n’est pas un FEC" in ran.err


def test_a_header_with_another_mark_is_still_a_fec(tmp_path: Path, bilan: Bilan) -> None:
    path = tmp_path / "812345676FEC20201231.txt"
    path.write_text("JournalCode;JournalLib;EcritureNum\nVT;Ventes;1\n", encoding="utf-8")
    assert "séparateur introuvable" in bilan("check", "--fec", path).err


def test_the_reports_that_stand_there_are_named(tmp_path: Path, bilan: Bilan) -> None:
    books = written(tmp_path, "", forfaits="Date;Client;Montant HT\n02/03/2020;Ponant;310\n")
    absent = books / "reports" / "2023"
    assert "« bilan generate » en écrit un" in bilan("verify", absent).err
    assert bilan("generate", 2020, "--format", "md", "--dossier", books).code == 0
    ran = bilan("verify", absent)
    assert f"donner son dossier, {books / 'reports' / '2020'}" in ran.err


@pytest.mark.parametrize(("name", "reads"), [("Jours.csv", True), ("bon.csv", False)])
def test_a_file_that_reads_well_has_nothing_to_switch_on(
    tmp_path: Path, bilan: Bilan, name: str, *, reads: bool
) -> None:
    (tmp_path / name).write_text("Date;Client;Jours;TJM\n02/03/2020;Ponant;1;700\n", "utf-8")
    ran = bilan("init", tmp_path / "livres", "--depuis", tmp_path / name)
    text = (tmp_path / "livres" / "bilan.toml").read_text(encoding="utf-8")
    assert ("se lit tel quel, sans réglage à écrire" in ran.printed) is reads
    assert ("effacer le #" in ran.printed) is not reads
    assert ("Rien ne compte tant qu’un #" in text) is not reads
