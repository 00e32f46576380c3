"""A value printed in Markdown or YAML reads as it was written, whatever its characters."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reporter.formats.report.html import shown
from reporter.formats.report.markdown import yaml
from reporter.formats.table.markdown import escaped_markdown
from tests.texts import read

MARKS = "\\`*_[]()|~#'\"<>{}&!-+=.:;0123 aé"
RULES = MarkdownIt("commonmark", {"html": False}).enable("table")


def texts(markdown: str) -> list[str]:
    return read(RULES.render(markdown))[0]


@example("1. a")
@example("12)")
@example("# a #")
@example("+ a")
@example("---")
@example("===")
@given(value=st.text(MARKS, min_size=1).map(lambda text: " ".join(text.split())).filter(bool))
def test_a_value_is_read_as_it_is_in_a_paragraph_a_title_a_list_and_a_table(value: str) -> None:
    escaped = escaped_markdown(value)
    assert texts(escaped) == [value]
    assert texts(f"# {escaped}\n") == [value]
    assert texts(f"- {escaped}\n") == [value]
    assert texts(f"| a |\n| --- |\n| {escaped} |\n") == ["a", value]
    assert texts(f"L’achat « {escaped} » (1)") == [f"L’achat « {value} » (1)"]


@pytest.mark.parametrize("value", ["שלום", "a شركة b"])
def test_a_name_written_from_right_to_left_moves_nothing_around_it(value: str) -> None:
    isolated = f"\u2068{value}\u2069"
    assert escaped_markdown(value) == shown(value) == isolated
    assert escaped_markdown("x\u202eété") == shown("x\u202eété") == "xété"


@pytest.mark.parametrize(
    ("value", "quoted"),
    [
        ("a: b", '"a: b"'),
        ('"a" \\', r'"\"a\" \\"'),
        ("a\n---\u2028b\x85c", '"a --- b c"'),
        ("\x7fa\x00", '"a"'),
        ("😀 é", '"😀 é"'),
        (("a", "b, c]"), '["a", "b, c]"]'),
        ((), "[]"),
    ],
)
def test_yaml_cannot_be_broken(value: str | tuple[str, ...], quoted: str) -> None:
    assert yaml(value) == quoted
