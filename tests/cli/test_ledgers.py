"""Years that a FEC of data/fec alone tells, as a person asks for them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reporter.fec.naming import file_name
from tests.cli.conftest import Bilan
from tests.ledgers.entries import SETTINGS, put, year
from tests.workbooks import DAYS, EXPENSES, Rows, folder

ROWS: dict[str, Rows] = {
    "Jours": [
        DAYS,
        ("15/06/2020", "Nimbus", 30, 700, 21000),
        ("15/12/2020", "Nimbus", 20, 700, 14000),
    ],
    "Dépenses": [EXPENSES, ("10/04/2020", "Loyer", "Loyer", 9000, None)],
}


def plain(text: str) -> str:
    """Return a text with plain spaces, one at a time."""
    return " ".join(text.split())


@pytest.fixture
def past(tmp_path: Path) -> Path:
    """Return books of 2020, and three years before it that entries alone tell."""
    folder(tmp_path, ROWS, SETTINGS)
    for number in (2017, 2018, 2019):
        put(tmp_path, number)
    return tmp_path


def test_the_past_stands_in_the_table_of_the_years(bilan: Bilan, past: Path) -> None:
    said = bilan("show", 2020, "--dossier", past).out
    rows = {line.strip().split("  ")[0]: line.split()[-9:] for line in said.splitlines()}
    assert rows["Jours facturés"] == ["50", *["n.", "d."] * 4]
    assert rows["TJM"][1:] == ["€", *["n.", "d."] * 4][1:]
    assert "définitif pour 2019, 2018 et 2017" in said
    assert "Sans jours ni TJM, d’après le FEC seul : 2019, 2018 et 2017." in said


def test_the_json_has_null_for_what_entries_do_not_tell(bilan: Bilan, past: Path) -> None:
    found: dict[str, Any] = json.loads(bilan("show", 2020, "--json", "--dossier", past).out)
    before = found["precedents"][0]
    assert (before["chiffre_affaires"], before["charges"]) == ("38500.00", "21300.50")
    assert (before["connu_par"], before["autres_produits"]) == ("fec", "120.00")
    names = ("jours_factures", "tjm", "tjm_regie", "ca_jours", "ca_forfaits", "taux_jours_factures")
    assert [before[name] for name in names] == [None] * 6
    assert set(found["effets"].values()) == {None}
    assert found["variations"]["jours_factures"] is None
    assert found["variations"]["chiffre_affaires"] == "-0.090909"
    assert "connu_par" not in found


def test_a_year_of_entries_is_shown_account_by_account(bilan: Bilan, past: Path) -> None:
    said = bilan("show", 2018, "--dossier", past)
    out = plain(said.out)
    assert said.code == 0, said.err
    assert "Produits et charges de 2018, d’après le FEC" in out
    assert "64 Charges de personnel −12 000,50 €" in out
    assert "76 Produits financiers 120,00 €" in out
    assert "Résultat du FEC 14 126,25 €" in out
    assert "Autres produits ~0,1 K€" in out
    found = json.loads(bilan("show", 2018, "--json", "--dossier", past).out)
    assert found["encaissements"] is None


def test_a_figure_is_explained_by_its_entries(bilan: Bilan, past: Path) -> None:
    said = plain(bilan("explain", "chiffre_affaires", 2018, "--dossier", past).out)
    assert "Les ventes du FEC, comptes 70, rabais déduits." in said
    assert "data/fec/812345676FEC20181231.txt" in said
    found = json.loads(bilan("explain", "chiffre_affaires", 2018, "--json", "--dossier", past).out)
    lines = found["sommes"][0]["lignes"]
    assert [(line["tiers"], line["cellule"], line["contribution"]) for line in lines] == [
        ("706000 Compte 706000", "ligne 3", "40000.00"),
        ("709000 Compte 709000", "ligne 5", "-1500.00"),
    ]


@pytest.mark.parametrize(
    ("name", "number", "why"),
    [
        ("jours_factures", 2018, "n’est connu que par data/fec/812345676FEC20181231.txt"),
        ("tjm", 2018, "jours facturés n’existe pas"),
        ("effets.volume", 2020, "CA des jours 2019 n’existe pas"),
        ("effets.prix", 2020, "n. d."),
        ("variations.jours_factures", 2020, "jours facturés 2019 n’existe pas"),
    ],
)
def test_what_does_not_exist_says_why(
    bilan: Bilan, past: Path, name: str, number: int, why: str
) -> None:
    said = bilan("explain", name, number, "--dossier", past).out
    assert "n. d." in said
    assert why in plain(said)


def test_other_products_exist_for_entries_only(bilan: Bilan, past: Path) -> None:
    assert "120,00 €" in plain(bilan("explain", "autres_produits", 2018, "--dossier", past).out)
    said = bilan("explain", "autres_produits", 2020, "--dossier", past)
    assert (said.code, said.out) == (1, "")
    assert "n’existe que pour un exercice connu par son FEC" in said.err


def test_check_answers_for_every_line(bilan: Bilan, past: Path) -> None:
    emptied = {"706000": "40000.00", "120000": "-40000.00"}
    put(past, 2019, [*year(2019), ("20191231", emptied)])
    said = bilan("check", "--dossier", past).out
    assert "Les exercices connus par leur FEC" in said
    rows = json.loads(bilan("check", "--json", "--dossier", past).out)["fec"]
    assert [row["exercice"] for row in rows] == [2017, 2018, 2019]
    for row in rows:
        parts = ("lignes_comptees", "lignes_de_bilan", "lignes_de_cloture")
        assert row["lignes"] == sum(row[part] for part in parts)
    assert (rows[2]["lignes_de_cloture"], rows[0]["lignes_de_cloture"]) == (2, 0)
    alone = json.loads(bilan("check", 2018, "--json", "--dossier", past).out)["fec"]
    assert [row["exercice"] for row in alone] == [2018]


@pytest.mark.parametrize(
    "words",
    [
        ("generate", "2018"),
        ("export", "2018"),
        ("compare", "2018", "x.txt"),
        ("scenario", "2018"),
        ("generate", "2018", "--mois", "3"),
        ("show", "2018", "--au", "2018-06-30"),
    ],
)
def test_what_is_made_of_lines_is_refused(
    bilan: Bilan, past: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(past)
    put(past, 2018, name="../../x.txt")
    said = bilan(*words)
    assert (said.code, said.out) == (1, "")
    assert "l’exercice 2018 n’est connu que par data/fec/812345676FEC20181231.txt" in said.err
    assert not (past / "reports").exists()


def test_the_report_of_the_year_after_says_nothing_false(bilan: Bilan, past: Path) -> None:
    ran = bilan("generate", 2020, "--format", "md,html", "--preuves", "--dossier", past)
    assert ran.code == 0, ran.err
    text = (past / "reports/2020/bilan-2020.md").read_text(encoding="utf-8")
    assert "2019 n’est connu que par son FEC, qui ne compte ni jours ni forfaits." in text
    assert "| 2019 | n. d. | n. d. | 38 500 € | n. d. | n. d. |" in plain(text)
    for false in (
        "le plus rempli",
        "nouveau client",
        "Nouveau :",
        "TJM est le plus",
        "jours facturés sont",
        "Nimbus a",
    ):
        assert false not in text
    index = (past / "reports/index.html").read_text(encoding="utf-8")
    assert "2018" in index
    assert "jours facturés par exercice" not in index


def test_a_base_on_payments_says_that_entries_have_none(bilan: Bilan, past: Path) -> None:
    rows = ROWS | {
        "Jours": [(*DAYS, "Payé le"), *((*row, row[0]) for row in ROWS["Jours"][1:])],
    }
    folder(past, rows, SETTINGS + 'base = "encaissement"\n')
    ran = bilan("show", 2020, "--dossier", past)
    assert ran.code == 0, ran.err
    assert "d’après le FEC seul, ventes à leur facture : 2019" in ran.out


def test_the_doubts_of_a_fec_are_those_of_its_year(bilan: Bilan, past: Path) -> None:
    put(past, 2018, [entry for entry in year(2018) if "695000" not in entry[1]])
    checked = bilan("check", 2018, "--dossier", past).out
    assert "fec-provisoire 2018" in checked
    assert "aucune ligne lue" not in checked
    assert "fec-provisoire" not in bilan("check", 2017, "--dossier", past).out


def test_a_reference_that_entries_tell_has_no_days(bilan: Bilan, past: Path) -> None:
    settings = SETTINGS + "[exercice.2020]\nreference = 2017\n"
    (past / "bilan.toml").write_text(settings, encoding="utf-8")
    ran = bilan("generate", 2020, "--format", "md", "--dossier", past)
    assert ran.code == 0, ran.err
    text = (past / "reports/2020/bilan-2020.md").read_text(encoding="utf-8")
    assert "En 2017, le chiffre d’affaires était de 38,5 K€." in plain(text)


def test_a_report_vouches_for_the_fec_of_its_years(bilan: Bilan, past: Path) -> None:
    bilan("generate", 2020, "--format", "md", "--dossier", past)
    assert "identique" in bilan("verify", past / "reports/2020", "--dossier", past).out
    put(past, 2018, [*year(2018), ("20181231", {"616000": "5.00", "512000": "-5.00"})])
    said = bilan("verify", past / "reports/2020", "--dossier", past)
    assert said.code == 1
    assert "data/fec/812345676FEC20181231.txt : changé" in said.out
    assert "2018" in said.out


def test_a_closed_year_of_entries_is_watched(bilan: Bilan, past: Path) -> None:
    assert "8 lignes" in bilan("freeze", 2018, "--dossier", past).err
    assert "2018" not in bilan("show", 2020, "--dossier", past).err
    put(past, 2018, [*year(2018), ("20181231", {"616000": "5.00", "512000": "-5.00"})])
    said = plain(bilan("show", 2020, "--dossier", past).err)
    assert "l’exercice 2018, clos le" in said
    assert "charges : 21 300,50 € → 21 305,50 €" in said
    assert "ligne arrivée : data/fec/812345676FEC20181231.txt, ligne 19" in said


def test_a_closed_year_of_entries_knows_a_line_that_changes_no_sum(
    bilan: Bilan, past: Path
) -> None:
    bilan("freeze", 2018, "--dossier", past)
    moved = [
        (day, {"616000" if one == "613200" else one: debit for one, debit in lines.items()})
        for day, lines in year(2018)
    ]
    put(past, 2018, moved)
    said = plain(bilan("show", 2020, "--dossier", past).err)
    assert "donne les mêmes chiffres, mais n’est plus le même" in said
    assert "ligne changée" in said


def test_a_pack_opens_with_what_the_entries_close_with(bilan: Bilan, tmp_path: Path) -> None:
    """The balances of 2019, and the results of the years that its entries do not carry over."""
    rows: dict[str, Rows] = {
        "Jours": [(*DAYS, "Facture"), ("15/12/2020", "Nimbus", 20, 700, 14000, "F-1")]
    }
    folder(tmp_path, rows, SETTINGS + '[tva]\nregime = "franchise"\n')
    opening = {"512000": "700.00", "101300": "-500.00", "120000": "-200.00"}
    put(tmp_path, 2018)
    put(tmp_path, 2019, [("20190101", opening), *year(2019)])
    put(tmp_path, 2021, [("20210101", opening), *year(2021)])  # opens nothing before it
    ran = bilan(
        "export", 2020, "--format", "fec", "--a-nouveaux", "--dossier", tmp_path,
        "--sortie", tmp_path / "out",
    )  # fmt: skip
    assert ran.code == 0, ran.err
    name = file_name("812345676", date(2020, 12, 31))
    found = [line.split("\t") for line in (tmp_path / "out" / name).read_text("utf-8").splitlines()]
    held = {row[4]: (row[11], row[12]) for row in found if row[0] == "AN"}
    assert held["512000"] == ("820,00", "0,00")
    assert held["101300"] == ("0,00", "500,00")
    assert held["411NIMBUS"] == ("46500,00", "0,00")
    assert held["281830"] == ("0,00", "700,25")
    assert [row[12] for row in found if row[0] == "AN" and row[4] == "120000"] == [
        "200,00",
        "14126,25",
    ]


def test_entries_that_carry_nothing_over_are_added_to_those_of_before(
    bilan: Bilan, tmp_path: Path
) -> None:
    rows: dict[str, Rows] = {
        "Jours": [(*DAYS, "Facture"), ("15/12/2020", "Nimbus", 20, 700, 14000, "F-1")]
    }
    folder(tmp_path, rows, SETTINGS + '[tva]\nregime = "franchise"\n')
    put(tmp_path, 2018)
    put(tmp_path, 2019)
    words = ("--format", "fec", "--a-nouveaux", "--dossier", tmp_path, "--sortie", tmp_path)
    assert bilan("export", 2020, *words).code == 0
    name = file_name("812345676", date(2020, 12, 31))
    found = [line.split("\t") for line in (tmp_path / name).read_text("utf-8").splitlines()]
    held = {row[4]: row[12] for row in found if row[0] == "AN"}
    assert held["281830"] == "1400,50"


def test_a_first_year_of_lines_after_entries_is_no_beginning(bilan: Bilan, past: Path) -> None:
    """The lines of 2020 begin in June; without the entries of before, that is a doubt."""
    months = [(f"15/{month:02}/2020", "Nimbus", 10, 700, 7000) for month in range(6, 13)]
    folder(past, {**ROWS, "Jours": [DAYS, *months], "Dépenses": [EXPENSES]}, SETTINGS)
    assert "debut-omis" not in bilan("check", "--dossier", past).out
    for path in (past / "data" / "fec").iterdir():
        path.unlink()
    assert "debut-omis" in bilan("check", "--dossier", past).out
