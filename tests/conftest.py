from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import settings

from tests.kept import kept

settings.register_profile("bilan", deadline=None, derandomize=True, max_examples=30)
settings.load_profile("bilan")
if "BILAN_EXAMPLES" in os.environ:  # on a seed of its own, by `make bench`
    many = int(os.environ["BILAN_EXAMPLES"])
    settings.register_profile("graine", deadline=None, derandomize=False, max_examples=many)
    settings.load_profile("graine")

LATER = date(2030, 1, 15)
"""The day on which every test runs: all that their books hold is over."""


@pytest.fixture(autouse=True)
def _fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no answer depend on the day when the tests run."""
    monkeypatch.setattr("reporter.today.today", lambda: LATER)


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
