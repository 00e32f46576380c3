"""Waiting until the books change: one signal for each burst of changes.

Knows folders and the system's notices. Never what the files hold, nor what is done about them.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from watchdog.events import FileSystemEventHandler
from watchdog.observers import Observer

from reporter.errors import BilanError
from reporter.opening import reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from watchdog.events import FileSystemEvent

CHANGES = {"created", "modified", "moved", "deleted"}
"""Notices of what changes a file: it is also said of one that it was opened, by ourselves."""
QUIET, ROUNDS = 0.1, 5
"""Seconds without a notice that end a burst, and how many times they are waited for at most."""
AWHILE = 0.5
"""Seconds after which a wait looks up: on some systems Ctrl-C is not heard before."""
PASSING = (".", "~")
"""How the names begin that programs give to locks and to files half written."""


class _Listener(FileSystemEventHandler):
    """What hears of every notice, and keeps those of the files that matter."""

    def __init__(self, matters: Callable[[Path], bool], heard: SimpleQueue[None]) -> None:
        self.matters = matters
        self.heard = heard

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take a notice in; a folder changes only by what it holds."""
        if event.event_type not in CHANGES or event.is_directory:
            return
        paths = (Path(str(path)) for path in (event.src_path, event.dest_path) if path)
        if any(not path.name.startswith(PASSING) and self.matters(path) for path in paths):
            self.heard.put(None)


@contextmanager
def bursts(folders: dict[Path, bool], matters: Callable[[Path], bool]) -> Iterator[Iterator[None]]:
    """Give what waits for each burst of changes, from now on.

    Args:
        folders: those to watch, and whether all that is below is watched too.
        matters: tells whether a changed file is one to hear of.

    Raises:
        BilanError: where the system watches no more folders.
    """
    heard: SimpleQueue[None] = SimpleQueue()
    observer = Observer()
    try:
        for folder, below in folders.items():
            observer.schedule(_Listener(matters, heard), str(folder), recursive=below)
        observer.start()
    except OSError as error:
        raise BilanError(f"le dossier ne peut pas être suivi : {reason(error)}") from error
    try:
        yield _each(heard)
    finally:
        observer.stop()
        observer.join()


def _each(heard: SimpleQueue[None]) -> Iterator[None]:
    """Yield once for each burst; what changes meanwhile is one more."""
    while True:
        while not _is_heard(heard, AWHILE):
            pass
        for _ in range(ROUNDS):
            if not _is_heard(heard, QUIET):
                break
        yield


def _is_heard(heard: SimpleQueue[None], seconds: float) -> bool:
    """Tell whether a notice comes within some seconds, and take all that came.

    Ctrl-C leaves a queue of C at any moment; a lock of `threading` may be left half taken by it.
    """
    try:
        heard.get(timeout=seconds)
    except Empty:
        return False
    while not heard.empty():
        heard.get()
    return True
