"""The figures that entries alone give, and what they leave to the years around them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reporter.accounting.carried import closed
from reporter.accounting.pack import pack
from reporter.accounting.parties import Party
from reporter.books import Books, load
from reporter.errors import BadData, BilanError
from reporter.figures import Figures
from reporter.history import means
from reporter.indices import indexed
from reporter.ledgers.opening import has_lines
from reporter.model import Day, Expense, Fee
from tests.builders import activity, day, expense, fee
from tests.ledgers.entries import SETTINGS, SIREN, Entries, fec, put, year
from tests.workbooks import DAYS, EXPENSES, Rows, folder

ROWS: dict[str, Rows] = {
    "Jours": [DAYS, ("15/12/2020", "Nimbus", 10, 800, 8000)],
    "Dépenses": [EXPENSES, ("10/04/2020", "Loyer", "Loyer", 1000, None)],
}


def books(root: Path, *years: int, settings: str = "", lined: bool = True) -> Books:
    """Return books with a line in 2020, and a FEC for each year."""
    folder(root, ROWS, SETTINGS + settings) if lined else None
    for number in years:
        put(root, number)
    return load(root)


def figures(root: Path, entries: Entries, settings: str = "") -> Figures:
    """Return what a year of entries, 2018, amounts to."""
    folder(root, ROWS, SETTINGS + settings)
    put(root, 2018, entries)
    return load(root).figures[2018]


def test_each_figure_adds_up_its_accounts(tmp_path: Path) -> None:
    found = figures(tmp_path, year(2018))
    assert found.revenue == Decimal(38500)
    assert found.charges == Decimal("21300.50")
    assert found.depreciation == Decimal("700.25")
    assert found.other_income == 120
    assert found.result_before_tax == Decimal("16619.25")
    assert found.tax == found.final_tax == 2493
    assert found.result == found.final_result == Decimal("14126.25")
    assert not found.estimated


def test_what_entries_do_not_tell_does_not_exist(tmp_path: Path) -> None:
    found = figures(tmp_path, year(2018))
    names = ("days", "day_revenue", "fees", "equivalent_days", "tjm", "tjm_regie", "billed_ratio")
    assert {name: getattr(found, name) for name in names} == dict.fromkeys(names)
    assert found.working_days == 252


@pytest.mark.parametrize(
    ("account", "figure"),
    [
        ("681110", "depreciation"),
        ("681200", "depreciation"),
        ("6811", "depreciation"),
        ("681600", "charges"),
        ("681740", "charges"),
        ("687100", "charges"),
        ("691000", "charges"),
        ("661100", "charges"),
        ("603100", "charges"),
        ("695100", "final_tax"),
        ("698900", "final_tax"),
    ],
)
def test_an_account_counts_in_one_figure(tmp_path: Path, account: str, figure: str) -> None:
    entries = year(2018, ("20181231", {account: "50.00", "512000": "-50.00"}))
    plain, more = figures(tmp_path / "a", year(2018)), figures(tmp_path / "b", entries)
    names = ("charges", "depreciation", "final_tax", "revenue", "other_income")
    moved = {x: getattr(more, x) - getattr(plain, x) for x in names}
    assert moved == dict.fromkeys(names, 0) | {figure: 50}
    assert plain.result - more.result == 50


@pytest.mark.parametrize("account", ["740000", "758000", "757000", "781100", "791000", "722000"])
def test_a_product_that_is_no_sale_counts_apart(tmp_path: Path, account: str) -> None:
    entries = year(2018, ("20181231", {"512000": "50.00", account: "-50.00"}))
    found = figures(tmp_path, entries)
    assert (found.revenue, found.other_income) == (38500, 170)


@pytest.mark.parametrize(
    ("number", "book", "price"),
    [(2018, "675000", "775000"), (2025, "657000", "757000"), (2025, "675100", "775200")],
)
def test_what_is_sold_of_the_assets_is_its_own_figure(
    tmp_path: Path, number: int, book: str, price: str
) -> None:
    sold = {book: "700.00", price: "-900.00", "218300": "-700.00", "512000": "900.00"}
    folder(tmp_path, ROWS, SETTINGS)
    put(tmp_path, number, year(number, (f"{number}1231", sold)))
    found = load(tmp_path).figures[number]
    assert (found.disposals, found.charges, found.other_income) == (200, Decimal("21300.50"), 120)
    assert found.result_before_tax == Decimal("16819.25")
    assert len(found.entries) == len({line.place.row for line in found.entries})
    assert {line.account for line in found.entries} >= {book, price}


def test_a_closing_entry_changes_nothing(tmp_path: Path) -> None:
    emptied = {
        "706000": "40000.00",
        "709000": "-1500.00",
        "613200": "-9000.00",
        "641100": "-12000.50",
        "681120": "-700.25",
        "681500": "-300.00",
        "764000": "120.00",
        "695000": "-2493.00",
        "120000": "-14126.25",
    }
    entries = year(2018, ("20181231", emptied))
    assert figures(tmp_path / "a", entries) == figures(tmp_path / "b", year(2018))


@pytest.mark.parametrize(
    "closing",
    [
        {"706000": "39000.00", "120000": "-39000.00"},
        {"706000": "40000.00", "616000": "-10.00", "120000": "-39990.00"},
    ],
)
def test_an_entry_that_closes_otherwise_than_as_a_whole_is_refused(
    tmp_path: Path, closing: dict[str, str]
) -> None:
    with pytest.raises(BadData, match="ne solde pas exactement"):
        figures(tmp_path, year(2018, ("20181231", closing)))


def test_an_entry_of_the_year_within_the_closing_one_is_refused(tmp_path: Path) -> None:
    """Numbered by line, the annuity of the last day would go with the entry that closes it."""
    closing = {"706000": "1000.00", "120000": "-1000.00"}
    entries = [
        ("20180315", {"411000": "1000.00", "706000": "-1000.00"}),
        ("20181231", {"613200": "10.00", "401000": "-10.00"} | closing),
    ]
    with pytest.raises(BadData, match="compte 613200"):
        figures(tmp_path, entries)


def test_a_profit_without_tax_is_estimated(tmp_path: Path) -> None:
    open_ = [entry for entry in year(2018) if "695000" not in entry[1]]
    found = figures(tmp_path, open_)
    assert found.estimated
    assert found.tax == 2493
    assert found.result == Decimal("14126.25")


def test_no_tax_said_by_the_owner_is_the_accountants(tmp_path: Path) -> None:
    open_ = [entry for entry in year(2018) if "695000" not in entry[1]]
    found = figures(tmp_path, open_, "[exercice.2018]\nimpot = 0\n")
    assert (found.estimated, found.tax, found.result) == (False, 0, Decimal("16619.25"))


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (("20181001", "20181231"), "ne commence pas avec l’exercice 2018"),
        (("20180102", "20180930"), "s’arrête avant la fin de l’exercice 2018"),
        (("20180212", "20181119"), ""),
    ],
)
def test_a_part_of_a_year_is_doubtful(tmp_path: Path, days: tuple[str, str], said: str) -> None:
    """A quarter's file, or one of the autumn, would pass for the whole year."""
    folder(tmp_path, ROWS, SETTINGS)
    entries = [
        (day, lines) for day, (_, lines) in zip((days[0], *[days[1]] * 7), year(2018), strict=True)
    ]
    put(tmp_path, 2018, entries)
    told = [str(x.what) for x in load(tmp_path).seen if x.code == "fec-provisoire"]
    assert len(told) == bool(said)
    assert said in "".join(told)


