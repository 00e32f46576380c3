"""`bilan reconcile`: the bank of a year, each euro explained or asked about."""

from __future__ import annotations

from reporter.cli import scenario_options as options
from reporter.cli.french_typer import command
from reporter.cli.options import Folder, Json, Year, output
from reporter.cli.terminal import open_books, show, write_json
from reporter.errors import BilanError

NOTHING = (
    "aucun relevé de banque : ranger dans data/banque les exports de la banque, en CSV, classeur, "
    "OFX, QIF ou CAMT.053"
)


@command(
    "reconcile",
    ("bilan reconcile 2020", "les relevés de data/banque, et ce qu’ils n’expliquent pas"),
    ("bilan reconcile 2020 --format csv", "les mêmes tableaux, pour un tableur"),
    ("bilan reconcile 2020 --json", "pour un programme"),
)
def reconcile(
    annee: Year,
    *,
    dossier: Folder = None,
    format: options.Format = None,  # noqa: A002  # the option's name
    json: Json = False,
) -> None:
    """Rapprocher la banque des livres : d’un solde à l’autre, ce qui manque des deux côtés."""
    from reporter.bank.reconciling import reconciled
    from reporter.tables.bank import reconciliation
    from reporter.tables.bank_values import values

    form = output(format, json=json)
    opened = open_books(dossier)
    if opened.bank is None:
        raise BilanError(NOTHING)
    found = reconciled(opened.bank, opened.settings.year(annee))
    if form == "json":
        write_json(values(found))
    else:
        show(*reconciliation(found), form=form)
