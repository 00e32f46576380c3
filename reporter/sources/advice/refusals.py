"""The refusals of tables that are not understood: what was seen, and the whole block to write.

Knows what each refusal says, of a sheet that holds no lines of ours too: a statement, a journal, a
recap. Never what a column looks like, nor what may be proposed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.errors import BadCell
from reporter.french import enumeration
from reporter.sources.advice.advice import of_sheet, of_table, rate_of
from reporter.sources.advice.columns import undated_column
from reporter.sources.advice.hints import dated, of_bank
from reporter.sources.advice.proposals import COUNTS, words_for
from reporter.sources.advice.sentences import (
    OURS,
    SAYS,
    WRITE,
    block,
    by_payment,
    choice,
    is_title,
    may_be_client,
    may_be_client_s,
    of_its_month,
    only_client,
    seen,
    several_of,
    untaxed,
)
from reporter.sources.tables.titles import called, key_of
from reporter.sources.tables.told_once import title_of, under_header
from reporter.sources.tables.trackers import lacks_client
from reporter.toml.kinds import literal
from reporter.words.labels import KIND_LABELS, LABELS
from reporter.words.periods import period_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.sources.advice.advice import Advice
    from reporter.sources.advice.columns import Column
    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.layouts import Table
    from reporter.sources.tables.vocabulary import Vocabulary


def away(grid: Grid, vocabulary: Vocabulary, advice: Advice | None = None) -> str:
    """Return how to leave a sheet aside; the line is shown where it cannot hold lines of ours."""
    if not key_of(grid.sheet):
        return "le sortir de data/"
    lined = vocabulary.kind_of(grid.name) or period_of(grid.name).month
    if advice and (lined or advice.may_hold_lines or is_title(grid, advice)):
        return 'la laisser de côté : son nom et "" sous [colonnes]'
    return f"la laisser de côté dans bilan.toml : {called(grid.name)}"


def this(grid: Grid) -> str:
    """Return how a sheet is pointed at."""
    return "cette feuille" if grid.sheet else "ce fichier"


def none_of_ours(grid: Grid, advice: Advice, vocabulary: Vocabulary) -> BadCell:
    """Return the mistake of a sheet that holds no lines of ours, and what to do with it."""
    what, why = SAYS[advice.other]
    why = why.format(none=f"{this(grid)} n’est pas {OURS}", away=away(grid, vocabulary))
    fix = f"{why}{of_its_month(grid, advice)}"
    if grid.sheet and advice.other in ("recap", "cashbook"):
        fix += f" ; ou {away(grid, vocabulary, advice)}"
    return BadCell(what, grid.whole, shown=seen(advice), fix=fix)


ADD_CLIENT = "ajouter une colonne Client"
TITLED = f"{ADD_CLIENT}, ou un titre « Client : … » au-dessus"
USUAL = (
    "en première ligne, écrire Date, Client et Montant HT (ou Jours) pour des ventes ; "
    "Date, Fournisseur et Montant HT pour des dépenses"
)


def missing_columns(table: Table, vocabulary: Vocabulary) -> Iterator[BadCell]:
    """Yield the mistake of a table that lacks columns of its kind: one, with all that may be.

    A bank's statement may have them all: its amounts are those of its movements.
    """
    fields = table.columns.fields
    header = [cell for cell in table.grid.rows[table.top] if isinstance(cell, str)]
    unpriced = "price" in fields and "quantity" in fields and "amount" not in fields
    if (not table.columns.missing(table.kind) or unpriced) and not of_bank(header):
        return
    advice = of_table(table, vocabulary)
    if advice.other in SAYS:
        yield none_of_ours(table.grid, advice, vocabulary)
        return
    names = list(map(words_for, advice.plan.missing))
    fix = f"ajouter {'une colonne' if len(names) == 1 else 'les colonnes'} {enumeration(names)}"
    if lacking := advice.plan.lacking:
        if lacking == [LABELS["client"]]:
            fix += ", ou écrire « Client : » et son nom sur une ligne au-dessus"
        line = by_payment(advice) if len(names) == 1 else ""
        said = "celle qui le dit" if len(names) == 1 else "celles qui le disent"
        fix = f"{line} ; sinon, {fix}" if line else f"{fix}, ou nommer ainsi {said}"
    elif several := several_of(advice):
        fix += f" : {several}"
    elif lines := choice(advice, vocabulary):
        fix += f", ou {lines}"
    yield BadCell("colonne manquante", table.grid.place(table.top), shown=seen(advice), fix=fix)


def rates_or_lines(table: Table, vocabulary: Vocabulary) -> Iterator[BadCell]:
    """Yield the mistake of a table of agreed rates that holds lines: they would not be counted."""
    column = undated_column(table) if table.kind == "missions" else None
    if column is None:
        return
    title = str(table.grid.rows[table.top][column]).strip()
    advice = of_table(table._replace(kind="days"), vocabulary)
    fix = "ajouter une colonne Date"
    if period_of(title).month:
        fix += _beside_months(table)
    elif not dated(advice.columns):
        fix += f", ou {WRITE} : {called(title)}"
    elif advice.plan.is_complete and (lines := choice(advice, vocabulary)):
        fix += f", ou {lines}"
    place = table.grid.place(table.top, column)
    shown = title if len(advice.columns) == len(advice.plan.known) else seen(advice)
    yield BadCell("des tarifs, ou des lignes sans date ?", place, shown=shown, fix=fix)


def _beside_months(table: Table) -> str:
    """Return what keeps a table from being read month by month: a column that none sums."""
    titles = [str(table.grid.rows[table.top][column]).strip() for column in table.columns.unknown]
    odd = [title for title in titles if not period_of(title).month]
    lines = f"{WRITE} : {block(dict.fromkeys(odd, ''))}"
    return f" ; ou, si chaque mois a sa colonne de jours, {lines}" if odd else ""


def days_among_fees(table: Table, vocabulary: Vocabulary) -> Iterator[BadCell]:
    """Yield the mistake of fees that are days at a rate, where no name says that they are fees."""
    if table.kind != "fees" or vocabulary.kind_of(table.grid.name) or not table.columns.unknown:
        return
    advice = of_table(table._replace(kind="days"), vocabulary)
    counts = next((found for group, found in advice.plan.missing.items() if group == COUNTS), [])
    header = table.grid.rows[table.top]
    number = vocabulary.columns(header, "days").fields.get("days")
    lines = {}
    if len(counts) == 1 and (rate := rate_of(counts[0].column, advice)):
        lines = {counts[0].column.title: counts[0].labels[0], **rate}
        number = counts[0].column.number
    elif number in table.columns.unknown and "client" in table.columns.fields:
        lines = {str(header[table.columns.fields["client"]]): LABELS["client"]}
    if lines and number is not None:
        place = table.grid.place(table.top, number)
        what, fix = "des jours, ou des forfaits ?", f"pour des jours, {WRITE} : {block(lines)}"
        fix += f"\npour des forfaits, nommer {this(table.grid)} Forfaits"
        yield BadCell(what, place, shown=seen(advice), fix=fix)


def unknown_sheet(grid: Grid, vocabulary: Vocabulary) -> BadCell:
    """Return the mistake of a sheet of which nothing sure tells what it holds."""
    client = title_of(grid)
    advice = of_sheet(under_header(grid, client) if client else grid, vocabulary)
    what = "feuille inconnue" if grid.sheet else "fichier inconnu"
    if advice is None or lacks_client(grid, vocabulary):
        return BadCell(what, grid.whole, fix=_headless(grid, vocabulary))
    if advice.other in SAYS:
        return none_of_ours(grid, advice, vocabulary)
    if advice.other == "unsold":
        fix = f"son nom dit ce qui n’est pas vendu ; {WRITE} : {called(grid.name)} "
        fix += "pour la laisser de côté, ou changer son nom"
    elif advice.reads and (lines := choice(advice, vocabulary)):
        fix = f"sans doute des {KIND_LABELS[advice.plan.kind].lower()} : si c’est juste, {lines}"
        counts = (it.column for it in advice.plan.proposals if "unit_price" in advice.plan.known)
        if advice.name and any(_is_quantity(column, vocabulary) for column in counts):
            fix += (
                f"\npour des forfaits, cette ligne seule : {called(grid.name, KIND_LABELS['fees'])}"
            )
        fix += f'\nsinon, la laisser de côté : {literal(grid.name)} = ""' if advice.name else ""
    elif may_be_client_s(grid, advice, vocabulary):
        fix = only_client(grid, vocabulary, ADD_CLIENT)
    else:
        fix = _unguessed(grid, advice, vocabulary)
    return BadCell(what, grid.whole, shown=seen(advice), fix=fix)


def _is_quantity(column: Column, vocabulary: Vocabulary) -> bool:
    """Tell whether a column is a quantity of fees, which may be one of days."""
    return "quantity" in vocabulary.columns([column.title], "fees").fields


def _headless(grid: Grid, vocabulary: Vocabulary) -> str:
    """Return what to write above a list of which no row names columns, or no client."""
    if lacks_client(grid, vocabulary):
        return only_client(grid, vocabulary, TITLED)
    none = "aucune ligne n’y nomme de colonnes"
    return f"{this(grid)} n’est pas {OURS} : {none} ; {USUAL} ; sinon, {away(grid, vocabulary)}"


def _unguessed(grid: Grid, advice: Advice, vocabulary: Vocabulary) -> str:
    """Return what to write for a sheet of which the columns do not tell what it holds."""
    if advice.plan.is_complete and vocabulary.is_income(grid.name):
        bought = called(grid.name, KIND_LABELS["expenses"])
        sold = ADD_CLIENT
        for one in advice.plan.proposals:
            if one.fields == ("client",):
                sold += f", ou {WRITE} : {called(one.column.title, LABELS['client'])}"
        titles = [column.title for column in advice.columns]
        if "client" in vocabulary.columns(titles, "fees").fields:
            sold = f"{WRITE} : {called(grid.name, KIND_LABELS['fees'])}"
        return f"si ce sont des ventes, {sold} ; si ce sont des achats, {WRITE} : {bought}"
    if advice.plan.is_complete and vocabulary.is_any(grid.name):
        sold = f"nommer {this(grid)} Jours ou Forfaits pour des ventes, Dépenses pour des achats"
        return f"ses colonnes ne le disent pas : {sold}"
    if advice.plan.is_complete:
        kinds = enumeration([f'"{label}"' for label in KIND_LABELS.values()])
        fix = "la nommer selon ce qu’elle contient, ou le dire dans bilan.toml, sous [colonnes] : "
        fix += f'{literal(grid.name)} est l’un de {kinds}, ou de "" pour la laisser de côté'
        line = f"si ce nom est un client, {WRITE} : {called(grid.name, LABELS['client'])}"
        theirs = {"client", "supplier"}.isdisjoint(advice.plan.known)
        return f"{line} ; sinon, {fix}" if theirs and may_be_client(grid, vocabulary) else fix
    lacking, due = advice.plan.lacking, words_for(("amount", "gross"))
    has_date = vocabulary.received or "date" in advice.plan.known
    exempt = lacking == ([due] if has_date else [LABELS["date"], due]) and untaxed(
        advice, vocabulary
    )
    if line := exempt or by_payment(advice):
        return line
    why = f"rien n’y paraît dire {enumeration(lacking)}" if lacking else several_of(advice)
    titled = ", ou écrire « Client : … » au-dessus" if lacking == [LABELS["client"]] else ""
    return (
        f"{this(grid)} n’est pas {OURS} : {why} ; si c’en est un, nommer ainsi ses colonnes"
        f"{titled} ; sinon, {away(grid, vocabulary, advice)}"
    )