def test_a_loss_owes_no_tax(tmp_path: Path) -> None:
    found = figures(tmp_path, [("20181231", {"613200": "50.00", "401000": "-50.00"})])
    assert (found.estimated, found.tax, found.result) == (False, 0, -50)


def test_a_company_that_pays_no_corporate_tax_is_closed_without_any(tmp_path: Path) -> None:
    open_ = [entry for entry in year(2018) if "695000" not in entry[1]]
    folder(tmp_path, ROWS, SETTINGS + 'statut = "ei"\n')
    put(tmp_path, 2018, open_)
    found = load(tmp_path).figures[2018]
    assert (found.estimated, found.tax, found.result) == (False, 0, Decimal("16619.25"))


def test_a_financial_year_off_the_calendar(tmp_path: Path) -> None:
    folder(tmp_path, ROWS, SETTINGS + '[exercice]\ncloture = "30/06"\n')
    entries = [(day[:4].replace("2018", "2017") + "1015", lines) for day, lines in year(2018)]
    put(tmp_path, 2018, entries, f"{SIREN}FEC20180630.txt")
    opened = load(tmp_path)
    assert list(opened.figures) == [2018, 2020, 2021]
    assert opened.figures[2018].revenue == 38500


def test_books_may_hold_fec_alone(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "bilan.toml").write_text(SETTINGS, encoding="utf-8")
    opened = books(tmp_path, 2017, 2018, lined=False)
    assert list(opened.figures) == [2017, 2018]
    assert opened.measure(2018).previous is not None


