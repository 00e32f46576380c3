"""Changes of the books are heard, each burst once; reading them is no change."""

from __future__ import annotations

from threading import Timer
from typing import TYPE_CHECKING

import pytest

from reporter.errors import BilanError
from reporter.watching import bursts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def heard_first(folder: Path, change: Callable[[Path], object]) -> str:
    """Return what was heard of first: a change, or the sentinel file written well after it."""
    seen: list[str] = []

    def matters(path: Path) -> bool:
        seen.append(path.name)
        return path.suffix == ".csv"

    (folder / "below").mkdir()
    (folder / "old.csv").write_text("a", encoding="utf-8")
    sentinel = folder / "sentinel.csv"
    timers = Timer(0.1, change, (folder,)), Timer(0.6, sentinel.write_text, ("z",))
    with bursts({folder: True}, matters) as each:
        for timer in timers:
            timer.start()
        next(each)
    for timer in timers:  # what is heard of first may be the change; the folder goes with the test
        timer.cancel()
        timer.join()
    return next(name for name in seen if name.endswith(".csv"))


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "new.csv").write_text("b", encoding="utf-8"),
        lambda folder: (folder / "old.csv").write_text("b", encoding="utf-8"),
        lambda folder: (folder / "old.csv").unlink(),
        lambda folder: (folder / "old.csv").rename(folder / "new.csv"),
        lambda folder: (folder / "below" / "new.csv").write_text("b", encoding="utf-8"),
    ],
)
def test_what_changes_a_file_is_heard(tmp_path: Path, change: Callable[[Path], object]) -> None:
    assert heard_first(tmp_path, change) != "sentinel.csv"


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "old.csv").read_text(encoding="utf-8"),
        lambda folder: (folder / ".new.csv").write_text("b", encoding="utf-8"),
        lambda folder: (folder / "~$new.csv").write_text("b", encoding="utf-8"),
        lambda folder: (folder / "new.txt").write_text("b", encoding="utf-8"),
        lambda folder: (folder / "new").mkdir(),
    ],
)
def test_reading_and_passing_files_are_not(
    tmp_path: Path, change: Callable[[Path], object]
) -> None:
    assert heard_first(tmp_path, change) == "sentinel.csv"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with (
        pytest.raises(BilanError, match="ne peut pas être suivi"),
        bursts({tmp_path / "nowhere": True}, lambda _: True),
    ):
        pass
