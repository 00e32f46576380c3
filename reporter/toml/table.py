"""A table of bilan.toml, read key by key: each mistake is kept, none is raised.

Knows TOML values and French words for their mistakes. Never which keys there are.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from reporter.errors import BadCell, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

T = TypeVar("T")
PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*%")


class Table:
    """A TOML table, its mistakes going to a list shared with the tables inside it."""

    def __init__(
        self, values: Mapping[str, Any], file: str, errors: list[BadCell], path: str = ""
    ) -> None:
        self.values = values
        self.file = file
        self.errors = errors
        self.path = path
        self.known: set[str] = set()

    def mistake(self, key: str, what: str, fix: str) -> None:
        """Keep a mistake about a key."""
        place = Place(self.file, key=f"{self.path}{key}".rstrip(". "))
        shown = f"{key} = {_shown(self.values[key])}" if key in self.values else ""
        self.errors.append(BadCell(what, place, shown=shown, fix=fix))

    def get(self, key: str, default: T, read: Callable[[Any], T | None], expected: str) -> T:
        """Return the value of a key as `read` understands it; where it cannot, a mistake."""
        self.known.add(key)
        if key not in self.values:
            return default
        value = read(self.values[key])
        if value is None:
            self.mistake(key, "valeur non comprise", f"écrire {expected}")
            return default
        return value

    def text(self, key: str, default: str = "") -> str:
        """Return a text."""
        return self.get(key, default, _text, 'un texte entre guillemets, par exemple "texte"')

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        return self.get(key, (), _texts, 'une liste de textes, par exemple ["un", "deux"]')

    def flag(self, key: str, *, default: bool) -> bool:
        """Return true or false."""
        return self.get(key, default, _flag, "true ou false")

    def day(self, key: str, default: date | None = None) -> date | None:
        """Return a date."""
        return self.get(key, default, _day, "une date sans guillemets, par exemple 2020-12-31")

    def year(self, key: str) -> int | None:
        """Return a year."""
        return self.get(key, None, _year, "une année sans guillemets, par exemple 2018")

    def number(
        self, key: str, default: Decimal | None = None, *, negative: bool = False
    ) -> Decimal | None:
        """Return a number: euros, days or years."""
        expected = "un nombre sans guillemets, par exemple 700"
        if not negative:
            expected += ", positif ou nul"
        return self.get(key, default, lambda value: _number(value, negative=negative), expected)

    def ratio(self, key: str, default: Decimal | None = None) -> Decimal | None:
        """Return a ratio written as "80 %" or 0.8."""
        return self.get(key, default, _ratio, 'un pourcentage de 0 à 100, par exemple "80 %"')

    def choice(self, key: str, default: str, among: tuple[str, ...]) -> str:
        """Return one of the words allowed."""
        words = ", ".join(f'"{word}"' for word in among)
        return self.get(key, default, lambda v: v if v in among else None, f"l’un de : {words}")

    def table(self, key: str) -> Table:
        """Return the table of that name, empty where there is none."""
        nothing: dict[str, Any] = {}
        values = self.get(key, nothing, _table, f"une table : [{self.path}{key}]")
        return Table(values, self.file, self.errors, f"{self.path}{key}.")

    def tables(self) -> Iterator[tuple[str, Table]]:
        """Yield the name and the table of every table inside this one."""
        for key, value in self.values.items():
            if isinstance(value, dict):
                yield key, self.table(key)

    def close(self) -> None:
        """Keep a mistake for each key that nothing has asked for."""
        for key in self.values:
            if key not in self.known:
                from difflib import get_close_matches

                near = get_close_matches(key, self.known, 1)
                fix = f"écrire {near[0]}" if near else f"clés connues : {', '.join(self.known)}"
                self.mistake(key, "réglage inconnu", fix)


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _texts(value: Any) -> tuple[str, ...] | None:
    good = isinstance(value, list) and all(isinstance(item, str) for item in value)
    return tuple(value) if good else None


def _flag(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _day(value: Any) -> date | None:
    return value if isinstance(value, date) and not isinstance(value, datetime) else None


def _year(value: Any) -> int | None:
    in_range = isinstance(value, int) and date.min.year < value < date.max.year
    return value if in_range and not isinstance(value, bool) else None


def _table(value: Any) -> dict[str, Any] | None:
    return value if isinstance(value, dict) else None


def _number(value: Any, *, negative: bool) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    number = Decimal(value)
    return number if number.is_finite() and (negative or number >= 0) else None


def _ratio(value: Any) -> Decimal | None:
    if isinstance(value, str):
        match = PERCENT.fullmatch(value.strip())
        ratio = Decimal(match[1].replace(",", ".")) / 100 if match else None
    else:
        ratio = _number(value, negative=False)
    return ratio if ratio is not None and ratio <= 1 else None


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)