def test_a_year_that_is_not_over_has_no_fec_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its entries would be called a whole year's; the day after its end, they are."""
    folder(tmp_path, ROWS, SETTINGS + 'statut = "ei"\n')
    put(tmp_path, 2021)
    monkeypatch.setattr("reporter.today.today", lambda: date(2021, 12, 31))
    with pytest.raises(BadData, match="qui n’est pas fini"):
        load(tmp_path)
    monkeypatch.setattr("reporter.today.today", lambda: date(2022, 1, 1))
    assert load(tmp_path).figures[2021].revenue == 38500


def test_lines_win_over_a_fec(tmp_path: Path) -> None:
    opened = books(tmp_path, 2019, 2020)
    assert opened.figures[2020].revenue == 8000
    assert list(opened.ledgers) == [2019]
    assert [x.code for x in opened.seen] == ["fec-et-lignes"]


def test_purchases_kept_for_their_annuities_leave_a_year_to_its_fec(tmp_path: Path) -> None:
    rows = ROWS | {
        "Dépenses": [*ROWS["Dépenses"], ("01/01/2019", "Ordinateur", "Matériel", 3000, 3)]
    }
    folder(tmp_path, rows, SETTINGS)
    put(tmp_path, 2019)
    opened = load(tmp_path)
    assert opened.figures[2019].revenue == 38500
    assert opened.figures[2019].depreciation == Decimal("700.25")
    assert opened.figures[2020].depreciation == 1000
    assert opened.measure(2020).figures.depreciation == 1000


def test_a_year_of_lines_against_one_of_entries(tmp_path: Path) -> None:
    """Nothing that days make is compared with what has none."""
    bilan = books(tmp_path, 2019).measure(2020)
    assert bilan.previous is not None
    assert bilan.previous_in_lines is None


def test_a_year_of_entries_is_not_cut(tmp_path: Path) -> None:
    opened = books(tmp_path, 2019)
    day = opened.settings.year(2019).start
    with pytest.raises(BilanError, match="ne se coupe pas à une date"):
        opened.measure(2019, as_of=day)
    with pytest.raises(BilanError, match="ne se coupe pas à une date"):
        opened.until(2019, day)
    last = opened.settings.year(2019).end
    assert opened.until(2019, last).measure(2019, as_of=last).elapsed is None


def test_beside_a_year_that_is_cut_it_is_left_out(tmp_path: Path) -> None:
    opened = books(tmp_path, 2019)
    bilan = opened.measure(2020, as_of=opened.settings.year(2020).start.replace(month=6))
    assert bilan.previous is None
    assert bilan.elapsed is not None
    assert (bilan.elapsed.booked, bilan.elapsed.without) == ((2019,), ())


def test_nor_by_purchases_of_its_own(tmp_path: Path) -> None:
    """What is bought in a year is no line that tells it: it is not cut either."""
    rows = ROWS | {"Dépenses": [EXPENSES, ("10/01/2019", "Ordinateur", "Matériel", 3000, 3)]}
    folder(tmp_path, rows, SETTINGS)
    put(tmp_path, 2019)
    opened = load(tmp_path)
    bilan = opened.measure(2020, as_of=date(2020, 12, 20))
    assert bilan.elapsed is not None
    assert (bilan.previous, bilan.elapsed.booked) == (None, (2019,))


