import re

import pytest

from reporter.patterns import pattern


def test_an_expression_is_compiled_when_it_is_first_used() -> None:
    unclosed = pattern("(")
    with pytest.raises(re.error):
        unclosed.match("(")


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
def test_an_expression_is_that_of_the_library(flags: int) -> None:
    """Its methods, its words and its flags are, the first time as the others."""
    ours, theirs = pattern(r"av(\d)", flags), re.compile(r"av(\d)", flags)
    for text in ("AV1 av2", "av2", ""):
        assert ours.findall(text) == theirs.findall(text)
        assert ours.sub(r"<\1>", text) == theirs.sub(r"<\1>", text)
    assert (ours.pattern, ours.flags) == (theirs.pattern, theirs.flags & re.IGNORECASE)


def test_an_expression_of_bytes_reads_bytes() -> None:
    assert pattern(rb"\d+").findall(b"1, 22") == [b"1", b"22"]
