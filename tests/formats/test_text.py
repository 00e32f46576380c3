"""Tables as text: aligned, wrapped, and never a figure cut."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from reporter.formats.table.text import as_text, paragraph
from reporter.french import Cell
from reporter.tables.table import Table, headings

TABLE = Table(
    title="Deux années",
    columns=headings("Indicateur", "Référence 2020", "2021"),
    rows=(
        (Cell("Jours ouvrés nets de congés"), Cell(Decimal(228), "days"), Cell(None, "days")),
        (Cell("CA"), Cell(Decimal(138_026), "euros"), Cell(Decimal(-7), "euros")),
    ),
)


def test_figures_stand_on_the_right_under_their_heads() -> None:
    assert as_text(TABLE, 80).replace("\u00a0", " ").replace("\u202f", " ") == (
        "Deux années\n\n"
        "                                Référence\n"
        "  Indicateur                         2020    2021\n"
        " ─────────────────────────────────────────────────\n"
        "  Jours ouvrés nets de congés         228   n. d.\n"
        "  CA                            138 026 €    −7 €\n\n"
    )


@given(st.integers(1, 90))
def test_no_figure_and_no_word_is_cut_whatever_the_width(width: int) -> None:
    text = as_text(TABLE, width)
    for shown in ("138\u202f026\u00a0€", "Référence", "congés", "n.\u00a0d."):
        assert shown in text
    assert width < 40 or max(map(len, text.splitlines())) <= width


def test_a_name_cannot_drive_the_terminal() -> None:
    table = Table(title="T", columns=headings("Client"), rows=((Cell("A\x1b[31m\nB"),),))
    assert "\x1b" not in as_text(table, 80)
    assert "A␛[31m B" in as_text(table, 80)


def test_a_sentence_is_cut_between_words_alone() -> None:
    """A no-break space keeps a figure whole, and a word that is too long stands alone."""
    said = "Cotisations de 1\u202f250\u00a0€ en auto-entrepreneur"
    assert paragraph(said, 14).split("\n") == [
        "Cotisations de",
        "1\u202f250\u00a0€ en",
        "auto-entrepreneur",
    ]
