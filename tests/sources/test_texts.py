"""CSV and TSV files as banks, tools and spreadsheets write them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from reporter.errors import BadData
from reporter.settings.reading import Limits, Rules
from reporter.sources.grids.text_files import NotText, decoded
from reporter.sources.reading import read


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "iso-8859-15"]
)
def test_encodings(encoding: str) -> None:
    text = "Libellé;Montant\r\nHôtel à Évry;12,50 €\r\n"
    assert decoded(text.encode(encoding)) == text


def test_a_file_whose_lines_are_not_encoded_alike() -> None:
    """A header in UTF-8 above rows in cp1252: each line is read as it was written."""
    data = "Libellé;Catégorie\n".encode() + "Œuvre à 5 €;dépôt\n".encode("cp1252")
    assert decoded(data) == "Libellé;Catégorie\nŒuvre à 5 €;dépôt\n"
    data = "À payer\n".encode() + "cinq €\n".encode("iso-8859-15")
    assert decoded(data) == "À payer\ncinq €\n"


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)),
        b"\x00\x01\x02\x03" * 9,
        b"\xff\xfe\x00",
        b"a\x81",
        *(
            "Libellé;1\0;2".encode(name)
            for name in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")
        ),
    ],
)
def test_what_is_no_text(data: bytes) -> None:
    with pytest.raises(NotText):
        decoded(data)


def amounts(root: Path, text: str, name: str = "dépenses.csv") -> list[Decimal]:
    (root / "data").mkdir(exist_ok=True)
    (root / "data" / name).write_bytes(text.encode())
    return [line.amount for line in read(root).activity.expenses]


@pytest.mark.parametrize(
    "text",
    [
        "Date;Libellé;HT\n31/03/2020;Train;1 234,56\n",
        "Date;Libellé;HT\r\n31/03/2020;Train;1234.56\r\n",
        'Date,Libellé,HT\n2020-03-31,Train,"1234,56"\n',
        'Date,Libellé,HT\n2020-03-31,"Train, aller",1234.56\n',
        "Date\tLibellé\tHT\n31/03/2020\tTrain, avion; bus\t1234,56\n",
        "Date|Libellé|HT\n31/03/2020|Train|1234,56\n",
        "sep=|\nDate|Libellé|HT\n31/03/2020|a;b;c;d;e;f;g;h|1234,56\n",
        "Compte 123;;\nSolde au 31/12 : 12,00;;\n\nDate;Libellé;HT\n31/03/2020;Train;1234,56 €\n",
        'Date;Libellé;HT\n31/03/2020;"Train\nretour";1 234,56\n',
    ],
)
def test_delimiters_marks_and_lines_above_the_header(text: str, tmp_path: Path) -> None:
    assert amounts(tmp_path, text) == [Decimal("1234.56")]


def test_both_decimal_marks_in_one_file(tmp_path: Path) -> None:
    text = "Date;Libellé;HT\n31/03/2020;A;12,5\n31/03/2020;B;12.5\n31/03/2020;C;0,125\n"
    assert amounts(tmp_path, text) == [Decimal("12.5"), Decimal("12.5"), Decimal("0.13")]


def test_cells_have_the_addresses_that_a_spreadsheet_gives_them(tmp_path: Path) -> None:
    with pytest.raises(BadData) as caught:
        amounts(tmp_path, "sep=;\nBanque;;\nDate;Libellé;HT\n31/03/2020;Train;douze\n")
    assert [error.place.cell for error in caught.value.errors] == ["C4"]


@pytest.mark.parametrize("limits", [Limits(rows=2), Limits(cells=5)])
def test_the_limits_hold_for_texts(limits: Limits, tmp_path: Path) -> None:
    amounts(tmp_path, "Date;Libellé;HT\n31/03/2020;Train;1\n31/03/2020;Train;2\n")
    with pytest.raises(BadData, match="trop grand"):
        read(tmp_path, Rules(limits=limits))


@pytest.mark.parametrize(
    "name", ["dépenses 2020.csv", "Achats-mars.tsv", "2020/03/frais.csv", "2020.csv"]
)
def test_a_file_is_known_by_its_name_like_a_sheet(name: str, tmp_path: Path) -> None:
    (tmp_path / "data" / name).parent.mkdir(parents=True)
    assert amounts(tmp_path, "Date;Libellé;HT\n31/03/2020;Train;1\n", name) == [1]
