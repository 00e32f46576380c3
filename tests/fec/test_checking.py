"""A good FEC passes; every way of breaking it is caught, with its line and its level."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from reporter.fec.checking import check_fec
from tests.fec.files import (
    NAME,
    Change,
    Rows,
    both,
    cash,
    drop,
    encoded,
    errors,
    found,
    good,
    move,
    put,
    put_all,
    signed,
    swap_columns,
    widen,
)


def test_a_good_file_has_no_remark() -> None:
    assert found(encoded(good())) == []


def plain(rows: Rows) -> Rows:
    return [[text.replace("’", "'") for text in row] for row in rows]


def unaccented(rows: Rows) -> Rows:
    return [[text.replace("é", "e").replace("è", "e") for text in row] for row in plain(rows)]


@pytest.mark.parametrize(
    "data",
    [
        encoded(good(), separator="|"),
        encoded(good(), end="\n"),
        encoded(good(), end="\r"),
        encoded(good()).removesuffix(b"\r\n"),
        encoded(plain(good()), encoding="latin9"),
        encoded(unaccented(good()), encoding="ascii"),
        encoded(signed(good())),
        encoded(signed(good(), "+1", "-1"), separator="|"),
        encoded(cash(good(), client=True)),
        encoded(cash(good(), client=False)),
        encoded(signed(cash(good(), client=True))),
    ],
    ids=[
        "bars",
        "LF",
        "CR",
        "no last end",
        "ISO-8859-15",
        "ASCII",
        "Montant and Sens",
        "Sens as +1 and -1",
        "BNC on 22 columns",
        "BA on 21 columns",
        "BNC with Montant and Sens",
    ],
)
def test_every_form_that_the_law_allows_passes_without_a_remark(data: bytes) -> None:
    assert found(data) == []


LEGAL: list[tuple[str, Change]] = [
    ("no decimal", put(3, "Debit", "310")),
    ("one decimal", put(3, "Debit", "310,0")),
    ("three decimals", put(3, "Debit", "310,000")),
    ("zero without decimals", put(3, "Credit", "0")),
    ("zeros on the left", put(3, "Debit", "0000310,00")),
    ("a sign before", put(3, "Debit", "+310,00")),
    ("a sign after", put(3, "Debit", "310,00+")),
    ("a negative credit", both(put(3, "Debit", "0,00"), put(3, "Credit", "-310,00"))),
    ("a negative credit, sign after", both(put(3, "Debit", "0"), put(3, "Credit", "310,00-"))),
    ("blanks around", both(put(3, "CompteLib", "Locations   "), put(3, "Debit", "  310,00"))),
    ("letters after the account", put_all(3, 3, "CompteNum", "613LOYER")),
    (
        "auxiliary of the staff",
        both(
            put(4, "CompteNum", "421000"),
            auxiliary := put(4, "CompAuxNum", "S1"),
            put(4, "CompAuxLib", "Salarié"),
        ),
    ),
    (
        "auxiliary of a partner",
        both(put(4, "CompteNum", "455000"), auxiliary, put(4, "CompAuxLib", "Associé")),
    ),
    ("a document ten years old", put(3, "PieceDate", "20100101")),
    ("a document of the year after", put(3, "PieceDate", "20211231")),
    ("a zero in another currency", put(8, "Montantdevise", "0,00")),
    ("labels that differ by their case", put(6, "CompteLib", "TIERS")),
    ("quotes inside a label", put(3, "EcritureLib", 'Achat "A" et B')),
    ("lines of two entries interleaved", move(4, 4, 6)),
    ("a column of one's own", widen("Axe", "Siège")),
    (
        "numbers with letters",
        lambda rows: [put(n, "EcritureNum", f"N{rows[n - 1][2]}")(rows) for n in range(2, 12)],
    ),
    ("validated at the closing date", put_all(2, 11, "ValidDate", "20201231")),
    ("validated after the closing date", put_all(2, 11, "ValidDate", "20210315")),
    (
        "lettered after the closing date",
        both(put(7, "EcritureLet", "AAB"), put(7, "DateLet", "20210105")),
    ),
]


@pytest.mark.parametrize("change", [case[1] for case in LEGAL], ids=[case[0] for case in LEGAL])
def test_what_the_law_allows_has_no_remark(change: Change) -> None:
    rows = good()
    change(rows)
    assert found(encoded(rows)) == []


@pytest.mark.parametrize("suffix", ["", "_1", "-definitif", " (2)"])
def test_a_name_may_have_a_suffix(suffix: str) -> None:
    assert found(encoded(good()), f"812345676FEC20201231{suffix}.txt") == []


def test_numbers_may_run_through_each_journal() -> None:
    """Many programs number VE0001 and AC0001 side by side."""
    rows = good()
    for row in rows[1:]:
        row[2] = f"{row[0]}0001"
    assert found(encoded(rows)) == []


def test_numbers_may_begin_again_each_month() -> None:
    rows = good()
    extra = [list(row) for row in rows[1:4]]
    for row in extra:
        row[3] = row[15] = "20200203"
        row[8], row[9], row[13], row[14] = "A-2", "20200203", "", ""
    rows[9:9] = extra
    for row, number in zip(rows[1:], "1112233311144", strict=False):
        row[2] = f"{row[3][:6]}-{number}"
    for row in rows[-2:]:
        row[2] = "202012-1"
    assert errors(encoded(rows)) == []


def test_a_first_year_of_thirteen_months() -> None:
    rows = good()
    for line in (2, 3, 4):
        put(line, "EcritureDate", "20191215")(rows)
    data = encoded(rows)
    assert [what for _, _, what in found(data)] == ["date hors de l’exercice"] * 3
    assert found(data, opening=date(2019, 12, 1)) == []


def test_a_year_that_closes_on_29_february() -> None:
    rows = good()[:4]
    for line in (2, 3, 4):
        for field in ("EcritureDate", "ValidDate"):
            put(line, field, "20190301")(rows)
        for field in ("EcritureLet", "DateLet"):
            put(line, field, "")(rows)
    assert found(encoded(rows), "812345676FEC20200229.txt") == []
    assert found(encoded(rows), "812345676FEC20200228.txt") == []


def trail(rows: Rows) -> None:
    for row in rows[1:]:
        row.append("")


def move_a_column(rows: Rows) -> None:
    for row in rows:
        row.append(row.pop(2))


class Mutation(NamedTuple):
    """A change of the good file, the line where it is caught, the words, the level."""

    name: str
    change: Change
    line: int
    what: str
    level: str = "erreur"


M = Mutation
DOUBT = "doute"
MUTATIONS = [
    # amounts
    M("unbalanced by a cent", put(3, "Debit", "310,01"), 2, "écriture déséquilibrée"),
    M("unbalanced by a million", put(8, "Credit", "1001000,00"), 7, "écriture déséquilibrée"),
    M("a sign lost", put(3, "Debit", "-310,00"), 2, "écriture déséquilibrée"),
    M("a line lost", drop(4), 2, "écriture déséquilibrée"),
    M("the first line lost", drop(2), 2, "écriture déséquilibrée"),
    M("the last line lost", drop(11), 10, "écriture déséquilibrée"),
    M(
        "sides swapped",
        both(put(3, "Debit", "0,00"), put(3, "Credit", "310,00")),
        2,
        "écriture dés",
    ),
    M("figures swapped", put(8, "Credit", "0001,00"), 7, "écriture déséquilibrée"),
    M("a line twice", lambda rows: rows.insert(3, list(rows[2])), 2, "écriture déséquilibrée"),
    M("decimal point", put(3, "Debit", "310.00"), 3, "montant mal écrit"),
    M("thousands mark", put(7, "Debit", "1 200,00"), 7, "montant mal écrit"),
    M("narrow thousands mark", put(7, "Debit", "1\u202f200,00"), 7, "montant mal écrit"),
    M("no-break thousands mark", put(7, "Debit", "1\u00a0200,00"), 7, "montant mal écrit"),
    M("thousands point", put(7, "Debit", "1.200,00"), 7, "montant mal écrit"),
    M("Swiss thousands mark", put(7, "Debit", "1'200,00"), 7, "montant mal écrit"),
    M("American amount", put(7, "Debit", "1,200.00"), 7, "montant mal écrit"),
    M("euro sign", put(3, "Debit", "310,00 €"), 3, "montant mal écrit"),
    M("letters for figures", put(3, "Debit", "31O,00"), 3, "montant mal écrit"),
    M("figures of another script", put(3, "Debit", "٣١٠,00"), 3, "montant mal écrit"),
    M("an exponent", put(3, "Debit", "3,1E2"), 3, "montant mal écrit"),
    M("two signs", put(3, "Debit", "+310,00+"), 3, "montant mal écrit"),
    M("two commas", put(3, "Debit", "310,,00"), 3, "montant mal écrit"),
    M("a comma without decimals", put(3, "Debit", "310,"), 3, "montant mal écrit"),
    M("a comma without units", put(3, "Debit", ",310"), 3, "montant mal écrit"),
    M("brackets for a sign", put(3, "Debit", "(310,00)"), 3, "montant mal écrit"),
    M("a formula", put(3, "Debit", "=310"), 3, "montant mal écrit"),
    M("NaN", put(3, "Debit", "NaN"), 3, "montant mal écrit"),
    M("forty figures", put(3, "Debit", "1" * 40), 3, "montant mal écrit"),
    M("a thousand decimals", put(3, "Debit", "1," + "1" * 1000), 3, "montant mal écrit"),
    M(
        "a number of ten thousand figures",
        put_all(10, 11, "EcritureNum", "9" * 10000),
        10,
        "numéro d’écriture manquant",
    ),
    M("a dash for zero", put(3, "Credit", "-"), 3, "montant mal écrit"),
    M(
        "a fraction of a cent",
        both(put(3, "Debit", "309,995"), put(4, "Debit", "62,005")),
        3,
        "fraction de centime",
        DOUBT,
    ),
    M("empty unused side", put(3, "Credit", ""), 3, "montant vide", DOUBT),
    M("both sides empty", both(put(3, "Debit", ""), put(3, "Credit", "")), 3, "ligne sans montant"),
    M("nothing on either side", put(3, "Debit", "0,00"), 3, "ni débit ni crédit", DOUBT),
    M("both sides", put(3, "Credit", "5,00"), 3, "débit et crédit sur la même ligne"),
    M("currency amount badly written", put(8, "Montantdevise", "1100.00"), 8, "montant mal écrit"),
    M("currency amount in words", put(8, "Montantdevise", "mille"), 8, "montant mal écrit"),
    # dates
    M("31 February", put(2, "PieceDate", "20200231"), 2, "date impossible"),
    M("29 February of a common year", put(2, "PieceDate", "20190229"), 2, "date impossible"),
    M("13th month", put_all(2, 4, "ValidDate", "20201301"), 2, "date impossible"),
    M("month zero", put(2, "PieceDate", "20200002"), 2, "date impossible"),
    M("day zero", put(2, "PieceDate", "20200100"), 2, "date impossible"),
    M("French date", put(2, "PieceDate", "02/01/2020"), 2, "date impossible"),
    M("date without marks, day first", put(2, "PieceDate", "31012020"), 2, "date impossible"),
    M("ISO date", put(2, "PieceDate", "2020-01-02"), 2, "date impossible"),
    M("two-digit year", put(2, "PieceDate", "200102"), 2, "date impossible"),
    M("letter O in a date", put(2, "PieceDate", "202O0102"), 2, "date impossible"),
    M("time after a date", put(2, "PieceDate", "20200102 00:00:00"), 2, "date impossible"),
    M("spreadsheet serial", put(2, "PieceDate", "43832"), 2, "date impossible"),
    M("figures of another script in a date", put(2, "PieceDate", "٢٠٢٠0102"), 2, "date impossible"),
    M("impossible lettering date", put(2, "DateLet", "20200132"), 2, "date impossible"),
    M("impossible entry date", put_all(2, 4, "EcritureDate", "20200132"), 2, "date impossible"),
    M("entry date of zeros", put_all(2, 4, "EcritureDate", "00000000"), 2, "date impossible"),
    M("document date of zeros", put(2, "PieceDate", "00000000"), 2, "date remplie de zéros", DOUBT),
    M("the year before", put_all(2, 4, "EcritureDate", "20191231"), 2, "date hors de l’exercice"),
    M("the year after", put_all(10, 11, "EcritureDate", "20210101"), 10, "date hors de l’exercice"),
    M("another century", put_all(2, 4, "EcritureDate", "19200102"), 2, "date hors de l’exercice"),
    M("document of 2009", put(2, "PieceDate", "20090102"), 2, "pièce d’une autre époque", DOUBT),
    M("document of 2022", put(2, "PieceDate", "20220102"), 2, "pièce d’une autre époque", DOUBT),
    M("a year of no company", put(2, "PieceDate", "18991231"), 2, "date impossible"),
    M("a year too far to tell", put(2, "PieceDate", "22000101"), 2, "date impossible"),
    M("document of 1920", put(2, "PieceDate", "19200102"), 2, "pièce d’une autre époque", DOUBT),
    M("document of 2188", put(2, "PieceDate", "21880102"), 2, "pièce d’une autre époque", DOUBT),
    M(
        "lettered before the year",
        both(put(2, "DateLet", "20150101"), put(6, "DateLet", "20150101")),
        2,
        "lettrage d’avant l’exercice",
        DOUBT,
    ),
    M(
        "lettered long after it",
        both(put(2, "DateLet", "20240101"), put(6, "DateLet", "20240101")),
        2,
        "date bien après l’exercice",
        DOUBT,
    ),
    M(
        "validated in another century",
        put_all(2, 11, "ValidDate", "20990101"),
        2,
        "date bien après l’exercice",
        DOUBT,
    ),
    M(
        "two dates in an entry",
        put(3, "EcritureDate", "20200103"),
        3,
        "deux dates dans une écriture",
    ),
    M("two validations", put(3, "ValidDate", "20200103"), 3, "deux dates dans une écriture"),
    M(
        "validated before its date",
        put_all(2, 4, "ValidDate", "20200101"),
        2,
        "validation avant l’éc",
    ),
    M(
        "validated the year before",
        put_all(2, 4, "ValidDate", "20190102"),
        2,
        "validation avant l’éc",
    ),
    # numbers and order
    M("gap", put_all(10, 11, "EcritureNum", "5"), 10, "numéro d’écriture manquant"),
    M("a wide gap", put_all(10, 11, "EcritureNum", "4000"), 10, "numéro d’écriture manquant"),
    M("inversion", move(5, 6, 8), 8, "numéro d’écriture qui ne croît pas"),
    M("an entry lost", lambda rows: [rows.pop(4), rows.pop(4)], 5, "numéro d’écriture manquant"),
    M("number without figures", put_all(10, 11, "EcritureNum", "X"), 10, "numéro d’écriture sans"),
    M(
        "numbers from 500",
        lambda rows: [
            put(n, "EcritureNum", f"{499 + int(rows[n - 1][2])}")(rows) for n in range(2, 12)
        ],
        2,
        "numéros qui ne commencent pas à 1",
        DOUBT,
    ),
    M(
        "the first entry lost",
        lambda rows: [rows.pop(1), rows.pop(1), rows.pop(1)],
        2,
        "numéros qui ne commencent",
        DOUBT,
    ),
    M(
        "two entries under one number",
        both(
            put_all(10, 11, "EcritureNum", "1"),
            put_all(10, 11, "JournalCode", "AC"),
            put_all(10, 11, "JournalLib", "Achats"),
        ),
        10,
        "numéro d’écriture déjà pris",
    ),
    M(
        "a copy",
        lambda rows: rows.extend([list(row) for row in rows[1:4]]),
        12,
        "numéro d’écriture déjà pris",
    ),
    M(
        "a copy under a new number",
        lambda rows: rows.extend([[*row[:2], "5", *row[3:]] for row in rows[9:]]),
        12,
        "écriture passée deux fois",
        DOUBT,
    ),
    M(
        "validated before the one above",
        put_all(2, 6, "ValidDate", "20200205"),
        7,
        "validation plus ancienne",
    ),
    # fields
    M("no journal", put(2, "JournalCode", ""), 2, "champ obligatoire vide"),
    M("no journal label", put(2, "JournalLib", ""), 2, "champ obligatoire vide"),
    M("no number", put_all(2, 4, "EcritureNum", ""), 2, "champ obligatoire vide"),
    M("no date", put(2, "EcritureDate", ""), 2, "champ obligatoire vide"),
    M("no account", put(3, "CompteNum", ""), 3, "champ obligatoire vide"),
    M("no account label", put(3, "CompteLib", " "), 3, "champ obligatoire vide"),
    M("no label", put(3, "EcritureLib", ""), 3, "champ obligatoire vide"),
    M("no reference", put(3, "PieceRef", ""), 3, "champ obligatoire vide", DOUBT),
    M("no reference date", put(3, "PieceDate", ""), 3, "champ obligatoire vide", DOUBT),
    M("no validation", put_all(2, 4, "ValidDate", ""), 2, "champ obligatoire vide", DOUBT),
    M("no validation on one line", put(3, "ValidDate", ""), 3, "deux dates dans une écriture"),
    M("account of two figures", put(3, "CompteNum", "61"), 3, "numéro de compte mal écrit"),
    M("account of letters", put(3, "CompteNum", "LOYER"), 3, "numéro de compte mal écrit"),
    M(
        "account that begins with a letter",
        put(3, "CompteNum", "F613200"),
        3,
        "numéro de compte mal",
    ),
    M(
        "account of letters after two figures",
        put(3, "CompteNum", "61L200"),
        3,
        "numéro de compte mal",
    ),
    M("account with a sign", put(3, "CompteNum", "-613200"), 3, "numéro de compte mal écrit"),
    M("account in another script", put(3, "CompteNum", "٦١٣200"), 3, "numéro de compte mal écrit"),
    M("account of class 9", put(3, "CompteNum", "913200"), 3, "compte hors du plan", DOUBT),
    M("account of class 0", put(3, "CompteNum", "013200"), 3, "compte hors du plan", DOUBT),
    M("account that no chart has", put(3, "CompteNum", "571000"), 3, "compte hors du plan", DOUBT),
    M("bar in a label", put(3, "EcritureLib", "Achat|A-1"), 3, "barre verticale", DOUBT),
    M("tab in a label", put(3, "EcritureLib", "Achat\tA-1"), 3, "nombre de champs faux"),
    M("newline in a label", put(3, "EcritureLib", "Achat\nA-1"), 3, "nombre de champs faux"),
    M("CR LF in a label", put(3, "EcritureLib", "Achat\r\nA-1"), 3, "nombre de champs faux"),
    M("control in a label", put(3, "EcritureLib", "Achat\x0bA-1"), 3, "caractère interdit"),
    M("line separator in a label", put(3, "EcritureLib", "a\u2028b"), 3, "caractère interdit"),
    M("control in an account", put(3, "CompteNum", "613200\x7f1"), 3, "caractère interdit"),
    M("quoted label", put(3, "EcritureLib", '"Achat A-1"'), 3, "champ entre guillemets", DOUBT),
    M("a field too many", lambda rows: rows[2].append("x"), 3, "nombre de champs faux"),
    M("a field too few", lambda rows: rows[2].pop(), 3, "nombre de champs faux"),
    M("a field lost", lambda rows: rows[2].pop(5), 3, "nombre de champs faux"),
    M("half a line", lambda rows: rows[2].__delitem__(slice(9, None)), 3, "nombre de champs faux"),
    M("a separator after the last field", lambda rows: rows[2].append(""), 3, "nombre de champs"),
    M(
        "a separator after every line",
        trail,
        2,
        "séparateur en fin",
        DOUBT,
    ),
    M("a header inside", lambda rows: rows.insert(4, list(rows[0])), 5, "date impossible"),
    # pairs, letters and auxiliary accounts
    M("auxiliary without its label", put(2, "CompAuxLib", ""), 2, "moitié d’une paire", DOUBT),
    M("auxiliary label alone", put(2, "CompAuxNum", ""), 2, "moitié d’une paire", DOUBT),
    M("letters without date", put(2, "DateLet", ""), 2, "moitié d’une paire", DOUBT),
    M("lettering date alone", put(2, "EcritureLet", ""), 2, "moitié d’une paire", DOUBT),
    M("currency amount alone", put(8, "Idevise", ""), 8, "moitié d’une paire"),
    M("currency alone", put(8, "Montantdevise", ""), 8, "moitié d’une paire", DOUBT),
    M("a zero for no currency", put(3, "Montantdevise", "0,00"), 3, "zéro au lieu d’un", DOUBT),
    M("currency in words", put(8, "Idevise", "dollar"), 8, "devise mal écrite"),
    M("currency sign", put(8, "Idevise", "$"), 8, "devise mal écrite"),
    M(
        "auxiliary on a charge",
        both(put(3, "CompAuxNum", "FQUAI"), put(3, "CompAuxLib", "Quai")),
        3,
        "compte auxiliaire inattendu",
        DOUBT,
    ),
    M(
        "a letter alone",
        both(put(7, "EcritureLet", "AAB"), put(7, "DateLet", "20200131")),
        7,
        "lettrage déséquilibré",
    ),
    M("other letters on a payment", put(6, "EcritureLet", "AAC"), 2, "lettrage déséquilibré"),
    M(
        "letters lost on a payment",
        both(put(6, "EcritureLet", ""), put(6, "DateLet", "")),
        2,
        "lettrage déséquilibré",
    ),
    M(
        "lettered with too little",
        both(put(6, "Debit", "371,99"), put(5, "Credit", "371,99")),
        2,
        "lettrage déséquilibré",
    ),
    M(
        "lettered with another party",
        both(
            put(6, "CompAuxNum", "FAUTRE"),
            put(6, "CompAuxLib", "Autre"),
            put(6, "EcritureLet", "BBB"),
            put(2, "EcritureLet", "CCC"),
        ),
        2,
        "lettrage déséquilibré",
    ),
    # labels
    M("two labels of a journal", put(4, "JournalLib", "Charges"), 4, "deux libellés", DOUBT),
    M("two labels of an account", put(6, "CompteLib", "Autre"), 6, "deux libellés", DOUBT),
    M("two labels of an auxiliary", put(6, "CompAuxLib", "Autre"), 6, "deux libellés", DOUBT),
    # openings and closings
    M(
        "an opening that is not first",
        both(put_all(10, 11, "JournalCode", "AN"), put_all(10, 11, "JournalLib", "À-nouveaux")),
        10,
        "à-nouveaux après",
        DOUBT,
    ),
    M(
        "an opening of a charge",
        both(put_all(2, 4, "JournalCode", "AN"), put_all(2, 4, "JournalLib", "À-nouveaux")),
        3,
        "à-nouveau sur une charge",
        DOUBT,
    ),
    M("a closing entry", put(11, "CompteNum", "120000"), 10, "écriture de clôture", DOUBT),
    M("a loss closed", put(11, "CompteNum", "129000"), 10, "écriture de clôture", DOUBT),
    # header
    M("header in capitals", put(1, "Debit", "DEBIT"), 1, "en-tête à une lettre", DOUBT),
    M(
        "header in small letters",
        lambda rows: rows.__setitem__(0, [c.lower() for c in rows[0]]),
        1,
        "en-tête à une lettre",
        DOUBT,
    ),
    M("header with accents", put(1, "Debit", "Débit"), 1, "en-tête à une lettre", DOUBT),
    M("a usual slip in a header", put(1, "Idevise", "IdDevise"), 1, "en-tête à une lettre", DOUBT),
    M("a column renamed", put(1, "EcritureLib", "Libelle"), 1, "en-tête faux"),
    M("a column without name", put(1, "EcritureLib", ""), 1, "en-tête faux"),
    M("a column twice", put(1, "Credit", "Debit"), 1, "en-tête faux"),
    M("swapped columns", lambda rows: swap_columns(rows, "Debit", "Credit"), 1, "en-tête faux"),
    M(
        "swapped codes",
        lambda rows: swap_columns(rows, "CompteNum", "CompteLib"),
        1,
        "en-tête faux",
    ),
    M(
        "a column moved to the end",
        move_a_column,
        1,
        "en-tête faux",
    ),
    M("no header", drop(1), 1, "en-tête faux"),
    M("a column lost", lambda rows: [row.pop() for row in rows], 1, "nombre de colonnes faux"),
    M("a column lost inside", lambda rows: [row.pop(7) for row in rows], 1, "en-tête faux"),
    M("amount without sense", put(1, "Debit", "Montant"), 1, "en-tête faux"),
    M(
        "nothing but the header",
        lambda rows: rows.__delitem__(slice(1, None)),
        1,
        "aucune écriture",
    ),
]


def test_there_are_enough_mutations() -> None:
    assert len(MUTATIONS) >= 120
    assert len({mutation.name for mutation in MUTATIONS}) == len(MUTATIONS)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=[mutation.name for mutation in MUTATIONS])
def test_a_change_of_a_good_file_is_caught_with_its_line(mutation: Mutation) -> None:
    rows = good()
    mutation.change(rows)
    said = found(encoded(rows))
    caught = [(line, level) for line, level, what in said if what.startswith(mutation.what)]
    assert caught[:1] == [(mutation.line, mutation.level)], said


@pytest.mark.parametrize("mutation", MUTATIONS, ids=[mutation.name for mutation in MUTATIONS])
def test_doubts_alone_are_what_the_law_allows_or_everyone_tolerates(mutation: Mutation) -> None:
    """A change that makes a doubt makes no mistake beside it, but for a broken balance."""
    rows = good()
    mutation.change(rows)
    said = {what for _, _, what in errors(encoded(rows))}
    if mutation.level == DOUBT:
        assert said <= {"écriture déséquilibrée", "lettrage déséquilibré"}


SENSES: list[Mutation] = [
    M("no sense", lambda rows: rows[2].__setitem__(12, ""), 3, "sens mal écrit"),
    M("another letter", lambda rows: rows[2].__setitem__(12, "S"), 3, "sens mal écrit"),
    M("another figure", lambda rows: rows[2].__setitem__(12, "2"), 3, "sens mal écrit"),
    M("a small letter", lambda rows: rows[2].__setitem__(12, "d"), 3, "sens mal écrit", DOUBT),
    M("a sense turned", lambda rows: rows[2].__setitem__(12, "C"), 2, "écriture déséquilibrée"),
    M("a point", lambda rows: rows[2].__setitem__(11, "310.00"), 3, "montant mal écrit"),
    M("no amount", lambda rows: rows[2].__setitem__(11, ""), 3, "montant mal écrit"),
    M("a zero", lambda rows: rows[2].__setitem__(11, "0"), 3, "ni débit ni crédit", DOUBT),
]


@pytest.mark.parametrize("mutation", SENSES, ids=[mutation.name for mutation in SENSES])
def test_a_wrong_amount_or_sense_is_caught_with_its_line(mutation: Mutation) -> None:
    rows = signed(good())
    mutation.change(rows)
    said = found(encoded(rows))
    caught = [(line, level) for line, level, what in said if what.startswith(mutation.what)]
    assert caught[:1] == [(mutation.line, mutation.level)], said


def test_a_sense_that_cannot_be_read_makes_no_other_mistake() -> None:
    rows = signed(good())
    rows[2][12] = "S"
    assert [what for *_, what in errors(encoded(rows))] == ["sens mal écrit"]


BYTES: list[tuple[str, bytes, int, str, str]] = [
    ("cp1252", encoded(good(), encoding="cp1252"), 7, "caractère hors d’ISO-8859-15", DOUBT),
    ("BOM", b"\xef\xbb\xbf" + encoded(good()), 1, "marque d’ordre des octets", DOUBT),
    ("UTF-16", encoded(good(), encoding="utf-16"), 1, "octet nul", "erreur"),
    (
        "UTF-8 and Latin-1 together",
        encoded(good()[:5]) + encoded(good()[5:8], encoding="cp1252"),
        6,
        "deux encodages mêlés",
        "erreur",
    ),
    ("last line blank", encoded(good()) + b"\r\n", 12, "ligne vide", DOUBT),
    ("blank inside", encoded(good()[:4]) + b"\r\n" + encoded(good()[4:]), 5, "ligne vide", DOUBT),
    ("ends", encoded(good()[:4]) + encoded(good()[4:], end="\n"), 5, "fin de ligne", DOUBT),
    ("semicolons", encoded(good(), separator=";"), 1, "séparateur introuvable", "erreur"),
    ("commas", encoded(good(), separator=","), 1, "séparateur introuvable", "erreur"),
    ("XML", b'<?xml version="1.0"?>\n<comptabilite/>\n', 1, "FEC en XML", "erreur"),
    ("blank header", b"\t|\t\t\r\nx\ty\r\n", 1, "en-tête faux", "erreur"),
    ("nothing but separators", b"||||\r\n||||\r\n", 1, "nombre de colonnes faux", "erreur"),
    ("empty", b"", 1, "fichier vide", "erreur"),
    ("nothing but blanks", b"\r\n", 1, "fichier vide", "erreur"),
]


@pytest.mark.parametrize(
    ("data", "line", "what", "level"), [b[1:] for b in BYTES], ids=[b[0] for b in BYTES]
)
def test_wrong_bytes_are_caught_with_their_line(
    data: bytes, line: int, what: str, level: str
) -> None:
    said = found(data)
    assert [s[:2] for s in said if s[2].startswith(what)][:1] == [(line, level)], said
    if level == DOUBT:
        assert errors(data) == []


@pytest.mark.parametrize(
    ("name", "level", "what"),
    [
        ("812345677FEC20201231.txt", "erreur", "SIREN faux"),
        ("81234567XFEC20201231.txt", "erreur", "SIREN faux"),
        ("812 45676FEC20201231.txt", "erreur", "SIREN faux"),
        ("812345676FEC20200231.txt", "erreur", "date impossible dans le nom"),
        ("812345676FEC99991231.txt", "erreur", "date impossible dans le nom"),
        ("812345676FEC00010101.txt", "erreur", "date impossible dans le nom"),
        ("812345676FEC2020.txt", "erreur", "nom de fichier mal formé"),
        ("812345676FEC202012311.txt", "erreur", "nom de fichier mal formé"),
        ("812345676_FEC20201231.txt", "erreur", "nom de fichier mal formé"),
        ("FEC.txt", "erreur", "nom de fichier mal formé"),
        ("812345676fec20201231.txt", DOUBT, "nom de fichier inhabituel"),
        ("812345676FEC20201231.csv", DOUBT, "nom de fichier inhabituel"),
        ("812345676FEC20201231", DOUBT, "nom de fichier inhabituel"),
    ],
)
def test_a_wrong_name_is_caught(name: str, level: str, what: str) -> None:
    line, of, said = found(encoded(good()), name)[0]
    assert (line, of) == (0, level)
    assert said.startswith(what)


def test_every_mistake_is_said_at_once_in_the_order_of_the_lines() -> None:
    rows = good()
    put(3, "Debit", "310.00")(rows)
    put(10, "PieceDate", "20200230")(rows)
    put(7, "CompAuxLib", "")(rows)
    assert [(line, what) for line, _, what in found(encoded(rows), "FEC.txt")] == [
        (0, "nom de fichier mal formé"),
        (3, "montant mal écrit : point au lieu d’une virgule"),
        (7, "moitié d’une paire"),
        (10, "date impossible"),
    ]


def test_a_mistake_says_what_stands_there_and_what_to_write() -> None:
    rows = good()
    put(3, "Debit", "310,01")(rows)
    (remark,) = check_fec(encoded(rows), NAME).remarks
    assert remark.line == 2
    shown = "débit 372,01\u00a0€, crédit 372,00\u00a0€\u00a0: 0,01\u00a0€ entre 3 lignes"
    assert remark.shown == shown
    assert remark.fix == "corriger l’écart entre les lignes de l’écriture"


def test_a_text_of_windows_is_shown_as_it_is_read() -> None:
    (remark,) = check_fec(encoded(good(), encoding="cp1252"), NAME).remarks
    assert remark.shown.startswith("VE\tVentes\t3\t")
    assert "\tCafé d’été\t" in remark.shown


def test_a_mistake_made_everywhere_is_said_once_with_its_first_lines() -> None:
    rows = good()
    for row in rows[1:]:
        row[9] = f"{row[9][6:]}/{row[9][4:6]}/{row[9][:4]}"
    (point,) = check_fec(encoded(rows), NAME).of("erreur")
    assert point.first.what == "date impossible"
    assert point.lines == tuple(range(2, 12))
    assert point.shown == (
        "PieceDate : 02/01/2020",
        "PieceDate : 31/01/2020",
        "PieceDate : 31/12/2020",
    )


def test_cash_accounts_may_leave_out_journals_accounts_and_validation() -> None:
    rows = cash(good(), client=True)
    for row in rows[1:]:
        row[0] = row[1] = row[4] = row[5] = row[15] = ""
    assert found(encoded(rows)) == []


def test_commercial_accounts_of_bnc_may_never_use_journals_and_accounts() -> None:
    rows = good()
    for row in rows[1:]:
        row[0] = row[1] = row[4] = row[5] = row[6] = row[7] = ""
    assert found(encoded(rows)) == [(2, DOUBT, "colonnes jamais remplies")]
    rows[3][0] = "AC"
    assert ("champ obligatoire vide") in {what for *_, what in errors(encoded(rows))}


def test_a_cash_line_without_its_payment_is_doubtful() -> None:
    rows = cash(good(), client=False)
    rows[3][18] = ""
    assert found(encoded(rows)) == [(4, DOUBT, "date de règlement vide")]
    rows[3][18] = "20200230"
    assert found(encoded(rows)) == [(4, "erreur", "date impossible")]


DAYS = {"20200102": "02", "20200121": "21", "20200131": "25", "20201231": "28"}


def repeated(times: int) -> Rows:
    """Return the good file, its entries once a month for so many months."""
    header, *lines = good()
    rows = [header]
    for rank in range(times):
        for line in lines:
            copy = list(line)
            copy[2] = str(int(line[2]) + 4 * rank)
            copy[8], copy[13] = f"{line[8]}-{rank}", line[13] and f"{line[13]}{rank}"
            copy[3] = copy[15] = f"2020{rank + 1:02}{DAYS[line[3]]}"
            rows.append(copy)
    return rows


def test_a_file_sorted_otherwise_than_by_validation_is_a_doubt_however_few_its_inversions() -> None:
    """By account, or one journal after the other."""
    header, *lines = good()
    by_account = [header, *sorted(lines, key=lambda row: row[4])]
    inverted = (3, DOUBT, "numéro d’écriture qui ne croît pas")
    assert errors(encoded(by_account)) == []
    assert inverted[1:] in {said[1:] for said in found(encoded(by_account))}
    header, *lines = repeated(2)
    two = [row for row in lines if row[0] in {"AC", "BQ"}]
    numbers = {number: str(rank) for rank, number in enumerate(dict.fromkeys(r[2] for r in two), 1)}
    for row in two:
        row[2] = numbers[row[2]]
    by_journal = sorted(two, key=lambda row: row[0])
    assert errors(encoded([header, *by_journal])) == []
    assert {said[1:] for said in found(encoded([header, *by_journal]))} == {
        inverted[1:],
        (DOUBT, "validation plus ancienne que la précédente"),
    }
    fewer = [row for row in by_journal if row[2] != "4"]  # three entries of two journals
    assert (8, "erreur", inverted[2]) in found(encoded([header, *_unlettered(fewer)]))


def _unlettered(rows: Rows) -> Rows:
    return [[*row[:13], "", "", *row[15:]] for row in rows]


def test_lines_that_stand_alone_are_not_sorted_by_account() -> None:
    rows = good()
    alone = [rows[0], rows[2], rows[10], rows[8]]
    for row, number, account in zip(alone[1:], "132", ("601000", "602000", "603000"), strict=True):
        row[2], row[3], row[4], row[15] = number, "20200102", account, "20200102"
    said = errors(encoded(cash(alone, client=True)))
    assert (4, "erreur", "numéro d’écriture qui ne croît pas") in said


def test_validations_are_in_order_within_each_journal_that_has_its_own_numbers() -> None:
    rows = good()
    for row in rows[1:]:
        row[2] = f"{row[0]}1"
    move(5, 6, 8)(rows)
    assert found(encoded(rows)) == []


def test_an_entry_of_cash_accounts_that_does_not_balance_is_a_mistake_among_others_that_do() -> (
    None
):
    rows = repeated(6)
    put(3, "Debit", "310,01")(rows)
    said = found(encoded(cash(rows, client=True)))
    assert said == [(2, "erreur", "écriture déséquilibrée")]


def test_a_number_taken_by_another_entry_is_not_taken_by_the_same() -> None:
    pasted, other = good(), good()
    pasted.extend(list(row) for row in pasted[1:4])
    other.extend(list(row) for row in other[1:4])
    put_all(12, 14, "CompteNum", "401000")(other)
    said = [
        {what for *_, what in found(encoded(rows)) if "pris" in what} for rows in (pasted, other)
    ]
    assert said == [
        {"numéro d’écriture déjà pris, par la même écriture"},
        {"numéro d’écriture déjà pris"},
    ]


def test_letters_that_never_balance_are_a_habit_and_doubts_make_none() -> None:
    never, once = repeated(12), repeated(12)
    for rank in range(12):
        sale = never[10 * rank + 6]
        sale[13], sale[14] = f"ZZ{'ABCDEFGHIJKL'[rank]}", sale[3]
    assert {said[1:] for said in found(encoded(never))} == {(DOUBT, "lettrage déséquilibré")}
    for rank in range(12):
        sale = once[10 * rank + 6]
        letters = f"zz{'abcdefghijkl'[rank]}"  # a part payment
        sale[13], sale[14] = letters if rank else letters.upper(), sale[3]
    assert errors(encoded(once)) == [(7, "erreur", "lettrage déséquilibré")]


def test_what_a_program_always_does_is_a_doubt_and_what_happens_once_is_a_mistake() -> None:
    """Entries validated before their dates, numbers of lines, of two entries in four."""
    assert errors(encoded(repeated(12))) == []
    slip, habit = repeated(12), repeated(12)
    for row in slip[-2:]:
        row[15] = "20200101"
    assert {what for *_, what in errors(encoded(slip))} == {
        "validation avant l’écriture",
        "validation plus ancienne que la précédente",
    }
    for row in habit[1:]:
        row[15] = "20200101"
    assert errors(encoded(habit)) == []
    assert {what for *_, what in found(encoded(habit))} == {"validation avant l’écriture"}


@pytest.mark.parametrize(("count", "level"), [(10, "erreur"), (11, "doute")])
def test_what_is_met_on_more_than_ten_lines_is_a_habit(count: int, level: str) -> None:
    rows = repeated(3)
    for row in rows[-count:]:
        row[15] = "20200101"
    said = {
        level for _, level, what in found(encoded(rows)) if what == "validation avant l’écriture"
    }
    assert said == {level}


def test_mistakes_of_another_field_make_no_habit_of_a_validation() -> None:
    rows = repeated(12)
    put_all(2, 40, "PieceRef", "")(rows)
    put_all(2, 4, "ValidDate", "20200101")(rows)
    assert (2, "erreur", "validation avant l’écriture") in found(encoded(rows))


def test_a_program_that_numbers_lines_is_said_once() -> None:
    rows = repeated(6)
    for rank, row in enumerate(rows[1:], 1):
        row[2] = str(rank)
    assert found(encoded(rows)) == [(2, DOUBT, "numéro par ligne, et non par écriture")]


def test_numbers_that_are_no_sequence_are_a_doubt_and_one_gap_a_mistake() -> None:
    gap, invoices = repeated(6), repeated(6)
    for row in gap[31:]:
        row[2] = str(int(row[2]) + 1)
    assert errors(encoded(gap)) == [(32, "erreur", "numéro d’écriture manquant")]
    for row in invoices[1:]:
        row[2] = str(int(row[2]) * 7)
    assert errors(encoded(invoices)) == []
    said = {what for *_, what in found(encoded(invoices))}
    assert said == {"numéro d’écriture manquant", "numéros qui ne commencent pas à 1"}


def test_an_opening_entry_may_bear_a_number_without_figures() -> None:
    rows = good()
    for line in (2, 3, 4):
        put(line, "JournalCode", "OUV")(rows)
        put(line, "JournalLib", "Balance initiale")(rows)
        put(line, "EcritureNum", "OUVERTURE")(rows)
        put(line, "CompteNum", "512000" if line > 2 else "401000")(rows)
        put(line, "CompteLib", "Banques" if line > 2 else "Tiers")(rows)
    for row in rows[4:]:
        row[2] = str(int(row[2]) - 1)
    assert found(encoded(rows)) == [(2, DOUBT, "numéro d’écriture sans chiffre")]


def test_letters_whose_other_half_may_be_elsewhere_are_a_doubt() -> None:
    """The year after, the year before where an opening entry tells it, another month's file."""
    rows = good()
    put(7, "EcritureLet", "aab")(rows)
    put(7, "DateLet", "20200131")(rows)
    assert found(encoded(rows)) == [(7, DOUBT, "lettrage déséquilibré")]
    month = [row for row in good() if row[2] not in {"1", "4"}]
    assert ("lettrage déséquilibré", DOUBT) in {(s[2], s[1]) for s in found(encoded(month))}
    opened = good()
    for line in (10, 11):
        put(line, "EcritureDate", "20200101")(opened)
        put(line, "JournalCode", "AN")(opened)
        put(line, "JournalLib", "À-nouveaux")(opened)
    put(10, "CompteNum", "411000")(opened)
    put(10, "CompteLib", "Clients")(opened)
    put(7, "EcritureLet", "AAB")(opened)
    put(7, "DateLet", "20200131")(opened)
    assert errors(encoded(opened)) == []


