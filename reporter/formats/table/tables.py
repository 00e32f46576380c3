"""Tables alone, as text for a page, a spreadsheet or a program.

Knows the syntax of four formats. Never what a table says.
"""

from __future__ import annotations

from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING

from reporter.characters import printable
from reporter.formats.table.csv import comma, harmless, lines
from reporter.formats.table.json import dumped, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reporter.french import Cell
    from reporter.tables.table import Table

STYLE = (
    "body{font-family:system-ui,sans-serif;margin:2rem}table{border-collapse:collapse}"
    "caption{font-weight:bold;text-align:left;padding:.5rem 0}"
    "th,td{border-bottom:1px solid #ccc;padding:.25rem .75rem;text-align:left}"
    ".n{text-align:right;font-variant-numeric:tabular-nums}"
)
MARKS = {"actual": "réel", "aimed": "objectif"}


def render(tables: Sequence[Table], name: str) -> str:
    """Return tables in one of FORMATS, ready to be printed or saved."""
    return FORMATS[name](tables)


def as_markdown(tables: Sequence[Table]) -> str:
    """Return GitHub's tables under their titles."""
    from reporter.formats.table.markdown import escaped_markdown
    from reporter.formats.table.markdown import table as grid

    parts = []
    for table in tables:
        parts += [f"## {escaped_markdown(table.title)}", str(grid(table))]
        parts += [escaped_markdown(table.note)] if table.note else []
    return "\n\n".join(parts) + "\n"


def as_html(tables: Sequence[Table]) -> str:
    """Return a page that asks the network for nothing."""
    title = _text(tables[-1].title)
    view = '<meta name="viewport" content="width=device-width, initial-scale=1">'
    head = f'<meta charset="utf-8">\n{view}\n<title>{title}</title>\n<style>{STYLE}</style>'
    body = "\n".join(map(_html, tables))
    page = f'<html lang="fr">\n<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>'
    return f"<!doctype html>\n{page}\n"


def _html(table: Table) -> str:
    sides = [' class="n"' if is_numeric else "" for is_numeric in table.numeric]
    heads = zip(table.columns, sides, strict=True)
    lines = [
        f"<table>\n<caption>{_text(table.title)}</caption>",
        "<thead><tr>"
        + "".join(f'<th scope="col"{side}>{_text(title)}</th>' for title, side in heads)
        + "</tr></thead>\n<tbody>",
    ]
    for first, *others in table.rows:
        cells = zip(others, sides[1:], strict=True)
        lines.append(
            f'<tr><th scope="row">{_text(str(first))}</th>'
            + "".join(f"<td{side}>{_text(str(cell))}</td>" for cell, side in cells)
            + "</tr>"
        )
    lines.append("</tbody>\n</table>")
    return "\n".join([*lines, f"<p>{_text(table.note)}</p>"] if table.note else lines)


def _text(text: str) -> str:
    return escape(printable(text))


def as_csv(tables: Sequence[Table]) -> str:
    """Return the tables one below the other, for a French spreadsheet: `;` and decimal commas."""
    rows: list[list[str]] = []
    for number, table in enumerate(tables):
        rows += [[]] if number else []
        rows.append([harmless(printable(title)) for title in table.columns])
        rows += [[_csv(cell) for cell in row] for row in table.rows]
        rows += [[harmless(printable(table.note))]] if table.note else []
    return lines(rows)


def _csv(cell: Cell) -> str:
    value = cell.value
    if isinstance(value, Decimal):
        return comma(str(plain(cell)))
    return "" if value is None else harmless(printable(" ".join(str(value).splitlines())))


def as_json(tables: Sequence[Table]) -> str:
    """Return each table as its rows, a dictionary by column each; amounts and days as texts."""
    found = [
        {
            "titre": table.title,
            "lignes": [
                dict(zip(table.columns, map(plain, row), strict=True)) for row in table.rows
            ],
            "marques": [
                {"ligne": str(row[0]), "colonne": title, "marque": MARKS[cell.kind]}
                for row in table.rows
                for title, cell in zip(table.columns, row, strict=True)
                if cell.kind in MARKS
            ],
            "note": table.note,
        }
        for table in tables
    ]
    return dumped(found)


FORMATS: dict[str, Callable[[Sequence[Table]], str]] = {
    "md": as_markdown,
    "html": as_html,
    "csv": as_csv,
    "json": as_json,
}
