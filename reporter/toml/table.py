"""A table of bilan.toml, read as its section says: each mistake is kept, none is raised.

Knows French words for mistakes. Never which keys there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reporter.errors import BadCell, Place

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from reporter.toml.kinds import Kind
    from reporter.toml.section import Section

Found = dict[type, dict[str, Any]]
"""The fields that a table gives, by the class that has them; those left out are absent."""
LONGEST = 100
"""How much is shown of a value that is not understood."""


class Table:
    """A TOML table, its mistakes going to a list shared with the tables inside it."""

    def __init__(
        self, values: Mapping[str, Any], file: str, errors: list[BadCell], path: str = ""
    ) -> None:
        self.values = values
        self.file = file
        self.errors = errors
        self.path = path

    def mistake(self, key: str, what: str, fix: str) -> None:
        """Keep a mistake about a key."""
        place = Place(self.file, key=f"{self.path}{key}".rstrip(". "))
        value = self.values.get(key, "")
        shown = f"{key} = {_shown(value)}" if key in self.values else ""
        if isinstance(value, dict):
            shown = f"[{self.path}{key}]"
        self.errors.append(BadCell(what, place, shown=shown, fix=fix))

    def read(self, section: Section) -> Found:
        """Return what the table gives of a section; a key that it has not is a mistake."""
        found: Found = {key.of: {} for key in section.fields}
        for key in section.fixed:
            if (value := self.get(key.name, key.kind)) is not None:
                found[key.of][key.field] = value
        if names := section.names:
            found[names.of][names.field] = self.named(names.kind, section.tables)
        else:
            self._refuse_unknown(section)
        return found

    def get(self, key: str, kind: Kind) -> Any:
        """Return the value of a key as its kind understands it; None where there is none."""
        if key not in self.values:
            return None
        if kind.of_names:
            return tuple(self.table(key).named(kind).items())
        return self._value(key, kind)

    def named(self, kind: Kind, apart: Collection[str] = ()) -> dict[str, Any]:
        """Return the value of each name that the owner chose; some names are left apart."""
        values = {key: self._value(key, kind) for key in self.values if key not in apart}
        return {key: value for key, value in values.items() if value is not None}

    def table(self, key: str) -> Table:
        """Return the table of that name, empty where there is none."""
        values = self.values.get(key, {})
        if not isinstance(values, dict):
            self._misread(key, f"une table : [{self.path}{key}]")
            values = {}
        return Table(values, self.file, self.errors, f"{self.path}{key}.")

    def tables(self) -> Iterator[tuple[str, Table]]:
        """Yield the name and the table of every table inside this one."""
        for key, value in self.values.items():
            if isinstance(value, dict):
                yield key, self.table(key)

    def _value(self, key: str, kind: Kind) -> Any:
        value = kind.read(self.values[key])
        if value is None:
            self._misread(key, kind.expected(self.values[key]))
        return value

    def _misread(self, key: str, expected: str) -> None:
        self.mistake(key, "valeur non comprise", f"écrire {expected}")

    def _refuse_unknown(self, section: Section) -> None:
        """Keep a mistake for each key that the section has not, with the nearest that it has."""
        for key, value in self.values.items():
            if name := section.beyond.get(key):
                fix = "retirer cette clé ; la page NET.md de la documentation dit ce qui est compté"
                self.mistake(key, f"hors du champ de bilan : {name}", fix)
            elif not section.has(key, table=isinstance(value, dict)):
                from difflib import get_close_matches

                known = section.words
                near = get_close_matches(key, known, 1)
                fix = f"écrire {near[0]}" if near else f"clés connues : {', '.join(known)}"
                self.mistake(key, "réglage inconnu", fix)


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    try:
        text = f'"{value}"' if isinstance(value, str) else str(value)
        if isinstance(value, list):
            text = f"[{', '.join(map(_shown, value))}]"
    except (ValueError, RecursionError):  # thousands of digits, or of tables in tables
        text = "…"
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
