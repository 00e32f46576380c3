"""`bilan compare` as a person types it, on the file that `bilan export` writes, then changed."""

from __future__ import annotations

import json
import shutil
import tomllib
from pathlib import Path

import pytest

from reporter.accounting.pack import Asked, pack
from reporter.books import load
from reporter.formats.pack.fec import render
from tests.cli.conftest import Bilan
from tests.test_docs_scenarios import ROOT

NAME = "812345676FEC20201231.txt"


@pytest.fixture(scope="module")
def written() -> dict[bool, str]:
    """Return the entries of the example books as a FEC, with the tax or without it."""
    opened = load(ROOT)
    bilan = opened.measure(2020)
    made = {tax: pack(opened.activity, bilan, Asked(tax=tax)) for tax in (True, False)}
    return {tax: render(one)[NAME].decode() for tax, one in made.items()}


@pytest.fixture
def fec(written: dict[bool, str], tmp_path: Path) -> Path:
    """Return the file of the entries, with the tax."""
    path = tmp_path / NAME
    path.write_text(written[True], encoding="utf-8", newline="")
    return path


def changed(fec: Path, *pairs: tuple[str, str], name: str = NAME) -> Path:
    text = fec.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path = fec.with_name(name)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_our_own_entries_differ_in_nothing(bilan: Bilan, fec: Path) -> None:
    found = json.loads(bilan("compare", 2020, fec, "--json", "--dossier", ROOT).out)
    assert found["lignes"] == found["etapes"] == []
    assert found["resultat_comptable"] == found["resultat_ecritures"]


def test_a_changed_line_is_named_and_its_step_to_the_result(bilan: Bilan, fec: Path) -> None:
    other = changed(fec, ("\t616000\t", "\t613500\t"))
    ran = bilan("compare", 2020, other, "--dossier", ROOT)
    assert ran.code == 0, ran.err
    assert "616000 →" in ran.out
    assert "Comptes qui diffèrent" in ran.out
    found = json.loads(bilan("compare", 2020, other, "--json", "--dossier", ROOT).out)
    assert [one["quoi"] for one in found["lignes"]] == ["compte changé"]
    assert [one["compte"] for one in found["etapes"]] == ["6135", "616"]


@pytest.mark.parametrize("moved", [False, True])
def test_what_is_proposed_makes_the_report_say_what_the_accountant_closed(
    bilan: Bilan, tmp_path: Path, fec: Path, *, moved: bool
) -> None:
    if moved:  # 1 399 € of tax becomes 1 362,40 €, and a purchase no charge of the company
        pairs = (("\t1399,00\t", "\t1362,40\t"), ("\t616000\t", "\t455000\t"))
        fec = changed(fec, *pairs, name="812345676FEC20201231_clos.txt")
    found = json.loads(bilan("compare", 2020, fec, "--json", "--dossier", ROOT).out)
    lines = tomllib.loads("\n".join(found["a_ecrire"]))["exercice"]["2020"]
    shutil.copytree(ROOT / "data", tmp_path / "data")
    path = tmp_path / "bilan.toml"
    shutil.copy(ROOT / "bilan.toml", path)
    text = path.read_text(encoding="utf-8").replace(
        "[exercice.2020]", "\n".join(found["a_ecrire"]), 1
    )
    path.write_text(text, encoding="utf-8")
    shown = json.loads(bilan("show", 2020, "--json", "--dossier", tmp_path).out)
    assert float(shown["resultat_apres_impots"]) == lines["resultat"]
    assert float(shown["impot"]) == lines["impot"]
    again = json.loads(bilan("compare", 2020, fec, "--json", "--dossier", tmp_path).out)
    assert again["a_ecrire"] == []


def test_entries_without_the_tax_are_not_closed(
    bilan: Bilan, fec: Path, written: dict[bool, str]
) -> None:
    fec.write_text(written[False], encoding="utf-8", newline="")
    ran = bilan("compare", 2020, fec, "--dossier", ROOT)
    assert "l’exercice n’y est pas clos" in ran.out
    assert "resultat =" not in ran.out


@pytest.mark.parametrize(
    ("name", "pairs", "said"),
    [
        (NAME, [("\t616000\t", "\t61\t")], "FEC refusé"),
        ("552100554FEC20201231.txt", [], "une autre société"),
        ("812345676FEC20211231.txt", [], "n’est pas le FEC"),
    ],
)
def test_another_file_is_refused(
    bilan: Bilan, fec: Path, *, name: str, pairs: list[tuple[str, str]], said: str
) -> None:
    ran = bilan("compare", 2020, changed(fec, *pairs, name=name), "--dossier", ROOT)
    assert ran.code == 1
    assert said in ran.err


def test_mistakes_of_form_are_said_and_change_nothing(bilan: Bilan, fec: Path) -> None:
    text = fec.read_text(encoding="utf-8").splitlines()
    cells = text[1].split("\t")
    cells[15] = "20190102"
    text[1] = "\t".join(cells)
    fec.write_text("\r\n".join(text), encoding="utf-8", newline="")
    ran = bilan("compare", 2020, fec, "--json", "--dossier", ROOT)
    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["lignes"] == []
    assert "comparé malgré 2 fautes de forme : « bilan check --fec" in " ".join(ran.err.split())


