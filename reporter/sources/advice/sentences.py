"""What is said of a table: what each column was taken for, the lines to write, its client.

Knows French, bilan.toml and names of sheets. Never what may be proposed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.sources.advice.columns import LOOKS
from reporter.sources.advice.proposals import COUNTS, Proposal
from reporter.sources.tables.mistakes import BOTH, PARTED
from reporter.sources.tables.titles import called, key_of, words_of
from reporter.sources.tables.told_once import month_of
from reporter.toml.kinds import literal
from reporter.words.labels import KIND_LABELS, LABELS, UNTAXED
from reporter.words.periods import without_period

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reporter.sources.advice.advice import Advice
    from reporter.sources.advice.columns import Column
    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.vocabulary import Vocabulary
    from reporter.words.columns import Field


MOST_SHOWN = 24
"""Columns of a header that are shown."""
WRITE = "écrire dans bilan.toml"
OURS = "un tableau de jours, de forfaits, de dépenses ou de missions"
STATEMENT = "relevé de compte : débits et crédits"
SAYS: Mapping[str, tuple[str, str]] = {
    "journal": (
        "écritures comptables, en partie double",
        (
            "{none} : bilan lit ce qui a été vendu et dépensé, et non ce qui en est "
            "comptabilisé ; le sortir de data/ (« bilan check --fec » relit un FEC)"
        ),
    ),
    "statement": (
        STATEMENT,
        (
            "{none} : ses montants sont ceux de la banque, TVA comprise, sans dire ce "
            "qui est vendu ; ranger ce relevé dans data/banque/, où il date les "
            "paiements, ou {away}"
        ),
    ),
    "cashbook": (BOTH, PARTED),
    "recap": (
        "récapitulatif sans dates",
        (
            "{none} : il y manque une colonne de dates, qui disent l’exercice d’une "
            "ligne ; l’ajouter, ou sortir ce tableau de data/ si ses lignes sont ailleurs"
        ),
    ),
}
"""For each thing that holds no lines of ours: its name, and what to do with it."""


def seen(advice: Advice) -> str:
    """Return the titles of a table, and what each was taken for: « Qui → Client ? »."""
    names: dict[int, Field] = {}
    for name, column in advice.plan.known.items():
        names.setdefault(column.number, name)
    may_be = {one.column.number: one for one in advice.plan.proposals}
    titles = [_seen(column, names, may_be) for column in advice.columns[:MOST_SHOWN]]
    more = len(advice.columns) - MOST_SHOWN
    return " · ".join([*titles, *([f"et {more} autres"] if more > 0 else [])])


def _seen(column: Column, names: Mapping[int, Field], may_be: Mapping[int, Proposal]) -> str:
    if column.number in names:
        label = LABELS[names[column.number]]
        same = key_of(label) == key_of(column.title)
        return column.shown if same else f"{column.shown} → {label}"
    if column.number in may_be:
        return f"{column.shown} → {' ou '.join(may_be[column.number].labels)} ?"
    return f"{column.shown} ({LOOKS[column.look]})"


def choice(advice: Advice, vocabulary: Vocabulary) -> str:
    """Return the lines to write in bilan.toml; one that leaves a choice comes alone."""
    lines, proposals = advice.lines, advice.plan.proposals
    if len(lines) == 1 and not advice.name and not advice.misreads:
        one = next(one for one in proposals if one.sure)
        return f"{WRITE} : {line_for(one)}"
    unsure = [one for one in proposals if not one.sure]
    if lines and not (unsure and advice.misreads):
        return f"{WRITE} : {block(lines)}"
    return f"{WRITE} : {line_for(unsure[0])}{_exempt(unsure[0], vocabulary)}" if unsure else ""


def _exempt(one: Proposal, vocabulary: Vocabulary) -> str:
    """Return what else to write of an amount where receipts are kept, as without any VAT."""
    if one.fields != ("amount", "gross") or vocabulary.untaxed or not vocabulary.received:
        return ""
    return ' ; ou, en franchise en base de TVA : [tva] regime = "franchise"'


def untaxed(advice: Advice, vocabulary: Vocabulary) -> str:
    """Return what to write of a book of receipts whose amount has a name that no VAT explains.

    Its dates may be those of payments alone too: nothing has said that receipts count on these.
    """
    keys = {key_of(column.title): column.shown for column in advice.columns}
    found = [shown for key, shown in keys.items() if key in words_of(UNTAXED)]
    paid = advice.plan.known.get("paid")
    if vocabulary.untaxed or len(found) != 1 or not (vocabulary.received or paid):
        return ""
    if not vocabulary.received and paid:
        other = "une colonne Montant HT"
        if "date" not in advice.plan.known:
            other = "des colonnes Date et Montant HT"
        return (
            f"« {paid.shown} » et « {found[0]} » disent ce qui est payé : pour des recettes, en "
            f'franchise en base de TVA, {WRITE} :\n[societe]\nbase = "encaissement"\n[tva]\n'
            f'regime = "franchise"\n{MICRO} ; sinon, ajouter {other}'
        )
    return (
        f"« {found[0]} » est ce qui est payé : en franchise en base de TVA, {WRITE} : [tva] "
        'regime = "franchise" ; sinon, ajouter une colonne Montant HT'
    )


def line_for(one: Proposal) -> str:
    """Return the line that names a column, and what it may be besides."""
    fields = COUNTS if one.fields[0] in COUNTS else ()
    labels = dict.fromkeys([*one.labels, *(LABELS[field] for field in fields)])
    first, *others = labels
    more = "".join(f' (ou "{label}")' for label in others)
    return f"{called(one.column.title, first)}{more}"


MICRO = 'en micro-entreprise, statut = "micro" au lieu de base'


def by_payment(advice: Advice) -> str:
    """Return what to write where the only dates are those of payments, on which receipts count."""
    paid, kind = advice.plan.known.get("paid"), advice.plan.kind
    dates = [it for it in advice.columns if it.look in ("dates", "months") and it != paid]
    if paid is None or dates or advice.plan.lacking != [LABELS["date"]]:
        return ""
    if kind == "expenses":
        return f"si « {paid.shown} » est la date qui compte, la nommer Date"
    return (
        f"« {paid.shown} » dit quand une vente est payée, et rien quand elle est facturée : "
        f'pour des recettes, {WRITE} : [societe] base = "encaissement" ; {MICRO}'
    )


def block(lines: Mapping[str, str]) -> str:
    """Return lines of `[colonnes]`: on one line where there is one, else ready to paste."""
    written = [f'{literal(title)} = "{label}"' for title, label in lines.items()]
    return f"[colonnes] {written[0]}" if len(written) == 1 else "\n".join(["[colonnes]", *written])


def several_of(advice: Advice) -> str:
    """Return the groups for which several columns would do: their owner must say which."""
    asked = []
    for group, found in advice.plan.missing.items():
        if len(found) > 1:
            titles = " ou ".join(f"« {one.column.shown} »" for one in found)
            asked.append(f"{LABELS[group[0]]} : {titles} ? nommer ainsi la bonne colonne")
    return " ; ".join(asked)


SHEET_WORDS = {
    *("archive", "archives", "total", "totaux", "recap", "recapitulatif", "synthese", "bilan"),
    *("suivi", "donnees", "export", "data", "divers", "autre", "autres", "brouillon", "test"),
    *("ca", "chiffre", "affaires", "compta", "comptes", "gestion", "livre", "journal", "activite"),
    *("copie", "ancien", "ancienne", "perso", "tableau", "rapport", "report", "time", "times"),
}
"""Words of the names of sheets that are no client's."""


