"""The way to the disk, and the only one: the files of a run appear together, or not at all.

Knows files and bytes. Never what they say.

Every file is written whole in a folder of the run, `.bilan-….part`, and every place looked at; then
a plan is put down, and each file renamed over its place: at any moment it is the old one or the new
one. What goes wrong meanwhile puts the old ones back. A run killed before its plan leaves the old
report; after it, a few renames may be missing, since no file system does several at once: the next
run that writes there ends them first, and clears what was left. Runs write one after the other
where the system can lock a folder.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG
from tempfile import mkdtemp
from time import monotonic, sleep, time
from typing import TYPE_CHECKING, NamedTuple

from reporter.errors import BilanError
from reporter.opening import MEGA, content, reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Files = Mapping[str, bytes | None]

START, END = ".bilan-", ".part"
"""How the name of a run's folder begins and ends."""
PLAN = "plan"
PATIENCE = 30
"""Seconds that a run waits for another one to have written."""
OLD = 3600
"""Seconds after which a run's folder is no longer in use, where folders cannot be locked."""


class Step(NamedTuple):
    """A rename to do: a file of the run's folder over a place, or that place to clear."""

    whole: str | None
    place: str


def write(files: Files, folder: Path, *, books: Path | None = None) -> list[Path]:
    """Write files under a folder, all of them or none, and return their paths.

    Args:
        files: what each file holds, by its path from the folder; None for one to clear.
        folder: where they go.
        books: the folder that they may not leave, not even by a link; left out, the person named
            `folder` and a link in it is as they want it.

    Raises:
        BilanError: where they cannot be written, and why.
    """
    made: list[Path] = []
    try:
        _make(folder, made, books)
        with _alone(folder) as alone:
            _recover(folder, alone=alone)
            run = Path(mkdtemp(prefix=START, suffix=END, dir=folder))
            try:
                for name in files:
                    _make((folder / name).parent, made, books)
                _replace(folder, run, files)
            finally:
                shutil.rmtree(run, ignore_errors=True)
    except BaseException as error:
        for path in reversed(made):
            with suppress(OSError):
                path.rmdir()
        if isinstance(error, OSError):
            why = _why(error, folder)
            raise BilanError(f"écriture impossible dans {folder} : {why}") from error
        raise
    return [folder / name for name in files]


def _replace(folder: Path, run: Path, files: Files) -> None:
    """Write the files whole in the run's folder, then put them at their places, or none."""
    steps: list[Step] = []
    undo: list[Step] = []
    for number, (name, data) in enumerate(files.items()):
        undo.append(Step(_kept(folder / name, run / f"{number}-avant"), name))
        if data is not None:
            _fill(run / f"{number}", data)
        steps.append(Step(None if data is None else f"{number}", name))
    _put_down(run, steps)
    begun: list[Step] = []
    try:
        for step, back in zip(steps, undo, strict=True):
            begun.append(back)
            _do(folder, run, step)
    except BaseException:
        _put_down(run, begun)
        with suppress(OSError):  # the last one begun, which may be the one that cannot be done
            _finish(folder, run)
        raise


def _fill(path: Path, data: bytes) -> None:
    """Write a new file, safe on the disk; who may read it follows the umask."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _kept(place: Path, kept: Path) -> str | None:
    """Keep what stands at a place, to put it back, and return its name; None where nothing does.

    Raises:
        OSError: where a folder, a pipe or a device stands there.
    """
    try:
        mode = place.lstat().st_mode
    except FileNotFoundError:
        return None
    if not (S_ISREG(mode) or S_ISLNK(mode)):
        raise OSError(errno.EISDIR if S_ISDIR(mode) else errno.EINVAL, "", str(place))
    try:
        os.link(place, kept, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(place, kept, follow_symlinks=False)
    return kept.name


def _put_down(run: Path, steps: list[Step]) -> None:
    """Write the plan of a run, whole from one moment to the next."""
    draft = run / f"{PLAN}.part"
    draft.unlink(missing_ok=True)
    _fill(draft, json.dumps(steps).encode())
    draft.replace(run / PLAN)


def _do(folder: Path, run: Path, step: Step) -> None:
    place = folder / step.place
    if step.whole is None:
        place.unlink(missing_ok=True)
    else:
        (run / step.whole).replace(place)


def _finish(folder: Path, run: Path) -> None:
    """Do what is left of a run's plan; what was done before has no file left to rename."""
    for step in _plan(run):
        with suppress(FileNotFoundError):
            _do(folder, run, step)


def _plan(run: Path) -> Sequence[Step]:
    return [Step(*step) for step in json.loads(content(run / PLAN, MEGA))]


def _recover(folder: Path, *, alone: bool) -> None:
    """End what killed runs had begun, and clear what they left; `alone`: no other run lives."""
    for run in folder.glob(f"{START}*{END}"):
        if run.is_symlink() or not run.is_dir():
            continue
        if alone or time() - run.stat().st_mtime > OLD:
            if _is_ours(folder, run):
                _finish(folder, run)
            shutil.rmtree(run, ignore_errors=True)


def _is_ours(folder: Path, run: Path) -> bool:
    """Tell whether a run left a plan, and one that stays in its folder: it may come from a zip."""
    try:
        here = folder.resolve()
        return all(
            (step.whole is None or Path(step.whole).name == step.whole)
            and (folder / step.place).parent.resolve().is_relative_to(here)
            for step in _plan(run)
        )
    except (OSError, ValueError, TypeError, RecursionError, RuntimeError):
        return False


def _make(folder: Path, made: list[Path], books: Path | None) -> None:
    """Make a folder and those above it, and note them.

    Raises:
        OSError: where it cannot be made.
        BilanError: where a link takes it out of the books.
    """
    missing = [path for path in (folder, *folder.parents) if not os.path.lexists(path)]
    for path in reversed(missing):
        path.mkdir(exist_ok=True)
        made.append(path)
    if not S_ISDIR(folder.stat().st_mode):
        raise NotADirectoryError(errno.ENOTDIR, "", str(folder))
    if books is not None and not folder.resolve().is_relative_to(books.resolve()):
        raise BilanError(
            f"{folder} est un lien vers {folder.resolve()}, hors du dossier des livres : "
            "rien n’y est écrit sans --sortie"
        )


@contextmanager
def _alone(folder: Path) -> Iterator[bool]:
    """Keep other runs from writing in a folder meanwhile; give False where no lock can do it.

    Raises:
        OSError: where another run holds the folder for too long.
    """
    try:
        lock = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows, where a folder cannot be opened
        yield False
        return
    try:
        yield _locked(lock, folder)
    finally:
        os.close(lock)


def _locked(lock: int, folder: Path) -> bool:
    """Wait for the lock of a folder; False where the system, or this disk, has none."""
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:
        return False
    end = monotonic() + PATIENCE
    while True:
        try:
            flock(lock, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            if monotonic() > end:
                raise OSError(errno.EBUSY, "", str(folder)) from None
            sleep(0.02)
        except OSError:
            return False
        else:
            return True


def _why(error: OSError, folder: Path) -> str:
    """Return why the system refused, and at which file where it says so."""
    path = Path(str(error.filename2 or error.filename or folder))
    at = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)
    return reason(error) + ("" if at == "." or START in at else f" ({at})")
