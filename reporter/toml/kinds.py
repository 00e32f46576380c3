"""What a value of bilan.toml can be: how it is read, written again, and told to an editor.

Knows TOML values and French words for what to write. Never which keys there are.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeGuard

from reporter.assumptions import Change, read_change, to
from reporter.model import DECIMALS, FIRST_YEAR, LAST_YEAR, MOST, is_sober
from reporter.settings.bookkeeping import account
from reporter.settings.reading import MEGA

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Schema = dict[str, Any]
"""What an editor may accept, as JSON Schema (draft 7)."""

PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,8})?)\s*%")
BETWEEN = f", entre {FIRST_YEAR} et {LAST_YEAR}"
TOO_MUCH = f" ; moins de mille milliards, {DECIMALS} décimales au plus"
LONGEST_DAY = 24
HALF = Decimal("0.5")
DAYS_OF_YEAR = 365
LONGEST = 200
"""Characters of a field of an import file, at most."""
CODED = r"[A-Z0-9][A-Z0-9-]{0,16}"
POSITIVE: Schema = {"type": "number", "minimum": 0, "exclusiveMaximum": int(MOST)}
STRING: Schema = {"type": "string"}


def literal(value: Any) -> str:
    """Return a value as it is written in TOML: true, 25, 2020-12-31, "un", ["un", "deux"]."""
    match value:
        case bool() | str():
            return json.dumps(value, ensure_ascii=False)
        case Decimal():
            return f"{value:f}"
        case tuple():
            return f"[{', '.join(map(literal, value))}]"
        case _:
            return str(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What a value can be.

    Attributes:
        read: a TOML value → the value understood, None where it is not.
        words: what to write where it is not, after « écrire ».
        schema: what an editor accepts; never less than `read` does.
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
        beyond = is_number(value) and not is_sober(Decimal(value))
        return self.words + (TOO_MUCH if beyond else "")


def choice(among: Mapping[str, Any]) -> Kind:
    """Return the kind of a few words, each with its meaning."""
    words = ", ".join(f'"{word}"' for word in among)
    written = {meaning: f'"{word}"' for word, meaning in among.items()}
    return Kind(
        read=lambda value: among.get(value) if isinstance(value, str) else None,
        words=f"l’un de : {words}",
        schema={"enum": list(among)},
        write=written.__getitem__,
    )


def starting(digits: str) -> Kind:
    """Return the kind of an account that begins with some digits."""

    def read(value: Any) -> str | None:
        number = account(value)
        return number if number and number.startswith(digits) else None

    pattern = f"^ *{' *'.join(digits)}[0-9 ]*$"
    one_of: list[Schema] = [{"type": "integer"}, {"type": "string", "pattern": pattern}]
    return Kind(read=read, words=f"un compte {digits}…", schema={"anyOf": one_of})


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


def is_number(value: Any) -> TypeGuard[int | Decimal]:
    """Tell whether a value is a number; true is none."""
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _texts(value: Any) -> tuple[str, ...] | None:
    good = isinstance(value, list) and all(isinstance(item, str) for item in value)
    return tuple(value) if good else None


def _names(value: Any) -> tuple[str, ...] | None:
    return _texts([value] if isinstance(value, str) else value)


def _code(value: Any) -> str | None:
    return value if isinstance(value, str) and re.fullmatch(CODED, value) else None


def _flag(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _day(value: Any) -> date | None:
    good = isinstance(value, date) and not isinstance(value, datetime)
    return value if good and FIRST_YEAR <= value.year <= LAST_YEAR else None


def _year(value: Any) -> int | None:
    in_range = isinstance(value, int) and FIRST_YEAR <= value <= LAST_YEAR
    return value if in_range and not isinstance(value, bool) else None


def _signed(value: Any) -> Decimal | None:
    number = Decimal(value) if is_number(value) else None
    return number if number is not None and is_sober(number) else None


def _positive(value: Any) -> Decimal | None:
    number = _signed(value)
    return number if number is not None and number >= 0 else None


def _shares(value: Any) -> Decimal | None:
    """Read the shares of a household (quotient familial): one at least, by halves."""
    shares = _positive(value)
    good = shares is not None and shares >= 1 and not shares % HALF
    return shares if good else None


def _hours(value: Any) -> Decimal | None:
    hours = _signed(value)
    return hours if hours is not None and 0 < hours <= LONGEST_DAY else None


def _ratio(value: Any) -> Decimal | None:
    if isinstance(value, str):
        match = PERCENT.fullmatch(value.strip())
        ratio = Decimal(match[1].replace(",", ".")) / 100 if match else None
    else:
        ratio = _positive(value)
    return ratio if ratio is not None and ratio <= 1 else None


def _change(value: Any) -> Change | None:
    if isinstance(value, str):
        return read_change(value)
    number = _positive(value)
    return None if number is None else to(number)


def _month_day(value: Any) -> tuple[int, int] | None:
    """Read "30/06" as (6, 30); 28 February stands for the end of the month."""
    try:
        day, month = (int(part) for part in value.split("/"))
        date(2000, month, day)
    except (AttributeError, ValueError):
        return None
    return (month, 29 if (month, day) == (2, 28) else day)


TEXT = Kind(read=_text, words='un texte entre guillemets, par exemple "texte"', schema=STRING)
CODE = Kind(
    read=_code,
    words='un code en capitales, chiffres et tirets, par exemple "C0001"',
    schema={"type": "string", "pattern": f"^{CODED}$"},
)
TEXTS = Kind(
    read=_texts,
    words='une liste de textes, par exemple ["un", "deux"]',
    schema={"type": "array", "items": STRING},
)
NAMES = Kind(
    read=_names,
    words='un nom entre guillemets, ou une liste de noms : ["un", "deux"]',
    schema={"anyOf": [STRING, TEXTS.schema]},
)
FLAG = Kind(read=_flag, words="true ou false", schema={"type": "boolean"})
DAY = Kind(
    read=_day,
    words=f"une date sans guillemets, par exemple 2020-12-31{BETWEEN}",
    schema={"type": "string", "format": "date"},
)
YEAR = Kind(
    read=_year,
    words=f"une année sans guillemets, par exemple 2018{BETWEEN}",
    schema={"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
)
POSITIVE_NUMBER = Kind(
    read=_positive,
    words="un nombre sans guillemets, par exemple 700, positif ou nul",
    schema=POSITIVE,
)
NUMBER = Kind(
    read=_signed,
    words="un nombre sans guillemets, par exemple 700",
    schema={"type": "number", "exclusiveMinimum": -int(MOST), "exclusiveMaximum": int(MOST)},
)
HOURS = Kind(
    read=_hours,
    words="un nombre d’heures, par exemple 7",
    schema={"type": "number", "exclusiveMinimum": 0, "maximum": LONGEST_DAY},
)
SHARES = Kind(
    read=_shares,
    words="un nombre de parts par demies, au moins 1, par exemple 2.5",
    schema={"type": "number", "minimum": 1, "exclusiveMaximum": int(MOST)},
)
HUNDRED = r"^\s*(100([.,]0{1,8})?|\d{1,2}([.,]\d{1,8})?|0\d{2}([.,]\d{1,8})?)\s*%\s*$"
RATIO = Kind(
    read=_ratio,
    words='un pourcentage de 0 à 100, par exemple "80 %"',
    schema={
        "anyOf": [
            {"type": "string", "pattern": HUNDRED},
            {"type": "number", "minimum": 0, "maximum": 1},
        ]
    },
)
MONTH_DAY = Kind(
    read=_month_day,
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
    read=_change,
    words='un nombre, ou un changement entre guillemets : "+5 %", "+50"',
    schema={"anyOf": [POSITIVE, {**STRING, "pattern": r"^[\s\d+−.,%€-]+$"}]},
)
CHANGES = Kind(
    read=_change,
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
