"""A year under way, asked from the command line: the word and the date come first."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from reporter.books import load
from reporter.errors import BilanError
from tests.workbooks import DAYS, EXPENSES, folder

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Bilan

RENT = [(date(year, month, 5), "Loyer", "Loyer", 300, None) for year in (2025, 2026)
        for month in range(1, 13)]  # fmt: skip


def books(root: Path, last: int = 10, settings: str = "", rent: int = 0) -> Path:
    """Write two years of one invoice a month, equal month by month, the second up to a month."""
    worked = [
        (date(year, month, 28), "Compagnie du Ponant", 10, 600, 6000)
        for year in (2025, 2026)
        for month in range(1, 13)
        if year == 2025 or month <= last
    ]
    return folder(root, {"Jours": [DAYS, *worked], "Dépenses": [EXPENSES, *RENT[:rent]]}, settings)


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let today be a day of 2026."""
    monkeypatch.setattr("reporter.today.today", lambda: date(2026, 11, 3))


@pytest.mark.usefixtures("on")
def test_the_first_line_says_that_the_year_is_partial(bilan: Bilan, tmp_path: Path) -> None:
    ran = bilan("show", 2026, "--dossier", books(tmp_path))
    assert ran.out.splitlines()[0] == "Chiffres clés, année partielle au 3 novembre 2026"
    row = next(line for line in ran.out.splitlines() if "Chiffre d’affaires" in line)
    assert row.split("  ")[-1].strip() == "0 %"
    assert "est la date du jour ; l’exercice va jusqu’au 31 décembre 2026" in ran.out


