"""A few of the broken inputs of tests/bench, always the same: refused or read, no traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bench import fuzzing

if TYPE_CHECKING:
    from pathlib import Path

SEED = 20_201_231
CASES = 60


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    return tmp_path


def test_a_few_broken_inputs_of_every_kind(folder: Path) -> None:
    kinds = set()
    for number in range(CASES):
        name, data = fuzzing.case(SEED, number)
        kinds.add(name)
        if not name.endswith((".xls", ".ods")):  # read by a program of their own, slower to start
            fuzzing.attempt(name, data, folder)
    assert kinds == set(fuzzing.KINDS)


def test_a_seed_gives_the_same_input_again() -> None:
    assert fuzzing.case(SEED, 7) == fuzzing.case(SEED, 7)
    assert fuzzing.case(SEED, 7) != fuzzing.case(SEED + 1, 7)


def test_a_traceback_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The harness itself: what breaks is said, it is not taken for a refusal."""

    def broken(*_: object) -> None:
        raise KeyError("bug")

    monkeypatch.setattr(fuzzing, "check_fec", broken)
    with pytest.raises(KeyError):
        fuzzing.attempt("fec", b"", folder)
