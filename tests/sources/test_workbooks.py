"""Workbooks opened by calamine: here, or by a process of its own within bounds."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Never

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart

from reporter.sources.grids import workbooks
from reporter.sources.grids.workbooks import DAMAGED, PASSWORD, TOO_BIG, Unopened
from tests.sources import hostile
from tests.sources.hostile import good

if TYPE_CHECKING:
    from collections.abc import Callable

PROTECTED = hostile.FILES / "protege.xls"
SHEETS = hostile.FILES / "jours.xls"
MANY = 10_000
WINDOWS = pytest.mark.skipif(sys.platform == "win32", reason="no such bounds")


def apart(
    path: Path, capture: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, most: int
) -> tuple[object, list[tuple[int, tuple[int, int]]]]:
    """Return what the program writes of a file, run in this process, and the bounds it asks for."""
    import resource

    bounds: list[tuple[int, tuple[int, int]]] = []
    monkeypatch.setattr(resource, "setrlimit", lambda what, most: bounds.append((what, most)))
    monkeypatch.setattr(sys, "argv", ["workbooks.py", str(path), str(most)])
    workbooks._main()  # noqa: SLF001  # the program itself
    return pickle.loads(capture.readouterr().out), bounds  # noqa: S301  # ours


def test_a_text_of_many_cells_is_kept_once(tmp_path: Path) -> None:
    """A yes is no 1, and a text of another column is shared too."""
    book, path = Workbook(), tmp_path / "livres.xlsx"
    sheet = book.create_sheet("Jours", 0)
    for row in (["Client", 1], ["Client", True], ["Client", "Client"]):
        sheet.append(row)
    book.save(path)
    first, second, (third, fourth) = workbooks.read_here(path.read_bytes(), MANY)[0].rows
    assert first[0] is second[0] is third is fourth
    assert (first[1], second[1]) == (1, True)
    assert second[1] is True


@WINDOWS
def test_the_program_reads_one_file_within_bounds(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    import resource

    found, bounds = apart(SHEETS, capsysbinary, monkeypatch, MANY)
    assert found == [tuple(sheet) for sheet in workbooks.read_apart(SHEETS, MANY)]
    assert bounds == [
        (resource.RLIMIT_AS, (workbooks.MEMORY, workbooks.MEMORY)),
        (resource.RLIMIT_CPU, (workbooks.SECONDS, workbooks.SECONDS)),
    ]


@WINDOWS
@pytest.mark.parametrize(
    ("data", "suffix", "most", "reason"),
    [
        (PROTECTED.read_bytes(), "xls", MANY, (PASSWORD, "")),
        (b"bonjour", "ods", MANY, (DAMAGED, "")),
        (good()[:-300], "xlsx", MANY, (DAMAGED, "")),
        (good(), "xlsx", 3, (TOO_BIG, "Jours")),
    ],
)
def test_the_program_says_why_it_opens_nothing(  # noqa: PLR0917  # two fixtures
    data: bytes,
    suffix: str,
    most: int,
    reason: tuple[str, str],
    tmp_path: Path,
    capsysbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / f"livres.{suffix}"
    path.write_bytes(data)
    found, _ = apart(path, capsysbinary, monkeypatch, most)
    assert found == reason
    with pytest.raises(Unopened) as caught:
        workbooks.read_apart(path, most)
    assert (caught.value.reason, caught.value.sheet) == reason


@WINDOWS
def test_a_file_whose_name_lies_is_read_as_what_it_holds(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "livres.xls"
    path.write_bytes(good())
    found, _ = apart(path, capsysbinary, monkeypatch, MANY)
    assert found == [tuple(sheet) for sheet in workbooks.read_here(good(), MANY)]


def test_a_sheet_that_is_a_chart_is_none(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["Date", "Client"])
    book.create_chartsheet("Graphique").add_chart(BarChart())
    book.save(tmp_path / "livres.xlsx")
    found = workbooks.read_here((tmp_path / "livres.xlsx").read_bytes(), MANY)
    assert [(one.name, one.rows) for one in found] == [("Sheet", [["Date", "Client"]])]


def raising(error: BaseException) -> Callable[..., Never]:
    def opened(*_: object) -> Never:
        raise error

    return opened


class PanicException(BaseException):  # as pyo3 names it
    """What a library in Rust raises where it fails an assertion of its own."""


@pytest.mark.parametrize("error", [PanicException("index"), ValueError("?"), OSError("disk")])
def test_what_a_library_cannot_read_is_damaged(
    error: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("python_calamine.load_workbook", raising(error))
    with pytest.raises(Unopened) as caught:
        workbooks.read_here(b"", MANY)
    assert caught.value.reason == DAMAGED


def test_who_interrupts_the_reading_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("python_calamine.load_workbook", raising(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        workbooks.read_here(b"", MANY)
