"""What the title of a table of lines says of them: prospects, a budget, the lines of another year.

Knows titles, and their words that are of nothing sold or spent. Never what the lines are worth.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from reporter.characters import folded, forms
from reporter.errors import BadCell, Doubt, Place
from reporter.french import of
from reporter.numerals import number
from reporter.patterns import pattern
from reporter.sources.grids.cells import is_blank
from reporter.sources.tables.header_rows import FEWEST_WORDS
from reporter.sources.tables.layouts import titles_above
from reporter.sources.tables.titles import foreign_unit, is_taxed, is_year
from reporter.words.apart import set_apart
from reporter.words.bearing import bearing
from reporter.words.charges import is_paid_by_another, is_private
from reporter.words.fates import is_fate
from reporter.words.month_titles import KNOWN
from reporter.words.periods import without_period
from reporter.words.remarks import is_harmless, is_sentence
from reporter.words.sheets import NAMED_APART, is_apart, is_denied, tells_apart
from reporter.words.undecided import unsure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.layouts import Table
    from reporter.sources.tables.vocabulary import Vocabulary
    from reporter.words.columns import Field

PLAIN = KNOWN - {"recap", "recapitulatif", "synthese", "bilan"} | {
    "suite", "page", "partie", "trimestre", "semestre", "er", "eme", "nd", "premier", "deuxieme",
    "troisieme", "quatrieme", "france", "export", "etranger", "ue", "europe", "sarl",
    "sas", "sasu", "sa", "eurl", "encaissements", "avec", "francais", "etrangers", "nouveaux",
    "anciens", "date", *forms("paye, impaye, regle"),
}  # fmt: skip
"""Words of a title that tell nothing of whether its lines count."""
TAKEN = pattern(
    r"(?!.*\b(?:factur|vent|prest|recett)).*\b(?:avoirs?|notes? de credit|remises?|rabais|"
    r"ristournes?)\b"
)
NAMES: tuple[Field, ...] = ("client", "mission", "service", "supplier", "worker")
AMOUNTS: tuple[Field, ...] = ("amount", "gross", "days", "hours")
FOOTNOTE = pattern(
    r"^\s*(?:\(?[*†¹²³]+\)?|(?i:lignes?\b|"
    r"(?:en )?(?:rouge|vert|bleu|jaune|orange|gris|rose|violet)e?s?\s*[:=])|"
    r"(?i:le )?\d\d?(?:er)?(?:/\d\d?| \w+)? ?:(?!\d))\s*"
)
"""How a text begins that is about lines: by their mark, their colour, that word, or their day."""
GOAL = pattern(r"(?:tjm|objectifs?|cibles?|target|goal)\b")
"""How the name of a figure begins that is aimed at, and stands alone above lines; folded."""
LONGEST = 6
"""Words of a title; more are a sentence, about anything."""
SENTENCE = 15
"""Words above a second table, which may be a sentence about it."""
SHORT = 3
"""Letters under which a word tells nothing: « T1 », « v2 »."""
UNIT = pattern(
    r"(?:(?:en|et|a|au|de|des|tous|montants?|prix|heures?|jours?|eur|euros?|h?ht|hors taxes?|"
    r"ventes?|facturation|prestations?|achats?)(?: |$))+"
)
"""What a title says of how its lines are counted, or from which month to which."""
WHAT = "un titre dit que les lignes du dessous ne comptent pas"
BESIDE = "un autre tableau sur la même feuille : ses lignes comptent-elles aussi ?"
BESIDE_FIX = "si elles ne comptent pas, les mettre hors de data/ ; sinon, « Factures » au-dessus"
TAKES, TAKES_FIX = "un titre parle d’avoirs, de montants positifs", "les écrire en négatif"
NOT_OWN = "un titre dit que les dépenses du dessous sont d’un autre, ou personnelles"
FIX = "mettre ces lignes hors de data/, ou changer ce titre si elles comptent"


def refused_titles(table: Table, vocabulary: Vocabulary) -> Iterator[BadCell]:
    """Yield the titles that say that the lines of a table were not sold, or not spent."""
    for title, place in (*_titles(table, vocabulary), *_over_amounts(table)):
        if is_apart(title) and not _has_number(table, place):
            yield BadCell(WHAT, place, shown=title, fix=FIX)
        elif takes_back(title) and _adds(table):
            yield BadCell(TAKES, place, shown=title, fix=TAKES_FIX)
        elif _is_with_tax(title) and table.columns.fields.keys() & {"amount", "gross"} == {
            "amount"
        }:
            what, fix = "un titre dit TTC ce qu’une colonne dit HT", "corriger l’un ou l’autre"
            yield BadCell(what, place, shown=title, fix=fix)


def section(cell: Any, place: Place) -> Doubt | None:
    """Return the doubt of a text alone among lines that says that those below do not count."""
    if not isinstance(cell, str):
        return None
    if not (is_denied(cell) or (_is_short(cell) and (tells_apart(cell) or _ends_undone(cell)))):
        return None
    return _doubt(f"{WHAT} : elles sont comptées", place, cell.strip()[:40], FIX)


def takes_back(title: str) -> bool:
    """Tell whether a title speaks of credit notes alone: « Avoirs », not « Factures et avoirs »."""
    return TAKEN.match(folded(title)) is not None


def says_of_lines(text: str) -> bool:
    """Tell whether a text alone says in what lines are counted, or something of a few."""
    told = FOOTNOTE.match(text) and not is_harmless(FOOTNOTE.sub("", text))
    undone = bearing(text) in ("not sold", "maybe not sold")
    return bool(told or undone or is_sentence(text) or foreign_unit(text) or is_taxed(text))


def unknown_titles(tables: Sequence[Table], vocabulary: Vocabulary) -> Iterator[Doubt]:
    """Yield what parts a table of sales from another of its sheet, and is not understood.

    A table below another one has the words of a title; one beside it may have none at all.
    """
    for rank, table in enumerate(tables):
        for title, place in _titles(table, vocabulary, SENTENCE):
            goal = GOAL.match(folded(title)) and _has_number(table, place)
            if not goal and (doubt := section(title, place)):
                yield doubt
            own = is_private(folded(title).split()) or is_paid_by_another(title)
            if own and _is_short(title) and table.kind == "expenses":
                yield _doubt(NOT_OWN, place, title, FIX)
        before = [other for other in tables[:rank] if other.kind == table.kind]
        if not before or table.kind not in ("days", "fees"):
            continue
        titles = list(_titles(table, vocabulary, SENTENCE))
        names = _names(table)
        for title, place in titles:
            if word := next((it for it in _words(title) if it not in names), ""):
                yield _doubt(BESIDE, place, f"{word} : {title}", BESIDE_FIX)
        if not titles and any(other.top == table.top for other in before):
            shown = "un tableau sans titre, à côté d’un autre"
            yield _doubt(BESIDE, table.grid.place(table.top, table.left), shown, BESIDE_FIX)


def _titles(
    table: Table, vocabulary: Vocabulary, longest: int = LONGEST
) -> Iterator[tuple[str, Place]]:
    """Yield the short texts that stand alone above a table, the nearest first, and their places."""
    for cell, place in titles_above(table.grid, table.top, table.left, table.right):
        short = isinstance(cell, str) and _is_short(cell, longest)
        said = short and without_period(cell)
        if said and not vocabulary.explains(cell):
            yield cell.strip(), place


def _over_amounts(table: Table) -> Iterator[tuple[str, Place]]:
    """Yield the titles just above a header of which several part it, where amounts are theirs."""
    row = table.grid.rows[table.top - 1] if table.top else ()
    filled = [n for n in range(table.left, len(row)) if not is_blank(row[n])]
    if len(filled) > FEWEST_WORDS and all(isinstance(row[n], str) for n in filled):
        columns = (table.columns.fields[it] for it in AMOUNTS if it in table.columns.fields)
        for over in {max((n for n in filled if n <= it), default=filled[0]) for it in columns}:
            yield row[over].strip(), table.grid.place(table.top - 1, over)


def _has_number(table: Table, place: Place) -> bool:
    """Tell whether a number stands beside a title: it is a setting, « TJM cible | 700 »."""
    row = table.grid.rows[place.row - 1][table.left : table.right]
    return any(number(str(cell)) is not None for cell in row if not is_year(cell))


def names_apart(grid: Grid, vocabulary: Vocabulary) -> Iterator[Doubt]:
    """Yield the doubt of a sheet whose name, or its file's or folder's, says that it counts not."""
    file = PurePosixPath(grid.file)
    for part in (*file.parts[1:-1], file.stem, file.stem.rpartition(" - ")[0], grid.sheet):
        last, unit = part.rpartition(" ")[2], foreign_unit(part)
        apart = tells_apart(part) or is_apart(last) or NAMED_APART.search(folded(part))
        if (apart or unit) and not vocabulary.explains(part):
            what = "un nom dit que les lignes ne comptent pas : elles sont comptées"
            what = what if apart else f"un nom parle {of(unit)} : les lignes sont comptées en euros"
            fix = "les mettre hors de data/, ou changer ce nom si elles comptent"
            place = grid.whole if part is grid.sheet else Place(grid.file)
            yield Doubt("titre-inconnu", what, place, part[:40], fix, about=part)
            return


def _ends_undone(title: str) -> bool:
    """Tell whether what a title sets apart undoes its lines: « Mars – offert », not « TTC »."""
    return any(
        not (said == "ttc" or said.startswith(("rembours", "tva ")))
        and (
            unsure(said)
            or is_fate(said)
            or _tells(it)
            or bearing(said) in ("not sold", "maybe not sold")
        )
        for it in set_apart(title)
        for said in [folded(it)]
    )


def _tells(said: str) -> bool:
    """Tell whether what a title sets apart tells more than whose or when, and in what it counts."""
    rest = without_period(said)
    words = rest and said[0].islower() and not any(map(str.isdigit, said))
    return bool(words) and not (UNIT.fullmatch(rest) or is_harmless(rest))


def _is_with_tax(title: str) -> bool:
    words = set(folded(title).split())
    return "ttc" in words and words.isdisjoint({"ht", "tva", "total"})


def _is_short(text: str, longest: int = LONGEST) -> bool:
    return 0 < len(folded(text).split()) <= longest


def _adds(table: Table) -> bool:
    """Tell whether a table has an amount that is not below zero."""
    columns = [table.columns.fields[it] for it in AMOUNTS if it in table.columns.fields][:1]
    rows = table.grid.rows[table.top + 1 : table.bottom]
    cells = (row[column] for column in columns for row in rows)
    return any(not is_blank(cell) and str(cell).strip()[0] not in "-−–(" for cell in cells)


def _words(title: str) -> Iterator[str]:
    for word in without_period(title).split():
        if len(word) >= SHORT and word.isalpha() and word not in PLAIN:
            yield word


def _names(table: Table) -> set[str]:
    """Return the words of the names that the lines of a table hold, folded."""
    columns = [table.columns.fields[name] for name in NAMES if name in table.columns.fields]
    rows = table.grid.rows[table.top + 1 : table.bottom]
    texts = {str(row[column]) for row in rows for column in columns}
    return {word for text in texts for word in folded(text).split()}


def _doubt(what: str, place: Place, shown: str, fix: str) -> Doubt:
    return Doubt("titre-inconnu", what, place, shown[:80], fix, about=shown[:40])
