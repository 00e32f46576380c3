"""Hostile and broken files: read right, or refused in French with the file named."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from time import perf_counter, process_time

import pytest

from reporter.errors import BadData, BilanError
from reporter.settings.reading import Limits, Rules
from reporter.sources.grids import workbooks
from reporter.sources.grids.archives import Archive, Unsafe
from reporter.sources.grids.inspection import inspect_xlsx
from reporter.sources.reading import Reading, read
from tests.sources import hostile
from tests.sources.hostile import GOOD, HEADER, good, ods, ods_row, sheet, xlsb, xlsx

ROOT = Path(__file__).parents[2]
BROKEN = "formule sans valeur calculée"
PROTECTED = (hostile.FILES / "protege.xls").read_bytes()
MILLION = "x" * 1_000_000
REF, FORMULA = '<c t="e"><v>#REF!</v></c>', "<c><f>A1</f><v></v></c>"
OF = '<table:table-cell table:formula="of:=1"/>'

READ = {
    "strict.xlsx": xlsx(
        sheet(HEADER, GOOD, main=hostile.STRICT), main=hostile.STRICT, links=hostile.STRICT_LINKS
    ),
    "macros.xlsm": good(),
    "zip-nomme.xls": good(),
    "zip-nomme.csv": good(),
    "cinquante-mille-fusions.xlsx": hostile.merged(),
    "un-million-de-lignes-vides.ods": hostile.blank_tail(),
    "mise-en-forme-jusqu-en-bas.xlsx": good(more='<row r="1048576"><c r="E1048576" s="0"/></row>'),
    "ligne-du-bas-mise-en-forme.xlsx": good(more='<row r="1048576" ht="30" customHeight="1"/>'),
    "macros.ods": hostile.with_macros(ods(ods_row(*HEADER) + ods_row(*GOOD))),
    "jours.xls": (";".join(map(str, HEADER)) + "\n31/03/2020;Client A;10,5;700;7350\n").encode(),
}
"""Files that are odd, and read right."""

REFUSED: dict[str, tuple[bytes | Callable[[], bytes], str]] = {
    "vide.xlsx": (b"", "fichier vide"),
    "archive-vide.xlsx": (hostile.zipped({}), "classeur illisible"),
    "tronque.xlsx": (good()[:-300], "classeur illisible"),
    "texte.xlsx": (b"bonjour", "classeur illisible"),
    "chiffre.xlsx": (hostile.encrypted(), "classeur protégé par un mot de passe"),
    "chiffre.xls": (PROTECTED, "classeur protégé par un mot de passe"),
    "bombe.xlsx": (partial(hostile.bomb, 201 << 20), "classeur illisible"),
    "bombe-qui-ment.xlsx": (partial(hostile.lying_bomb, 5 << 20), "classeur illisible"),
    "rires.xlsx": (good(start=hostile.LAUGHS), "classeur illisible"),
    "externe.xlsx": (good(start='<!DOCTYPE x SYSTEM "file:///etc/passwd">'), "classeur illisible"),
    "rires.ods": (ods(ods_row(*HEADER), start=hostile.LAUGHS), "classeur illisible"),
    "loin.xlsx": (good(more=hostile.FAR), "feuille trop grande"),
    "binaire.xlsb": (xlsb(), "classeur illisible"),
    "dix-sept-milliards.ods": (hostile.repeated_cells(), "feuille trop grande"),
    "page.xls": (b"<html><table><tr><td>Date", "page web, et non un tableau"),
    "octets.csv": (bytes(range(256)) * 10, "fichier illisible"),
    "guillemet.csv": (b'Date;Client\n"31/03/2020;A\n', "ligne illisible"),
    "geante.csv": (b"Date;Client;Jours;TJM\n" + b"x" * 2_000_000, "ligne illisible"),
    "million.xlsx": (xlsx(sheet(HEADER, (GOOD[0], MILLION, *GOOD[2:]))), "texte illisible"),
    "erreur.xlsx": (xlsx(sheet(HEADER, (*GOOD[:4], REF))), "cellule en erreur"),
    "formule.xlsx": (xlsx(sheet(HEADER, (*GOOD[:2], FORMULA, *GOOD[3:]))), BROKEN),
    "formule.ods": (
        ods(ods_row(*HEADER) + ods_row(*GOOD[:2], last=OF)),
        BROKEN,
    ),
}
"""Files that are refused, made where they are dear only when they are read, and what is said."""


@cache
def refused(name: str) -> bytes:
    """Return a file that is refused."""
    data, _ = REFUSED[name]
    return data if isinstance(data, bytes) else data()


def folder(root: Path, name: str, data: bytes) -> Path:
    (root / "data").mkdir(exist_ok=True)
    (root / "data" / name).write_bytes(data)
    return root


def refusal(root: Path, rules: Rules | None = None) -> list[tuple[str, str]]:
    with pytest.raises(BadData) as caught:
        read(root, rules or Rules())
    return [(bad.what, bad.place.file) for bad in caught.value.errors]


@pytest.mark.parametrize("name", READ)
def test_an_odd_file_is_read_right(name: str, tmp_path: Path) -> None:
    began = process_time()
    (line,) = read(folder(tmp_path, name, READ[name])).activity.days
    assert process_time() - began < 10
    assert (line.client, line.days, line.amount) == ("Client A", Decimal("10.5"), 7350)


@pytest.mark.parametrize("name", REFUSED)
def test_a_broken_file_is_refused_by_name(name: str, tmp_path: Path) -> None:
    _, what = REFUSED[name]
    assert (what, f"data/{name}") in refusal(folder(tmp_path, name, refused(name)))


@pytest.mark.skipif(sys.platform == "win32", reason="needs resource limits")
def test_each_is_refused_within_ten_seconds_and_a_gibibyte(tmp_path: Path) -> None:
    """All of them one after the other, in a process that has one gibibyte: none kills it."""
    for number, name in enumerate(REFUSED):
        root = tmp_path / str(number)
        root.mkdir()
        folder(root, name, refused(name))
    code = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from reporter.errors import BilanError\n"
        "from reporter.sources.reading import read\n"
        "resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))\n"
        "for root in sorted(Path(sys.argv[1]).iterdir()):\n"
        "    signal.alarm(10)\n"
        "    try:\n        read(root)\n"
        "    except BilanError as error:\n        print(root.name)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert len(run.stdout.split()) == len(REFUSED)
    assert run.stderr == ""


def test_a_file_that_calamine_never_ends_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbooks, "SECONDS", 2)
    data = (hostile.FILES / "sans-fin.ods").read_bytes()
    root = folder(tmp_path, "sans-fin.ods", data)
    assert refusal(root) == [("classeur illisible", "data/sans-fin.ods")]


def test_the_limits_are_settings(tmp_path: Path) -> None:
    root = folder(tmp_path, "livres.xlsx", good())
    assert refusal(root, Rules(limits=Limits(size=100))) == [
        ("fichier trop grand", "data/livres.xlsx")
    ]
    assert refusal(root, Rules(limits=Limits(content=100))) == [
        ("classeur illisible", "data/livres.xlsx")
    ]
    assert refusal(root, Rules(limits=Limits(rows=1))) == [
        ("feuille trop grande", "data/livres.xlsx")
    ]
    assert refusal(root, Rules(limits=Limits(cells=5))) == [
        ("feuille trop grande", "data/livres.xlsx")
    ]


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A folder named like a workbook, a link that goes round, one to nowhere, a pipe."""
    data = tmp_path / "data"
    (data / "dossier.xlsx").mkdir(parents=True)
    (data / "boucle.xlsx").symlink_to("boucle.xlsx")
    (data / "perdu.xlsx").symlink_to("ailleurs.xlsx")
    os.mkfifo(data / "tuyau.xlsx")
    (data / "vers-le-haut").symlink_to(tmp_path)
    start = perf_counter()
    assert sorted(refusal(tmp_path)) == [
        ("ce n’est pas un fichier", "data/dossier.xlsx"),
        ("ce n’est pas un fichier", "data/tuyau.xlsx"),
        ("fichier illisible", "data/boucle.xlsx"),
        ("fichier illisible", "data/perdu.xlsx"),
    ]
    assert perf_counter() - start < 10


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_without_permission(tmp_path: Path) -> None:
    root = folder(tmp_path, "livres.xlsx", good())
    (root / "data" / "livres.xlsx").chmod(0)
    assert refusal(root) == [("fichier illisible", "data/livres.xlsx")]


