"""Months of a client that two sheets tell: whole on one, in parts on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reporter.sources.reading import read

if TYPE_CHECKING:
    from pathlib import Path

DAYS = "Date;Client;Mission;Intervenant;Jours;TJM\n"
FEES = "Date;Client;Prestation;N° facture;Montant HT\n"
DATES = ("14/01/2020", "16/01/2020", "20/01/2020")
DAILY = DAYS + "".join(
    f"{day};Ponant;;;1;700\n" for day in ("06/01/2020", "07/01/2020", "03/02/2020")
)
OTHERS = DAYS + "".join(f"{day};Alizé;;;1;650\n" for day in ("08/01/2020", "04/02/2020"))


def _doubted(tmp_path: Path, files: dict[str, str]) -> list[tuple[str, str]]:
    (tmp_path / "data").mkdir()
    for name, text in files.items():
        (tmp_path / "data" / name).write_text(text, encoding="utf-8")
    doubts = read(tmp_path).doubts
    return [(str(it.place), str(it.shown)) for it in doubts if it.code == "deja-compte"]


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("31/01/2020;Ponant;;;2;700\n", DAILY, "Ponant · janvier 2020"),
        (
            "31/01/2020;Ponant;;;2;700\n28/02/2020;PONANT;;;1;700\n31/03/2020;Ponant;;;5;700\n",
            DAILY,
            "Ponant · janvier 2020 et 1 autre",
        ),
        ("15/01/2020;Ponant;;;4;350\n", DAILY, "Ponant · janvier 2020"),
        ("31/01/2020;Ponant;Régie;;2;700\n", DAILY, "Ponant · janvier 2020"),
        ("31/01/2020;Ponant;;Anne;2;700\n", DAILY, "Ponant · janvier 2020"),
    ],
)
def test_a_month_whole_beside_its_days_is_asked_about(
    one: str, other: str, shown: str, tmp_path: Path
) -> None:
    told = _doubted(tmp_path, {"CRA.csv": other, "Jours.csv": DAYS + one})
    assert told == [("data/Jours.csv, cellule A2", f"{shown}, aussi dans data/CRA.csv, cellule A2")]


def test_a_table_by_month_beside_the_days_of_some_months_is_asked_about(tmp_path: Path) -> None:
    table = "Client;TJM;Janvier;Février;Mars\nPonant;700;2;1;5\n"
    told = _doubted(tmp_path, {"Jours 2020.csv": table, "Jours.csv": DAILY})
    assert [shown for _, shown in told] == [
        "Ponant · janvier 2020 et 1 autre, aussi dans data/Jours 2020.csv, cellule C2"
    ]


@pytest.mark.parametrize("parts", ["900;500", "1400", "400;400;600"])
def test_fees_by_month_beside_their_invoices_are_asked_about(parts: str, tmp_path: Path) -> None:
    table = "Client;Janvier;Février\nPonant;1400;700\nAlizé;500;\n"
    rows = "".join(
        f"{day};Ponant;Audit;;{amount}\n"
        for day, amount in zip(DATES, parts.split(";"), strict=False)
    )
    told = _doubted(tmp_path, {"CA 2020.csv": table, "Forfaits.csv": FEES + rows})
    assert [shown for _, shown in told] == [
        "Ponant · janvier 2020, aussi dans data/CA 2020.csv, cellule B2"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (DAYS + "31/01/2020;Ponant;;;3;700\n", DAILY),  # another amount
        (DAYS + "28/02/2020;Ponant;;;1;700\n", DAILY),  # days as many, one by one
        (DAYS + "31/03/2020;Ponant;;;2;700\n", DAILY),  # another month
        (DAYS + "31/01/2020;Nordet;;;2;700\n", DAILY),  # another client
        (  # other missions, and other people
            DAYS + "31/01/2020;Ponant;Audit;;2;700\n",
            DAYS + "06/01/2020;Ponant;Régie;;2;700\n",
        ),
        (DAYS + "31/01/2020;Ponant;;Anne;2;700\n", DAYS + "06/01/2020;Ponant;;Bob;2;700\n"),
        (
            FEES + "15/01/2020;Ponant;Site A;;500\n",
            FEES + "20/01/2020;Ponant;Site B;;500\n",
        ),
        (FEES + "15/01/2020;Ponant;;F1;500\n", FEES + "20/01/2020;Ponant;;F2;500\n"),
        (  # one month of three is alike: chance
            DAYS + "".join(f"28/0{month}/2020;Ponant;;;2;700\n" for month in (1, 2, 3)),
            DAYS + "".join(f"12/0{month}/2020;Ponant;;;{month + 1};700\n" for month in (1, 2, 3)),
        ),
    ],
)
def test_what_tells_two_months_apart_is_heard(one: str, other: str, tmp_path: Path) -> None:
    kind = "Jours" if one.startswith(DAYS) else "Forfaits"
    files = {f"{kind} 1.csv": one, f"{kind} 2.csv": other, "Jours 3.csv": OTHERS}
    assert _doubted(tmp_path, files) == []


FORMS = (
    "PONANT SAS",
    "Ponant S.A.S.",
    "Sté Ponant",
    "Société Ponant",
    "Le Ponant",
    "Ponant (SARL)",
)


@pytest.mark.parametrize("name", FORMS)
def test_a_legal_form_does_not_hide_a_month_told_twice(name: str, tmp_path: Path) -> None:
    one = DAYS + "31/01/2020;Ponant;;;2;700\n"
    told = _doubted(tmp_path, {"CRA.csv": DAILY.replace("Ponant", name), "Jours.csv": one})
    assert [place for place, _ in told] == ["data/Jours.csv, cellule A2"]


def test_another_word_is_another_client(tmp_path: Path) -> None:
    one = DAYS + "31/01/2020;Ponant;;;2;700\n"
    files = {"CRA.csv": DAILY.replace("Ponant", "Ponant Nord"), "Jours.csv": one}
    assert _doubted(tmp_path, files) == []
