"""The exports of time trackers, each as its documents say it is, in several tongues."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from reporter.books import Books, load
from reporter.errors import BadData
from tests.books.exports import BOTH, TRACKERS, UNPRICED, Work

SETTINGS = '[lecture]\nheures_par_jour = 7\n[statuts]\ninterne = "ne compte pas"\n'
RATES = {("Compagnie du Ponant", "Flux"): Decimal(100), ("24ème Rue", "Audit"): Decimal("92.5")}
MISSIONS = "Client;Mission;TJM\n" + "".join(
    f"{client};{project};{hourly * 7}\n" for (client, project), hourly in RATES.items()
)
MONTH = [date(2020, 3, 1) + timedelta(days=n) for n in range(28)]


def work(day: date, hours: str, names: tuple[str, str], at: int = 9, **told: bool) -> Work:
    start = datetime(day.year, day.month, day.day, at)  # noqa: DTZ001  # in France
    plain = Work(start, int(Decimal(hours) * 3600), names[0], names[1], RATES[names])
    return plain._replace(**told)  # type: ignore[arg-type]  # yes or no


PONANT, RUE = RATES
WORKS = [
    *(work(day, "3.5", PONANT) for day in MONTH if day.weekday() < 3),
    *(work(day, "3.5", PONANT, 14) for day in MONTH if day.weekday() < 2),
    *(work(day, "7", RUE) for day in MONTH if day.weekday() in (3, 4)),
    *(work(day, "1", PONANT, 12, billable=False, pause=True) for day in MONTH[:3]),
    *(work(day, "2.25", RUE, 17, billable=False) for day in MONTH if day.weekday() == 3),
]
HALVES = sum(day.weekday() < 3 for day in MONTH) + sum(day.weekday() < 2 for day in MONTH)
WHOLE = sum(day.weekday() in (3, 4) for day in MONTH)
DAYS = Decimal(HALVES) / 2 + WHOLE
REVENUE = HALVES * 350 + WHOLE * Decimal("647.5")


def books(root: Path, files: dict[str, str], settings: str = SETTINGS) -> Books:
    """Write a folder of files, and read it."""
    (root / "data").mkdir()
    (root / "bilan.toml").write_text(settings, encoding="utf-8")
    for name, content in files.items():
        (root / "data" / name).write_text(content, encoding="utf-8")
    return load(root)


def export(tracker: str, tongue: str, works: list[Work] | None = None) -> dict[str, str]:
    """Return the files of an export, with the rates agreed where it says none."""
    files = {"export.csv": TRACKERS[tracker](WORKS if works is None else works, tongue)}
    return {**files, "missions.csv": MISSIONS} if tracker in UNPRICED else files


def refusals(root: Path, files: dict[str, str], settings: str = SETTINGS) -> list[str]:
    """Return what is wrong with a folder of files."""
    with pytest.raises(BadData) as caught:
        books(root, files, settings)
    return [f"{error.place.cell} {error.what}" for error in caught.value.errors]


def codes(read: Books) -> list[str]:
    """Return the rules of the doubts of reading."""
    return [doubt.code for doubt in read.doubts]


@pytest.mark.parametrize("tongue", BOTH)
@pytest.mark.parametrize("tracker", TRACKERS)
def test_an_export_is_read_to_the_cent(tracker: str, tongue: str, tmp_path: Path) -> None:
    figures = books(tmp_path, export(tracker, tongue)).measure(2020).figures
    assert (figures.days, figures.revenue) == (DAYS, REVENUE)
    assert {line.rate for line in figures.lines.days} == {Decimal(700), Decimal("647.5")}
    assert {line.client for line in figures.lines.days} == {"Compagnie du Ponant", "24ème Rue"}


@pytest.mark.parametrize("tongue", BOTH)
@pytest.mark.parametrize("tracker", TRACKERS)
def test_what_does_not_count_is_said_with_its_hours(
    tracker: str, tongue: str, tmp_path: Path
) -> None:
    read = books(tmp_path, export(tracker, tongue))
    said = [doubt for doubt in read.doubts if doubt.code == "non-facturable"]
    assert [str(doubt.shown).partition(" · ")[2] for doubt in said] == ["4 saisies, 9 h"]
    pauses = [str(doubt.shown) for doubt in read.doubts if doubt.code == "pause"]
    assert pauses == (["Compagnie du Ponant · 3 saisies, 3 h"] if tracker == "Clockify" else [])
