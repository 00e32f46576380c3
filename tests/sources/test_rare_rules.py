"""Rules that few books meet: for each, a book that needs it, and neighbours that do not."""

from __future__ import annotations

from typing import Any

import pytest

from tests.books.outcomes import outcome_of
from tests.books.small import Small, asked, doubted, judge, ordinary, refused, right, sheets, small

THREE = (
    "# Jours\nDate | Client | Jours | TJM\n31/01/2020 | Ponant | 10 | 700\n"
    "28/02/2020 | Nimbus | 5 | 650\n31/03/2020 | Alizé | 5 | 400\n"
)
"""20 days at a mean of 612.50 €."""
BOTH = THREE + "{} | Divers | {} | {}"
MEANS: list[Any] = [
    *(
        small(f"all days at a mean of {rate}", BOTH.format("31/12/2020", 20, rate), doubted("A5"))
        for rate in (607, 612, 612.5, 613, 618)
    ),
    *(
        ordinary(
            f"{days} days at {rate}",
            BOTH.format("30/04/2020", days, rate),
            revenue=12250 + days * rate,
        )
        for days, rate in ((20, 606), (20, 619), (19, 645), (20, 500))
    ),
    ordinary(
        "the days of two lines",
        THREE.rpartition("31/03")[0] + "30/04/2020 | Divers | 15 | 683",
        revenue=20495,
    ),
]


@pytest.mark.parametrize("book", MEANS)
def test_all_days_at_their_mean_rate_are_a_sum(book: Small) -> None:
    judge(book)


MONTHLY = (
    "# Factures 2021\nDate | Client | Jours | TJM | Montant HT\n"
    "29/01/2021 | Ponant | 10 | 700 | 7000\n26/02/2021 | Nimbus | 5 | 650 | 3250\n"
    "31/03/2021 | Ponant | 8 | 700 | 5600\n\nMois | CA HT\n"
    "{0}/01/{3} | 7000\n{1}/02/{3} | {4}\n{2}/03/{3} | 5600"
)
DATED: list[Any] = [
    ordinary("first days", MONTHLY.format("01", "01", "01", 2021, 3250), revenue=15850, days=23),
    ordinary("last days", MONTHLY.format(31, 28, 31, 2021, 3250), revenue=15850, days=23),
    small("a month is wrong", MONTHLY.format("01", "01", "01", 2021, 3300), refused("A8")),
    small("days of no month", MONTHLY.format(15, 15, 15, 2021, 3250), refused("A7")),
    small("a day before the last", MONTHLY.format(30, 27, 30, 2021, 3250), refused("A7")),
    small("another year", MONTHLY.format("01", "01", "01", 2020, 3250), refused("A7")),
]


@pytest.mark.parametrize("book", DATED)
def test_the_dates_of_a_recap_are_its_months(book: Small) -> None:
    judge(book)


