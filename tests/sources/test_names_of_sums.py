"""A line, a row or a title that is called as a sum is asked about; one that has a name is read."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from reporter.words.sums import ends_as_sum, names_sum, says_sum
from tests.books.kinds import DAYS, EXPENSES, FEES
from tests.books.outcomes import outcome_of
from tests.books.small import Small, asked, doubted, judge, ordinary, sheets, small

SUMS = (
    "CA", "CA HT", "CA total", "CA 2020", "Chiffre d’affaires", "Chiffre d’affaires mensuel",
    "Montant total", "Montants HT", "Tous clients", "Tous les clients", "Toutes les missions",
    "CA – Concurrents", "CA HT du marché", "Chiffre d’affaires prévisionnel",
    "– CA HT", "* Montant total", "Sous-total Morel", "S/Total matériel", "Cumul à date",
    "Grand total Paris",
)  # fmt: skip
NAMES = (
    "CA Bretagne", "CA HT Bretagne", "CAF 93", "Calcul de CA", "Toulouse Métropole", "Tous travaux",
    "Toutes Directions", "Cumul emploi retraite", "Cumul des aides", "Cumul d’emplois",
    "Cumulus", "Montants compensatoires", "Montage", "Ensemble Ici", "Facturation",
    "Chiffre d’affaires : étude", "Capgemini", "Carte", "Touring", "S.T. Conseil", "S&T Conseil",
)  # fmt: skip


@pytest.mark.parametrize("name", SUMS)
def test_the_name_of_a_sum_is_known(name: str) -> None:
    assert names_sum(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_proper_name_is_none(name: str) -> None:
    assert not names_sum(name)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("– Total", True),
        ("* Récap", True),
        ("(sous-total)", True),
        ("Solde", True),
        ("Soldé", False),
        ("– Totem", False),
        ("Ponant Total", True),
        ("Ponant - somme :", True),
        ("Opération Totale", False),
        ("Montant total dû", False),
        ("% du total", False),
        ("Remise en somme", False),
    ],
)
def test_a_mark_before_the_name_of_a_sum_hides_it_not(name: str, *, said: bool) -> None:
    """What is « soldé » is paid, and no balance; a menu writes « Ponant Total »."""
    assert says_sum(name) is said


@pytest.mark.parametrize("total", ["Total général", "Grand Total", None])
def test_the_sums_that_a_menu_adds_below_each_name_are_no_lines(total: str | None) -> None:
    rows = ["# Achats", "Date | Fournisseur | Libellé | Montant HT"]
    rows += ["17/11/2020 | Rail | Train | 186,55", " | | Train Total | 186,55"]
    rows += ["03/09/2020 | Web | Site | 322,70", " | | Site Total | 322,70"]
    rows += [f" | | {total} | 509,25"] if total else []
    found = outcome_of(sheets("\n".join(rows)))
    assert found.total("charges") == Decimal("509.25")
    assert not found.doubts


def test_a_work_that_ends_as_a_sum_does_is_a_line_of_its_day() -> None:
    works = ("Étude", "0.5"), ("Étude", "0.5"), ("Audit Total", "1"), ("Audit Total", "1")
    rows = (f"{n:02}/03/2020 | Ponant | {work} | {days} | 600"
            for n, (work, days) in enumerate(works, 2))  # fmt: skip
    found = outcome_of(sheets("# Jours\nDate | Client | Mission | Jours | TJM\n" + "\n".join(rows)))
    assert (found.total("days"), found.doubts) == (Decimal(3), ())
    assert ends_as_sum("Ponant Total")
    assert not ends_as_sum("Grand Total")


def _of(name: str) -> list[Any]:
    days, fee = "30/04/2020 | {} | {} | 2 | 700 | 1400", "30/04/2020 | {} | {} | 90"
    return [
        small(f"days of {name}", DAYS.and_then(days.format(name, "Flux")), *asked("B5")),
        small(f"mission {name}", DAYS.and_then(days.format("Nordet", name)), *asked("C5")),
        small(f"fee of {name}", FEES.and_then(fee.format(name, "Site")), *asked("B5")),
        small(f"service {name}", FEES.and_then(fee.format("Nordet", name)), *asked("C5")),
        small(f"label {name}", EXPENSES.and_then(fee.format("Quai", name)), *asked("C5")),
    ]  # fmt: skip


@pytest.mark.parametrize("book", [book for name in ("CA HT", "Tous clients") for book in _of(name)])
def test_a_line_called_as_a_sum_is_asked_about(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize(
    ("name", "amount", "refused"),
    [
        ("Total Morel", 1000, True),
        ("Total Atelier Morel", 1000, True),
        ("Total Morel", 1001, False),
        ("Total Alizé", 1000, False),
        ("Total Énergies Morel", 400, False),
    ],
)
def test_the_sum_of_a_client_may_bear_one_word_of_its_name(
    name: str, amount: int, *, refused: bool
) -> None:
    """One line of the same amount is no sum, where a name has but one word of another."""
    lines = "31/01/2020 | Atelier Morel | 600\n28/02/2020 | Atelier Morel | 400"
    text = f"# Factures\nDate | Client | Montant HT\n{lines}\n31/03/2020 | {name} | {amount}"
    assert bool(outcome_of(sheets(text)).errors) == refused


TABLE = "Client | Mission | Janvier | Février\nAlizé | Site | 3000 | 2000\nPonant | {} | 900 | 1000"


@pytest.mark.parametrize("name", ["CA – Concurrents", "CA HT", "CA des partenaires", "Congés"])
def test_a_mission_by_month_that_is_none_is_refused(name: str) -> None:
    judge(Small(text=f"# CA HT 2020\n{TABLE.format(name)}", accepted=asked("B3")))


@pytest.mark.parametrize(
    "book",
    [
        *(
            small(title, f"# Feuil1\n{title} 2020\n{TABLE.format('Logo')}", *asked("A1", "C2"))
            for title in ("CA – Concurrents", "CA HT – Marché", "CA Partenaires")
        ),
        small("a word unknown", f"# Feuil1\nCA HT Zor 2020\n{TABLE.format('x')}", doubted("A1")),
        *(
            ordinary(title, f"# Feuil1\n{title} 2020\n{TABLE.format('CA Bretagne')}", revenue=6900)
            for title in ("CA HT Bretagne", "CA HT – Bretagne", "CA HT France", "CA HT – Vega")
        ),
    ],
)  # fmt: skip
def test_a_title_by_month_says_whose_sales_they_are(book: Small) -> None:
    judge(book)
