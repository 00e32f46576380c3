"""Folders in memory, for tests that write thousands of small files and read them once."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

SHARED = Path("/dev/shm")  # noqa: S108  # its folders are made by those who make private ones
ENOUGH = 2 << 30
"""How many free bytes it takes: a container often has 64 MiB there."""


def _folder() -> Path | None:
    """Return where folders are kept in memory; nothing where it is small, or runs no script."""
    if not SHARED.is_dir() or shutil.disk_usage(SHARED).free < ENOUGH:
        return None
    return None if os.statvfs(SHARED).f_flag & os.ST_NOEXEC else SHARED


MEMORY = _folder()
"""Where to write what a test alone reads; None for the disk."""
