"""What a number format shows beside the number, and what changes nothing."""

from __future__ import annotations

import pytest

from reporter.sources.grids.cells import Sign
from reporter.sources.grids.number_formats import sign_of

NOTHING = (
    "General", "0", "0.00", "#,##0", "#,##0.00", "0%", "0.00%", "0.00E+00", "##0.0E+0", "# ?/?",
    "@",    "#,##0.00\\ €", '#,##0.00\\ "€"', "#,##0.00 [$€-40C];[RED]-#,##0.00 [$€-40C]",
    '_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-;_-* "-"??\\ "€"_-;_-@_-', "[$EUR] #,##0.00",
    '#,##0.00" EUR"', '#,##0" euros"', "dd/mm/yyyy", "[$-40C]d\\ mmmm\\ yyyy;@", "[h]:mm",
    "hh:mm", 'd" jours"', "[Red]0.00", "[>100]0.00;0.0", "#,##0_);(#,##0)", "00\\ 00\\ 00",
    "", ";;;", '"', "0-00", "0;-0", "+0;-0",
)  # fmt: skip
SOMETHING = {
    "[$$-409]#,##0.00": ("currency", "$"),
    '"$"#,##0.00': ("currency", "$"),
    "$#,##0.00_);($#,##0.00)": ("currency", "$"),
    "[$£-809]#,##0.00": ("currency", "£"),
    "[$CHF] #,##0.00": ("currency", "CHF"),
    "#,##0.00\\ [$USD]": ("currency", "USD"),
    '#,##0.00" US$"': ("currency", "US$"),
    "\\£0.00": ("currency", "£"),
    "[$kr-406] 0": ("currency", "kr"),
    '0" MAD"': ("currency", "MAD"),
    '[$-40C]0.00" $"': ("currency", "$"),
    '#,##0,"k€"': ("scaled", "k€"),
    "#,##0,": ("scaled", ""),
    '0.0,,"M€"': ("scaled", "M€"),
    '#,##0.0,\\ "K€"': ("scaled", "K€"),
    "0,.00": ("scaled", ""),
    '#,##0.0" k€"': ("thousands", "k€"),
    '0"K€"': ("thousands", "K€"),
    '0.0" M€"': ("thousands", "M€"),
    '0" k"': ("thousands", "k"),
    '0.00" h"': ("unit", "h"),
    'General" h"': ("unit", "h"),
    '0.00"h"': ("unit", "h"),
    '0" heures"': ("unit", "heures"),
    '0" min."': ("unit", "min."),
    '0.0\\ "j"': ("unit", "j"),
    '#,##0" €/j"': ("unit", "€/j"),
    '#,##0.00" € TTC"': ("words", "€ TTC"),
    '"AV-"0000': ("words", "AV-"),
    "-#,##0.00": ("minus", "-"),
    "\\-0": ("minus", "-"),
    '"("0")"': ("minus", "-"),
    '"- "0" €"': ("minus", "-"),
    '0;-0;"offert"': None,
}


@pytest.mark.parametrize("code", NOTHING)
def test_what_changes_nothing(code: str) -> None:
    assert sign_of(code) is None


@pytest.mark.parametrize("code", SOMETHING)
def test_what_changes_the_meaning(code: str) -> None:
    found = SOMETHING[code]
    assert sign_of(code) == (found and Sign(*found))  # type: ignore[arg-type]  # a kind is a text
