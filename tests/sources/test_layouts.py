"""How people lay their lines out, and what is refused rather than guessed."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from reporter.errors import BadData
from reporter.settings.reading import Rules
from reporter.sources.reading import Reading, read
from tests.workbooks import DAYS, Rows, folder

DAY = date(2020, 3, 31)
GOOD = (DAY, "Client A", 10.5, 700, 7350)
FEES = ("Date", "Client", "Montant HT")
SEVEN = Rules(hours=Decimal(7))


def books(root: Path, sheets: dict[str, Rows], rules: Rules | None = None) -> Reading:
    return read(folder(root, sheets), rules or Rules())


def refused(root: Path, sheets: dict[str, Rows], rules: Rules | None = None) -> list[Any]:
    with pytest.raises(BadData) as caught:
        books(root, sheets, rules)
    return list(caught.value.errors)


def said(root: Path, sheets: dict[str, Rows], rules: Rules | None = None) -> list[tuple[str, str]]:
    return [(bad.what, bad.place.cell) for bad in refused(root, sheets, rules)]


# headers


@pytest.mark.parametrize(
    "header", [("TTC", "HT"), ("HT", "TTC"), ("Total TTC", "Base HT"), ("TTC", "montant_ht ")]
)
def test_the_amount_before_tax_wins_whatever_the_order(
    header: tuple[str, str], tmp_path: Path
) -> None:
    row = [1200 if "TTC" in name else 1000 for name in header]
    sheets: dict[str, Rows] = {"Forfaits": [("Date", "Client", *header), (DAY, "A", *row)]}
    (fee,) = books(tmp_path, sheets).activity.fees
    assert (fee.amount, fee.vat) == (1000, 200)


def test_two_columns_that_claim_one_meaning_are_refused_naming_both(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {"Forfaits": [(*FEES, "Total HT"), (DAY, "A", 1000, 900)]}
    (bad,) = refused(tmp_path, sheets)
    assert bad.what == "deux colonnes pour « Montant HT »"
    assert bad.shown == "«\u00a0Montant HT\u00a0» (C1) et «\u00a0Total HT\u00a0» (D1)"
    assert '[colonnes] "Total HT" = ""' in bad.fix
    (fee,) = books(tmp_path, sheets, Rules(words={"Total HT": ""})).activity.fees
    assert fee.amount == 1000


@pytest.mark.parametrize("title", ['Total "HT"', "Total\\HT"])
def test_the_line_to_write_is_toml_whatever_the_title(title: str, tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {"Forfaits": [(*FEES, title), (DAY, "A", 1000, 900)]}
    (bad,) = refused(tmp_path, sheets)
    words = tomllib.loads(bad.fix.partition("[colonnes] ")[2])
    (fee,) = books(tmp_path, sheets, Rules(words=words)).activity.fees
    assert fee.amount == 1000


@pytest.mark.parametrize("title", ['Bonus "net"', "Bonus\\net"])
def test_so_is_that_of_a_column_left_aside(title: str, tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {"Forfaits": [(*FEES, title), (DAY, "A", 1000, 900)]}
    (doubt,) = books(tmp_path, sheets).doubts
    line = str(doubt.fix).partition("[colonnes] ")[2].partition(" (ou")[0]
    assert not list(books(tmp_path, sheets, Rules(words=tomllib.loads(line))).doubts)


def test_the_owner_s_words(tmp_path: Path) -> None:
    """The refusal shows the line to add to bilan.toml, and that line makes it right."""
    sheets: dict[str, Rows] = {"Presta": [("Date", "Client", "Net"), (DAY, "A", 1000)]}
    assert said(tmp_path, sheets) == [("feuille inconnue", "")]
    words = {"presta": "Forfaits"}
    (bad,) = refused(tmp_path, sheets, Rules(words=words))
    assert bad.what == "colonne manquante"
    assert '[colonnes] "Net" = "Montant HT"' in bad.fix
    (fee,) = books(tmp_path, sheets, Rules(words=words | {"Net": "Montant HT"})).activity.fees
    assert fee.amount == 1000


def test_a_word_that_means_nothing_is_refused(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {"Jours": [DAYS, GOOD]}
    (bad,) = refused(tmp_path, sheets, Rules(words={"Net": "Montant en or"}))
    assert str(bad.place) == "bilan.toml, clé colonnes.Net"


def test_a_sheet_left_alone(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "Jours": [DAYS, GOOD],
        "Aide": [("Bonjour",)],
        "Devis": [FEES, (DAY, "A", 9)],
    }
    read = books(tmp_path, sheets)
    assert read.activity.fees == ()
    assert [(it.code, it.place.sheet) for it in read.doubts if it.fix] == [
        ("feuille-invendue", "Devis")
    ]
    asked = books(tmp_path, sheets, Rules(words={"Devis": ""})).doubts
    assert "feuille-invendue" not in [it.code for it in asked]


@pytest.mark.parametrize(
    ("name", "header", "code"),
    [
        ("Devis", ("Date", "Client", "N° devis", "Montant HT"), "feuille-a-part"),
        ("Devis", FEES, "feuille-invendue"),
        ("Budget 2020", ("Poste", "Janvier", "Février"), "feuille-a-part"),
    ],
)
def test_what_is_not_sold_is_left_aside_beside_sales(
    name: str, header: tuple[str, ...], code: str, tmp_path: Path
) -> None:
    """It is asked about where its titles tell whose an amount is, and not that it is a quote."""
    row: tuple[object, ...] = (DAY, "A", 9, 9) if header[0] == "Date" else ("Loyer", 9, 9)
    sheets: dict[str, Rows] = {"Jours": [DAYS, GOOD], name: [header, row[: len(header)]]}
    read = books(tmp_path, sheets)
    assert [it.code for it in read.doubts if it.place.sheet == name] == [code]
    assert (len(read.activity.days), read.activity.fees) == (1, ())


def test_what_is_not_sold_is_refused_where_nothing_is_or_its_name_says_lines(
    tmp_path: Path,
) -> None:
    quotes: Rows = [FEES, (DAY, "A", 9)]
    assert said(tmp_path, {"Devis": quotes}) == [("feuille inconnue", "")]
    both: dict[str, Rows] = {"Jours": [DAYS, GOOD], "Devis jours": quotes}
    assert said(tmp_path, both) == [("feuille inconnue", "")]


@pytest.mark.parametrize("name", ["Factures 2020", "Feuil1", "Mars 2020", "2020"])
def test_a_sheet_without_a_telling_name_is_known_by_its_columns(name: str, tmp_path: Path) -> None:
    days = books(tmp_path, {name: [DAYS, GOOD]}).activity
    fees = books(tmp_path, {name: [FEES, (DAY, "A", 1000)]}).activity
    spent = books(tmp_path, {name: [("Date", "Fournisseur", "HT"), (DAY, "A", 1000)]}).activity
    assert (len(days.days), len(fees.fees), len(spent.expenses)) == (1, 1, 1)


# layouts


FEBRUARY = (date(2020, 2, 28), *GOOD[1:])


def test_titles_above_blocks_and_repeated_headers(tmp_path: Path) -> None:
    rows: Rows = [
        ("Société", None), (), ("Janvier 2020",), DAYS, (date(2020, 1, 31), *GOOD[1:]),
        ("TOTAL JANVIER", None, 10.5, None, 7350), (), ("Février 2020",), DAYS, FEBRUARY, FEBRUARY,
        ("Total", None, 21, None, 14700), DAYS,
        ("TOTAL GÉNÉRAL", None, 31.5, None, 22050), ("Fait à Lyon",),
    ]  # fmt: skip
    reading = books(tmp_path, {"Jours": rows})
    assert len(reading.activity.days) == 3
    assert [doubt.code for doubt in reading.doubts] == ["total", "total", "total", "note"]


def test_tables_side_by_side(tmp_path: Path) -> None:
    """Each keeps its own totals, and a blank on one side is no line of the other."""
    rows: Rows = [
        ("Jours", None, None, None, None, None, "Dépenses"),
        (*DAYS, None, "Date", "Libellé", "HT"),
        (*GOOD, None, DAY, "Train", 100),
        (None, None, None, None, None, None, DAY, "Hôtel", 50),
        ("Total", None, 10.5, None, 7350, None, "Total", None, 150),
    ]
    reading = books(tmp_path, {"2020": rows})
    assert [line.amount for line in reading.activity.lines] == [7350, 100, 50]
    assert str(reading.activity.expenses[0].place.cell) == "G3"


def test_the_date_and_the_client_of_the_line_above(tmp_path: Path) -> None:
    rows: Rows = [
        DAYS,
        GOOD,
        (None, "Client B", 1, 700, 700),
        (date(2020, 4, 1), None, 1, 700, 700),
        (None, "Client A", 2, 700, 1400),
    ]
    reading = books(tmp_path, {"Jours": rows})
    assert [(line.date, line.client) for line in reading.activity.days] == [
        (DAY, "Client A"), (DAY, "Client B"),
        (date(2020, 4, 1), "Client B"), (date(2020, 4, 1), "Client A"),
    ]  # fmt: skip
    assert ("date-du-dessus", "A3") in [(d.code, d.place.cell) for d in reading.doubts]


@pytest.mark.parametrize(
    ("dates", "code"),
    [
        ((DAY, None, date(2020, 4, 1)), "cellule-omise"),
        ((DAY, None), "date-du-dessus"),
        ((DAY, None, None), "date-du-dessus"),
    ],
)
def test_one_date_left_out_of_three_is_asked_about(
    tmp_path: Path, dates: tuple[date | None, ...], code: str
) -> None:
    """Two lines tell no habit; two blanks are one."""
    rows = [(day, f"Client {n}", n + 1, 700, 700 * (n + 1)) for n, day in enumerate(dates)]
    reading = books(tmp_path, {"Jours": [DAYS, *rows]})
    assert next((d.code, d.place.cell) for d in reading.doubts) == (code, "A3")


def test_a_row_of_numbers_alone_is_no_line(tmp_path: Path) -> None:
    """A sum without a label would double every figure; another may be a line that lost them."""
    rows: Rows = [DAYS, GOOD, GOOD, (None, None, 21, None, 14000)]
    assert said(tmp_path, {"Jours": rows}) == [("cellule vide", "A4"), ("cellule vide", "B4")]
    assert (
        len(books(tmp_path, {"Jours": [*rows[:3], (None, None, 21, None, 14700)]}).activity.days)
        == 2
    )


@pytest.mark.parametrize(
    "label", ["TOTAL", "Total :", "SOUS-TOTAL MARS", "sous total", "Totaux", "Cumul"]
)
def test_a_wrong_total_is_refused(label: str, tmp_path: Path) -> None:
    assert said(tmp_path, {"Jours": [DAYS, GOOD, (label, None, 10, None, 7350)]}) == [
        ("total différent de la somme", "C3")
    ]


def test_the_total_of_a_client(tmp_path: Path) -> None:
    rows: Rows = [
        DAYS,
        GOOD,
        (DAY, "B", 1, 700, 700),
        GOOD,
        ("Total Client A", None, 21, None, 14700),
    ]
    assert len(books(tmp_path, {"Jours": rows}).activity.days) == 3


def test_a_client_called_total_is_no_total(tmp_path: Path) -> None:
    rows: Rows = [
        DAYS,
        GOOD,
        (DAY, "Total Énergies", 10.5, 700, 7350),
        (DAY, "TotalEnergies", 1, 700, 700),
    ]
    assert len(books(tmp_path, {"Jours": rows}).activity.days) == 3


def test_a_total_whose_sum_was_never_computed(tmp_path: Path) -> None:
    reading = books(tmp_path, {"Jours": [DAYS, GOOD, ("Total", None, None, None, "=SUM(E2:E2)")]})
    assert len(reading.activity.days) == 1
    assert "pas de valeur" in next(iter(reading.doubts)).what


def test_the_number_of_a_day_on_the_sheet_of_a_month(tmp_path: Path) -> None:
    rows: Rows = [("Jour", "Client", "Jours", "TJM"), (2, "A", 1, 700), (3, "A", 0.5, 700)]
    days = books(tmp_path, {"Mars 2020": rows}).activity.days
    assert [line.date for line in days] == [date(2020, 3, 2), date(2020, 3, 3)]


# prices and VAT


def test_hours_and_hourly_rates(tmp_path: Path) -> None:
    rows: Rows = [("Date", "Client", "Heures", "TJM"), (DAY, "A", 5, 700)]
    (day,) = books(tmp_path, {"Temps": rows}, SEVEN).activity.days
    assert (day.amount, round(day.days, 4)) == (500, Decimal("0.7143"))
    rows = [("Date", "Client", "Heures", "Taux horaire"), (DAY, "A", "7h30", 100)]
    (day,) = books(tmp_path, {"Temps": rows}, SEVEN).activity.days
    assert (day.amount, day.rate) == (750, 700)


def test_hours_without_the_hours_of_a_day_show_the_line_to_add(tmp_path: Path) -> None:
    rows: Rows = [("Date", "Client", "Heures", "TJM"), (DAY, "A", 5, 700)]
    (bad,) = refused(tmp_path, {"Temps": rows})
    assert (bad.place.cell, "heures_par_jour = 7" in bad.fix) == ("C1", True)


def test_rates_of_the_sheet_of_missions(tmp_path: Path) -> None:
    missions: Rows = [
        ("Client", "Mission", "TJM", "Du", "Au"),
        ("CLIENT a", "Flux", 700, date(2020, 1, 1), date(2020, 6, 30)),
        ("Client A", "Flux", 750, date(2020, 7, 1), None),
        ("Client A", "Audit", 900, None, None),
    ]
    header = ("Date", "Client", "Mission", "Jours")
    days: Rows = [
        header,
        (date(2020, 6, 30), "Client A", "Flux", 2),
        (date(2020, 7, 1), "Client A", "flux", 1),
        (DAY, "Client A", "Audit", 1),
        (DAY, "Congés", "", 1),
    ]
    reading = books(tmp_path, {"Jours": days, "Missions": missions})
    assert [line.amount for line in reading.activity.days] == [1400, 750, 900]
    assert [doubt.code for doubt in reading.doubts] == ["absence"]
    days += [(DAY, "Client B", "", 1), (DAY, "Client A", "", 1)]
    assert [what for what, _ in said(tmp_path, {"Jours": days, "Missions": missions})] == [
        "TJM inconnu",
        "plusieurs TJM possibles : 700,00\u00a0€ et 900,00\u00a0€",
    ]


def vat(root: Path, header: tuple[str, ...], *rows: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    sheets: dict[str, Rows] = {
        "Forfaits": [("Date", "Client", *header), *((DAY, "A", *row) for row in rows)]
    }
    return [(line.amount, line.vat_rate, line.vat) for line in books(root, sheets).activity.fees]


TENTH, FIFTH = Decimal("0.1"), Decimal("0.2")


@pytest.mark.parametrize(
    ("header", "rows", "expected"),
    [
        (("HT", "TVA"), [(700, 0.2), (50, 0.1)], [(700, FIFTH, None), (50, TENTH, None)]),
        (("HT", "TVA"), [(700, 20), (50, 10)], [(700, FIFTH, None), (50, TENTH, None)]),
        (("HT", "TVA"), [(700, 140), (50, 10)], [(700, None, 140), (50, None, 10)]),
        (("HT", "TVA", "TTC"), [(50, 10, 60)], [(50, None, 10)]),
        (("HT", "TVA", "TTC"), [(50, 10, 55)], [(50, TENTH, 5)]),
        (("HT", "TVA (%)"), [(50, 10)], [(50, TENTH, None)]),
        (("HT", "Montant TVA"), [(50, 10)], [(50, None, 10)]),
        (("TTC", "Taux TVA"), [(120, 20)], [(100, FIFTH, 20)]),
        (("TTC", "TVA"), [(120, "20 %"), (-60, "20 %")], [(100, FIFTH, 20), (-50, FIFTH, -10)]),
        (("TTC", "Montant TVA"), [(120, 20)], [(100, None, 20)]),
        (("TTC", "HT"), [(120, 100)], [(100, None, 20)]),
    ],
)  # fmt: skip
def test_vat_given_as_a_rate_or_as_an_amount(
    header: tuple[str, ...], rows: Any, expected: Any, tmp_path: Path
) -> None:
    assert vat(tmp_path, header, *rows) == expected


def test_a_rate_and_an_amount_are_never_confused_silently(tmp_path: Path) -> None:
    """10 on 50 is 20 % of it, or 10 %: nothing tells, so the header must."""
    sheets: dict[str, Rows] = {"Forfaits": [(*FEES, "TVA"), (DAY, "A", 50, 10)]}
    (bad,) = refused(tmp_path, sheets)
    assert (bad.what, bad.place.cell) == ("TVA : taux ou montant ?", "D2")


def test_a_vat_of_nothing_or_that_is_its_own_rate_tells_no_column_of_rates(tmp_path: Path) -> None:
    """10 on 50 is 20 % of it beside any amount; 0 and 20 on 100 are both."""
    rows = [(50, 10), (612.5, 122.5), (300, 0), (100, 20)]
    found = vat(tmp_path, ("HT", "TVA"), *rows)
    assert found == [(50, None, 10), (612.5, None, 122.5), (300, 0, None), (100, FIFTH, None)]


def test_a_gross_amount_alone_is_not_enough(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {"Forfaits": [("Date", "Client", "TTC"), (DAY, "A", 120)]}
    assert said(tmp_path, sheets)[0][0] == "montant HT inconnu"


def test_an_unqualified_amount_is_refused(tmp_path: Path) -> None:
    assert said(tmp_path, {"Forfaits": [("Date", "Client", "Montant"), (DAY, "A", 120)]}) == [
        ("colonne manquante", "A1")
    ]


def test_what_was_never_sold_and_another_currency_are_refused(tmp_path: Path) -> None:
    header = (*FEES, "Statut", "Devise")
    sheets: dict[str, Rows] = {"Forfaits": [header, (DAY, "A", 9, "Annulée", "EUR")]}
    assert said(tmp_path, sheets) == [("ligne annulée ou pas encore facturée", "D2")]
    euros: Rows = [(DAY, "A", 9, "", said) for said in ("€", "Euro - EUR", "EUR (€)", None)]
    sheets = {"Forfaits": [header, (DAY, "A", 9, "Payée", "USD"), (DAY, "A", 8, "", "$"), *euros]}
    wrong = "un montant dans une autre devise"
    assert said(tmp_path, sheets) == [(wrong, "E2"), (wrong, "E3")]


# clients and movements


def test_spellings_of_one_client_are_joined(tmp_path: Path) -> None:
    names = ("24ème", "24eme", "24ème", "24 EME", "24-ème")
    rows: Rows = [FEES, *((DAY, name, 100) for name in names)]
    fees = books(tmp_path, {"Forfaits": rows}).activity.fees
    assert [line.client for line in fees] == ["24ème"] * 4 + ["24-ème"]


@pytest.mark.parametrize(
    ("account", "category", "is_one"),
    [("455100", "", True), ("44551", "", True), ("101300", "", True), ("580000", "", True),
     ("695", "", True), ("", "Compte courant d’associé", True), ("", "TVA versée", True),
     ("", "Capital", True),
     ("626000", "Banque", False), ("Compte pro", "", False), ("", "Virement bancaire", False),
     ("1", "", False)],
)  # fmt: skip
def test_what_is_no_expense_is_kept_apart(
    account: str, category: str, is_one: bool, tmp_path: Path
) -> None:
    header = ("Date", "Libellé", "Compte", "Catégorie", "HT")
    reading = books(tmp_path, {"Dépenses": [header, (DAY, "X", account, category, 5000)]})
    assert len(reading.activity.movements) == is_one
    assert len(reading.activity.expenses) == (not is_one)
    assert [doubt.code for doubt in reading.doubts] == ["mouvement"] * is_one


def test_a_label_alone_makes_a_doubt(tmp_path: Path) -> None:
    rows: Rows = [("Date", "Libellé", "HT"), (DAY, "Virement interne", 5000)]
    reading = books(tmp_path, {"Dépenses": rows})
    assert [doubt.code for doubt in reading.doubts] == ["mouvement-possible"]
    assert (len(reading.activity.expenses), len(reading.activity.movements)) == (0, 1)


@pytest.mark.parametrize("vat", [1470, -1470])
def test_vat_above_the_amount_is_refused(vat: int, tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {"Forfaits": [(*FEES, "TVA"), (DAY, "A", 50, vat)]}
    assert said(tmp_path, sheets) == [("TVA supérieure au montant HT", "D2")]


def test_a_sheet_of_days_without_days_is_no_sheet_of_fees(tmp_path: Path) -> None:
    """The name of a sheet is believed: its days must not become a fixed fee."""
    assert said(tmp_path, {"Jours": [FEES, (DAY, "A", 7350)]}) == [("colonne manquante", "A1")]


def test_days_without_a_month_are_refused_where_two_months_are_named(tmp_path: Path) -> None:
    sheet: Rows = [("Jours d’avril 2020",), ("Date", "Client", "Jours", "TJM"), (3, "A", 1, 700)]
    assert said(tmp_path, {"Mars 2020": sheet}) == [("date illisible", "A3")]
    (day,) = books(tmp_path, {"Avril 2020": sheet}).activity.days
    assert day.date == date(2020, 4, 3)


# tables that are not level


JOURS: Rows = [
    ("Date", "Client", "Jours", "TJM"),
    (DAY, "A", 1, 700),
    (DAY, "B", 1, 700),
    (DAY, "C", 1, 700),
]
FRAIS: Rows = [("Date", "Fournisseur", "HT"), (DAY, "F", 100), (DAY, "G", 200)]
NO_DAY, NO_COST, GAP = (None,) * 4, (None,) * 3, (None,)


def beside(left: Rows, right: Rows) -> Rows:
    """Return two tables side by side; an empty row of one is a blank one."""
    size = max(len(left), len(right))
    rows = zip(left + [()] * (size - len(left)), right + [()] * (size - len(right)), strict=True)
    return [(*(a or NO_DAY), *GAP, *(b or NO_COST)) for a, b in rows]


@pytest.mark.parametrize(
    "sheet",
    [beside(JOURS, FRAIS), beside(JOURS, [(), (), (), (), (), *FRAIS])],
    ids=["level", "below"],
)
def test_no_table_is_lost_beside_another(sheet: Rows, tmp_path: Path) -> None:
    activity = books(tmp_path, {"2020": sheet}).activity
    assert [line.client for line in activity.days] == ["A", "B", "C"]
    assert [line.amount for line in activity.expenses] == [100, 200]


@pytest.mark.parametrize(
    ("sheet", "cell"),
    [
        (beside(JOURS, [(), *FRAIS]), "F2"),
        (beside(JOURS, [("Dépenses", None, None), *FRAIS]), "G2"),
        (beside([(), *JOURS], FRAIS), "A2"),
        (beside([*JOURS[:2], JOURS[0], *JOURS[2:]], FRAIS), "F3"),
    ],
    ids=["lower", "title", "higher", "repeated"],
)
def test_a_table_that_is_not_level_with_another_is_refused(
    sheet: Rows, cell: str, tmp_path: Path
) -> None:
    assert refused(tmp_path, {"2020": sheet})[0].place.cell == cell


# what a price is the price of


def test_days_priced_by_the_day_are_neither_fees_nor_missions(tmp_path: Path) -> None:
    """A column of days that we do not know must not make them something else."""
    fees: Rows = [("Date", "Client", "Volume", "TJM", "Montant HT"), (DAY, "A", 2, 700, 1400)]
    missions: Rows = [("Date", "Client", "Temps passé", "TJM"), (DAY, "A", 2, 700)]
    for sheets in ({"Factures": fees}, {"Temps": missions}, {"2020": missions}):
        (bad,) = refused(tmp_path, sheets)
        assert bad.what == "colonne manquante"
        assert '= "Jours" (ou "Heures")' in bad.fix
    assert len(books(tmp_path, {"Factures": fees}, Rules(words={"Volume": "Jours"})).sheets) == 1


@pytest.mark.parametrize("title", ["Temps", "Durée", "Quantité", "Temps passé"])
def test_a_time_without_its_unit_has_that_of_the_price_beside(tmp_path: Path, title: str) -> None:
    """Days at a TJM, hours at a rate of theirs; each row says whether it is."""
    days: Rows = [("Date", "Client", title, "TJM", "Montant HT"), (DAY, "A", 2, 700, 1400)]
    found = books(tmp_path, {"Jours": days}).activity.days
    assert [(line.days, line.amount) for line in found] == [(2, 1400)]
    hours: Rows = [("Date", "Client", title, "Taux horaire", "Montant HT"), (DAY, "A", 7, 90, 630)]
    (line,) = books(tmp_path, {"Temps": hours}, Rules(hours=Decimal(7))).activity.days
    assert (line.days, line.amount) == (1, 630)
    both: Rows = [("Date", "Client", title, "TJM", "Taux horaire", "Montant HT")]
    untold: Rows = [("Date", "Client", title, "TJM"), (DAY, "A", 2, 700)]
    for rows in ([*both, (DAY, "A", 7, 630, 90, 630)], untold):
        assert refused(tmp_path, {"Jours": rows})[0].what == "colonne manquante"
    (bad,) = refused(tmp_path, {"Jours": [days[0], (DAY, "A", 7, 700, 700)]})
    assert bad.place.cell == "E2"


def test_missions_may_be_dated(tmp_path: Path) -> None:
    dated: Rows = [("Client", "Mission", "TJM", "Date début"), ("A", "", 700, date(2020, 1, 1))]
    sheets = {"2020": [("Date", "Client", "Jours"), (DAY, "A", 1)], "Feuil1": dated}
    assert [line.amount for line in books(tmp_path, sheets).activity.days] == [700]


def test_the_price_of_a_unit_is_that_of_a_day_where_days_are(tmp_path: Path) -> None:
    sheet: Rows = [("Date", "Client", "Jours", "PU HT"), (DAY, "A", 2, 700)]
    assert [line.amount for line in books(tmp_path, {"Jours": sheet}).activity.days] == [1400]
    sheet = [("Date", "Client", "Heures", "PU HT"), (DAY, "A", 14, 100)]
    assert said(tmp_path, {"Jours": sheet}, SEVEN) == [("prix d’un jour ou d’une heure ?", "D1")]
    hourly = Rules(hours=Decimal(7), words={"PU HT": "Taux horaire"})
    assert [line.amount for line in books(tmp_path, {"Jours": sheet}, hourly).activity.days] == [
        1400
    ]


def test_a_price_beside_a_quantity_is_not_the_amount(tmp_path: Path) -> None:
    fees: Rows = [("Date", "Client", "Quantité", "Prix HT"), (DAY, "A", 12, 100)]
    assert said(tmp_path, {"Forfaits": fees}) == [("prix de l’unité ou de la ligne ?", "D1")]
    whole: Rows = [(*row, total) for row, total in zip(fees, ("Total HT", 1200), strict=True)]
    assert [fee.amount for fee in books(tmp_path, {"Forfaits": whole}).activity.fees] == [1200]
    alone: Rows = [(row[0], row[1], row[3]) for row in fees]
    assert [fee.amount for fee in books(tmp_path, {"Forfaits": alone}).activity.fees] == [100]


@pytest.mark.parametrize(
    ("sheet", "months", "strays"),
    [
        ("Forfaits mars 2020", (3, 3, 4), ["A4"]),
        ("Forfaits mars 2020", (3, 4, 4), []),
        ("Forfaits mars 2020", (4, 4, 4), []),
        ("Forfaits 2020", (3, 3, 4), []),
        ("Forfaits mars", (3, 3, 4), []),
    ],
)
def test_a_few_lines_of_another_month_than_their_sheet_s_are_doubtful(
    sheet: str, months: tuple[int, ...], strays: list[str], tmp_path: Path
) -> None:
    """Where most lines are of another month, the name says something else: nothing is doubtful."""
    rows = [(date(2020, month, 10 + rank), "A", 1000) for rank, month in enumerate(months)]
    doubts = books(tmp_path, {sheet: [FEES, *rows]}).doubts
    assert [doubt.place.cell for doubt in doubts if doubt.code == "autre-mois"] == strays


def test_a_total_above_the_titles_is_left_aside_where_it_is_the_sum(tmp_path: Path) -> None:
    rows: Rows = [("Total", None, 10.5, None, 7350), DAYS, GOOD]
    reading = books(tmp_path, {"Jours": rows})
    assert [line.amount for line in reading.activity.days] == [7350]
    assert [(it.code, it.place.cell) for it in reading.doubts] == [("total", "E1")]
    with pytest.raises(BadData):
        books(tmp_path, {"Jours": [("Total", None, 10.5, None, 7350.01), *rows[1:]]})


@pytest.mark.parametrize(
    ("days", "where"),
    [
        ("2 - blank - 5 6", {"A5": "sous une rangée vide"}),
        ("2 3 4 5 6 9 - -", {"A8": "jusqu’à la dernière ligne"}),
        ("2 3 4 - 5 6 9 -", {}),
        (
            "2 3 4 - - 6 9 10 alone",
            dict.fromkeys(("A5", "A6"), "avec une date seule sous les lignes"),
        ),
        (
            "2 3 4 alone - - 6 9 10",
            dict.fromkeys(("A6", "A7"), "avec une date seule sous les lignes"),
        ),
    ],
)
def test_a_date_left_out_where_it_is_seldom_meant_is_asked_about(
    tmp_path: Path, days: str, where: dict[str, str]
) -> None:
    rows: Rows = [
        ()
        if it == "blank"
        else (date(2020, 3, 11), None, None, None, None)
        if it == "alone"
        else (
            None if it == "-" else date(2020, 3, int(it)),
            f"Client {n}", 0.1, 1000 + 10 * n, 100 + n,
        )
        for n, it in enumerate(days.split())
    ]  # fmt: skip
    found = [it for it in books(tmp_path, {"Jours": [DAYS, *rows]}).doubts if it.place.column == 1]
    assert {it.place.cell: it.what for it in found if it.code == "cellule-omise"} == {
        cell: f"« Date » vide {said}, reprise de la ligne du dessus" for cell, said in where.items()
    }
    assert {str(it.fix) for it in found if it.code == "cellule-omise"} <= {
        "écrire la date de cette ligne"
    }


@pytest.mark.parametrize(("year", "asked"), [(2019, []), (2020, ["A4"])])
def test_dates_left_out_to_the_end_of_few_lines_are_asked_about_over_two_years(
    tmp_path: Path, year: int, asked: list[str]
) -> None:
    days = (date(2019, 1, 5), date(year, 2, 5), None, None)
    rows: Rows = [(day, f"Client {n}", 1000 + 10 * n**2) for n, day in enumerate(days)]
    doubts = books(tmp_path, {"Forfaits": [FEES, *rows]}).doubts
    assert [it.place.cell for it in doubts if it.code == "cellule-omise"] == asked


@pytest.mark.parametrize(
    ("clients", "asked"),
    [
        ("A A A B B B - -", ["B8", "B9"]),  # written again four times: it was no habit
        ("A A A B B - -", []),
        ("A A A B B B - - - -", []),  # as often left out as written again
        ("A - - B - - A - -", []),
        ("A B A B A B - -", []),
    ],
)
def test_a_client_left_out_where_others_are_written_again_is_asked_about(
    tmp_path: Path, clients: str, asked: list[str]
) -> None:
    rows = [
        (DAY, None if it == "-" else f"Client {it}", 1, 700 + n, 700 + n)
        for n, it in enumerate(clients.split())
    ]
    reading = books(tmp_path, {"Jours": [DAYS, *rows]})
    assert [d.place.cell for d in reading.doubts if d.code == "cellule-omise"] == asked
