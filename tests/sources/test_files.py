"""The files of a folder: which are read, and what is said of the others."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from reporter.errors import BadCell, BadData, BilanError, Findings
from reporter.settings.reading import Limits
from reporter.sources.grids import files, reading, text_files
from reporter.sources.grids.files import sources, whole
from reporter.sources.grids.reading import read_workbook
from reporter.sources.grids.text_files import read_csv
from reporter.sources.reading import read
from tests.sources import hostile

UNIX = pytest.mark.skipif(sys.platform == "win32", reason="pipes, sockets and devices of Unix")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    return tmp_path / "data"


def found(data: Path) -> tuple[list[str], list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the books, the mistakes and the doubts of a folder."""
    findings = Findings()
    books = [source.name for source in sources(data.parent, Limits(), findings)]
    mistakes = [(str(error.what), error.place.file) for error in findings.errors]
    return books, mistakes, [(str(doubt.what), doubt.place.file) for doubt in findings.doubts]


@UNIX
def test_pipes_sockets_and_devices_are_refused_by_name(data: Path) -> None:
    os.mkfifo(data / "tuyau.csv")
    (data / "zero.xlsx").symlink_to("/dev/zero")
    (data / "nul.csv").symlink_to("/dev/null")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(data / "prise.ods"))
        books, mistakes, _ = found(data)
    names = ("nul.csv", "prise.ods", "tuyau.csv", "zero.xlsx")
    assert books == []
    assert mistakes == [("ce n’est pas un fichier", f"data/{name}") for name in names]


@UNIX
def test_what_becomes_a_pipe_or_a_device_does_not_hold_us(data: Path) -> None:
    """Between the look at the folder and the reading: refused, and nobody waits for a writer."""
    os.mkfifo(data / "tuyau.csv")
    (data / "zero.xlsx").symlink_to("/dev/zero")
    for name in ("tuyau.csv", "zero.xlsx"):
        with pytest.raises(BadCell, match="ce n’est pas un fichier"):
            whole(data / name, name, Limits())


@UNIX
def test_a_text_that_is_a_pipe_does_not_hold_us(data: Path) -> None:
    (data / "2020.xlsx").write_bytes(hostile.good())
    os.mkfifo(data / "2020.md")
    with pytest.raises(BadData) as caught:
        read(data.parent)
    (error,) = caught.value.errors
    assert (error.what, error.place.file) == ("ce n’est pas un fichier", "data/2020.md")


def test_links(data: Path, tmp_path: Path) -> None:
    """A link to a file is read; one to a folder is said, for its books would be lost unseen."""
    (tmp_path / "ailleurs").mkdir()
    (tmp_path / "ailleurs" / "2019.xlsx").write_bytes(hostile.good())
    (data / "2019.xlsx").symlink_to(tmp_path / "ailleurs" / "2019.xlsx")
    (data / "archives").symlink_to(tmp_path / "ailleurs")
    (data / "boucle").symlink_to(data)
    (data / ".cache").symlink_to(data)
    (data / "rond.csv").symlink_to("rond.csv")
    what = "lien vers un dossier, laissé de côté"
    assert found(data) == (
        ["data/2019.xlsx"],
        [("fichier illisible", "data/rond.csv")],
        [(what, "data/archives"), (what, "data/boucle")],
    )


def test_a_folder_that_cannot_be_listed_is_a_mistake(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (data / "2019").mkdir()
    (data / "2020.xlsx").write_bytes(hostile.good())
    listed = os.scandir

    def scandir(path: Any) -> Any:
        if Path(path).name == "2019":
            raise PermissionError(13, "no", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    books, mistakes, _ = found(data)
    assert books == ["data/2020.xlsx"]
    assert mistakes == [("fichier illisible", "data/2019")]


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "csv"])
def test_a_book_that_is_replaced_while_it_is_read(
    suffix: str, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was measured is what is read, or the book is refused: never half of each."""
    path = data / f"livres.{suffix}"
    dated = hostile.ods(hostile.ods_row(*hostile.HEADER) + hostile.ods_row(*hostile.GOOD))
    first = {"xlsx": hostile.good(), "ods": dated, "csv": b"Date;Client\n1;A\n"}
    path.write_bytes(first[suffix])

    def replacing(*arguments: Any) -> Any:
        content = kept(*arguments)
        path.write_bytes(hostile.good())
        return content

    kept = files.whole
    monkeypatch.setattr(reading, "whole", replacing)
    monkeypatch.setattr(text_files, "whole", replacing)
    if suffix == "ods":
        with pytest.raises(BadCell, match="modifié pendant la lecture"):
            read_workbook(path, path.name, Limits())
    elif suffix == "xlsx":
        (read,) = read_workbook(path, path.name, Limits())
        assert read.rows[1][1] == "Client A"
    else:
        assert read_csv(path, path.name, Limits()).rows[1][1] == "A"


def test_a_file_that_changes_under_the_reading_is_refused(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = data / "livres.csv"
    path.write_bytes(b"Date;Client\n")
    looked = os.fstat

    def growing(number: int) -> os.stat_result:
        state = looked(number)
        with path.open("ab") as file:
            file.write(b"1;A\n")
        return state

    monkeypatch.setattr(os, "fstat", growing)
    with pytest.raises(BadCell, match="modifié pendant la lecture"):
        whole(path, "livres.csv", Limits())


def test_thousands_of_files(data: Path) -> None:
    for number in range(2_000):
        (data / f"{number}.csv").touch()
    (data / "2000.csv").write_bytes(b"Date")
    start = process_time()
    books, mistakes, _ = found(data)
    assert process_time() - start < 2
    assert (books, len(mistakes)) == (["data/2000.csv"], 2_000)


def test_no_folder_at_all(tmp_path: Path) -> None:
    with pytest.raises(BilanError, match="aucun classeur"):
        found(tmp_path / "data")


def test_the_lines_of_a_text_end_the_same_on_every_system(data: Path) -> None:
    (data / "2020.xlsx").write_bytes(hostile.good())
    (data / "2020.md").write_bytes("Un\r\ndeux\rtrois\n".encode("utf-8-sig"))
    assert read(data.parent).texts[2020].content == "Un\ndeux\ntrois\n"