def test_means_of_years_without_days(tmp_path: Path) -> None:
    found = means(books(tmp_path, 2018, 2019).measure(2020).years, 2020)
    assert found is not None
    assert (found.revenue, found.days, found.tjm) == (Decimal(85000) / 3, None, None)


def test_books_that_entries_follow_have_not_stopped(tmp_path: Path) -> None:
    """The last line of 2020 is of its spring; those of 2021 are the accountant's."""
    rows = ROWS | {"Jours": [DAYS, ("15/03/2020", "Nimbus", 10, 800, 8000)]}
    folder(tmp_path, rows, SETTINGS)
    assert load(tmp_path).measure(2020).elapsed is not None
    put(tmp_path, 2021)
    assert load(tmp_path).measure(2020).elapsed is None


def test_scenarios_start_from_no_year_of_entries(tmp_path: Path) -> None:
    opened = books(tmp_path, 2019, 2021)
    for number in (2021, 2022):
        with pytest.raises(BilanError, match="2021 n’est connu que par"):
            opened.scenario(number)
    assert opened.scenario(2020).figures.revenue == 8000


def test_an_anonymous_report_has_no_word_of_the_accountant(tmp_path: Path) -> None:
    opened = books(tmp_path, 2019).anonymous(2020)
    assert opened.figures[2019].revenue == 38500
    assert {line.called + line.label for line in opened.ledgers[2019].lines} == {""}


def test_amounts_as_indices_keep_their_shares(tmp_path: Path) -> None:
    found = indexed(books(tmp_path, 2018, 2019).measure(2020))
    before = found.earlier[0]
    assert round(before.revenue, 9) == 100
    assert round(before.result / before.revenue, 9) == round(Decimal("14126.25") / 38500, 9)


def spoilt(folder_: Path, *pairs: tuple[str, str]) -> Books:
    """Return books whose FEC of 2018 was changed in its text."""
    folder(folder_, ROWS, SETTINGS)
    path = put(folder_, 2018)
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return load(folder_)


@pytest.mark.parametrize(
    ("pair", "said", "line"),
    [
        (("20180115\t\t\n", "20170115\t\t\n"), "validation avant l’écriture", 2),
        (("\t\t\t20180115", "\tA\t20180115\t20180115"), "lettrage déséquilibré", 2),
        (("P-1\t20180115", "P-1\t20181315"), "date impossible", 2),
        (("Écriture 1", ""), "champ obligatoire vide", 2),
        (("48000,00", "48 000,00"), "montant mal écrit : séparateur de milliers", 2),
    ],
)
def test_a_mistake_of_form_is_a_doubt_that_names_its_line(
    tmp_path: Path, pair: tuple[str, str], said: str, line: int
) -> None:
    opened = spoilt(tmp_path, pair)
    doubt = next(one for one in opened.seen if str(one.what).endswith(f"faute de forme : {said}"))
    assert (doubt.place.row, doubt.key) == (line, "fec-forme 2018")
    assert f"bilan check --fec {doubt.place.file}" in str(doubt.fix)
    assert opened.figures[2018].result == Decimal("14126.25")


def test_a_mistake_repeated_is_said_once_with_its_count(tmp_path: Path) -> None:
    opened = spoilt(tmp_path, *[("Écriture 1", "")] * 3)
    (doubt,) = [one for one in opened.seen if one.code == "fec-forme"]
    assert str(doubt.fix).startswith("de même 2 autres lignes ; ")


def test_a_gap_in_the_numbers_of_a_past_year_is_a_doubt(tmp_path: Path) -> None:
    text = [(f"\t{n}\t2018", f"\t{n + 5}\t2018") for n in (8, 8, 7, 7, 6, 6)]
    opened = spoilt(tmp_path, *text)
    (doubt,) = [one for one in opened.seen if one.code == "fec-forme"]
    assert str(doubt.what).endswith("numéro d’écriture manquant")
    assert opened.figures[2018].result == Decimal("14126.25")


