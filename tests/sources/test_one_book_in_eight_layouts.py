"""One set of books, kept in every way that people keep them, gives the same figures to the cent."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from reporter.books import Books, load
from reporter.model import Day, Fee
from tests.sources.books import SETTINGS, TOTALS, WAYS, converted


def books(root: Path, write: Any) -> Books:
    (root / "data").mkdir()
    (root / "bilan.toml").write_text(SETTINGS, encoding="utf-8")
    write(root / "data")
    return load(root)


def figures(read: Books) -> dict[str, Any]:
    year = read.measure(2020).figures
    clients: dict[str, Decimal] = {}
    sales: list[Day | Fee] = [*year.lines.days, *year.lines.fees]
    for line in sales:
        clients[line.client] = clients.get(line.client, Decimal(0)) + line.amount
    return {
        "revenue": year.revenue,
        "fees": year.fees,
        "days": year.days,
        "charges": year.charges,
        "depreciation": year.depreciation,
        "result": year.result,
        "clients": clients,
        "movements": [line.amount for line in year.lines.movements],
        "dates": {line.date for line in year.lines.lines},
        "rates": {line.rate for line in year.lines.days},
    }


EXPECTED = {
    "revenue": TOTALS["revenue"],
    "days": TOTALS["days"],
    "fees": Decimal("13234.56"),
    "charges": Decimal("361.99"),
    "movements": [5000],
}


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return the figures of the plain workbook."""
    return figures(books(tmp_path_factory.mktemp("xlsx"), WAYS["xlsx"]))


def test_the_figures_are_those_of_the_lines(reference: dict[str, Any]) -> None:
    assert {name: reference[name] for name in EXPECTED} == EXPECTED


@pytest.mark.parametrize("way", list(WAYS)[1:])
def test_the_same_figures_whatever_the_way(
    way: str, reference: dict[str, Any], tmp_path: Path
) -> None:
    assert figures(books(tmp_path, WAYS[way])) == reference


@pytest.mark.external("soffice")
@pytest.mark.parametrize("suffix", ["ods", "xls"])
def test_the_same_figures_as_libreoffice_saves_them(
    suffix: str, reference: dict[str, Any], tmp_path: Path
) -> None:
    assert figures(books(tmp_path, lambda data: converted(data, suffix))) == reference
