from __future__ import annotations

import faulthandler
import gc
import os
import shutil
import signal
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from tests.kept import kept
from tests.memory import MEMORY

settings.register_profile("bilan", deadline=None, derandomize=True, max_examples=15)
settings.load_profile("bilan")
if "BILAN_EXAMPLES" in os.environ:  # on a seed of its own, by `make bench`
    many = int(os.environ["BILAN_EXAMPLES"])
    settings.register_profile("graine", deadline=None, derandomize=False, max_examples=many)
    settings.load_profile("graine")

if MEMORY:  # where pytest makes the folders of tests
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))

LATER = date(2030, 1, 15)
"""The day on which every test runs: all that their books hold is over."""
FOLDERS = count()
PATIENCE = 120
"""How many seconds a file of tests may take before it is told where it stands."""
STDERR = pytest.StashKey[int]()


def pytest_configure(config: pytest.Config) -> None:
    """Keep where to write while the output of tests is captured."""
    if (
        signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    ):  # « nohup … & » gives it to what it starts
        signal.signal(signal.SIGINT, signal.default_int_handler)
    config.stash[STDERR] = os.dup(2)


@pytest.fixture(autouse=True, scope="module")
def _told_where_it_hangs(pytestconfig: pytest.Config) -> Iterator[None]:
    """Say once for a file where it waits for ever: pytest's own starts a thread for each test."""
    faulthandler.dump_traceback_later(PATIENCE, file=pytestconfig.stash[STDERR])
    yield
    faulthandler.cancel_dump_traceback_later()


@pytest.fixture(autouse=True, scope="session")
def _fixed_day() -> Iterator[None]:
    """Let no answer depend on the day when the tests run."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("reporter.today.today", lambda: LATER)
        yield


@pytest.fixture
def tmp_path(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """Return a folder of the test's own, kept only where it fails.

    Pytest's own costs ten times as much, in links to the last of each name and in what it keeps.
    """
    failed = request.session.testsfailed
    folder = tmp_path_factory.getbasetemp() / str(next(FOLDERS))
    folder.mkdir()
    yield folder
    if request.session.testsfailed == failed:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(autouse=True, scope="session")
def _made_once() -> Iterator[None]:
    """Read the example books and compile our templates once for all the tests."""
    with kept():
        yield


def pytest_collection_finish() -> None:
    """Let the garbage collector pass over the tests themselves, thousands of them, which stay."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs an absent program; where CI asks for every program, let it fail."""
    for item in items:
        for marker in item.iter_markers("external"):
            program = marker.args[0]
            if shutil.which(program) is None and "BILAN_EXTERNAL" not in os.environ:
                item.add_marker(pytest.mark.skip(reason=f"{program} is not installed"))
