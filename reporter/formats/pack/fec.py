"""Entries to import, in the FEC format, and the text that describes them.

Knows fields and separators: UTF-8 without mark, tabs, CRLF, decimal commas. Never how an entry is
made. It is not the company's legal FEC, which comes from its accounts; the description says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.accounting.journal import JOURNALS
from reporter.accounting.pay import slip_of
from reporter.fec.fields import FIELDS
from reporter.fec.naming import compact, file_name
from reporter.french import enumeration, euros_cents, short_date
from reporter.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from reporter.accounting.journal import Entry, Posting
    from reporter.accounting.pack import Pack
    from reporter.formats import Files

SEPARATOR = "\t"
NEWLINE = "\r\n"
ALPHABETS = {
    "utf-8": "UTF-8 sans BOM",
    "iso-8859-15": "ISO-8859-15",
    "cp1252": "Windows-1252",
}
BLANKS = pattern(r"[\s|\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def render(pack: Pack) -> Files:
    """Return `812345676FEC20201231.txt` and its description; a part of a year has a suffix."""
    name = file_name(pack.siren, pack.year.end, pack.part)
    rows = [FIELDS, *(row(entry, post) for entry in pack.entries for post in entry.postings)]
    text = "".join(SEPARATOR.join(fields) + NEWLINE for fields in rows)
    described = NEWLINE.join(_description(pack, name)) + NEWLINE
    encoding = pack.bilan.settings.export.software.encoding
    return {
        name: text.encode(encoding),
        name.replace(".txt", "-description.txt"): described.encode(),
    }


def row(entry: Entry, posting: Posting) -> tuple[str, ...]:
    """Return the eighteen fields of a posting.

    ValidDate is mandatory: it bears the day of the entry until the accountant's software
    validates it.
    """
    party = posting.party
    return (
        entry.journal.code,
        entry.journal.label,
        str(entry.number),
        compact(entry.date),
        posting.account,
        clean(posting.label),
        party.code if party else "",
        clean(party.name) if party else "",
        clean(entry.reference),
        compact(entry.reference_date),
        clean(entry.label),
        amount(posting.debit),
        amount(posting.credit),
        posting.letter,
        compact(posting.lettered) if posting.lettered else "",
        compact(entry.date),
        "",
        "",
    )


def amount(euros: Decimal) -> str:
    """Return an amount with a decimal comma and two decimals."""
    return f"{euros:.2f}".replace(".", ",")


def clean(text: str) -> str:
    """Return a text without what would break the file: tabs, bars, newlines, quotes around it."""
    return BLANKS.sub(" ", text).strip().strip('"').strip() or "-"


MEANINGS = (
    "code du journal",
    "libellé du journal",
    "numéro de l’écriture, sans trou, dans l’ordre des dates",
    "date de l’écriture",
    "numéro de compte, six chiffres au moins",
    "libellé du compte",
    "compte auxiliaire du client ou du fournisseur, sur 401, 404 et 411 seulement",
    "nom du client ou du fournisseur",
    "numéro de facture ou de justificatif, sinon fichier, feuille et cellule de la ligne",
    "date de la facture ou du justificatif",
    "libellé de l’écriture",
    "montant au débit, 0,00 s’il est au crédit",
    "montant au crédit, 0,00 s’il est au débit",
    "lettres communes à une facture et à ses règlements, si elle est réglée en entier",
    "date du dernier de ces règlements",
    "date de l’écriture, en attendant la validation dans votre logiciel",
    "vide\u00a0: tout est en euros",
    "vide\u00a0: tout est en euros",
)
"""What each field holds, in the order of FIELDS."""


def _lacking(pack: Pack) -> Iterator[str]:
    """Yield what the entries of a whole accounting have besides, and these have not."""
    if not pack.asked.opening:
        yield "à-nouveaux"
    if not any(map(slip_of, pack.purchases)):
        yield "paie détaillée"
    own = ["amortissements"]
    own += ["cessions"] if pack.disposals else []
    own += ["régularisations"] if pack.asked.adjustments else []
    yield f"écritures d’inventaire hors {enumeration(own)}"


def _description(pack: Pack, name: str) -> Iterator[str]:
    """Yield the lines of the text that goes with the file (art. A47 A-1, II)."""
    year, company = pack.year, pack.bilan.settings.name or "entreprise sans nom"
    lines = sum(len(entry.postings) for entry in pack.entries)
    yield f"Description du fichier {name}"
    yield ""
    yield "Écritures à importer dans le logiciel de l’expert-comptable, au format du FEC."
    yield "Ce n’est pas le FEC légal de l’entreprise, qui vient de sa comptabilité."
    yield ""
    yield f"Entreprise\u00a0: {company}, SIREN {pack.siren}"
    yield f"Exercice\u00a0: du {short_date(year.start)} au {short_date(year.end)}"
    if pack.part:
        yield f"Période\u00a0: {pack.part}, les autres écritures étant dans d’autres fichiers"
    yield f"Contenu\u00a0: {len(pack.entries)} écritures, {lines} lignes,"
    yield f"débit {euros_cents(pack.totals.debit)}, crédit {euros_cents(pack.totals.credit)}"
    yield f"Sans {', ni '.join(_lacking(pack))}."
    yield ""
    encoding = ALPHABETS[pack.bilan.settings.export.software.encoding]
    yield f"Jeu de caractères\u00a0: {encoding}. Structure\u00a0: à plat, longueur variable."
    yield "Séparateur de zone\u00a0: tabulation. Séparateur d’enregistrement\u00a0: CR LF."
    yield "Dates\u00a0: AAAAMMJJ."
    yield "Montants\u00a0: virgule décimale, deux décimales, rien entre les milliers."
    yield ""
    journals = dict.fromkeys((*JOURNALS, *(entry.journal for entry in pack.entries)))
    renamed = pack.bilan.settings.export.journals
    kept = [journal for journal in journals if journal.code not in renamed]
    yield "Journaux\u00a0: " + ", ".join(f"{code} {label}" for code, label in kept)
    yield ""
    yield "Champs\u00a0:"
    for rank, (field, meaning) in enumerate(zip(FIELDS, MEANINGS, strict=True), 1):
        yield f"{rank:2} {field}\u00a0: {meaning}"
