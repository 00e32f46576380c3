"""A small file of the folder, opened within bounds: whatever stands there, nothing waits for ever.

Knows kinds and sizes of files. Never what they hold, nor what is said of them.
"""

from __future__ import annotations

import errno
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MEGA = 1_000_000
REASONS = {
    errno.EACCES: "l’accès est interdit",
    errno.EPERM: "l’accès est interdit",
    errno.EROFS: "ce disque ne peut pas être écrit",
    errno.ENOSPC: "le disque est plein",
    errno.EDQUOT: "le quota du disque est atteint",
    errno.EFBIG: "le fichier est trop grand",
    errno.EISDIR: "un dossier porte ce nom",
    errno.ENOTDIR: "un fichier porte le nom d’un dossier",
    errno.EEXIST: "un fichier porte ce nom",
    errno.ENOENT: "rien ne porte ce nom",
    errno.ELOOP: "un lien tourne en rond",
    errno.ENAMETOOLONG: "le nom est trop long",
    errno.EXDEV: "le dossier est réparti sur deux disques",
    errno.EINVAL: "ce n’est pas un fichier",
    errno.EBUSY: "un autre programme s’en sert",
}
"""The numbers of the system → what they mean to a person."""


def reason(error: OSError) -> str:
    """Return in French why the system refused."""
    return REASONS.get(error.errno or 0) or error.strerror or "le système refuse"


def is_file(path: Path, most: int) -> bool:
    """Tell that a path is a file; a pipe or a device, which may never end, is not opened.

    Args:
        path: the file.
        most: how many bytes it may have.

    Raises:
        OSError: as the system says it; EINVAL where it is no file, EFBIG where it is too big.
    """
    state = path.stat()
    if S_ISDIR(state.st_mode):
        raise IsADirectoryError(errno.EISDIR, "")
    if not S_ISREG(state.st_mode):
        raise OSError(errno.EINVAL, "")
    if state.st_size > most:
        raise OSError(errno.EFBIG, "")
    return True


def content(path: Path, most: int) -> bytes:
    """Return the bytes of a file, see `is_file`; one that grows meanwhile is too big.

    Raises:
        OSError: where it is no file, too big, or cannot be read.
    """
    is_file(path, most)
    with path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, "")
    return data
