"""Sheets that say again what others say: how many lines, and which, are told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reporter.errors import BadCell, BadData
from reporter.french import spaced
from reporter.settings.reading import Rules
from reporter.sources.lines.verdicts import Verdict
from reporter.sources.reading import read
from tests.books.outcomes import outcome_of
from tests.books.sheets import write
from tests.books.small import sheets

DAYS = """
# Jours
Date | Client | Jours | TJM
31/01/2020 | Ponant | 10 | 700
28/02/2020 | Ponant | 8 | 700
31/03/2020 | Ponant | 9 | 700
30/04/2020 | Alizé | 4 | 650
"""


def mistakes(root: Path, *invoices: str) -> list[BadCell]:
    """Return what is refused of invoices beside the days above."""
    text = f"{DAYS}# Factures\nDate | Client | Montant HT\n" + "\n".join(invoices)
    write(root, sheets(text))
    try:
        read(root)
    except BadData as bad:
        return list(bad.errors)
    return []


def test_lines_copied_are_a_copy_from_three_on(tmp_path: Path) -> None:
    copied = DAYS.replace("# Jours", "# Jours 2").strip().splitlines()
    for count, said in ((2, False), (3, True)):
        root = tmp_path / str(count)
        write(root, sheets("\n".join((DAYS, *copied[: 2 + count]))))
        try:
            read(root)
        except BadData as bad:
            found = [error.what for error in bad.errors]
        else:
            found = []
        assert ("feuille recopiée : chacune de ses lignes est ailleurs" in found) is said


@pytest.mark.parametrize(
    ("name", "client", "told"),
    [
        ("Mars 2020 (2)", "Alizé", True),
        ("Mars 2020 (2)", "Rail", False),  # half of it is of others: more of the month
        ("Avril 2020 (2)", "Alizé", False),
    ],
)
def test_the_copy_that_a_spreadsheet_names_is_doubted(name: str, client: str, told: bool) -> None:
    header = "Date | Client | Jours | TJM\n31/03/2020 | Ponant"
    book = f"# Mars 2020\n{header} | 2 | 700\n31/03/2020 | Alizé | 3 | 600\n"
    book += f"# {name}\n{header} | 2.5 | 700\n31/03/2020 | {client} | 4 | 600\n"
    found = outcome_of(sheets(book), "").doubts
    assert any(what.startswith("deux-versions") for what, _ in found) is told


@pytest.mark.parametrize(
    ("copy", "line"),
    [("a.xlsx/Jours 2", '"Jours 2" = ""'), ("b.xlsx/Jours", ""), ("jours.csv", "")],
)
def test_a_copy_is_left_aside_by_its_name_where_it_has_one_of_its_own(
    copy: str, line: str, tmp_path: Path
) -> None:
    lines = sheets(DAYS)["Jours"]
    write(tmp_path, {"a.xlsx/Jours": lines, copy: lines} if "csv" not in copy else {"Jours": lines})
    if "csv" in copy:
        rows = [row.replace(" | ", ";") for row in DAYS.strip().splitlines()[1:5]]
        (tmp_path / "data" / copy).write_text("\n".join(rows), encoding="utf-8")
    with pytest.raises(BadData) as bad:
        read(tmp_path)
    (error,) = bad.value.errors
    assert error.fix.startswith("l’effacer, ou la sortir de data/")
    assert line in error.fix
    assert ("[colonnes]" in error.fix) is bool(line)


@pytest.mark.parametrize(
    ("rate", "said"),
    [(700, " : comptées deux fois ?"), (710, ", à d’autres montants : deux versions ?")],
)
def test_two_lines_told_again_say_whether_their_amounts_are_others(
    rate: int, said: str, tmp_path: Path
) -> None:
    again = "\n".join(DAYS.strip().splitlines()[1:4]).replace("700", str(rate))
    write(tmp_path, sheets(f"{DAYS}# Jours 2\n{again}"))
    found = [it.what for it in read(tmp_path).doubts if it.code == "deux-versions"]
    assert [spaced(str(what)) for what in found] == [
        spaced(f"mêmes lignes qu’une autre feuille{said}")
    ]


ECHOES = (
    "31/01/2020 | Ponant | 7000",
    "05/03/2020 | Ponant | 5600",
    "03/04/2020 | Ponant | 6300",
    "30/04/2020 | Alizé | 2600",
)
OTHER = "15/05/2020 | Alizé | 1234.5"


@pytest.mark.parametrize("count", [2, 3])
def test_each_invoice_of_days_is_counted(count: int, tmp_path: Path) -> None:
    """Two are enough, more are told as many; the first one is shown."""
    (bad,) = mistakes(tmp_path, OTHER, *ECHOES[:count])
    assert bad.what == "factures de jours déjà comptés : le chiffre d’affaires doublerait"
    assert bad.shown.startswith(f"{count} lignes")
    assert (bad.place.sheet, bad.place.cell) == ("Factures", "A3")


@pytest.mark.parametrize(
    "invoices",
    [
        (ECHOES[0], OTHER),
        (ECHOES[0], "05/03/2020 | Ponant | 5600.01", "03/04/2020 | Ponant | 6299.99"),
        (ECHOES[0], "15/05/2020 | Ponant | 5600", "16/06/2020 | Ponant | 6300"),
        (*ECHOES[3:], "30/04/2020 | Ponant | 6300"),
    ],
    ids=["one", "a cent apart", "three months late", "all of one day"],
)
def test_one_is_chance_and_so_are_other_amounts_or_months(
    invoices: tuple[str, ...], tmp_path: Path
) -> None:
    what = "factures de jours déjà comptés : le chiffre d’affaires doublerait"
    assert what not in [bad.what for bad in mistakes(tmp_path, *invoices)]


@pytest.mark.parametrize(
    ("title", "numbers", "doubts"),
    [("N° facture", ("F-1", "F-2", "F-3"), ["reglements"]), ("Humeur", ("x", "y", "z"), [])],
)
def test_amounts_that_come_again_later_are_payments_of_what_was_invoiced(
    title: str, numbers: tuple[str, ...], doubts: list[str], tmp_path: Path
) -> None:
    """Two sheets that both say a client and no more are two sheets of sales."""
    first, second, third = numbers
    text = f"""
