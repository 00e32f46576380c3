"""What a comment states instead of a cell of its line: « en fait 2 jours », « TJM 550 », « 50 % ».

Knows a quantity, and the words beside it that make it that of the line. Never what it should be.
"""

from __future__ import annotations

from decimal import Decimal
from math import prod
from typing import TYPE_CHECKING, NamedTuple

from reporter.characters import folded
from reporter.patterns import pattern
from reporter.sources.lines.meaning.amounts_beside import before, says_discount
from reporter.sources.tables.titles import is_year

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from reporter.errors import Doubt
    from reporter.sources.lines.cells import Cells
    from reporter.words.columns import Field

THOUSANDS = pattern(r"(?<=\d)[ \u00a0\u202f](?=\d{3}\b)")
COUNTED = pattern(
    r"\b(?:(une?|one)|(deux|two)|(trois|three)|(quatre|four)|(cinq|five))"
    r"(?=(?: seule?| full)? (?:j|jours?|journees?|days?|heures?|hours?)\b)"
)
"""A number of days or of hours written as a word."""
TIMES = pattern(r"×|\bx(?=\d)")
TOKEN = pattern(r"\d+(?:[.,]\d+)?|k€|[^\W\d_]+|[€%?+−-]")
SHARES = {"moitie": Decimal(50), "half": Decimal(50), "tiers": Decimal(33), "quart": Decimal(25)}
UNITS = {
    **dict.fromkeys(("j", "jr", "jrs", "jour", "jours", "day", "days", "jh"), "days"),
    **dict.fromkeys(("journee", "journees"), "days"),
    **dict.fromkeys(("h", "heure", "heures", "hour", "hours"), "hours"),
    **dict.fromkeys(("mn", "min", "minutes", "semaines"), "time"),
    **dict.fromkeys(("k€", "ke", "keur"), "thousands"),
    "x": "times",
    **dict.fromkeys(("€", "euro", "euros", "eur"), "money"),
    **dict.fromkeys(("%", "pct", "pourcent", "percent", *SHARES), "share"),
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
    "it", "discount", "off", "deductible", "deductibles", "-", "−", "+", "?", "seul",
    "seule", "final", "compte", "comptes", "comptee", "ami", "special", "ce", "sont", "des",
    "c", "est", "tout", "juste", "vrai", "on", "ont", "ete", "saisi", "saisie",
    "exceptionnellement", "bureau", "pro", "moins", "minus", "less", "plus", "majore", "majoree",
    "majoration", "supplement", "surcote", "fidelite", "commerciale", "personnes", "personne",
    "pers", "consultants", "mois", "exemplaires", "sauf", "diminue", "augmente", "extra", "people",
    "comme", "convenu", "convenue", "geste", "accorde", "accordee", "accordes",
}  # fmt: skip
"""What may be said beside a quantity, that being all: it is then the one of the line."""
MARKS = frozenset(("k€", *"€%?+−-"))
KNOWN = {*UNITS, *PRICES, *PLAIN, "k", "demi", "deux", "two", "trois", "three", "quatre", "four"}
KNOWN |= {"cinq", "five", "one", *MARKS}
"""All the words of such a comment: any other makes it a comment about something else."""
TAKEN, TO_TAKE = {"remise", "rabais", "reduction", "discount"}, {"deduire", "appliquer"}
"""A discount, which the amount may hold already; and what says that it does not yet."""
MOST = 12
"""Words of a comment that states a quantity; more are a story."""
SAYS: dict[str, tuple[Field, ...]] = {
    "days": ("days", "quantity"),
    "hours": ("hours", "quantity"),
    "money": ("rate", "hourly", "unit_price", "price", "amount", "gross", "vat"),
    "times": ("days", "hours", "quantity", "rate", "hourly", "unit_price", "amount", "gross"),
}


class Stated(NamedTuple):
    """A quantity that a comment states: of what, and how many where it says so."""

    kind: str
    number: Decimal | None


def stated(comment: str) -> Stated | None:
    """Return the quantity that a comment states, where it states nothing besides."""
    comment = TIMES.sub("x ", comment)
    told = folded(comment).split()
    if len(told) > MOST or not all(word in KNOWN or word[0].isdecimal() for word in told):
        return None
    found = TOKEN.findall(COUNTED.sub(_figure, THOUSANDS.sub("", comment.casefold())))
    words = [(it in MARKS and it) or folded(it) or it for it in found if not it[0].isdecimal()]
    shares = [SHARES[word] for word in words if word in SHARES]
    numbers = [Decimal(it.replace(",", ".")) for it in found if it[0].isdecimal()]
    kinds = ["share"] if shares and not numbers else []
    if not PRICES.isdisjoint(words) and "%" not in words:
        kinds.append("money")
    kinds += [UNITS[word] for word in words if word in UNITS]
    kinds.sort(key="times".__ne__)
    term = words[:1] == ["a"] and kinds[:1] == ["days"]
    taken_off = not TAKEN.isdisjoint(words) and TO_TAKE.isdisjoint(words)
    if term or taken_off or not kinds or not KNOWN.issuperset(words):
        return None
    numbers = numbers or shares
    if "demi" in words:
        numbers = [number / 2 for number in numbers or [Decimal(1)]]
    if kinds[0] == "times" and numbers:
        return Stated("times", prod(numbers, start=Decimal(1)))
    if not numbers:
        return Stated(kinds[0], None) if kinds[0] in {"hours", "time", "thousands"} else None
    year = "€" not in words and "money" in kinds[:1] and is_year(str(numbers[0]))
    return None if year else Stated(kinds[0], numbers[0])


def _figure(word: re.Match[str]) -> str:
    """Return the figure of a number that is written as a word."""
    return str(word.lastindex)


def restated(
    cells: Cells, texts: Iterable[tuple[int, str, Stated]], at: Field | int
) -> Iterator[tuple[int, Doubt]]:
    """Yield the rows beside which a text, at a column, states what none of their cells says."""
    for rank, text, said in texts:
        if _differs(cells, rank, said, text):
            what, fix = "un commentaire dit autre chose que sa ligne", "corriger l’un ou l’autre"
            yield rank, cells.doubt("peut-etre-annule", what, rank, at, text[:80], fix)


def says_again(cells: Cells, rank: int, text: str) -> bool:
    """Tell whether a text states a quantity that its line says too."""
    said = stated(text)
    if said is None or said.number is None:
        return False
    return said.number in {cells.of(name)[rank] for name in SAYS.get(said.kind, ())}


def _differs(cells: Cells, rank: int, said: Stated, text: str) -> bool:
    """Tell whether a line does not hold what is said of it, as far as it holds such a number."""
    days, rate, amount = (cells.of(name)[rank] for name in ("days", "rate", "amount"))
    whole = days * rate if days and rate else None
    if said.kind == "thousands":
        return True
    if said.number is None or said.kind == "time":
        return bool(days) and "hours" not in cells.values
    if said.kind == "share":
        discounted = amount and any(says_discount(it, amount, text) for it in before(cells, rank))
        told = {"discount", "vat_rate"} & cells.values.keys()
        return said.number not in (0, 100) and not discounted and not told
    held = [cells.of(name)[rank] for name in SAYS[said.kind]]
    numbers = {abs(it) for it in (*held, whole) if isinstance(it, Decimal)}
    return bool(numbers) and said.number not in numbers
