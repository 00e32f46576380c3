"""What a comment states instead of a cell of its line: « en fait 2 jours », « TJM 550 », « 50 % ».

Knows a quantity, and the words beside it that make it that of the line. Never what it should be.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from reporter.characters import folded
from reporter.patterns import pattern
from reporter.sources.lines.meaning.amounts_beside import before, says_discount

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reporter.errors import Doubt
    from reporter.sources.lines.cells import Cells
    from reporter.sources.tables.vocabulary import Field

THOUSANDS = pattern(r"(?<=\d)[ \u00a0\u202f](?=\d{3}\b)")
TOKEN = pattern(r"\d+(?:[.,]\d+)?|[^\W\d_]+|[€%?+−-]")
HALF = {"demi": "0.5", "moitie": "50", "half": "50"}
UNITS = {
    **dict.fromkeys(("j", "jr", "jrs", "jour", "jours", "journee", "day", "days", "jh"), "days"),
    **dict.fromkeys(("h", "heure", "heures", "hour", "hours"), "hours"),
    **dict.fromkeys(("mn", "min", "minutes", "journees", "semaines", "usd", "chf", "ke"), "other"),
    **dict.fromkeys(("€", "euro", "euros", "eur"), "money"),
    **dict.fromkeys(("%", "pct", "pourcent", "percent", "moitie"), "share"),
}
"""What is counted by each unit."""
PRICES = {"tjm", "tarif", "taux", "prix", "montant", "rate", "price", "amount"}
"""What names a price: a number beside it is one, whatever its unit."""
PLAIN = {
    "en", "fait", "faits", "realite", "finalement", "seulement", "plutot", "soit", "donc",
    "a", "au", "lieu", "de", "d", "le", "la", "les", "l", "un", "une", "et", "mais", "que",
    "corrige", "corriger", "reel", "reels", "reelle", "reellement", "negocie", "negociee",
    "ramene", "ramenee", "baisse", "passe", "porte", "compter", "facture", "facturee",
    "factures", "facturees", "facturer", "travaille", "travailles", "ht", "remise",
    "rabais", "reduction", "pour", "par", "deduire", "appliquer", "cette", "ligne", "jour",
    "ai", "j", "only", "actually", "instead", "of", "at", "was", "were", "is", "should",
    "be", "billed", "invoiced", "charged", "worked", "the", "in", "for", "to", "per", "day",
    "it", "discount", "off", "deductible", "deductibles", "-", "−", "+", "?",
}  # fmt: skip
"""What may be said beside a quantity, that being all: it is then the one of the line."""
TAKEN, TO_TAKE = {"remise", "rabais", "reduction", "discount"}, {"deduire", "appliquer"}
"""A discount, which the amount may hold already; and what says that it does not yet."""
MOST = 12
"""Words of a comment that states a quantity; more are a story."""
SAYS: dict[str, tuple[Field, ...]] = {
    "days": ("days", "quantity"),
    "hours": ("hours", "quantity"),
    "money": ("rate", "hourly", "unit_price", "price", "amount", "gross", "vat"),
}


class Stated(NamedTuple):
    """A quantity that a comment states: of what, and how many where it says so."""

    kind: str
    number: Decimal | None


def stated(comment: str) -> Stated | None:
    """Return the quantity that a comment states, where it states nothing besides."""
    words = TOKEN.findall(THOUSANDS.sub("", comment.casefold()))[: MOST + 1]
    plain = [word if word[0].isdigit() or word in "€%?+−-" else folded(word) for word in words]
    numbers = [HALF.get(word, word) for word in plain if word[0].isdigit() or word in HALF]
    rest = {word for word in plain if not word[0].isdigit()} - PLAIN - HALF.keys()
    kinds = [UNITS[word] for word in plain if word in UNITS]
    term = plain[:1] == ["a"] and kinds[:1] == ["days"]
    taken_off = not TAKEN.isdisjoint(plain) and TO_TAKE.isdisjoint(plain)
    if term or taken_off or len(words) > MOST or not rest <= UNITS.keys() | PRICES:
        return None
    if not numbers:
        return Stated(kinds[0], None) if rest and kinds[:1] in (["hours"], ["other"]) else None
    priced = "money" if not PRICES.isdisjoint(plain) and "%" not in plain else ""
    kind = ("share" if {"moitie", "half"} & set(plain) else priced) or next(iter(kinds), "")
    return Stated(kind, Decimal(numbers[0].replace(",", "."))) if kind else None


def restated(
    cells: Cells, texts: Iterable[tuple[int, str, Stated]], at: Field | int
) -> Iterator[tuple[int, Doubt]]:
    """Yield the rows beside which a text, at a column, states what none of their cells says."""
    for rank, text, said in texts:
        if _differs(cells, rank, said, text):
            what, fix = "un commentaire dit autre chose que sa ligne", "corriger l’un ou l’autre"
            yield rank, cells.doubt("peut-etre-annule", what, rank, at, text[:80], fix)


def _differs(cells: Cells, rank: int, said: Stated, text: str) -> bool:
    """Tell whether a line does not hold what is said of it, as far as it holds such a number."""
    days, rate, amount = (cells.of(name)[rank] for name in ("days", "rate", "amount"))
    whole = days * rate if days and rate else None
    if said.number is None or said.kind == "other":
        return bool(cells.of("days")[rank]) and "hours" not in cells.values
    if said.kind == "share":
        discounted = amount and any(says_discount(it, amount, text) for it in before(cells, rank))
        told = {"discount", "vat_rate"} & cells.values.keys()
        return said.number not in (0, 100) and not discounted and not told
    held = [cells.of(name)[rank] for name in SAYS[said.kind]]
    numbers = {abs(it) for it in (*held, whole) if isinstance(it, Decimal)}
    return bool(numbers) and said.number not in numbers
