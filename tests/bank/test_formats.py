"""Each format of a statement, as banks and services export it, read to the cent."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reporter.bank.accounts import accounts
from reporter.bank.date_order import Orders
from reporter.bank.files import statements
from reporter.bank.statement import Statement
from reporter.errors import BadData
from reporter.settings.reading import Limits
from tests.sources.hostile import ods, ods_row
from tests.workbooks import Rows, workbook

FILES = Path(__file__).parent / "files"


def sample(name: str) -> str:
    """Return a file of the samples, each written from what its bank documents or exports."""
    return (FILES / name).read_text(encoding="utf-8")


FRENCH = sample("francaise.csv")
SIGNED = sample("signee.csv")
RUNNING = sample("solde.tsv")
QONTO = sample("qonto.csv")
QONTO_ENGLISH = sample("qonto-en.csv")
SHINE = sample("shine.csv")
REVOLUT = sample("revolut.csv")
REVOLUT_BUSINESS = sample("revolut-business.csv")
STRIPE = sample("stripe.csv")
OFX_SGML = sample("sgml.ofx")
OFX_XML = sample("xml.ofx")
CAMT = sample("camt-053.xml")
CAMT_8 = (
    CAMT.replace("053.001.02", "053.001.08")
    .replace("<Sts>BOOK</Sts>", "<Sts><Cd>BOOK</Cd></Sts>")
    .replace("<Sts>PDNG</Sts>", "<Sts><Cd>PDNG</Cd></Sts>")
    .replace("<Dbtr><Nm>ACME</Nm></Dbtr>", "<Dbtr><Pty><Nm>ACME</Nm></Pty></Dbtr>")
)
CAMT_52 = CAMT.replace("camt.053", "camt.052").replace("BkToCstmrStmt", "BkToCstmrAcctRpt")
CAMT_52 = CAMT_52.replace("Stmt>", "Rpt>")
CAMT_54 = CAMT_52.replace("camt.052", "camt.054").replace(
    "BkToCstmrAcctRpt", "BkToCstmrDbtCdtNtfctn"
)
CAMT_54 = re.sub("<Bal>.*?</Bal>", "", CAMT_54.replace("Rpt>", "Ntfctn>"))
MONTH = {"-14.40", "1200.00", "-6.00"}


def read(root: Path, content: str | bytes, name: str = "releve.csv") -> Statement:
    """Return the one statement of a file."""
    path = root / "data" / "banque" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (found,) = statements(root, Limits())
    return found


def refusal(root: Path, content: str | bytes, name: str = "releve.csv") -> str:
    """Return what is said of a file that is refused."""
    with pytest.raises(BadData) as bad:
        read(root, content, name)
    return "\n".join(f"{one} | {one.shown}" for one in bad.value.errors).replace("\u202f", " ")


def amounts(statement: Statement) -> list[str]:
    return [f"{movement.amount:.2f}" for movement in statement.movements]


@pytest.mark.parametrize(
    ("name", "content", "closing"),
    [
        ("a.csv", sample("entete-solde.csv"), None),
        ("a.csv", sample("entete-francs.csv"), "2894.40"),
        ("a.csv", sample("entete-compte.csv"), None),
        ("a.csv", sample("pied-solde.csv"), "2894.40"),
        ("a.csv", FRENCH, "2894.40"),
        ("a.csv", FRENCH.encode("latin-1"), "2894.40"),
        ("a.csv", FRENCH.encode("utf-16"), "2894.40"),
        ("a.csv", SIGNED, None),
        ("a.csv", RUNNING, "2894.40"),
        ("a.txt", RUNNING, "2894.40"),
        ("qonto.csv", QONTO, "2894.40"),
        ("qonto.csv", QONTO_ENGLISH, None),
        ("shine.csv", SHINE, None),
        ("revolut.csv", REVOLUT, "2900.40"),
        ("revolut.csv", REVOLUT_BUSINESS, "2900.40"),
        ("stripe.csv", STRIPE, None),
        ("a.ofx", OFX_SGML.encode("cp1252"), "2894.40"),
        ("a.ofx", OFX_XML, "2894.40"),
        ("a.xml", CAMT, "2894.40"),
        ("a.xml", CAMT_8, "2894.40"),
        ("a.xml", CAMT_52, "2894.40"),
        ("a.xml", CAMT_54, None),
        ("a.csv", sample("bnp.csv").encode("latin-1"), None),
        ("a.csv", sample("credit-agricole.csv").encode("cp1252"), "2894.40"),
        ("a.csv", sample("cic.csv").encode("iso-8859-15"), "2894.40"),
        ("a.csv", sample("caisse-epargne.csv"), None),
        ("a.csv", sample("boursobank.csv").encode("utf-8-sig"), None),
        ("a.csv", sample("shine-solde.csv").encode("cp1252"), "2894.40"),
        ("a.csv", sample("n26.csv"), None),
        ("a.csv", sample("n26-fr.csv"), None),
        ("a.csv", sample("wise.csv"), "2894.40"),
        ("a.csv", sample("paypal.csv"), "1900.40"),
        ("a.csv", sample("paypal-fr.csv"), "2900.40"),
        ("a.csv", sample("revolut-total.csv"), "2900.40"),
        ("a.csv", sample("stripe-detail.csv"), None),
        ("a.csv", sample("lcl.csv"), "2894.40"),
        ("a.csv", sample("sans-titres.csv"), None),
        ("a.csv", sample("sans-titres-solde.csv"), "2894.40"),
        ("a.qif", sample("compte.qif"), None),
        ("a.qif", sample("virgule.qif").encode("cp1252"), None),
        ("a.sta", sample("releve.sta"), "2894.40"),
        ("a.txt", sample("releve.sta"), "2894.40"),
    ],
)
def test_a_format_is_read_to_the_cent(
    tmp_path: Path, name: str, content: str | bytes, closing: str | None
) -> None:
    found = read(tmp_path, content, name)
    seen = set(amounts(found))
    assert "-6.00" in seen
    assert {"1200.00", "1206.00"} & seen
    assert ("-14.40" in seen) != ("-1194.00" in seen)
    assert all(move.date.isoformat().startswith("2020-03") for move in found.movements)
    received = next(move for move in found.movements if move.amount > 100)
    assert received.date.isoformat() == "2020-03-12"
    assert "ACME" in received.label
    assert "F-2020-03" in received.label
    assert found.closing is None if closing is None else found.closing is not None
    if closing is not None and found.closing is not None:
        assert found.closing.amount == Decimal(closing)
        assert found.before is not None
        assert found.before + found.total == Decimal(closing)


def test_the_account_is_its_number_else_its_folder(tmp_path: Path) -> None:
    assert read(tmp_path / "a", FRENCH).account == "00012345678"
    assert read(tmp_path / "b", OFX_SGML, "a.ofx").account == "00012345678"
    assert read(tmp_path / "c", CAMT, "a.xml").account == "FR7630004000010001234567843"
    for number, (name, account) in enumerate(
        {
            "entete-solde": "12345678901",
            "entete-francs": "1234567A020",
            "entete-compte": "0000012345",
            "pied-solde": "04123456789",
        }.items()
    ):
        assert read(tmp_path / str(number), sample(f"{name}.csv")).account == account
    assert read(tmp_path / "d", SHINE, "shine/a.csv").account == "shine"
    assert read(tmp_path / "e", SHINE).account == "compte"


def test_what_has_not_moved_is_left_out_and_counted(tmp_path: Path) -> None:
    assert read(tmp_path / "a", QONTO).left == 1
    assert read(tmp_path / "b", REVOLUT).left == 1
    assert read(tmp_path / "c", CAMT, "a.xml").left == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (RUNNING.replace("2900,40", "2901,40"), "solde qui ne suit pas"),
        (FRENCH.replace("14,40", "quatorze"), "montant illisible"),
        (FRENCH.replace("12/03/2020;13", "32/03/2020;13"), "date illisible"),
        (FRENCH.replace(";-14,40;", ";;"), "ligne sans montant"),
        (SIGNED.replace("1.200,00", "1.200"), "montant illisible"),
        (QONTO.replace("Refusé", "Peut-être"), "statut inconnu"),
        (QONTO.replace("1200,00;2900,40;EUR", "1200,00;2900,40;USD"), "une autre devise"),
        (QONTO_ENGLISH.replace("Reference", "Fee").replace("F-2020-03", "2.00"), "frais peut-être"),
        ("Date;Libellé;Crédit\n05/03/2020;A;5,00\n", "ne nomme une date et un montant"),
        ("Nom;Prénom\nUn;Deux\n", "ne nomme une date et un montant"),
        ("", "fichier vide"),
    ],
)
def test_what_is_not_understood_is_refused_with_its_place(
    tmp_path: Path, content: str, said: str
) -> None:
    found = refusal(tmp_path, content)
    assert said in found
    assert "data/banque/releve.csv" in found


@pytest.mark.parametrize("above", [1, 2])
def test_movements_above_the_titles_are_refused_each_at_its_date(
    above: int, tmp_path: Path
) -> None:
    """A sort that takes the titles with it puts them anywhere, at the end as well."""
    title, *rows = "Date;Libellé;Débit;Crédit", "03/02/2020;A;;1200,00", "05/02/2020;B;310,00;"
    said = refusal(tmp_path, "\n".join((*rows[:above], title, *rows[above:], "")))
    assert said.count("mouvement au-dessus des titres") == above
    assert "cellule A1 " in said
    assert ("cellule A2 " in said) is (above == 2)


def test_a_balance_and_a_period_above_the_titles_are_no_movements(tmp_path: Path) -> None:
    text = (
        "Période;01/02/2020;29/02/2020;\nSolde au;31/01/2020;;100,00\n01/02/2020;;;\n"
        "31/01/2020;Ancien solde;;100,00\n"
        "Date;Libellé;Débit;Crédit\n03/02/2020;A;;1200,00\n"
    )
    assert amounts(read(tmp_path, text)) == ["1200.00"]


def test_a_debit_may_be_signed_or_not(tmp_path: Path) -> None:
    assert set(amounts(read(tmp_path, FRENCH))) == MONTH


def test_american_dates_are_decided_for_the_whole_file(tmp_path: Path) -> None:
    text = "Date,Description,Amount\n03/05/2020,OVH,-14.40\n03/31/2020,ACME,1200.00\n"
    days = [move.date.isoformat() for move in read(tmp_path, text).movements]
    assert days == ["2020-03-05", "2020-03-31"]
    assert "date illisible" in refusal(tmp_path, text + "31/03/2020,ACME,1.00\n")


def test_the_label_of_a_payment_is_no_balance(tmp_path: Path) -> None:
    text = "Date;Libellé;Montant\n05/03/2020;Solde facture F-12;1200,00\n"
    found = read(tmp_path, text)
    assert amounts(found) == ["1200.00"]
    assert found.closing is None


@pytest.mark.parametrize("name", ["releve.docm", "releve.zip"])
def test_another_kind_of_file_is_refused(tmp_path: Path, name: str) -> None:
    assert "exporter" in refusal(tmp_path, "PK", name)


def test_papers_are_passed_over(tmp_path: Path) -> None:
    read(tmp_path, FRENCH)
    (tmp_path / "data" / "banque" / "releve.pdf").write_bytes(b"%PDF")
    assert len(statements(tmp_path, Limits())) == 1


def test_a_balance_of_the_day_of_the_export_is_not_that_of_the_last_movement(
    tmp_path: Path,
) -> None:
    """Its head says that the movements stop before; where it does not say so, it is believed."""
    text = sample("entete-solde.csv")
    assert read(tmp_path / "a", text).closing is None
    found = read(tmp_path / "b", text.replace("entre le 01/01/2020 et le 31/03/2020", ""))
    assert found.closing is not None
    assert found.closing.amount == Decimal("2894.40")


def test_an_empty_row_is_no_movement(tmp_path: Path) -> None:
    rows = "05/03/2020;A;5,00\n\n; ;\n06/03/2020;B;6,00\n"
    assert amounts(read(tmp_path, f"Date;Libellé;Montant\n{rows}")) == ["5.00", "6.00"]


def test_the_words_of_a_movement_are_in_the_order_of_the_file(tmp_path: Path) -> None:
    found = read(tmp_path, "Date;Motif;Libellé;Montant\n05/03/2020;F-12;VIR ACME;5,00\n")
    assert found.movements[0].label == "F-12 VIR ACME"


def test_a_balance_of_a_day_before_the_first_movement_is_the_one_before(tmp_path: Path) -> None:
    found = read(
        tmp_path, "Solde au 31/12/2019;100,00\n\nDate;Libellé;Montant\n05/01/2020;A;-5,00\n"
    )
    assert (found.opening is not None, found.closing, found.before) == (True, None, 100)


def test_of_the_balances_of_each_month_the_first_and_the_last_stand_around(tmp_path: Path) -> None:
    months = (
        "Ancien solde;;100,00\n05/01/2020;A;-5,00\nNouveau solde;;95,00\n"
        "Ancien solde;;95,00\n05/02/2020;B;10,00\nNouveau solde;;105,00\n"
    )
    found = read(tmp_path, f"Date;Libellé;Montant\n{months}")
    assert found.opening is not None
    assert found.closing is not None
    assert (found.opening.amount, found.closing.amount, len(found.movements)) == (100, 105, 2)


def test_a_file_of_several_accounts_is_as_many_statements(tmp_path: Path) -> None:
    path = tmp_path / "data" / "banque" / "a.csv"
    path.parent.mkdir(parents=True)
    head = "Date;Libellé;Montant;Solde;IBAN\n"
    rows = "05/03/2020;OVH;-14,40;85,60;FR1\n05/03/2020;ACME;10,00;510,00;FR2\n"
    path.write_text(head + rows, encoding="utf-8")
    found = {one.account: one.before for one in statements(tmp_path, Limits())}
    assert found == {"FR1": Decimal(100), "FR2": Decimal(500)}
    path.write_text(head + rows.replace("FR2", ""), encoding="utf-8")
    with pytest.raises(BadData, match="ne suit pas"):
        statements(tmp_path, Limits())


CLOSED = re.sub(r"<(TRNAMT|NAME|MEMO|ACCTID)>([^<\n]+)", r"<\1>\2</\1>", OFX_SGML)
"""An OFX of the first version whose leaves are closed as in XML."""


def test_an_ofx_of_the_first_version_may_close_its_leaves(tmp_path: Path) -> None:
    whole, closed = (
        read(tmp_path / name, text, "a.ofx") for name, text in (("a", OFX_SGML), ("b", CLOSED))
    )
    assert closed.movements == whole.movements
    assert (closed.account, closed.before) == (whole.account, whole.before)


@pytest.mark.parametrize("text", [OFX_SGML, OFX_XML])
def test_an_ofx_of_several_accounts_is_as_many_statements(tmp_path: Path, text: str) -> None:
    path = tmp_path / "data" / "banque" / "a.ofx"
    path.parent.mkdir(parents=True)
    start, end = text.index("<STMTTRNRS>"), text.index("</BANKMSGSRSV1>")
    other = text[start:end].replace("00012345678", "00098765432").replace("1200.00", "1300.00")
    path.write_text(text[:end] + other + text[end:], encoding="utf-8")
    first, second = statements(tmp_path, Limits())
    assert (first.account, second.account) == ("00012345678", "00098765432")
    assert second.total == first.total + 100


def test_a_fee_that_the_amount_or_the_balance_holds_already_is_no_movement(tmp_path: Path) -> None:
    rows = "05/03/2020;A;100,00;2,00;{}\n06/03/2020;B;10,00;1,00;{}\n"
    text = f"Date;Libellé;Montant;Frais;Solde\n{rows}"
    taken = read(tmp_path / "a", text.format("198,00", "207,00"))
    assert sorted(amounts(taken)) == ["-1.00", "-2.00", "10.00", "100.00"]
    held = read(tmp_path / "b", text.format("198,00", "208,00"))
    assert amounts(held) == ["100.00", "10.00"]
    unknown = refusal(
        tmp_path / "c", text.replace(";Solde", "").replace(";{}", "").replace("2,00", "", 1)
    )
    assert "cellule C3 : frais peut-être déjà comptés" in unknown


def test_a_wrong_balance_of_a_file_from_the_last_day_is_told_at_its_row(tmp_path: Path) -> None:
    rows = ("08/03/2020;D;4,00;110,00", "07/03/2020;C;3,00;107,00", "06/03/2020;B;2,00;103,00")
    text = "\n".join(("Date;Libellé;Montant;Solde", *rows, "05/03/2020;A;1,00;101,00", ""))
    said = refusal(tmp_path, text)
    assert said.count("solde qui ne suit pas") == 2
    assert "cellule C2" in said
    assert "cellule C3" in said


def test_the_movements_of_a_day_may_go_from_the_last_to_the_first(tmp_path: Path) -> None:
    rows = ("05/03/2020;C;3,00;106,00", "05/03/2020;B;2,00;103,00", "05/03/2020;A;1,00;101,00")
    found = read(tmp_path, "\n".join(("Date;Libellé;Montant;Solde", *rows, "")))
    assert amounts(found) == ["1.00", "2.00", "3.00"]


HEAD = ("Date", "Libellé", "Débit", "Crédit", "Solde")
SHEET: Rows = [
    ("Compte n°", "00012345678"),
    (),
    HEAD,
    (dt.date(2020, 3, 5), "PRLV OVH SAS", 14.4, None, 1700.4),
    (dt.datetime(2020, 3, 12, 9, 12), "VIR ACME F-2020-03", None, 1200, 2900.4),  # noqa: DTZ001  # as a sheet has it
    ("31/03/2020", "FRAIS", "6,00", None, 2894.4),
]


def sheets(root: Path, found: dict[str, Rows], name: str = "a.xlsx") -> Path:
    path = root / "data" / "banque" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    workbook(path, found)
    return root


def test_a_workbook_is_read_as_a_csv(tmp_path: Path) -> None:
    note: Rows = [("Export du", dt.date(2020, 4, 1))]
    (found,) = statements(sheets(tmp_path, {"Notes": note, "Opérations": SHEET}), Limits())
    assert (found.account, found.before) == ("00012345678", Decimal("1714.80"))
    assert [str(one.amount) for one in found.movements] == ["-14.4", "1200", "-6.00"]
    assert found.movements[1].date == dt.date(2020, 3, 12)
    assert str(found.movements[1].place) == "data/banque/a.xlsx, feuille « Opérations », cellule C5"


def test_an_open_document_is_read_as_a_csv(tmp_path: Path) -> None:
    rows: Rows = [
        ("Date", "Libellé", "Montant"),
        ("2020-03-05", "OVH", -14.4),
        ("2020-03-12", "ACME", 7),
    ]
    content = ods("".join(ods_row(*row) for row in rows))
    assert amounts(read(tmp_path, content, "a.ods")) == ["-14.40", "7.00"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("Nom", "Prénom"), ("Un", "Deux")], "aucune feuille"),
        ([*SHEET[:4], (dt.date(2020, 3, 12), "VIR ACME", None, 1200.005, 2900.4)], "illisible"),
        ([*SHEET[:4], (dt.date(2020, 3, 12), "VIR ACME", None, 1200, 2901.4)], "ne suit pas"),
        ([*SHEET[:4], ("le 12", "VIR ACME", None, 1200, 2900.4)], "date illisible"),
    ],
)
def test_a_workbook_that_is_not_understood_is_refused_with_its_cell(
    tmp_path: Path, rows: Rows, said: str
) -> None:
    with pytest.raises(BadData, match=said) as bad:
        statements(sheets(tmp_path, {"Feuille": rows}), Limits())
    assert "data/banque/a.xlsx" in str(bad.value)


def test_a_workbook_of_another_currency_is_refused(tmp_path: Path) -> None:
    path = sheets(tmp_path, {"Feuille": SHEET}) / "data" / "banque" / "a.xlsx"
    book = load_workbook(path)
    book["Feuille"]["D5"].number_format = '#,##0.00 "$"'
    book.save(path)
    with pytest.raises(BadData, match="autre unité"):
        statements(tmp_path, Limits())


AMBIGUOUS = "Date,Description,Amount\n03/05/2020,OVH,-14.40\n{},ACME,1200.00\n"


@pytest.mark.parametrize(
    ("dates", "found"),
    [
        ("04/05/2020", None),
        ("03/13/2020", "2020-03-05"),
        ("13/05/2020", "2020-05-03"),
        ("03-04-2020", None),
        ("03/07/2020,A,1.00\n04/02/2020,B,1.00\n05/01/2020", "2020-03-05"),
        ("07/04/2020,A,1.00\n06/03/2020", "2020-03-06"),
        ("07/05/2020,A,1.00\n02/06/2020,B,1.00\n01/07/2020", "2020-05-03"),
        ("04/05/2020,A,1.00\n05/05/2020,B,1.00\n06/05/2020", None),
    ],
)
def test_the_order_of_english_dates_is_seen_or_asked(
    tmp_path: Path, dates: str, found: str | None
) -> None:
    text = AMBIGUOUS.format(dates)
    if found is None:
        said = refusal(tmp_path, text)
        assert "de deux façons" in said
        assert 'mois_avant_jour = ["releve.csv"]' in said
        assert "cellule A2" in said
    else:
        assert read(tmp_path, text).movements[0].date.isoformat() == found


def test_the_owner_says_the_order_of_the_dates(tmp_path: Path) -> None:
    text = AMBIGUOUS.format("04/05/2020")
    path = tmp_path / "data" / "banque" / "releve.csv"
    path.parent.mkdir(parents=True)
    for content, name in ((text, "a.csv"), ("!Type:Bank\nD03/05/2020\nT-14.40\n^\n", "a.qif")):
        path.unlink(missing_ok=True)
        path = path.with_name(name)
        path.write_text(content, encoding="utf-8")
        with pytest.raises(BadData, match="de deux façons"):
            statements(tmp_path, Limits())
        for orders, day in (
            (Orders(month_first=[name]), "2020-03-05"),
            (Orders(day_first=[name]), "2020-05-03"),
            (Orders(day_first=[f"data/banque/{name}"]), "2020-05-03"),
        ):
            (found,) = statements(tmp_path, Limits(), orders)
            assert found.movements[0].date.isoformat() == day


@pytest.mark.parametrize(
    "text",
    [
        AMBIGUOUS.format("04/05/2020").replace("Description", "Libellé"),
        AMBIGUOUS.format("04.05.2020").replace("/", "."),
        AMBIGUOUS.format("04/05/2020").replace("-14.40", '"-14,40"'),
        AMBIGUOUS.format("05/05/2020").replace("03/05", "03/03"),
        "03/05/2020;OVH;-14,40\n04/05/2020;ACME;1200,00\n",
    ],
)
def test_dates_of_france_are_read_without_a_question(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text).movements[0].date.day == 3


def test_an_empty_element_says_nothing(tmp_path: Path) -> None:
    """The number of an account that has no IBAN, the date of value of what has no other."""
    text = CAMT.replace("<IBAN>FR76", "<IBAN/><Othr><Id>FR76").replace("</IBAN>", "</Id></Othr>")
    text = text.replace("</BookgDt>", "</ValDt>")
    text = text.replace("<BookgDt>", "<BookgDt><Dt/></BookgDt><ValDt>")
    found = read(tmp_path, text, "releve.xml")
    assert found == read(tmp_path, CAMT, "releve.xml")


@pytest.mark.parametrize("down", [False, True])
def test_movements_are_read_from_the_oldest_on_even_those_of_a_day(
    tmp_path: Path, *, down: bool
) -> None:
    rows = ["05/03/2020;OVH;-14,40\n", "12/03/2020;ACME;1200,00\n", "12/03/2020;BUIS;90,00\n"]
    found = read(tmp_path, "Date;Libellé;Montant\n" + "".join(rows[::-1] if down else rows))
    assert amounts(found) == ["-14.40", "1200.00", "90.00"]


LCL = sample("lcl.csv")
BARE = sample("sans-titres.csv")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (sample("sans-titres-solde.csv").replace("2900,40", "2900,50"), "ne nomme une date"),
        (BARE.replace(";14,40;", ";14,40;12,00"), "ne nomme une date"),
        (BARE.replace("PRLV OVH SAS", "").replace("FRAIS TENUE DE COMPTE", ""), None),
        ("05/03/2020;OVH;14,40\n12/03/2020;ACME;1200,00\n", "ne nomme une date"),
        ("05/03/2020;OVH;-14\n12/03/2020;ACME;1200\n", "ne nomme une date"),
        ("05/03/2020;-14,40\n12/03/2020;1200,00\n", "ne nomme une date"),
        ("05/03/2020;OVH;12,00;12,00\n12/03/2020;ACME;20,00;32,00\n", "ne nomme une date"),
        ("05/03/2020;OVH;-14,40\nmars;ACME;1200,00\n", "ne nomme une date"),
        ("05/03/2020;OVH;-14,40;12,50\n12/03/2020;ACME;1200,00;10,00\n", "ne nomme une date"),
    ],
)
def test_a_file_without_headings_is_read_where_its_columns_are_certain(
    tmp_path: Path, text: str, said: str | None
) -> None:
    if said is None:
        assert len(read(tmp_path, text).movements) == 3
    else:
        assert said in refusal(tmp_path, text)


def test_the_balances_of_a_file_without_headings_are_no_movements(tmp_path: Path) -> None:
    found = read(tmp_path, LCL)
    assert (found.account, found.before) == ("01234123456A", Decimal("1714.80"))
    assert len(found.movements) == 3
    first, rest = LCL.split("\n", 1)
    day, balance, _, number = first.split(";")
    other = read(tmp_path / "a", f"{day};{number[:-1].replace(' ', '')};{balance};\n{rest}")
    assert (other.account, other.before) == ("01234123456", Decimal("1714.80"))
    (tmp_path / "data" / "banque" / "releve.csv").write_text(LCL.replace("2894,4", "2895,4"))
    with pytest.raises(BadData, match="ne suit pas"):
        accounts(statements(tmp_path, Limits()))
    side = "05/03/2020;OVH;14,40;D\n12/03/2020;ACME;1200,00;C\n"
    assert amounts(read(tmp_path / "b", side)) == ["-14.40", "1200.00"]


def test_the_number_of_another_party_is_no_account(tmp_path: Path) -> None:
    for rank, name in enumerate(("shine-solde", "n26-fr")):
        assert read(tmp_path / str(rank), sample(f"{name}.csv")).account == "compte"


@pytest.mark.parametrize(
    "heading",
    ["Created (UTC),Amount,Fee,Amount Refunded", "Created (UTC),Amount,Status,Arrival Date (UTC)"],
)
def test_a_list_of_payments_is_no_statement(tmp_path: Path, heading: str) -> None:
    said = refusal(tmp_path, f"id,{heading}\n1,2020-03-12,1200.00,,\n")
    assert "liste de paiements" in said


def test_a_payment_that_the_bank_sends_back_says_so(tmp_path: Path) -> None:
    back = CAMT.replace("<Sts>BOOK</Sts>", "<RvslInd>true</RvslInd><Sts>BOOK</Sts>")
    assert {one.nature for one in read(tmp_path / "a", back, "a.xml").movements} == {"reversal"}
    text = sample("releve.sta").replace("0312C1200,", "0312RD1200,")
    moves = read(tmp_path / "b", text, "a.sta").movements
    assert [(one.nature, str(one.amount)) for one in moves if one.amount > 0] == [
        ("reversal", "1200")
    ]


def test_a_qif_of_several_accounts_is_as_many_statements(tmp_path: Path) -> None:
    path = tmp_path / "data" / "banque" / "a.qif"
    path.parent.mkdir(parents=True)
    other = "!Account\nNLivret\n^\n!Type:Bank\nD13/03/2020\nT5,00\nPINTERETS\n^\n"
    lists = "!Type:Cat\nNRevenus\nI\n^\n"
    path.write_text(lists + sample("compte.qif") + other, encoding="utf-8")
    found = {one.account: one for one in statements(tmp_path, Limits())}
    assert set(found) == {"00012345678", "Livret"}
    assert found["00012345678"].before == Decimal("1714.80")
    assert amounts(found["Livret"]) == ["5.00"]


@pytest.mark.parametrize(
    "name",
    [
        *("bnp.csv", "credit-agricole.csv", "cic.csv", "caisse-epargne.csv", "boursobank.csv"),
        *("shine-solde.csv", "n26.csv", "n26-fr.csv", "wise.csv", "paypal.csv", "paypal-fr.csv"),
        *("revolut-total.csv", "stripe-detail.csv", "lcl.csv", "sans-titres.csv", "compte.qif"),
        *("sans-titres-solde.csv", "virgule.qif", "releve.sta", "camt-053.xml", "xml.ofx"),
    ],
)
def test_a_file_exported_twice_counts_once(tmp_path: Path, name: str) -> None:
    first = read(tmp_path, sample(name), name)
    path = tmp_path / "data" / "banque" / f"encore-{name}"
    path.write_text(sample(name), encoding="utf-8")
    (account,) = accounts(statements(tmp_path, Limits()))
    assert account.movements == first.movements
    assert account.repeated == len(first.movements)


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("cic.csv", ";2900,40", ";2900,50"),
        ("wise.csv", ",2900.40", ",2900.50"),
        ("paypal.csv", "2,900.40", "2,900.50"),
        ("shine-solde.csv", '"2900,40"', '"2900,50"'),
        ("revolut-total.csv", "2900.40", "2900.50"),
        ("releve.sta", "EUR2894,40", "EUR2894,50"),
        ("lcl.csv", "1714,80", "1714,90"),
    ],
)
def test_a_balance_that_does_not_follow_is_refused_in_every_format(
    tmp_path: Path, name: str, good: str, bad: str
) -> None:
    text = sample(name)
    assert good in text
    path = tmp_path / "data" / "banque" / name
    path.parent.mkdir(parents=True)
    path.write_text(text.replace(good, bad), encoding="utf-8")
    with pytest.raises(BadData, match="ne suit pas"):
        accounts(statements(tmp_path, Limits()))


def test_a_sheet_and_a_text_of_one_account_that_overlap_count_once(tmp_path: Path) -> None:
    sheets(tmp_path, {"Mars": SHEET})
    rows = "\n".join(";".join("" if x is None else str(x) for x in row) for row in SHEET[:2])
    text = (
        f"{rows}\n{';'.join(HEAD)}\n31/03/2020;FRAIS;6,00;;2894,40\n03/04/2020;CB;4,40;;2890,00\n"
    )
    (tmp_path / "data" / "banque" / "avril.csv").write_text(text, encoding="utf-8")
    (account,) = accounts(statements(tmp_path, Limits()))
    assert len(account.movements) == 4
    assert account.balance(account.days[1]) == Decimal("2890.00")