# Factures
Date | Client | {title} | Montant HT
31/01/2020 | Ponant | {first} | 1000
28/02/2020 | Alizé | {second} | 2500
31/03/2020 | Ponant | {third} | 4700
# Ventes
Date | Client | Montant HT
15/02/2020 | Ponant | 1000
15/03/2020 | Alizé | 2500
15/04/2020 | Ponant | 4700
"""
    write(tmp_path, sheets(text))
    codes = [doubt.code for doubt in read(tmp_path).doubts]
    assert [code for code in codes if code == "reglements"] == doubts


TURNOVER = ("7000", "5600", "6300", "2600")


def doubts(root: Path, text: str) -> list[tuple[str, str, str | None]]:
    """Return the code, the sheet and the cell of each doubt about sheets that say the same."""
    write(root, sheets(text))
    found = [it for it in read(root).doubts if it.code == "deux-versions"]
    return [(it.code, it.place.sheet, it.place.cell) for it in found]


def monthly(*amounts: str, names: tuple[str, ...] = ("Divers",), day: str = "15") -> str:
    """Return a sheet of one amount a month, under the same name or under several."""
    rows = [
        f"{day}/0{month}/2020 | {names[month % len(names)]} | {amount}"
        for month, amount in enumerate(amounts, 1)
    ]
    return "# Forfaits\nDate | Client | Montant HT\n" + "\n".join(rows)


@pytest.mark.parametrize("name", ["Divers", "Tous clients", "CA du mois"])
def test_the_turnover_of_each_month_under_another_name_is_asked_about(
    name: str, tmp_path: Path
) -> None:
    """Each month has one line: nothing else tells that its sum is counted twice."""
    said = [("deux-versions", "Forfaits", "A2")]
    text = DAYS + monthly(*TURNOVER, names=(name,))
    assert doubts(tmp_path, text) == said
    fees = "\n# Factures\nDate | Client | Montant HT\n" + "\n".join(ECHOES)
    assert doubts(tmp_path, fees.replace("05/03", "25/02").replace("03/04", "25/03")
                  + "\n" + monthly(*TURNOVER, names=(name,))) == said  # fmt: skip


@pytest.mark.parametrize(
    "fees",
    [
        monthly("1500", "1500", "1500", "1500"),
        monthly("7000", "5600"),
        monthly("7000", "5600", "6300", "2601"),
        monthly("7000", "5600", "7000", "5600"),
    ],
    ids=["a retainer", "two months", "another amount", "two amounts"],
)
def test_other_fees_of_the_same_months_are_not(fees: str, tmp_path: Path) -> None:
    assert doubts(tmp_path, DAYS + fees) == []


@pytest.mark.parametrize("day", ["15", "16"])
def test_two_clients_with_the_same_months_are_not(day: str, tmp_path: Path) -> None:
    """A mission of two companies may be shared by halves."""
    one = monthly("7000", "5600", "6300", names=("Ponant",))
    other = monthly("7000", "5600", "6300", names=("Alizé",), day=day)
    assert doubts(tmp_path, f"{one}\n{other.replace('Forfaits', 'Factures')}") == []


@pytest.mark.parametrize(
    ("names", "amounts", "day", "said"),
    [
        (("Client 1", "Client 2"), ("7000", "5600", "6300"), "15", 1),
        (("Client 1",), ("7000", "5600", "6300"), "15", 1),
        (("Client 1", "Client 2"), ("7000", "5600", "6300"), "16", 0),
        (("Ponant", "Alizé"), ("7000", "5600", "6300"), "16", 1),
        (("Client 1", "Client 2"), ("7000", "5600", "6301"), "15", 0),
        (("Client 1", "Client 2"), ("7000", "5600", "6300", "50"), "15", 1),
        (("Client 1", "Client 2"), ("7000", "5600"), "15", 0),
    ],
    ids=[
        "others",
        "one for all",
        "another day",
        "their own names",
        "another amount",
        "one more",
        "two",
    ],
)
def test_the_sales_to_several_clients_are_asked_about_under_other_names(
    names: tuple[str, ...], amounts: tuple[str, ...], day: str, said: int, tmp_path: Path
) -> None:
    one = monthly("7000", "5600", "6300", names=("Ponant", "Alizé"))
    other = monthly(*amounts, names=names, day=day).replace("Forfaits", "Factures_v2")
    assert len(doubts(tmp_path, f"{one}\n{other}")) == said


DETAIL = "# Jours\nDate | Client | Jours | TJM\n" + "\n".join(
    f"{day:02}/0{month}/2020 | {client} | {month + 1} | {rate}"
    for month in range(1, 6)
    for day, client, rate in ((8, "Ponant", 700), (22, "Alizé", 650))
)
SUMS = [1350 * (month + 1) for month in range(1, 6)]


@pytest.mark.parametrize(
    ("amounts", "day"),
    [
        ([*SUMS[:4], SUMS[4] + 100], "28"),
        ([SUMS[0] - 5, *SUMS[1:]], "28"),
        ([amount * 1.2 for amount in SUMS], "28"),
        ([0, *SUMS[:4]], "05"),
    ],
    ids=["the last is wrong", "the first is wrong", "with VAT", "declared the month after"],
)
def test_the_turnover_of_most_months_is_asked_about(
    amounts: list[float], day: str, tmp_path: Path
) -> None:
    fees = monthly(*map(str, amounts), day=day)
    assert doubts(tmp_path, f"{DETAIL}\n{fees}") == [("deux-versions", "Forfaits", "A2")]


@pytest.mark.parametrize(
    "amounts",
    [
        [*SUMS[:2], 1, 2, 3],
        [SUMS[0] + 1, *SUMS[1:3], 1, 2],
        [1500] * 5,
        [2700, 4050, 100, 200, 300],
    ],
)
def test_other_fees_beside_detailed_days_are_not(amounts: list[float], tmp_path: Path) -> None:
    fees = monthly(*map(str, amounts), day="28")
    assert doubts(tmp_path, f"{DETAIL}\n{fees}") == []


def test_a_sheet_pasted_many_times_is_told_once_for_each(tmp_path: Path) -> None:
    lines = "\n".join(DAYS.strip().splitlines()[1:])
    write(tmp_path, sheets(DAYS + "".join(f"# Jours {n}\n{lines}\n" for n in range(2, 6))))
    with pytest.raises(BadData) as bad:
        read(tmp_path)
    assert sum("recopiée" in error.what for error in bad.value.errors) == 4


SPENT = "# Dépenses\nDate | Fournisseur | Montant HT\n"


@pytest.mark.parametrize(
    ("again", "said"),
    [
        (("05/01 37.2", "05/02 137.2", "05/03 50"), 1),
        (("05/01 37.2", "06/02 137.2", "05/03 50"), 1),
        (("05/01 20", "06/01 17.2", "06/02 100", "07/02 37.2", "05/03 50"), 1),
        (("05/01 37.2", "05/02 137.2", "05/03 50", "05/05 3"), 1),
        (("05/01 37.2", "05/02 137.2", "05/05 50"), 0),
        (("05/01 37.2", "05/02 137.2", "05/03 50", "05/05 3", "05/06 3"), 0),
        (("05/01 37.2", "05/02 137.2"), 0),
        (("05/01 37.2", "05/02 137.2", "05/03 51"), 0),
    ],
)
def test_expenses_of_the_same_months_and_amounts_are_asked_about_under_other_names(
    again: tuple[str, ...], said: int, tmp_path: Path
) -> None:
    def of(name: str, *rows: str) -> str:
        return SPENT + "\n".join(row.replace(" ", f"/2020 | {name} | ") for row in rows) + "\n"

    own = of("Le Quai", "05/01 37.2", "05/02 137.2", "05/03 50", "05/04 12", "05/07 9", "05/08 8")
    other = of("Quai", *again).replace("Dépenses", "Dépenses 2")
    found = doubts(tmp_path, own + other)
    assert [code for code, _, _ in found] == ["deux-versions"] * said


def test_two_rents_of_one_price_are_no_copy(tmp_path: Path) -> None:
    rows = "".join(f"05/0{month}/2020 | Quai | 50\n" for month in range(1, 5))
    other = rows.replace("05/", "06/").replace("Quai", "Dépôt")
    book = SPENT + rows + SPENT.replace("Dépenses", "Charges") + other
    assert doubts(tmp_path, book) == []


@pytest.mark.parametrize(("worker", "said"), [("Léa", 1), ("Noé", 0)])
def test_the_months_of_somebody_else_are_no_copy(worker: str, said: int, tmp_path: Path) -> None:
    """Two people may work as many days, month by month, for one client."""

    def of(sheet: str, name: str, *months: str) -> str:
        rows = (month.replace(" ", f"/2020 | Ponant | {name} | ") for month in months)
        head = f"# {sheet}\nDate | Client | Intervenant | Jours | TJM\n"
        return head + "".join(f"{row} | 700\n" for row in rows)

    own = of("Jours", "Léa", "31/01 10", "29/02 8", "31/03 9")
    other = of("Jours 2", worker, "30/01 10", "28/02 8", "30/03 9")
    assert doubts(tmp_path, own + other) == [("deux-versions", "Jours 2", "A2")] * said


@pytest.mark.parametrize(("second", "recaps"), [("Flux", 0), ("Socle", 1)])
def test_two_lines_of_one_name_are_no_sums_of_it(second: str, recaps: int, tmp_path: Path) -> None:
    """A long list is printed under titles that come again: its last two lines made a recap."""
    titles = "Date | Client | Mission | Jours | TJM"
    days = "\n".join(
        f"0{n}/12/2020 | {client} | {mission} | 0.75 | 620"
        for n, (client, mission) in enumerate(
            [("Alizé", "Flux"), ("Alizé", "Flux"), ("Brume", "Socle"), ("Brume", "Socle")], 1
        )
    )
    last = f"11/12/2020 | Cumulus | Flux | 1 | 930\n14/12/2020 | Cumulus | {second} | 1 | 930"
    write(tmp_path, sheets(f"# Jours\n{titles}\n{days}\n{titles}\n{last}"))
    found = []
    try:
        read(tmp_path)
    except BadData as bad:
        found = [it.what[:13] for it in bad.errors]
    assert found == ["récapitulatif"] * recaps


def left_aside(root: Path, *invoices: str) -> list[str]:
    """Return what is said of invoices that are set aside beside the days above."""
    write(root, sheets(f"{DAYS}# Factures\nDate | Client | Montant HT\n" + "\n".join(invoices)))
    found = read(root)
    assert sum(line.amount for line in found.activity.days) == 21500
    kept = sum(sheet.amount for sheet in found.sheets if sheet.kind == "fees")
    assert kept == sum(line.amount for line in found.activity.fees)
    return [str(it.shown) for it in found.doubts if it.code == "jours-factures"]


def test_invoices_each_of_which_is_the_days_of_a_month_count_once(tmp_path: Path) -> None:
    (shown,) = left_aside(tmp_path / "all", *ECHOES)
    assert shown.startswith("4 lignes, les jours de ")
    others = (
        "15/05/2020 | Tilleul | 1234.5",
        "15/05/2020 | Alizé | 900",
        "05/03/2020 | Ponant | -30",
    )
    (shown,) = left_aside(tmp_path / "more", *others, *ECHOES)
    assert shown.startswith("4 lignes")
    unbilled = "15/03/2020 | Alizé | 900"  # before its days, which have no invoice yet
    (shown,) = left_aside(tmp_path / "before", unbilled, *ECHOES[:3])
    assert shown.startswith("3 lignes")


@pytest.mark.parametrize(
    "invoices",
    [
        (*ECHOES[:3], "30/04/2020 | Alizé | 2600.01"),
        (*ECHOES[:3], "30/04/2020 | Tilleul | 2600"),
        (*ECHOES, ECHOES[0]),
        (*ECHOES, "15/05/2020 | Alizé | -2600"),
        (*ECHOES[1:], "15/06/2020 | Ponant | 7000"),
        (*ECHOES[1:], "31/01/2020 | Ponant | 900"),
        (*ECHOES[:2], "03/04/2020 | Ponant | 63"),
    ],
    ids=["a cent apart", "another client", "twice", "taken back", "late", "not all", "a comma"],
)
def test_an_invoice_that_may_be_of_days_or_not_makes_the_sheet_refused(
    invoices: tuple[str, ...], tmp_path: Path
) -> None:
    found = mistakes(tmp_path, *invoices)
    assert "factures de jours déjà comptés : le chiffre d’affaires doublerait" in [
        bad.what for bad in found
    ]


def test_invoices_of_days_are_told_by_their_cells_beside_others(tmp_path: Path) -> None:
    """The sheet is not to be left aside: its other lines would be lost."""
    (bad,) = mistakes(tmp_path, *ECHOES[:2], "15/05/2020 | Alizé | 900", ECHOES[2])
    assert bad.fix == "effacer ces lignes, et garder les autres : A2, A3 et A5"


def test_invoices_of_days_stay_refused_where_receipts_count(tmp_path: Path) -> None:
    text = "\n".join(f"{it} | {it[:10]}" for it in ECHOES)
    write(tmp_path, sheets(f"{DAYS}# Factures\nDate | Client | Montant HT | Payée le\n{text}"))
    with pytest.raises(BadData):
        read(tmp_path, Rules(received=True))


def test_days_are_paid_when_their_invoice_is(tmp_path: Path) -> None:
    rows = "\n".join(
        f"{it} | {day}" for it, day in zip(ECHOES, ("02/03/2020", "", "", ""), strict=True)
    )
    write(tmp_path, sheets(f"{DAYS}# Factures\nDate | Client | Montant HT | Payée le\n{rows}"))
    paid = {(it.client, it.month % 12): it.paid for it in read(tmp_path).activity.days}
    assert [it for it in paid.values() if it] == [date(2020, 3, 2)]
    assert next(it for it in read(tmp_path).activity.days if it.paid).date == date(2020, 1, 31)


@pytest.mark.parametrize(
    ("header", "said", "rate"),
    [
        ("Taux TVA", "20 %", "0.2"),
        ("TVA", "1120", "0.2"),
        ("TVA", "0", "0"),
        ("TVA", "1120.01", None),  # no rate makes it
    ],
)
def test_days_have_the_number_the_date_and_the_vat_of_their_invoice(
    header: str, said: str, rate: str | None, tmp_path: Path
) -> None:
    vat = {"5600": said}
    rows = (f"F-{n} | {it} | {vat.get(it[-4:], '')}\n" for n, it in enumerate(ECHOES))
    header = f"N° facture | Date | Client | Montant HT | {header}\n"
    write(tmp_path, sheets(f"{DAYS}# Factures\n{header}{''.join(rows)}"))
    days = read(tmp_path).activity.days
    assert [it.invoice for it in days] == ["F-0", "F-1", "F-2", "F-3"]
    assert (days[1].invoiced, days[1].vat_rate) == (date(2020, 3, 5), rate and Decimal(rate))
    assert days[0].vat_rate is None


def test_invoices_of_days_of_one_date_are_doubted_each() -> None:
    """Two of one date are not the habit of invoicing each month."""
    rows = "05/03/2020 | Ponant | 7000\n05/03/2020 | Ponant | 5600"
    found = outcome_of(sheets(f"{DAYS}# Factures\nDate | Client | Montant HT\n{rows}"), "")
    told = [place.row for what, place in found.doubts if what.startswith("facture-de-jours")]
    assert (found.total("revenue"), told) == (34100, [2, 3])


@pytest.mark.parametrize("day", ["27/0{}/2020", "02/0{}/2020"])
def test_months_of_one_amount_have_each_its_own_invoice(day: str, tmp_path: Path) -> None:
    """Most are invoiced within the month, or the month after; that of January stands elsewhere."""
    late = day.startswith("02")
    days = "".join(f"13/0{n}/2020 | Ponant | 2 | 600\n" for n in range(1, 7))
    text = "# Jours\nDate | Client | Jours | TJM\n" + days
    for year, ranks in (("1", (2, 3)), ("2", (4, 5, 6))):
        rows = "".join(f"F{n} | {day.format(n + late)} | Ponant | 1200\n" for n in ranks)
        text += f"# Factures {year}\nN° facture | Date | Client | Montant HT\n{rows}"
    write(tmp_path, sheets(text))
    found = read(tmp_path).activity
    assert (found.fees, [it.invoice for it in found.days]) == (
        (),
        ["", *(f"F{n}" for n in range(2, 7))],
    )


def test_a_row_of_months_is_one_row_of_days_already_counted(tmp_path: Path) -> None:
    months = "# CA 2020\nClient | Janvier | Février | Mars | Avril | Mai\n"
    months += "Ponant | 7000 | 5600 | 6300 | |\nAlizé | | | | 2600 | 50\nIode | 500 | | 650 | |"
    write(tmp_path, sheets(f"{DAYS}{months}"))
    (told,) = (it for it in read(tmp_path).sheets if it.sheet == "CA 2020")
    assert (told.lines, told.amount) == (3, 1200)
    assert (told.rows[Verdict.LINE], told.rows[Verdict.BILLED]) == (2, 1)


def test_months_down_are_days_already_counted_too(tmp_path: Path) -> None:
    months = "01/01/2020 | 7000 |\n01/02/2020 | 5600 |\n01/03/2020 | 6300 |\n01/04/2020 | | 2600"
    write(tmp_path, sheets(f"{DAYS}# CA HT par client\nMois | Ponant | Alizé\n{months}"))
    found = read(tmp_path)
    (told,) = (it for it in found.sheets if it.kind == "fees")
    assert (found.activity.fees, told.lines, min(told.rows.values())) == ((), 0, 0)


def test_fixed_fees_among_billed_days_are_not_left_aside_as_their_invoices(tmp_path: Path) -> None:
    rows = "".join(
        f"28/0{n}/2020 | Ponant | {count} | {unit} | {price} | 1200\n"
        for n in (1, 2, 3)
        for count, unit, price in ((2, "jours", 600), (1, "forfait", 1200))
    )
    head = "# Factures\nDate | Client | Quantité | Unité | Prix unitaire HT | Montant HT\n"
    write(tmp_path, sheets(head + rows))
    with pytest.raises(BadData, match=r"A3 : factures de jours déjà comptés"):
        read(tmp_path)


def test_two_versions_of_days_and_fixed_fees_are_compared(tmp_path: Path) -> None:
    """Each sheet holds both, the days first: a line is told by its own names."""
    text, head = "", "Date | Client | Prestation | Quantité | Unité | Prix unitaire HT | Montant HT"
    for name, price in (("Factures", 600), ("Factures (2)", 650)):
        text += f"# {name}\n{head}\n"
        for n, unit in enumerate(("jours", "jours", "forfait", "jours", "forfait", "jours")):
            text += f"{n + 3:02}/03/2020 | Ponant | Étape {n} | 1 | {unit} | {price} | {price}\n"
    assert doubts(tmp_path, text)


@pytest.mark.parametrize("column", ["Payée le", "Remarque"])
def test_days_have_dates_of_payment_where_their_invoices_have(column: str, tmp_path: Path) -> None:
    rows = "\n".join(f"{it} |" for it in ECHOES)
    bills = f"# Factures\nDate | Client | Montant HT | {column}\n{rows}\n"
    write(tmp_path, sheets(f"{DAYS}{bills}"))
    told = {it.sheet: it.is_dated for it in read(tmp_path).sheets}
    assert told["Jours"] is (column == "Payée le")


def test_the_first_invoice_of_a_year_is_one_of_days_too(tmp_path: Path) -> None:
    """It stands alone on its sheet, and others tell the habit; each note names its own days."""
    head = "# Factures {}\nDate | Client | Montant HT\n"
    rows = (*(it.replace("2020", "2019") for it in ECHOES), "05/01/2020 | Ponant | 9100")
    text = DAYS.replace("2020", "2019") + "31/12/2019 | Ponant | 13 | 700\n"
    text += head.format(2019) + "\n".join(rows[:-1]) + "\n" + head.format(2020) + rows[-1]
    write(tmp_path, sheets(text))
    found = read(tmp_path)
    assert found.activity.fees == ()
    said = [str(it.shown) for it in found.doubts if it.code == "jours-factures"]
    assert [it[-2:] for it in said] == ["A2", "A6"]


def test_a_day_that_says_its_payment_keeps_it(tmp_path: Path) -> None:
    head, *days = DAYS.strip().splitlines()[1:]
    own = "\n".join((f"{head} | Payée le", *(f"{it} | 05/05/2020" for it in days)))
    rows = "\n".join(f"{it} | 02/03/2020" for it in ECHOES)
    bills = f"# Factures\nDate | Client | Montant HT | Payée le\n{rows}"
    write(tmp_path, sheets(f"# Jours\n{own}\n{bills}"))
    found = read(tmp_path).activity
    assert (len(found.fees), {it.paid for it in found.days}) == (0, {date(2020, 5, 5)})


@pytest.mark.parametrize(
    ("amounts", "found"),
    [(("900", "600", "700", "600"), ["A2"]), (("900", "600", "700", "650"), [])],
)
def test_invoices_of_the_days_of_each_month_under_other_names_are_doubted(
    amounts: tuple[str, ...], found: list[str], tmp_path: Path
) -> None:
    """A name was drawn over those of all the invoices: none is any more the days of a client."""
    days = (f"{day}/0{m}/2020 | {name} | 1 | {rate}"
            for m, rates in ((1, (400, 500, 600)), (2, (300, 400, 600)))
            for day, (name, rate) in enumerate(zip("AAB", rates, strict=True), 10))  # fmt: skip
    rows = (f"28/0{1 + n // 2}/2020 | Ponant | {it}" for n, it in enumerate(amounts))
    text = "# Jours\nDate | Client | Jours | TJM\n" + "\n".join(days)
    fees = "\n# Factures\nDate | Client | Montant HT\n" + "\n".join(rows)
    assert [cell for _, _, cell in doubts(tmp_path, text + fees)] == found
