"""What a value of bilan.toml can be: how it is read, written again, and told to an editor.

Knows French words for what to write, and JSON Schema. Never how a value is understood
(values.py), nor which keys there are.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from reporter.characters import folded
from reporter.model import FIRST_YEAR, LAST_YEAR
from reporter.numerals import DECIMALS, MOST, is_sober
from reporter.opening import MEGA
from reporter.settings.bookkeeping import account
from reporter.toml import values

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Schema = dict[str, Any]
"""What an editor may accept, as JSON Schema (draft 7)."""

BETWEEN = f", entre {FIRST_YEAR} et {LAST_YEAR}"
TOO_MUCH = f" ; moins de mille milliards, {DECIMALS} décimales au plus"
DAYS_OF_YEAR = 365
LONGEST = 200
"""Characters of a field of an import file, at most."""
POSITIVE: Schema = {"type": "number", "minimum": 0, "exclusiveMaximum": int(MOST)}
STRING: Schema = {"type": "string"}


def literal(value: Any) -> str:
    """Return a value as it is written in TOML: true, 25, 2020-12-31, "un", ["un", "deux"]."""
    match value:
        case bool() | str():
            import json

            return json.dumps(value, ensure_ascii=False)
        case Decimal():
            return f"{value:f}"
        case tuple():
            return f"[{', '.join(map(literal, value))}]"
        case _:
            return str(value)


class Kind(NamedTuple):
    """What a value can be.

    Attributes:
        read: a TOML value → the value understood, None where it is not.
        words: what to write where it is not, after « écrire ».
        schema: what an editor accepts; never less than `read` does, the case of a word aside.
        write: a value understood → its TOML text.
        of_names: whether it is a table, one such value for each name that the owner chooses.
    """

    read: Callable[[Any], Any]
    words: str
    schema: Schema
    write: Callable[[Any], str] = literal
    of_names: bool = False

    def expected(self, value: Any) -> str:
        """Return what to write instead of a value; a number beyond all bounds is told of them."""
        beyond = values.is_number(value) and not is_sober(Decimal(value))
        if self is TEXT and values.is_number(value) and not beyond:
            return f"ce texte entre guillemets : {literal(str(value))}"
        return self.words + (TOO_MUCH if beyond else "")


def choice(among: Mapping[str, Any], others: Mapping[str, Any] | None = None) -> Kind:
    """Return the kind of a few words, each with its meaning; case and accents are forgiven.

    `others` are words that are understood as well, and not offered.
    """
    meant = {folded(word): meaning for word, meaning in {**among, **(others or {})}.items()}
    words = ", ".join(f'"{word}"' for word in among)
    written = {meaning: f'"{word}"' for word, meaning in among.items()}
    return Kind(
        read=lambda value: meant.get(folded(value)) if isinstance(value, str) else None,
        words=f"l’un de : {words}",
        schema={"enum": list(among)},
        write=written.__getitem__,
    )


def starting(*digits: str) -> Kind:
    """Return the kind of an account that begins with some digits, or with others."""

    def read(value: Any) -> str | None:
        number = account(value)
        return number if number and number.startswith(digits) else None

    patterns = [f"^ *{' *'.join(each)}[0-9 ]*$" for each in digits]
    texts: list[Schema] = [{"type": "string", "pattern": each} for each in patterns]
    words = " ou ".join(f"{each}…" for each in digits)
    return Kind(
        read=read, words=f"un compte {words}", schema={"anyOf": [{"type": "integer"}, *texts]}
    )


def count(unit: int = 1) -> Kind:
    """Return the kind of a whole number of some unit, from one on."""

    def read(value: Any) -> int | None:
        return value * unit if type(value) is int and 0 < value < MOST else None

    return Kind(
        read=read,
        words="un nombre entier, par exemple 100",
        schema={"type": "integer", "minimum": 1, "exclusiveMaximum": int(MOST)},
        write=lambda value: str(value // unit),
    )


def length(least: int) -> Kind:
    """Return the kind of a length, in characters."""

    def read(value: Any) -> int | None:
        return value if type(value) is int and least <= value <= LONGEST else None

    return Kind(
        read=read,
        words=f"un nombre entier de caractères, d’au moins {least}",
        schema={"type": "integer", "minimum": least, "maximum": LONGEST},
    )


TEXT = Kind(read=values.text, words='un texte entre guillemets, par exemple "texte"', schema=STRING)
CODE = Kind(
    read=values.code,
    words='un code en capitales, chiffres et tirets, par exemple "C0001"',
    schema={"type": "string", "pattern": f"^{values.CODED}$"},
)
TEXTS = Kind(
    read=values.texts,
    words='une liste de textes, par exemple ["un", "deux"]',
    schema={"type": "array", "items": STRING},
)
NAMES = Kind(
    read=values.names,
    words='un nom entre guillemets, ou une liste de noms : ["un", "deux"]',
    schema={"anyOf": [STRING, TEXTS.schema]},
)
FLAG = Kind(read=values.flag, words="true ou false", schema={"type": "boolean"})
DAY = Kind(
    read=values.day,
    words=f"une date sans guillemets, par exemple 2020-12-31{BETWEEN}",
    schema={"type": "string", "format": "date"},
)
YEAR = Kind(
    read=values.year,
    words=f"une année sans guillemets, par exemple 2018{BETWEEN}",
    schema={"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
)
POSITIVE_NUMBER = Kind(
    read=values.positive,
    words="un nombre sans guillemets, par exemple 700, positif ou nul",
    schema=POSITIVE,
)
NUMBER = Kind(
    read=values.signed,
    words="un nombre sans guillemets, par exemple 700",
    schema={"type": "number", "exclusiveMinimum": -int(MOST), "exclusiveMaximum": int(MOST)},
)
HOURS = Kind(
    read=values.hours,
    words="un nombre d’heures, par exemple 7",
    schema={"type": "number", "exclusiveMinimum": 0, "maximum": values.LONGEST_DAY},
)
SHARES = Kind(
    read=values.shares,
    words="un nombre de parts par demies, au moins 1, par exemple 2.5",
    schema={"type": "number", "minimum": 1, "exclusiveMaximum": int(MOST)},
)
HUNDRED = r"^\s*(100([.,]0{1,8})?|\d{1,2}([.,]\d{1,8})?|0\d{2}([.,]\d{1,8})?)\s*%\s*$"
RATIO = Kind(
    read=values.ratio,
    words='un pourcentage de 0 à 100, par exemple "80 %"',
    schema={
        "anyOf": [
            {"type": "string", "pattern": HUNDRED},
            {"type": "number", "minimum": 0, "maximum": 1},
        ]
    },
)
MONTH_DAY = Kind(
    read=values.month_day,
    words='un jour de clôture, par exemple "31/12"',
    schema={"type": "string", "pattern": "^ *[0-3]?[0-9] */ *[01]?[0-9] *$"},
    write=lambda value: f'"{value[1]}/{value[0]:02}"',
)
ACCOUNT = Kind(
    read=account,
    words='un numéro de compte, par exemple "622600"',
    schema={"anyOf": [{"type": "integer", "minimum": 100}, {**STRING, "pattern": "^[0-9 ]+$"}]},
)
CHANGE = Kind(
    read=values.change,
    words='un nombre, ou un changement entre guillemets : "+5 %", "+50"',
    schema={"anyOf": [POSITIVE, {**STRING, "pattern": r"^[\s\d+−.,%€-]+$"}]},
)
CHANGES = Kind(
    read=values.change,
    words=CHANGE.words,
    schema={"type": "object", "additionalProperties": CHANGE.schema},
    of_names=True,
)
DELAY = Kind(
    read=lambda value: value if type(value) is int and 0 <= value <= DAYS_OF_YEAR else None,
    words=f"un nombre entier de jours, de 0 à {DAYS_OF_YEAR}, par exemple 45",
    schema={"type": "integer", "minimum": 0, "maximum": DAYS_OF_YEAR},
)
COUNT, MEGABYTES = count(), count(MEGA)