WORKED = (
    "# Jours\nDate | Client | Mission | Intervenant | Jours | TJM\n"
    "31/01/2020 | Ponant | Flux | Zoé | 10 | 700\n28/02/2020 | Ponant | Audit | Ali | 5 | 650\n"
    "31/03/2020 | Nimbus | Flux | Zoé | 4 | 400\n# Forfaits\n"
)
SERVED = (
    "# Factures\nDate | Client | Prestation | Montant HT\n31/01/2020 | Ponant | Flux | 7000\n"
    "28/02/2020 | Ponant | Audit | 3250\n31/03/2020 | Nimbus | Flux | 1600\n# Forfaits\n"
)
SPENT = (
    "# Dépenses\nDate | Fournisseur | Libellé | Catégorie | Montant HT\n"
    "31/01/2020 | Quai | Train | Voyages | 100\n28/02/2020 | Port | Hôtel | Voyages | 80\n"
    "31/03/2020 | Quai | Plan | Frais | 50\n30/04/2020 | Rail | Train | Bus | 7\n# Achats\n"
)
ROWS = "Date | {0} | Montant HT\n31/12/2020 | {1} | {3}\n31/12/2020 | {2} | {4}"
RECAPS: list[Any] = [
    *(
        small(name, lines + ROWS.format(*row), refused(f"{lines.strip().rpartition('# ')[2]}!A2"))
        for name, lines, row in (
            ("missions", WORKED, ("Client", "Flux", "Audit", 8600, 3250)),
            ("missions, spelt otherwise", WORKED, ("Client", "FLUX", "audit ", 8600, 3250)),
            ("people", WORKED, ("Client", "Zoé", "Ali", 8600, 3250)),
            ("missions as services", WORKED, ("Client | Prestation", "X | Flux", "X | Audit", 8600, 3250)),
            ("clients as services", WORKED, ("Client | Prestation", "X | Ponant", "X | Nimbus", 10250, 1600)),
            ("services", SERVED, ("Client", "Flux", "Audit", 8600, 3250)),
            ("labels", SPENT, ("Libellé", "Train", "Hôtel", 107, 80)),
            ("suppliers as labels", SPENT, ("Libellé", "Quai", "Port", 150, 80)),
        )
    ),
    *(
        small(name, lines + ROWS.format(*row), right(**figures))
        for name, lines, row, figures in (
            ("missions, another amount", WORKED, ("Client", "Flux", "Audit", 8650, 3250), {"revenue": 23750}),
            ("people, another amount", WORKED, ("Client", "Zoé", "Ali", 8600, 3200), {"revenue": 23650}),
            ("lines of one mission each", WORKED.replace("Nimbus | Flux", "Nimbus | Site"), ("Client", "Flux", "Audit", 7000, 3250), {"revenue": 22100}),
            ("labels, another amount", SPENT, ("Libellé", "Train", "Hôtel", 106, 80), {"charges": 423}),
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", RECAPS)
def test_sums_by_mission_person_or_label_count_once(book: Small) -> None:
    judge(book)


LESS = (
    "# Jours\nDate | Client | Mission | Jours | TJM | Montant HT | Commentaire\n"
    "31/01/2020 | Ponant | {} | 10 | 700 | {} | {}\n28/02/2020 | Ponant | Audit | 5 | 700 | 3500 |"
)
DISCOUNTS: list[Any] = [
    ordinary("a share", LESS.format("Audit", 6300, "remise 10 %"), revenue=9800, days=15),
    ordinary("of the mission", LESS.format("Audit, remise 10 %", 6300, ""), revenue=9800),
    ordinary("in euros", LESS.format("Audit", 6800, "rabais de 200 €"), revenue=10300),
    small("another share", LESS.format("Audit", 6400, "remise 10 %"), refused("F2")),
    small(
        "of a credit note",
        LESS.format("Avoir", -6300, "remise 10 %").replace("10 | 700", "-10 | 700"),
        right(revenue=-2800),
    ),
    small("no discount", LESS.format("Audit", 6300, "merci"), refused("F2")),
    small("no share", LESS.format("Audit", 6300, "10 % de plus"), refused("F2")),
    small("more", LESS.format("Audit", 7700, "remise 10 %"), refused("F2")),
]


@pytest.mark.parametrize("book", DISCOUNTS)
def test_words_may_say_why_days_make_less(book: Small) -> None:
    judge(book)


SLIPS = (
    "# Salaires\nDate | Libellé | Brut | Cotisations salariales | Cotisations patronales | PAS\n"
    "31/01/2020 | Zoé | 4000 | 880 | 1680 | 150\n29/02/2020 | Zoé | 4000 | 880 | 1680 | 150\n\n"
    "Date | Libellé | Brut | Cotisations salariales | Cotisations patronales | "
    "Réduction de cotisations | PAS\n"
    "31/03/2020 | Ali | 2000 | 440 | 800 | 300 | 0\n30/04/2020 | Ali | 2000 | 440 | 800 | 300 | 0\n"
    "Total | | {} | {} | {} | {} | {}"
)
PAID: list[Any] = [
    ordinary("of both", SLIPS.format(12000, 2640, 4960, 600, 300), charges=16360),
    ordinary("of the second", SLIPS.format(4000, 880, 1600, 600, 0), charges=16360),
    ordinary(
        "of both, each with a relief",
        SLIPS.replace("| PAS\n31/01", "| PAS | Réduction de cotisations\n31/01")
        .replace("1680 | 150", "1680 | 150 | 100")
        .format(12000, 2640, 4960, 800, 300),
        charges=16160,
    ),
    small(
        "of both, without a relief, the employer's part is wrong",
        SLIPS.replace(" | Réduction de cotisations", "")
        .replace("800 | 300", "800")
        .format(12000, 2640, 4970, 300, "~")
        .replace(" | ~", ""),
        refused("E8"),
    ),
    ordinary(
        "of costs that no line tells, less what is refunded",
        "# Salaires\nDate | Libellé | Brut | Part salariale | Part patronale | PAS | "
        "Remboursement de frais | Coût employeur\n"
        "31/01/2020 | Zoé | 4000 | 880 | 1680 | 150 | 35 |\n"
        "29/02/2020 | Zoé | 4000 | 880 | 1680 | 150 | 0 |\n"
        "Total | | 8000 | 1760 | 3360 | 300 | 35 | 11360",
        charges=11395,
    ),
    small("the gross pay is wrong", SLIPS.format(12100, 2640, 4960, 600, 300), refused("C8")),
    small("the employee's part is", SLIPS.format(12000, 2650, 4960, 600, 300), refused("D8")),
    small(
        "a tax that the second has not is", SLIPS.format(12000, 2640, 4960, 600, 310), refused("G8")
    ),
    *(
        small(
            f"alone, {name}",
            "# Salaires\nDate" + SLIPS.rpartition("\nDate")[2].format(*total),
            refused(at),
        )
        for name, total, at in (
            ("the employer's part is wrong", (4000, 880, 1610, 600, 0), "E4"),
            ("the relief is wrong", (4000, 880, 1600, 610, 0), "F4"),
        )
    ),
]


@pytest.mark.parametrize("book", PAID)
def test_a_total_of_two_tables_of_pay_may_hold_a_relief(book: Small) -> None:
    judge(book)


MET = (
    "# {}\nDate | Fournisseur | Client | {} | Montant HT\n"
    "31/01/2020 | Quai | Ponant | Audit | 700\n28/02/2020 | Port | Nimbus | Site | 500"
)
SIDES: list[Any] = [
    *(
        small(f"{sheet}, {title}", MET.format(sheet, title), refused(f"{sheet}!"))
        for sheet in ("Factures", "Feuil1", "2020", "Janvier 2020")
        for title in ("Prestation", "Libellé")
    ),
    small("spent", MET.format("Dépenses", "Libellé"), right(charges=1200)),
    small("sold", MET.format("Forfaits", "Prestation"), right(revenue=1200)),
    ordinary(
        "a supplier alone",
        MET.format("Feuil1", "Libellé").replace(" | Client", "").replace("Ponant | ", "").replace("Nimbus | ", ""),
        charges=1200,
    ),
    *(
        ordinary(
            f"a client alone, {title}",
            MET.format("Feuil1", title).replace(" | Fournisseur", "").replace("Quai | ", "").replace("Port | ", ""),
            revenue=1200,
        )
        for title in ("Prestation", "Libellé")
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", SIDES)
def test_a_supplier_and_a_client_on_one_line_are_asked_about(book: Small) -> None:
    judge(book)


CALLED = ("Total", "Sous-total", "Ensemble", "Cumul")
NAMED: list[Any] = [
    *(
        small(
            f"{sheet} of {name}",
            f"# {sheet}\nDate | Client | {about} | {worth}\n31/01/2020 | Ponant | Flux | {one}\n"
            f"28/02/2020 | Nimbus | Site | {one}\n31/03/2020 | {name} | Audit | {other}",
            *asked("A4", "B4"),
        )
        for sheet, about, worth, one, other in (
            ("Jours", "Mission", "Jours | TJM", "10 | 700", "3 | 700"),
            ("Factures", "Prestation", "Montant HT", "7000", "900"),
        )
        for name in CALLED
    ),
    *(
        ordinary(
            f"{name} is a company",
            "# Factures\nDate | Client | Prestation | Montant HT\n31/01/2020 | Ponant | Flux | 7000\n"
            f"28/02/2020 | Nimbus | Site | 7000\n31/03/2020 | {name} | Audit | 900",
            revenue=14900,
        )
        for name in ("TotalEnergies", "Ensemble Ici", "Cumulus", "Soustal")
    ),
]


@pytest.mark.parametrize("book", NAMED)
def test_a_client_called_as_a_sum_is_asked_about_whatever_it_bought(book: Small) -> None:
    judge(book)


MONTHS = (
    "Date | Client | Mission | Jours | TJM\n31/01/2020 | Ponant | Flux | 10 | 700\n"
    "28/02/2020 | Nimbus | Site | 5 | 650\n31/03/2020 | Ponant | Flux | 4 | 700\n"
)
BILLED = (
    "# Factures\nDate | Client | Prestation | Montant HT\n31/01/2020 | Ponant | Flux | 7000\n"
    "28/02/2020 | Nimbus | Site | 3250\n31/03/2020 | Ponant | Flux | 2800\n"
)
LATER = "# Forfaits\nDate | Client{0}15/03/2020 | Ponant{1} | 7000\n28/03/2020 | Nimbus{1} | 3250"
ROWS_ALONE: list[Any] = [
    small("a line cut, above", f"# Jours\n31/12/2019 | Alizé\n{MONTHS}", refused("A1")),
    small("two names, above", f"# Jours\n31/12/2019 | Alizé | Audit\n\n{MONTHS}", refused("A1")),
    ordinary("the day it was kept", f"# Jours\nÀ jour au | 31/12/2019\n\n{MONTHS}", revenue=13050),
    ordinary("a day alone, above", f"# Jours\n31/12/2019\n{MONTHS}", revenue=13050),
    ordinary("a day alone, below", f"# Jours\n{MONTHS}\n31/12/2019", revenue=13050),
    small("a rate alone", f"# Jours\n{MONTHS}01/04/2020 | Ponant | Flux | | 700", refused("D5")),
    small("a client alone", f"# Jours\n{MONTHS}01/04/2020 | Ponant", refused("D5")),
    ordinary("a balance", f"{BILLED}30/04/2020 | Nimbus | Solde | 900", revenue=13950),
    small("of nobody", f"{BILLED}30/04/2020 | | Solde | 900", refused("D5")),
    ordinary(
        "of a tax",
        "# Dépenses\nDate | Fournisseur | Libellé | Catégorie | Montant HT\n"
        "31/01/2020 | Rail | Train | Voyages | 90\n"
        "28/02/2020 | DGFIP | Solde | Impôt sur les sociétés | 500",
        charges=90,
    ),
    *(
        small(
            f"{label}, {kind or account or 'of nothing'}",
            "# Dépenses\nDate | Libellé | Catégorie | Compte | Montant HT\n"
            f"31/01/2020 | Train | Voyages | | 90\n28/02/2020 | {label} | {kind} | {account} | 500",
            outcome,
        )
        for label, kind, account, outcome in (
            ("Solde", "Impôt sur les sociétés", "", right(charges=90)),
            ("Solde", "", "444000", right(charges=90)),
            ("TVA", "TVA versée", "", right(charges=90)),
            ("Solde", "", "", refused("E3")),
            ("TVA", "", "", refused("E3")),
        )
    ),
    small("called as their sum", f"{BILLED}31/03/2020 | Total | | 13050", refused("D5")),
    small(
        "the same amounts, later",
        BILLED + LATER.format(" | Montant HT\n", ""),
        doubted("Forfaits!A2"),
    ),
    ordinary(
        "the same amounts, later, for another service",
        BILLED + LATER.format(" | Prestation | Montant HT\n", " | Audit"),
        revenue=23300,
    ),
]


@pytest.mark.parametrize("book", ROWS_ALONE)
def test_what_a_row_says_tells_a_line_from_a_part_of_one(book: Small) -> None:
    judge(book)


RECEIVED = (
    "# Factures\nDate | Client | N° facture | Montant HT | TVA | Montant TTC | Montant payé\n"
    "31/01/2020 | Ponant | F1 | 1000 | 200 | 1200 | {}\n"
    "28/02/2020 | Nimbus | F2 | 500 | 100 | 600 | 600"
)
OF_DAYS = (
    "# Jours\nDate | Client | Jours | TJM | Montant payé\n31/01/2020 | Ponant | 10 | 700 | {}\n"
    "28/02/2020 | Nimbus | 5 | 600 | 3600"
)
SUMMED = "\nTotal | | | 1500 | 300 | 1800 | {}"
PARTS: list[Any] = [
    *(small(f"{paid} of 1200", RECEIVED.format(paid), doubted("C2")) for paid in (600, 1000, 1199.99)),
    *(ordinary(f"{paid} for 1200", RECEIVED.format(paid), revenue=1500) for paid in (1200, 1200.01, 1300)),
    small("4000 of days", OF_DAYS.format(4000), doubted("A2")),
    *(ordinary(f"{paid} for days", OF_DAYS.format(paid), revenue=10000) for paid in (7000, 8400, 9000)),
]  # fmt: skip


@pytest.mark.parametrize("book", PARTS)
def test_what_is_paid_in_part_is_less_than_it_comes_to(book: Small) -> None:
    judge(book)


def test_a_total_of_what_is_paid_in_part_is_no_invoice() -> None:
    found = outcome_of(sheets(RECEIVED.format(600) + SUMMED.format(1200)))
    assert [place.cell for what, place in found.doubts if "en partie" in what] == ["C2"]
    assert found.total("revenue") == 1500