def test_mistakes_of_form_do_not_hide_one_of_figures(tmp_path: Path) -> None:
    with pytest.raises(BadData, match="écriture déséquilibrée") as refused:
        spoilt(tmp_path, ("Écriture 1", ""), ("48000,00", "48001,00"))
    assert len(refused.value.errors) == 1


def test_a_file_pasted_after_itself_is_refused(tmp_path: Path) -> None:
    folder(tmp_path, ROWS, SETTINGS)
    path = put(tmp_path, 2018)
    text = path.read_text(encoding="utf-8")
    path.write_text(text + text.split("\n", 1)[1], encoding="utf-8")
    with pytest.raises(BadData, match="par la même écriture"):
        load(tmp_path)


CASH = ("DateRglt", "ModeRglt", "NatOp", "IdClient")


def receipts(folder_: Path, *lines: tuple[str, str], accounts: bool = True) -> Books:
    """Return books whose FEC of 2018 is that of a BNC, one line an entry."""
    folder(folder_, ROWS, SETTINGS + 'statut = "ei"\n')
    text = fec([("20180315", {account: debit}) for account, debit in lines]).decode()
    header, *rest = text.splitlines()
    cut = [line.split("\t") for line in rest]
    if not accounts:
        cut = [[*cells[:4], "", "", *cells[6:]] for cells in cut]
    rows = ["\t".join([*cells, "20180315", "virement", "", ""]) for cells in cut]
    path = put(folder_, 2018)
    path.write_text("\n".join(["\t".join([header, *CASH]), *rows]), encoding="utf-8")
    return load(folder_)


@pytest.mark.parametrize("many", [1, 2, 40])
def test_receipts_and_expenses_with_accounts_tell_a_year(tmp_path: Path, many: int) -> None:
    lines = [("706000", "-1000.00"), ("613200", "100.50")] * many
    found = receipts(tmp_path, *lines).figures[2018]
    assert (found.revenue, found.charges) == (1000 * many, Decimal("100.50") * many)
    assert not found.estimated


def test_receipts_and_expenses_without_accounts_are_refused(tmp_path: Path) -> None:
    lines = [("706000", "-1000.00"), ("613200", "100.50")]
    with pytest.raises(BadData, match="une recette et une dépense se ressemblent"):
        receipts(tmp_path, *lines, accounts=False)


def test_a_year_closes_with_the_balance_of_each_third_party(tmp_path: Path) -> None:
    sales = {"411000/C1": "70.00", "411000/C2": "50.00", "706000": "-120.00"}
    paid = {"512000": "50.00", "411000/C2": "-50.00"}
    folder(tmp_path, ROWS, SETTINGS)
    put(tmp_path, 2018, [("20180115", sales), ("20180301", paid)])
    (left,) = closed(load(tmp_path).ledgers).values()
    assert {(it.account, it.party, it.amount) for it in left.entry.postings} == {
        ("411000", Party("C1", "Tiers C1"), Decimal(70)),
        ("512000", None, Decimal(50)),
        ("706000", None, Decimal(-120)),
    }


BOUGHT = expense("2020-03-01", "1200", lifetime=3)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ((), False),
        ((BOUGHT,), False),
        ((day("2020-03-01", "1", "700"),), True),
        ((fee("2020-03-01", "700"),), True),
        ((expense("2020-03-01", "700"),), True),
        ((BOUGHT, fee("2020-03-01", "700")), True),
        ((BOUGHT, expense("2020-03-01", "700")), True),
    ],
)
def test_lines_tell_a_year_where_they_are_more_than_what_is_depreciated(
    lines: tuple[Day | Fee | Expense, ...], *, told: bool
) -> None:
    assert has_lines(activity(*lines)) == told


def test_the_pack_of_the_year_after_compares_with_what_the_entries_give(tmp_path: Path) -> None:
    rows: dict[str, Rows] = {
        "Jours": [(*DAYS, "Facture"), ("15/12/2020", "Nimbus", 20, 700, 14000, "F-1")]
    }
    folder(tmp_path, rows, SETTINGS + '[tva]\nregime = "franchise"\n')
    put(tmp_path, 2019)
    opened = load(tmp_path)
    made = pack(opened.activity, opened.entire(2020))
    assert made.previous == opened.figures[2019]