def test_open_and_hidden_files_are_passed_over_and_said(tmp_path: Path) -> None:
    root = folder(tmp_path, "livres.xlsx", good())
    for name in (
        "~$livres.xlsx",
        ".~lock.livres.xlsx#",
        ".cache.xlsx",
        "notes.numbers",
        "recu.pdf",
        ".DS_Store",
        "2020.md",
    ):
        folder(root, name, b"rien")
    reading = read(root)
    assert [(doubt.code, doubt.place.file) for doubt in reading.doubts] == [
        ("fichier", "data/.cache.xlsx"),
        ("fichier-ouvert", "data/.~lock.livres.xlsx#"),
        ("fichier", "data/notes.numbers"),
        ("fichier-ouvert", "data/~$livres.xlsx"),
    ]


def test_hidden_sheets_and_rows_are_read_and_said(tmp_path: Path) -> None:
    content = sheet(HEADER, GOOD).replace('<row r="2">', '<row r="2" hidden="1">')
    reading = read(folder(tmp_path, "livres.xlsx", xlsx(content, state='state="veryHidden"')))
    assert len(reading.activity.days) == 1
    assert [doubt.code for doubt in reading.doubts] == ["feuille-cachee", "lignes-cachees"]


def test_hidden_rows_of_an_open_document(tmp_path: Path) -> None:
    rows = ods_row(*HEADER) + ods_row(*GOOD, row='table:visibility="collapse"')
    assert codes(read(folder(tmp_path, "livres.ods", ods(rows)))) == ["lignes-cachees"]


