"""The page of formats says the same month in each, and what the program makes of each label."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reporter.bank.bank import Bank
from reporter.bank.files import statements
from reporter.books import load
from reporter.settings.reading import Limits
from tests.test_docs_scenarios import ROOT

PAGE = (ROOT / "docs" / "BANQUE-FORMATS.md").read_text(encoding="utf-8")
EXPORTS = re.findall(r"^```(csv|qif|mt940)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
CASES = re.findall(r"^\| ((?:VIR|REMISE).*?) \| (\S+) \| (.*?) \|$", PAGE, re.MULTILINE)
HEAD = "Date;Client;Prestation;Montant HT;Facture;Taux TVA"
SALES = f"{HEAD}\n29/02/2020;Acme;Étude;1000;F-2020-03;20 %\n"


@pytest.mark.parametrize(("kind", "text"), EXPORTS)
def test_each_export_tells_the_same_month(tmp_path: Path, kind: str, text: str) -> None:
    path = tmp_path / "data" / "banque" / f"mars.{kind}"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    (found,) = statements(tmp_path, Limits())
    moves = sorted((one.date.day, f"{one.amount:.2f}") for one in found.movements)
    fees = 12 if '"Gross"' in text else 31
    assert moves == sorted([(5, "-14.40"), (12, "1200.00"), (fees, "-6.00")])
    assert any("F-2020-03" in one.label for one in found.movements)


@pytest.mark.parametrize(("labels", "amount", "said"), CASES)
def test_each_label_does_what_the_page_says(
    tmp_path: Path, labels: str, amount: str, said: str
) -> None:
    (tmp_path / "data" / "banque").mkdir(parents=True)
    (tmp_path / "bilan.toml").touch()
    (tmp_path / "data" / "forfaits.csv").write_text(SALES, encoding="utf-8")
    first, _, back = labels.partition(", puis ")
    rows = f"12/03/2020;{first};{amount}\n"
    rows += f"14/03/2020;{back};-{amount}\n" if back else ""
    path = tmp_path / "data" / "banque" / "a.csv"
    path.write_text(f"Date;Libellé;Montant\n{rows}", encoding="utf-8")
    opened = load(tmp_path)
    assert isinstance(opened.bank, Bank)
    (line,) = opened.activity.fees
    done = f"payée le {line.paid:%d/%m/%Y}" if line.paid else "impayée"
    assert (said == "demandé") == bool(opened.bank.asked)
    assert said in (done, "demandé")


def test_the_page_has_six_exports_and_seven_labels() -> None:
    assert (len(EXPORTS), len(CASES)) == (6, 7)
