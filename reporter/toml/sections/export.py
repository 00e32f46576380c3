"""The settings of what the accountant's software wants; section.py tells what a declaration says.

Knows keys, fields and French. Never an entry, nor which parties there are.
"""

from __future__ import annotations

from reporter.settings.software import ENCODINGS, SOFTWARE, Export, Parties, Software
from reporter.toml import kinds
from reporter.toml.section import Key, Section

BY_SOFTWARE = "selon `logiciel`"


def _length(name: str, field: str, least: int, says: str, example: int) -> Key:
    kind = kinds.length(least)
    return Key(name, Software, field, kind, says, str(example), without=BY_SOFTWARE)


EXPORT = Section(
    path="export",
    note="Le logiciel de l’expert-comptable : ses longueurs, son alphabet, ses codes.",
    keys=(
        Key(
            "logiciel",
            Export,
            "program",
            kinds.choice({name: name for name in SOFTWARE}),
            "le logiciel, dont les limites sont connues",
            '"quadra"',
        ),
        _length("compte", "account", 6, "longueur d’un compte, en caractères", 8),
        _length("auxiliaire", "auxiliary", 6, "longueur d’un compte auxiliaire", 8),
        _length("libelle", "label", 10, "longueur d’un libellé", 30),
        _length("piece", "piece", 6, "longueur d’une référence de pièce", 10),
        _length("lettres", "letters", 1, "longueur d’un lettrage, qui recommence par tiers", 2),
        _length("journal", "journal", 1, "longueur d’un code de journal", 2),
        Key(
            "encodage",
            Software,
            "encoding",
            kinds.choice({name: name for name in ENCODINGS}),
            "l’alphabet du fichier",
        ),
    ),
    tables=("journaux",),
)
JOURNALS = Section(
    path="export.journaux",
    names=Key(
        "un de nos journaux",
        Export,
        "journals",
        kinds.CODE,
        "un de nos codes de journal, et le vôtre",
        'VE = "VT"',
        without="nos codes",
    ),
)
PARTIES = Section(
    path="tiers",
    names=Key(
        "un nom",
        Parties,
        "both",
        kinds.CODE,
        "un client ou un fournisseur, et son compte auxiliaire",
        'Ponant = "C0001"',
        without="fait du nom",
    ),
    tables=("clients", "fournisseurs"),
)
PARTY_CLIENTS = Section(
    path="tiers.clients",
    names=Key(
        "un client",
        Parties,
        "clients",
        kinds.CODE,
        "un client, quand un fournisseur a le même nom",
        'Ponant = "C0001"',
        without="fait du nom",
    ),
)
SUPPLIERS = Section(
    path="tiers.fournisseurs",
    names=Key(
        "un fournisseur",
        Parties,
        "suppliers",
        kinds.CODE,
        "un fournisseur, quand un client a le même nom",
        'Ponant = "F0001"',
        without="fait du nom",
    ),
)
