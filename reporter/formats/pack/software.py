"""The entries as the accountant's software can hold them: its lengths, its alphabet, its codes.

Knows how a name is shortened: always the same way, whatever the other names, and never so that two
become one. Never how an entry is made, nor how a file is written. What cannot be shortened is
refused with what to write in bilan.toml.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reporter.accounting.controls import Totals
from reporter.accounting.journal import JOURNALS, Journal
from reporter.accounting.lettering import lettered_by_party, most_letters
from reporter.accounting.parties import Party, strangers
from reporter.errors import BadCell, BadData, Place
from reporter.formats.pack.fec import clean
from reporter.formats.pack.shortening import plainer, shortened
from reporter.names import code as same
from reporter.toml.reading import FILE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from reporter.accounting.journal import Entry, Posting
    from reporter.accounting.pack import Pack
    from reporter.model import Activity
    from reporter.settings.software import Export


def refuse_strangers(export: Export, activity: Activity) -> None:
    """Refuse the names of `[tiers]` that the books do not know: a slip would leave a code unused.

    Raises:
        BadData: with each of them.
    """
    found = strangers(dict.fromkeys((*export.clients, *export.suppliers)), activity)
    fix = "l’écrire comme dans les classeurs"
    what = "ni client ni fournisseur des livres"
    if found:
        raise BadData(
            BadCell(what, Place(FILE, key="tiers"), shown=name, fix=fix) for name in found
        )


def suited(pack: Pack) -> Pack:
    """Return the pack, its entries as `[export]` and `[tiers]` of bilan.toml want them.

    Raises:
        BadData: with every name that would be cut so that two become one, or cannot be written.
    """
    export = pack.bilan.settings.export
    if export.is_plain:
        return pack
    errors: list[BadCell] = []
    names = _Names(pack.entries, export, errors)
    letters = export.software.letters
    if letters is not None and (most := most_letters(pack.entries)) > 26**letters:
        fix = "écrire plus de lettres\u00a0: lettres = 3, sous [export]"
        place = Place(FILE, key="export.lettres")
        shown = f"{most} lettrages sur un même compte"
        errors.append(BadCell("plus de lettrages que de lettres", place, shown=shown, fix=fix))
    if errors:
        raise BadData(errors)
    entries = tuple(_entry(entry, names) for entry in pack.entries)
    if letters is not None:
        entries = lettered_by_party(entries, letters)
    return replace(pack, entries=entries, totals=Totals.of(entries))


class _Names:
    """Every name of the entries and what the software calls it."""

    def __init__(self, entries: Iterable[Entry], export: Export, errors: list[BadCell]) -> None:
        entries = tuple(entries)
        self.export, self.errors = export, errors
        self.limits = export.software
        postings = [posting for entry in entries for posting in entry.postings]
        parties = {posting.party.code: posting.party for posting in postings if posting.party}
        self.journals = self._journals()
        self.accounts = self._renamed("comptes", {p.account: p.account for p in postings}, _account)
        self.codes = self._renamed("comptes auxiliaires", _named(parties), self._code(parties))
        self.names = self._renamed("noms de tiers", _named(parties), self._name(parties))
        self.pieces = self._renamed("pièces", {e.reference: e.reference for e in entries}, _piece)
        self.labels = {
            text: self._label(text)
            for text in {e.label for e in entries} | {p.label for p in postings}
        }

    def _renamed(
        self, what: str, shown: Mapping[str, str], rename: Callable[[str, Export], str | None]
    ) -> dict[str, str]:
        """Return what names become; two that become one, or a name that cannot, is a mistake."""
        taken: dict[str, str] = {}
        renamed: dict[str, str] = {}
        for key, name in shown.items():
            new = rename(key, self.export)
            if new is None:
                fix = "l’écrire plus court, ou sans caractère que le logiciel n’a pas"
                self._mistake(f"{what} que le logiciel ne tient pas", name, fix)
                continue
            if (other := taken.setdefault(new, key)) != key:
                fix = "leur donner des noms qui diffèrent, ou des codes sous [tiers]"
                both = f"{shown[other]} et {name}\u00a0: {new}"
                self._mistake(f"deux {what} se confondraient dans le logiciel", both, fix)
            renamed[key] = new
        return renamed

    def _mistake(self, what: str, shown: str, fix: str, key: str = "export") -> None:
        self.errors.append(BadCell(what, Place(FILE, key=key), shown=shown, fix=fix))

    def _code(self, parties: Mapping[str, Party]) -> Callable[[str, Export], str | None]:
        clients, suppliers = (
            {same(name): code for name, code in given.items()}
            for given in (self.export.clients, self.export.suppliers)
        )

        def rename(code: str, export: Export) -> str | None:
            given = (clients if code.startswith("C") else suppliers).get(same(parties[code].name))
            limit = export.software.auxiliary
            if given is not None:
                return None if limit is not None and len(given) > limit else given
            return shortened(code, limit)

        return rename

    def _name(self, parties: Mapping[str, Party]) -> Callable[[str, Export], str | None]:
        """Return the names of parties: those of a client and a supplier may be the same."""

        def rename(code: str, export: Export) -> str | None:
            text = plainer(clean(parties[code].name), export.software.encoding)
            return text and f"{code[0]} {shortened(text, export.software.label)}"

        return rename

    def _label(self, text: str) -> str:
        plain = plainer(text, self.limits.encoding)
        if plain is None:
            fix = "l’écrire sans caractère que l’alphabet du logiciel n’a pas"
            self._mistake("libellés que le logiciel ne tient pas", text, fix)
        return (plain or text)[: self.limits.label].rstrip()

    def _journals(self) -> dict[str, str]:
        known = {journal.code: journal.code for journal in JOURNALS}
        for code in self.export.journals.keys() - known.keys():
            fix = f"nos journaux\u00a0: {', '.join(known)}"
            self._mistake("journal inconnu", code, fix, f"export.journaux.{code}")
        return self._renamed("journaux", known, _journal)


def _named(parties: Mapping[str, Party]) -> dict[str, str]:
    return {code: party.name for code, party in parties.items()}


def _account(account: str, export: Export) -> str | None:
    """Return an account without the zeros that are too many, None where figures would be lost."""
    limit = export.software.account
    if limit is None or len(account) <= limit:
        return account
    core = account.rstrip("0")
    return core.ljust(limit, "0") if len(core) <= limit else None


def _piece(reference: str, export: Export) -> str | None:
    text = plainer(clean(reference), export.software.encoding)
    return text and shortened(text, export.software.piece, tail=True)


def _journal(code: str, export: Export) -> str | None:
    given = export.journals.get(code, code)
    limit = export.software.journal
    return None if limit is not None and len(given) > limit else given


def _entry(entry: Entry, names: _Names) -> Entry:
    return replace(
        entry,
        journal=Journal(names.journals[entry.journal.code], entry.journal.label),
        reference=names.pieces[entry.reference],
        label=names.labels[entry.label],
        postings=tuple(_posting(posting, names) for posting in entry.postings),
    )


def _posting(posting: Posting, names: _Names) -> Posting:
    party = posting.party
    return replace(
        posting,
        account=names.accounts[posting.account],
        label=names.labels[posting.label],
        party=Party(names.codes[party.code], names.names[party.code][2:]) if party else None,
    )
