from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from reporter.cli import main
from reporter.french import NBSP
from reporter.schemas import NAMES
from tests.schemas import check

Bilan = Callable[..., "Ran"]


class Ran(NamedTuple):
    """What a command answered; `out` and `err` with plain spaces, `printed` as they came out."""

    code: int
    out: str
    err: str
    printed: str


@pytest.fixture
def bilan(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Bilan:
    """Return the command `bilan`, run in this process."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")

    def run(*arguments: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["bilan", *map(str, arguments)])
        with pytest.raises(SystemExit) as stopped:
            main()
        gc.enable()
        printed = capsys.readouterr()
        code = stopped.value.code
        answered = "fec" if "--fec" in arguments else str(next(iter(arguments), ""))
        if printed.out[:1] in {"{", "["} and answered in NAMES:
            check(answered, printed.out)
        out, err = (text.replace(NBSP, " ") for text in printed)
        return Ran(code if isinstance(code, int) else 0, out, err, printed.out + printed.err)

    return run
