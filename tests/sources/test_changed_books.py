"""What changes in a book changes its figures as it should, and no more; and nothing is asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.books.beside import BESIDE
from tests.books.changes import QUIET, TOLD, Change, changed
from tests.books.shapes import OTHERS, Shape, plain
from tests.examples import few

shapes = st.one_of(st.just(plain), st.sampled_from((*OTHERS, *BESIDE)))


@pytest.mark.parametrize("change", QUIET)
@few(8)
@given(seed=st.integers(0, 10**9), shape=shapes)
def test_what_is_no_accident_is_read_without_a_word(
    change: Change, seed: int, shape: Shape
) -> None:
    found = changed(seed, shape, change)
    assert found is None or not (found.errors or found.doubts), f"{seed}: {found}"


@pytest.mark.parametrize("change", TOLD)
@few(8)
@given(seed=st.integers(0, 10**9), shape=shapes)
def test_lines_elsewhere_are_the_same_or_asked_about(
    change: Change, seed: int, shape: Shape
) -> None:
    found = changed(seed, shape, change)
    assert found is None or not found.errors, f"{seed}: {found}"