def codes(reading: Reading) -> list[str]:
    return [doubt.code for doubt in reading.doubts]


def test_a_formula_never_computed_is_kept_where_the_line_gives_its_value(tmp_path: Path) -> None:
    """Written by a program and never opened since: days × TJM make the amount all the same."""
    content = sheet(HEADER, (*GOOD[:4], "<c><f>C2*D2</f></c>"))
    reading = read(folder(tmp_path, "livres.xlsx", xlsx(content)))
    assert [line.amount for line in reading.activity.days] == [7350]
    assert [(doubt.code, doubt.place.cell) for doubt in reading.doubts] == [("formule", "E2")]


def test_a_text_that_a_formula_would_give_may_miss_and_a_client_may_not(tmp_path: Path) -> None:
    formula = "<c><f>C2&amp;D2</f></c>"
    rows = (*HEADER, "Commentaire"), (*GOOD, formula)
    reading = read(folder(tmp_path, "livres.xlsx", xlsx(sheet(*rows))))
    assert [(doubt.code, doubt.place.cell) for doubt in reading.doubts] == [("formule", "F2")]
    with pytest.raises(BadData) as bad:
        read(folder(tmp_path, "livres.xlsx", xlsx(sheet(HEADER, (GOOD[0], formula, *GOOD[2:])))))
    assert [error.place.cell for error in bad.value.errors] == ["B2"]


def test_a_total_never_computed_is_left_out_with_its_row(tmp_path: Path) -> None:
    total = ("Total", "", "", "", "<c><f>SUM(E2:E2)</f></c>")
    reading = read(folder(tmp_path, "livres.xlsx", xlsx(sheet(HEADER, GOOD, total))))
    assert codes(reading) == ["total"]


def test_a_formula_computed_to_an_empty_text_is_blank(tmp_path: Path) -> None:
    header = (*HEADER, "Commentaire")
    content = sheet(header, (*GOOD, '<c t="str"><f>""</f><v></v></c>'))
    assert codes(read(folder(tmp_path, "livres.xlsx", xlsx(content)))) == []


@pytest.mark.parametrize("seed", range(40))
def test_flipped_bytes_end_in_lines_or_in_a_refusal(seed: int, tmp_path: Path) -> None:
    data = hostile.flipped(good() if seed % 2 else ods(ods_row(*HEADER) + ods_row(*GOOD)), seed)
    with suppress(BilanError):
        assert isinstance(read(folder(tmp_path, "livres.xlsx", data)), Reading)


def test_nothing_at_all(tmp_path: Path) -> None:
    with pytest.raises(BilanError, match="aucun classeur"):
        read(tmp_path)


def test_an_archive_is_measured_before_anything_reads_it(tmp_path: Path) -> None:
    """What it announces is checked at once, and what it holds is counted against that."""
    path = tmp_path / "bombe.xlsx"
    path.write_bytes(hostile.bomb(3 << 20))
    with pytest.raises(Unsafe, match="trop grand"):
        Archive(path.read_bytes(), 1 << 20)
    path.write_bytes(hostile.lying_bomb(3 << 20))
    with pytest.raises(Unsafe, match="plus grand que ce que"):
        Archive(path.read_bytes(), 1 << 20).content("xl/worksheets/sheet1.xml")
    locked = bytearray(good())
    locked[locked.find(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(locked)
    with pytest.raises(Unsafe, match="mot de passe"):
        Archive(path.read_bytes(), 1 << 20)


@pytest.mark.parametrize("attribute", ["r='AAA1'", 'r = "AAA1"', 'r="aaa1"', 'r="AAA1"'])
def test_a_far_column_is_seen_however_it_is_written(attribute: str, tmp_path: Path) -> None:
    path = tmp_path / "loin.xlsx"
    path.write_bytes(good(more=f'<row r="3"><c {attribute}><v>1</v></c></row>'))
    assert inspect_xlsx(Archive(path.read_bytes(), 1 << 20))["Jours"].columns == 703


def test_an_open_document_says_that_a_cell_is_in_error(tmp_path: Path) -> None:
    error = 'office:value-type="string" calcext:value-type="error"'
    cell = f"<table:table-cell {error}><text:p>#DIV/0!</text:p></table:table-cell>"
    root = folder(tmp_path, "livres.ods", ods(ods_row(*HEADER) + ods_row(*GOOD[:4], last=cell)))
    assert refusal(root) == [("cellule en erreur", "data/livres.ods")]