def test_letters_may_settle_two_accounts_of_a_party() -> None:
    rows = good()
    put(6, "CompteNum", "411000")(rows)
    put(6, "CompteLib", "Clients")(rows)
    put(6, "CompAuxNum", "CQUAI")(rows)
    assert errors(encoded(rows)) == []


def test_a_separator_after_every_line_excuses_no_other_count_of_fields() -> None:
    rows = good()
    trail(rows)
    rows[2] = rows[2][:-2]
    assert (3, "erreur", "nombre de champs faux") in found(encoded(rows))
    more = [[*row, "x"] if rank else row for rank, row in enumerate(good())]
    assert {what for *_, what in found(encoded(more))} == {"nombre de champs faux"}
    assert len(errors(encoded(more))) == 10


def test_cash_accounts_may_have_one_side_only_others_never() -> None:
    rows = repeated(6)
    alone = [rows[0], *(row for row in rows[1:] if row[4][0] in "67")]
    for rank, row in enumerate(alone[1:], 1):
        row[2] = str(rank)
    said = found(encoded(cash(alone, client=True)))
    assert said == [(2, DOUBT, "écritures en partie simple")]
    mistakes = errors(encoded(alone))
    assert [line for line, _, what in mistakes if what == "écriture déséquilibrée"] == [
        *range(2, len(alone) + 1)
    ]


