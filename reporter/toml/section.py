"""What a table of bilan.toml is made of: its keys, each declared once.

A declaration is all that is said of a setting: its name, the field that it fills, what it can be,
what it means. The reader's checks, the editors' schema, docs/REGLAGES.md and what `bilan init`
writes are made of it. The default is that of the field. Never which sections there are.
"""

from __future__ import annotations

from inspect import Parameter, signature
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reporter.toml.kinds import Kind

OWN = "*"
"""The name of tables whose names are the owner's: years, scenarios."""


class Key(NamedTuple):
    """A setting.

    Attributes:
        name: its key in bilan.toml; where names are the owner's, what they are: « une catégorie ».
        of: the class of values that has its field.
        field: the field that it fills.
        kind: what it can be.
        says: what it means, in French: after its value in bilan.toml, and in the docs.
        example: a value where the default is none; `{annee}` and `{avant}` stand for years.
        more: what the docs say besides, in Markdown.
        without: what holds where it is left out and the field has no default.
    """

    name: str
    of: type
    field: str
    kind: Kind
    says: str
    example: str = ""
    more: str = ""
    without: str = "aucun"

    @property
    def default(self) -> str:
        """Return the default as it is written in TOML; nothing where there is none."""
        value = self._default()
        return "" if value is None or self.kind.of_names else self.kind.write(value)

    def _default(self) -> Any:
        found = signature(self.of).parameters[self.field].default
        return None if found is Parameter.empty or found == {} else found


class Section(NamedTuple):
    """A table of bilan.toml.

    Attributes:
        path: where it stands: « societe », « comptes.plan », « exercice.* ».
        keys: its settings.
        also: those of another section that it can say too.
        beyond: the names that somebody may look for, and what they are, that we do not compute.
        names: what the owner's own names mean there, where they are allowed.
        tables: the names of the tables inside it; OWN where they are the owner's.
        note: what `bilan init` says before it.
        shown: for a table whose name is the owner's, the names that `bilan init` shows, each with
            the keys shown there; for any table, none at all where it has no use in a new folder.
    """

    path: str
    keys: tuple[Key, ...] = ()
    also: tuple[Key, ...] = ()
    beyond: Mapping[str, str] = {}
    names: Key | None = None
    tables: tuple[str, ...] = ()
    note: str = ""
    shown: Mapping[str, tuple[str, ...]] | None = None

    @property
    def fixed(self) -> tuple[Key, ...]:
        """Return the settings whose names are ours."""
        return (*self.keys, *self.also)

    @property
    def fields(self) -> tuple[Key, ...]:
        """Return all that fills a field."""
        return self.fixed if self.names is None else (*self.fixed, self.names)

    @property
    def words(self) -> list[str]:
        """Return the names that may stand there, in their order."""
        return sorted({key.name for key in self.fixed} | {*self.tables} - {OWN})

    def has(self, name: str, *, table: bool) -> bool:
        """Tell whether a key may stand there."""
        return name in self.words or (table and OWN in self.tables)