def test_a_closing_entry_that_hides_one_of_the_year_is_refused(bilan: Bilan, fec: Path) -> None:
    """Left out with it, the 100 € would be missing from the accountant's result."""
    text = fec.read_text(encoding="utf-8")
    last = text.splitlines()[-1].split("\t")
    number = str(int(last[2]) + 1)
    for account, debit, credit in (("706000", "100,00", "0,00"), ("120000", "0,00", "100,00")):
        cells = [*last[:2], number, last[3], account, "Clôture", "", "", *last[8:11]]
        text += "\t".join([*cells, debit, credit, "", "", *last[15:]]) + "\r\n"
    fec.write_text(text, encoding="utf-8", newline="")
    ran = bilan("compare", 2020, fec, "--dossier", ROOT)
    assert (ran.code, ran.out) == (1, "")
    assert "l’écriture de clôture ne solde pas exactement le compte 706000" in ran.err


def test_a_fec_of_other_columns_and_another_name_says_the_same(bilan: Bilan, fec: Path) -> None:
    """Montant and Sens for Debit and Credit, accounts on eight figures, a suffix in the name."""
    lines = [line.split("\t") for line in fec.read_text(encoding="utf-8").splitlines()]
    for cells in lines[1:]:
        credit = cells[11] == "0,00"
        cells[4] += "00"
        cells[11], cells[12] = (cells[12], "C") if credit else (cells[11], "D")
    lines[0][11:13] = ["Montant", "Sens"]
    other = fec.with_name("812345676FEC20201231_definitif.txt")
    other.write_text("\r\n".join("|".join(cells) for cells in lines), encoding="utf-8")
    ran = bilan("compare", 2020, other, "--json", "--dossier", ROOT)
    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["lignes"] == []


def test_receipts_without_accounts_are_not_compared(bilan: Bilan, fec: Path) -> None:
    lines = [line.split("\t") for line in fec.read_text(encoding="utf-8").splitlines()]
    header = "\t".join([*lines[0], "DateRglt", "ModeRglt", "NatOp", "IdClient"])
    rows = ["\t".join([*x[:4], "", "", *x[6:], x[3], "virement", "", ""]) for x in lines[1:]]
    fec.write_text("\r\n".join([header, *rows]), encoding="utf-8")
    ran = bilan("compare", 2020, fec, "--dossier", ROOT)
    assert (ran.code, ran.out) == (1, "")
    assert "numéro de compte absent" in ran.err


def test_no_tax_said_by_the_owner_closes_the_year(
    bilan: Bilan, fec: Path, written: dict[bool, str], tmp_path: Path
) -> None:
    fec.write_text(written[False], encoding="utf-8", newline="")
    shutil.copytree(ROOT / "data", tmp_path / "data")
    settings = '[societe]\nsiren = "812345676"\n[exercice.2020]\nimpot = 0\n'
    (tmp_path / "bilan.toml").write_text(settings, encoding="utf-8")
    found = json.loads(bilan("compare", 2020, fec, "--json", "--dossier", tmp_path).out)
    assert found["a_ecrire"][0] == "[exercice.2020]"
    assert found["a_ecrire"][2] == "impot = 0.00"


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('statut = "ei"\n', "Avant impôt personnel. Une charge"),
        ('statut = "sasu"\n[exercice.2020]\nimpot = 0\n', "Après impôts. Une charge"),
        ('statut = "sasu"\n[exercice.2020]\nstatut = "ei"\n', "Avant impôt personnel. Une charge"),
    ],
)
def test_the_result_is_called_after_the_legal_form_of_the_year(  # noqa: PLR0917
    bilan: Bilan, fec: Path, written: dict[bool, str], tmp_path: Path, settings: str, said: str
) -> None:
    fec.write_text(written[False], encoding="utf-8", newline="")
    shutil.copytree(ROOT / "data", tmp_path / "data")
    company = f'[societe]\nsiren = "812345676"\n{settings}'
    (tmp_path / "bilan.toml").write_text(company, encoding="utf-8")
    assert said in bilan("compare", 2020, fec, "--dossier", tmp_path).out


def test_a_file_that_is_not_there(bilan: Bilan, tmp_path: Path) -> None:
    assert "illisible" in bilan("compare", 2020, tmp_path / "x.txt", "--dossier", ROOT).err


def test_the_tables_in_another_format(bilan: Bilan, fec: Path) -> None:
    other = changed(fec, ("\t616000\t", "\t613500\t"))
    ran = bilan("compare", 2020, other, "--format", "csv", "--dossier", ROOT)
    assert ran.code == 0, ran.err
    assert "compte changé;" in ran.out
    again = bilan("compare", 2020, other, "--format", "json", "--dossier", ROOT).out
    assert again == bilan("compare", 2020, other, "--json", "--dossier", ROOT).out


def test_a_micro_enterprise_has_no_entries_to_compare(
    bilan: Bilan, fec: Path, tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    settings = '[societe]\nsiren = "812345676"\nstatut = "micro"\n'
    (tmp_path / "bilan.toml").write_text(settings, encoding="utf-8")
    ran = bilan("compare", 2020, fec, "--dossier", tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert "une micro-entreprise n’a pas d’écritures à comparer" in ran.err