def test_a_column_of_payments_alone_does_not_make_cash_accounts() -> None:
    rows = [row[:19] for row in cash(good(), client=False)]
    assert found(encoded(rows)) == []
    put(3, "JournalCode", "")(rows)
    assert (3, "erreur", "champ obligatoire vide") in errors(encoded(rows))


def test_the_result_of_the_year_before_may_be_shared_out() -> None:
    """Class 12 against class 1 closes nothing."""
    rows = good()
    for line, account in ((10, "120000"), (11, "110000")):
        put(line, "CompteNum", account)(rows)
    assert found(encoded(rows)) == []


def test_entries_of_nothing_are_not_the_same_one_twice() -> None:
    rows = good()
    for number in ("5", "6"):
        for line in (9, 10):
            rows.append(
                [*rows[line][:2], number, *rows[line][3:11], "0,00", "0,00", *rows[line][13:]]
            )
    assert {what for *_, what in found(encoded(rows))} == {"ni débit ni crédit"}


def test_an_entry_with_a_line_of_nothing_may_be_the_same_one_twice() -> None:
    rows = good()
    rows.append([*rows[10][:11], "0,00", "0,00", *rows[10][13:]])
    rows.extend([*row[:2], "5", *row[3:]] for row in rows[9:12])
    assert (13, DOUBT, "écriture passée deux fois") in found(encoded(rows))


