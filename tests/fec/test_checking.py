"""A good FEC passes; every way of breaking it is caught, with its line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from reporter.fec.checking import check_fec
from reporter.fec.fields import FIELDS

NAME = "812345676FEC20201231.txt"
GOOD = """\
AC|Achats|1|20200102|401000|Tiers|FQUAI|Quai|A-1|20200102|Achat|0,00|372,00|AAA|20200121|20200102||
AC|Achats|1|20200102|613200|Locations|||A-1|20200102|Achat|310,00|0,00|||20200102||
AC|Achats|1|20200102|445660|TVA|||A-1|20200102|Achat|62,00|0,00|||20200102||
BQ|Banque|2|20200121|512000|Banques|||A-1|20200102|Payé|0,00|372,00|||20200121||
BQ|Banque|2|20200121|401000|Tiers|FQUAI|Quai|A-1|20200102|Payé|372,00|0,00|AAA|20200121|20200121||
VE|Ventes|3|20200131|411000|Clients|CCAFE|Café d’été|F-1|20200131|Vente|1200,00|0,00|||20200131||
VE|Ventes|3|20200131|706000|Ventes|||F-1|20200131|Vente|0,00|1000,00|||20200131|-1100,00|USD
VE|Ventes|3|20200131|445710|TVA due|||F-1|20200131|Vente|0,00|200,00|||20200131||
OD|Divers|4|20201231|681120|Dotations|||AM-1|20201231|Dotation|100,00|0,00|||20201231||
OD|Divers|4|20201231|281830|Amortissements|||AM-1|20201231|Dotation|0,00|100,00|||20201231||
""".replace("|", "\t")
"""Lines 2 to 11 of the file, under the header."""

Rows = list[list[str]]
Change = Callable[[Rows], object]


def good() -> Rows:
    return [list(FIELDS), *(line.split("\t") for line in GOOD.splitlines())]


def encoded(rows: Rows, separator: str = "\t", end: str = "\r\n", encoding: str = "utf-8") -> bytes:
    return "".join(separator.join(row) + end for row in rows).encode(encoding)


def found(data: bytes, name: str = NAME) -> list[tuple[int, str]]:
    """Return the line and the words of each mistake; line 0 is the file."""
    return [
        (int(error.place.cell.removeprefix("ligne ") or 0), error.what)
        for error in check_fec(data, name)
    ]


def put(line: int, field: str, value: str) -> Change:
    """Return the change of a field; the header is line 1."""

    def change(rows: Rows) -> None:
        rows[line - 1][FIELDS.index(field)] = value

    return change


def put_all(first: int, last: int, field: str, value: str) -> Change:
    def change(rows: Rows) -> None:
        for line in range(first, last + 1):
            put(line, field, value)(rows)

    return change


def drop(line: int) -> Change:
    return lambda rows: rows.pop(line - 1)


def swap_columns(rows: Rows, first: str, second: str) -> None:
    a, b = FIELDS.index(first), FIELDS.index(second)
    for row in rows:
        row[a], row[b] = row[b], row[a]


def widen(rows: Rows) -> None:
    for row in rows:
        row.append("x")


def move(first: int, last: int, to: int) -> Change:
    """Return the move of lines to the place of another, counted once they are taken out."""

    def change(rows: Rows) -> None:
        taken = rows[first - 1 : last]
        del rows[first - 1 : last]
        rows[to - 1 : to - 1] = taken

    return change


def test_a_good_file_has_no_mistake() -> None:
    assert found(encoded(good())) == []


@pytest.mark.parametrize(
    "data",
    [
        encoded(good(), separator="|"),
        encoded(good(), end="\n"),
        encoded(good(), end="\r"),
        encoded(good()).removesuffix(b"\r\n"),
        encoded([[text.replace("’", "'") for text in row] for row in good()], encoding="latin9"),
        encoded(
            [
                [text.replace("’", "'").replace("é", "e").replace("è", "e") for text in row]
                for row in good()
            ],
            encoding="ascii",
        ),
    ],
    ids=["bars", "LF", "CR", "no last end", "ISO-8859-15", "ASCII"],
)
def test_every_form_that_the_law_allows_passes(data: bytes) -> None:
    assert found(data) == []


def test_numbers_may_run_through_each_journal() -> None:
    """Many programs number VE0001 and AC0001 side by side."""
    rows = good()
    for row in rows[1:]:
        row[2] = f"{row[0]}0001"
    assert found(encoded(rows)) == []


def test_a_first_year_of_thirteen_months() -> None:
    rows = good()
    for line in (2, 3, 4):
        put(line, "EcritureDate", "20191215")(rows)
    data = encoded(rows)
    assert [what for _, what in found(data)] == ["date hors de l’exercice"] * 3
    assert check_fec(data, NAME, date(2019, 12, 1)) == ()


def test_a_year_that_closes_on_29_february() -> None:
    rows = good()[:4]
    for line in (2, 3, 4):
        for field in ("EcritureDate", "ValidDate"):
            put(line, field, "20190301")(rows)
    assert found(encoded(rows), "812345676FEC20200229.txt") == []
    assert [line for line, _ in found(encoded(rows), "812345676FEC20200228.txt")] == []


MUTATIONS: list[tuple[str, Change, int, str]] = [
    # amounts
    ("unbalanced by a cent", put(3, "Debit", "310,01"), 2, "écriture déséquilibrée"),
    ("a line lost", drop(4), 2, "écriture déséquilibrée"),
    ("three decimals", put(3, "Debit", "310,000"), 3, "montant mal écrit"),
    ("one decimal", put(3, "Debit", "310,0"), 3, "montant mal écrit"),
    ("no decimal", put(3, "Debit", "310"), 3, "montant mal écrit"),
    ("decimal point", put(3, "Debit", "310.00"), 3, "montant mal écrit"),
    ("thousands mark", put(7, "Debit", "1 200,00"), 7, "montant mal écrit"),
    ("narrow thousands mark", put(7, "Debit", "1\u202f200,00"), 7, "montant mal écrit"),
    ("euro sign", put(3, "Debit", "310,00 €"), 3, "montant mal écrit"),
    ("letters for figures", put(3, "Debit", "31O,00"), 3, "montant mal écrit"),
    ("figures of another script", put(3, "Debit", "٣١٠,00"), 3, "montant mal écrit"),
    ("empty unused side", put(3, "Credit", ""), 3, "montant mal écrit"),
    ("nothing on either side", put(3, "Debit", "0,00"), 3, "ni débit ni crédit"),
    ("both sides", put(3, "Credit", "5,00"), 3, "débit et crédit sur la même ligne"),
    ("currency amount badly written", put(8, "Montantdevise", "1100.00"), 8, "montant mal écrit"),
    # dates
    ("31 February", put(2, "PieceDate", "20200231"), 2, "date impossible"),
    ("29 February of a common year", put(2, "PieceDate", "20190229"), 2, "date impossible"),
    ("13th month", put_all(2, 4, "ValidDate", "20201301"), 2, "date impossible"),
    ("French date", put(2, "PieceDate", "02/01/2020"), 2, "date impossible"),
    ("ISO date", put(2, "PieceDate", "2020-01-02"), 2, "date impossible"),
    ("two-digit year", put(2, "PieceDate", "200102"), 2, "date impossible"),
    ("letter O in a date", put(2, "PieceDate", "202O0102"), 2, "date impossible"),
    ("impossible lettering date", put(2, "DateLet", "20200132"), 2, "date impossible"),
    ("the year before", put_all(2, 4, "EcritureDate", "20191231"), 2, "date hors de l’exercice"),
    ("the year after", put_all(10, 11, "EcritureDate", "20210101"), 10, "date hors de l’exercice"),
    (
        "two dates in an entry",
        put(3, "EcritureDate", "20200103"),
        3,
        "deux dates dans une écriture",
    ),
    ("two validations", put(3, "ValidDate", "20200103"), 3, "deux dates dans une écriture"),
    # numbers and order
    ("gap", put_all(10, 11, "EcritureNum", "5"), 10, "numéro d’écriture manquant"),
    ("inversion", move(5, 6, 8), 8, "numéro d’écriture qui ne croît pas"),
    ("an entry lost", lambda rows: [rows.pop(4), rows.pop(4)], 5, "numéro d’écriture manquant"),
    ("number without figures", put_all(10, 11, "EcritureNum", "X"), 10, "numéro d’écriture sans"),
    ("entry cut in two", move(4, 4, 6), 6, "écriture en plusieurs morceaux"),
    ("a copy", lambda rows: rows.extend(rows[1:4]), 12, "écriture en plusieurs morceaux"),
    ("validated before", put_all(7, 9, "ValidDate", "20200105"), 7, "validation plus ancienne"),
    # fields
    ("no journal", put(2, "JournalCode", ""), 2, "champ obligatoire vide"),
    ("no journal label", put(2, "JournalLib", ""), 2, "champ obligatoire vide"),
    ("no number", put_all(2, 4, "EcritureNum", ""), 2, "champ obligatoire vide"),
    ("no date", put(2, "EcritureDate", ""), 2, "champ obligatoire vide"),
    ("no account", put(3, "CompteNum", ""), 3, "champ obligatoire vide"),
    ("no account label", put(3, "CompteLib", " "), 3, "champ obligatoire vide"),
    ("no reference", put(3, "PieceRef", ""), 3, "champ obligatoire vide"),
    ("no reference date", put(3, "PieceDate", ""), 3, "champ obligatoire vide"),
    ("no label", put(3, "EcritureLib", ""), 3, "champ obligatoire vide"),
    ("no validation", put(3, "ValidDate", ""), 3, "champ obligatoire vide"),
    ("account of two figures", put(3, "CompteNum", "61"), 3, "numéro de compte mal écrit"),
    ("account of letters", put(3, "CompteNum", "LOYER"), 3, "numéro de compte mal écrit"),
    ("account of class 9", put(3, "CompteNum", "913200"), 3, "numéro de compte mal écrit"),
    ("account of class 0", put(3, "CompteNum", "013200"), 3, "numéro de compte mal écrit"),
    ("quoted label", put(3, "EcritureLib", '"Achat A-1"'), 3, "champ entre guillemets"),
    ("bar in a label", put(3, "EcritureLib", "Achat|A-1"), 3, "caractère interdit"),
    ("tab in a label", put(3, "EcritureLib", "Achat\tA-1"), 3, "nombre de champs faux"),
    ("newline in a label", put(3, "EcritureLib", "Achat\nA-1"), 3, "nombre de champs faux"),
    ("control in a label", put(3, "EcritureLib", "Achat\x0bA-1"), 3, "caractère interdit"),
    ("a field too many", lambda rows: rows[2].append(""), 3, "nombre de champs faux"),
    ("a field too few", lambda rows: rows[2].pop(), 3, "nombre de champs faux"),
    # pairs and auxiliary accounts
    ("auxiliary without its label", put(2, "CompAuxLib", ""), 2, "moitié d’une paire"),
    ("auxiliary label alone", put(2, "CompAuxNum", ""), 2, "moitié d’une paire"),
    ("letters without date", put(2, "DateLet", ""), 2, "moitié d’une paire"),
    ("lettering date alone", put(2, "EcritureLet", ""), 2, "moitié d’une paire"),
    ("currency alone", put(8, "Montantdevise", ""), 8, "moitié d’une paire"),
    ("currency amount alone", put(8, "Idevise", ""), 8, "moitié d’une paire"),
    ("currency in words", put(8, "Idevise", "dollar"), 8, "devise mal écrite"),
    (
        "auxiliary on a charge",
        lambda rows: [put(3, "CompAuxNum", "FQUAI")(rows), put(3, "CompAuxLib", "Quai")(rows)],
        3,
        "compte auxiliaire interdit ici",
    ),
    # labels
    ("two labels of a journal", put(4, "JournalLib", "Charges"), 4, "deux libellés"),
    ("two labels of an account", put(6, "CompteLib", "Autre"), 6, "deux libellés"),
    ("two labels of an auxiliary", put(6, "CompAuxLib", "Autre"), 6, "deux libellés"),
    # header
    ("header in capitals", put(1, "Debit", "DEBIT"), 1, "en-tête faux"),
    ("header with accents", put(1, "Debit", "Débit"), 1, "en-tête faux"),
    ("a column renamed", put(1, "EcritureLib", "Libelle"), 1, "en-tête faux"),
    ("swapped columns", lambda rows: swap_columns(rows, "Debit", "Credit"), 1, "en-tête faux"),
    ("swapped codes", lambda rows: swap_columns(rows, "CompteNum", "CompteLib"), 1, "en-tête faux"),
    ("no header", drop(1), 1, "en-tête faux"),
    ("a column lost", lambda rows: [row.pop() for row in rows], 1, "nombre de colonnes faux"),
    ("a column more", widen, 1, "nombre de colonnes faux"),
    ("nothing but the header", lambda rows: rows.__delitem__(slice(1, None)), 1, "aucune écriture"),
]


def test_there_are_enough_mutations() -> None:
    assert len(MUTATIONS) >= 60
    assert len({name for name, *_ in MUTATIONS}) == len(MUTATIONS)


@pytest.mark.parametrize(
    ("change", "line", "what"), [m[1:] for m in MUTATIONS], ids=[m[0] for m in MUTATIONS]
)
def test_a_change_of_a_good_file_is_caught_with_its_line(
    change: Change, line: int, what: str
) -> None:
    rows = good()
    change(rows)
    mistakes = found(encoded(rows))
    assert [where for where, said in mistakes if said.startswith(what)][:1] == [line], mistakes


BYTES: list[tuple[str, bytes, int, str]] = [
    ("cp1252", encoded(good(), encoding="cp1252"), 7, "caractère hors d’ISO-8859-15"),
    ("BOM", b"\xef\xbb\xbf" + encoded(good()), 1, "marque d’ordre des octets"),
    ("UTF-16", encoded(good(), encoding="utf-16"), 1, "octet nul"),
    (
        "UTF-8 and Latin-1 together",
        encoded(good()[:5]) + encoded(good()[5:8], encoding="cp1252"),
        6,
        "deux encodages mêlés",
    ),
    ("last line blank", encoded(good()) + b"\r\n", 12, "ligne vide"),
    ("blank line inside", encoded(good()[:4]) + b"\r\n" + encoded(good()[4:]), 5, "ligne vide"),
    ("another end of line", encoded(good()[:4]) + encoded(good()[4:], end="\n"), 5, "fin de ligne"),
    ("semicolons", encoded(good(), separator=";"), 1, "séparateur introuvable"),
    ("commas", encoded(good(), separator=","), 1, "séparateur introuvable"),
    ("empty", b"", 1, "fichier vide"),
    ("nothing but blanks", b"\r\n", 1, "fichier vide"),
]


@pytest.mark.parametrize(
    ("data", "line", "what"), [b[1:] for b in BYTES], ids=[b[0] for b in BYTES]
)
def test_wrong_bytes_are_caught_with_their_line(data: bytes, line: int, what: str) -> None:
    mistakes = found(data)
    assert [where for where, said in mistakes if said.startswith(what)][:1] == [line], mistakes


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("812345677FEC20201231.txt", "SIREN faux"),
        ("81234567XFEC20201231.txt", "SIREN faux"),
        ("812 45676FEC20201231.txt", "SIREN faux"),
        ("812345676FEC20200231.txt", "date impossible dans le nom"),
        ("812345676FEC2020.txt", "nom de fichier mal formé"),
        ("812345676fec20201231.txt", "nom de fichier mal formé"),
        ("812345676FEC20201231.csv", "nom de fichier mal formé"),
        ("FEC.txt", "nom de fichier mal formé"),
    ],
)
def test_a_wrong_name_is_caught(name: str, what: str) -> None:
    line, said = found(encoded(good()), name)[0]
    assert line == 0
    assert said.startswith(what)


def test_every_mistake_is_said_at_once_in_the_order_of_the_lines() -> None:
    rows = good()
    put(3, "Debit", "310.00")(rows)
    put(10, "PieceDate", "20200230")(rows)
    put(7, "CompAuxLib", "")(rows)
    assert found(encoded(rows), "FEC.txt") == [
        (0, "nom de fichier mal formé"),
        (3, "montant mal écrit"),
        (7, "moitié d’une paire"),
        (10, "date impossible"),
    ]


def test_a_mistake_says_what_stands_there_and_what_to_write() -> None:
    rows = good()
    put(3, "Debit", "310,01")(rows)
    (error,) = check_fec(encoded(rows), NAME)
    assert str(error.place) == f"{NAME}, ligne 2"
    assert error.shown == "débit 372,01\u00a0€, crédit 372,00\u00a0€"
    assert error.fix == "corriger l’écart de 0,01\u00a0€ entre ses 3 lignes"
