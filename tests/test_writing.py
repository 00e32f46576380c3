from __future__ import annotations

from pathlib import Path

import pytest

from reporter.errors import BilanError
from reporter.writing import write


def test_files_appear_with_their_folders(tmp_path: Path) -> None:
    paths = write({"a.md": b"a", "b/c.svg": b"c"}, tmp_path / "reports")
    assert [path.read_bytes() for path in paths] == [b"a", b"c"]


def test_all_or_nothing(tmp_path: Path) -> None:
    """The second file cannot be written: the first keeps what it had, and nothing is left over."""
    (tmp_path / "a.md").write_bytes(b"before")
    (tmp_path / "b").write_bytes(b"a file where a folder is needed")
    with pytest.raises(BilanError, match="écriture impossible"):
        write({"a.md": b"after", "b/c.svg": b"c"}, tmp_path)
    assert (tmp_path / "a.md").read_bytes() == b"before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "b"]
