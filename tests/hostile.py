"""Names that break reports which do not expect them, and a year full of them."""

from __future__ import annotations

from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING

from tests.builders import bilan, day, expense, fee

if TYPE_CHECKING:
    from reporter.figures import Bilan
    from reporter.model import Day, Expense, Fee

LONG = "Société " + "très " * 57 + "longue"
NAMES = (
    "<script>alert(1)</script>",
    "A|B",
    "{{< x >}}",
    "{{% y %}}",
    "{{ z }}",
    "**é",
    "&amp;",
    "=1+1",
    "---",
    '# l\'« un » -- "deux"... `trois`',
    "[lien](https://exemple.fr) <!-- rien -->",
    "1. _x_ ~y~ \\z",
    LONG,
    "W" * 300,
    "שלום עולם",
    "😀 Émilie",
)
TITLE = '{{< x >}} : "A" #1 \\ 😀'


def report() -> Bilan:
    """Return a year in which every name is a client, a supplier, a label and a category."""
    quoted = TITLE.replace("\\", "\\\\").replace('"', '\\"')
    settings = (
        f'[societe]\nnom = "{quoted}"\n[publication]\nauteur = "{quoted}"\ntags = ["{quoted}"]\n'
    )
    return bilan(2020, *chain.from_iterable(map(_lines, NAMES)), settings=settings)


def _lines(name: str) -> list[Day | Fee | Expense]:
    return [
        day("2020-01-31", "1", "700", name, mission=name, worker=name),
        fee("2020-02-28", "500", name, service=name),
        expense("2020-03-31", "40", name, supplier=name, label=name),
        expense("2020-03-31", "900", name, supplier=name, label=name, lifetime=Decimal(3)),
    ]
