"""The lines as a pandas frame, for a notebook; the home of pandas.

Knows columns. Values stay `Decimal` and `date`: no float, no rounding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.metrics import numbers

if TYPE_CHECKING:
    import pandas as pd

    from reporter.model import Activity
    from reporter.settings import Settings

COLUMNS = {
    "client": "client",
    "mission": "mission",
    "service": "prestation",
    "supplier": "fournisseur",
    "label": "libelle",
    "category": "categorie",
    "days": "jours",
    "rate": "tjm",
    "amount": "montant_ht",
    "vat_rate": "taux_tva",
    "vat": "tva",
    "invoice": "facture",
    "paid": "paiement",
    "account": "compte",
    "lifetime": "duree_amortissement",
    "disposed": "date_cession",
    "disposal_price": "prix_cession",
    "equivalent_days": "jours_equivalents",
}
"""The field of a line → the column of the frame, after nature, exercice and date."""


def frame(activity: Activity, settings: Settings) -> pd.DataFrame:
    """Return every line as a row: its nature, financial year, date and fields.

    Money is in euros before tax; columns hold Python objects, None where a line has no such field.
    """
    import pandas as pd

    number = numbers([*activity.lines], settings)
    kinds = (("jours", activity.days), ("forfait", activity.fees), ("dépense", activity.expenses))
    rows = [
        (kind, number[line.date], line.date, *(getattr(line, field, None) for field in COLUMNS))
        for kind, lines in kinds
        for line in lines
    ]
    columns = ["nature", "exercice", "date", *COLUMNS.values()]
    return pd.DataFrame(rows, columns=columns, dtype=object)
