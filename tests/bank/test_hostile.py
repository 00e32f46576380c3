"""Statements made to harm: refused within the bounds of workbooks, and soon."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reporter.bank.files import statements
from reporter.errors import BadData
from reporter.settings.reading import Limits
from tests.bank.test_formats import CAMT, CAMT_54, OFX_SGML, OFX_XML, refusal, sample
from tests.sources import hostile

ENTITY = (
    '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
)
DEEP = 100_000
MT940, QIF = sample("releve.sta"), sample("compte.qif")


def declared(text: str) -> str:
    head, _, rest = text.partition("?>\n")
    return f"{head}?>\n{ENTITY}\n{rest}"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.xml", declared(CAMT)),
        ("a.ofx", declared(OFX_XML)),
        ("a.ofx", OFX_SGML.replace("<OFX>", f"{ENTITY}<OFX>")),
        ("a.xml", CAMT.replace("<Stmt>", "<Stmt>" + "<a>" * DEEP)),
        ("a.ofx", OFX_SGML.replace("<BANKTRANLIST>", "<BANKTRANLIST>" * DEEP)),
        ("a.ofx", OFX_XML.replace("<BANKTRANLIST>", "<a>" * DEEP)),
        ("a.xml", CAMT.replace("<Id>1</Id>", f"<Id a='{'x' * 2_000_000}'>1</Id>")),
        ("a.xml", CAMT.replace("<Id>1</Id>", "".join(f"<n{n}/>" for n in range(20_000)))),
        ("a.xml", CAMT[:-40]),
        ("a.ofx", OFX_XML[:-40]),
        ("a.xml", CAMT.encode("utf-16").decode("latin-1")),
        ("a.xml", "<html><body>Bonjour</body></html>"),
        ("a.xml", "<?xml version='1.0'?><autre/>"),
        ("a.xml", "<Document>" + "<Stmt></Stmt>" * 3000 + "</Document>"),
        ("a.xml", declared(CAMT_54)),
        ("a.sta", MT940.replace("14,40", "9" * 5000)),
        ("a.sta", MT940.replace("D14,40", "X14,40")),
        ("a.sta", MT940.replace("2003050305", "2013320305")),
        ("a.sta", MT940.replace("0305D", "1332D")),
        ("a.sta", MT940.replace("EUR2894,40", "USD2894,40")),
        ("a.sta", MT940.replace("EUR2894,40", "EUR,,")),
        ("a.sta", MT940 + ":20:X\n:25:1\n" * 3000),
        ("a.qif", QIF.replace("T-14.40", "T1e999")),
        ("a.qif", QIF.replace("T-14.40", "T1,234")),
        ("a.qif", QIF.replace("D05/03/2020", "D05/99/2020")),
        ("a.qif", QIF.replace("!Type:Bank", "!Type:Invst")),
        ("a.qif", "!Type:Bank\n" + "^\n" * 10_000),
        ("a.qif", "!Type:Bank\n" + "S" * 3_000_000),
        ("a.xlsx", b"PK\x03\x04".decode("latin-1") + "x" * 1000),
        ("a.xls", "texte"),
        ("a.ofx", OFX_SGML.replace("-14,40", "1e999")),
        ("a.ofx", OFX_SGML.replace("<CURDEF>EUR", "<CURDEF>USD")),
        ("a.xml", CAMT.replace('"EUR">14.40', '"USD">14.40')),
        ("a.xml", CAMT.replace("DBIT", "AUTRE")),
        ("a.csv", "Date;Libellé;Montant\n05/03/2020;\x00;" + "9" * 5000 + "\n"),
        ("a.csv", b"\x00\x01\x02\xff\xfe".decode("latin-1") * 100),
    ],
)
def test_a_hostile_statement_is_refused_by_its_name(
    tmp_path: Path, name: str, content: str
) -> None:
    assert f"data/banque/{name}" in refusal(tmp_path, content, name)


def test_a_statement_is_bound_by_the_size_of_a_book(tmp_path: Path) -> None:
    path = tmp_path / "data" / "banque" / "a.ofx"
    path.parent.mkdir(parents=True)
    path.write_text(OFX_SGML, encoding="utf-8")
    with pytest.raises(BadData, match="trop grand"):
        statements(tmp_path, Limits(size=100))


def test_a_link_out_of_the_folder_to_a_device_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "data" / "banque" / "a.ofx"
    path.parent.mkdir(parents=True)
    path.symlink_to("/dev/zero")
    with pytest.raises(BadData, match="pas un fichier"):
        statements(tmp_path, Limits())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.xlsx", lambda: hostile.bomb(40_000_000)),
        ("a.xlsx", lambda: hostile.lying_bomb(40_000_000)),
        ("a.xls", hostile.encrypted),
        ("a.ods", hostile.repeated_cells),
        ("a.xlsx", lambda: hostile.xlsx(hostile.sheet(start=hostile.LAUGHS))),
    ],
    ids=["bomb", "lying bomb", "encrypted", "repeated", "laughs"],
)
def test_a_hostile_workbook_is_refused_as_books_are(
    tmp_path: Path, name: str, content: Callable[[], bytes]
) -> None:
    path = tmp_path / "data" / "banque" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(content())
    with pytest.raises(BadData, match=f"data/banque/{name}"):
        statements(tmp_path, Limits(content=10_000_000))
