"""The way to the disk, and the only one: files appear whole, or not at all.

Knows files and bytes. Never what they say.
"""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from reporter.errors import BilanError

if TYPE_CHECKING:
    from collections.abc import Mapping

READABLE = 0o644


def write(files: Mapping[str, bytes], folder: Path) -> list[Path]:
    """Write files under a folder, all of them or none, and return their paths.

    Every file is first written whole beside its place, then renamed over it.

    Raises:
        BilanError: where the folder cannot be written.
    """
    with ExitStack() as undo:
        try:
            ready = [
                (_beside(folder / name, data, undo), folder / name) for name, data in files.items()
            ]
            for whole, path in ready:
                whole.replace(path)
        except OSError as error:
            raise BilanError(f"écriture impossible dans {folder} : {error.strerror}") from error
    return [path for _, path in ready]


def _beside(path: Path, data: bytes, undo: ExitStack) -> Path:
    """Write bytes to a temporary file beside a path; `undo` removes it if it is still there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".part", delete=False) as file:
        whole = Path(file.name)
        undo.callback(whole.unlink, missing_ok=True)
        file.write(data)
        os.fsync(file.fileno())
    whole.chmod(READABLE)
    return whole