def may_be_client(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Tell whether the name of a sheet may be a client's."""
    tokens = set(without_period(grid.name).split())
    unsaid = not tokens or vocabulary.is_any(grid.name) or not tokens.isdisjoint(SHEET_WORDS)
    return not unsaid and vocabulary.kind_of(grid.name) is None


def of_its_month(grid: Grid, advice: Advice) -> str:
    """Return what to write of a list without dates on a sheet that is called as its month."""
    period = month_of(grid)
    if advice.plan.lacking != [LABELS["date"]] or not (period.year and period.month):
        return ""
    line = called(grid.name, KIND_LABELS[advice.plan.kind])
    return f" ; ou, si ses lignes sont celles de ce mois, {WRITE} : {line}"


def only_client(grid: Grid, vocabulary: Vocabulary, other: str) -> str:
    """Return what to write for a sheet that lacks its client; `other` where its name is none."""
    if not may_be_client(grid, vocabulary):
        return f"il n’y manque que le client : {other}"
    return (
        f"il n’y manque que le client. Si {literal(grid.name)} en est un, {WRITE} : "
        f"{called(grid.name, LABELS['client'])} ; sinon, {other}"
    )


def may_be_client_s(grid: Grid, advice: Advice, vocabulary: Vocabulary) -> bool:
    """Tell whether the name of a sheet that lacks its client alone may be a client's."""
    others = dict(advice.plan.missing)
    owned = {column.number for column in advice.plan.known.values()}
    return (
        others.pop(("client",), None) == []
        and all(len(found) == 1 for found in others.values())
        and not any(one.look == "words" and one.number not in owned for one in advice.columns)
        and may_be_client(grid, vocabulary)
        and not is_title(grid, advice)
    )


def is_title(grid: Grid, advice: Advice) -> bool:
    """Tell whether a sheet is called as one of its columns."""
    return key_of(grid.name) in {key_of(column.title) for column in advice.columns}
