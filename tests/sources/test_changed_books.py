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


@pytest.mark.parametrize("change", [*QUIET, *TOLD])
@few(8)
@given(seed=st.integers(0, 10**9), shape=shapes)
def test_what_is_no_accident_is_read_and_what_looks_like_one_is_asked_about(
    change: Change, seed: int, shape: Shape
) -> None:
    found = changed(seed, shape, change)
    asked = found and (found.errors or (change in QUIET and found.doubts))
    assert not asked, f"{seed}: {found}"