def test_an_empty_code_or_label_is_no_second_label() -> None:
    rows = good()
    put(6, "CompAuxLib", "")(rows)
    for line, label in ((3, "Quai"), (4, "Phare")):
        put(line, "CompAuxLib", label)(rows)
    assert {what for *_, what in found(encoded(rows))} == {"moitié d’une paire"}


def test_letters_are_read_whatever_the_name_of_the_file() -> None:
    rows = good()
    put(7, "EcritureLet", "AAB")(rows)
    put(7, "DateLet", "20200131")(rows)
    assert [what for *_, what in errors(encoded(rows), "FEC.txt")] == [
        "nom de fichier mal formé",
        "lettrage déséquilibré",
    ]


def test_what_stands_in_a_file_is_shown_without_harm() -> None:
    rows = good()
    put(3, "EcritureLib", "\x1b[2Jx")(rows)
    put(4, "Debit", "1" * 5000)(rows)
    amount, label = check_fec(encoded(rows), NAME).of("erreur")[::-1]
    assert label.shown == ("EcritureLib : [2Jx",)
    assert len(amount.shown[0]) == 201


@pytest.mark.parametrize(
    ("code", "label"), [("AN", "Reports"), ("X1", "A NOUVEAUX"), ("ZZ", "Balance initiale")]
)
def test_an_opening_is_known_by_its_code_or_by_its_label(code: str, label: str) -> None:
    rows = good()
    put_all(10, 11, "JournalCode", code)(rows)
    put_all(10, 11, "JournalLib", label)(rows)
    assert (10, DOUBT, "à-nouveaux après d’autres écritures") in found(encoded(rows))
