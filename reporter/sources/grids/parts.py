"""The parts of a zipped workbook: which member of the archive holds which sheet.

Knows the workbook and its relations. Never what a sheet holds.
"""

from __future__ import annotations

from posixpath import dirname, normpath
from typing import TYPE_CHECKING, NamedTuple

from reporter.sources.grids.markup import Markup
from reporter.sources.grids.styles import FALSE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reporter.sources.grids.archives import Archive

WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"


class Book(NamedTuple):
    """What a workbook says of itself.

    Attributes:
        sheets: the name of each sheet by the path of its XML, in lower case.
        is_exact: whether its cells keep what they compute, and not only the digits shown.
    """

    sheets: dict[str, str]
    is_exact: bool


def read_book(archive: Archive) -> Book:
    """Return what the workbook part of an archive says.

    Raises:
        Unsafe: where the archive or its XML does not keep within bounds.
    """
    links = sheet_links(archive, RELATIONS)
    names = {}
    exact = True

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal exact
        if name == "sheet" and "name" in attributes:
            ids = (value for key, value in attributes.items() if key.endswith(":id"))
            names[links.get(next(ids, ""), "")] = attributes["name"]
        elif name == "calcPr" and attributes.get("fullPrecision") in FALSE:
            exact = False

    Markup(start).read([archive.content(WORKBOOK)])
    return Book(names, exact)


def sheet_links(archive: Archive, relations: str, kind: str = "") -> dict[str, str]:
    """Return the path of each part of a workbook, in lower case, by the identifier it is cited by.

    Args:
        archive: the workbook.
        relations: the member that names them, and beside what their paths are written.
        kind: how the type ends of those that are wanted.

    Raises:
        Unsafe: where the archive or its XML does not keep within bounds.
    """
    links = {}
    folder = dirname(dirname(relations))

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("Type", "").endswith(kind):
            links[attributes.get("Id", "")] = _path(attributes.get("Target", ""), folder)

    Markup(start).read([archive.content(relations)])
    return links


def _path(target: str, folder: str) -> str:
    target = target.replace("\\", "/").lower()
    return normpath(target[1:] if target.startswith("/") else f"{folder}/{target}")
