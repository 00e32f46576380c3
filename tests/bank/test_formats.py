"""Each format of a statement, as banks and services export it, read to the cent."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from reporter.bank.files import statements
from reporter.bank.statement import Statement
from reporter.errors import BadData
from reporter.settings.reading import Limits

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


@pytest.mark.parametrize("name", ["releve.xlsx", "releve.qif", "releve.zip"])
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