@pytest.mark.usefixtures("on")
@pytest.mark.parametrize("words", [("--jours", "220"), ("--grille", "jours=200:220:20")])
def test_too_many_days_for_a_part_of_a_year_are_told_with_its_date(
    bilan: Bilan, tmp_path: Path, words: tuple[str, str]
) -> None:
    """« 2027 n’a que 94,86 jours », of a year that has 229."""
    ran = bilan("scenario", 2026, *words, "--dossier", books(tmp_path))
    said = "220 jours facturés, mais 2026, au 3 novembre 2026, n’a que "
    assert said in ran.err.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_november_still_to_be_written_is_not_a_fall(
    bilan: Bilan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rent of each month before was there by this day: the books stop in October."""
    monkeypatch.setattr("reporter.today.today", lambda: date(2026, 11, 29))
    made = books(tmp_path, rent=22)
    told = bilan("show", 2026, "--dossier", made).out
    assert told.splitlines()[0] == "Chiffres clés, année partielle au 31 octobre 2026"
    assert "−9,1 %" not in told
    assert ", qui compte pour tout son mois, sans rien du mois en cours" in told
    asked = bilan("show", 2026, "--au", "2026-11-29", "--dossier", made).out
    assert asked.splitlines()[0] == "Chiffres clés, année partielle au 29 novembre 2026"
    assert "−9,1 %" in asked


def test_the_sales_alone_may_be_still_to_be_written(
    bilan: Bilan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reporter.today.today", lambda: date(2026, 11, 29))
    told = bilan("show", 2026, "--dossier", books(tmp_path, rent=23)).out
    assert told.splitlines()[0] == "Chiffres clés, année partielle au 31 octobre 2026"
    assert "Les ventes s’arrêtent à une ligne du 28 octobre 2026" in told
    assert "1 ligne de dépense (300" in told


def test_books_that_stop_in_october_are_not_down_by_a_sixth(bilan: Bilan, tmp_path: Path) -> None:
    """Long after the year is over; the owner can end it with one line."""
    ran = bilan("show", 2026, "--dossier", books(tmp_path))
    assert ran.out.splitlines()[0] == "Chiffres clés, année partielle au 31 octobre 2026"
    assert "−17 %" not in ran.out
    assert "Les classeurs s’arrêtent à une ligne du 28 octobre 2026, qui compte pour" in ran.out
    assert "plus de six semaines" in ran.out
    ended = books(tmp_path, settings="[exercice.2026]\ncomplet = true")
    whole = bilan("show", 2026, "--dossier", ended).out
    assert whole.splitlines()[0] == "Chiffres clés"
    assert "−17 %" in whole


def test_the_json_says_it_first(bilan: Bilan, tmp_path: Path) -> None:
    made = books(tmp_path, 12)
    ran = bilan("show", 2026, "--dossier", made, "--au", "2026-06-30", "--json")
    found = json.loads(ran.out)
    assert next(iter(found)) == "partielle"
    partial = found["partielle"]
    assert (partial["au"], partial["cloture"]) == ("2026-06-30", "2026-12-31")
    assert partial["regle"] == "demandee"
    left = {"lignes": 6, "ventes": "36000.00", "depenses": "0.00"}
    assert partial["laisse_de_cote"] == left
    assert found["chiffre_affaires"] == found["precedents"][0]["chiffre_affaires"] == "36000.00"
    assert found["precedents"][0]["fin"] == "2025-06-30"
    whole = bilan("show", 2026, "--dossier", made, "--json").out
    assert "partielle" not in whole
    assert whole == bilan("show", 2026, "--dossier", made, "--au", "31/12/2026", "--json").out


def test_a_date_outside_the_year_or_that_is_none(bilan: Bilan, tmp_path: Path) -> None:
    made = books(tmp_path)
    ran = bilan("show", 2026, "--dossier", made, "--au", "2027-01-01")
    assert ran.code == 1
    assert "le 1er janvier 2027 n’est pas dans l’exercice 2026" in ran.err
    for wrong in ("hier", "2026-02-29", "31/31/2026", ""):
        ran = bilan("show", 2026, "--dossier", made, "--au", wrong)
        assert (ran.code, "n’est pas une date, écrire par exemple 2026-06-30" in ran.err) == (
            2,
            True,
        )


def test_what_is_dated_after_is_said(bilan: Bilan, tmp_path: Path) -> None:
    ran = bilan("show", 2026, "--dossier", books(tmp_path, 12, rent=24), "--au", "2026-11-15")
    said = ran.out.replace("\u202f", " ")
    assert "daté d’après : 2 lignes de vente (12 000 €) et 1 ligne de dépense (300 €)." in said


@pytest.mark.usefixtures("on")
def test_a_reference_that_is_less_known_is_refused_with_the_date(tmp_path: Path) -> None:
    """2025 is over, and 2026 known to 3 November: at that date both are."""
    opened = load(books(tmp_path))
    with pytest.raises(BilanError, match=r"2026 n’est connu qu’au 3 novembre .* --au 2025-11-03"):
        opened.measure(2025, 2026)
    found = opened.measure(2025, 2026, as_of=date(2025, 11, 3))
    assert found.reference is not None
    assert found.reference.revenue == found.figures.revenue == 60_000
    with pytest.raises(BilanError, match="--au 2025-11-03"):
        opened.measure(2025, 2026, as_of=date(2025, 11, 30))


@pytest.mark.usefixtures("on")
def test_a_year_before_the_one_under_way_is_whole(tmp_path: Path) -> None:
    opened = load(books(tmp_path))
    assert opened.measure(2025).elapsed is None
    assert opened.measure(2026).elapsed is not None


def test_what_is_not_paid_yet_keeps_the_books_of_a_micro_enterprise_alive(tmp_path: Path) -> None:
    """The last payment is of September, the last invoice of December."""
    days = ("Date", "Client", "Jours", "TJM", "Date de paiement")
    paid = [
        (date(2026, month, 28), "Ponant", 10, 600, date(2026, month + 1, 28) if month < 9 else None)
        for month in range(1, 13)
    ]
    made = folder(tmp_path, {"Jours": [days, *paid]}, '[societe]\nstatut = "micro"')
    assert load(made).measure(2026).elapsed is None
    fewer = folder(tmp_path, {"Jours": [days, *paid[:9]]}, '[societe]\nstatut = "micro"')
    found = load(fewer).measure(2026).elapsed
    assert found is not None
    assert found.cut.day == date(2026, 9, 30)


def test_a_payment_is_a_line_of_a_micro_enterprise_and_of_no_other(tmp_path: Path) -> None:
    """Invoices stop in October and are paid until December: only a micro-enterprise goes on."""
    days = ("Date", "Client", "Jours", "TJM", "Date de paiement")
    paid = [
        (date(2026, month, 28), "Ponant", 10, 600, date(2026, month + 2, 20))
        for month in range(1, 11)
    ]
    for status, whole in (("micro", True), ("ei", False)):
        made = folder(tmp_path, {"Jours": [days, *paid]}, f'[societe]\nstatut = "{status}"')
        assert (load(made).measure(2026).elapsed is None) is whole
