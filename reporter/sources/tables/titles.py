"""What a title says: the words of it that count, the unit, and which titles say a meaning best.

Knows how people write titles. Never what stands below: that an amount is with its tax or before
it, told by the columns beside, is checked on each row, where HT, TVA and TTC must agree.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.patterns import pattern
from reporter.sources.grids.cells import shown
from reporter.toml.kinds import literal
from reporter.words.columns import WORDS
from reporter.words.currencies import EXEMPTED, FOREIGN, NAMED_K
from reporter.words.labels import PAY
from reporter.words.periods import FIRST_YEAR, LAST_YEAR, YEARS, period_of, without_period

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reporter.words.columns import Field, Kind

SMALL = {
    "de", "d", "des", "du", "la", "le", "l", "les", "en", "euros", "euro", "eur", "e", "jj", "mm",
    "aaaa",
}  # fmt: skip
SAME = {
    "numero": "n", "no": "n", "num": "n", "nombre": "nb", "nbre": "nb", "nbr": "nb", "jrs": "jours",
    "journees": "jours", "fact": "facture", "mt": "montant", "mtt": "montant", "mnt": "montant",
}  # fmt: skip
NOUNS = {
    "montant", "total", "somme", "valeur", "sous", "ligne", "facture", "revenu", "ca", "net",
    "honoraires", "vente", "ventes", "forfait", "forfaits", "prestation", "prestations", "recettes",
    "chiffre", "affaires", "amount", "acquisition",
}  # fmt: skip
"""Words of an amount, beside one that says its tax."""
NAMING = {
    "nature", "type", "categorie", "objet", "libelle", "designation", "intitule", "description",
    "poste", "motif", "statut", "etat", "date", "mode",
}  # fmt: skip
LINES = {
    "achat", "depense", "charge", "frais", "vente", "recette", "operation", "prestation",
    "facture", "ligne",
}  # fmt: skip
"""Words of what is said of a line, and of what a line is."""
PAIR = 2
ISSUED = dict.fromkeys(("facture", "facturee"), "date facture") | dict.fromkeys(
    ("emis", "emise"), "date emission"
)
"""What « Facturé le » says, of which a number or a tick may be the « Facture »."""
INITIALS = pattern(r"\b(?:[A-Za-z]\.)+[A-Za-z]\b\.?")
"""A word by its initials: « T.T.C. »."""
RUN_ON = pattern(r"(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-Ö])")
"""Where a word begins in a title that writes none apart: « DateFacture », « MontantHT »."""
BEFORE_TAX = pattern(
    r"\b(?:(?:hors|excl|excluding|ex|before|pre) (?:taxes|tax|taxe|tva|vat)|htva|pretax)\b"
)
WITH_TAX = pattern(
    r"\b(?:toutes taxes(?: comprises)?|(?:incl|including|with) (?:tax|vat)|"
    r"(?<= )(?:tva|taxes) (?:comprises?|incluses?))\b"
)
"""What says « HT » and « TTC » in more words."""
DUE = pattern(r"\b(montant|total|solde) dû\b", re.IGNORECASE)
"""An amount that is still to be paid, where « du » says nothing: « Montant dû »."""
BY_UNIT = {
    "j": "prix jour", "jour": "prix jour", "h": "taux horaire", "heure": "taux horaire",
    "km": "prix km",
}  # fmt: skip
PER = pattern(r"\s*(?:€|euros?)(?: ht)? ?(?:/|par|du|au) ?(j|jour|h|heure|km)\s*", re.IGNORECASE)
"""A price by what it is of: « €/jour »."""
LONGEST_HEADER = 80
THOUSANDS = {"k", "ke", "keur", "milliers", "thousands"}
BY_THOUSAND = pattern(r"(?:^|\s|\()[xX×*] ?1[ .]?000\b")
UNITS = FOREIGN | THOUSANDS
PRICED = {
    "ventes", "vente", "forfait", "forfaits", "jours", "depenses", "frais", "achats", "tableau",
    "montant", "montants", "prix", "ca", "tarif", "tarifs", "tjm", "chiffre", "affaires",
    "prestations", "factures",
}  # fmt: skip
"""Words of a title that say which amounts stand below, and not whether they hold their VAT."""
TAXED = {"ttc", "toutes", "taxes", "comprises"}


@cache
def key_of(text: str) -> str:
    """Return the words of a text that count: « Nombre de jours (facturés) » → nb jours factures."""
    if priced := PER.fullmatch(text):
        return BY_UNIT[priced[1].lower()]
    text = DUE.sub(r"\1 restant", joined(EXEMPTED.sub(" ", text)))
    text = folded(text.replace("%", " pct ").replace("(s)", "s"))
    return _that_count(WITH_TAX.sub("ttc", BEFORE_TAX.sub("ht", text)))


def _that_count(text: str) -> str:
    """Return the words of a folded text that count, each written in one way."""
    words = [SAME.get(word, word) for word in text.split()]
    return " ".join(word for word in words if word not in SMALL) or " ".join(words)


def joined(text: str) -> str:
    """Return a text whose words stand apart: « T.V.A. 20 % » → TVA 20 %, « NbJours » → Nb Jours."""
    return RUN_ON.sub(" ", INITIALS.sub(lambda found: found[0].replace(".", ""), text))


@cache
def groups_of(words: str) -> tuple[frozenset[str], ...]:
    """Return groups of words, separated by semicolons, whose words commas separate.

    The words of our lists are folded already, and say « ht » and « ttc ».
    """
    return tuple(frozenset(map(_that_count, group.split(","))) for group in words.split(";"))


@cache
def words_of(groups: str) -> frozenset[str]:
    """Return all the words of groups."""
    return frozenset().union(*groups_of(groups))


def best(words: Sequence[str], groups: str) -> list[int]:
    """Return the columns whose words belong to the first group that has any."""
    for known in groups_of(groups):
        if found := [column for column, word in enumerate(words) if word and word in known]:
            return found
    return []


WHO_WORKED = (
    'nommer les intervenants : une colonne Intervenant, ou [colonnes] "Anne" = '
    '"Intervenant" dans bilan.toml si le nom d’une feuille ou d’un fichier est le sien'
)
"""What to write where several people worked, and who did is not said."""


def called(title: str, meaning: str = "") -> str:
    """Return the line of bilan.toml that says what a title means; nothing leaves it aside."""
    return f"[colonnes] {literal(title)} = {literal(meaning)}"


def foreign_unit(header: str) -> str:
    """Return the unit that a title counts in where it is not the euro, nothing where it is."""
    words = set(folded(NAMED_K.sub("", header)).split())
    if words & THOUSANDS or BY_THOUSAND.search(header):
        return "milliers d’euros"
    foreign = any(sign in header for sign in "$£¥") or words & FOREIGN
    return "une autre devise que l’euro" if foreign else ""


def is_taxed(title: str) -> bool:
    """Tell whether a title says that amounts hold their VAT, and nothing besides."""
    rest = {word for word in folded(title).split() if word not in PRICED | SMALL}
    return bool(rest) and rest <= TAXED


def own_word(cell: str) -> str:
    """Return the word that a title may be; a long text or one that begins by a figure is none."""
    if len(cell) > LONGEST_HEADER or cell[:1].isdigit():
        return ""
    dated = folded(cell).endswith(" le") and ISSUED.get(key_of(cell))
    if dated:
        return dated
    # a title in another unit is refused by its name
    return " ".join(word for word in key_of(cell).split() if word not in UNITS)


def near_words(cell: str) -> Iterator[str]:
    """Yield the words that a title may be, the surest first.

    It is its own, the one that both its halves say, its singular, its plural, what it says of each
    line, « Nature de l’achat », or the name of an amount: « Total facturé HT ».
    """
    own = own_word(cell)
    yield own
    yield agreed_word(cell)
    words = own.split()
    yield " ".join(word.removesuffix("s") for word in words)
    yield f"{own}s"
    if len(words) == PAIR and words[0] in NAMING and words[1] in LINES:
        yield words[0]
    for tax in {"ht", "ttc"} & set(words):
        if NOUNS.issuperset(set(words) - {tax}):
            yield f"somme {tax}"


def agreed_word(cell: str) -> str:
    """Return the first word of a title that says one thing twice: « Client / Customer ».

    So does « Invoice / Facture », of which a receipt is one alone.
    """
    words = [own_word(part.strip()) for part in cell.split("/")]
    kinds = [[frozenset(dict(meant(kind).get(word, ()))) for word in words] for kind in WORDS]
    agree = all(len({*its} - {frozenset()}) <= 1 for its in kinds) and any(map(all, kinds))
    return words[0] if len(words) > 1 and agree else ""


@cache
def meant(kind: Kind) -> dict[str, list[tuple[Field, int]]]:
    """Return the fields that each word means, and the rank of its group among theirs."""
    found: dict[str, list[tuple[Field, int]]] = {}
    for name, groups in WORDS[kind].items():
        for rank, known in enumerate(groups_of(groups)):
            for word in known - {""}:
                found.setdefault(word, []).append((name, rank))
    return found


def claimed(words: Sequence[str], kind: Kind) -> dict[Field, list[int]]:
    """Return the columns that claim each field, in the order of the vocabulary: its best group."""
    ranks: dict[Field, int] = {}
    found: dict[Field, list[int]] = {}
    its = meant(kind)
    for column, word in enumerate(words):
        for name, rank in its.get(word, ()):
            if rank < ranks.get(name, rank + 1):
                ranks[name], found[name] = rank, [column]
            elif rank == ranks[name]:
                found[name].append(column)
    return {name: found[name] for name in WORDS[kind] if name in found} if found else {}


def is_year(cell: Any) -> bool:
    """Tell whether a cell is the title of a year and no more: 2021, « Année 2021 »."""
    text = shown(cell)
    return period_of(text).year is not None and without_period(text) in YEARS


def year_alone(cell: Any) -> int:
    """Return the year that a cell is, and nothing more; zero where it is none."""
    text = shown(cell)
    return int(text) if text.isdecimal() and FIRST_YEAR <= int(text) <= LAST_YEAR else 0


def not_pay(fields: dict[Field, int]) -> tuple[Field, ...]:
    """Return the columns of pay that say none: alone, « Net à payer » is of any invoice.

    Who is paid stands for the supplier, and a reduction is one of contributions.
    """
    if "pay_gross" not in fields or fields.keys().isdisjoint({"pay_employee", "pay_employer"}):
        return PAY
    if "discount" in fields:
        fields.setdefault("pay_relief", fields.pop("discount"))
    if "pay_person" in fields:
        fields.setdefault("supplier", fields["pay_person"])
    if "date" in fields and fields.keys().isdisjoint({"supplier", "label"}):
        fields["label"] = fields["date"]
    return ("pay_person",)
