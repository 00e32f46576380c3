"""Which mistakes of a FEC are of its form only: its figures are read all the same, to the cent.

Knows fields and words of remarks. Never a line. The owner of a past year cannot correct what the
accountant's software has written; what is refused is what makes a sum doubtful.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.fec.amounts import READABLE
from reporter.fec.entries import TWICE
from reporter.fec.fields import FIELDS

if TYPE_CHECKING:
    from reporter.fec.checking import Checked
    from reporter.fec.remarks import Remark, Repeated

FIGURES = ("EcritureDate", "CompteNum", "Debit", "Credit")
"""The fields that sums are made of."""
BESIDE = frozenset(FIELDS).difference(FIGURES) | {"DateRglt"}
READ = {
    *(f"montant mal écrit : {flaw}" for flaw in READABLE),
    "deux dates dans une écriture",
    "deux encodages mêlés",
}
"""What is wrong in a field of figures, or in a whole file, and does not keep it from being read.

A header that is wrong is not there: where it swaps two names, every sum changes its sign.
"""


def is_of_form(remark: Remark) -> bool:
    """Tell whether a mistake changes no sum of a file whose columns are known."""
    return (remark.field in BESIDE and remark.what != TWICE) or remark.what in READ


def of_form(checked: Checked) -> tuple[Repeated, ...]:
    """Return the mistakes that change no figure; none where no line could be read."""
    return tuple(one for one in checked.of("erreur") if checked.rows and is_of_form(one.first))


def of_figures(checked: Checked) -> tuple[Repeated, ...]:
    """Return the mistakes that bear on figures: every one where no line could be read."""
    formal = of_form(checked)
    return tuple(one for one in checked.of("erreur") if one not in formal)
